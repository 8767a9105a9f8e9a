"""What was left out of a scene along with a line, told; and as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import Field

from falter.model.record import Record
from falter.scene.leaving import Shorter

FEW: Final = 3
"""Lines that are named."""
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
    """In a sentence, and an empty line after it; nothing where nothing went along."""
    found = gone_record(gone)
    named = [f"`{_head(line)}`" for line in sorted(found.lines, key=lambda line: " may " not in line)]
    parts = named[:FEW] + ([f"{len(named) - FEW} more line{'s' if len(named) > FEW + 1 else ''}"] if len(named) > FEW else [])
    parts += [f"{len(found.conditions)} part{'s' if len(found.conditions) > 1 else ''} of other lines"] if found.conditions else []
    return f"Gone with it, since they need it: {_listed(parts)}.\n\n" if parts else ""


def _head(line: str) -> str:
    """How a line begins, as far as one needs to know it by."""
    before, quote, words = line.partition('"')
    if not quote or " may " in before:
        return " ".join(before.split(",")[0].split()[:3])
    return f"{before}{quote}{words.lstrip('{~')[:LETTERS].rsplit(' ', 1)[0]} …"


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
