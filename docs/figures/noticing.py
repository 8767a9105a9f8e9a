"""When one is noticed, and what of another's grief is taken on: the equations of `mind.noticing` and `mind.contagion` over time."""

from __future__ import annotations

import altair

from falter.mind.contagion import caught
from falter.mind.noticing import notice_chance, visibility
from falter.mind.reading import reach
from falter.model.constants import CONSTANTS

SHOWN = 0.63
SECONDS = 120
STEP = 0.5


def default(name: str) -> float:
    """A constant's default."""
    return CONSTANTS[name].default


def noticed() -> list[dict[str, object]]:
    """Share noticed by each second."""
    rows: list[dict[str, object]] = []
    for light, dark in (("light", 0.0), ("dark", 0.95)):
        for who, attention in (("at leisure", 1.0), ("busy", default("notice_busy"))):
            chance = notice_chance(visibility(6.0, dark, default("sight"), default("dim")), default("notice"), attention, STEP)
            left = 1.0
            for k in range(int(SECONDS / STEP)):
                rows.append({"t": k * STEP, "who": who, "light": light, "share": 1.0 - left})
                left *= 1.0 - chance
    return rows


def taken_on() -> list[dict[str, object]]:
    """Grief taken on by one who came in without any, its fading left out."""
    rows: list[dict[str, object]] = []
    for name, dark, rate in (("light", 0.0, default("contagion")), ("dark", 0.95, default("contagion")), ("off", 0.0, 0.0)):
        for distance in (1.0, 6.0):
            plain = reach(0, distance, dark, default("sight"), default("earshot"), default("dim"))
            felt = 0.0
            for k in range(int(SECONDS / STEP)):
                rows.append({"t": k * STEP, "light": name, "distance": f"{distance:g} m", "felt": felt})
                felt += caught(felt, SHOWN, plain, rate, STEP)
    return rows


def chart() -> altair.HConcatChart:
    """Noticing on the left, taking on on the right."""
    time = altair.X("t:Q", title="s")
    left = (
        altair.Chart(altair.Data(values=noticed()), width=210, height=200)
        .mark_line()
        .encode(time, altair.Y("share:Q", title="noticed"), altair.Color("who:N", title=None), altair.StrokeDash("light:N", title=None))
    )
    right = (
        altair.Chart(altair.Data(values=taken_on()), width=210, height=200)
        .mark_line()
        .encode(time, altair.Y("felt:Q", title="grief"), altair.Color("distance:N", title=None), altair.StrokeDash("light:N", title=None))
    )
    return altair.hconcat(left, right).resolve_scale(color="independent", strokeDash="independent")
