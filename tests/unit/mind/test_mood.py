"""Mood, as single steps: pull, push, home, tilt, vigour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.mind.mood import homing, moved, tilt, vigour

SIGNED = st.floats(-1.0, 1.0)
UNIT = st.floats(0.0, 1.0)


def test_a_mood_is_pulled_towards_what_is_felt() -> None:
    """A third of the way, e^-1 left, after the time constant at full intensity."""
    assert moved(0.0, -0.4, False, 1.0, 180.0, 180.0, 600.0) == pytest.approx(-0.4 * (1.0 - 2.718281828**-1))
    assert moved(0.2, 0.4, False, 0.0, 180.0, 180.0, 600.0) == 0.2


def test_a_mood_past_what_is_felt_is_pushed_on() -> None:
    assert moved(-0.5, -0.4, True, 0.5, 60.0, 180.0, 600.0) == pytest.approx(-0.52)
    assert moved(-1.0, -0.4, True, 1.0, 60.0, 180.0, 600.0) == -1.0


@given(mood=SIGNED, centre=SIGNED, past=st.booleans(), intensity=UNIT, seconds=st.floats(0.0, 1e4))
def test_no_mood_leaves_its_range(mood: float, centre: float, past: bool, intensity: float, seconds: float) -> None:
    assert -1.0 <= moved(mood, centre, past, intensity, seconds, 180.0, 600.0) <= 1.0


def test_a_mood_goes_home() -> None:
    assert homing(0.5, -0.1, 0.0) == -0.1
    assert homing(0.5, -0.1, 1.0) == pytest.approx(0.5)


@given(along=st.floats(-2.0, 2.0), weight=st.floats(0.0, 2.0), bias=st.floats(0.0, 3.0))
def test_a_tilt_is_bounded_and_goes_with_the_mood(along: float, weight: float, bias: float) -> None:
    found = tilt(along, weight, bias)
    assert 0.25 <= found <= 2.0
    assert found >= 1.0 if along >= 0.0 else found <= 1.0
    assert tilt(along, 0.0, bias) == 1.0


@given(arousal=SIGNED, dominance=SIGNED)
def test_vigour_is_bounded(arousal: float, dominance: float) -> None:
    assert 0.5 <= vigour(arousal, dominance, 1.0, 2.0) <= 1.5
    assert vigour(arousal, dominance, 0.0, 2.0) == 1.0
