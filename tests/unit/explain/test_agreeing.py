"""Of a group, and of one called *they*, it is told in the plural: why something was done, why not, what comes without a cause."""

from __future__ import annotations

from falter.api.scene import parse
from falter.explain.agreeing import agreeing
from tests.performing import without

SCENE = """falter 1
scene Trial
place a yard
  mark door
set theta0 3
ANNA "the girl", she
  wants to ask: wholly
  wants to nod: wholly
GUARDS "the guards", they, 6 people, away, arrives door in 1..2 s
  wants to reply: barely
ANNA may ask "asks" to GUARDS, asks, again
GUARDS may reply "answers" to asker, answers, once
ANNA may nod "nods" once, if after reply
closes at 40 s
""" + without("coping")


def test_what_a_group_owes_is_what_they_owe() -> None:
    run = parse(SCENE).perform(2)
    replied = next(event for event in run.events if event.move == "reply")
    absent, done = run.why_not("reply", at=replied.t - 1.0), run.why("reply")
    assert absent.why.open_then
    for told in (absent.told(), absent._repr_html_(), done.told(), done._repr_html_()):
        assert "the answer they owe\n" in told or "the answer they owe " in told or "the answer they owe<" in told
        assert "owes" not in told
    assert "had this been cut short: Guards answer (" in run.why("nod").tested().told()
    early = run.why_not("reply", at=0.5)
    assert "Guards were not there yet" in early.told() and "Guards were not there yet" in early._repr_html_()


def test_a_verb_at_the_beginning_of_a_line_agrees_too() -> None:
    scene = parse(SCENE).perform(2).trace.scene
    assert agreeing("since they\nowes an answer, and Guards\nwas there: “they owes”", scene) == (
        "since they\nowe an answer, and Guards\nwere there: “they owes”"
    )
