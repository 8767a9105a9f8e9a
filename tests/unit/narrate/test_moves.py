"""The move behind an act: a move is known by its doer and its id, in every form of the telling."""

from __future__ import annotations

import pytest

from falter.narrate import as_json, inner, prose, script, timeline
from falter.narrate.moves import move_of
from falter.performance import Trace
from tests.performing import directed, reading_of

GREETINGS = """\
falter 1
scene Greetings
told close to ANNA
ANNA "the guard", she
BEN "the stranger", he
CID "the carter", he
ANNA may greet "nods once"
BEN may greet to ANNA, again
  says "Good evening."
  says "Good evening again."
anyone may sit "sits down"
closes at 30 s
set theta0 20
set lapse 0
"""


@pytest.fixture(scope="module")
def trace() -> Trace:
    return directed(GREETINGS, {1.0: "ANNA greet", 5.0: "BEN greet ANNA", 10.0: "BEN greet ANNA", 15.0: "CID sit"}, 30.0)


def test_each_has_a_move_of_their_own() -> None:
    scene = reading_of(GREETINGS).scene
    assert scene is not None
    assert [len(move_of(scene, who, "greet").wordings) for who in ("ANNA", "BEN")] == [1, 2]
    assert move_of(scene, "BEN", "sit").id == "sit"
    with pytest.raises(ValueError, match="one that CID may do; got 'greet'"):
        move_of(scene, "CID", "greet")


def test_one_s_own_of_two_is_the_one_done_to_another() -> None:
    text = GREETINGS.replace('ANNA may greet "nods once"', 'anyone may greet "nods" to BEN')
    scene = reading_of(text).scene
    assert scene is not None
    assert [move_of(scene, who, "greet").target for who in ("ANNA", "BEN", "CID")] == ["BEN", "ANNA", "BEN"]


def test_every_form_tells_each_one_s_words(trace: Trace) -> None:
    for told in (script(trace), timeline(trace), str(prose(trace, "ANNA")), str(prose(trace, "BEN")), inner(trace, "ANNA")):
        assert "Good evening" in told and "evening again" in told.replace("\n", " ")
        assert "nod" in told
    said = [(event["who"], event["text"], event["said"]) for event in as_json(trace)["events"]]
    assert said == [
        ("ANNA", "nods once", False),
        ("BEN", "Good evening.", True),
        ("BEN", "Good evening again.", True),
        ("CID", "sits down", False),
    ]


def test_a_text_s_id_names_the_doer_where_the_move_s_does_not_tell(trace: Trace) -> None:
    ids = ["greetings/ANNA-greet/1", "greetings/BEN-greet/1", "greetings/BEN-greet/2", "greetings/sit/1"]
    assert [event.text_id for event in trace.events] == ids
