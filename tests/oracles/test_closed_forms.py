"""The closed forms themselves: they integrate to what they must, have their limits, and agree with each other and with scipy."""

from __future__ import annotations

import math

import numpy
import pytest
from scipy import integrate, stats

from tests.oracles.closed_forms import (
    cdf,
    density,
    ez,
    large_time_series,
    large_time_terms,
    mean_time,
    race_cdf,
    race_density,
    race_win_density,
    small_time_series,
    small_time_terms,
    standard_density,
    upper_share,
    variance_time,
)

CASES = [(0.0, 2.0, 0.5), (0.7, 2.0, 0.5), (-0.7, 2.0, 0.3), (1.5, 1.2, 0.8), (0.2, 4.0, 0.1)]


def moment(power: int, v: float, a: float, w: float, *, upper: bool) -> float:
    last = 30.0 * a * a
    found, _ = integrate.quad(
        lambda t: t**power * density(t, v, a, w, upper=upper), 0.0, last, limit=400, epsabs=1e-11, points=[a * a / 10.0, a * a]
    )
    return float(found)


@pytest.mark.parametrize("u", [0.02, 0.05, 0.1, 0.3, 1.0, 3.0])
@pytest.mark.parametrize("w", [0.05, 0.3, 0.5, 0.9])
def test_both_series_agree_where_both_are_whole(u: float, w: float) -> None:
    assert small_time_series(u, w, 80) == pytest.approx(large_time_series(u, w, 200), abs=1e-11)


@pytest.mark.parametrize("w", [0.05, 0.3, 0.5, 0.9])
def test_the_number_of_terms_keeps_the_error(w: float) -> None:
    for u in numpy.geomspace(0.003, 10.0, 80):
        exact = small_time_series(u, w, 80) if u < 1.0 else large_time_series(u, w, 80)
        assert abs(standard_density(u, w, 1e-10) - exact) < 1.1e-10
        assert abs(small_time_series(u, w, small_time_terms(u, 1e-10)) - exact) < 1.1e-10
        assert abs(large_time_series(u, w, large_time_terms(u, 1e-10)) - exact) < 1.1e-10
        assert min(small_time_terms(u, 1e-10), large_time_terms(u, 1e-10)) <= 7


def test_there_is_no_density_before_the_start() -> None:
    assert standard_density(0.0, 0.5) == standard_density(-1.0, 0.5) == 0.0


@pytest.mark.parametrize(("v", "a", "w"), CASES)
def test_the_density_integrates_to_the_share_and_the_mean(v: float, a: float, w: float) -> None:
    assert moment(0, v, a, w, upper=True) == pytest.approx(upper_share(v, a, w), abs=1e-8)
    assert moment(0, v, a, w, upper=False) == pytest.approx(1.0 - upper_share(v, a, w), abs=1e-8)
    mean = moment(1, v, a, w, upper=True) + moment(1, v, a, w, upper=False)
    assert mean == pytest.approx(mean_time(v, a, w), abs=1e-6)


@pytest.mark.parametrize(("v", "a"), [(0.7, 2.0), (-0.7, 2.0), (1.5, 1.2)])
def test_the_variance_is_that_of_the_density(v: float, a: float) -> None:
    second = moment(2, v, a, 0.5, upper=True) + moment(2, v, a, 0.5, upper=False)
    assert second - mean_time(v, a) ** 2 == pytest.approx(variance_time(v, a), abs=1e-6)


def test_the_special_cases_in_the_middle() -> None:
    for v in (-2.0, -0.3, 0.3, 2.0):
        assert upper_share(v, 2.0) == pytest.approx(1.0 / (1.0 + math.exp(-2.0 * v)), rel=1e-14)
        assert mean_time(v, 2.0) == pytest.approx(math.tanh(v) / v, rel=1e-13)
        ratio = density(0.8, v, 2.0, upper=True) / density(0.8, v, 2.0, upper=False)
        assert ratio == pytest.approx(math.exp(2.0 * v), rel=1e-12)


