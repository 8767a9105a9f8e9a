"""Tables as text: every row with its label, its place in the scene, and the columns that are not 0. Reads the layout, knows no scene."""

from __future__ import annotations

from collections.abc import Iterator

from falter.diagnostics.source import Source
from falter.model.constants import CONSTANTS
from falter.tables.layout import SECTIONS, Column, Section, constant_names, header_names
from falter.tables.tables import Tables


def disassemble(tables: Tables, source: Source | None = None) -> str:
    """The constants, then every section with rows; lines of the scene are named if its source is given."""
    lines = ["constants: value, unit, range, default"]
    lines += [_constant(name, value) for name, value in zip(constant_names(), tables.packed.tf, strict=False)]
    for section in SECTIONS:
        lines += _section(tables, section, source)
    return "\n".join(lines)


def _constant(name: str, value: float) -> str:
    """`  theta0 = 2.5  √s  0.05 to 20, default 2`."""
    found = CONSTANTS[name]
    return f"  {name} = {value:g}  {found.unit}  {found.low:g} to {found.high:g}, default {found.default:g}"


def _section(tables: Tables, section: Section, source: Source | None) -> list[str]:
    rows = tables.labels[section.name]
    if not rows:
        return []
    lines = ["", f"{section.name}: {section.rows} ({len(rows)})"]
    for number, row in enumerate(rows):
        line = f"  {source.told_line(row.span.start)}" if source is not None and row.span is not None else ""
        lines.append(f"  [{number}] {row.label}{line}")
        lines += [f"      {column.name} = {value}  {column.unit}" for column, value in cells(tables, section, number)]
    return lines


def cells(tables: Tables, section: Section, number: int) -> Iterator[tuple[Column, str]]:
    """The columns of one row that are not 0, with their values as text."""
    header = dict(zip(header_names(), tables.packed.ti, strict=False))
    offsets: dict[str, int] = {}
    for column in section.columns:
        start = offsets.get(column.block, 0)
        offsets[column.block] = start + column.width
        base = header[f"{column.block.upper()}_{section.name.upper()}"] + number * section.size(column.block) + start
        values = getattr(tables.packed, column.block)[base : base + column.width]
        if any(values):
            yield column, " ".join(f"{value:#x}" if column.block == "tu" else f"{value:g}" for value in values)
