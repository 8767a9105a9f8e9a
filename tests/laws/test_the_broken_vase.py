"""A lie about who broke it, as far as the liar is trusted; and the boy who takes his mother to know what is under the rug.

2,000 performances each. A share has a standard error of at most 1.1 points; a difference is asked to be 4 of its own, so that one which is
not there is found less than once in thirty thousand times.
"""

from __future__ import annotations

from functools import cache

import pytest

from falter.model.scene import Scene
from falter.performance.batch import Batch
from tests.laws.whole import apart, performed, scene_of

RUNS = 2000
VASE = "the-broken-vase"


def with_trust(strength: float) -> Scene:
    """The scene with another trust of the mother's in the boy."""
    scene = scene_of(VASE)
    mother = next(person for person in scene.people if person.id == "MOTHER")
    ties = tuple(
        tie.model_copy(update={"strength": strength}) if (tie.word, tie.person) == ("trusts", "TOM") else tie for tie in mother.ties
    )
    assert ties != mother.ties
    changed = mother.model_copy(update={"ties": ties})
    return scene.model_copy(update={"people": tuple(changed if person is mother else person for person in scene.people)})


def untold() -> Scene:
    """The scene in which her foot on the rug makes nothing known: she does all that she did, and he draws nothing from it."""
    scene = scene_of(VASE)
    tread = next(move for move in scene.moves if move.id == "tread")
    means = tuple(meant for meant in tread.means if meant.word != "makes")
    assert len(means) == len(tread.means) - 1
    changed = tread.model_copy(update={"means": means})
    return scene.model_copy(update={"moves": tuple(changed if move is tread else move for move in scene.moves)})


@cache
def trusting(strength: float) -> Batch:
    return performed(with_trust(strength), RUNS)


@pytest.mark.slow
def test_the_cat_is_put_out_for_a_boy_who_is_trusted() -> None:
    out = {trust: sum(trusting(trust).shares()[ending] for ending in ("cat", "cat-freed")) for trust in (0.95, 0.15)}
    guessed = {trust: trusting(trust).shares()["guessed"] for trust in out}
    print(f"\ncat put out, by her trust in him: {out}; guessed: {guessed}")
    assert apart(out[0.95], out[0.15], RUNS) > 4.0
    assert apart(guessed[0.15], guessed[0.95], RUNS) > 4.0


@pytest.mark.slow
def test_who_takes_her_to_know_owns_up() -> None:
    known, unknown = (performed(scene, RUNS).shares()["owned"] for scene in (scene_of(VASE), untold()))
    print(f"\nowned: he takes her to know what is under the rug {known:.3f}, he does not {unknown:.3f}")
    assert apart(known, unknown, RUNS) > 4.0
