"""Scenes and tables for tests of the engine: read, compiled once, with constants set and fields of the state found by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from falter.scene import read
from falter.scene.reader import Reading
from falter.tables.compile import CAPACITY, compile_scene
from falter.tables.tables import Tables

SCENES = Path(__file__).parents[1] / "scenes"
LADDER = tuple(f"ladder/{path.stem}" for path in sorted((SCENES / "ladder").glob("*.falter")))
"""The small scenes that come with Falter, as `whole_scene` takes them."""


def reading_of(text: str) -> Reading:
    """A scene's text, read; a fault fails the test that wrote it."""
    reading = read(text.encode(), "scene.falter")
    assert reading.scene is not None, [fault.what for fault in reading.faults.found]
    assert not reading.faults.found, [fault.what for fault in reading.faults.found]
    return reading


def tables_of(text: str, capacity: int = CAPACITY) -> Tables:
    """The tables of a scene's text."""
    reading = reading_of(text)
    assert reading.scene is not None
    return compile_scene(reading.scene, reading.places, capacity)


@cache
def whole_scene(name: str) -> Tables:
    """The tables of one of the scenes that come with Falter."""
    return tables_of((SCENES / f"{name}.falter").read_text(encoding="utf-8"))
