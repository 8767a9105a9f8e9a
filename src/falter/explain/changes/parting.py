"""Two performances with the same luck: up to where they are one, and what came after in each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from falter.performance.event import Event
from falter.performance.trace import Trace
from falter.tables import columns as at

ABOUT = 1.0
"""s: an act of both that is no farther apart has not parted them."""


class Missed(NamedTuple):
    """Of an act that one performance has and the other not: how near the other came to it, within some seconds of that time."""

    open: bool
    """Was it open at all?"""
    share: float
    """Of what it takes, the most that had gathered, in [0, 1]."""
    t: float
    """When, in s."""


@dataclass(frozen=True)
class Parting:
    """Two performances, of a scene and of the same scene changed: one until an act that only one has, or that comes over 1 s apart.

    In which order acts come that are no farther apart than that, does not part them.
    """

    one: Trace
    other: Trace

    @cached_property
    def events(self) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """What was done in each, by time."""
        return _by_time(self.one), _by_time(self.other)

    @cached_property
    def pairs(self) -> tuple[tuple[Event, Event], ...]:
        """The acts that they have in common before they part, each as it is in both."""
        return pairs_of(*self.events)

    @property
    def shared(self) -> int:
        """How many those are."""
        return len(self.pairs)

    @cached_property
    def rest(self) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """What was done in each from where they part."""
        one, other = (
            tuple(event for event in events if event not in those) for events, those in zip(self.events, self._shared, strict=True)
        )
        return one, other

    @property
    def parted(self) -> bool:
        """Do they part at all?"""
        return self.t is not None

    @cached_property
    def t(self) -> float | None:
        """When they part, in s: the first act that only one of them has, or the end of one that the other does not come to, or not about
        then; None where they never do."""
        firsts = [events[0].t for events in self.rest if events]
        if firsts:
            return min(firsts)
        return None if self.end_alike else min(self.one.seconds, self.other.seconds)

    @property
    def end_alike(self) -> bool:
        """Do both come to the same ending, at about the same time?"""
        return self.one.ending == self.other.ending and abs(self.one.seconds - self.other.seconds) <= ABOUT

    @cached_property
    def identical(self) -> bool:
        """Are they the same to the last bit, in all that was done and in what everybody was at the end?"""
        last = [trace.floats[-trace.tables.packed.sf_traced :] for trace in (self.one, self.other)]
        return self.events[0] == self.events[1] and last[0] == last[1]

    @cached_property
    def first(self) -> tuple[Trace, Event, Trace] | None:
        """The first act that only one has: whose performance it is of, the act, and the performance without it."""
        one, other = (events[0] if events else None for events in self.rest)
        if one is not None and (other is None or one.t <= other.t):
            return self.one, one, self.other
        return (self.other, other, self.one) if other is not None else None

    @cached_property
    def nothing_else(self) -> bool:
        """Is the first act that parts them all that does, not done in one, or cut short, or in other words; and the end alike?"""
        if self.first is None or not self.end_alike:
            return False
        having, event, _ = self.first
        ones, others = self.rest if having is self.one else self.rest[::-1]
        answer = next((one for one in others if the_same_act(one, event) and abs(one.t - event.t) <= ABOUT), None)
        left = tuple(one for one in others if one is not answer)
        return len(pairs_of(ones[1:], left)) == len(ones) - 1 == len(left)

    @cached_property
    def comes(self) -> Event | None:
        """The same act in the other performance, the first time it is begun there from where they part."""
        if self.first is None:
            return None
        having, event, _ = self.first
        others = self.rest[1] if having is self.one else self.rest[0]
        return next((one for one in others if the_same_act(one, event)), None)

    @cached_property
    def missed(self) -> Missed | None:
        """How near the other performance came to that act, where it is not done there any more."""
        if self.first is None or self.comes is not None:
            return None
        return nearness(self.first[2], label_of(*self.first[:2]), self.first[1].t)

    @cached_property
    def _shared(self) -> tuple[set[Event], set[Event]]:
        return {one for one, _ in self.pairs}, {other for _, other in self.pairs}


def the_same_act(one: Event, other: Event) -> bool:
    """Does the same one do the same to the same one?"""
    return (one.who, one.move, one.to) == (other.who, other.move, other.to)


def same(one: Event, other: Event) -> bool:
    """Is it the same act in the same words, at about the same time?"""
    alike = (one.who, one.move, one.to, one.wording, one.cut) == (other.who, other.move, other.to, other.wording, other.cut)
    return alike and abs(one.t - other.t) <= ABOUT


def label_of(trace: Trace, event: Event) -> str:
    """What an act is called among the rows of a performance's tables."""
    return trace.tables.labels["act"][act_row_of(trace, event)].label


def act_row_of(trace: Trace, event: Event) -> int:
    """Its row there."""
    act = event.index * at.SI_EVENT_SIZE + trace.tables.packed.ti[at.SI_EVENT] - trace.tables.packed.si_traced + at.EVENT_ACT
    return trace.last_ints[act]


def nearness(trace: Trace, label: str, t: float, around: float = 10.0) -> Missed | None:
    """How near a performance came to an act within `around` s of a time; None where it has no such act."""
    labels = [row.label for row in trace.tables.labels["act"]]
    if label not in labels:
        return None
    act, ti = labels.index(label), trace.tables.packed.ti
    state, floats = ti[at.SI_ACT] + act * at.SI_ACT_SIZE, ti[at.SF_ACT] + act * at.SF_ACT_SIZE
    best = Missed(False, 0.0, t)
    for step in range(max(0, int((t - around) / trace.dt)), min(trace.steps, int((t + around) / trace.dt) + 2)):
        si, sf = trace.si(step), trace.sf(step)
        if si[state + at.ACT_OPEN] == 1 and sf[floats + at.ACT_THETA] > 0.0:
            share = sf[floats + at.ACT_P] / sf[floats + at.ACT_THETA]
            if share > best.share or not best.open:
                best = Missed(True, max(0.0, min(1.0, share)), step * trace.dt)
    return best


def pairs_of(ones: tuple[Event, ...], others: tuple[Event, ...]) -> tuple[tuple[Event, Event], ...]:
    """Act by act as time goes by, each with the first of the other performance that answers to it, until one has none."""
    found: list[tuple[Event, Event]] = []
    left = [list(ones), list(others)]
    while left[0] and left[1]:
        own = 0 if left[0][0].t <= left[1][0].t else 1
        event = left[own][0]
        answer = next((one for one in left[1 - own] if same(event, one)), None)
        if answer is None:
            break
        left[own].pop(0)
        left[1 - own].remove(answer)
        found.append((event, answer) if own == 0 else (answer, event))
    return tuple(found)


def _by_time(trace: Trace) -> tuple[Event, ...]:
    return tuple(sorted(trace.events, key=lambda event: (event.t, event.index)))
