"""Rules of display: what each does to what shows, and moves that start and stop them."""

from __future__ import annotations

import pytest

from falter.kernel.showing import shown_on
from falter.performance import Trace, perform
from falter.tables import columns as at
from tests.performing import directed, float_at, int_at, row_of, tables_of

SCENE = """falter 1
scene The Dinner
place a room
  mark door
  mark chair, 2 m from door
set slip 0
set depletion 0
ANNA "the widow", she
  at door
  mood anger: strongly, distress: barely
  {rule}
BEN "the brother", he
  at chair
ANNA may smile "smiles" inner, feigns joy, once
ANNA may swallow "swallows it" inner, suppresses anger, once
ANNA may say-so "says so" reveals anger (norm 0), once
BEN may nod "nods" to ANNA, once
closes at 1 min
"""


def dinner(rule: str = "tempo even") -> Trace:
    return perform(tables_of(SCENE.format(rule=rule)), 1)


def told(cues: dict[float, str], rule: str = "tempo even") -> Trace:
    return directed(SCENE.format(rule=rule), cues, 40.0)


def face(trace: Trace, step: int, family: int = at.SHOWS_ANGER, channel: int = at.ON_FACE) -> float:
    packed = trace.tables.packed
    return shown_on(packed.ti, packed.tf, trace.si(step), trace.sf(step), row_of(trace.tables, "person", "ANNA"), channel, family)


def test_played_down_it_shows_less_and_hidden_least() -> None:
    shows = [
        face(dinner(rule), 1)
        for rule in ("plays up anger: .4", "tempo even", "plays down anger: .4", "plays down anger: .7", "hides anger")
    ]
    assert shows == sorted(shows, reverse=True)
    assert len(set(shows)) == 5
    assert shows[1] == pytest.approx(0.7 * 0.9)


def test_a_mask_hides_the_one_and_shows_the_other() -> None:
    trace = dinner("masks anger with joy")
    assert face(trace, 1) == pytest.approx(face(dinner("hides anger"), 1), rel=0.05)
    assert face(trace, 1, at.SHOWS_JOY) == pytest.approx(0.7 * 0.9 * 0.9, rel=0.05)
    assert face(dinner("hides anger"), 1, at.SHOWS_JOY) == 0.0


def test_what_is_feigned_is_on_the_face_and_hardly_on_the_breath() -> None:
    trace = dinner("feigns joy: strongly")
    assert face(trace, 1, at.SHOWS_JOY) == pytest.approx(0.7 * 0.9 * 0.9, rel=0.05)
    assert face(trace, 1, at.SHOWS_JOY, at.ON_BREATH) == pytest.approx(0.7 * 0.5 * 0.2, rel=0.05)
    assert float_at(trace, 1, "feeling", "ANNA joy", "FELT") == 0.0
    assert float_at(trace, 1, "person", "ANNA", "EFFORT") == pytest.approx(0.7)


def test_every_rule_costs_effort_but_letting_be() -> None:
    for rule in ("plays up anger: .4", "plays down anger: .4", "masks anger with joy", "feigns joy: .4", "hides anger"):
        assert float_at(dinner(rule), 1, "person", "ANNA", "EFFORT") > 0.1
    assert float_at(dinner(), 1, "person", "ANNA", "EFFORT") == 0.0


def test_moves_start_and_stop_rules() -> None:
    trace = told({5.0: "ANNA swallow", 15.0: "ANNA smile", 25.0: "ANNA say-so"})
    assert face(trace, 40) > 0.5
    assert face(trace, 140) < 0.1
    assert face(trace, 140, at.SHOWS_JOY) == 0.0
    assert face(trace, 240, at.SHOWS_JOY) > 0.5
    assert face(trace, 340) > 0.5


def test_what_is_revealed_is_masked_no_more() -> None:
    trace = told({5.0: "ANNA say-so"}, "masks anger with joy")
    assert int_at(trace, 40, "person", "ANNA", "MASKS") == 1
    assert int_at(trace, 140, "person", "ANNA", "MASKS") == 0
    assert face(trace, 140, at.SHOWS_JOY) < 0.1
    assert face(trace, 140) > 0.5


def test_alone_nobody_keeps_up_a_display() -> None:
    text = SCENE.format(rule="hides anger").replace('BEN "the brother", he\n', 'BEN "the brother", he, away\n').replace("  at chair\n", "")
    trace = perform(tables_of(text), 1)
    assert face(trace, 1) == pytest.approx(0.7 * 0.9)
    assert float_at(trace, 1, "person", "ANNA", "EFFORT") == 0.0
