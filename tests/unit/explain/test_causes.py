"""What a feeling is owed to while it rises and fades: parts that add up, and that agree with what `--feels` says of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.explain.acts.building import followed
from falter.explain.acts.causes import CAUGHT, HAIR, Faded
from falter.explain.minds.felt import why_felt
from falter.explain.standing import ITSELF, Cause
from falter.model.words import EMOTIONS
from falter.performance import Trace, perform
from tests.performing import whole_scene

KEPT, SHOUT = ("act", 1), ("act", 2)
LASTING = frozenset(("line", "tie", "grief", "threat"))
"""What keeps a feeling up, as `--feels` names it."""
NEAR = 0.07
"""Here it is told step by step, there write by write: what fades and rises in one step is not quite the same."""


def shares(faded: Faded) -> dict[Cause, float]:
    return dict(faded.shares)


def test_what_keeps_it_up_makes_good_what_fades() -> None:
    fear = Faded()
    fear.follow(0.5, [KEPT])
    fear.follow(0.9, [SHOUT])
    assert shares(fear) == pytest.approx({KEPT: 5 / 9, SHOUT: 4 / 9})
    for value in (0.7, 0.6, 0.55, 0.51, 0.5001):
        fear.relaxed(value, 0.5, KEPT)
    assert shares(fear)[KEPT] == pytest.approx(1.0, abs=2e-3)


def test_what_nothing_keeps_up_fades_for_all_alike() -> None:
    joy = Faded()
    joy.follow(0.2, [KEPT])
    joy.follow(0.8, [SHOUT])
    before = shares(joy)
    for value in (0.4, 0.1, 0.01):
        joy.relaxed(value, 0.0, ITSELF)
    assert shares(joy) == before


@given(st.lists(st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.booleans(), st.integers(0, 4)), max_size=30))
def test_the_shares_always_add_up(moves: list[tuple[float, float, bool, int]]) -> None:
    faded = Faded()
    for value, base, rises, cause in moves:
        if rises:
            faded.follow(value, [("act", cause)])
        else:
            stands = faded.stands
            faded.relaxed(base + (stands - base) * value, base, ("incident", cause))
        assert sum(share for _, share in faded.shares) == pytest.approx(1.0)
        assert all(share >= 0.0 for _, share in faded.shares)


def kept_and_caught(trace: Trace, person: str, word: str, strength: float) -> tuple[float, float]:
    """What keeps a feeling up, and what was caught of it, in shares of it, as `--feels` has them."""
    parts = why_felt(trace, person, word, trace.seconds).parts
    lasting = sum(part.left for part in parts if part.reason.kind in LASTING)
    return lasting / strength, sum(part.left for part in parts if part.reason.kind == "caught") / strength


@pytest.mark.parametrize(("name", "seed"), [("a-proposal", 3), pytest.param("the-huntsman", 1, marks=pytest.mark.slow)])
def test_it_agrees_with_why_he_felt_it(name: str, seed: int) -> None:
    trace = perform(whole_scene(name), seed)
    felt = followed(trace, lambda tables: range(len(tables.labels["act"]))).causes.felt
    looked = 0
    for person in trace.scene.people:
        for emotion, word in enumerate(EMOTIONS):
            one = felt.get(trace.tables.names.person[person.id] * len(EMOTIONS) + emotion)
            if one is not None and one.stands > 0.2:  # who has no acts is not followed
                looked += 1
                lasting, caught = kept_and_caught(trace, person.id, word, one.stands)
                found = shares(one)
                kept = sum(share for cause, share in found.items() if cause[0] in ("itself", "reading"))
                assert (kept, found.get(CAUGHT, 0.0)) == pytest.approx((lasting, caught), abs=NEAR), (person.id, word)
    assert looked >= 8
    assert HAIR < NEAR
