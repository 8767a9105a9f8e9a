"""Figures into files: the facade over `figures` and what reads its rows out of performances."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Source
from falter.pipeline import SceneError

if TYPE_CHECKING:
    from typing import Any

    from falter.explore.varying import Varied


class Drawn(Protocol):
    """A run, an ensemble or a sweep."""

    def plot(self, kind: str) -> Any:
        """A chart of it."""


def draw(found: Drawn, path: str | Path, kind: str = "all") -> None:
    """Draw what was found into a file, as its name ends. Raises SceneError where it has nothing of what is asked for, ValueError for
    another kind of file, and WriteError."""
    from falter.figures.pictures import NothingToDrawError, check_place
    from falter.figures.pictures import draw as drawn

    check_place(path)
    try:
        chart = found.plot(kind)
    except NothingToDrawError as error:
        faults = Faults(Source(str(path), ""))
        faults.add("FAL5009", None, name=path, reason=error)
        raise SceneError(faults) from None
    drawn(chart, path)


def check_varied(varieds: Sequence[Varied]) -> None:
    """Is there room for it in one figure, before it is performed? Raises ValueError."""
    from falter.figures.varied import check_room

    check_room([len(one.values) for one in varieds])
