"""The equations of reading feelings, at values worked out by hand."""

from __future__ import annotations

import math

import pytest

from falter.mind import reading


def test_a_rule_that_says_the_same_as_the_others_changes_nothing() -> None:
    assert reading.over_rules(-2.0, -2.0, -2.0, -2.0) == pytest.approx(-2.0 + math.log(sum(reading.EXPECTED)))
    assert sum(reading.EXPECTED) == pytest.approx(1.0)


def test_what_is_covered_says_nothing() -> None:
    assert reading.expected(0, 0, 0.0) == 0.0
    assert reading.score(5.0, 3.0, 0.0, 1.0) == 0.0


def test_whoever_knows_the_other_wholly_has_no_manner_left_to_be_misled_by() -> None:
    assert reading.strangeness(1.0, 1.0) == 0.0
    assert reading.manner_left(0.7, 0.0, 2.0) == 0.0
    assert reading.spread(1.3, 0.7, 0.0, 1.0, 4.0) == pytest.approx(1.69)
    assert reading.spread(1.3, 0.7, 1.0, 1.0, 4.0) == pytest.approx(1.69 + 4 * 0.49)


def test_care_is_read_from_tenderness_and_from_its_absence() -> None:
    """More tenderness than anything else speaks for care, less speaks against it, and it does so more beside him than across a room."""

    def lean(tender: float, nearness: float) -> float:
        high, low = (reading.care_likelihood(*reading.tenderness(tender, 0.0), level, nearness, 0.2) for level in (1.0, 0.0))
        return high - low

    assert lean(1.0, 0.5) > 0 > lean(-1.0, 0.5)
    assert lean(1.0, 0.5) > lean(1.0, 0.1)


def test_a_belief_goes_back_to_what_is_to_be_looked_for() -> None:
    assert reading.gathered(4.0, 1.0, 0.0, 0.5, 1.0) == 2.5
    assert reading.gathered(1.0, 1.0, 2.0, 0.5, 0.5) == 2.0


def test_every_channel_and_family_has_a_form() -> None:
    assert len(reading.MEANT) == reading.CHANNELS
    assert {len(row) for row in reading.MEANT} == {reading.FAMILIES * reading.AXES}
