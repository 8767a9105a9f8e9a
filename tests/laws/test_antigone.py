"""An authority that binds itself before witnesses: what Creon does with the elders looking on, without them, and with no regard for them.

1,000 performances of each kind; a share has a standard error of at most 1.6 points. Counted with 500 of another seed, he takes it back in
.25 before the elders, in .47 with the bench empty and in .81 if their opinion is nothing to him. A difference is asked to be 4 of its
standard errors, so that one which is not there is found less than once in thirty thousand times.
"""

from __future__ import annotations

from functools import cache

import pytest

from falter.performance.batch import Batch
from tests.laws.whole import altered, apart, performed

RUNS = 1000
ON_THE_BENCH = ("they, 5 people\n  at bench\n", "they, 5 people, away\n")
REGARD = ("  respects ELDERS: strongly\n", "")
GIVEN = ("  promises sentence ANTIGONE within 8 min: .8\n", "")


@cache
def changed(*changes: tuple[str, str]) -> Batch:
    return performed(altered("antigone", *changes), RUNS)


@pytest.mark.slow
def test_with_nobody_on_the_bench_he_takes_it_back_more_often() -> None:
    watched, alone = changed().shares()["relented"], changed(ON_THE_BENCH).shares()["relented"]
    print(f"\nhe takes it back: {watched:.3f} before the elders, {alone:.3f} with the bench empty")
    assert apart(alone, watched, RUNS) > 4.0


@pytest.mark.slow
def test_if_their_opinion_is_nothing_to_him_he_mostly_takes_it_back() -> None:
    regarded, free = changed().shares()["relented"], changed(REGARD).shares()["relented"]
    print(f"\nhe takes it back: {regarded:.3f} as he regards them, {free:.3f} if he did not")
    assert apart(free, regarded, RUNS) > 4.0
    assert free > 0.5 > regarded


@pytest.mark.slow
def test_a_word_that_was_never_given_does_not_have_to_be_kept() -> None:
    bound, free = ({name: shares[name] for name in ("walled", "with-her")} for shares in (changed().shares(), changed(GIVEN).shares()))
    print(f"\nsentenced: {sum(bound.values()):.3f} with his word given, {sum(free.values()):.3f} without")
    assert apart(sum(bound.values()), sum(free.values()), RUNS) > 4.0
