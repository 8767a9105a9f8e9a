"""How the whole scenes end, and that there is no move in them which nobody ever makes.

3,000 performances of each. A share has a standard error of at most .9 points, and what a scene expects of itself leaves 3.5 points and
more on either side of what was counted (for shares under .1, where the error is at most .55 points, 2 points): missed by chance less than
once in a thousand times.
"""

from __future__ import annotations

from functools import cache

import pytest

from falter.performance.batch import Batch
from tests.laws.whole import performed, scene_of

WHOLE = ("the-mountain", "the-broken-vase", "judith-in-the-tent", "antigone", "othello-at-the-bedside", "a-prognosis", "the-hostage-call")
RUNS = 3000


@cache
def batch_of(name: str) -> Batch:
    return performed(scene_of(name), RUNS)


@pytest.mark.slow
@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_scene_ends_as_it_expects_to(name: str) -> None:
    shares = batch_of(name).shares()
    print(f"\n{name}:", {ending: round(share, 3) for ending, share in shares.items()})
    expected = [line for line in scene_of(name).expectations if line.ending is not None]
    assert expected
    assert shares.get("undecided", 0.0) == 0.0
    assert sum(share >= 0.02 for share in shares.values()) >= 3
    for line in expected:
        assert line.least <= 100.0 * shares[line.ending or ""] <= line.most, line.ending


@pytest.mark.slow
@pytest.mark.parametrize("name", WHOLE)
def test_every_move_of_a_whole_scene_is_performed(name: str) -> None:
    batch = batch_of(name)
    done = {event.move for run in range(RUNS) for event in batch.events(run) if not event.cut}
    assert {move.id for move in scene_of(name).all_moves()} - done == set()


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_scene_says_what_it_expects_of_every_move(name: str) -> None:
    assert any(line.ending is None for line in scene_of(name).expectations)
