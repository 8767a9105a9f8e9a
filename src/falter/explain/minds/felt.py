"""Why somebody felt what he felt: a feeling taken apart into what raised it and keeps it up, as far as that has not faded.

`falls towards what keeps it up, rises by what happens` (docs/mind.md 5) is a chain of small moves, each of which the engine makes on an
occasion. Followed from the start, every move up is owed to its occasion, and every move down takes from all alike; what keeps a feeling
up makes good what fades. So the parts add up to what is felt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from falter.explain.keeping import keeper
from falter.explain.minds.occasions import KEEPING, LINE, MOOD, RELAXING, Reason, occasion, untilted
from falter.explain.minds.writing import Write, written
from falter.mind.feeling import combine, relax
from falter.performance.trace import Trace
from falter.tables import columns as at


class Part(NamedTuple):
    """One thing that a feeling is owed to."""

    reason: Reason
    left: float
    """What is felt of it now, in [0, 1]; below 0 where the mood dulled it."""
    gave: float
    """What it added in all; as much as is left for what keeps a feeling up."""


@dataclass(frozen=True)
class Felt:
    """A feeling of one person at a time, and what it is owed to. What is left of the parts adds up to what is felt."""

    trace: Trace
    person: str
    emotion: int
    word: str
    """The writer's word for it."""
    step: int
    strength: float
    """In [0, 1]."""
    parts: tuple[Part, ...]
    """The weightiest first."""
    taken: tuple[tuple[Reason, float], ...]
    """What lowered it at once, and how much more would be felt now without."""
    most: tuple[float, float]
    """When it was strongest until then, in s, and how strong."""

    @property
    def t(self) -> float:
        """s of story time."""
        return self.step * self.trace.dt


@dataclass
class Gathering:
    """A feeling while it comes and goes."""

    gave: defaultdict[Reason, float] = field(default_factory=lambda: defaultdict(float))
    left: defaultdict[Reason, float] = field(default_factory=lambda: defaultdict(float))
    taken: defaultdict[Reason, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, reason: Reason, amount: float) -> None:
        """So much more, owed to this."""
        self.gave[reason] += amount
        self.left[reason] += amount

    def keep(self, share: float) -> None:
        """So much of everything is left; and of what was taken, so much would be."""
        for amounts in (self.left, self.taken):
            for reason in amounts:
                amounts[reason] *= share

    def relaxed(self, before: float, now: float, base: float, by: Reason, plain: float) -> None:
        """One refresh: a share of everything fades, and is made good as far as it is kept up, at `base`, or at `plain` in an even mood."""
        share = (now - base) / (before - base) if before != base else 1.0
        self.keep(share)
        self.add(by, min(plain, base) * (1.0 - share) if by == LINE else base * (1.0 - share))
        if by == LINE and base > plain:
            self.add(MOOD, (base - plain) * (1.0 - share))

    def moved(self, write: Write) -> None:
        """One move on an occasion."""
        reason, risen = occasion(write), write.after - write.before
        if risen < 0.0:
            self.keep(write.after / write.before)
            self.taken[reason] -= risen
            return
        even = untilted(write)
        plain = risen if even is None else combine(write.before, even) - write.before
        self.add(reason, plain)
        if risen != plain:
            self.add(MOOD, risen - plain)

    def parts(self) -> tuple[Part, ...]:
        """What it is owed to now."""
        made = [Part(reason, left, left if reason.kind in KEEPING else self.gave[reason]) for reason, left in self.left.items()]
        return tuple(sorted((part for part in made if part.left != 0.0), key=lambda part: -abs(part.left)))


