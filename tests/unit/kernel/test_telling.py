"""What is said of a fact moves those who hear it, by whom they trust, by what they know already, and by what a lie gives away."""

from __future__ import annotations

import pytest

from falter.performance import Trace, perform
from tests.performing import directed, float_at, tables_of

TOLD = ("learns", "lies", "overhears", "sees through")
SCENE = """falter 1
scene The Vase
place a hall
  mark hall
  mark stairs, 12 m from hall
  mark garden, 60 m from hall
fact broke "Tom broke the vase", true
TOM "the boy", he
  at hall
  knows broke
MOTHER "his mother", she
  at 1 m from TOM
  trusts TOM: strongly
UNCLE "his uncle", he
  at 1 m from MOTHER
SISTER "his sister", she
  at stairs, busy
  hates TOM: wholly
GARDENER "the gardener", he
  at garden
AUNT "his aunt", she
  at hall
  knows broke
TOM may own to MOTHER, tells broke, answers
  says "I broke it."
TOM may lie to MOTHER, denies broke, again
  says "It wasn't me."
TOM may whisper to MOTHER, aside, tells broke
  says "I broke it."
TOM may evade to MOTHER, evades
  says "What vase?"
TOM may smash "throws the other one down" makes broke
MOTHER may ask to TOM, asks about broke
  says "What happened?"
MOTHER may nod "nods" to TOM
{more}closes at 30 s
"""


ATTENTIVE = "set absent 0\nset absent_busy 0\n"
"""Nobody's mind is elsewhere: what is there to be heard or seen is."""


def told(cues: dict[float, str], *, more: str = "", scene: str = SCENE, seed: int = 1) -> Trace:
    return directed(scene.replace("{more}", ATTENTIVE + more), cues, 30, seed)


def odds(trace: Trace, one: str, other: str | None = None) -> float:
    return float_at(trace, trace.steps - 1, "belief", f"{one} of {other or one} broke", "ODDS")


def kinds(trace: Trace, who: str) -> list[str]:
    return [incident.kind for incident in trace.incidents if incident.who == who and incident.kind in TOLD]


def test_nobody_has_an_opinion_of_what_he_knows_nothing_of() -> None:
    trace = told({})
    assert [odds(trace, who) for who in ("TOM", "MOTHER", "UNCLE", "AUNT")] == [0.99, 0.5, 0.5, 0.99]
    assert odds(trace, "AUNT", "TOM") == 0.5


def test_a_word_weighs_by_trust() -> None:
    trace = told({1: "TOM own MOTHER"}, more="set lie_leak 0\nset tie_rate 0\n")
    assert odds(trace, "MOTHER") == pytest.approx(0.75 + 0.23 * 0.7)
    assert odds(trace, "UNCLE") == pytest.approx(0.75)
    assert odds(trace, "SISTER") == pytest.approx(0.5125)
    assert odds(trace, "GARDENER") == 0.5, "he is out of earshot"
    assert kinds(trace, "MOTHER") == ["learns"]
    assert kinds(trace, "UNCLE") == [], "it was said before him openly"


def test_who_is_not_known_to_be_there_overhears() -> None:
    blind = SCENE.replace("  at hall\n  knows broke\nMOTHER", "  at hall, busy\n  knows broke\nMOTHER")
    assert blind != SCENE
    trace = told({0.1: "MOTHER ask TOM", 2.5: "TOM own MOTHER"}, scene=blind, more="set notice 0\n")
    assert trace.view("TOM").noticed(40, "MOTHER") and not trace.view("TOM").noticed(40, "SISTER")
    assert "overhears" in kinds(trace, "SISTER")
    assert "overhears" not in kinds(trace, "MOTHER")


def test_what_is_said_twice_by_one_mouth_is_said_once() -> None:
    once, twice = told({1: "TOM lie MOTHER"}), told({1: "TOM lie MOTHER", 9: "TOM lie MOTHER"})
    assert odds(once, "MOTHER") == odds(twice, "MOTHER") < 0.2


def test_who_knows_sees_through_and_is_not_moved() -> None:
    trace = told({1: "TOM lie MOTHER"})
    assert odds(trace, "AUNT") == 0.99
    assert kinds(trace, "AUNT") == ["sees through"]
    assert kinds(trace, "TOM") == ["lies"]
    assert float_at(trace, trace.steps - 1, "feeling", "TOM fear", "FELT") > 0.1
    assert "lies" not in kinds(told({1: "TOM own MOTHER"}), "TOM")


def test_an_aside_goes_no_further_than_an_arm() -> None:
    trace = told({1: "TOM whisper MOTHER"})
    assert odds(trace, "MOTHER") > 0.8
    assert odds(trace, "SISTER") == 0.5
    assert kinds(trace, "AUNT") == ["overhears"], "she stands beside them"


def test_silence_and_evasion_speak_for_what_was_asked() -> None:
    silent = told({1: "MOTHER ask TOM"})
    evaded = told({1: "MOTHER ask TOM", 5: "TOM evade MOTHER"})
    assert odds(silent, "MOTHER") == odds(evaded, "MOTHER") == pytest.approx(0.668, abs=0.001)
    assert odds(silent, "UNCLE") == 0.5 < odds(evaded, "UNCLE")
    assert odds(told({1: "TOM evade MOTHER"}), "MOTHER") == 0.5, "nobody had asked"


def test_telling_what_was_asked_settles_the_question() -> None:
    settled = told({1: "MOTHER ask TOM", 5: "TOM whisper MOTHER"})
    assert settled.view("MOTHER").owed(settled.steps - 1) is None
    other = told({1: "MOTHER ask TOM", 5: "TOM smash"})
    assert other.view("MOTHER").owed(other.steps - 1) is not None


def test_who_sees_it_happen_knows_and_knows_who_saw() -> None:
    scene = SCENE.replace('vase", true', 'vase", false').replace("  knows broke\n", "")
    trace = told({1: "TOM smash"}, scene=scene)
    assert odds(trace, "MOTHER") == odds(trace, "MOTHER", "UNCLE") == odds(trace, "TOM", "MOTHER") == 0.99
    assert odds(trace, "MOTHER", "GARDENER") == 0.5
    assert odds(told({1: "TOM smash"}, scene=scene, more="set others_knowledge 0\n"), "MOTHER", "UNCLE") == 0.5


def test_a_listener_is_taken_to_be_moved_as_one_would_be_oneself() -> None:
    trace = told({1: "TOM own MOTHER"}, more="set lie_leak 0\n")
    assert odds(trace, "UNCLE", "MOTHER") == pytest.approx(0.75)
    assert odds(trace, "MOTHER", "TOM") == odds(trace, "MOTHER")
    assert odds(told({1: "TOM lie MOTHER"}), "AUNT", "TOM") == 0.99, "she takes him to be lying, not to be mistaken"


def test_words_that_weigh_nothing_move_nobody() -> None:
    assert odds(told({1: "TOM own MOTHER"}, more="set hearsay 0\n"), "MOTHER") == 0.5


def test_a_question_about_a_fact_is_for_the_wish_to_know_it() -> None:
    tables = tables_of(SCENE.replace("{more}", "").replace("  trusts TOM: strongly\n", "  wonders if broke: somewhat\n"))
    trace = perform(tables, 3)
    assert any(event.move == "ask" and event.cause == "know broke" for event in trace.events)
