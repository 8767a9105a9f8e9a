"""Numbers that bring a scene to what its author aims at: looked for with one luck, and held to it with another.

The search is CMA-ES (Hansen & Ostermeier 2001) over the ranges that the author leaves open, each set of numbers performed with the same
luck, so that what differs is the numbers. What it finds has been chosen for that luck; so the verdict is on fresh performances alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy

from falter.diagnostics.source import Places
from falter.explore.expecting import TIMES, Held, reached
from falter.explore.tasks import Told
from falter.model.quantities import quantities, with_values
from falter.model.scene import Aim, Scene
from falter.model.words import STRENGTHS
from falter.performance.batch import names_of, perform_batch
from falter.tables.compile import compile_scene

NEAR_WORD: Final = 0.05
"""A strength as near a word as this is written with the word, where the author writes words."""
ROUNDS: Final = 10
"""Generations of the search, at most."""
CLOSE: Final = 0.4
"""As near the middle of an aim as this part of the way to its ends, a share is near enough."""
FINAL: Final = 4
"""So many sets of numbers that are near enough end the search; they are performed so many times as often, and the best is proposed."""
NARROW: Final = 0.005
"""Ranges narrower than this to each side are taken for as wide."""
FRESH: Final = 5
"""So many times as often it is performed afresh, at first, to be judged."""


class Free(NamedTuple):
    """A number left for tuning."""

    name: str
    least: float
    most: float
    value: float
    """What it is performed with."""
    words: bool = False
    """The author writes it in words."""


@dataclass(frozen=True)
class Tuned:
    """Numbers proposed, and what fresh performances say of them."""

    free: tuple[Free, ...]
    values: dict[str, float]
    held: list[Held]
    """Every `aim` line, judged."""
    settings: int
    """How many sets of numbers were tried."""
    runs: int
    """Performances of each."""

    @property
    def reached(self) -> bool:
        """Does it do all that is aimed at?"""
        return all(one.verdict == "pass" for one in self.held)


@dataclass
class Search:
    """What has been tried with one luck: the loss of each set of numbers."""

    scene: Scene
    places: Places
    free: Sequence[Free]
    seed: int
    jobs: int
    told: Told
    losses: dict[tuple[tuple[float, ...], int], float] = field(default_factory=dict)

    def loss(self, values: tuple[float, ...], runs: int) -> float:
        """How far the shares are from their aims, squared and summed; 0 where all are near enough, 1 at an end of one."""
        key = values, runs
        if key not in self.losses:
            named = {free.name: value for free, value in zip(self.free, values, strict=True)}
            tables = compile_scene(with_values(self.scene, named), self.places)
            batch = perform_batch(tables, self.seed, 0, runs, keep=False, workers=self.jobs)
            counts = numpy.bincount(batch.endings[batch.met == 1], minlength=len(names_of(tables)))
            shares = dict(zip(names_of(tables), (counts / max(1, counts.sum())).tolist(), strict=True))
            self.losses[key] = sum(distance(shares.get(aim.ending, 0.0), aim) ** 2 for aim in self.scene.aims)
            self.told(runs)
        return self.losses[key]


def free_numbers(scene: Scene, more: Iterable[tuple[str, float, float]], in_words: Callable[[str], bool]) -> list[Free]:
    """The strengths given as ranges, and those named with a range besides; `in_words` says which the author writes in words."""
    known = quantities(scene)
    found = {}
    for name, quantity in known.items():
        if quantity.path[0] == "people" and quantity.path[2] == "ties":
            tie = scene.people[int(quantity.path[1])].ties[int(quantity.path[3])]
            if tie.upto is not None:
                found[name] = Free(name, tie.strength, tie.upto, quantity.value, in_words(name))
    for name, least, most in more:
        found[name] = Free(name, least, most, known[name].value, in_words(name))
    return list(found.values())


def distance(share: float, aim: Aim) -> float:
    """How far a share is from what is aimed at: 0 about the middle of the range, 1 at its ends, more beyond. A range that begins at 0 or
    goes up to 100 % has one end.

    >>> distance(0.24, Aim(ending="a", least=20.0, most=30.0)), distance(0.3, Aim(ending="a", least=20.0, most=30.0))
    (0.0, 1.0)
    >>> distance(0.0, Aim(ending="a", least=0.0, most=2.0)), distance(0.03, Aim(ending="a", least=0.0, most=2.0))
    (0.0, 1.833333333333)
    """
    least, most = aim.least / 100.0, aim.most / 100.0
    if least <= 0.0:
        along = share / max(most, NARROW)
    elif most >= 1.0:
        along = (1.0 - share) / max(1.0 - least, NARROW)
    else:
        along = abs(share - 0.5 * (least + most)) / max(0.5 * (most - least), NARROW)
    return round(max(0.0, along - CLOSE) / (1.0 - CLOSE), 12)


def tuned(scene: Scene, places: Places, free: Sequence[Free], seed: int, runs: int, jobs: int, told: Told) -> Tuned:
    """Numbers for what is left free, found with `runs` performances of each set, and held to the aims with fresh ones."""
    search = Search(scene, places, free, seed, jobs, told)
    ranked = _searched(search, runs)
    best = min(ranked[:FINAL], key=lambda values: search.loss(values, FINAL * runs))
    values = {one.name: value for one, value in zip(free, best, strict=True)}
    tables = compile_scene(with_values(scene, values), places)
    held = reached(tables, (seed + 1) % 2**64, FRESH * runs, TIMES * FRESH * runs, jobs, told)
    return Tuned(tuple(free), values, held, len({key[0] for key in search.losses}), runs)


def _searched(search: Search, runs: int) -> list[tuple[float, ...]]:
    """All sets of numbers tried, the best first."""
    from cmaes import CMA

    free = search.free
    size = max(2, len(free))  # it needs two dimensions: a second that changes nothing does no harm
    bounds = numpy.array([[0.0, 1.0]] * size)
    start = numpy.array([_place(one) for one in free] + [0.5] * (size - len(free)))
    strategy = CMA(mean=start, sigma=0.3, bounds=bounds, seed=search.seed % 2**32)
    tried = {tuple(one.value for one in free): search.loss(tuple(one.value for one in free), runs)}
    for _ in range(ROUNDS):
        if sum(loss == 0.0 for loss in tried.values()) >= FINAL:
            break
        asked = [strategy.ask() for _ in range(strategy.population_size)]
        values = [tuple(writable(one, place) for one, place in zip(free, each[: len(free)], strict=True)) for each in asked]
        losses = [search.loss(each, runs) for each in values]
        tried.update(zip(values, losses, strict=True))
        strategy.tell(list(zip(asked, losses, strict=True)))
        if strategy.should_stop():
            break
    return sorted(tried, key=lambda values: tried[values])


def _place(free: Free) -> float:
    """Where in its range a number is, in [0, 1]."""
    width = free.most - free.least
    return min(1.0, max(0.0, (free.value - free.least) / width)) if width > 0.0 else 0.5


def writable(free: Free, place: float) -> float:
    """The number at a place of its range, as one writes it: to hundredths of a strength, or with a word that is near.

    >>> writable(Free("a", 0.0, 1.0, 0.5), 0.684), writable(Free("a", 0.0, 1.0, 0.5, True), 0.684)
    (0.68, 0.7)
    """
    value = free.least + place * (free.most - free.least)
    near = [word for word in STRENGTHS.values() if free.words and abs(word - value) <= NEAR_WORD and free.least <= word <= free.most]
    if near:
        return min(near, key=lambda word: abs(word - value))
    step = 10.0 ** (-2 if free.most - free.least <= 2.0 else -1)
    return min(free.most, max(free.least, round(round(value / step) * step, 6)))
