"""What decides an ending: the facade over `explore`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from falter.api.explore import nobody
from falter.explore.deciding import Cut, decided, record, table
from falter.explore.decisive import without
from falter.explore.design import BLOCKS, RUNS, blocks_for, ranges_of
from falter.explore.driven import act_record, act_table
from falter.explore.sweep import Interrupted, explored
from falter.pipeline import compile_scene

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.causation import Causation
    from falter.explore.deciding import Deciding
    from falter.explore.ensemble import Ensemble
    from falter.explore.varying import Varied

__all__ = ["Cut", "act_record", "act_table", "caused_by", "decided_by", "how_many", "record", "table", "with_and_without"]


def decided_by(
    scene: Scene, ending: str, vary: Sequence[Varied], runs: int | None, seed: int, jobs: int, told: Callable[[int], None] = nobody
) -> Deciding:
    """What decides an ending over the ranges of what is varied. Raises VaryError, MissingExtraError, Cut; for too few runs ValueError."""
    return decided(scene.model, scene.places, ending, ranges_of(vary), runs, seed, jobs, told)


def how_many(runs: int | None, quantities: int) -> int:
    """How many performances that will be. Raises ValueError for too few."""
    return (BLOCKS if runs is None else blocks_for(runs, quantities)) * RUNS * (quantities + 2)


def with_and_without(
    scene: Scene, acts: Sequence[str], runs: int, seed: int, jobs: int, told: Callable[[int], None] = nobody
) -> tuple[Ensemble, dict[str, Ensemble]]:
    """Performances of a scene, and the same ones again with each of these acts never open. Raises NoSuchActError."""
    from falter.tables.blocking import blocked

    tables = compile_scene(scene.model, scene.places)
    for act in acts:
        blocked(tables, act)
    found = explored(tables, seed, runs, jobs, told)
    try:
        return found, {act: without(found, act, jobs, told) for act in acts}
    except KeyboardInterrupt:
        raise Interrupted(found) from None


def caused_by(scene: Scene, act: str, ending: str, runs: int, seed: int, jobs: int, told: Callable[[int], None] = nobody) -> Causation:
    """Whether an act was necessary for an ending, and sufficient, over many performances. Raises NoSuchActError before any of them."""
    from falter.explore.causation import causation
    from falter.explore.records import Labels
    from falter.tables.act_names import row_called

    tables = compile_scene(scene.model, scene.places)
    row_called(Labels(tables).acts, act)
    return causation(explored(tables, seed, runs, jobs, told), act, ending, jobs, told)
