"""A scene as a simulator: numbers in, arrays out; for whoever infers, calibrates or analyses with tools of his own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy
from numpy.typing import ArrayLike, NDArray

from falter.diagnostics.source import Places
from falter.explore.design import RUNS, Range
from falter.explore.pooled import in_order
from falter.explore.records import Beats, Labels, Numbers, Runs, beats_of, runs_of
from falter.explore.wanted import Wanted, wanted
from falter.model.scene import Scene
from falter.performance.batch import endings_of, perform_batch
from falter.performance.perform import compiled_advance
from falter.tables.compile import compile_scene
from falter.tables.patching import tables_at
from falter.tables.tables import Tables

NUMBERS: Final = ("seconds", "acts", "deed_t", "hesitation")
CODES: Final = ("ending", "deed")
OUTPUTS: Final = ("ending", "seconds", "deed_t", "hesitation")
"""What comes out where nothing is said."""


@dataclass(frozen=True)
class Box:
    """The ranges that a simulator's quantities are drawn from evenly: a prior in plain arrays."""

    low: Numbers
    high: Numbers

    def sample(self, rows: int, seed: int) -> Numbers:
        """So many rows of quantities."""
        return numpy.random.default_rng(seed).uniform(self.low, self.high, (rows, len(self.low)))

    def log_prob(self, theta: ArrayLike) -> Numbers:
        """The log density of each row: −∞ outside."""
        rows = numpy.asarray(theta, float)
        inside = ((rows >= self.low) & (rows <= self.high)).all(axis=-1)
        return numpy.where(inside, -float(numpy.log(self.high - self.low).sum()), -numpy.inf)


