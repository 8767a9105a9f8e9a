"""How well lies are told from truths, against the published average (Bond & DePaulo 2006: 54 % right, 61 % of truths and 47 % of lies)."""

from __future__ import annotations

from math import sqrt

import pytest

from falter.mind.telling import given_away, moved, weight_of_word
from falter.numeric.arithmetic import normal_cdf
from falter.performance.batch import perform_batch
from tests.performing import tables_of

RUNS = 20_000
SCENE = """falter 1
scene The Laboratory
place a room
  mark chair
fact stole "He took the money", {true}
SENDER "the sender", he
  at chair
  knows stole
JUDGE "the judge", she
  at 0.5 m from SENDER
SENDER may say to JUDGE, denies stole, again
  says "I didn't take it."
set credit 0.509
closes 0 s after say or at 2 min
ends doubted if JUDGE suspects stole; else trusted
"""


@pytest.mark.parametrize("leak", [0.05, 0.2, 1.0])
def test_an_unbiased_reader_is_right_with_chance_phi_of_half_the_leak(leak: float) -> None:
    """Exact: the weight of a manner changes sign at d/2."""
    cut = 0.5 * leak
    assert given_away(cut, leak) == pytest.approx(0.0, abs=1e-15)
    assert (
        moved(0.5, weight_of_word(0.5, given_away(cut + 0.01, leak), 1.0))
        < 0.5
        < moved(0.5, weight_of_word(0.5, given_away(cut - 0.01, leak), 1.0))
    )
    assert normal_cdf(0.1) == pytest.approx(0.54, abs=0.001), "d = .2"


def test_truths_and_lies_are_told_apart_as_rarely_as_by_people() -> None:
    """20,000 statements each, seed 11, a judge told that half of them lie (credit .509): 61 % of truths and 47 % of lies are judged right.

    Tolerance 1.6 points: .5 for the published rounding, the rest is 3 standard errors of a share (.35 points each);
    false-alarm rate below .003.
    The leak at half a metre by day is .1995, not .2.
    """
    truths, lies = (
        float((perform_batch(tables_of(SCENE.replace("{true}", true)), 11, 0, RUNS, keep=False).endings == 0).mean())
        for true in ("false", "true")
    )
    error = 0.005 + 3 * sqrt(0.25 / RUNS)
    assert 1.0 - truths == pytest.approx(0.61, abs=error)
    assert lies == pytest.approx(0.47, abs=error)
    assert 0.5 * (1.0 - truths + lies) == pytest.approx(0.54, abs=error)
