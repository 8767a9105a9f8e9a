"""The word that was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.diagnostics.nearest import distance, listed, nearest, offer
from falter.model.words import CONDITIONS, FELT_WORDS, MEANINGS, STRENGTHS, TIES

LETTERS = st.text("abcdeé", max_size=6)


@pytest.mark.parametrize(
    ("slip", "options", "meant"),
    [
        ("strongley", STRENGTHS, "strongly"),
        ("somwhat", STRENGTHS, "somewhat"),
        ("luves", TIES, "loves"),
        ("familar with", TIES, "familiar with"),
        ("shmae", FELT_WORDS, "shame"),
        ("tuches", MEANINGS, "touches"),
        ("notices", CONDITIONS, "noticed"),
        ("hux", ["KYLO", "HUX"], "HUX"),
        ("leavs", ["leans", "leaves"], "leaves"),
        ("leavs", ["leaves", "leans"], "leaves"),
    ],
)
def test_slips_of_the_hand(slip: str, options: object, meant: str) -> None:
    assert nearest(slip, list(options)) == meant  # type: ignore[call-overload]


def test_nothing_like_it() -> None:
    assert nearest("umbrella", STRENGTHS) is None
    assert offer("umbrella", STRENGTHS) == "write one of `barely`, `somewhat`, `strongly`, `wholly`"
    assert offer("umbrella", []) == "declare it"


def test_a_word_without_end_costs_nothing() -> None:
    assert nearest("x" * 1_000_000, ["barely"]) is None


def test_a_long_list_is_cut() -> None:
    assert listed([str(n) for n in range(20)]).endswith("`11` and 8 more")


@given(LETTERS, LETTERS)
def test_distance_is_a_distance(a: str, b: str) -> None:
    assert distance(a, b) == distance(b, a)
    assert (distance(a, b) == 0) == (a == b)
    assert abs(len(a) - len(b)) <= distance(a, b) <= max(len(a), len(b))
