"""The author's hand: that what may never be and what must be can be had together, and that an aim is an ending's."""

from __future__ import annotations

from falter.diagnostics.nearest import offer
from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report


def check_steering(cast: Cast, report: Report) -> None:
    """`never`, `must` and `aim`."""
    _nevers(cast, report)
    _musts(cast, report)
    _aims(cast, report)


def _nevers(cast: Cast, report: Report) -> None:
    for i, never in enumerate(cast.scene.nevers):
        if never.move == never.after:
            report.add("FAL3510", ("nevers", i), [never.move], ["after"], id=never.move)
        elif never.move in cast.turns:
            report.add("FAL3513", ("nevers", i), [never.move], ["never"], id=never.move)


def _musts(cast: Cast, report: Report) -> None:
    musts, nevers = cast.scene.musts, cast.scene.nevers
    for i, must in enumerate(musts):
        path = ("musts", i)
        if must.before == must.move:
            report.add("FAL3511", path, [must.move], ["before"], reason=f"`{must.move}` cannot come before itself")
            continue
        for never in nevers:
            if must.before is not None and (never.move, never.after) == (must.before, must.move):
                reason = f"`{must.before}` may never come after `{must.move}`, so that it may never be done at all"
                report.add("FAL3511", path, [must.move], ["must"], reason=reason)
        if any((other.move, other.before) == (must.before, must.move) for other in musts[:i] if other.before):
            reason = f"`{must.before}` must come before `{must.move}` as well, so that neither may be done"
            report.add("FAL3511", path, [must.move], ["must"], reason=reason)


def _aims(cast: Cast, report: Report) -> None:
    names = [ending.name for ending in cast.scene.endings] or ["closed"]
    for i, aim in enumerate(cast.scene.aims):
        if aim.ending not in (*names, "undecided") and aim.ending not in report.unread.doubtful:
            report.add("FAL2609", ("aims", i), [aim.ending], name=aim.ending, offer=offer(aim.ending, names))
