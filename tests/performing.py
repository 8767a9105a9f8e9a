"""Scenes and tables for tests of the engine: read, compiled once, with constants set and fields of the state found by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docs.figures.shared.directed import directed as commanded
from falter.model.constants import LESIONS
from falter.performance import Trace
from falter.scene import read
from falter.scene.reader import Reading
from falter.tables import columns as at
from falter.tables.compile import CAPACITY, compile_scene
from falter.tables.tables import Tables

SCENES = Path(__file__).parents[1] / "scenes"
LADDER = tuple(f"ladder/{path.stem}" for path in sorted((SCENES / "ladder").glob("*.falter")))
"""The small scenes that come with Falter, as `whole_scene` takes them."""
BLOW = """falter 1
scene A Blow
place a yard
set dt .5
ANNA "the girl", she
BEN "the boy", he
BEN may hit "hits her" on ANNA, harms
closes at 20 min
"""
"""One harm, and twenty minutes in which what it made somebody feel can fade."""


def reading_of(text: str) -> Reading:
    """A scene's text, read; a fault fails the test that wrote it."""
    reading = read(text.encode(), "scene.falter")
    assert reading.scene is not None, [fault.code for fault in reading.faults.found]
    assert not reading.faults.found, [fault.code for fault in reading.faults.found]
    return reading


def tables_of(text: str, capacity: int = CAPACITY) -> Tables:
    """The tables of a scene's text."""
    reading = reading_of(text)
    assert reading.scene is not None
    return compile_scene(reading.scene, reading.places, capacity)


def without(*mechanisms: str) -> str:
    """Lines that switch mechanisms of the mind off, for a scene that is about another one."""
    return "".join(f"set {name} {value:g}\n" for mechanism in mechanisms for name, value in LESIONS[mechanism].items())


@cache
def whole_scene(name: str) -> Tables:
    """The tables of one of the scenes that come with Falter."""
    return tables_of((SCENES / f"{name}.falter").read_text(encoding="utf-8"))


def row_of(tables: Tables, section: str, label: str) -> int:
    """The number of the row with this label."""
    return [row.label for row in tables.labels[section]].index(label)


def int_at(trace: Trace, step: int, section: str, label: str, column: str) -> int:
    """An integer of the state after a step: `int_at(trace, 9, "person", "ANNA", "CREDITOR")`."""
    return int(trace.si(step)[_place(trace.tables, "si", section, label, column)])


def float_at(trace: Trace, step: int, section: str, label: str, column: str) -> float:
    """A float of the state after a step: `float_at(trace, 9, "feeling", "ANNA joy", "FELT")`."""
    return float(trace.sf(step)[_place(trace.tables, "sf", section, label, column)])


def _place(tables: Tables, block: str, section: str, label: str, column: str) -> int:
    base = tables.packed.ti[getattr(at, f"{block.upper()}_{section.upper()}")]
    size = getattr(at, f"{block.upper()}_{section.upper()}_SIZE")
    return int(base + row_of(tables, section, label) * size + getattr(at, f"{section.upper()}_{column}"))


def directed(text: str, cues: dict[float, str], seconds: float, seed: int = 1) -> Trace:
    """A performance in which everybody does what they are told and nothing else: at each time, in s, the act of this label."""
    return commanded(tables_of(text), cues, seconds, seed)
