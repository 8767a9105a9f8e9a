"""The filter of one who reads another: its pieces against exact values, and against brute force."""

from __future__ import annotations

import math

import numpy
import pytest
from scipy import stats

from falter.mind import inference
from falter.numeric.arithmetic import normal_pdf


def test_phi_and_its_floor() -> None:
    for z in numpy.linspace(-4.0, 6.0, 101):
        assert normal_pdf(z) == pytest.approx(stats.norm.pdf(z), rel=1e-12)
        assert inference.below(z, normal_pdf(z)) == pytest.approx(stats.norm.cdf(z), rel=1e-12)
    assert inference.below(-9.0, normal_pdf(-9.0)) == 1e-6


def test_what_gathers_and_leaks() -> None:
    """1 s at leak .5: (1 − e^{−.5})/.5 s count. Half of it, twice, is the whole; without a leak time is time."""
    time = inference.gathering_time(0.5, 1.0)
    assert time == pytest.approx((1.0 - math.exp(-0.5)) / 0.5)
    assert inference.gathering_time(0.0, 3.0) == 3.0
    half = inference.gathering_time(0.5, 0.5)
    once = inference.gathered(0.4, 1.5, 0.5, time)
    twice = inference.gathered(inference.gathered(0.4, 1.5, 0.5, half), 1.5, 0.5, half)
    assert once == pytest.approx(twice)
    assert once == pytest.approx(0.4 * math.exp(-0.5) + 1.5 * (1.0 - math.exp(-0.5)) / 0.5)


def test_a_margin_is_in_deviations_of_the_preference() -> None:
    """(2 − .5826·1 − .5)/2; nothing is known to vary: far off."""
    assert inference.margin(2.0, 0.5, 4.0, 1.0, 1.0) == pytest.approx((2.0 - 0.5826 - 0.5) / 2.0)
    assert inference.margin(2.0, 0.5, 0.0, 1.0, 1.0) == 8.0


@pytest.mark.parametrize("z", [-0.5, 0.5, 1.5])
def test_a_preference_that_stayed_below_is_a_truncated_normal(z: float) -> None:
    """Exactly, for one act alone: mean and variance of a normal cut off above z."""
    r = normal_pdf(z) / inference.below(z, normal_pdf(z))
    mean, variance = stats.truncnorm.stats(-numpy.inf, z, moments="mv")
    assert inference.held_mean(1.0, 4.0, r, 0.0) == pytest.approx(1.0 + 2.0 * mean, abs=1e-5)
    assert inference.held_variance(4.0, z * r + r * r, 0.0) == pytest.approx(4.0 * variance, abs=1e-5)


@pytest.mark.parametrize("n", [2, 3, 4])
def test_what_holds_rivals_down_holds_one_up(n: int) -> None:
    """400,000 draws of n normals of mean 0 that add up to nothing, all below 1.2: the filter's mean is theirs within .01 and its
    variance within .08 (it is of first order in the correlation; chance adds .002); without the rivals the mean is .1 off and more."""
    chance = numpy.random.default_rng(1)
    draws = chance.standard_normal((400_000, n))
    draws = (draws - draws.mean(axis=1, keepdims=True)) * math.sqrt(n / (n - 1.0))
    kept = draws[(draws < 1.2).all(axis=1)]
    r = normal_pdf(1.2) / inference.below(1.2, normal_pdf(1.2))
    cut = 1.2 * r + r * r
    mean = inference.held_mean(0.0, 1.0, r, r)
    variance = inference.held_variance(1.0, cut, (n - 1) * cut / (n - 1.0) ** 2)
    print(f"n {n}: mean {kept[:, 0].mean():.3f} ({mean:.3f}), variance {kept[:, 0].var():.3f} ({variance:.3f})")
    assert abs(kept[:, 0].mean() - mean) < 0.01
    assert abs(kept[:, 0].var() - variance) < 0.08
    assert abs(kept[:, 0].mean() - inference.held_mean(0.0, 1.0, r, 0.0)) > 0.1


def test_a_variance_is_never_negative() -> None:
    assert inference.held_variance(1.0, 0.9, 0.9) == 0.0


def test_wandering_attention_adds_noise() -> None:
    """2 · 2 · .3² · 1.5² · Var, Var = .5 − .3²; none where all motives agree, and never less than none."""
    assert inference.attention_variance(0.3, 2.0, 1.5, 0.5, 0.3) == pytest.approx(4.0 * 0.09 * 2.25 * 0.41)
    assert inference.attention_variance(0.3, 2.0, 1.5, 0.09, 0.3) == pytest.approx(0.0, abs=1e-12)
    assert inference.attention_variance(0.3, 2.0, 1.5, 0.0, 0.3) == 0.0


@pytest.mark.parametrize("m", [-3.0, -1.0, -0.3, 0.0, 0.3, 1.0, 3.0])
def test_a_preference_that_may_be_above_nothing_pushes(m: float) -> None:
    """E[max(0, P)] of a normal, m Φ(m) + φ(m) at variance 1, within .06 (where they differ most, at ±.9)."""
    true = m * stats.norm.cdf(m) + stats.norm.pdf(m)
    assert inference.expected_push(m, 1.0) == pytest.approx(true, abs=0.06)
    assert inference.expected_push(3.0 * m, 9.0) == pytest.approx(3.0 * inference.expected_push(m, 1.0))


def test_chances_of_acts_add_while_there_is_room() -> None:
    """Two of .2: 1 − .4, not .64; two of .8 would leave less than nothing, and leave (.2 · .2)²."""
    assert inference.log_undone(0.4, 0.64) == pytest.approx(math.log(0.6))
    assert inference.log_undone(1.6, 0.04) == pytest.approx(math.log(0.0016))
    assert inference.log_undone(40.0, 0.0) == pytest.approx(math.log(1e-6))


def test_a_rate_is_what_leaves_that_chance_undone() -> None:
    """Not done within a look with chance e^{−½}: a rate of ½ a look; never surely done, nor surely not."""
    assert inference.log_rate(math.exp(-0.5)) == pytest.approx(math.log(0.5))
    assert inference.log_rate(1.0) == pytest.approx(math.log(1e-6), rel=1e-6)
    assert math.isfinite(inference.log_rate(1e-6))
