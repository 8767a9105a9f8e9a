"""What is said of her and what she does not say: the ensign's word, and a silence that is taken for an answer.

2,000 performances of each kind; a share has a standard error of at most 1.1 points. Counted with 600 of another seed, he kills in .35, in
none if the ensign goes down again without a word, and in .21 if silence and putting off tell him nothing. A difference is asked to be 4 of
its standard errors, so that one which is not there is found less than once in thirty thousand times.
"""

from __future__ import annotations

from functools import cache

import pytest

from falter.performance.batch import Batch
from tests.laws.whole import altered, apart, lacking, performed, scene_of

NAME = "othello-at-the-bedside"
RUNS = 2000


@cache
def as_it_is() -> Batch:
    return performed(scene_of(NAME), RUNS)


def killed(batch: Batch) -> float:
    shares = batch.shares()
    return shares["killed"] + shares["both"]


@pytest.mark.slow
def test_without_the_ensign_s_word_she_lives() -> None:
    told, untold = killed(as_it_is()), killed(performed(lacking(scene_of(NAME), "whisper"), RUNS))
    print(f"\nhe kills her: {told:.3f} as it is, {untold:.3f} if the ensign can say nothing")
    assert told > 0.1
    assert untold < 0.01


@pytest.mark.slow
def test_he_kills_for_what_she_does_not_say() -> None:
    heard, deaf = killed(as_it_is()), killed(performed(altered(NAME, ("set theta0 2.4\n", "set theta0 2.4\nset evasion 0\n")), RUNS))
    print(f"\nhe kills her: {heard:.3f} as it is, {deaf:.3f} if silence and evasion tell him nothing")
    assert apart(heard, deaf, RUNS) > 4.0


@pytest.mark.slow
def test_what_emilia_says_in_time_saves_her() -> None:
    """She comes in within 80 s, and has it with her: able to say where it was, or not."""
    early = altered(NAME, ("arrives door in 110..360 s", "arrives door in 60..80 s"))
    said, unsaid = killed(performed(early, RUNS)), killed(performed(lacking(early, "say-found", "show-it"), RUNS))
    print(f"\nhe kills her: {said:.3f} if it is said where it was, {unsaid:.3f} if not")
    assert apart(unsaid, said, RUNS) > 4.0
