"""Why somebody did something: the act traced back to what spoke for it and against it, and to what was behind that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from falter.diagnostics.source import Path
from falter.explain.building import Built, Crossing, followed
from falter.explain.causes import ITSELF, Cause, Source
from falter.explain.parting import label_of
from falter.performance.event import Event
from falter.performance.trace import Trace
from falter.tables.tables import Tables

HAIR = 5e-4
"""Share of a preference below which something had no part in it."""


@dataclass(frozen=True)
class Behind:
    """What was behind a part of it: `by` "itself", "waiting", "feeling" (`emotion`) or "mind", and the happening that brought it about."""

    by: str
    emotion: int
    cause: Cause
    share: float


@dataclass(frozen=True)
class Part:
    """A motive's share of the preference with which an act was begun, or that of chance, rivals, the start; below 0, it spoke against."""

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
    """One act of a performance, and what decided it. Shares are of the preference at the crossing, and add up to 1."""

    trace: Trace
    event: Event
    crossing: Crossing | None
    """None where no race decided: the act was commanded, or slipped out for no reason."""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All that had a part in it, what spoke for it most first; what had the least part of all, last."""
        return () if self.crossing is None else parts_of(self.trace.tables, self.crossing.build, self.crossing.preference)

    @property
    def gathered(self) -> float:
        """For how long it had been building up, in s."""
        return self.event.t - self.crossing.build.since if self.crossing else 0.0

    def causes(self) -> list[tuple[Part | None, Cause, float]]:
        """Single things that spoke for it, the weightiest first: a motive of itself (its part), or a happening by all that it moved."""
        happenings: defaultdict[Cause, float] = defaultdict(float)
        found: list[tuple[Part | None, Cause, float]] = []
        for part in self.parts:
            own = part.share if part.motive < 0 else sum(one.share for one in part.behind if one.cause == ITSELF)
            found.append((part, ITSELF, own))
            for one in part.behind:
                if one.cause != ITSELF:
                    happenings[one.cause] += one.share
        found += [(None, cause, share) for cause, share in happenings.items()]
        return sorted((one for one in found if one[2] > HAIR), key=lambda one: -one[2])


def parts_of(tables: Tables, build: Built, whole: float) -> tuple[Part, ...]:
    """What a preference is made of, in shares of `whole`: what speaks for the act most first."""
    sources: defaultdict[int | str, list[tuple[Source, float]]] = defaultdict(list)
    for source, amount in build.left.items():
        sources[source.motive if source.kind == "motive" else source.kind].append((source, amount / whole))
    made = [_part(tables, key, found) for key, found in sources.items()]
    return tuple(sorted((part for part in made if abs(part.share) > HAIR), key=lambda part: -part.share))


def _part(tables: Tables, key: int | str, found: list[tuple[Source, float]]) -> Part:
    share = sum(amount for _, amount in found)
    if isinstance(key, str):
        return Part(key, key, -1, (), share)
    row = tables.labels["motive"][key]
    return Part(row.label.split(" ")[0], row.label, key, row.path, share, tuple(_behind(found)))


def _behind(found: list[tuple[Source, float]]) -> Iterator[Behind]:
    ordered = sorted(found, key=lambda one: -abs(one[1]))
    yield from (Behind(source.by, source.what, source.cause, share) for source, share in ordered if abs(share) > HAIR)


def why(trace: Trace, event: Event) -> Why:
    """Why an act of a performance was done. Performs it again to see; of performances that were interfered with, it cannot say."""
    label = label_of(trace, event)

    def act(tables: Tables) -> list[int]:
        return [[row.label for row in tables.labels["act"]].index(label)]

    crossings = followed(trace, act).crossings
    return Why(trace, event, next((one for one in crossings if one.event == event.index), None))
