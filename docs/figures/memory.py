"""A memory's chance to come, by time: with a cue and without, after it has come once, and while it is being shut out."""

from __future__ import annotations

import altair

from falter.mind.memory import base_level, bulk, chance, faded, held_out, learned, overshoot, readiness
from falter.model.constants import CONSTANTS

CAME, SHUT, LONG = 30.0, 60.0, 180
"""s: when it comes, when it is first shut out, and how long the figure is."""


def chart() -> altair.LayerChart:
    """The chance that an attempt succeeds, for four memories alike but for what befalls them."""
    kinds = {
        "nothing wakes it": (False, False, False),
        "a cue is there": (True, False, False),
        "and it comes, at 30 s": (True, True, False),
        "and is shut out, at 60 s": (True, True, True),
    }
    rows = [{"t": t, "memory": name, "chance": chance_at(float(t), *kind)} for name, kind in kinds.items() for t in range(LONG + 1)]
    lines = (
        altair.Chart(altair.Data(values=rows), width=420, height=240)
        .mark_line()
        .encode(
            altair.X("t:Q", title="s of story time"),
            altair.Y("chance:Q", title="chance that an attempt succeeds", scale=altair.Scale(domain=[0, 1])),
            altair.Color("memory:N", title=None, sort=list(kinds)),
        )
    )
    marks = altair.Data(values=[{"t": CAME}, {"t": SHUT}])
    return lines + altair.Chart(marks).mark_rule(strokeDash=[3, 3], color="#888").encode(altair.X("t:Q"))


def chance_at(t: float, cued: bool, came: bool, shut: bool) -> float:
    """The chance at `t` s; the cue, where there is one, goes with this memory alone."""
    use = came and t >= CAME
    recent = faded(t - CAME, default("memory_decay")) if use else 0.0
    newest = t - CAME if use else 1.0
    level = base_level(recent + bulk(default("memory_uses"), newest, default("memory_age") + t, default("memory_decay")))
    odds = readiness(level + cued * default("cue_strength") * default("cue_weight"), default("recall_threshold"), default("recall_noise"))
    if shut and t >= SHUT:
        until = SHUT + default("shut_lasts")
        odds -= learned(1, default("shut_learns"))
        odds -= held_out(default("shut_block"), 1.0) if t < until else 0.0
        odds += overshoot(default("shut_rebound"), 1.0, t - until, default("rebound_half_life")) if t >= until else 0.0
    return chance(odds)


def default(name: str) -> float:
    """A constant's default."""
    return CONSTANTS[name].default
