"""Our arithmetic against the C library's and scipy's, and at the edges."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from itertools import pairwise

import numpy
import pytest
from scipy import special

from falter.numeric import arithmetic
from falter.numeric.arithmetic import (
    clamp,
    exp,
    inverse_mills,
    larger,
    log,
    log_normal_cdf,
    mills,
    normal_cdf,
    normal_pdf,
    power_of_two,
    ratio,
    smaller,
    split,
    sqrt,
)

NAN = float("nan")
INF = float("inf")


def units_off(got: float, expected: float) -> float:
    return abs(got - expected) / math.ulp(expected)


def test_exp_is_within_two_units_of_the_c_library() -> None:
    draw = random.Random(1)
    points = [draw.uniform(-708.0, 709.0) for _ in range(20_000)] + [draw.uniform(-1.0, 1.0) for _ in range(20_000)]
    assert max(units_off(exp(x), math.exp(x)) for x in points) <= 2.0


def test_log_is_within_two_units_of_the_c_library() -> None:
    draw = random.Random(2)
    points = [math.exp(draw.uniform(-708.0, 709.0)) for _ in range(20_000)] + [draw.uniform(0.5, 2.0) for _ in range(20_000)]
    assert max(units_off(log(x), math.log(x)) for x in points) <= 2.0


def test_log_near_one_keeps_its_relative_accuracy() -> None:
    for k in range(1, 52):
        for x in (1.0 + 2.0**-k, 1.0 - 2.0 ** -(k + 1)):
            assert log(x) == pytest.approx(math.log(x), rel=5e-16)
    assert log(1.0) == 0.0


def test_exp_saturates_instead_of_raising() -> None:
    assert exp(-INF) == exp(-708.1) == 0.0
    assert exp(-708.0) > 0.0
    assert exp(INF) == exp(1e300) == exp(709.0) < INF
    assert exp(0.0) == exp(-0.0) == exp(5e-324) == 1.0
    assert math.isnan(exp(NAN))


def test_log_saturates_instead_of_raising() -> None:
    least = log(2.2250738585072014e-308)
    assert log(0.0) == log(-0.0) == log(-1.0) == log(-INF) == log(5e-324) == least
    assert -709.0 < least < -708.0
    assert log(INF) == log(1.7976931348623157e308) < 709.79
    assert math.isnan(log(NAN))


def test_exp_and_log_never_go_down() -> None:
    steps = [i / 4096.0 for i in range(-40_960, 40_960)]
    grown = [exp(x) for x in steps]
    assert all(a < b for a, b in pairwise(grown))
    logs = [log(0.25 + i / 65_536.0) for i in range(150_000)]
    assert all(a < b for a, b in pairwise(logs))


def test_sqrt() -> None:
    assert [sqrt(x) for x in (-1.0, -0.0, 0.0, 2.0, INF)] == [0.0, 0.0, 0.0, math.sqrt(2.0), INF]
    assert sqrt(NAN) == 0.0


def test_powers_of_two_and_splitting_are_exact() -> None:
    assert [power_of_two(k) for k in (-1022, -1, 0, 1023)] == [2.0**-1022, 0.5, 1.0, 2.0**1023]
    for x in (1.0, 0.75, 3.0, 2.2250738585072014e-308, 1.7976931348623157e308, 0.1):
        m, k = split(x)
        assert 0.5 <= m < 1.0
        assert math.ldexp(m, k) == x


def test_lesser_and_greater_keep_the_first_where_neither_is() -> None:
    assert (smaller(1.0, 2.0), smaller(2.0, 1.0), larger(1.0, 2.0), larger(2.0, 1.0)) == (1.0, 1.0, 2.0, 2.0)
    assert smaller(1.0, NAN) == larger(1.0, NAN) == 1.0
    assert math.isnan(smaller(NAN, 1.0))
    assert math.copysign(1.0, smaller(0.0, -0.0)) == 1.0


def test_clamp_and_ratio() -> None:
    assert [clamp(x, 0.0, 1.0) for x in (-0.5, 0.0, 0.5, 1.0, INF)] == [0.0, 0.0, 0.5, 1.0, 1.0]
    assert math.isnan(clamp(NAN, 0.0, 1.0))
    assert (ratio(1.0, 4.0), ratio(1.0, 0.0), ratio(0.0, 0.0)) == (0.25, 0.0, 0.0)


@pytest.mark.parametrize(
    ("ours", "theirs", "low", "high", "tolerance"),
    [
        (normal_cdf, special.ndtr, -8.0, 8.0, 3e-13),
        (log_normal_cdf, special.log_ndtr, -37.0, 30.0, 1e-12),
        (mills, lambda x: math.sqrt(math.pi / 2.0) * special.erfcx(x / math.sqrt(2.0)), 0.0, 1e4, 3e-13),
        (normal_pdf, lambda z: math.exp(-z * z / 2.0) / math.sqrt(2.0 * math.pi), -8.0, 8.0, 1e-14),
    ],
)
def test_normal_functions_agree_with_scipy(
    ours: Callable[[float], float], theirs: Callable[[float], float], low: float, high: float, tolerance: float
) -> None:
    points = numpy.linspace(low, high, 4001)
    worst = max(abs(ours(float(z)) / float(theirs(float(z))) - 1.0) for z in points)
    assert worst < tolerance


def test_normal_functions_at_the_edges() -> None:
    assert (normal_cdf(-INF), normal_cdf(INF), normal_cdf(-40.0), normal_cdf(40.0)) == (0.0, 1.0, 0.0, 1.0)
    assert log_normal_cdf(-100.0) == pytest.approx(special.log_ndtr(-100.0), rel=1e-13)
    assert inverse_mills(-1000.0) == pytest.approx(1000.001, rel=1e-8)
    assert inverse_mills(40.0) == 0.0
    assert inverse_mills(0.0) == pytest.approx(math.sqrt(2.0 / math.pi), rel=1e-13)


def test_normal_cdf_never_goes_down() -> None:
    values = [normal_cdf(i / 512.0) for i in range(-8 * 512, 8 * 512)]
    assert all(a <= b for a, b in pairwise(values))


def test_fingerprint_changes_with_any_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    before = arithmetic.arithmetic_fingerprint()
    monkeypatch.setattr(arithmetic, "log", lambda x: math.nextafter(log(x), INF))
    assert arithmetic.arithmetic_fingerprint() != before
