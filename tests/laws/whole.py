"""The whole scenes that come with Falter: read once, and performed many times, as they are or with something left out."""

from __future__ import annotations

from functools import cache
from math import sqrt

from falter.model.scene import Scene
from falter.performance.batch import Batch, perform_batch
from falter.tables.compile import compile_scene
from tests.performing import SCENES, reading_of

SEED = 20260201


@cache
def scene_of(name: str) -> Scene:
    """The scene of this file of `scenes/`."""
    scene = reading_of((SCENES / f"{name}.falter").read_text(encoding="utf-8")).scene
    assert scene is not None
    return scene


def lacking(scene: Scene, *moves: str) -> Scene:
    """The scene without these moves, wherever they stand in it."""
    assert set(moves) <= {move.id for move in scene.all_moves()}
    parts = tuple(part.model_copy(update={"moves": tuple(move for move in part.moves if move.id not in moves)}) for part in scene.parts)
    kept = tuple(move for move in scene.moves if move.id not in moves)
    return scene.model_copy(update={"moves": kept, "parts": parts})


def altered(name: str, *changes: tuple[str, str]) -> Scene:
    """The scene of this file with these words, each of which stands in it once, changed to others."""
    text = (SCENES / f"{name}.falter").read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    scene = reading_of(text).scene
    assert scene is not None
    return scene


def performed(scene: Scene, runs: int) -> Batch:
    """So many performances of it, under the one seed."""
    return perform_batch(compile_scene(scene, {}), SEED, 0, runs, workers=2)


def apart(one: float, other: float, runs: int) -> float:
    """How many standard errors lie between two shares of so many performances each."""
    return (one - other) / sqrt((one * (1.0 - one) + other * (1.0 - other)) / runs)
