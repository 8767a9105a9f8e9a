"""Plain mode equals compiled mode, bit for bit: draws, arithmetic and integer arithmetic."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable

import numpy
import pytest
from numpy.typing import NDArray

from falter.numeric.arithmetic import (
    exp,
    inverse_mills,
    larger,
    log,
    log_normal_cdf,
    mills,
    normal_cdf,
    power_of_two,
    ratio,
    smaller,
    split,
    sqrt,
)
from falter.numeric.cache import compiled
from falter.numeric.draws import exponential, finalise, normal, now_word, uniform
from falter.numeric.mode import Floats, Ints, Words, step_code, u64

Block = NDArray[numpy.float64]

STRANGE = [0.0, -0.0, 1.0, -1.0, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-300, 1.7976931348623157e308, -1e300, math.inf, -math.inf]
EDGES = [708.0, 708.1, 709.0, 709.1, 37.6, 38.5, 1e8, 0.5, 0.425, 0.075, 2.0**-53, 1.0 - 2.0**-53]


@step_code
def draw_all(seed: int, run: int, luck: int, draws: int, addresses: Words, out: Floats) -> None:
    """Rows of (uniform, normal, exponential) by step and address."""
    row = 0
    for step in range(draws // len(addresses)):
        now = now_word(seed, run, step, luck)
        for i in range(len(addresses)):
            out[row] = uniform(now, addresses[i])
            out[row + 1] = normal(now, u64(addresses[i] + u64(1)))
            out[row + 2] = exponential(now, addresses[i] ^ u64(3))
            row = row + 3


@step_code
def words_of(seed: int, run: int, luck: int, out: Words) -> None:
    for step in range(len(out)):
        out[step] = finalise(now_word(seed, run, step, luck))


@step_code
def each_exp(x: Floats, out: Floats) -> None:
    for i in range(len(x)):
        out[i] = exp(x[i])


@step_code
def each_log(x: Floats, out: Floats) -> None:
    for i in range(len(x)):
        out[i] = log(x[i])


@step_code
def each_function(x: Floats, out: Floats) -> None:
    """The rest of `numeric.arithmetic`, ten numbers a point."""
    for i in range(len(x)):
        v = x[i]
        m, k = split(smaller(larger(1e-300, abs(v)), 1e300))
        out[10 * i] = sqrt(v)
        out[10 * i + 1] = smaller(v, 0.5)
        out[10 * i + 2] = larger(0.5, v)
        out[10 * i + 3] = ratio(1.0, v)
        out[10 * i + 4] = normal_cdf(v)
        out[10 * i + 5] = log_normal_cdf(v)
        out[10 * i + 6] = inverse_mills(v)
        out[10 * i + 7] = mills(abs(v))
        out[10 * i + 8] = m
        out[10 * i + 9] = power_of_two(k)


@step_code
def each_integer(a: Ints, b: Ints, out: Ints) -> None:
    """Quotients, remainders, floors and truncations of either sign, seven numbers a pair."""
    for i in range(len(a)):
        x = float(a[i]) / 7.0
        out[7 * i] = a[i] // b[i]
        out[7 * i + 1] = a[i] % b[i]
        out[7 * i + 2] = math.floor(x)
        out[7 * i + 3] = int(x)
        out[7 * i + 4] = a[i] & b[i]
        out[7 * i + 5] = a[i] >> 2
        out[7 * i + 6] = -a[i]


def same_bits(plain: array[float], made: Block) -> bool:
    """Equal as words, so that 0.0 is not -0.0; one not-a-number is as good as another."""
    a, b = numpy.asarray(plain), made
    return bool(((a.view(numpy.uint64) == b.view(numpy.uint64)) | (numpy.isnan(a) & numpy.isnan(b))).all())


def both(function: Callable[..., None], points: Block, width: int = 1) -> tuple[array[float], Block]:
    plain, made = array("d", bytes(8 * width * len(points))), numpy.zeros(width * len(points))
    function(memoryview(points), memoryview(plain))
    compiled(function, "void(float64[::1], float64[::1])")(points, made)
    return plain, made


@pytest.mark.parametrize(("seed", "run", "luck"), [(7, 0, 0), (2**64 - 1, 2**40 + 3, 2**32 - 1)])
def test_a_hundred_thousand_draws(seed: int, run: int, luck: int) -> None:
    addresses = array("Q", [0, 1, 2**63, 2**64 - 1, 0x9E3779B97F4A7C15, *(i * 0xD1342543DE82EF95 % 2**64 for i in range(1, 46))])
    draws = 334 * len(addresses)
    plain, made = array("d", bytes(8 * 3 * draws)), numpy.zeros(3 * draws)
    draw_all(seed, run, luck, draws, memoryview(addresses), memoryview(plain))
    compiled(draw_all, "void(uint64, uint64, uint64, int64, uint64[::1], float64[::1])")(
        seed, run, luck, draws, numpy.asarray(addresses), made
    )
    assert len(made) == 50_100
    assert same_bits(plain, made)
    assert len(set(made[::3])) == draws


def test_words_of_chance() -> None:
    plain, made = array("Q", bytes(8 * 5000)), numpy.zeros(5000, numpy.uint64)
    words_of(2**64 - 1, 2**63 + 5, 2**32 - 1, memoryview(plain))
    compiled(words_of, "void(uint64, uint64, uint64, uint64[::1])")(2**64 - 1, 2**63 + 5, 2**32 - 1, made)
    assert made.tolist() == plain.tolist()


def exponents(n: int) -> Block:
    rng = numpy.random.default_rng(1)
    return numpy.concatenate([rng.uniform(-750.0, 750.0, n // 2), rng.normal(0.0, 3.0, n // 2), STRANGE, EDGES, [math.nan]])


def magnitudes(n: int) -> Block:
    rng = numpy.random.default_rng(2)
    near_one = 1.0 + rng.normal(0.0, 1e-3, n // 2)
    return numpy.concatenate([numpy.exp(rng.uniform(-708.0, 709.0, n // 2)), near_one, STRANGE, EDGES, [math.nan]])


@pytest.mark.parametrize("n", [100_000, pytest.param(2_000_000, marks=pytest.mark.slow)])
def test_exp_and_log(n: int) -> None:
    assert same_bits(*both(each_exp, exponents(n)))
    assert same_bits(*both(each_log, magnitudes(n)))


def test_the_rest_of_arithmetic() -> None:
    points = numpy.concatenate([numpy.linspace(-40.0, 40.0, 4001), STRANGE, EDGES, [math.nan]])
    assert same_bits(*both(each_function, points, 10))


def test_integer_arithmetic_of_either_sign() -> None:
    pairs = [(a, b) for a in (-15, -14, -8, -1, 0, 1, 7, 13, 14, 2**40, -(2**40)) for b in (-7, -2, -1, 1, 2, 3, 7, 2**33)]
    a, b = numpy.array([p[0] for p in pairs]), numpy.array([p[1] for p in pairs])
    plain, made = array("q", bytes(8 * 7 * len(pairs))), numpy.zeros(7 * len(pairs), numpy.int64)
    each_integer(memoryview(a), memoryview(b), memoryview(plain))
    compiled(each_integer, "void(int64[::1], int64[::1], int64[::1])")(a, b, made)
    assert made.tolist() == plain.tolist()
