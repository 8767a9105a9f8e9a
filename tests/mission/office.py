"""The rows of the mission in the general's office: which of them a performance has, and many performances of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from falter.performance.batch import perform_batch
from falter.performance.event import Event, Incident
from tests.performing import whole_scene

ROWS = 22
SCENE = "the-generals-office"

Occurs = Callable[[Sequence[Event], Sequence[Incident]], bool]


@cache
def rows() -> dict[int, Occurs]:
    """For each row, what tells by acts and incidents alone whether a performance of the office has it."""
    found: dict[int, Occurs] = {}
    for path in sorted(Path(__file__).parent.glob("test_[0-9][0-9]_*.py")):
        found[int(path.stem[5:7])] = importlib.import_module(f"tests.mission.{path.stem}").occurs
    return found


def rows_of(events: Sequence[Event], incidents: Sequence[Incident]) -> frozenset[int]:
    """The rows that one performance has."""
    return frozenset(row for row, occurs in rows().items() if occurs(events, incidents))


def rows_by_seed(first: int, count: int) -> Iterator[frozenset[int]]:
    """The rows of the performances under seeds `first`, `first + 1`, …: those that `falter run --seed` performs."""
    tables = whole_scene(SCENE)
    for seed in range(first, first + count):
        batch = perform_batch(tables, seed, 0, 1)
        yield rows_of(batch.events(0), batch.incidents(0))
