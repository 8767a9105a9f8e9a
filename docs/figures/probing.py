"""What a probe finds beside a look, and how often it is noticed: draws from the equations of `mind.probing` and `mind.reading`."""

from __future__ import annotations

import altair
import numpy

from docs.figures.shared.faces import accuracy, readings
from falter.mind.probing import certainty, found, noticed_chance
from falter.model.constants import CONSTANTS

COUNT = 4000
FELT = 0.7
CALM = 0.25


def default(name: str) -> float:
    """A constant's default."""
    return CONSTANTS[name].default


def finds(strength: float) -> float:
    """Share of six feelings, felt at .7 beside others felt at half of that, that a probe finds right."""
    draws = numpy.random.default_rng(1).standard_normal((COUNT, 6))
    right = 0
    for row in draws:
        scores = [
            certainty(found(FELT if k == 0 else FELT / 2.0, default("probe_noise"), strength, float(draw)), default("probe_sharp"))
            for k, draw in enumerate(row)
        ]
        right += max(scores) == scores[0] and scores[0] > certainty(CALM, default("probe_sharp"))
    return right / COUNT


def chart() -> altair.HConcatChart:
    """What is found, and what is noticed."""
    strengths = [0.15, 0.4, 0.7, 0.95]
    look = accuracy(readings(1000, bare=("hands", "breath")))
    rows = [{"strength": s, "way": way, "right": value} for s in strengths for way, value in (("probe", finds(s)), ("look", look))]
    rate = [{"strength": s, "noticed": noticed_chance(default("probe_noticed"), s)} for s in strengths]
    strength = altair.X("strength:Q", title="strength of the power", scale=altair.Scale(domain=[0.0, 1.0]))
    left = (
        altair.Chart(altair.Data(values=rows), width=200, height=200)
        .mark_line(point=True)
        .encode(strength, altair.Y("right:Q", title="found right"), altair.Color("way:N", title=None))
    )
    right = (
        altair.Chart(altair.Data(values=rate), width=200, height=200)
        .mark_line(point=True)
        .encode(strength, altair.Y("noticed:Q", title="noticed", scale=altair.Scale(domain=[0.0, 1.0])))
    )
    return altair.hconcat(left, right)