def test_the_limits() -> None:
    assert mean_time(0.0, 3.0) == 9.0 / 4.0
    assert mean_time(0.0, 2.0, 0.25) == 4.0 * 0.25 * 0.75
    for w in (0.2, 0.5, 0.9):
        assert mean_time(0.49e-4, 2.0, w) == pytest.approx(mean_time(0.51e-4, 2.0, w), rel=1e-5)
        below, above = mean_time(0.49e-4, 2.0, w), (2.0 * upper_share(0.49e-4, 2.0, w) - 2.0 * w) / 0.49e-4
        assert below == pytest.approx(above, rel=1e-10)
    assert (upper_share(50.0, 2.0), upper_share(-500.0, 2.0)) == (1.0, 0.0)
    assert mean_time(100.0, 2.0, 0.25) == pytest.approx(1.5 / 100.0, rel=1e-9)


def test_swapping_the_boundaries_swaps_the_fates() -> None:
    for v, a, w in CASES:
        assert upper_share(v, a, w) == pytest.approx(1.0 - upper_share(-v, a, 1.0 - w), rel=1e-14)
        assert density(0.5, v, a, w, upper=True) == density(0.5, -v, a, 1.0 - w, upper=False)


@pytest.mark.parametrize(("v", "a", "w"), CASES)
def test_the_cdf_grows_to_the_share(v: float, a: float, w: float) -> None:
    times = numpy.array([0.01, 0.1, 0.5, 1.0, 2.0, 5.0, 20.0]) * a * a / 2.0
    upper, lower = cdf(times, v, a, w, upper=True), cdf(times, v, a, w, upper=False)
    assert (numpy.diff(upper) >= 0.0).all()
    assert (numpy.diff(lower) >= 0.0).all()
    assert upper[-1] == pytest.approx(upper_share(v, a, w), abs=1e-9)
    assert upper[-1] + lower[-1] == pytest.approx(1.0, abs=1e-9)
    direct, _ = integrate.quad(lambda t: density(t, v, a, w, upper=True), 0.0, times[3], epsabs=1e-12, limit=200)
    assert upper[3] == pytest.approx(direct, abs=1e-9)


@pytest.mark.parametrize(("v", "a"), [(0.4, 2.0), (-1.1, 1.5), (2.0, 0.8)])
def test_ez_gives_back_what_was_put_in(v: float, a: float) -> None:
    got = ez(upper_share(v, a), variance_time(v, a), mean_time(v, a) + 0.3)
    assert got == pytest.approx((v, a, 0.3), rel=1e-9)


def test_ez_on_the_published_example() -> None:
    """Wagenmakers et al. (2007): .802 correct, variance .112 s², mean .723 s give v .1, a .14, t0 .300 at noise .1."""
    got = ez(0.802, 0.112, 0.723)
    assert (got.v / 10.0, got.a / 10.0, got.t0) == pytest.approx((0.1, 0.14, 0.3), abs=5e-4)


@pytest.mark.parametrize(("v", "b"), [(0.5, 1.0), (2.0, 1.5)])
def test_one_boundary_is_the_inverse_gaussian(v: float, b: float) -> None:
    times = numpy.geomspace(0.01, 30.0, 40)
    theirs = stats.invgauss(mu=1.0 / (v * b), scale=b * b)
    assert race_density(times, v, b) == pytest.approx(theirs.pdf(times), rel=1e-10, abs=1e-14)
    assert race_cdf(times, v, b) == pytest.approx(theirs.cdf(times), rel=1e-9, abs=1e-14)


def test_against_the_drift_some_never_pass() -> None:
    assert float(race_cdf(1e6, -0.5, 1.0)) == pytest.approx(math.exp(-1.0), rel=1e-6)
    assert race_density([-1.0, 0.0], 1.0, 1.0).tolist() == race_cdf([-1.0, 0.0], 1.0, 1.0).tolist() == [0.0, 0.0]


def test_a_race_has_one_winner() -> None:
    drifts = [1.0, 1.0, 1.5]
    shares = [integrate.quad(lambda t, i=i: float(race_win_density(t, drifts, 1.2, i)), 0.0, 60.0, limit=300)[0] for i in range(3)]
    assert sum(shares) == pytest.approx(1.0, abs=1e-7)
    assert shares[0] == pytest.approx(shares[1], rel=1e-9)
    assert shares[2] > shares[0]


def test_two_boundaries_far_apart_become_one() -> None:
    """From near the upper boundary of a wide gap, the density is that of a single boundary: the only link between the two families."""
    for t in (0.1, 0.5, 2.0):
        assert density(t, 0.4, 60.0, 59.0 / 60.0, upper=True) == pytest.approx(float(race_density(t, 0.4, 1.0)), rel=1e-8)
