"""What gave way so that an act could be done, in words: what one thought, whose it was."""

from __future__ import annotations

import pytest

from falter.api.scene import parse
from falter.explain.acts.conditions_told import came_true
from falter.explain.acts.happened import Gate
from falter.explain.wording import Wording

SCENE = """falter 1
scene Trial
place a yard
ANNA "the girl", she
  knows dead
  wants to hum: wholly
  wonders how BEN loves ANNA: .5
  wonders how BEN hurt by ANNA: .5
  wonders if BEN means to kiss: barely
BEN "the boy", he
fact dead "Her brother is dead"
ANNA may tell "tells him" to BEN, tells dead, once
BEN may kiss "kisses her hand" on ANNA, once
ANNA may hum "hums" once, if CONDITION or if lull 1 s
closes at 1 min
"""


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("knows dead", "she knew “Her brother is dead”"),
        ("knows BEN knows dead", "she knew that Ben knew “Her brother is dead”"),
        ("not doubts dead", "she no longer doubted “Her brother is dead”"),
        ("believes BEN loves ANNA", "she believed that Ben loved Anna"),
        ("doubts BEN hurt by ANNA", "she doubted that Ben was hurt by Anna"),
        ("suspects BEN means to kiss ANNA", "she suspected that Ben meant to kiss Anna"),
        ("BEN heart races", "Ben's heart raced"),
        ("heart races", "her heart raced"),
        ("BEN near ANNA", "Ben was near Anna"),
    ],
)
def test_a_condition_is_told_of_whom_it_is_and_what_he_thought(condition: str, told: str) -> None:
    trace = parse(SCENE.replace("CONDITION", condition)).perform(1).trace
    event = next(one for one in trace.events if one.move == "hum")
    k, move = next((k, move) for k, move in enumerate(trace.scene.moves) if move.id == "hum")
    gate = Gate(move.needs.clauses[0].atoms[0].word, move.needs.clauses[0].atoms[0], -1, ("moves", k), 0)
    assert came_true(gate, event, Wording(trace, event.who)) == told
