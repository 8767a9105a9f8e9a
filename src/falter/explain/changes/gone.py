"""What was left out of a scene along with a line, told; and as plain values."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from falter.explain.paragraph import paragraph
from falter.model.record import Record
from falter.scene.leaving import Shorter

FEW: Final = 8
"""Lines that are named, and parts of others."""
LETTERS: Final = 30
"""Of a line's words, as many as one needs to know it by."""


class GoneRecord(Record):
    """What was left out along with the lines that were asked for."""

    lines: Annotated[tuple[str, ...], Field(description="lines that need one that was left out")]
    conditions: Annotated[tuple[str, ...], Field(description="parts of conditions and of lists, with where they stood")]


def gone_record(gone: Shorter | None) -> GoneRecord:
    """As plain values."""
    return GoneRecord(lines=gone.lines if gone else (), conditions=gone.conditions if gone else ())


def gone_told(gone: Shorter | None) -> str:
    """In a sentence or two, and an empty line after them; nothing where nothing went along."""
    found = gone_record(gone)
    lines = [f"`{_head(line)}`" for line in sorted(found.lines, key=lambda line: " may " not in line)]
    parts = list(dict.fromkeys(map(_part, found.conditions)))
    told = f"Gone with it, since they need it: {_listed(lines)}." if lines else ""
    told += f" Gone from other lines: {_listed(parts)}." if parts else ""
    return "".join(f"{line}\n" for line in paragraph([told.strip()])) + "\n" if told else ""


def _part(condition: str) -> str:
    """A part of a line that is left, with whose line that is: `25 s after unmask` (closes)."""
    words, _, where = condition.rpartition(" (")
    return f"`{words}` ({where}"


def _head(line: str) -> str:
    """How a line begins, as far as one needs to know it by."""
    before, quote, words = line.partition('"')
    if not quote or " may " in before:
        return " ".join(before.split(",")[0].split()[:3])
    return f"{before}{quote}{words.lstrip('{~')[:LETTERS].rsplit(' ', 1)[0]} …"


def _listed(parts: list[str]) -> str:
    shown = parts if len(parts) <= FEW else [*parts[:FEW], f"{len(parts) - FEW} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
