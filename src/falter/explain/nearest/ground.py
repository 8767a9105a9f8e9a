"""What may be changed of a scene's people, and how far a change goes.

A change moves strengths and leaves facts out. How far it goes is Euclidean: each strength counts the way that it is moved, in units of its
range, which of a strength is from nothing to wholly, and a fact left out counts the way of all its strengths to nothing. Wachter,
Mittelstadt & Russell (2017) choose counterfactuals by such a distance; that strengths are not scaled by how they spread is ours, for a
scene is one case and has no spread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from math import sqrt
from typing import Final

import numpy

from falter.diagnostics.nearest import listed, nearest
from falter.diagnostics.source import Places
from falter.explore.records import Numbers
from falter.explore.tuning import Free
from falter.explore.varying import VaryError, varied
from falter.model.quantities import Quantity, quantities
from falter.model.scene import Scene

NO_PERSON: Final = ("wears",)
"""Of what stands under a person, what is not of him: what he wears hides as much on anybody."""
STEP: Final = 0.01
"""Strengths are moved to hundredths, as one writes them."""


@dataclass(frozen=True)
class Fact:
    """A line that may be left out: how it reads, the strengths that stand in it, and what leaving it out counts."""

    line: str
    strengths: tuple[str, ...]
    way: float

    @property
    def name(self) -> str:
        """As quantities are named: `KYLO.remembers.nights`."""
        return ".".join(self.line.split(" "))


@dataclass(frozen=True)
class Ground:
    """A scene, some of its facts left out, and the strengths of it that may be moved: points of a search are numbers for these."""

    scene: Scene
    places: Places
    free: tuple[Free, ...]
    without: tuple[Fact, ...] = ()

    @cached_property
    def names(self) -> list[str]:
        """What the strengths are called."""
        return [one.name for one in self.free]

    @cached_property
    def written(self) -> Numbers:
        """The strengths as they are written."""
        return numpy.array([one.value for one in self.free])

    @cached_property
    def least(self) -> Numbers:
        """How low each may be moved."""
        return numpy.array([one.least for one in self.free])

    @cached_property
    def most(self) -> Numbers:
        """How high each may be moved."""
        return numpy.array([one.most for one in self.free])

    @cached_property
    def units(self) -> Numbers:
        """What counts as 1 of each: of a strength all of it, of anything else the range it may be moved in."""
        known = quantities(self.scene)
        return numpy.array([1.0 if _is_strength(known[one.name]) else one.most - one.least for one in self.free])

    @cached_property
    def left_out(self) -> float:
        """How far it is to this ground: what the facts left out count."""
        return sqrt(sum(fact.way**2 for fact in self.without))

    def offsets(self, points: Numbers) -> Numbers:
        """How far each strength is moved at some points, in units."""
        return numpy.asarray((points - self.written) / self.units)

    def way(self, point: Numbers) -> float:
        """How far a point is from the scene as it is written, facts left out and all."""
        return sqrt(self.left_out**2 + float((self.offsets(point) ** 2).sum()))

    def changed(self, point: Numbers) -> dict[str, float]:
        """The strengths that a point moves, with the values it gives them."""
        return {one.name: float(value) for one, value in zip(self.free, point, strict=True) if value != one.value}


def of_the_people(scene: Scene, in_words: Callable[[str], bool]) -> list[Free]:
    """The strengths of a scene's people: ties, norms, wants, powers, orders, promises, moods, display rules, memories, what they wonder."""
    return [
        Free(name, one.least, one.most, one.value, in_words(name))
        for name, one in quantities(scene).items()
        if one.path[0] == "people" and one.path[2] not in NO_PERSON and _is_strength(one)
    ]


@dataclass(frozen=True)
class Bounds:
    """What may be changed where somebody says it: of all that a scene has, what `vary` names and `keep` does not; where `vary` is empty, of
    the strengths and facts of its people. Either takes patterns (`KYLO.*`), and `vary` ranges too (`KYLO.loves.HUX=.4...8`)."""

    vary: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    def free(self, scene: Scene, own: Sequence[Free], facts: Sequence[Fact]) -> tuple[Free, ...]:
        """Of the strengths those that may be moved. Raises VaryError for a name that is none, and where nothing is left."""
        known, worded = quantities(scene), {one.name: one.words for one in own}
        chosen = {} if self.vary else {one.name: one for one in own}
        for text in self.vary:
            name, equals, _ = (part.strip() for part in text.partition("="))
            values = varied(text, scene).values if equals else ()
            for one in _named(name, known, facts, "vary"):
                span = (min(values), max(values)) if values else (known[one].least, known[one].most)
                chosen[one] = Free(one, *span, known[one].value, worded.get(one, False))
        kept = {name for text in self.keep for name in _named(text.strip(), known, facts, "keep")}
        found = tuple(one for name, one in chosen.items() if name not in kept)
        if not found and not self.facts(facts):
            raise VaryError("leaves nothing that may be changed", "name less in `keep`, or more in `vary`", "keep" if self.keep else "vary")
        return found

    def facts(self, facts: Sequence[Fact]) -> list[Fact]:
        """Of the facts those that may be left out: none that holds a strength which is kept."""
        named = [fact for fact in facts if not self.vary or _any(fact.name, self.vary)]
        return [fact for fact in named if not any(_any(name, self.keep) for name in (fact.name, *fact.strengths))]


def _any(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern.strip()) for pattern in patterns)


def _named(pattern: str, known: Mapping[str, Quantity], facts: Sequence[Fact], of: str) -> list[str]:
    """What a pattern of an argument names: of the mind's constants only what is named outright."""
    found = [name for name, one in known.items() if name == pattern or (fnmatchcase(name, pattern) and one.path[0] != "constants")]
    if not found and not any(fnmatchcase(fact.name, pattern) for fact in facts):
        near = nearest(pattern, known)
        own = [name for name, one in known.items() if one.path[0] == "people"]
        raise VaryError(f"names no quantity of this scene: `{pattern}`", f"write `{near}`" if near else f"write one of {listed(own)}", of)
    return found


def _is_strength(one: Quantity) -> bool:
    return (one.least, one.most) == (0.0, 1.0) and one.path[0] != "constants"
