"""What a view of one mind says of others: what was perceived, never what was not."""

from __future__ import annotations

import pytest

from falter.performance import Trace
from falter.performance.event import Incident
from falter.performance.mindview import MindView
from tests.performing import directed

YARD = """falter 1
scene The Yard
place a yard
  mark wall
  mark gate, 4 m from wall
  mark shed, 90 m from wall
ANNA "the first", she
  at wall, busy
  thinks "0" when lull 5 s
  thinks "1" when after hum
  thinks "2" when after wave
  thinks "3" when 3 s after wave
  thinks "4" when near BEN
  thinks "5" when alone
  thinks "6" when noticed by BEN
  thinks "7" when BEN feels anger
  thinks "8" when not BEN feels anger
  thinks "9" when BEN noticed ANNA
  thinks "10" when BEN asked
  thinks "11" when BEN ignored
  thinks "12" when CARA dead
  thinks "13" when BEN shows anger
  thinks "14" when BEN torn
  sees BEN "15" when feels anger
BEN "the second", he
  at 1 m from ANNA
  mood anger: .9
CARA "the third", she
  at shed
BEN may hum "hums to himself" inner
BEN may wave "waves" takes 2 s, lands at 1 s
BEN may call "calls" to ANNA, asks, takes 1 s, lands at 1 s, uses voice
ANNA may say "says" to asker, answers, takes 1 s, lands at 1 s
ANNA may ask "asks" to BEN, asks, takes 1 s, lands at 1 s, uses voice
CARA may end "ends it" dies, takes 1 s, lands at 1 s
closes at 30 s
"""
LULL, HUM, WAVE, WAVE_3, NEAR, ALONE, BY, ANGER, NOT_ANGER, SEEN, ASKED, IGNORED, DEAD, SHOWS, TORN, SEES = range(16)


def held(trace: Trace, words: int) -> list[bool]:
    view = trace.view("ANNA")
    return [view.holds(step, words) for step in range(0, trace.steps, 10)]


@pytest.fixture(scope="module")
def blind() -> Trace:
    """BEN has noticed ANNA; ANNA is busy and has noticed nobody for as long as this seed lets her be."""
    trace = directed(YARD, {1.0: "BEN hum", 3.0: "CARA end"}, 30.0, seed=5)
    assert not any(trace.view("ANNA").noticed(step, "BEN") for step in range(60))
    return trace


@pytest.fixture(scope="module")
def awake() -> Trace:
    """BEN calls from 1 s, which ANNA hears; then waves from 4 s, hums to himself from 12 s, and CARA dies far off."""
    return directed(YARD, {1.0: "BEN call ANNA", 4.0: "BEN wave", 12.0: "BEN hum", 20.0: "CARA end", 22.0: "ANNA ask BEN"}, 30.0)


def test_of_someone_not_noticed_nothing_is_known(blind: Trace) -> None:
    view = blind.view("ANNA")
    assert view.distance(50, "BEN") is None
    assert view.shown(50, "BEN", "anger") == 0.0
    assert (view.gone(50, "CARA"), view.dead(50, "CARA")) == (False, False)
    assert view.events == ()
    for words in (HUM, NEAR, BY, ANGER, NOT_ANGER, SEEN, DEAD, SHOWS, TORN, SEES):
        assert not any(held(blind, words)[:6]), words
    assert all(held(blind, ALONE)[:6])


def test_a_lull_is_since_what_one_perceived(blind: Trace, awake: Trace) -> None:
    """Nothing reaches her in the one; in the other the call at 1.1 s and the wave at 4.1 s do, the humming at 12.1 s does not."""
    assert held(blind, LULL)[:6] == [False] * 5 + [True]
    lulls = held(awake, LULL)
    assert lulls[:12] == [False] * 10 + [True, True]
    assert all(lulls[10:22])
    assert not lulls[24]


def test_what_was_not_perceived_has_not_been_done(awake: Trace) -> None:
    assert not any(held(awake, HUM))
    assert held(awake, WAVE)[:8] == [False] * 6 + [True, True]
    assert held(awake, WAVE_3)[:12] == [False] * 9 + [True] * 3
    assert [event.move for event in awake.view("ANNA").events] == ["call", "wave", "ask"]


def test_of_others_only_what_shows(awake: Trace) -> None:
    """Whether BEN is angry inside, or torn, is not known either way; that he looks it is; `feels` in a `sees` line is what shows."""
    for words in (ANGER, NOT_ANGER, TORN):
        assert not any(held(awake, words))
    assert held(awake, SHOWS)[5]
    assert held(awake, SEES)[5]
    assert held(awake, SEEN)[5]
    assert held(awake, BY)[5]
    assert held(awake, NEAR)[5]
    assert not any(held(awake, DEAD))


def test_debts_between_the_two_are_known_to_both(awake: Trace) -> None:
    """BEN's question has been said at 2.1 s and is late after 6.1 s; ANNA's, from 22.1 s, said at 23.1 s."""
    assert held(awake, IGNORED)[:9] == [False] * 7 + [True, True]
    assert held(awake, ASKED)[20:27] == [False] * 4 + [True] * 3


def test_of_others_acts_their_reasons_are_blank(awake: Trace) -> None:
    call, wave, ask = awake.view("ANNA").events
    assert (call.heard_by, call.cause, wave.cause) == ((), "", "")
    assert wave.waited == pytest.approx(3.0)
    assert ask.heard_by == awake.events[-1].heard_by
    assert [event.index for event in (call, wave, ask)] == [0, 1, 2]


def test_of_an_own_act_one_knows_those_to_have_heard_it_whom_one_had_noticed(awake: Trace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert awake.view("ANNA").events[-1].heard_by == ("ANNA", "BEN")
    monkeypatch.setattr(MindView, "noticed", lambda view, step, other: False)
    assert awake.view("ANNA").events[-1].heard_by == ("ANNA",)


def test_of_an_incident_one_knows_what_one_can_know(awake: Trace, monkeypatch: pytest.MonkeyPatch) -> None:
    """One takes a misreading for a reading; how much another tires, or thinks, is not known; how much of him shows is."""
    both, one = ("ANNA", "BEN"), ("BEN",)
    what_befell = (
        Incident(0, 1.0, "misreads", "ANNA", "BEN", "joy", ("ANNA",), 0.7),
        Incident(1, 2.0, "slips", "BEN", None, "anger", both, 0.4, "face"),
        Incident(2, 3.0, "slips", "BEN", None, "anger", one, 0.4, "hands"),
        Incident(3, 4.0, "unanswered", "BEN", "ANNA", None, both, 6.0),
        Incident(4, 5.0, "both know", "ANNA", "BEN", None, both, 0.8),
    )
    monkeypatch.setattr(awake, "incidents", what_befell)
    known = awake.view("ANNA").incidents
    assert [incident.kind for incident in known] == ["reads", "slips", "unanswered", "both know"]
    assert [incident.amount for incident in known] == [0.7, 0.4, 0.0, 0.0]
    assert [incident.index for incident in known] == [0, 1, 2, 3]
    assert all(incident.known_to == () for incident in known)
    assert [incident.kind for incident in awake.view("BEN").incidents] == ["slips", "slips", "unanswered", "both know"]
