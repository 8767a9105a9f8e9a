"""A performance under control: the same as one left alone, to the last bit, however it is saved, taken back or branched."""

from __future__ import annotations

from pathlib import Path

import pytest

from falter.performance import perform
from falter.scene import read
from falter.session import Session
from falter.tables import Tables, compile_scene

SCENE = Path(__file__).parents[3] / "scenes" / "ladder" / "01-the-letter.falter"


@pytest.fixture(scope="module")
def tables() -> Tables:
    reading = read(SCENE.read_bytes(), SCENE.name)
    assert reading.scene is not None
    return compile_scene(reading.scene, reading.places)


def played(session: Session, seconds: float) -> Session:
    session.advance(seconds)
    return session


def test_left_alone_it_is_the_performance(tables: Tables) -> None:
    trace = perform(tables, 5)
    session = Session(tables, 5)
    while not session.closed:
        session.advance(3.7)
    assert (session.step, session.ending) == (trace.steps, trace.ending)
    assert session.state()[1].startswith(trace.sf(trace.steps - 1).tobytes())


def test_saved_and_restored_it_goes_on_the_same(tables: Tables) -> None:
    whole = played(Session(tables, 5), 20.0)
    half = Session.restore(tables, played(Session(tables, 5), 8.3).save())
    assert played(half, 11.7).state() == whole.state()


def test_going_back_and_on_again_changes_nothing(tables: Tables) -> None:
    session = played(Session(tables, 5), 18.0)
    there = session.state()
    session.rewind(6.2)
    assert session.t == pytest.approx(6.2)
    assert played(session, 11.8).state() == there


def test_what_is_done_by_hand_is_done_and_is_replayed(tables: Tables) -> None:
    session = played(Session(tables, 5), 1.0)
    move = session.open_acts("ANNA")[0].move
    before = session.events
    session.act("ANNA", move)
    assert session.events == before + 1
    done = played(session, 6.0).state()
    session.rewind(session.t - 1.0)
    assert played(session, 1.0).state() == done


def test_a_fork_shares_the_past_and_not_the_future(tables: Tables) -> None:
    session = played(Session(tables, 5), 5.0)
    futures = {played(session.fork(luck), 15.0).state() for luck in range(6)}
    assert len(futures) == 6
    assert played(session.fork(0), 15.0).state() == played(session, 15.0).state()


def test_a_move_that_is_not_open_is_refused_with_what_is(tables: Tables) -> None:
    session = played(Session(tables, 5), 1.0)
    with pytest.raises(ValueError, match="one that ANNA may do now"):
        session.act("ANNA", "let-be")


def test_a_record_of_another_scene_is_refused(tables: Tables) -> None:
    other = compile_scene(tables.scene.model_copy(update={"constants": (("gain", 1.0),)}))
    with pytest.raises(ValueError, match="of this scene"):
        Session.restore(other, Session(tables, 5).save())
