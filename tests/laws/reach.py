"""When one person came within reach of another, worked out from where they started and how each walked."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

import numpy

from falter.kernel.opening import CLOSEST
from falter.performance.event import Event
from falter.tables import Tables
from falter.tables.acts import STEP
from falter.tables.people import places_of
from tests.laws.survival import Flags, Numbers


def within_reach(tables: Tables, events: Sequence[Event], one: str, other: str, metres: float) -> float | None:
    """The time, in s, at which the two were first within `metres` m of each other; None if they never were."""
    start = places_of(tables.scene, tables.names)
    at = {person.id: place for person, place in zip(tables.names.people, start, strict=True)}
    moves = {(who.id, move.id): move for move in tables.names.moves for who in tables.names.people if not move.who or who.id in move.who}
    for event in sorted((event for event in events if not event.cut), key=lambda event: event.lands):
        move = moves[event.who, event.move]
        if move.towards in ("toward", "from") and event.to in at:
            at[event.who] = _walked(at[event.who], at[event.to], move.towards == "toward", move.step if move.step is not None else STEP)
        if hypot(at[one][0] - at[other][0], at[one][1] - at[other][1]) <= metres:
            return event.lands
    return None


def waits(rows: Sequence[tuple[float | None, float | None, float]]) -> tuple[Numbers, Flags]:
    """From (start, done, close) of each run, in s: how long it took, and whether the deed was done. Runs without a start are left out."""
    begun = [(start, done, close) for start, done, close in rows if start is not None and (done is None or done >= start)]
    times = [(close if done is None else done) - start for start, done, close in begun]
    return numpy.array(times), numpy.array([done is not None for _, done, _ in begun])


def _walked(place: tuple[float, float], aim: tuple[float, float], toward: bool, step: float) -> tuple[float, float]:
    distance = hypot(aim[0] - place[0], aim[1] - place[1])
    if distance == 0.0:
        return place
    length = min(step, max(distance - CLOSEST, 0.0)) if toward else -step
    return place[0] + (aim[0] - place[0]) * length / distance, place[1] + (aim[1] - place[1]) * length / distance
