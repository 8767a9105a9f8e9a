"""Speech under load: how likely a line of four seconds breaks off, by arousal, when little, half and all of it is in the balance."""

from __future__ import annotations

import altair
import numpy

from falter.mind.speech import breaking
from falter.model.constants import CONSTANTS

LINE = 4.0


def chart() -> altair.Chart:
    """Chance of breaking off within a line."""
    rate = CONSTANTS["break_off"].default
    rows = [
        {"arousal": arousal / 50, "conflict": name, "chance": float(1.0 - numpy.exp(-LINE * breaking(arousal / 50, conflict, rate)))}
        for conflict, name in ((0.2, ".2"), (0.5, ".5"), (1.0, "1"))
        for arousal in range(51)
    ]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_line()
        .encode(
            altair.X("arousal:Q", title="arousal"),
            altair.Y("chance:Q", title="chance that four seconds of speech break off"),
            altair.Color("conflict:N", title="conflict"),
        )
    )
