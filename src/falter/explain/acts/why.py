"""Why somebody did something: the act traced back to what spoke for it and against it, and to what was behind that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from falter.diagnostics.source import Path
from falter.explain.acts.building import Crossing, followed
from falter.explain.acts.causes import OWN, Source
from falter.explain.acts.happened import since_of
from falter.explain.acts.opening import Opened, opened
from falter.explain.acts.threshold import Taken, taken
from falter.explain.changes.parting import label_of
from falter.explain.commanded import commanded
from falter.explain.standing import ITSELF, Cause
from falter.kernel.reconsider import NO_DEADLINE
from falter.narrate.timeline import clock
from falter.performance.event import Event
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.tables import Tables

HAIR = 5e-4
"""Share of what an act took below which something is as good as nothing."""


class Behind(NamedTuple):
    """What was behind a part of it: `by` "itself", "waiting", "feeling" (`emotion`) or "mind", and the cause of that."""

    by: str
    emotion: int
    cause: Cause
    share: float


@dataclass(frozen=True)
class Part:
    """A motive's share of the preference at which an act was begun, or that of chance, rivals, the start; below 0, it spoke against."""

    kind: str
    """A kind of motive, or "chance", "rivals", "start"."""
    label: str
    motive: int
    """Its row; −1 where it is none."""
    path: Path
    share: float
    behind: tuple[Behind, ...] = ()


@dataclass(frozen=True)
class Why:
    """One act of a performance, and what decided it. Shares are of the preference as it crossed, which is what it took; they sum to 1."""

    trace: Trace
    event: Event
    crossing: Crossing | None
    """None where no race decided: the act was asked of the performance, or slipped out for no reason."""

    def __repr__(self) -> str:
        return f"<Why {self.event.who} {self.event.move} at {clock(self.event.t)}>"

    @cached_property
    def step(self) -> int:
        """The step in which it was begun."""
        return self.trace.begun_in(self.event)

    @cached_property
    def asked_for(self) -> bool:
        """Was it asked of the performance, and not decided in it?"""
        return self.crossing is None and commanded(self.trace, self.event)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All that had a part in it, what spoke for it most first; what had the least part of all, last."""
        return () if self.crossing is None else parts_of(self.trace.tables, self.crossing, self.crossing.threshold)

    @property
    def gathered(self) -> float:
        """For how long it had been building up, in s."""
        return self.event.t - self.crossing.build.since if self.crossing else 0.0

    @cached_property
    def opened(self) -> Opened | None:
        """What let it open; None where it was open from the beginning."""
        crossing = self.crossing
        return opened(self.trace, crossing.act, crossing.build.since, crossing.build.felt) if crossing else None

    @cached_property
    def taken(self) -> Taken | None:
        """What it took."""
        return taken(self.trace, self.crossing) if self.crossing else None

    @cached_property
    def followed_on(self) -> bool:
        """Did it follow closely on what opened it: before that had half faded from mind?"""
        if self.opened is None or self.opened.cause == ITSELF or self._own(self.opened.cause):
            return False
        t = since_of(self.opened.event, self.trace)
        return self.event.t - t <= self.trace.tables.packed.tf[at.K_CUE_HALF_LIFE]

    def _own(self, cause: Cause) -> bool:
        return cause[0] == "act" and self.trace.events[cause[1]].who == self.event.who

    def causes(self) -> list[tuple[Part | None, Cause, float]]:
        """Single causes of it, the weightiest first: a motive of itself (its part), what happened by all that it moved, what lowered the
        threshold, by as many shares as that had been more; and what opened it, if it followed on that, by all of these.
        A pace that the author gives to all that is done counts by what it is more than that.
        """
        moved: defaultdict[Cause, float] = defaultdict(float)
        found: list[tuple[Part | None, Cause, float]] = []
        for part in self.parts:
            behind = [
                one if one.by != "waiting" or not self._due(part) else one._replace(cause=("deadline", part.motive)) for one in part.behind
            ]
            own = part.share if part.motive < 0 else sum(one.share for one in behind if one.cause in OWN)
            found.append((part, ITSELF, own))
            for one in behind:
                if one.cause not in OWN:
                    moved[one.cause] += one.share
        spoke = sum(part.share for part in self.parts if part.share > 0.0)
        for cause, share in self._given_up().items():
            moved[cause] += share if cause[0] == "deadline" else share - spoke
        if self.opened is not None and self.followed_on:
            moved[self.opened.cause] = spoke + sum(self._given_up().values())
        found = [(None, cause, share) for cause, share in moved.items()] + found
        return sorted((one for one in found if one[2] > HAIR), key=lambda one: -one[2])

    def _given_up(self) -> dict[Cause, float]:
        """What was given up of the threshold, in shares of what is left of it."""
        if self.taken is None:
            return {}
        return {cause: share * self.taken.undiminished / self.taken.threshold for cause, share in self.taken.given_up().items()}

    def _due(self, part: Part) -> bool:
        """Is there a time by which the motive must be met?"""
        packed = self.trace.tables.packed
        return part.motive >= 0 and packed.tf[packed.ti[at.TF_MOTIVE] + part.motive * at.TF_MOTIVE_SIZE + at.MOTIVE_DEADLINE] < NO_DEADLINE


def parts_of(tables: Tables, crossing: Crossing, whole: float) -> tuple[Part, ...]:
    """What a preference is made of, in shares of `whole`: what speaks for the act most first."""
    sources: defaultdict[int | str, list[tuple[Source, float]]] = defaultdict(list)
    for source, amount in crossing.build.left.items():
        sources[source.motive if source.kind == "motive" else source.kind].append((source, amount / whole))
    lean = (*tables.labels["act"][crossing.act].path, "leans")
    made = [_part(tables, key, found, lean) for key, found in sources.items()]
    return tuple(sorted(made, key=lambda part: -part.share))


def _part(tables: Tables, key: int | str, found: list[tuple[Source, float]], lean: Path) -> Part:
    share = sum(amount for _, amount in found)
    if isinstance(key, str):
        return Part(key, key, -1, lean if key == "start" else (), share)
    row = tables.labels["motive"][key]
    return Part(row.label.split(" ")[0], row.label, key, row.path, share, tuple(_behind(found)))


def _behind(found: list[tuple[Source, float]]) -> Iterator[Behind]:
    ordered = sorted(found, key=lambda one: -abs(one[1]))
    yield from (Behind(source.by, source.what, source.cause, share) for source, share in ordered)


def why(trace: Trace, event: Event) -> Why:
    """Why an act of a performance was done. Performs it again to see, with whatever was done to it by hand."""
    return whys(trace, [event])[0]


def whys(trace: Trace, events: Collection[Event]) -> list[Why]:
    """Why each of some acts was done. Performs it again, once, to see."""
    labels = {label_of(trace, event) for event in events}

    def acts(tables: Tables) -> list[int]:
        return [row for row, act in enumerate(tables.labels["act"]) if act.label in labels]

    crossings = {one.event: one for one in followed(trace, acts).crossings}
    return [Why(trace, event, crossings.get(event.index)) for event in events]
