"""What every record that is about one performance says of it: which it is."""

from __future__ import annotations

from typing import Annotated, TypedDict

from pydantic import Field

from falter.model.record import Record
from falter.performance.trace import Trace


class OfPerformance(Record):
    """Something that is said of one performance."""

    kind: str
    scene: Annotated[str, Field(description="the scene's title")]
    seed: Annotated[int, Field(description="of the performance")]
    run: Annotated[int, Field(description="which performance of the seed")]


class Which(TypedDict):
    """A performance, named."""

    scene: str
    seed: int
    run: int


def which(trace: Trace) -> Which:
    """How a record names a performance."""
    return Which(scene=trace.scene.title, seed=trace.seed, run=trace.run)
