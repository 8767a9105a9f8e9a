"""Appraisal, feelings, display, noticing and prospects: numbers that can be checked by hand, bounds, and directions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.mind import appraisal, display, feeling, noticing, prospect
from falter.tables.compile import kept

UNIT = st.floats(0.0, 1.0)
SIGNED = st.floats(-1.0, 1.0)
ROUNDING = 2.0**-52


def test_an_excess_halves_in_its_half_life() -> None:
    half = kept(60.0, 60.0)
    assert half == pytest.approx(0.5)
    assert feeling.relax(0.9, 0.1, half, 0.0) == pytest.approx(0.5)
    assert kept(0.0, 60.0) == 1.0


def test_what_is_lacking_is_made_up_at_its_own_rate() -> None:
    assert feeling.relax(0.1, 0.9, 0.0, 0.5) == pytest.approx(0.5)
    assert feeling.relax(0.4, 0.4, 0.3, 0.2) == 0.4


def test_intensities_add_up_within_bounds() -> None:
    assert feeling.combine(0.5, 0.5) == 0.75
    assert feeling.combine(0.5, -0.4) == pytest.approx(0.3)
    assert feeling.combine(1.0, 1.0) == 1.0
    assert feeling.combine(0.7, -2.0) == 0.0


@given(felt=UNIT, added=st.floats(-2.0, 2.0))
def test_no_feeling_leaves_its_range(felt: float, added: float) -> None:
    combined = feeling.combine(felt, added)
    assert 0.0 <= combined <= 1.0
    assert combined >= felt - ROUNDING if added >= 0.0 else combined <= felt


def test_a_tie_is_felt_by_nearness() -> None:
    assert feeling.presence(0.8, 0.0, 3.0) == 0.8
    assert feeling.presence(0.8, 3.0, 3.0) == pytest.approx(0.4)


def test_what_an_act_makes_one_feel() -> None:
    assert appraisal.well_being(-0.3, 1.0) == 0.3
    assert appraisal.well_being(-0.3, 0.5) == 0.0
    assert appraisal.prospect(-0.3, 0.5) == 0.3
    assert appraisal.fortune_of_other(-0.3, 0.8, 1.0) == pytest.approx(0.24)
    assert appraisal.fortune_of_other(-0.3, 0.8, 0.5) == 0.0
    assert appraisal.attribution(-0.48) == 0.48
    assert appraisal.compound(-0.48, -0.36) == pytest.approx(0.42)
    assert appraisal.compound(0.8, -0.6) == 0.0
    assert appraisal.confirmation(0.6, 1.0, 0.5) == pytest.approx(0.3)
    assert appraisal.hurt(-0.48, 0.7) == pytest.approx(0.336)
    assert appraisal.hurt(0.8, 0.7) == 0.0
    assert appraisal.threat(0.5, 0.8, 0.5) == pytest.approx(0.2)


@given(d=SIGNED, before=UNIT, after=UNIT, awaited=UNIT, own=st.booleans(), tie=SIGNED, agent=st.integers(0, 2), norm=SIGNED, drawn=SIGNED)
def test_no_appraisal_leaves_its_range(
    d: float, before: float, after: float, awaited: float, own: bool, tie: float, agent: int, norm: float, drawn: float
) -> None:
    found = appraisal.appraised(d, before, after, awaited, own, tie, agent, norm, drawn)
    assert len(found) == 22
    assert all(0.0 <= amount <= 1.0 for amount in found)
    assert 0.0 <= appraisal.hurt(d, tie) <= 1.0
    assert 0.0 <= appraisal.threat(before, after, awaited) <= 1.0


def test_the_face_is_held_down_best_and_the_breath_worst() -> None:
    """Share of a channel's own display that is left when it is held down wholly."""
    left = [display.shown(0.8, channel, 1.0, 0.0) / display.shown(0.8, channel, 0.0, 0.0) for channel in range(6)]
    face, voice, body, hands, breath, gaze = left
    assert face < min(voice, body, hands, breath, gaze)
    assert breath == max(left)
    assert all(0.0 < share < 1.0 for share in left)


@given(felt=UNIT, held=UNIT, covered=UNIT, channel=st.integers(0, 5))
def test_never_more_shows_than_is_felt_and_a_covering_takes_its_share(felt: float, held: float, covered: float, channel: int) -> None:
    bare = display.shown(felt, channel, held, 0.0)
    assert 0.0 <= bare <= felt
    assert display.shown(felt, channel, held, covered) == pytest.approx(bare * (1.0 - covered))
    assert bare <= display.shown(felt, channel, 0.0, 0.0)


def test_seeing_by_distance_and_light() -> None:
    """At 10 m by day half; wholly dark with .8 taken a fifth of that."""
    assert noticing.visibility(0.0, 0.0, 10.0, 0.8) == 1.0
    assert noticing.visibility(10.0, 0.0, 10.0, 0.8) == pytest.approx(0.5)
    assert noticing.visibility(10.0, 1.0, 10.0, 0.8) == pytest.approx(0.1)


def test_noticing_is_a_hazard() -> None:
    """Twice half the time leaves as much as once the whole."""
    whole, half = noticing.notice_chance(0.5, 1.2, 1.0, 1.0), noticing.notice_chance(0.5, 1.2, 1.0, 0.5)
    assert whole == pytest.approx(1.0 - math.exp(-0.6))
    assert (1.0 - half) ** 2 == pytest.approx(1.0 - whole)
    assert noticing.notice_chance(0.0, 1.2, 1.0, 1.0) == 0.0


def test_a_prospect_goes_half_way_and_all_the_way_if_it_cannot_be_undone() -> None:
    assert prospect.after_act(0.4, 0.5, 0.0) == pytest.approx(0.55)
    assert prospect.after_act(0.4, -0.5, 0.0) == pytest.approx(0.3)
    assert prospect.after_act(0.4, 1.0, 1.0) == 1.0
    assert prospect.after_act(0.4, -1.0, 1.0) == 0.0


@given(p=UNIT, v=SIGNED, lasting=st.sampled_from([0.0, 1.0]))
def test_no_prospect_leaves_its_range_or_goes_the_wrong_way(p: float, v: float, lasting: float) -> None:
    after = prospect.after_act(p, v, lasting)
    assert 0.0 <= after <= 1.0
    assert after >= p - ROUNDING if v >= 0.0 else after <= p + ROUNDING


def test_certainty_is_least_at_even_odds() -> None:
    assert [prospect.certainty(odds) for odds in (0.0, 0.5, 1.0)] == [1.0, 0.0, 1.0]
    assert prospect.certainty(0.25) == pytest.approx(0.25)
