"""Chance: the generator's known answers, and what draws look like across addresses, steps, runs, lucks and seeds.

Every statistical test here has fixed seeds and so always gives the same answer; its bounds are such that a good generator
would fail it for one choice of seeds in 10,000 or fewer, all comparisons of the test together.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy
import pytest
from numpy.typing import NDArray
from scipy import special, stats

from falter.numeric.addresses import address
from falter.numeric.cache import compiled
from falter.numeric.draws import exponential, finalise, normal, normal_quantile, now_word, philox4x32_10, uniform
from falter.numeric.mode import Floats, step_code, u64

Block = NDArray[numpy.float64]

N = 2**18
ADDRESS = address("KYLO", "noise", "strike")
ALL_ONES = 2**64 - 1


@pytest.mark.parametrize(
    ("counter", "key", "answer"),
    [
        ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
            (0xA4093822, 0x299F31D0),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
)
def test_known_answers_of_philox(counter: tuple[int, ...], key: tuple[int, ...], answer: tuple[int, ...]) -> None:
    """The published vectors: nothing, all ones, the digits of π."""
    assert philox4x32_10(*counter, *key) == answer


def test_the_word_of_chance_is_philox_of_its_inputs() -> None:
    seed, run, step, luck = 0x299F31D0_A4093822, 0x13198A2E_85A308D3, 0x243F6A88, 0x03707344
    assert now_word(seed, run, step, luck) == 0x94FDCCEB_D16CFE09


def test_every_input_of_the_word_of_chance_matters() -> None:
    base = (3, 5, 7, 11)
    words = {now_word(*base)}
    for place, top in ((0, 64), (1, 64), (2, 32), (3, 32)):
        for bit in range(top):
            changed = list(base)
            changed[place] ^= 1 << bit
            words.add(now_word(*changed))
    assert len(words) == 1 + 64 + 64 + 32 + 32


def unfinalise(word: int) -> int:
    """The inverse of `finalise`: that there is one shows it to be a bijection."""
    for shift, multiplier in ((31, 0x94D049BB133111EB), (27, 0xBF58476D1CE4E5B9), (30, 1)):
        found = word
        for _ in range(64 // shift + 1):
            found = word ^ (found >> shift)
        word = found * pow(multiplier, -1, 2**64) % 2**64
    return word


def test_the_finaliser_is_a_bijection_with_the_known_answers_of_splitmix64() -> None:
    for word in (1, 2**63, ALL_ONES, ADDRESS):
        assert unfinalise(finalise(word)) == word
    # SplitMix64 from state 0 finalises multiples of the golden gamma; its first outputs are published.
    gamma = 0x9E3779B97F4A7C15
    assert [finalise(i * gamma % 2**64) for i in (1, 2, 3)] == [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F]


def test_every_bit_in_turns_every_bit_out_half_the_time() -> None:
    """64 × 64 counts over 2,048 words, each binomial(2048, ½); beyond 6.2 deviations, 4,096 of them: 1 in 400,000."""
    words = [now_word(1, 0, step, 0) for step in range(2048)]
    for bit in range(64):
        turned = [finalise(word) ^ finalise(word ^ (1 << bit)) for word in words]
        counts = [sum(change >> out & 1 for change in turned) for out in range(64)]
        assert max(abs(count - 1024) for count in counts) < 6.2 * math.sqrt(512)


def test_uniform_excludes_its_ends() -> None:
    assert uniform(unfinalise(0), 0) == 2.0**-53
    assert uniform(unfinalise(ALL_ONES), 0) == 1.0 - 2.0**-53
    assert uniform(unfinalise(2**63), 0) - 0.5 == 0.5 - uniform(unfinalise(2**63 - 1), 0) == 2.0**-53


@step_code
def along(kind: int, n: int, address: int, u: Floats, z: Floats, e: Floats) -> None:
    """n draws, along one of five ways that neighbouring draws differ in."""
    for i in range(n):
        word = u64(i)
        now = now_word(u64(7), u64(0), u64(0), u64(0))
        where = address
        if kind == 0:
            where = word
        elif kind == 1:
            now = now_word(u64(7), u64(0), word, u64(0))
        elif kind == 2:
            now = now_word(u64(7), word, u64(3), u64(0))
        elif kind == 3:
            now = now_word(u64(7), u64(0), u64(3), word)
        else:
            now = now_word(word, u64(0), u64(3), u64(0))
        u[i] = uniform(now, where)
        z[i] = normal(now, where)
        e[i] = exponential(now, where)


WAYS = ["addresses", "steps", "runs", "lucks", "seeds"]
_drawn: dict[int, tuple[Block, Block, Block]] = {}


def drawn(kind: int) -> tuple[Block, Block, Block]:
    if kind not in _drawn:
        blocks = (numpy.zeros(N), numpy.zeros(N), numpy.zeros(N))
        compiled(along, "void(int64, int64, uint64, float64[::1], float64[::1], float64[::1])")(kind, N, ADDRESS, *blocks)
        _drawn[kind] = blocks
    return _drawn[kind]


ALONG = pytest.mark.parametrize("kind", range(5), ids=WAYS)


@ALONG
def test_uniform_draws_are_even(kind: int) -> None:
    """χ² of 2¹⁸ draws in 256 cells, two-sided at 1e-5 (too even is also wrong)."""
    counts, _ = numpy.histogram(drawn(kind)[0], bins=256, range=(0.0, 1.0))
    chi2 = float(((counts - N / 256) ** 2 / (N / 256)).sum())
    assert stats.chi2.ppf(5e-6, 255) < chi2 < stats.chi2.ppf(1 - 5e-6, 255)


@ALONG
@pytest.mark.parametrize("lag", [1, 2, 16])
def test_neighbouring_draws_are_independent(kind: int, lag: int) -> None:
    """χ² of pairs in 32 × 32 cells, and the correlation, each at 5e-6, over 2¹⁸ draws."""
    u = drawn(kind)[0]
    counts, _, _ = numpy.histogram2d(u[:-lag], u[lag:], bins=32, range=((0, 1), (0, 1)))
    expected = (N - lag) / 1024
    assert float(((counts - expected) ** 2 / expected).sum()) < stats.chi2.ppf(1 - 5e-6, 1023)
    assert abs(float(numpy.corrcoef(u[:-lag], u[lag:])[0, 1])) < 4.6 / math.sqrt(N)


def test_draws_of_one_step_at_unlike_addresses_are_independent_of_each_other() -> None:
    """20 real addresses over 4,096 steps: 190 correlations, each beyond 5 deviations 6e-7."""
    addresses = [address(person, "noise", move) for person in ("KYLO", "HUX") for move in "abcdefghij"]
    table = numpy.array([[uniform(now, a) for a in addresses] for now in (now_word(5, 0, step, 0) for step in range(4096))])
    off = numpy.corrcoef(table.T)[numpy.triu_indices(20, 1)]
    assert abs(off).max() < 5.0 / math.sqrt(4096)


@ALONG
def test_normal_draws_have_the_moments_of_the_normal(kind: int) -> None:
    """Mean, variance, third and fourth moments within 5 of their standard errors: 1, 2, 15 and 96 over N; 6e-7 each."""
    z = drawn(kind)[1]
    for power, mean, variance in ((1, 0.0, 1.0), (2, 1.0, 2.0), (3, 0.0, 15.0), (4, 3.0, 96.0)):
        assert abs(float((z**power).mean()) - mean) < 5.0 * math.sqrt(variance / N)


@ALONG
def test_normal_and_exponential_draws_have_their_distributions(kind: int) -> None:
    """Kolmogorov–Smirnov, each at 1e-5."""
    _, z, e = drawn(kind)
    assert stats.kstest(z, "norm").pvalue > 1e-5
    assert stats.kstest(e, "expon").pvalue > 1e-5


def test_the_tails_hold_out_to_six_deviations() -> None:
    for k in range(1, 49):
        p = float(special.ndtr(-k / 8.0))
        assert normal_quantile(p) == pytest.approx(-k / 8.0, rel=1e-14)
        assert normal_quantile(2.0**-k) == pytest.approx(float(special.ndtri(2.0**-k)), rel=1e-14, abs=1e-15)
    assert normal_quantile(2.0**-53) == pytest.approx(-8.2095361516013868, rel=1e-14)
    beyond = sum(int((abs(drawn(kind)[1]) > 3.5).sum()) for kind in range(5))
    expected = 5 * N * 2.0 * float(special.ndtr(-3.5))
    assert abs(beyond - expected) < 5.0 * math.sqrt(expected)  # Poisson, 5 deviations: 1e-6


def test_the_quantile_never_goes_down_and_mirrors() -> None:
    grid = [i / 2.0**16 for i in range(1, 2**16)]
    seams = [seam + i * 2.0**-40 for seam in (0.075, 0.925, math.exp(-25.0)) for i in range(-1000, 1000) if seam + i * 2.0**-40 > 0.0]
    for points in (grid, sorted(seams)):
        values = [normal_quantile(p) for p in points]
        assert all(a <= b + 1e-15 for a, b in pairwise(values))
    assert all(normal_quantile(p) == -normal_quantile(1.0 - p) for p in grid)
    assert normal_quantile(0.5) == 0.0


def race(weights: list[float], step: int) -> int:
    now = now_word(11, 0, step, 0)
    times = [exponential(now, address("KYLO", "attention", str(item))) / weight for item, weight in enumerate(weights)]
    return times.index(min(times))


def test_a_race_of_exponentials_picks_by_weight_and_adding_an_item_moves_few() -> None:
    """20,000 races: shares within 4.5 standard errors (3 at 7e-6); another item changes a winner only by winning itself."""
    weights, n = [1.0, 2.0, 5.0], 20_000
    winners = [race(weights, step) for step in range(n)]
    for item, weight in enumerate(weights):
        p = weight / sum(weights)
        assert abs(winners.count(item) / n - p) < 4.5 * math.sqrt(p * (1.0 - p) / n)
    with_one_more = [race([*weights, 2.0], step) for step in range(n)]
    assert all(after in (before, 3) for before, after in zip(winners, with_one_more, strict=True))


@pytest.mark.parametrize("function", [uniform, normal, exponential])
def test_a_draw_depends_on_nothing_but_its_word_and_address(function: Callable[[int, int], Any]) -> None:
    now = now_word(1, 2, 3, 4)
    assert function(now, ADDRESS) == function(now, ADDRESS)
    assert function(now, ADDRESS) != function(now, ADDRESS ^ 1)
