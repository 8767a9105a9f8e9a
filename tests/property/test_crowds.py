"""Scenes that nobody would write, with up to forty people: performed, with every number of the state finite and where its column states.

Steps of .01 to .5 s, weights of 0, constants at the ends of their ranges, marks 5 km apart, time passed over by hundreds of hours.
"""

from __future__ import annotations

from itertools import product

import numpy
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from falter.model.constants import CONSTANTS
from falter.performance import Trace, perform
from falter.performance.batch import perform_batch
from falter.pipeline import check_scene, compile_scene, read_scene
from falter.tables import columns as at
from falter.tables.layout import SECTIONS, UNTRACED
from falter.tables.tables import Tables
from tests.property.crowds import crowd

ROUNDING = 1e-9
COUNTS = {2: 250, 3: 160, 5: 80, 12: 25, 40: 6}
"""For each number of people, how many steps a plain performance of a test takes."""
STEPS = (0.01, 0.1, 0.37, 0.5)
crowds = st.tuples(st.integers(0, 2**32), st.sampled_from(sorted(COUNTS)), st.sampled_from(STEPS))


def tables_of_crowd(seed: int, count: int, dt: float, steps: int) -> Tables:
    """The tables of a scene, which the checks must pass without an error."""
    reading = read_scene(crowd(seed, count, dt, steps * dt), "crowd.falter")
    return compile_scene(check_scene(reading), reading.places)


def out_of_range(trace: Trace) -> list[str]:
    """Every column of the state that held, at any step, a number that is not finite or not where the column states."""
    tables, packed = trace.tables, trace.tables.packed
    blocks = {
        "sf": (numpy.frombuffer(trace.floats, "f8").reshape(trace.steps, -1), numpy.frombuffer(trace.last_floats, "f8"), packed.sf_traced),
        "si": (numpy.frombuffer(trace.ints, "i8").reshape(trace.steps, -1), numpy.frombuffer(trace.last_ints, "i8"), packed.si_traced),
    }
    found = []
    for section, (block, (traced, last, start)) in product(SECTIONS, blocks.items()):
        rows, size, offset = len(tables.labels[section.name]), section.size(block), 0
        for column in (column for column in section.columns if column.block == block):
            base = packed.ti[getattr(at, f"{block.upper()}_{section.name.upper()}")]
            cells = numpy.array([base + row * size + offset + k for row in range(rows) for k in range(column.width)], int)
            values = last[cells - start] if section.name in UNTRACED else traced[:, cells]
            offset += column.width
            low, high = column.stated
            fine = numpy.isfinite(values) & (values >= low - ROUNDING) & (values <= high + ROUNDING)
            if not fine.all():
                found.append(f"{section.name}.{column.name}: {values[~fine][:3]} outside [{low:g}, {high:g}]")
    return found


@settings(max_examples=12, deadline=None)
@given(crowds)
@example((14, 40, 0.37))
@example((27, 5, 0.5))
def test_every_number_stays_where_its_column_states(made: tuple[int, int, float]) -> None:
    tables = tables_of_crowd(*made, COUNTS[made[1]])
    assert out_of_range(perform(tables, made[0])) == []


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(crowds)
def test_it_does_so_in_many_more(made: tuple[int, int, float]) -> None:
    assert out_of_range(perform(tables_of_crowd(*made, 2 * COUNTS[made[1]]), made[0])) == []


@pytest.mark.parametrize("count", [2, 40])
@pytest.mark.parametrize("end", ["low", "high"])
def test_with_every_constant_at_one_end_of_its_range(count: int, end: str) -> None:
    """All of them at once, but for the step: `set` lines of the scene are left out."""
    lines = [line for line in crowd(7, count, 0.1, 0.1 * COUNTS[count]).splitlines() if not line.startswith("set ")]
    ends = [f"set {name} {getattr(constant, end):.12f}" for name, constant in CONSTANTS.items() if name != "dt"]
    reading = read_scene("\n".join([*lines, *ends, ""]), "crowd.falter")
    trace = perform(compile_scene(check_scene(reading), reading.places), 7)
    assert out_of_range(trace) == []


@pytest.mark.parametrize(("seed", "count", "dt"), [(1, 2, 0.01), (2, 5, 0.5), (3, 40, 0.5), (4, 40, 0.01)])
def test_compiled_for_hundreds_of_steps_they_come_to_their_end(seed: int, count: int, dt: float) -> None:
    """400 steps compiled; the first 12 of the same scene plain and compiled are the same to the last bit."""
    batch = perform_batch(tables_of_crowd(seed, count, dt, 400), seed, 0, 2)
    assert (batch.steps <= 401).all()
    assert numpy.isfinite(batch.moments).all() and numpy.isfinite(batch.amounts).all()
    short = tables_of_crowd(seed, count, dt, 12)
    trace, again = perform(short, seed), perform_batch(short, seed, 0, 1)
    assert (trace.events, trace.incidents) == (again.events(0), again.incidents(0))
