"""Attention, use, preference and threshold: numbers that can be checked by hand, and the edges."""

from __future__ import annotations

import math

import pytest

from falter.mind.attention import attended_use, gain, share, switch_chance
from falter.mind.deliberation import (
    conflict,
    crossing_chance,
    crossing_share,
    idle_answer,
    idle_deadline,
    next_preference,
    noise_scale,
    relative_use,
    rivalry,
    threshold,
    urgency,
    use,
)


@pytest.mark.parametrize(("v", "p", "wanted"), [(0.5, 0.2, 0.4), (-0.5, 0.2, -0.1), (1.0, 1.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.7, 0.0)])
def test_a_good_counts_by_what_is_to_be_gained_and_a_harm_by_what_there_is_to_lose(v: float, p: float, wanted: float) -> None:
    assert use(v, p) == pytest.approx(wanted)


def test_relative_use_is_against_doing_nothing_and_the_others() -> None:
    """Two acts, .4 and −.1, doing nothing −.2: .4 − (−.2 − .1)/2 = .55; one act alone: its use less that of doing nothing."""
    assert relative_use(0.4, 0.3, -0.2, 0.5) == pytest.approx(0.55)
    assert relative_use(0.4, 0.4, 0.0, 1.0) == pytest.approx(0.4)
    assert relative_use(0.4, 0.4, -0.2, 1.0) == pytest.approx(0.6)


def test_two_opposed_acts_are_opposed_in_relative_use() -> None:
    assert relative_use(0.3, 0.0, 0.0, 0.5) == pytest.approx(-relative_use(-0.3, 0.0, 0.0, 0.5))


def test_centred_noise_keeps_unit_variance() -> None:
    """Of n independent draws less their mean each has variance (n − 1)/n."""
    for n in (2.0, 3.0, 10.0):
        assert noise_scale(n) ** 2 * (n - 1.0) / n == pytest.approx(1.0)
    assert noise_scale(1.0) == 1.0


@pytest.mark.parametrize(("pro", "con", "wanted"), [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (1.0, 1.0, 0.8), (0.25, 0.25, 0.5), (0.0, 0.0, 0.0)])
def test_conflict_is_high_when_much_speaks_on_both_sides(pro: float, con: float, wanted: float) -> None:
    assert conflict(pro, con) == pytest.approx(wanted)


def test_urgency_lowers_a_threshold_to_its_least_at_the_deadline() -> None:
    assert urgency(0.0, 0.4, 60.0) == urgency(-5.0, 0.4, 60.0) == 0.4
    assert urgency(60.0, 0.4, 60.0) == pytest.approx(1.0 - 0.6 / math.e)
    assert urgency(1e17, 0.4, 60.0) == 1.0


def test_the_threshold_of_what_cannot_be_undone_in_conflict_under_urgency() -> None:
    """2 · 1.3 · (1 + 1) · (1 + 1.5 · .8) · .5 = 5.72."""
    assert threshold(2.0, 1.3, 1.0, 1.0, 1.5, 0.8, 0.5) == pytest.approx(5.72)
    assert threshold(2.0, 1.0, 1.0, 0.0, 1.5, 0.0, 1.0) == 2.0


def test_a_preference_drifts_leaks_is_held_down_and_is_shaken() -> None:
    """1 + (.5 − .1·1 − .2)·.1 + 2·√.1."""
    assert next_preference(1.0, 0.5, 0.1, 0.2, 2.0, 0.1, math.sqrt(0.1)) == pytest.approx(1.02 + 2.0 * math.sqrt(0.1))


def test_the_chance_to_have_crossed_between_two_looks() -> None:
    """Both ends .1 below, .1 s: e^{−.2}; one at the threshold: certain; far below: nothing."""
    assert crossing_chance(1.0, 0.9, 0.9, 0.1) == pytest.approx(math.exp(-0.2))
    assert crossing_chance(1.0, 0.9, 1.0, 0.1) == 1.0
    assert crossing_chance(1.0, 0.9, 1.5, 0.1) == 1.0
    assert crossing_chance(1.0, -2.0, -2.0, 0.1) < 1e-70


CROSSINGS = [(0.5, 1.5, 0.5), (0.9, 1.3, 0.25), (0.8, 0.8, 0.5), (1.0, 1.0, 0.0), (0.0, 1.0, 1.0)]


@pytest.mark.parametrize(("before", "after", "wanted"), CROSSINGS)
def test_where_in_the_step_it_crossed(before: float, after: float, wanted: float) -> None:
    assert crossing_share(1.0, before, after) == pytest.approx(wanted)


def test_rivals_are_acts_whose_uses_point_apart() -> None:
    assert [rivalry(cosine) for cosine in (-1.0, -0.3, 0.0, 0.8)] == [1.0, 0.3, 0.0, 0.0]


def test_silence_costs_more_the_longer_an_answer_is_owed() -> None:
    assert idle_answer(0.0, 4.0, 0.6) == 0.0
    assert idle_answer(4.0, 4.0, 0.6) == pytest.approx(-0.6 * (1.0 - 1.0 / math.e))
    assert idle_answer(1e6, 4.0, 0.6) == pytest.approx(-0.6)


def test_waiting_costs_more_the_nearer_a_deadline() -> None:
    assert idle_deadline(60.0, 60.0, 0.3) == pytest.approx(-0.3 / math.e)
    assert idle_deadline(0.0, 60.0, 0.3) == idle_deadline(-1.0, 60.0, 0.3) == -0.3


def test_attention() -> None:
    """Share .5 · 2 · (1 + .6); a motive stays 2 s on average; gains stay in [.5, 3]; ψ mixes the mean and the motive in mind."""
    assert share(0.5, 2.0, 0.6) == pytest.approx(1.6)
    assert share(0.0, 3.0, 2.0) == 0.0
    assert switch_chance(0.1, 2.0) == pytest.approx(1.0 - math.exp(-0.05))
    assert [gain(slopes) for slopes in (-3.0, -0.25, 0.0, 0.8, 9.0)] == [0.5, 0.75, 1.0, 1.8, 3.0]
    assert attended_use(0.2, -0.4, 0.3) == pytest.approx(0.02)


def test_attention_leaves_the_mean_drift_as_it_is() -> None:
    """Over attention, (1 − ψ)·mean + ψ·Σ q x is the mean."""
    q, x = (0.2, 0.5, 0.3), (0.4, -0.6, 0.1)
    mean = sum(a * b for a, b in zip(q, x, strict=True))
    assert sum(a * attended_use(mean, b, 0.3) for a, b in zip(q, x, strict=True)) == pytest.approx(mean)
