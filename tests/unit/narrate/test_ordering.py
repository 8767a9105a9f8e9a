"""Acts are told in the order they began, and as far as they reached the one who tells."""

from __future__ import annotations

from itertools import pairwise

import pytest

from falter.narrate import prose
from falter.narrate.beats import Acts
from falter.narrate.closeness import beats
from falter.narrate.phrasebook import EVERY
from falter.narrate.speech import TOO_LOW
from falter.text.inflect import marked_only
from tests.performing import directed

SCENE = """falter 1
scene The Long Word
place a room
  mark table
  mark door, {far} m from table
told close to CARA, past
ANNA "the mother", she
  at table
  copes by nothing
BEN "the son", he
  at door
  copes by nothing
CARA "the aunt", she
  at table
  copes by nothing
ANNA may scold to BEN
  says "You were to be home by nine, and it is a quarter to twelve, and your soup has gone cold twice."
ANNA may wag "wags a finger" once
ANNA may hiss to BEN, aside
  says "Wipe your feet."
BEN may stand "stands on one leg" once
BEN may ask-aside to ANNA, asks, aside
  says "Is she angry?"
ANNA may answer to BEN, answers
  says "Very."
ANNA may cover "covers the soup" takes 8 s, lands at 6 s, once
ANNA may go "goes out" leaves
closes at {close} s
"""


def told(cues: dict[float, str], pov: str = "CARA", far: float = 4, close: int = 12, seed: int = 1) -> str:
    return str(prose(directed(SCENE.format(far=far, close=close), cues, float(close), seed=seed), pov=pov))


def test_what_was_done_while_somebody_spoke_is_told_after_his_words() -> None:
    """BEN is done standing on one leg long before ANNA is done speaking; she had begun."""
    text = told({1.0: "ANNA scold BEN", 2.0: "BEN stand"})
    assert text.index("You were to be home") < text.index("stood on one leg")
    text = told({1.0: "BEN stand", 2.0: "ANNA scold BEN"})
    assert text.index("stood on one leg") < text.index("You were to be home")


def test_a_gesture_stays_before_its_doer_s_own_words() -> None:
    text = told({1.0: "ANNA scold BEN", 2.0: "ANNA wag"})
    assert text.index("wagged a finger") < text.index("You were to be home")


def test_acts_of_different_people_are_told_as_they_began() -> None:
    trace = directed(
        SCENE.format(far=4, close=20), {1.0: "ANNA scold BEN", 2.0: "BEN stand", 9.0: "BEN ask-aside ANNA", 9.4: "ANNA wag"}, 20.0
    )
    for pov in ("ANNA", "BEN", "CARA"):
        acts = [beat.act for beat in beats(trace, pov) if isinstance(beat, Acts)]
        assert len(acts) >= 2
        assert all(first.t <= second.t or first.who == second.who for first, second in pairwise(acts))


@pytest.mark.parametrize(("far", "heard"), [(1.0, True), (4.0, False)])
def test_words_aside_that_reached_nobody_are_told_so(far: float, heard: bool) -> None:
    text = told({1.0: "ANNA hiss BEN"}, pov="ANNA", far=far)
    assert "Wipe your feet" in text
    assert any(marked_only(words, "past") in text for words in TOO_LOW) != heard, text
    assert "Wipe your feet" not in told({1.0: "ANNA hiss BEN"}, pov="BEN", far=4.0)


@pytest.mark.parametrize("reply", ["answers", "evades", "refuses"])
def test_an_answer_to_what_was_not_heard_says_whom_it_is_for(reply: str) -> None:
    """BEN asks out of the aunt's hearing; what ANNA answers she says to him. Whoever heard the question needs no telling."""
    cues = {1.0: "BEN ask-aside ANNA", 6.0: "ANNA answer BEN"}
    scene = SCENE.replace("to BEN, answers", f"to BEN, {reply}").replace(
        'CARA "the aunt", she\n  at table', 'CARA "the aunt", she\n  at 6 m from ANNA'
    )
    trace = directed(scene.format(far=1, close=12), cues, 12.0)
    assert "“Very,” the mother said to the son." in str(prose(trace, pov="CARA"))
    assert "to the son" not in str(prose(trace, pov="BEN")) and "to the son" not in str(prose(trace, pov="ANNA"))


def test_a_deed_that_the_close_cuts_off_is_not_told_and_one_that_going_does_may_be() -> None:
    """Nothing is known of what she had in hand when the curtain fell. Of 25 seeds some have a sentence for a deed cut off."""
    closed, left = set(), set()
    for seed in range(EVERY):
        cut = directed(SCENE.format(far=4, close=12), {8.0: "ANNA cover"}, 12.0, seed=seed)
        assert any(event.move == "cover" and event.cut for event in cut.events)
        closed |= {sentence.origin for sentence in prose(cut, pov="CARA").sentences}
        gone = directed(SCENE.format(far=4, close=20), {1.0: "ANNA cover", 2.0: "ANNA go"}, 20.0, seed=seed)
        left |= {sentence.origin for sentence in prose(gone, pov="CARA").sentences}
    assert not any(origin.startswith("phrasebook/cut/") for origin in closed)
    assert any(origin.startswith("phrasebook/cut/") for origin in left)
