"""Reading feelings: accuracy beside that of people, and its limits. Readers and those read are new each time; what is shown is set.

Each accuracy here rests on 2,000 readings a display, 14,000 in all: its standard error is at most .0042. A tolerance of .01 about
chance is 3.4 standard errors (false alarms: .1 %); a difference of .02 between two conditions that do not differ comes about in less
than .1 %. All at seed 1.
"""

from __future__ import annotations

from itertools import pairwise

import numpy
import pytest

from docs.figures.shared.faces import FEELINGS, accuracy, readings

COUNT = 2000
SIX = (0, 1, 2, 3, 5, 6)
"""CREMA-D asks for joy, sadness, anger, fear, disgust and none; tenderness is no answer there."""
PEOPLE = {"face": 0.574, "voice": 0.400, "both": 0.631}
"""Read right of six (Cao et al. 2014, all clips)."""
CHANNELS = {"face": ("face",), "voice": ("voice",), "both": ("face", "voice")}


def test_with_every_channel_covered_a_reader_guesses() -> None:
    """Chance is 1/7; within a point of it."""
    assert abs(accuracy(readings(COUNT, bare=())) - 1 / FEELINGS) < 0.01


@pytest.mark.parametrize("shown", list(CHANNELS))
def test_strangers_read_a_clip_about_as_well_as_people_do(shown: str) -> None:
    """Within 3 points of CREMA-D's raters. The forms of face and voice were fitted to their answers, alone and together."""
    found = accuracy(readings(COUNT, bare=CHANNELS[shown], tender=False), SIX)
    print(f"{shown}: {found:.3f}, people {PEOPLE[shown]:.3f}")
    assert abs(found - PEOPLE[shown]) < 0.03


def test_a_face_tells_more_than_a_voice_and_both_more_than_either() -> None:
    """Differences of at least 2 points."""
    face, voice, both = (accuracy(readings(COUNT, bare=bare)) for bare in CHANNELS.values())
    assert voice + 0.02 < face < both - 0.02


@pytest.mark.parametrize(("shown", "likest"), [(2, 5), (1, 6)])
def test_errors_are_those_of_people(shown: int, likest: int) -> None:
    """Anger in a face is taken for aversion more than for anything else, sadness for nothing in particular (Cao et al. 2014)."""
    row = readings(COUNT, bare=("face",), tender=False)[shown].copy()
    row[shown] = 0
    assert int(numpy.argmax(row)) == likest


def test_knowing_someone_helps() -> None:
    """At arm's length, at least 2 points: the manner is known, the eye no better (Stinson & Ickes 1992)."""
    assert accuracy(readings(COUNT, familiar=0.95)) > accuracy(readings(COUNT)) + 0.02


def test_one_without_a_manner_of_his_own_is_read_no_better_by_those_who_know_him() -> None:
    """Familiarity is not a better eye: where manners do not differ it adds nothing (within 2 points)."""
    alike = (("manner", 0.0), ("familiar_prior", 0.0))
    known, strange = (accuracy(readings(COUNT, familiar=level, constants=alike)) for level in (0.95, 0.0))
    assert abs(known - strange) < 0.02


def test_distance_and_dark_take_away() -> None:
    """At least 5 points each."""
    near = accuracy(readings(COUNT))
    assert accuracy(readings(COUNT, distance=6.0)) < near - 0.05
    assert accuracy(readings(COUNT, dark=1.0)) < near - 0.05


def test_more_channels_tell_more_where_nobody_poses() -> None:
    """At least a point for each channel that is added."""
    order = ("face", "voice", "body", "hands", "gaze")
    found = [accuracy(readings(COUNT, bare=order[: number + 1])) for number in range(len(order))]
    assert all(more > fewer + 0.01 for fewer, more in pairwise(found)), found