class Course:
    """One feeling of one person, from the start on."""

    def __init__(self, trace: Trace, person: str, emotion: int) -> None:
        ti = trace.tables.packed.ti
        self.trace, self.emotion = trace, emotion
        self.person = trace.tables.names.person[person]
        cell = self.person * ti[at.N_EMOTION] + emotion
        self.cell = ti[at.SF_FEELING] + cell * at.SF_FEELING_SIZE + at.FEELING_FELT
        self.base = self.cell - at.FEELING_FELT + at.FEELING_BASE
        self.plain = trace.tables.packed.tf[ti[at.TF_FEELING] + cell * at.TF_FEELING_SIZE + at.FEELING_MOOD]
        self._by: tuple[float, Reason] = (-1.0, LINE)

    def before(self, step: int) -> float:
        """What was felt as a step began."""
        return self.trace.sf(step - 1)[self.cell] if step > 0 else self.trace.tables.packed.sf[self.cell]

    def only_relaxed(self, step: int) -> bool:
        """Has it done nothing in a step but relax, to the last bit?"""
        ti, tf = self.trace.tables.packed.ti, self.trace.tables.packed.tf
        kept = tf[ti[at.TF_EMOTION] + self.emotion * at.TF_EMOTION_SIZE + at.EMOTION_KEPT]
        state = self.trace.sf(step)
        return state[self.cell] == relax(self.before(step), state[self.base], kept, tf[ti[at.TF_RUN] + at.RUN_RISE_KEPT])

    def by(self, step: int, base: float) -> Reason:
        """What keeps it up in a step."""
        if base != self._by[0]:
            kept_by = keeper(self.trace.tables, self.trace.si(step), self.trace.sf(step), self.person, self.emotion, base)
            self._by = (base, LINE if kept_by is None else Reason(kept_by.kind, whom=kept_by.whom, row=kept_by.row))
        return self._by[1]

    def gathered(self, last: int) -> Gathering:
        """What it is owed to after a step."""
        changed = [step for step in range(last + 1) if self.trace.sf(step)[self.cell] != self.before(step)]
        writes = written(self.trace, {self.cell}, [step for step in changed if not self.only_relaxed(step)])
        found = Gathering()
        found.add(LINE, self.before(0))
        for step in changed:
            for write in writes.get(step, ()):
                self._move(found, step, write)
            if step not in writes:
                self._relax(found, step, self.before(step), self.trace.sf(step)[self.cell], self.trace.sf(step)[self.base])
        return found

    def _move(self, found: Gathering, step: int, write: Write) -> None:
        if write.by == RELAXING:
            self._relax(found, step, write.before, write.after, write.calls[RELAXING]["base"])
        elif write.after != write.before:
            found.moved(write)

    def _relax(self, found: Gathering, step: int, before: float, now: float, base: float) -> None:
        found.relaxed(before, now, base, self.by(step, base), self.plain)


def strongest(trace: Trace, person: str, word: str, steps: Sequence[int]) -> float:
    """When, of some steps, a person felt an emotion most, in s; the last where there are several."""
    cell = Course(trace, person, trace.tables.names.emotions[word]).cell
    return max(reversed(steps), key=lambda step: trace.sf(step)[cell]) * trace.dt


def peak(trace: Trace, person: str, word: str, steps: Sequence[int]) -> float:
    """How strongly, of some steps, a person felt an emotion when he felt it most, in [0, 1]."""
    cell = Course(trace, person, trace.tables.names.emotions[word]).cell
    return max(trace.sf(step)[cell] for step in steps)


def why_felt(trace: Trace, person: str, word: str, t: float) -> Felt:
    """Why a person felt an emotion, in the writer's word, at a time in s. Does parts of the performance over again to see."""
    course = Course(trace, person, trace.tables.names.emotions[word])
    step = min(max(round(t / trace.dt), 0), trace.steps - 1)
    found = course.gathered(step)
    most = max(range(step + 1), key=lambda one: trace.sf(one)[course.cell])
    taken = sorted(found.taken.items(), key=lambda one: -one[1])
    strength = trace.sf(step)[course.cell]
    return Felt(
        trace, person, course.emotion, word, step, strength, found.parts(), tuple(taken), (most * trace.dt, trace.sf(most)[course.cell])
    )
