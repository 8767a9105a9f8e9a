"""Tables at many points of what is varied: those of one point with the numbers that follow from it replaced, the same to the last bit as
compiled anew. Where a decision falls otherwise than it fell, they are compiled anew."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import numpy

from falter.diagnostics.source import Places
from falter.model.quantities import quantities, with_values
from falter.model.scene import Scene
from falter.tables import columns as at
from falter.tables.compile import compile_scene
from falter.tables.following import Holds, Number, Tape, UnfollowedError, Values
from falter.tables.layout import SECTIONS
from falter.tables.names import Names
from falter.tables.rows import Packed, Rows, pack
from falter.tables.tables import Tables

BLOCKS: Final = ("tf", "sf")
"""Blocks with floats."""


@dataclass(frozen=True)
class Place:
    """Where a number that follows stands: its block, the cell, the step that gives it."""

    block: str
    cell: int
    step: int


MOST_KINDS: Final = 32
"""How many ways for decisions to fall are remembered; where they fall otherwise still, tables are compiled and forgotten."""
AT_ONCE: Final = 1024
"""Points whose numbers are worked out together."""


@dataclass(frozen=True)
class Patch:
    """Tables of one point, and how they follow from what is varied wherever every decision falls as it did there."""

    tables: Tables
    tape: Tape
    follow: tuple[Place, ...]

    def at(self, scene: Scene, cells: Sequence[float]) -> Tables:
        """The tables of the scene with other values, which these cells follow from."""
        blocks = {block: _copy(getattr(self.tables.packed, block)) for block in {place.block for place in self.follow}}
        for place, value in zip(self.follow, cells, strict=True):
            blocks[place.block][place.cell] = value
        views: dict[str, Any] = {block: memoryview(changed) for block, changed in blocks.items()}
        return replace(self.tables, scene=scene, names=Names(scene), packed=self.tables.packed._replace(**views))


def _copy(block: memoryview) -> array[float]:
    """Its cells at once: made of the view itself, an array would take each for a number of Python's."""
    copied = array("d")
    copied.frombytes(block.cast("B"))
    return copied


def tables_at(scene: Scene, places: Places | None, names: Sequence[str], points: Values) -> Iterator[Tables]:
    """The scene's tables at each point (a row a point, a column a quantity), one after the other; as compiled anew, to the last bit."""
    if not names:
        yield from (compile_scene(scene, places) for _ in points)
        return
    known, its = list[Patch](), quantities(scene)
    for start in range(0, len(points), AT_ONCE):
        part = points[start : start + AT_ONCE]
        played = [_played(patch, part) for patch in known]
        for row, point in enumerate(part.tolist()):
            there = with_values(scene, dict(zip(names, point, strict=True)), its)
            fitting = next((kind for kind, (_, holds) in enumerate(played) if holds[row]), None)
            if fitting is not None:
                yield known[fitting].at(there, played[fitting][0][row].tolist())
                continue
            patch = patch_of(scene, places, names, point) if len(known) < MOST_KINDS else None
            if patch is not None:
                known.append(patch)
                played.append(_played(patch, part))
            yield patch.tables if patch is not None else compile_scene(there, places)


def _played(patch: Patch, points: Values) -> tuple[Values, Holds]:
    """The cells that follow, a row a point; and at which points they may be taken."""
    values, holds = patch.tape.played(points)
    cells = numpy.stack([values[place.step] for place in patch.follow], axis=1) if patch.follow else numpy.zeros((len(points), 0))
    return cells, holds


def patch_of(scene: Scene, places: Places | None, names: Sequence[str], point: Sequence[float]) -> Patch | None:
    """The scene compiled at a point, with how its tables follow from these quantities; None where that cannot be said."""
    tape, found = Tape(), list[Place]()
    numbers = {name: tape.given(index, value) for index, (name, value) in enumerate(zip(names, point, strict=True))}

    def packing(rows: Rows, constants: list[float]) -> Packed:
        taken = _taken(rows, constants)
        packed = pack(rows, constants)
        found.extend(_placed(taken, packed))
        return packed

    try:
        tables = compile_scene(with_values(scene, cast("dict[str, float]", numbers)), places, packing=packing)
    except (TypeError, AttributeError):  # what is no float was taken for one
        return None
    there = with_values(scene, dict(zip(names, point, strict=True)))
    return Patch(replace(tables, scene=there, names=Names(there)), tape, tuple(found))


Taken = tuple[str, int, str, int, int]
"""Section, row, column, place in the column, step."""


def _taken(rows: Rows, constants: list[float]) -> list[Taken]:
    """The numbers that follow, taken out of the rows and put back as floats."""
    taken: list[Taken] = []
    for index, constant in enumerate(constants):
        if isinstance(constant, Number):
            taken.append(("", 0, "", index, constant.step))
            constants[index] = constant.value
    for section, values in rows.values.items():
        for row, cells in enumerate(values):
            for column, value in cells.items():
                if isinstance(value, Number):
                    taken.append((section, row, column, 0, value.step))
                    cells[column] = value.value
                elif isinstance(value, list) and any(isinstance(one, Number) for one in value):
                    many: list[Any] = value
                    taken += [(section, row, column, k, one.step) for k, one in enumerate(many) if isinstance(one, Number)]
                    cells[column] = [one.value if isinstance(one, Number) else one for one in many]
    return taken


def _placed(taken: list[Taken], packed: Packed) -> Iterator[Place]:
    """Where they came to stand. Raises UnfollowedError for one that is no float of the tables."""
    for section, row, column, k, step in taken:
        if not section:
            yield Place("tf", k, step)
            continue
        declared = next(one for one in SECTIONS if one.name == section)
        block = next(one.block for one in declared.columns if one.name == column)
        if block not in BLOCKS:
            raise UnfollowedError(f"{section}.{column} is no float")
        base = packed.ti[getattr(at, f"{block.upper()}_{section.upper()}")]
        yield Place(block, base + row * declared.size(block) + getattr(at, f"{section.upper()}_{column}") + k, step)
