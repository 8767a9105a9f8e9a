"""Law 10: a cue raises recall of what goes with it, and shutting out lowers it, the more with practice. Law 11, memory's part: what is
recalled feeds what is felt.

600 performances of 3 min, seed 1011. A difference of means is asked to be 4 of its standard errors, so that one which is not there is
found less than once in ten thousand times.
"""

from __future__ import annotations

from functools import cache
from math import sqrt

import numpy

from falter.performance import perform
from falter.performance.batch import Batch, perform_batch
from tests.performing import float_at, tables_of

RUNS, SEED = 600, 1011
SHUT = 'BEN may shut-it "counts the panes" inner, shuts out nights (live +.9), again\n'
SCENE = """falter 1
scene The Landing
{sets}
place a landing
  mark stair
  mark sill, {apart} m from stair
ANNA "the guard", she
  at sill
BEN "the stranger", he
  at stair
  remembers nights "Warm dark." with ANNA, feels {feels}, woken by near
{shut}BEN may stand "shifts his weight" again
ANNA may stand-too "shifts her weight" again
closes at 3 min
"""
NOTHING = ("shut_block 0", "shut_learns 0", "shut_rebound 0", "shut_effort 0")


def text_of(apart: float, shut: bool, feels: str, *sets: str) -> str:
    """The scene, with constants set, with or without the move that shuts the memory out."""
    return SCENE.format(apart=apart, shut=SHUT if shut else "", feels=feels, sets="\n".join(f"set {line}" for line in sets))


@cache
def performed(apart: float, shut: bool, *sets: str) -> Batch:
    return perform_batch(tables_of(text_of(apart, shut, "love", *sets)), SEED, 0, RUNS)


def recalls(batch: Batch) -> numpy.ndarray:
    """Times the nights came back, a run."""
    return numpy.array([sum(i.kind == "recalls" and i.what == "nights" for i in batch.incidents(run)) for run in range(RUNS)], dtype=float)


def difference(one: numpy.ndarray, other: numpy.ndarray) -> tuple[float, float]:
    """Of means, and its standard error."""
    return float(one.mean() - other.mean()), sqrt(float(one.var() + other.var()) / RUNS)


def test_a_cue_raises_recall_of_what_goes_with_it() -> None:
    near, far = recalls(performed(1.0, False)), recalls(performed(30.0, False))
    raised, error = difference(near, far)
    print(f"a run: near {near.mean():.2f}, far {far.mean():.2f}; raised by {raised:.2f} ± {error:.2f}")
    assert raised > 4.0 * error


def test_shutting_out_lowers_it_and_practice_alone_does_too() -> None:
    """The same move is there in each; what it does differs."""
    idle = recalls(performed(1.0, True, *NOTHING))
    whole = recalls(performed(1.0, True))
    practised = recalls(performed(1.0, True, "shut_block 0", "shut_rebound 0", "shut_effort 0"))
    for name, found in (("shut out", whole), ("practice alone", practised)):
        lowered, error = difference(idle, found)
        print(f"{name}: from {idle.mean():.2f} to {found.mean():.2f} a run, by {lowered:.2f} ± {error:.2f}")
        assert lowered > 4.0 * error


def test_it_works_while_the_reserve_lasts() -> None:
    rested, spent = recalls(performed(1.0, True, "drain 0")), recalls(performed(1.0, True, "drain 1", "respite 36000"))
    more, error = difference(spent, rested)
    print(f"a run: rested {rested.mean():.2f}, spent {spent.mean():.2f}; more by {more:.2f} ± {error:.2f}")
    assert more > 4.0 * error


def test_what_is_recalled_feeds_feeling_and_mood() -> None:
    """12 performances of a memory of joy, which nothing else brings about, with recall and without: joy and pleasure at the end."""
    ends = {}
    for rate in ("0.2", "0"):
        traces = [perform(tables_of(text_of(1.0, False, "joy strongly", f"recall_rate {rate}")), SEED, run) for run in range(12)]
        joy = [trace.view("BEN").felt(trace.steps - 1, "joy") for trace in traces]
        ends[rate] = (sum(joy) / 12, sum(float_at(trace, trace.steps - 1, "person", "BEN", "MOOD") for trace in traces) / 12)
    print("joy and pleasure at the end, with recall and without:", ends["0.2"], ends["0"])
    assert ends["0"][0] == 0.0 < 0.1 < ends["0.2"][0]
    assert ends["0.2"][1] > ends["0"][1]
