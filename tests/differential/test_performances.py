"""A performance in plain mode, compiled, alone, in a batch, split or not, recorded or not: the same to the last bit."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy
import pytest

from falter.kernel.run import advance
from falter.numeric.native import Native
from falter.performance import Intervention, perform
from falter.performance.batch import Batch, perform_batch
from falter.performance.perform import compiled_advance, intervention_rows, ready_advance
from falter.tables import columns as at
from falter.tables.compile import compile_scene
from falter.tables.tables import Tables
from tests.performing import LADDER, whole_scene

BIG = ("the-generals-office", "the-huntsman")
WHOLE = 1_000_000
"""More steps than any performance takes."""
SEED = 20_240
BEYOND = Intervention(step=10_000_000, kind=3, person=0, what=0, amount=1.0)
"""An intervention at a step that never comes."""

Ended = tuple[int, bytes, bytes]
"""Steps taken, and every cell of the state: integers and floats."""


def plainly(tables: Tables, run: int, most: int, interventions: Sequence[Intervention] = ()) -> Ended:
    packed = tables.packed
    ti, tf, tu = memoryview(packed.ti), memoryview(packed.tf), memoryview(packed.tu)
    si, sf = memoryview(array("q", packed.si)), memoryview(array("d", packed.sf))
    ii, i_f = intervention_rows(interventions)
    steps = advance(ti, tf, tu, si, sf, memoryview(ii), memoryview(i_f), SEED, run, 0, 0, most)
    return steps, si.tobytes(), sf.tobytes()


def compiledly(tables: Tables, run: int, most: int) -> Ended:
    ti, tf, tu, si, sf = (numpy.array(block) for block in tables.packed[:5])
    steps = compiled_advance()(ti, tf, tu, si, sf, *intervention_rows(()), SEED, run, 0, 0, most)
    return steps, si.tobytes(), sf.tobytes()


def assert_same(tables: Tables, run: int, most: int) -> None:
    one, other = plainly(tables, run, most), compiledly(tables, run, most)
    assert one[0] == other[0] > 0
    assert one[1] == other[1]
    assert one[2] == other[2]


def same_batch(one: Batch, other: Batch) -> bool:
    columns = ("endings", "seconds", "steps", "starts", "acts", "moments")
    return all(getattr(one, name).tobytes() == getattr(other, name).tobytes() for name in columns)


@pytest.mark.parametrize("name", BIG)
@pytest.mark.parametrize("runs", [range(2)], ids=["0-1"])
def test_whole_performances_are_the_same_in_both_modes(name: str, runs: range) -> None:
    for run in runs:
        assert_same(whole_scene(name), run, WHOLE)


@pytest.mark.parametrize("name", BIG)
@pytest.mark.parametrize("runs", [range(20, 50)], ids=["20-49"])
def test_300_steps_are_the_same_in_both_modes(name: str, runs: range) -> None:
    for run in runs:
        assert_same(whole_scene(name), run, 300)


@pytest.mark.slow
@pytest.mark.parametrize("name", BIG)
@pytest.mark.parametrize("part", range(10))
def test_200_whole_performances_are_the_same_in_both_modes(name: str, part: int) -> None:
    for run in range(20 * part, 20 * part + 20):
        assert_same(whole_scene(name), 1_000 + run, WHOLE)


@pytest.mark.parametrize("name", LADDER)
def test_small_scenes_are_the_same_in_both_modes(name: str) -> None:
    for run in range(3):
        assert_same(whole_scene(name), run, WHOLE)


@pytest.mark.parametrize("name", BIG)
def test_alone_is_the_same_as_in_the_batch(name: str) -> None:
    """Ending, time, steps and every event of runs 5 to 8 alone, against the same runs among others."""
    tables = whole_scene(name)
    batch = perform_batch(tables, SEED, 3, 8)
    for run in range(5, 8):
        alone = perform(tables, SEED, run, plain=True)
        assert (alone.ending, alone.seconds, alone.steps) == (batch.ending(run - 3), batch.seconds[run - 3], batch.steps[run - 3])
        assert alone.events == batch.events(run - 3)
        assert len(alone.events) > 0


def test_a_batch_in_two_parts_is_the_batch() -> None:
    """700 runs in one, in two that meet at an odd place, and by two workers."""
    tables = whole_scene("the-huntsman")
    whole = perform_batch(tables, SEED, 0, 700)
    first, second = perform_batch(tables, SEED, 0, 333), perform_batch(tables, SEED, 333, 367)
    for name in ("endings", "seconds", "steps", "acts", "moments"):
        assert numpy.concatenate([getattr(first, name), getattr(second, name)]).tobytes() == getattr(whole, name).tobytes()
    assert same_batch(whole, perform_batch(tables, SEED, 0, 700, workers=2))
    without = perform_batch(tables, SEED, 0, 700, keep=False)
    assert without.endings.tobytes() == whole.endings.tobytes()
    assert len(numpy.unique(whole.endings)) > 1


def test_other_seeds_and_other_luck_are_other_performances() -> None:
    tables = whole_scene("the-huntsman")
    base = perform_batch(tables, SEED, 0, 20)
    for other in (perform_batch(tables, SEED + 1, 0, 20), perform_batch(tables, SEED, 20, 20), perform_batch(tables, SEED, 0, 20, luck=1)):
        assert not drawn_times(base) & drawn_times(other)


def drawn_times(batch: Batch) -> set[float]:
    """When acts began, in s; without those that began on the edge of a step, as where a threshold fell below what was there."""
    times, dt = batch.moments[:, at.EVENT_T], batch.tables.packed.tf[at.K_DT]
    return set(times[abs(times / dt - (times / dt).round()) > 1e-9].tolist())


@pytest.mark.parametrize("name", BIG)
def test_an_intervention_that_never_comes_changes_nothing(name: str) -> None:
    tables = whole_scene(name)
    assert plainly(tables, 1, WHOLE) == plainly(tables, 1, WHOLE, [BEYOND])
    assert same_batch(perform_batch(tables, SEED, 0, 20), perform_batch(tables, SEED, 0, 20, interventions=[BEYOND]))


@pytest.mark.parametrize("name", BIG)
def test_recording_changes_nothing(name: str) -> None:
    """The last row of a trace is the traced state of a performance that nobody recorded."""
    tables = whole_scene(name)
    packed = tables.packed
    steps, si, sf = plainly(tables, 1, WHOLE)
    trace = perform(tables, SEED, 1, plain=True)
    assert trace.steps == steps
    assert trace.si(steps - 1).tobytes() + trace.last_ints.tobytes() == si
    assert trace.sf(steps - 1).tobytes() + trace.last_floats.tobytes() == sf
    assert len(si) == 8 * len(packed.si)
    assert len(sf) == 8 * len(packed.sf)


@pytest.mark.parametrize("name", BIG)
def test_the_step_a_run_is_stopped_at_and_taken_up_again_changes_nothing(name: str) -> None:
    """In one go, or 37 steps at a time."""
    tables = whole_scene(name)
    packed = tables.packed
    ti, tf, tu = memoryview(packed.ti), memoryview(packed.tf), memoryview(packed.tu)
    si, sf = memoryview(array("q", packed.si)), memoryview(array("d", packed.sf))
    ii, i_f = (memoryview(block) for block in intervention_rows(()))
    index, before = 0, -1
    while index > before:
        before, index = index, advance(ti, tf, tu, si, sf, ii, i_f, SEED, 2, 0, index, 37)
    assert (index, si.tobytes(), sf.tobytes()) == plainly(tables, 2, WHOLE)


def test_a_trace_is_the_same_in_both_modes() -> None:
    """Every step of it, once compiled code is at hand."""
    tables = whole_scene("the-huntsman")
    compiled_advance()
    assert isinstance(ready_advance(), Native)
    one, other = perform(tables, SEED, 3), perform(tables, SEED, 3, plain=True)
    assert one.steps == other.steps > 0
    assert one.ints.tobytes() == other.ints.tobytes()
    assert one.floats.tobytes() == other.floats.tobytes()
    assert one.last_ints.tobytes() + one.last_floats.tobytes() == other.last_ints.tobytes() + other.last_floats.tobytes()


def test_more_room_for_events_changes_nothing() -> None:
    """Where the room is too small it is doubled and the run performed anew: the events are those of a run that had room at once."""
    roomy = whole_scene("the-huntsman")
    tight = compile_scene(roomy.scene, roomy.places, 3)
    one, other = perform_batch(roomy, SEED, 0, 40), perform_batch(tight, SEED, 0, 40)
    assert same_batch(one, other)
    assert (numpy.diff(one.starts) > 3).any()
    assert perform(tight, SEED, 0).events == perform(roomy, SEED, 0).events
    assert tight.packed.ti[tight.packed.ti[at.TI_RUN] + at.RUN_CAPACITY] == 3


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("seed", (2**64, 0, 1, 0, 1)),
        ("first", (0, -1, 1, 0, 1)),
        ("count", (0, 0, -1, 0, 1)),
        ("luck", (0, 0, 1, 2**32, 1)),
        ("workers", (0, 0, 1, 0, 0)),
    ],
)
def test_a_number_out_of_range_is_named(name: str, given: tuple[int, int, int, int, int]) -> None:
    seed, first, count, luck, workers = given
    with pytest.raises(ValueError, match=rf"{name} of perform_batch\(\) must be in .*; got {-1 if name in ('first', 'count') else ''}"):
        perform_batch(whole_scene("the-huntsman"), seed, first, count, luck, workers=workers)


def test_no_run_at_all_is_an_empty_batch() -> None:
    batch = perform_batch(whole_scene("the-huntsman"), SEED, 0, 0)
    assert len(batch) == 0
    assert sum(batch.shares().values()) == 0.0


def test_events_that_were_not_kept_are_said_to_be_missing() -> None:
    batch = perform_batch(whole_scene("the-huntsman"), SEED, 0, 3, keep=False)
    with pytest.raises(ValueError, match="keep=True"):
        batch.events(0)
