"""A performance that one wants to see: the facade over `explore.finding`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from falter.api.explore import nobody
from falter.pipeline import compile_scene

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.finding import Found


def find(scene: Scene, text: str, runs: int, seed: int, jobs: int, told: Callable[[int], None] = nobody) -> Found:
    """Look for a performance of a scene. Raises WantedError for what cannot be looked for, and SearchInterrupted."""
    from falter.explore.finding import search
    from falter.explore.wanted import wanted

    tables = compile_scene(scene.model, scene.places)
    return search(tables, wanted(text, tables), seed, runs, jobs, told)
