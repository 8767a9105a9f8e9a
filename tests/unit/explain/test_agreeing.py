"""What several did is told in the plural, to the last verb; what one did is not, and what was said stands as it was said."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from falter.api.scene import parse
from falter.explain.agreeing import agreeing
from falter.explain.beat_words import act_told
from falter.narrate.script import action, plain_words, wording_of
from tests.performing import without

SCENE = """falter 1
scene The Rail
place a yard
ANNA "the girl", she
  wants to help: wholly
GUARDS "the guards", they, 6 people
  loves ANNA: somewhat
  hides love
LEE "the cook", they
  loves ANNA: somewhat
{who} may step "steps up to the rail, [looks] over, and [stops]" toward ANNA, again
{who} may press "presses on", again
{who} may call-out to ANNA, again
ANNA may help "helps"
{who} may reply to ANNA, once
  says "She goes, and stays."
closes at 40 s
"""


def done(who: str, move: str, cut: bool = False) -> tuple[Any, Any]:
    scene: Any = parse(SCENE.format(who=who)).model
    event: Any = SimpleNamespace(who=who, move=move, wording=0, use=0, text_id="x", cut=cut, inner=False, to=None)
    return scene, event


def told(who: str, move: str, cut: bool = False) -> str:
    scene, event = done(who, move, cut)
    trace: Any = SimpleNamespace(scene=scene, seed=1)
    return agreeing(act_told(trace, event), scene)


@pytest.mark.parametrize(
    ("who", "move", "cut", "words"),
    [
        ("GUARDS", "step", False, "Guards step up to the rail, look over, and stop"),
        ("LEE", "step", False, "Lee steps up to the rail, looks over, and stops"),
        ("GUARDS", "step", True, "Guards step up to the rail, look over, and stop, and are cut off"),
        ("GUARDS", "press", False, "Guards press on"),
        ("GUARDS", "reply", False, "Guards say “She goes, and stays.”"),
        ("GUARDS", "reply", True, "Guards begin to say “She goes, and stays.”"),
        ("GUARDS", "think-again", False, "Guards try to see it another way"),
        ("LEE", "dwell-on-love", False, "Lee dwells on their love"),
        ("GUARDS", "keep-down-love", False, "Guards keep down their love"),
        ("GUARDS", "call-out", False, "Guards do call out"),
    ],
)
def test_what_is_done_agrees_with_who_does_it(who: str, move: str, cut: bool, words: str) -> None:
    assert told(who, move, cut) == words


def test_so_it_does_in_the_screenplay() -> None:
    scene, event = done("GUARDS", "step")
    assert plain_words(scene, event, 1) == "step up to the rail, look over, and stop"
    assert action(scene, event, wording_of(scene, event).text) == "GUARDS step up to the rail, look over, and stop."


def test_our_own_sentences_agree() -> None:
    scene = parse(SCENE.format(who="LEE")).model
    assert (
        agreeing("Guards was torn; they press on, and they rather fears him.", scene)
        == "Guards were torn; they press on, and they rather fear him."
    )
    assert (
        agreeing("Lee feels pity. They has always gone. Anna is there.", scene) == "Lee feels pity. They have always gone. Anna is there."
    )


OWING = """falter 1
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
    run = parse(OWING).perform(2)
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
    scene = parse(OWING).perform(2).trace.scene
    assert agreeing("since they\nowes an answer, and Guards\nwas there: “they owes”", scene) == (
        "since they\nowe an answer, and Guards\nwere there: “they owes”"
    )