@dataclass(frozen=True)
class Simulator:
    """A scene whose `ranges` are given row by row. Called with rows and a seed, it gives an array for each of its outputs.

    An output is `ending` or `deed`, which are codes (of `endings` and `deeds`; −1 is none); `seconds`, `acts`, `deed_t`, `hesitation`,
    columns of the table of runs; or a text as for `--find`, such as `act=BEN.lie before 20`, which is 1 where it is so and else 0.
    """

    scene: Scene
    places: Places
    ranges: tuple[Range, ...]
    outputs: tuple[str, ...] = OUTPUTS

    def __post_init__(self) -> None:
        self._wanted  # noqa: B018  an output that is none is told of at once

    @property
    def endings(self) -> tuple[str, ...]:
        """What the codes of `ending` are called."""
        return endings_of(self.scene)

    @property
    def deeds(self) -> tuple[str, ...]:
        """What the codes of `deed` are called."""
        return Labels(self._tables).acts

    @property
    def box(self) -> Box:
        """The ranges, as arrays."""
        return Box(numpy.array([one.low for one in self.ranges]), numpy.array([one.high for one in self.ranges]))

    @property
    def columns(self) -> tuple[str, ...]:
        """What the columns of `matrix()` are: of an ending, a column for each; of a deed as well."""
        return tuple(column for name in self.outputs for column in self._columns_of(name))

    def __call__(self, theta: ArrayLike, seed: int, runs: int = 1, jobs: int = 1, first: int = 0) -> dict[str, NDArray[Any]]:
        """An array for each output, with a number for each row of `theta`; with more `runs` than one, so many for each.

        Row i is performed with runs `first + i·runs` on of that seed: the same numbers whatever the other rows are and whatever `jobs`. Of
        what is timed, what was not done is not a number. Raises ValueError for rows that are none, or out of range.
        """
        rows = self._rows(theta)
        compiled_advance()
        tables = tables_at(self.scene, self.places, [one.name for one in self.ranges], rows)

        def perform(each: tuple[int, Tables]) -> list[NDArray[Any]]:
            batch = perform_batch(each[1], seed, first + each[0] * runs, runs)
            return self._read(runs_of(batch), beats_of(batch))

        found = list(in_order(perform, enumerate(tables), jobs))
        arrays = [numpy.array([one[k] for one in found]).reshape(len(rows), runs) for k in range(len(self.outputs))]
        return {name: array[:, 0] if runs == 1 else array for name, array in zip(self.outputs, arrays, strict=True)}

    def matrix(self, theta: ArrayLike, seed: int, runs: int = 1, jobs: int = 1, first: int = 0) -> Numbers:
        """A row of numbers for each row of `theta`, of `columns`: with more runs than one, their means over what is a number."""
        found = self(theta, seed, runs, jobs, first)
        flat = []
        for name in self.outputs:
            cells = found[name].reshape(-1, runs)
            codes = self._codes(name)
            flat += [cells == code for code in range(len(codes))] if codes else [cells]
        whole = numpy.stack(flat, axis=-1).astype(float)
        known = ~numpy.isnan(whole)
        with numpy.errstate(invalid="ignore"):
            return numpy.asarray(numpy.where(known, whole, 0.0).sum(axis=1) / known.sum(axis=1))

    def to_sbi(self, seed: int, jobs: int = 1) -> tuple[Box, Callable[[Any], Any]]:
        """A prior in plain arrays, and a function from rows of quantities to rows of `columns`, each call with luck of its own.

        Given a tensor of torch, the function gives one back; nothing of torch is imported.
        """
        taken = 0

        def simulate(theta: Any) -> Any:
            nonlocal taken
            torch = sys.modules.get("torch")
            tensor = torch is not None and isinstance(theta, torch.Tensor)
            rows = numpy.atleast_2d(theta.detach().cpu().numpy() if tensor else numpy.asarray(theta, float)).astype(float)
            first, taken = taken, taken + len(rows)
            found = self.matrix(rows, seed, 1, jobs, first)
            return torch.as_tensor(found, dtype=torch.float32) if torch is not None and tensor else found

        return self.box, simulate

    def to_salib(self, seed: int, runs: int = RUNS, jobs: int = 1) -> tuple[dict[str, Any], Callable[[ArrayLike], Numbers]]:
        """A problem as SALib wants it, and a function from its samples to the means of `columns` over so many runs, the same luck at each.

        What luck does to means is not taken off by SALib's estimators; `Scene.drivers` takes it off.
        """
        names = [one.name for one in self.ranges]
        problem = {
            "num_vars": len(names),
            "names": names,
            "bounds": [[one.low, one.high] for one in self.ranges],
            "outputs": list(self.columns),
        }

        def evaluate(theta: ArrayLike) -> Numbers:
            found = self.matrix(theta, seed, runs, jobs)
            return found[:, 0] if found.shape[1] == 1 else found

        return problem, evaluate

    @cached_property
    def _tables(self) -> Tables:
        return compile_scene(self.scene, self.places)

    @cached_property
    def _wanted(self) -> dict[str, Wanted]:
        return {name: wanted(name, self._tables) for name in self.outputs if name not in (*NUMBERS, *CODES)}

    def _codes(self, name: str) -> tuple[str, ...]:
        return {"ending": self.endings, "deed": self.deeds}[name] if name in CODES else ()

    def _columns_of(self, name: str) -> Sequence[str]:
        return [f"{name}={code}" for code in self._codes(name)] or [name]

    def _rows(self, theta: ArrayLike) -> Numbers:
        rows = numpy.asarray(theta, float)
        if rows.ndim != 2 or rows.shape[1] != len(self.ranges):
            raise ValueError(f"theta must have {len(self.ranges)} columns, a row a point; got an array of shape {rows.shape}")
        box = self.box
        for column, one in enumerate(self.ranges):
            outside = ~((rows[:, column] >= box.low[column]) & (rows[:, column] <= box.high[column]))
            if outside.any():
                raise ValueError(f"{one.name} must lie in [{one.low:g}, {one.high:g}]; got {rows[outside][0, column]:g}")
        return rows

    def _read(self, runs: Runs, beats: Beats) -> list[NDArray[Any]]:
        """Each output of some runs."""
        own = self._wanted
        return [own[name].among(runs, beats).astype(float) if name in own else getattr(runs, name) for name in self.outputs]
