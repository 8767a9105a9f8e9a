"""A small sound scene, and its faults once something in it has been changed."""

from __future__ import annotations

from typing import Any

from falter.diagnostics.fault import Faults
from falter.diagnostics.render import render
from falter.diagnostics.source import Source
from falter.model.moves import Move
from falter.model.people import Person
from falter.model.scene import Scene
from falter.scene import read
from falter.scene.checks import check

GATE = """\
falter 1
scene The Gate
place a gate in a wall
  mark gate
  mark road, 5 m from gate
ANNA "the guard", she
  at gate
BEN "the stranger", he
  at road
ANNA may ask "puts up a hand" to BEN, asks, if noticed BEN
BEN may answer "gives a name" to ANNA, answers, if asked
BEN may go "turns back" leaves
closes when BEN gone or at 2 min
ends gone if BEN gone; else still-there
"""


def gate(*more: str) -> Scene:
    """The scene of the gate, with more lines at its end."""
    reading = read(GATE + "".join(line + "\n" for line in more), "gate.falter")
    assert reading.scene is not None
    assert not reading.faults.found
    return reading.scene


def changed(scene: Scene, **fields: Any) -> Scene:
    """The scene with some of its lists replaced."""
    return scene.model_copy(update=fields)


def with_move(move: Move) -> Scene:
    """The scene of the gate and one move more."""
    scene = gate()
    return changed(scene, moves=(*scene.moves, move))


def with_anna(**fields: Any) -> Scene:
    """The scene of the gate with ANNA changed."""
    scene = gate()
    anna: Person = scene.people[0].model_copy(update=fields)
    return changed(scene, people=(anna, *scene.people[1:]))


def faults(scene: Scene) -> Faults:
    """The faults of a scene that was not read from text."""
    found = Faults(Source("gate.yaml", ""))
    check(scene, {}, found)
    return found


def codes(scene: Scene) -> list[str]:
    """Their codes, in the order found."""
    return [fault.code for fault in faults(scene).found]


def told(text: str) -> tuple[list[str], str]:
    """The codes of a text's faults, reader's and checks', and how they read."""
    reading = read(text, "gate.falter")
    if reading.scene is not None:
        check(reading.scene, reading.places, reading.faults)
    return [fault.code for fault in reading.faults.found], render(reading.faults)
