"""A cause taken away, and the performance performed again with the same luck: is the act still done, and when?

What is taken away is just what was listed, and no earlier than it told. From when the act began to build up, a motive weighs nothing, while
ties, feelings and what others think stay; and luck has no part in the act. An act is cut short as it begins. What befell the doer leaves
him cold: it happens, but stirs no feeling of his and brings nothing to his mind; and where it opened the act, that stays shut. The head
start that the scene gives an act is not given; and from the start on a motive has no time by which it must be met, or a person no pace of
his own. What rivals took from it, and what somebody took another to mean, cannot be taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import islice
from typing import Any, Final, Literal, NamedTuple

from falter.explain.acts.why import Part, Why
from falter.explain.changes.parting import ABOUT, Missed, label_of, nearness, the_same_act
from falter.explain.standing import ITSELF, Cause
from falter.kernel.interventions import BAR, COLD, DROP, MUTE, QUIET
from falter.performance.event import Event
from falter.performance.perform import Intervention, perform
from falter.performance.trace import Trace
from falter.tables.blocking import TAKEN_OUT, not_led, taken_out
from falter.tables.tables import Tables

Effect = Literal["not at all", "later", "about the same", "all the same", "sooner"]
HARDLY: Final = 1e-9
"""s: begun no farther apart, it is all the same."""


class Removal(NamedTuple):
    """What takes a cause away."""

    tables: Tables
    rows: tuple[Intervention, ...] = ()


@dataclass(frozen=True)
class Without:
    """An act of a performance, and the same performance without one of the things that spoke for it."""

    why: Why
    part: Part | None
    """As `Why.causes` has it."""
    cause: Cause
    share: float
    trace: Trace
    """The performance without it."""

    @cached_property
    def event(self) -> Event | None:
        """The same act there: as often done by the same one before; None where it is not done so often."""
        return the_same(self.why.trace, self.why.event, self.trace)

    @property
    def by(self) -> float | None:
        """By how much later it is begun, in s; below 0, sooner; None where it is not."""
        return self.event.t - self.why.event.t if self.event else None

    @property
    def effect(self) -> Effect:
        """Later or sooner, by more than a second, or not at all; or about the same, or all the same."""
        return effect_of(self.by)

    @cached_property
    def missed(self) -> Missed | None:
        """Where it is not done: how near it came about then."""
        return None if self.event else nearness(self.trace, label_of(self.why.trace, self.why.event), self.why.event.t)

    def told(self) -> str:
        """In a line."""
        from falter.explain.changes.removing_told import told

        return told(self)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        from falter.explain.changes.removing_told import without_record

        return without_record(self).model_dump(mode="json")

    def __repr__(self) -> str:
        return f"<Without {self.part.label if self.part else self.cause}: {self.effect}>"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.told())}</pre>"


def without(why: Why, part: Part | None, cause: Cause, share: float) -> Without | None:
    """One of the things that `why.causes()` lists, taken away; None for what cannot be: what rivals left, what was there at the start."""
    found = removal(why, part, cause)
    return Without(why, part, cause, share, performed(why.trace, found)) if found else None


def taken_away(why: Why, most: int, among: Callable[[Why, Part | None, Cause], bool] = lambda *_: True) -> Iterator[Without]:
    """The first causes that can be taken away, of those that fit, at most so many, each by itself."""
    made = (without(why, *one) for one in why.causes() if among(why, one[0], one[1]))
    yield from islice((one for one in made if one), most)


def performed(trace: Trace, found: Removal) -> Trace:
    """The performance with that taken away."""
    return perform(found.tables, trace.seed, trace.run, trace.luck, (*trace.interventions, *found.rows))


def removal(why: Why, part: Part | None, cause: Cause) -> Removal | None:
    """What takes away a cause, and nothing else."""
    tables, doer = why.trace.tables, why.trace.tables.names.person[why.event.who]
    if cause[0] == "act":
        return Removal(tables, cut_short(why.trace, cause[1]))
    if cause[0] == "incident":
        return Removal(tables, (*_left_cold(why.trace, cause[1], doer), *_kept_shut(why, cause)))
    if cause[0] in TAKEN_OUT:
        return Removal(taken_out(tables, [cause]))
    if cause != ITSELF or part is None or why.crossing is None:
        return None
    since = round(why.crossing.build.since / why.trace.dt)
    if part.motive >= 0:
        return Removal(tables, (Intervention(since, MUTE, doer, part.motive),))
    if part.kind == "chance":
        return Removal(tables, (Intervention(since, QUIET, doer, why.crossing.act),))
    return Removal(not_led(tables, why.crossing.act)) if part.kind == "start" else None


def cut_short(trace: Trace, event: int) -> tuple[Intervention, ...]:
    """An act cut off in the step after it was begun."""
    return (Intervention(trace.begun_in(trace.events[event]) + 1, DROP, 0, event),)


def _left_cold(trace: Trace, incident: int, person: int) -> tuple[Intervention, ...]:
    return (Intervention(round(trace.incidents[incident].t / trace.dt), COLD, person, -1),)


def _kept_shut(why: Why, cause: Cause) -> tuple[Intervention, ...]:
    """The act does not open, if that was what opened it."""
    if why.crossing is None or why.opened is None or why.opened.cause != cause:
        return ()
    return (Intervention(round(why.crossing.build.since / why.trace.dt), BAR, 0, why.crossing.act),)


def the_same(trace: Trace, event: Event, other: Trace) -> Event | None:
    """The act of another performance that answers to one of this: of the same one to the same one, done as often before."""
    return the_same_of(trace.events, event, other.events)


def the_same_of(events: Sequence[Event], event: Event, others: Sequence[Event]) -> Event | None:
    """The same, of the acts of two performances."""
    place = [one.index for one in events if the_same_act(one, event)].index(event.index)
    return next(islice((one for one in others if the_same_act(one, event)), place, None), None)


def effect_of(by: float | None) -> Effect:
    """What taking something away did to an act that is begun so much later.

    >>> effect_of(None), effect_of(14.0), effect_of(-0.3)
    ('not at all', 'later', 'about the same')
    """
    if by is None:
        return "not at all"
    if abs(by) <= ABOUT:
        return "about the same" if abs(by) > HARDLY else "all the same"
    return "later" if by > 0.0 else "sooner"
