"""Every index of every step lies inside its block: step code compiled with its indexes tried, on every scene that ships and every example.

Plain mode stops at an index beyond the end, but takes one below 0 from the end; compiled code reads and writes what lies there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy
import pytest

from falter.kernel.run import SIGNATURE, advance
from falter.numeric.mode import Floats, Ints, step_code
from falter.numeric.native import Native
from falter.numeric.translate import Translation
from falter.performance.perform import intervention_rows, steps_of
from tests.performing import LADDER, whole_scene

SHIPPED = sorted(path.stem for path in (Path(__file__).parents[2] / "scenes").glob("*.falter"))
PERFORMANCES = 6
SEED = 77


@cache
def guarded() -> tuple[Native, list[str]]:
    """`advance` with its indexes tried, and the places they have in the source."""
    translation = Translation(guarded=True)
    return Native(Native.compile(translation, advance, SIGNATURE), SIGNATURE), translation.places


@step_code
def reach(ints: Ints, floats: Floats, index: int) -> float:
    ints[0] = 1
    return floats[index]


@pytest.mark.parametrize("name", sorted({*SHIPPED, *LADDER}))
def test_no_index_lies_outside_its_block(name: str) -> None:
    native, places = guarded()
    tables = whole_scene(name)
    for run in range(PERFORMANCES):
        blocks = [numpy.array(block) for block in tables.packed[:5]]
        steps = native(*blocks, *intervention_rows(()), SEED, run, 0, 0, steps_of(tables))
        assert steps > 0
        assert places[native.outside] == ""


def test_an_index_outside_is_seen() -> None:
    translation = Translation(guarded=True)
    signature = "float64(int64[::1], float64[::1], int64)"
    native = Native(Native.compile(translation, reach, signature), signature)
    assert native(numpy.zeros(1, numpy.int64), numpy.array([2.0, 5.0]), 1) == 5.0
    assert native.outside == 0
    for index in (2, -1):
        assert native(numpy.zeros(1, numpy.int64), numpy.array([2.0, 5.0]), index) == 2.0
        assert "reach, line" in translation.places[native.outside]
