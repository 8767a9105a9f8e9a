"""Every preference followed to its crossing is the sum of what fed it, to the rounding of the sum."""

from __future__ import annotations

from random import Random

import pytest

from falter.explain.acts.building import CHANCE, RIVALS, START, Crossing, crossings
from falter.explain.acts.causes import Source
from falter.explain.acts.why import why
from falter.performance import perform
from tests.performing import float_at, row_of, tables_of, whole_scene, without

ACCURATE = 1e-9


def off(crossing: Crossing) -> float:
    """By how much the parts miss the preference at the crossing: what was left, or what was given with all that was lost."""
    build = crossing.build
    given = sum(build.gave.values()) + build.forgotten + build.set_back + build.capped
    return max(abs(build.preference - crossing.preference), abs(given - crossing.preference))


@pytest.mark.parametrize("name", ["a-proposal", "ladder/05-the-platform"])
def test_the_parts_add_up_to_the_preference_at_the_crossing(name: str) -> None:
    followed = crossings(perform(whole_scene(name), 3))
    assert followed
    assert max(off(crossing) for crossing in followed) < ACCURATE


@pytest.mark.slow
def test_they_do_for_two_hundred_random_acts_of_three_scenes() -> None:
    names = ("the-generals-office", "othello-at-the-bedside", "the-hostage-call")
    found = [crossing for name in names for crossing in crossings(perform(whole_scene(name), 3))]
    chosen = Random(1).sample(found, 200)
    assert max(off(crossing) for crossing in chosen) < ACCURATE


def test_it_is_the_preference_that_the_engine_had() -> None:
    """As an act crossed it stood at its threshold; where the step ended, and how much of that was luck's, is kept beside it."""
    trace = perform(whole_scene("a-proposal"), 3)
    for crossing in crossings(trace):
        step, label = round(crossing.t / trace.dt), trace.tables.labels["act"][crossing.act].label
        assert crossing.preference == crossing.threshold == float_at(trace, step, "act", label, "THETA")
        assert crossing.preference + crossing.beyond == pytest.approx(float_at(trace, step, "act", label, "AHEAD"), abs=ACCURATE)


@pytest.mark.parametrize("theta0", [0.05, 0.2])
def test_what_speaks_for_an_act_speaks_for_it_however_far_the_step_falls_back(theta0: float) -> None:
    """Where thresholds are low, a path crosses within a step and often ends it below zero."""
    tables = tables_of(ALONE + without("coping") + f"set theta0 {theta0}\n")
    trace = perform(tables, 1)
    found = [why(trace, trace.events[one.event]) for one in crossings(trace)]
    assert sum(one.crossing.beyond < -one.crossing.threshold for one in found if one.crossing) >= 1
    for one in found:
        assert all(part.share > 0.0 for part in one.parts if part.kind == "want")
        assert sum(part.share for part in one.parts) == pytest.approx(1.0, abs=ACCURATE)


ALONE = """falter 1
scene Alone
place a room
ANNA "the girl", she
  wants to shout: wholly
ANNA may shout "shouts"
closes at 5 min
"""


def test_a_single_motive_without_rivals_is_all_there_is_but_for_chance() -> None:
    tables = tables_of(ALONE + without("coping"))
    crossing = crossings(perform(tables, 1))[0]
    left, wants = crossing.build.left, Source("motive", row_of(tables, "motive", "want shout"), "itself")
    others = [source for source in left if source not in (wants, CHANCE)]
    assert left[wants] > 0.0
    assert all(left[source] == 0.0 for source in others)
    assert {START, RIVALS} <= set(others)


def test_following_changes_nothing() -> None:
    tables = whole_scene("a-proposal")
    before = perform(tables, 5)
    crossings(before)
    after = perform(tables, 5)
    assert (before.events, before.floats) == (after.events, after.floats)
