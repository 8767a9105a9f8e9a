"""A bound boy's question: there is an answer to it, and there is untying him.

3,000 performances each, with the question and without it. A share has a standard error of at most .9 points; a difference is asked to
be 4 of its own, so that one which is not there is found less than once in thirty thousand times.
"""

from __future__ import annotations

from functools import cache

import pytest

from falter.performance.batch import Batch
from tests.laws.whole import apart, lacking, performed, scene_of

RUNS = 3000


@cache
def mountain(*missing: str) -> Batch:
    return performed(lacking(scene_of("the-mountain"), *missing), RUNS)


@pytest.mark.slow
def test_asked_by_the_bound_boy_he_refuses_more_often() -> None:
    asked, unasked = mountain().shares(), mountain("ask-bound").shares()
    print(f"\nrefused: asked {asked['refused']:.3f}, not {unasked['refused']:.3f}; killed {asked['killed']:.3f}, {unasked['killed']:.3f}")
    assert apart(asked["refused"], unasked["refused"], RUNS) > 4.0


@pytest.mark.slow
def test_who_can_say_yes_to_it_goes_through_with_it_more_often() -> None:
    able, dumb = mountain().shares(), mountain("own-it").shares()
    print(f"\nkilled: able to say yes {able['killed']:.3f}, not {dumb['killed']:.3f}; refused {able['refused']:.3f}, {dumb['refused']:.3f}")
    assert apart(able["killed"], dumb["killed"], RUNS) > 4.0
    assert apart(dumb["refused"], able["refused"], RUNS) > 4.0
