"""Rows being gathered, and their packing into the flat blocks. Knows the layout, not the scene."""

from __future__ import annotations

from array import array
from typing import Final, NamedTuple, cast

from falter.diagnostics.source import Path, Span
from falter.numeric.mode import Floats, Ints, Words
from falter.tables.layout import BLOCKS, SECTIONS, UNTRACED, Section, header_names

TYPECODES: Final = {"ti": "q", "tf": "d", "tu": "Q", "si": "q", "sf": "d"}
NEVER: Final = 1e18
"""s: a time that does not come."""

Value = int | float | list[float] | list[int]

ZEROS: Final[dict[str, Value]] = {}
"""A row of zeros; shared, never changed."""


class Row(NamedTuple):
    """What a row is and where in the scene it was written: a label for people, the model path, the span if it was read from text."""

    label: str
    path: Path = ()
    span: Span | None = None


class Rows:
    """All rows of one scene, by section, before packing."""

    def __init__(self) -> None:
        self.values: dict[str, list[dict[str, Value]]] = {section.name: [] for section in SECTIONS}
        self.labels: dict[str, list[Row]] = {section.name: [] for section in SECTIONS}

    def count(self, section: str) -> int:
        """Rows gathered so far."""
        return len(self.values[section])

    def add(self, section: str, row: Row, **columns: Value) -> int:
        """Add a row; columns not named are 0. Returns its number."""
        self.values[section].append(columns)
        self.labels[section].append(row)
        return len(self.values[section]) - 1

    def fill(self, section: str, row: Row, count: int) -> int:
        """Add `count` rows of zeros under one label. Returns the number of the first."""
        first = self.count(section)
        self.values[section].extend([ZEROS] * count)
        self.labels[section].extend([row] * count)
        return first

    def whole(self, section: str, row: int, column: str) -> int:
        """An integer column of a row; 0 where it was not named."""
        value = self.values[section][row].get(column, 0)
        if not isinstance(value, int):
            raise TypeError(f"{section}.{column} is no integer")
        return value

    def set(self, section: str, row: int, **columns: Value) -> None:
        """Change columns of a row."""
        self.values[section][row].update(columns)


class Packed(NamedTuple):
    """The five blocks, and where the rows of state that are traced end."""

    ti: Ints
    tf: Floats
    tu: Words
    si: Ints
    sf: Floats
    si_traced: int
    sf_traced: int


def ints_of(content: bytes) -> Ints:
    """A block of integers from its bytes."""
    return memoryview(array("q", content))


def floats_of(content: bytes) -> Floats:
    """A block of floats from its bytes."""
    return cast("Floats", memoryview(array("d", content)))


def words_of(content: bytes) -> Words:
    """A block of words from its bytes."""
    return memoryview(array("Q", content))


def pack(rows: Rows, constants: list[float]) -> Packed:
    """Lay the rows out: `ti` opens with the header, `tf` with the constants of the mind."""
    names = header_names()
    blocks: dict[str, list[float]] = {block: [] for block in BLOCKS}
    blocks["ti"] = [0] * len(names)
    blocks["tf"] = list(constants)
    place = {name: index for index, name in enumerate(names)}
    traced = (0, 0)
    for section in SECTIONS:
        if section.name not in UNTRACED:
            traced = (traced[0] + rows.count(section.name) * section.size("si"), traced[1] + rows.count(section.name) * section.size("sf"))
        blocks["ti"][place[f"N_{section.name.upper()}"]] = rows.count(section.name)
        for block in BLOCKS:
            if section.size(block):
                blocks["ti"][place[f"{block.upper()}_{section.name.upper()}"]] = len(blocks[block])
                _lay(rows, section, block, blocks[block])
    ti, tf, tu, si, sf = (memoryview(array(TYPECODES[block], _cells(block, blocks[block]))) for block in BLOCKS)
    return Packed(ti, cast("Floats", tf), tu, si, cast("Floats", sf), *traced)


def _lay(rows: Rows, section: Section, block: str, into: list[float]) -> None:
    columns = [column for column in section.columns if column.block == block]
    zeros = [0] * section.size(block)
    for values in rows.values[section.name]:
        if not values:
            into.extend(zeros)
            continue
        for column in columns:
            value = values.get(column.name, [0] * column.width)
            cells = value if isinstance(value, list) else [value]
            assert len(cells) == column.width, f"{section.name}.{column.name} is {column.width} wide"
            into.extend(cells)


def _cells(block: str, values: list[float]) -> list[float]:
    return [float(value) for value in values] if TYPECODES[block] == "d" else values
