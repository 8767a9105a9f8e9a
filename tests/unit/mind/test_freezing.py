"""Freezing, as single steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.mind.freezing import BEGINS, ENDS, frozen_by, thawed

UNIT = st.floats(0.0, 1.0)


def test_it_takes_arousal_conflict_and_fear_together() -> None:
    assert frozen_by(4.0, 0.5, 0.7, 0.5, 0.0) == pytest.approx(0.7)
    for lacking in ((0.0, 0.7, 0.5), (0.5, 0.0, 0.5), (0.5, 0.7, 0.0)):
        assert frozen_by(4.0, *lacking, 0.0) == 0.0
    assert frozen_by(0.0, 1.0, 1.0, 1.0, 0.0) == 0.0


@given(arousal=UNIT, conflict=UNIT, fear=UNIT, used=UNIT)
def test_it_is_none_or_enough_and_habit_only_lessens_it(arousal: float, conflict: float, fear: float, used: float) -> None:
    found = frozen_by(4.0, arousal, conflict, fear, used)
    assert found == 0.0 or BEGINS <= found <= 1.0
    assert found <= frozen_by(4.0, arousal, conflict, fear, 0.0)


def test_it_halves_and_is_over() -> None:
    assert thawed(0.8, 0.5) == 0.4
    assert thawed(1.9 * ENDS, 0.5) == 0.0
