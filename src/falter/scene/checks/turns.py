"""What comes about of itself: that it can, that it comes in time, and that somebody is there to perceive it."""

from __future__ import annotations

from math import hypot
from typing import Final

from falter.diagnostics.source import Path
from falter.model.people import Arrival
from falter.model.scene import Happening
from falter.scene.checks.cast import Cast
from falter.scene.checks.possible import Possible
from falter.scene.checks.report import Report
from falter.scene.checks.walk import means

EARSHOT: Final = 20.0
"""m: how far what happens at a mark is perceived, unless the scene sets it otherwise."""


def check_turns(cast: Cast, possible: Possible, report: Report) -> None:
    """Happenings, arrivals and returns."""
    for i, person in enumerate(cast.scene.people):
        if person.arrives is not None:
            path = ("people", i)
            if not person.away:
                report.add("FAL3501", path, ["arrives"], id=person.id)
            _in_time(possible, report, path, person.arrives, "arrives", f"`{person.id}` arrives")
    for each in cast.made:
        if each.move.returns is not None:
            if not means(each.move, "leaves"):
                report.add("FAL3503", each.path, ["returns"], id=each.move.id)
            _in_time(possible, report, each.path, each.move.returns, "returns", f"who did `{each.move.id}` returns")
    for i, happening in enumerate(cast.scene.happenings):
        _happening(cast, possible, report, ("happenings", i), happening)


def _in_time(possible: Possible, report: Report, path: Path, coming: Arrival, word: str, what: str) -> None:
    if coming.earliest >= possible.end:
        report.add("FAL3504", path, [word], what=what, time=f"{coming.earliest:g}", end=f"{possible.end:g}")


def _happening(cast: Cast, possible: Possible, report: Report, path: Path, happening: Happening) -> None:
    if (happening.earliest or 0.0) >= possible.end:
        report.add("FAL3504", path, ["in"], what=f"`{happening.id}`", time=f"{happening.earliest:g}", end=f"{possible.end:g}")
    here = [who for who in cast.ids if cast.here(who)]
    if not here and cast.ids:
        report.add("FAL3502", path, [happening.id], id=happening.id, reason="nobody is ever in the scene")
    elif happening.at in cast.spots and not any(_may_be_near(cast, who, happening.at) for who in here):
        reason = f"everybody is more than {_earshot(cast):g} m from `{happening.at}`, and nobody walks"
        report.add("FAL3502", path, [happening.at], ["at"], id=happening.id, reason=reason)


def _earshot(cast: Cast) -> float:
    return dict(cast.scene.constants).get("earshot", EARSHOT)


def _may_be_near(cast: Cast, who: str, mark: str) -> bool:
    """Could someone be within earshot of the mark? Whoever walks, or stands at no mark, could."""
    person = cast.people[who]
    at = person.arrives.mark if person.arrives is not None else person.at
    if at not in cast.spots or cast.walks(who):
        return True
    (x, y), (u, v) = cast.spots[at], cast.spots[mark]
    return hypot(x - u, y - v) <= _earshot(cast)
