"""What goes on from a state of a performance with other luck is, to the last bit, what a session forked there does."""

from __future__ import annotations

import pytest

from falter.performance.batch import perform_batch, perform_each
from falter.performance.onward import Standing, perform_onward, standings
from falter.performance.trace import ending_name
from falter.session import Session
from falter.tables import columns as at
from tests.performing import tables_of, whole_scene

SEED = 5
LONG = 100_000.0
MUCH = """falter 1
scene Much
ANNA "the girl", she
ANNA may hum "hums" again, takes 1 s
closes at 20 min
set theta0 .1
set dt .5
"""
"""More acts than there is room for at first."""


def forked(standing: Standing, luck: int) -> Session:
    """A session of the same performance, branched where it stood, to its close."""
    session = Session(standing.tables, standing.seed, standing.luck)
    session.advance(standing.t)
    assert session.step == standing.start.step
    other = session.fork(luck)
    other.advance(LONG)
    assert other.closed
    return other


@pytest.mark.parametrize("name", ["a-proposal", "ladder/01-the-letter"])
@pytest.mark.parametrize("step", [0, 1, 77, 260])
def test_to_the_last_bit_it_is_the_session_forked_there(name: str, step: int) -> None:
    standing = standings(whole_scene(name), SEED, 0, [step], luck=3)[0]
    found = perform_onward([(standing, [1, 2])])[0]
    for number, luck in enumerate(found.lucks):
        session, packed = forked(standing, luck), standing.tables.packed
        assert found.steps[number] == session.step
        assert ending_name(standing.tables.scene, int(found.endings[number])) == session.ending
        chunk = perform_each(standing.tables, SEED, [(0, luck)], (), True, standing.start)
        ints, floats = session.state()
        begin, end = packed.ti[at.SI_EVENT], packed.ti[at.SI_EVENT] + session.events * at.SI_EVENT_SIZE
        assert chunk.acts.tobytes() == ints[8 * begin : 8 * end]
        begin, end = packed.ti[at.SF_EVENT], packed.ti[at.SF_EVENT] + session.events * at.SF_EVENT_SIZE
        assert chunk.moments.tobytes() == floats[8 * begin : 8 * end]
        assert chunk.times[0] == found.seconds[number] == (session.step - 1) * packed.tf[at.K_DT]


def test_from_the_beginning_it_is_the_run_with_that_luck() -> None:
    tables = whole_scene("a-proposal")
    found = perform_onward([(standings(tables, SEED, 4, [0])[0], [7, 0])])[0]
    alone = [perform_batch(tables, SEED, 4, 1, luck) for luck in (7, 0)]
    assert found.endings.tolist() == [int(one.endings[0]) for one in alone]
    assert found.steps.tolist() == [int(one.steps[0]) for one in alone]


def test_with_its_own_luck_it_goes_on_as_it_did_and_workers_change_nothing() -> None:
    tables = whole_scene("a-proposal")
    whole = perform_batch(tables, SEED, 2, 1, 9)
    ahead = [(one, [9, *range(100)]) for one in standings(tables, SEED, 2, [50, 400, 100_000], luck=9)]
    alone, together = perform_onward(ahead), perform_onward(ahead, workers=2)
    for one, other in zip(alone, together, strict=True):
        assert (one.endings[0], one.steps[0]) == (whole.endings[0], whole.steps[0])
        assert one.endings.tobytes() == other.endings.tobytes()
        assert one.seconds.tobytes() == other.seconds.tobytes()
    assert ahead[-1][0].closed
    assert set(alone[-1].endings.tolist()) == {int(whole.endings[0])}


def test_where_there_is_too_little_room_it_is_made() -> None:
    tight, wide = ((standings(tables_of(MUCH, capacity=room), SEED, 0, [2])[0], range(3)) for room in (8, 4096))
    assert tight[0].tables.capacity == 8
    one, other = perform_onward([tight, wide])
    assert one.steps.tolist() == other.steps.tolist()
    assert len(perform_batch(tight[0].tables, SEED, 0, 1).acts) > 8
    early, late = standings(tight[0].tables, SEED, 0, [2, 2000])
    assert early.tables.capacity == late.tables.capacity > 8
