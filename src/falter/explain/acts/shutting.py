"""What kept an act shut, all through a performance or at one moment of it, and on which line of the scene that stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

import numpy

from falter.diagnostics.source import Path
from falter.explain.again import watched_again
from falter.explore.blocking import Why as Blocking
from falter.explore.looking import Looked, MoveLines, looked_at, looked_into
from falter.kernel import barriers
from falter.kernel.conditions import presence
from falter.kernel.opening import any_part_begun
from falter.narrate.pronouns import name
from falter.numeric.mode import Floats, Ints
from falter.performance.perform import Watch
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.tables import Tables

COPING: Final = "it is a way of coping that was not called for"
AWAY: Final = {1: "{name} was not there yet", 2: "{name} had left", 3: "{name} was dead"}
"""What had become of one who was not there, by what the engine calls it."""


class Shut(NamedTuple):
    """What kept it shut: in words that point at the scene, and its line; no line of its own where that is the move's."""

    words: str
    path: Path


def shut(trace: Trace, act: int) -> Shut:
    """The condition that never held, or that failed when all else held; or what bounds the act from outside."""
    looked = looked_into(trace.tables, trace.seed, [trace.run], 1, lambda _count: None, trace.luck, trace.interventions)
    return _shut(trace, act, looked, range(0, trace.steps, trace.tables.packed.ti[trace.tables.packed.ti[at.TI_RUN] + at.RUN_EVERY]))


def shut_by(trace: Trace, act: int, step: int) -> Shut:
    """The same of one step: the condition that did not hold then, or what bounded the act."""
    ti = trace.tables.packed.ti
    doer = ti[ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]
    there = presence(ti, trace.si(step), doer)
    if there != 0:
        return Shut(AWAY[there].format(name=name(trace.tables.names.people[doer])), ())
    words, path = _shut(trace, act, _looked(trace, step), [step])
    return Shut(words.replace(" never held", " did not hold"), path)


def _shut(trace: Trace, act: int, looked: Looked, steps: Iterable[int]) -> Shut:
    """What the looks at some steps say of the act of a row alone, whoever else may do the same."""
    tables, path, lines = trace.tables, trace.tables.labels["act"][act].path, MoveLines.of(trace.tables)
    if lines.of_act[act] < 0:
        return Shut(COPING, ())
    only = replace(lines, of_act=numpy.where(numpy.arange(len(lines.of_act)) == act, lines.of_act, -1))
    blocking = Blocking(tables, only, looked)
    words = blocking.shut(path)
    if words == "no wording fitted":
        return _unfit(blocking, [one for one in lines.wordings if one[: len(path)] == path])
    return Shut(words, _line(trace, act, path, steps))


def _unfit(blocking: Blocking, wordings: list[Path]) -> Shut:
    """Why the first of the wordings that never fitted did not."""
    for path in wordings:
        words = blocking.unfit(path)
        if words:
            return Shut(f"nothing could be said or done of it; {words}", path)
    return Shut("there was nothing left to be said or done of it", ())


def _line(trace: Trace, act: int, path: Path, steps: Iterable[int]) -> Path:
    """The line of the part that bounded the act in all these steps; none where that did not."""
    packed = trace.tables.packed
    ti, doer = packed.ti, packed.ti[packed.ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]
    bars: Counter[int] = Counter()
    for step in steps:
        si, sf = trace.si(step), trace.sf(step)
        if presence(ti, si, doer) == 0:
            aim = si[ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_AIM]
            bars[barriers.bar_of(ti, packed.tf, si, sf, doer, act, aim, any_part_begun(ti, si))] += 1
    outside = set(bars) == {barriers.OUTSIDE_ITS_PART} and path[:1] == ("parts",)
    return path[:2] if outside else ()


def _looked(trace: Trace, step: int) -> Looked:
    """A look at the whole state after a step, workings that a trace leaves out among them: it is performed again for that."""
    found: list[Looked] = []

    def watch(tables: Tables) -> Watch:
        steps = iter(range(trace.steps))

        def seen(si: Ints, sf: Floats) -> None:
            if next(steps) == step:
                found.append(looked_at(tables, si, sf))

        return seen

    watched_again(trace, watch)
    return found[-1]
