"""Law 11: an emotion halves in its half-life, and the mood it leaves outlasts it. No chance is in it: the acts are given.

Nobody catches what the other feels here, nor thinks back on it: that is what other laws are about.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from falter.model.words import EMOTIONS
from falter.performance import Trace
from tests.performing import BLOW, directed, float_at, without

SECONDS = 1200.0


@cache
def after_a_blow() -> Trace:
    return directed(BLOW + without("coping", "new episodes", "ambient mood"), {4.0: "BEN hit ANNA"}, SECONDS)


def felt(emotion: str, seconds: float) -> float:
    trace = after_a_blow()
    return float_at(trace, round(seconds / trace.dt), "feeling", f"ANNA {emotion}", "FELT")


def displeasure(seconds: float) -> float:
    trace = after_a_blow()
    return -float_at(trace, round(seconds / trace.dt), "person", "ANNA", "MOOD")


@pytest.mark.parametrize("emotion", ["distress", "anger"])
def test_an_emotion_halves_in_its_half_life(emotion: str) -> None:
    """Within a thousandth, over three half-lives; the blow falls by 8 s."""
    half_life = EMOTIONS[emotion].half_life
    values = [felt(emotion, 10.0 + k * half_life) for k in range(4)]
    print(emotion, [round(value, 4) for value in values])
    assert values[0] > 0.2
    for before, after in pairwise(values):
        assert after / before == pytest.approx(0.5, abs=1e-3)


def test_a_mood_outlasts_every_emotion_that_made_it() -> None:
    """Of its greatest, ten minutes on, at least twice as large a share of the mood is left as of any emotion felt."""
    times = [float(second) for second in range(10, 1100, 10)]
    mood = [displeasure(second) for second in times]
    greatest = times[mood.index(max(mood))]
    left = displeasure(600.0) / max(mood)
    print(f"mood: greatest {max(mood):.3f} at {greatest:.0f} s; share left at 10 min {left:.2f}")
    assert max(mood) > 0.05
    assert greatest > 60.0
    for emotion in EMOTIONS:
        peak = max(felt(emotion, second) for second in times)
        if peak > 0.05:
            share = felt(emotion, 600.0) / peak
            print(f"{emotion}: greatest {peak:.2f}, share left at 10 min {share:.3f}")
            assert left > 2.0 * share


def test_a_mood_is_home_in_about_twenty_minutes() -> None:
    """A mood of one's own making, nothing felt: a twentieth is left after the twenty minutes (Gebhard 2005), within a hundredth."""
    trace = after_a_blow()
    kept = trace.tables.packed.tf[trace.tables.packed.ti[_at("TF_RUN")] + _at("RUN_HOMING")]
    assert kept**SECONDS == pytest.approx(0.05, abs=0.01)


def _at(name: str) -> int:
    from falter.tables import columns

    return int(getattr(columns, name))
