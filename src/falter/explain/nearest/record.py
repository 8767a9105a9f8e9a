"""The form that the smallest changes have as plain values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from falter.model.record import Record

Part = Annotated[float, Field(ge=0.0, le=1.0)]


class FreshRecord(Record):
    """A share of fresh performances, with its interval at 95 %."""

    runs: Annotated[int, Field(description="how many")]
    share: Annotated[Part, Field(description="of them")]
    low: Annotated[Part, Field(description="of Wilson's interval at 95 %")]
    high: Annotated[Part, Field(description="of the same")]


class ChangeRecord(Record):
    """One number that is another."""

    name: Annotated[str, Field(description="as `--set` takes it")]
    written: Annotated[float, Field(description="in the unit of the quantity; a strength is in [0, 1]")]
    value: Annotated[float, Field(description="in the same unit")]


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
    scene: Annotated[str, Field(description="the scene's title")]
    goal: str
    share: Annotated[Part, Field(description="how likely it was to become")]
    seed: Annotated[int, Field(description="the seed of the search; fresh performances are of the next")]
    written: FreshRecord
    likely_as_written: bool
    alternatives: tuple[AlternativeRecord, ...]
    nearest: Annotated[AlternativeRecord | None, Field(description="where nothing makes it so likely, what comes nearest")]
    strongest: Annotated[tuple[str, ...], Field(description="the strengths that tell most by themselves, the strongest first")]
    performed: Annotated[int, Field(description="performances of the search")]
    interrupted: bool
