"""What kept an act shut: of that one alone, whoever else may do the same; of whatever there is to do; at one moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from falter.api.run import Run
from falter.api.scene import load, parse
from falter.explain.acts.shutting import COPING
from falter.narrate.timeline import clock
from tests.performing import without

SCENES = Path(__file__).parents[3] / "scenes"
HEAD = "falter 1\nscene Trial\nplace a yard\n  mark door\n  mark desk, 9 m from door\n" + without("coping")
TWO = """ANNA "the girl", she
  at door
  wants to sing: barely
BEN "the boy", he
  at desk
  wants to sing: wholly
ANNA or BEN may sing "sings" once, if at desk
closes at 20 s
"""
AWAY = """set theta0 6
ANNA "the girl", she, away, arrives door in 5..6 s
  wants to sing: barely
BEN "the boy", he
ANNA may sing "sings" once
closes at 30 s
"""
TORN = """set theta0 12
ANNA "the girl", she
  at door
BEN "the boy", he
  at desk
  hates ANNA: wholly
  wants to stay: wholly
ANNA or BEN may sing "sings", comforts ANNA (cherish +1, want -1), once, if at desk
BEN may stay "stays" once
closes at 20 s
"""


def told(run: Run, act: str, at: float | None = None) -> str:
    return " ".join(run.why_not(act, at).told().split())


def test_what_another_may_do_as_well_is_not_answered_for_him() -> None:
    run = parse(HEAD + TWO).perform(1)
    assert [event.who for event in run.events] == ["BEN"]
    assert "It was never open: `at desk` never held." in told(run, "ANNA sing")
    assert "It was not open then: `at desk` did not hold." in told(run, "ANNA sing", at=10.0)


@pytest.mark.parametrize("at", [None, 3.0])
def test_whatever_there_is_to_do_has_an_answer(at: float | None) -> None:
    run = load(SCENES / "ladder/01-the-letter.falter").perform(3)
    done = {(event.who, event.move) for event in run.events}
    labels = [row.label for row in run.trace.tables.labels["act"]]
    asked = [label for label in labels if tuple(label.split(" ")[:2]) not in done]
    coping = [label for label in asked if COPING in told(run, label, at)]
    assert "BEN think-again" in coping and coping != asked


def test_who_was_not_there_yet_is_said_to_be_so_and_what_is_open_closes_with_the_scene() -> None:
    run = parse(HEAD + AWAY).perform(1)
    came = next(one for one in run.trace.incidents if one.kind == "arrives")
    found = told(run, "sing", at=2.0)
    assert f"It was not open then: Anna was not there yet. It was at {clock(came.t)}–0:30.0." in found


def test_of_several_the_one_that_came_nearest_is_told_and_the_others_are_named() -> None:
    run = parse(HEAD + TORN).perform(1)
    found = run.why_not("sing")
    assert found.why.label.startswith("BEN sing") and found.why.nearest is not None
    assert found.why.share < 0.0, "who never could came to no share at all, and less is below that"
    assert found.why.others == ("ANNA sing",) == tuple(found.record()["others"])
    assert "BEN sing was not done (line 14), nor was `ANNA sing`" in found.told()
