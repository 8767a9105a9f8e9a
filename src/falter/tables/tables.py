"""Compiled tables of a scene, and the names that make their rows readable again."""

from __future__ import annotations

from dataclasses import dataclass

from falter.diagnostics.source import Places
from falter.model.scene import Scene
from falter.tables.names import Names
from falter.tables.rows import Packed, Row


@dataclass(frozen=True)
class Tables:
    """Flat blocks for the kernel, and for people a label, model path and span for every row of every section."""

    scene: Scene
    names: Names
    labels: dict[str, list[Row]]
    packed: Packed
    narrated: dict[tuple[str, int], tuple[int, int]]
    """Clause rows of the narrator's words, by (person id, index), and of details, by ("", index)."""
    capacity: int
    places: Places
    without: tuple[tuple[str, int], ...] = ()
    """What is taken out, whatever the scene says: an "act" that is never open, the "head start" of an act, the "deadline" of a motive, the
    "tempo" of a person; each with its row. Or "theta0", the scene's own pace, with row −1."""

    def row(self, section: str, number: int) -> Row:
        """What a row is and where it was written."""
        return self.labels[section][number]
