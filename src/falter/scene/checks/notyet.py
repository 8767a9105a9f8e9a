"""What the language can say and the engine can't perform yet: one code a family, so that nothing is silently passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from falter.diagnostics.source import Path
from falter.model.scene import Scene
from falter.scene.checks.report import Report


class Unperformed(NamedTuple):
    """A construct that can't be performed: its family's code, where it stands, the words of it."""

    code: str
    path: Path
    at: tuple[str, ...] = ()


def check_not_yet(scene: Scene, report: Report) -> None:
    """Each family is told once, at its first place."""
    told: set[str] = set()
    for found in unperformed(scene):
        if found.code not in told:
            told.add(found.code)
            report.add(found.code, found.path, found.at)


def unperformed(scene: Scene) -> Iterator[Unperformed]:
    """Every use of a construct that can't be performed."""
    for i in range(len(scene.uses)):
        yield Unperformed("FAL6006", ("uses", i), ("use",))
