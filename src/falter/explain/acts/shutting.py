"""What kept an act shut all through a performance, and on which line of the scene that stands."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from falter.diagnostics.source import Path
from falter.explore.blocking import Why as Blocking
from falter.explore.looking import MoveLines, looked_into
from falter.kernel import barriers
from falter.kernel.conditions import presence
from falter.kernel.opening import any_part_begun
from falter.performance.trace import Trace
from falter.tables import columns as at


class Shut(NamedTuple):
    """What kept it shut: in words that point at the scene, and its line; no line of its own where that is the move's."""

    words: str
    path: Path


def shut(trace: Trace, act: int) -> Shut:
    """The condition that never held, or that failed when all else held; or what bounds the act from outside."""
    tables, path = trace.tables, trace.tables.labels["act"][act].path
    lines = MoveLines.of(tables)
    looked = looked_into(tables, trace.seed, [trace.run], 1, lambda _count: None, trace.luck, trace.interventions)
    blocking = Blocking(tables, lines, looked)
    words = blocking.shut(path)
    if words == "no wording fitted":
        return _unfit(blocking, [one for one in lines.wordings if one[: len(path)] == path])
    return Shut(words, _line(trace, act, path))


def _unfit(blocking: Blocking, wordings: list[Path]) -> Shut:
    """Why the first of the wordings that never fitted did not."""
    for path in wordings:
        words = blocking.unfit(path)
        if words:
            return Shut(f"nothing could be said or done of it; {words}", path)
    return Shut("there was nothing left to be said or done of it", ())


def _line(trace: Trace, act: int, path: Path) -> Path:
    """The line of the part that bounded the act all the time; none where that did not."""
    packed = trace.tables.packed
    ti, doer = packed.ti, packed.ti[packed.ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]
    bars: Counter[int] = Counter()
    for step in range(0, trace.steps, ti[ti[at.TI_RUN] + at.RUN_EVERY]):
        si, sf = trace.si(step), trace.sf(step)
        if presence(ti, si, doer) == 0:
            aim = si[ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_AIM]
            bars[barriers.bar_of(ti, packed.tf, si, sf, doer, act, aim, any_part_begun(ti, si))] += 1
    outside = set(bars) == {barriers.OUTSIDE_ITS_PART} and path[:1] == ("parts",)
    return path[:2] if outside else ()
