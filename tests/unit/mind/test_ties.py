"""Ties stay in [0, 1], stand still at rate 0, and lose trust faster than they win it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from falter.mind.ties import BY_GOOD, kept_weight, moved, push_of_deed
from falter.model.words import TIES

share = st.floats(0.0, 1.0)
signed = st.floats(-1.0, 1.0)
WORDS = list(TIES)


@given(tie=share, push=st.floats(-5.0, 5.0), rate=share)
def test_a_tie_stays_in_its_range_and_moves_the_way_it_is_pushed(tie: float, push: float, rate: float) -> None:
    after = moved(tie, push, rate)
    assert 0.0 <= after <= 1.0
    assert (after - tie) * push >= 0.0


@given(tie=share, push=signed)
def test_at_rate_0_nothing_moves(tie: float, push: float) -> None:
    assert moved(tie, push, 0.0) == tie


def test_there_is_a_size_for_every_tie_word() -> None:
    assert len(BY_GOOD) == len(WORDS)


def test_trust_is_lost_faster_than_it_is_won() -> None:
    trust = WORDS.index("trusts")
    assert -push_of_deed(trust, -0.5, 1.0, 0.0) > 2.0 * push_of_deed(trust, 0.5, 1.0, 0.0) > 0.0


@given(good=st.floats(-1.0, -0.1), little=st.floats(0.0, 0.4), much=st.floats(0.5, 1.0))
def test_an_ill_hurts_more_from_one_who_matters_more(good: float, little: float, much: float) -> None:
    hurt = WORDS.index("hurt by")
    assert push_of_deed(hurt, good, 1.0, much) > push_of_deed(hurt, good, 1.0, little)


@given(weight=share, tie=share)
def test_a_motive_whose_tie_stands_still_keeps_its_weight_to_the_last_bit(weight: float, tie: float) -> None:
    assert kept_weight(weight, tie, tie) == weight
