"""A fright of ten seconds: arousal leaps, the heart follows in seconds, breath and hands after it; all are slow to come down."""

from __future__ import annotations

from math import exp

import altair

from falter.mind.body import followed, rate, shaking, wanted
from falter.model.constants import CONSTANTS

SECONDS = 90
FRIGHT = (5, 15)
ROUSED = 0.7


def chart() -> altair.VConcatChart:
    """Heart, breath and hands by the second."""
    arousal, heart, breath, hands = 0.0, default("heart_rest"), default("breath_rest"), 0.0
    rows = []
    for second in range(SECONDS):
        rows.append({"s": second, "heart": heart, "breath": breath, "hands": hands})
        target = wanted(ROUSED if FRIGHT[0] <= second < FRIGHT[1] else 0.0, 0.0, 0.0, 0.0)
        arousal = followed(arousal, target, left("arousal_rise"), left("arousal_fall"))
        heart = followed(heart, rate(arousal, default("heart_rest"), default("heart_peak")), left("heart_lag"), left("heart_lag"))
        breath = followed(breath, rate(arousal, default("breath_rest"), default("breath_peak")), left("breath_lag"), left("breath_lag"))
        hands = followed(hands, shaking(arousal, default("tremor_from")), left("tremor_lag"), left("tremor_lag"))
    data = altair.Data(values=rows)
    panels = []
    for name, title in (("heart", "beats/min"), ("breath", "breaths/min"), ("hands", "shaking")):
        line = altair.Chart(data, width=420, height=90).mark_line()
        panels.append(line.encode(altair.X("s:Q", title="s"), altair.Y(f"{name}:Q", title=title, scale=altair.Scale(zero=name == "hands"))))
    return altair.vconcat(*panels)


def default(name: str) -> float:
    """A constant's default."""
    return CONSTANTS[name].default


def left(name: str) -> float:
    """Share of a gap that is left after a second."""
    return exp(-1.0 / default(name))
