"""What a search for the smallest change came to: alternatives of different kinds, each as fresh performances have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from falter.explain.nearest.record import AlternativeRecord, ChangeRecord, FreshRecord, NearestRecord
from falter.explore.intervals import Share
from falter.explore.tuning import Free
from falter.model.scene import Scene

NEARER: Final = 0.95
"""Moving more strengths is told only where it is nearer by this factor than moving some of them."""
MOST: Final = 8
"""Alternatives that are told."""


@dataclass(frozen=True)
class Alternative:
    """One change that makes it as likely as was asked for, or comes nearest to that."""

    values: dict[str, float]
    """Strengths moved, by name, with what they are moved to."""
    written: dict[str, float]
    """What they are as written."""
    without: tuple[str, ...]
    """Lines left out, each as it begins."""
    way: float
    """How far it is from the scene as written."""
    share: Share
    """Of fresh performances, those as wanted."""
    runs: int
    """How many fresh performances those are."""
    tried: int
    """How often it was pushed a little farther, and held to other fresh performances, before it held."""

    @property
    def kind(self) -> frozenset[str]:
        """What it changes."""
        return frozenset([*self.values, *self.without])

    def typed(self) -> AlternativeRecord:
        """As values of a known form."""
        changes = tuple(ChangeRecord(name=name, written=self.written[name], value=value) for name, value in self.values.items())
        fresh = FreshRecord(runs=self.runs, **self.share._asdict())
        return AlternativeRecord(way=self.way, changes=changes, without=self.without, fresh=fresh, pushed=self.tried)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        return self.typed().model_dump(mode="json")


@dataclass(frozen=True)
class Smallest:
    """The smallest changes that make something likely, nearest first."""

    scene: Scene
    goal: str
    share: float
    """How likely it was to become."""
    written: Share
    """How likely it is as written, in fresh performances."""
    alternatives: tuple[Alternative, ...]
    nearest: Alternative | None
    """Where nothing reaches it, what comes nearest."""
    free: tuple[Free, ...]
    strongest: tuple[str, ...]
    """The strengths that tell most by themselves, the strongest first."""
    performed: int
    """Performances of the search."""
    runs: int
    """Fresh performances of each alternative."""
    seed: int
    interrupted: bool = False
    waits: tuple[tuple[str, ...], ...] | None = None
    """Where nothing that was tried ever led there: the moves it waits on that nobody does as written; all of them by any one way."""

    @property
    def likely_as_written(self) -> bool:
        """Is nothing to be changed?"""
        return self.written.share >= self.share

    def told(self) -> str:
        """As prose."""
        from falter.explain.nearest.told import told

        return told(self)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        return NearestRecord(
            kind="nearest",
            scene=self.scene.title,
            goal=self.goal,
            share=self.share,
            seed=self.seed,
            written=FreshRecord(runs=self.runs, **self.written._asdict()),
            likely_as_written=self.likely_as_written,
            alternatives=tuple(one.typed() for one in self.alternatives),
            nearest=self.nearest and self.nearest.typed(),
            strongest=self.strongest,
            performed=self.performed,
            interrupted=self.interrupted,
        ).model_dump(mode="json")

    def _repr_html_(self) -> str:
        from falter.explain.nearest.told import html

        return html(self)

    def __repr__(self) -> str:
        return f"<Smallest {self.goal}: {len(self.alternatives)} alternatives>"


def chosen(found: list[Alternative]) -> tuple[Alternative, ...]:
    """The alternatives that are told, nearest first: of one kind the nearest, and none that changes more than another and is hardly nearer.

    That each be of another kind is the diversity that Mothilal, Sharma & Tan (2020) ask of a set of counterfactuals.
    """
    kept: list[Alternative] = []
    for one in sorted(found, key=lambda one: (len(one.kind), one.way)):
        if not any(other.kind <= one.kind and other.way * NEARER <= one.way for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.way)[:MOST])
