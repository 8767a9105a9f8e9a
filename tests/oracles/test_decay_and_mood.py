"""Decay and mood against published figures: half-lives of FAtiMA, places and ways of ALMA's mood, and how people's feelings last."""

from __future__ import annotations

import csv
import math
import os
from pathlib import Path

import pytest

from falter.mind.feeling import relax
from falter.mind.mood import homing, moved
from falter.model.constants import CONSTANTS
from falter.model.words import EMOTIONS, PAD
from falter.performance import Trace
from falter.tables.compile import kept
from tests.performing import BLOW, directed, float_at, without

DATA = Path(os.environ.get("FALTER_DATA", Path(__file__).parents[3] / "shared" / "data")) / "literature_targets"


def decayed(felt: float, ticks: int, half_life: float) -> float:
    """A feeling after so many refreshes of one tick, nothing keeping it up."""
    for _ in range(ticks):
        felt = relax(felt, 0.0, kept(1.0, half_life), 0.0)
    return felt


@pytest.mark.parametrize(("start", "ticks", "half_life", "left"), [(5.0, 15, 15.0, 2.5), (5.0, 60, 15.0, 0.3125), (8.0, 60, 60.0, 4.0)])
def test_what_fatima_decays_in_ticks_decays_here(start: float, ticks: int, half_life: float, left: float) -> None:
    """FAtiMA-Toolkit, run: on its scale of ten joy of 5 is 2.5 after 15 ticks, distress of 5 is .3125 after 60; its mood halves in 60."""
    assert 10.0 * decayed(start / 10.0, ticks, half_life) == pytest.approx(left, rel=1e-9)


@pytest.mark.parametrize("parts", [1, 4, 100])
def test_a_feeling_is_the_same_whatever_the_refresh(parts: int) -> None:
    """I(t) = I₀ 2^(−t/h), closed under cutting the time into parts."""
    felt = 0.8
    for _ in range(parts):
        felt = relax(felt, 0.0, kept(37.0 / parts, 90.0), 0.0)
    assert felt == pytest.approx(0.8 * 2.0 ** (-37.0 / 90.0), rel=1e-9)


@pytest.mark.skipif(not DATA.is_dir(), reason="the published figures are not in FALTER_DATA")
def test_emotions_stand_where_alma_puts_them() -> None:
    """Gebhard 2005, table 1: every emotion of ours that is in it has its pleasure, arousal and dominance."""
    with (DATA / "alma_occ_to_pad_gebhard2005.csv").open(encoding="utf-8") as stream:
        table = {row["emotion"].lower().replace("_", "-"): tuple(float(row[axis]) for axis in "PAD") for row in csv.DictReader(stream)}
    ours = {word: place for word, place in PAD.items() if word in table}
    print(f"{len(ours)} of {len(EMOTIONS)} emotions are in the table")
    assert len(ours) >= 20
    assert ours == {word: table[word] for word in ours}


def test_a_mood_is_pulled_to_the_centre_and_pushed_past_it() -> None:
    """ALMA: on this side of the centre of what is felt a mood comes nearer and does not pass it; past it, it goes on outwards."""
    mood, pull, push = 0.0, CONSTANTS["mood_pull"].default, CONSTANTS["mood_push"].default
    way = []
    for _ in range(2_000):
        mood = moved(mood, -0.4, False, 1.0, 1.0, pull, push)
        way.append(mood)
    assert way == sorted(way, reverse=True)
    assert way[-1] == pytest.approx(-0.4, abs=1e-6)
    assert moved(-0.5, -0.4, True, 1.0, 1.0, pull, push) < -0.5


def test_a_mood_of_its_own_is_home_in_twenty_minutes() -> None:
    """Gebhard 2005, «about 20 min»: all but a twentieth of the way, by the default of `mood_home`, whatever the refresh."""
    for refresh in (0.5, 1.0, 20.0):
        mood = 0.6
        for _ in range(round(1_200.0 / refresh)):
            mood = homing(mood, 0.1, math.exp(-math.log(20.0) * refresh / CONSTANTS["mood_home"].default))
        assert mood == pytest.approx(0.1 + 0.5 / 20.0, abs=1e-9)


@pytest.mark.parametrize(("phi", "minutes"), [(0.66, 149.0), (0.69, 170.0)])
def test_what_people_s_states_sampled_by_the_hour_say(phi: float, minutes: float) -> None:
    """Bringmann 2013: ρ φ^lag with a lag of 90 min has the half-life 90 ln 2/(−ln φ), 149 to 170 min, to the two digits of φ."""
    assert 90.0 * math.log(2.0) / -math.log(phi) == pytest.approx(minutes, abs=2.0)
    assert 60.0 * minutes > CONSTANTS["mood_home"].default, "ours is ALMA's, of minutes: docs/mind/mood.md says what that gets wrong"


def half_life(trace: Trace, start: float, end: float) -> float:
    """Of Anna's displeasure, what is felt and the mood together, between two times: as if it fell by one exponential."""

    def ill(seconds: float) -> float:
        step = round(seconds / trace.dt)
        felt = sum(-PAD[word][0] * float_at(trace, step, "feeling", f"ANNA {word}", "FELT") for word in EMOTIONS)
        return felt - float_at(trace, step, "person", "ANNA", "MOOD")

    return (end - start) * math.log(2.0) / math.log(ill(start) / ill(end))


def test_no_single_decay_fits_what_is_felt() -> None:
    """People's feelings last on two time scales at least (Blain & Rutledge 2020; Bringmann 2013): here the half-life of displeasure,
    measured in the second quarter of an hour, is twice that of the first minutes or more."""
    trace = directed(BLOW + without("coping", "new episodes", "ambient mood"), {4.0: "BEN hit ANNA"}, 1_200.0)
    soon, late = half_life(trace, 10.0, 120.0), half_life(trace, 600.0, 1_100.0)
    print(f"half-life of displeasure: {soon:.0f} s at first, {late:.0f} s later")
    assert late > 2.0 * soon
