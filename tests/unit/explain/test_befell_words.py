"""What befell somebody is told of the right one, in words, and by name where he is not the one explained."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest

from falter.api.run import Run
from falter.api.scene import parse
from falter.explain.acts.causes import QUIET
from falter.explain.acts.happened import FIRST
from falter.explain.acts.why import whys
from falter.explain.beat_words import befell_told
from falter.explain.befell_words import BEFELL
from falter.explain.turning.moments import NOTED, OF_THE_WORLD
from falter.explain.wording import Wording
from falter.model.words import INCIDENTS
from falter.performance.event import Incident

TOUCHED = """falter 1
scene The Yard
place a yard
  mark bench
set theta0 1
AL "the girl", she, at bench
  loves ALICE: wholly
  trusts ALICE: wholly
ALICE "the boy", he, at bench
  loves AL: wholly
  wants to touch: wholly
ALICE may touch "takes Al's hand" on AL, touches, comforts, again
ALICE may sit "sits down by her" to AL, comforts (cherish +1), again
closes at 1 min
"""


def befallen(kind: str, who: str, whom: str | None, what: str | None = None) -> Incident:
    return Incident(0, 4.0, kind, who, whom, what, (), 1.0)


@cache
def run() -> Run:
    return parse(TOUCHED).perform(1)


def trace(*incidents: Incident) -> Any:
    return SimpleNamespace(scene=run().trace.scene, incidents=incidents)


def test_every_kind_that_is_ever_told_has_words() -> None:
    told = {kind for kinds in FIRST.values() for kind in kinds} | (set(INCIDENTS) - QUIET) | {*NOTED, *OF_THE_WORLD}
    assert told == set(BEFELL)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (befallen("notices", "AL", "ALICE"), "Al noticed Alice"),
        (befallen("freezes", "ALICE", "AL"), "Alice froze at what Al did"),
        (befallen("probe noticed", "ALICE", "AL"), "Alice felt Al reach into his mind"),
        (befallen("in the open", "AL", "ALICE"), "Al asked Alice outright"),
    ],
)
def test_it_is_told_by_the_name_of_whom_it_befell(one: Incident, words: str) -> None:
    assert befell_told(trace(), one) == words


@pytest.mark.parametrize(("person", "words"), [("AL", "she noticed Alice (0:04.0)"), ("ALICE", "Al noticed Alice (0:04.0)")])
def test_a_pronoun_is_only_for_the_one_who_is_explained(person: str, words: str) -> None:
    assert Wording(trace(befallen("notices", "AL", "ALICE")), person).cause(("incident", 0)) == words


def test_one_is_moved_by_ones_own_touch_and_not_by_how_it_befell_the_other() -> None:
    touched = {one.index for one in run().trace.incidents if one.kind == "touched"}
    own = {event.index for event in run().events if event.move == "touch"}
    causes = {cause for one in whys(run().trace, [event for event in run().events if event.who == "ALICE"]) for _, cause, _ in one.causes()}
    assert touched
    assert not causes & {("incident", index) for index in touched}
    assert causes & {("act", index) for index in own}
