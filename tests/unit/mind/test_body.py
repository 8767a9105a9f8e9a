"""The body, as single steps: what arouses it, how it follows, and its rates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.mind.body import followed, rate, shaking, wanted

UNIT = st.floats(0.0, 1.0)


def test_feeling_conflict_and_effort_add_up() -> None:
    assert wanted(0.5, 0.0, 0.5, 0.5) == pytest.approx(0.875)
    assert wanted(0.5, 0.1, 0.0, 0.0) == pytest.approx(0.6)
    assert wanted(0.0, -0.5, 0.0, 0.0) == 0.0


@given(emotions=UNIT, mood=st.floats(-1.0, 1.0), conflict=UNIT, effort=UNIT)
def test_arousal_stays_in_range_and_nothing_but_mood_lowers_it(emotions: float, mood: float, conflict: float, effort: float) -> None:
    found = wanted(emotions, mood, conflict, effort)
    assert 0.0 <= found <= 1.0
    assert found >= wanted(emotions, mood, 0.0, 0.0) - 1e-12


def test_it_rises_and_falls_in_its_own_times() -> None:
    assert followed(0.2, 1.0, 0.5, 0.9) == pytest.approx(0.6)
    assert followed(1.0, 0.2, 0.5, 0.9) == pytest.approx(0.92)
    assert followed(0.2, 0.2, 0.5, 0.9) == 0.2


def test_rates_are_those_of_rest_and_peak_at_the_ends() -> None:
    assert (rate(0.0, 65.0, 160.0), rate(0.5, 14.0, 36.0)) == (65.0, 25.0)


def test_hands_shake_above_a_point_only() -> None:
    assert shaking(0.35, 0.35) == 0.0
    assert shaking(1.0, 0.35) == pytest.approx(1.0)
    assert shaking(1.0, 1.0) == 0.0
