"""A blow: the distress it brings is soon gone; the mood it leaves takes longer to come and far longer to go."""

from __future__ import annotations

import altair

from falter.mind.feeling import relax
from falter.mind.mood import homing, moved
from falter.model.constants import CONSTANTS
from falter.model.words import EMOTIONS, PAD
from falter.tables.compile import kept

FELT = 0.8
MINUTES = 30


def chart() -> altair.LayerChart:
    """Distress and pleasure over half an hour after a blow, each as a share of its greatest."""
    half_life, centre = EMOTIONS["distress"].half_life, PAD["distress"][0]
    felt, mood = FELT, 0.0
    distress, pleasure = [], []
    for _ in range(60 * MINUTES):
        distress.append(felt)
        pleasure.append(mood)
        if felt >= 0.05:
            mood = moved(mood, felt * centre, abs(mood) > abs(felt * centre), felt, 1.0, default("mood_pull"), default("mood_push"))
        mood = homing(mood, 0.0, 20.0 ** (-1.0 / default("mood_home")))
        felt = relax(felt, 0.0, kept(1.0, half_life), 0.0)
    rows = []
    for name, values in (("distress", distress), ("displeasure of the mood", [-value for value in pleasure])):
        rows += [
            {"minutes": second / 60.0, "of": name, "share": value / max(values)} for second, value in enumerate(values) if second % 10 == 0
        ]
    data = altair.Data(values=rows)
    curves = altair.Chart(data, width=420, height=200).mark_line()
    return altair.layer(
        curves.encode(
            altair.X("minutes:Q", title="min after the blow"),
            altair.Y("share:Q", title="share of its greatest"),
            altair.Color("of:N", title=None),
        )
    )


def default(name: str) -> float:
    """A constant's default."""
    return CONSTANTS[name].default
