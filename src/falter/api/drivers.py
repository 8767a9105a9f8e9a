"""What decides an ending: the facade over `explore`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from falter.api.explore import nobody
from falter.explore.decisive import without
from falter.explore.driven import act_record, act_table
from falter.explore.sweep import explored
from falter.pipeline import compile_scene

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.ensemble import Ensemble

__all__ = ["act_record", "act_table", "with_and_without"]


def with_and_without(
    scene: Scene, acts: Sequence[str], runs: int, seed: int, jobs: int, told: Callable[[int], None] = nobody
) -> tuple[Ensemble, dict[str, Ensemble]]:
    """Performances of a scene, and the same ones again with each of these acts never open. Raises NoSuchActError."""
    from falter.tables.blocking import blocked

    tables = compile_scene(scene.model, scene.places)
    for act in acts:
        blocked(tables, act)
    found = explored(tables, seed, runs, jobs, told)
    return found, {act: without(found, act, jobs, told) for act in acts}
