"""Nanoseconds a draw and an exp in compiled mode, as multiples of an addition in a loop of the same kind; microseconds in plain mode.

Run with `python benchmarks/draws.py`. `one by one`: each waits for the last, as in a single performance; `many`: independent,
as over a block. The least of several repetitions, in one process.
"""

from __future__ import annotations

import math
import time
from array import array
from collections.abc import Callable

import numpy

from falter.numeric.arithmetic import exp, inverse_mills, log, normal_cdf
from falter.numeric.cache import compiled
from falter.numeric.draws import normal, now_word, uniform
from falter.numeric.mode import Floats, step_code, u64

N = 1_000_000
REPEATS = 7
LINK = 1e-300
"""Ties each value to the one before it without changing it."""


@step_code
def chain_add(x: Floats, out: Floats) -> None:
    last = 0.0
    for i in range(len(x)):
        last = x[i] + last * LINK
    out[0] = last


@step_code
def many_add(x: Floats, out: Floats) -> None:
    for i in range(len(x)):
        out[i] = x[i] + 1.0


@step_code
def chain_exp(x: Floats, out: Floats) -> None:
    last = 0.0
    for i in range(len(x)):
        last = exp(x[i] + last * LINK)
    out[0] = last


@step_code
def many_exp(x: Floats, out: Floats) -> None:
    for i in range(len(x)):
        out[i] = exp(x[i])


@step_code
def chain_log(x: Floats, out: Floats) -> None:
    last = 0.0
    for i in range(len(x)):
        last = log(x[i] + last * LINK)
    out[0] = last


@step_code
def many_log(x: Floats, out: Floats) -> None:
    for i in range(len(x)):
        out[i] = log(x[i])


@step_code
def chain_normal_cdf(x: Floats, out: Floats) -> None:
    last = 0.0
    for i in range(len(x)):
        last = normal_cdf(x[i] + last * LINK)
    out[0] = last


@step_code
def many_normal_cdf(x: Floats, out: Floats) -> None:
    for i in range(len(x)):
        out[i] = normal_cdf(x[i])


@step_code
def chain_inverse_mills(x: Floats, out: Floats) -> None:
    last = 0.0
    for i in range(len(x)):
        last = inverse_mills(x[i] + last * LINK)
    out[0] = last


@step_code
def many_inverse_mills(x: Floats, out: Floats) -> None:
    for i in range(len(x)):
        out[i] = inverse_mills(x[i])


@step_code
def many_uniform(x: Floats, out: Floats) -> None:
    now = now_word(u64(1), u64(2), u64(3), u64(0))
    for i in range(len(x)):
        out[i] = uniform(now, u64(i))


@step_code
def many_normal(x: Floats, out: Floats) -> None:
    now = now_word(u64(1), u64(2), u64(3), u64(0))
    for i in range(len(x)):
        out[i] = normal(now, u64(i))


@step_code
def many_now_word(x: Floats, out: Floats) -> None:
    for i in range(len(x)):
        out[i] = float(now_word(u64(1), u64(2), u64(i), u64(0)))


def nanoseconds(function: Callable[..., None], x: numpy.ndarray, made: bool) -> float:
    """Time of one turn of a loop."""
    n = len(x) if made else len(x) // 100
    points: object = x if made else memoryview(array("d", x[:n].tolist()))
    out: object = numpy.zeros(n) if made else memoryview(array("d", bytes(8 * n)))
    run = compiled(function, "void(float64[::1], float64[::1])") if made else function
    best = math.inf
    for _ in range(REPEATS if made else 2):
        start = time.perf_counter()
        run(points, out)
        best = min(best, time.perf_counter() - start)
    return best / n * 1e9


ROWS: list[tuple[str, Callable[..., None] | None, Callable[..., None]]] = [
    ("addition", chain_add, many_add),
    ("exp", chain_exp, many_exp),
    ("log", chain_log, many_log),
    ("normal_cdf", chain_normal_cdf, many_normal_cdf),
    ("inverse_mills", chain_inverse_mills, many_inverse_mills),
    ("uniform", None, many_uniform),
    ("normal", None, many_normal),
    ("now_word", None, many_now_word),
]


def main() -> None:
    rng = numpy.random.default_rng(1)
    base_chain = base_many = math.nan
    print(f"{'':<14} {'one by one':>20} {'many':>20} {'plain mode':>12}")
    for name, chain, many in ROWS:
        x = rng.random(N) if name == "log" else rng.normal(0.0, 2.0, N)
        one = nanoseconds(chain, x, True) if chain else math.nan
        all_of_them = nanoseconds(many, x, True)
        if name == "addition":
            base_chain, base_many = one, all_of_them
        plain = nanoseconds(many, x, False)
        chained = f"{one:8.2f} ns  {one / base_chain:6.1f} ×" if chain else ""
        print(f"{name:<14} {chained:>20} {all_of_them:8.2f} ns  {all_of_them / base_many:6.1f} × {plain / 1000.0:9.2f} µs")


if __name__ == "__main__":
    main()
