"""Where nothing that was tried ever led to an ending: what it waits on that nobody does as written."""

from __future__ import annotations

from typing import Final

from falter.explain.nearest.ground import Ground
from falter.explain.nearest.holding import Fresh
from falter.explain.nearest.trials import counted
from falter.model.scene import Scene
from falter.tables.compile import compile_scene

WAITING: Final = ("done", "since")
"""What is said of an act that has been done."""


def waited_for(scene: Scene, goal: str) -> list[str]:
    """The moves of which an ending needs one at least to have been done; none where it can be reached otherwise, or no ending is meant."""
    kind, _, name = (part.strip() for part in goal.partition("="))
    ending = next((one for one in scene.endings if kind == "ending" and one.name == name), None)
    clauses = ending.when.clauses if ending else ()
    moves = [
        [atom.move for atom in clause.atoms if atom.move and not atom.negated and atom.word in ("done", "since")] for clause in clauses
    ]
    return list(dict.fromkeys(move for clause in moves for move in clause)) if all(moves) else []


def undone(ground: Ground, goal: str, fresh: Fresh) -> tuple[str, ...]:
    """Those of them that nobody does in fresh performances of the scene as written."""
    return tuple(move for move in waited_for(ground.scene, goal) if not _done(ground, move, fresh))


def _done(ground: Ground, move: str, fresh: Fresh) -> bool:
    labels = (row.label.split(" ") for row in compile_scene(ground.scene, ground.places).labels["act"])
    acts = {".".join(words[:2]) for words in labels if words[1:2] == [move]}
    point = [ground.written.tolist()]
    return any(counted(f"act={act}", ground, point, fresh.seed, [0], fresh.runs, fresh.jobs, fresh.told)[0].hits for act in sorted(acts))
