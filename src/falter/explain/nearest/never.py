"""Where nothing that was tried ever led to an ending: what it waits on that nobody does as written."""

from __future__ import annotations

from falter.explain.nearest.ground import Ground
from falter.explain.nearest.holding import Fresh
from falter.explain.nearest.trials import counted
from falter.explore.decisive import DONE
from falter.model.scene import Scene
from falter.tables.compile import compile_scene

Moves = tuple[str, ...]


def waited_for(scene: Scene, goal: str) -> list[Moves]:
    """By each way there is to an ending, the moves it asks for; no way to what is none."""
    kind, _, name = (part.strip() for part in goal.partition("="))
    ending = next((one for one in scene.endings if kind == "ending" and one.name == name), None)
    clauses = ending.when.clauses if ending else ()
    return [
        tuple(dict.fromkeys(one.move for one in clause.atoms if one.move and not one.negated and one.word in DONE)) for clause in clauses
    ]


def undone(ground: Ground, goal: str, fresh: Fresh) -> tuple[Moves, ...]:
    """Those of them that nobody does in fresh performances of the scene as written; nothing where there is a way that waits on none."""
    asked = waited_for(ground.scene, goal)
    never = {move for move in dict.fromkeys(move for moves in asked for move in moves) if not _done(ground, move, fresh)}
    waits = dict.fromkeys(tuple(move for move in moves if move in never) for moves in asked)
    return tuple(moves for moves in waits if not any(set(other) < set(moves) for other in waits)) if all(waits) else ()


def _done(ground: Ground, move: str, fresh: Fresh) -> bool:
    labels = (row.label.split(" ") for row in compile_scene(ground.scene, ground.places).labels["act"])
    acts = {".".join(words[:2]) for words in labels if words[1:2] == [move]}
    point = [ground.written.tolist()]
    return any(counted(f"act={act}", ground, point, fresh.seed, [0], fresh.runs, fresh.jobs, fresh.told)[0].hits for act in sorted(acts))
