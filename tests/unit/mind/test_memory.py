"""The equations of memory at their edges: ages of nothing, no uses, no cues, no strength left."""

from __future__ import annotations

from math import exp, log

import pytest

from falter.mind.memory import (
    association,
    base_level,
    bulk,
    chance,
    congruence,
    faded,
    held_out,
    intrusion,
    learned,
    log_odds,
    overshoot,
    readiness,
    spreading,
)


def test_an_age_below_a_second_counts_as_one() -> None:
    assert faded(0.0, 0.5) == faded(0.3, 0.5) == faded(1.0, 0.5) == 1.0


def test_bulk_of_nothing_is_nothing_and_of_one_moment_is_that_moment() -> None:
    assert bulk(0.0, 1.0, 100.0, 0.5) == 0.0
    assert bulk(3.0, 100.0, 100.0, 0.5) == pytest.approx(0.3)
    assert bulk(3.0, 99.99999, 100.0, 0.5) == pytest.approx(0.3, rel=1e-4)


def test_a_memory_never_used_is_far_below_any_other_and_finite() -> None:
    assert -40.0 < base_level(0.0) < -20.0


@pytest.mark.parametrize("fan", [1.0, 3.0, 50.0])
def test_a_cue_of_many_memories_wakes_each_less_and_never_inhibits(fan: float) -> None:
    assert association(2.0, fan) == pytest.approx(max(0.0, 2.0 - log(fan)))


def test_cues_share_one_attention() -> None:
    assert spreading(0.0, 0.0) == 0.0
    assert spreading(0.5 * 2.0, 0.5) == 1.0
    assert spreading(4 * 0.5 * 2.0, 4 * 0.5) == pytest.approx(2.0)


def test_feeling_weighs_by_the_ratios_it_is_given() -> None:
    assert exp(congruence(-1.0, -1.0, 1.66, 1.25, 0.86)) == pytest.approx(1.66)
    assert exp(congruence(1.0, 1.0, 1.66, 1.25, 0.86)) == pytest.approx(1.25)
    assert exp(congruence(1.0, -1.0, 1.66, 1.25, 0.86)) == pytest.approx(0.86)
    assert congruence(0.0, -1.0, 1.66, 1.25, 0.86) == 0.0


def test_chances_stay_within_0_and_1() -> None:
    for odds in (-1e300, -30.0, 0.0, 30.0, 1e300):
        assert 0.0 <= chance(odds) <= 1.0
    assert intrusion(0.0, 1.0, 1.0) == 0.0
    assert intrusion(1e9, 1.0, 1.0) == 1.0
    assert abs(log_odds(0.0)) == abs(log_odds(1.0)) == 30.0
    assert readiness(0.0, -1.0, 0.0) == 0.0


def test_shutting_out_needs_strength_and_gets_better() -> None:
    assert held_out(2.0, 0.0) == 0.0
    assert held_out(2.0, 5.0) == 2.0
    assert [round(learned(n, 0.6), 3) for n in (0, 1, 2, 4)] == [0.0, 0.0, 0.416, 0.832]


def test_what_comes_back_halves() -> None:
    assert overshoot(1.2, 2.0, 0.0, 30.0) == pytest.approx(1.2)
    assert overshoot(1.2, 0.5, 30.0, 30.0) == pytest.approx(0.3)
