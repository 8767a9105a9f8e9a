"""The form that the smallest changes have as plain values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from falter.model.record import Record

Part = Annotated[float, Field(ge=0.0, le=1.0)]


class FreshRecord(Record):
    """A share of fresh performances, with its interval at 95 %."""

    runs: int
    share: Part
    low: Part
    high: Part


class ChangeRecord(Record):
    """One number that is another."""

    name: Annotated[str, Field(description="as `--set` takes it")]
    written: float
    value: float


class AlternativeRecord(Record):
    """One change."""

    way: Annotated[float, Field(ge=0.0, description="how far it goes: Euclidean, a strength from nothing to wholly being 1")]
    changes: tuple[ChangeRecord, ...]
    without: Annotated[tuple[str, ...], Field(description="lines left out, as `--without` takes them")]
    fresh: FreshRecord
    pushed: Annotated[int, Field(ge=0, description="how often it fell short, and was taken a little farther")]


class NearestRecord(Record):
    """The smallest changes to the people that make something likely, nearest first."""

    kind: Literal["nearest"]
    goal: str
    share: Annotated[Part, Field(description="how likely it was to become")]
    seed: int
    written: FreshRecord
    likely_as_written: bool
    alternatives: tuple[AlternativeRecord, ...]
    nearest: Annotated[AlternativeRecord | None, Field(description="where nothing makes it so likely, what comes nearest")]
    strongest: Annotated[tuple[str, ...], Field(description="the strengths that tell most by themselves, the strongest first")]
    performed: Annotated[int, Field(description="performances of the search")]
    interrupted: bool
