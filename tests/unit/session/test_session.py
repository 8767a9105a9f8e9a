"""A performance under control: the same as one left alone, to the last bit, however it is saved, taken back or branched."""

from __future__ import annotations

from pathlib import Path

import pytest

from falter.performance import perform
from falter.scene import read
from falter.session import Session
from falter.tables import Tables, compile_scene
from falter.tables import columns as at
from tests.performing import tables_of

SCENE = Path(__file__).parents[3] / "scenes" / "ladder" / "01-the-letter.falter"


BUSY = """\
falter 1
scene Busy
ANNA "the guard", she
BEN "the stranger", he
ANNA may sing "sings" again, takes 6 s, lands at 5 s, uses voice
ANNA may hum "hums" again, takes 4 s, uses voice
ANNA may wave "waves" again, takes 2 s, uses hands
BEN may cough "coughs" again
closes at 1 min
set theta0 20
set lapse 0
"""
"""Nothing in it moves ANNA to do anything: what is done is done by hand."""


@pytest.fixture(scope="module")
def tables() -> Tables:
    reading = read(SCENE.read_bytes(), SCENE.name)
    assert reading.scene is not None
    return compile_scene(reading.scene, reading.places)


def told(session: Session) -> list[int]:
    """The rows of the acts done."""
    si, ti = session._si, session._ti
    return list(si[ti[at.SI_EVENT] : ti[at.SI_EVENT] + session.events * at.SI_EVENT_SIZE])


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


def test_what_is_in_hand_or_has_no_free_channel_is_not_offered() -> None:
    session = Session(tables_of(BUSY), 1)
    session.advance(0.1)
    assert {act.move for act in session.open_acts("ANNA")} == {"sing", "hum", "wave"}
    session.act("ANNA", "sing")
    assert {act.move for act in session.open_acts("ANNA")} == {"wave"}
    with pytest.raises(ValueError, match=r"may do now \(wave\); got 'hum'"):
        session.act("ANNA", "hum")
    session.act("ANNA", "wave")
    assert (session.events, session.open_acts("ANNA")) == (2, [])
    session.advance(3.0)
    assert {act.move for act in session.open_acts("ANNA")} == {"wave"}
    session.advance(3.0)
    assert {act.move for act in session.open_acts("ANNA")} == {"sing", "hum", "wave"}


def test_where_there_is_no_room_room_is_made_and_nothing_changes() -> None:
    wide, narrow = Session(tables_of(BUSY), 1), Session(tables_of(BUSY, capacity=2), 1)
    for session in (wide, narrow):
        for _ in range(6):
            session.advance(0.3)
            session.act("ANNA", "wave")
            session.advance(6.2)
        assert session.events >= 6
    assert narrow.tables.capacity > 2 and narrow.step == wide.step and narrow.interventions == wide.interventions
    assert told(narrow) == told(wide)
    again = Session.restore(tables_of(BUSY, capacity=2), narrow.save())
    assert played(again, 1.0).state() == played(narrow, 1.0).state()
    forked = narrow.fork(3)
    assert played(forked, 25.0).ending == "closed"


def test_after_the_close_nothing_is_done() -> None:
    session = played(Session(tables_of(BUSY), 1), 999.0)
    trace = perform(session.tables, 1)
    assert session.closed and session.ending == trace.ending == "closed"
    assert session.open_acts("ANNA") == []
    with pytest.raises(ValueError, match="closed at 60"):
        session.act("ANNA", "wave")


def test_a_record_of_another_scene_is_refused(tables: Tables) -> None:
    other = compile_scene(tables.scene.model_copy(update={"constants": (("gain", 1.0),)}))
    with pytest.raises(ValueError, match="of this scene"):
        Session.restore(other, Session(tables, 5).save())
