"""How soon an arrival is noticed, by distance and by what the other is busy with: from the very functions of noticing."""

from __future__ import annotations

import altair as alt

from falter.mind.noticing import notice_chance, visibility
from falter.model.constants import CONSTANTS


def chart() -> alt.Chart:
    """Chance of having noticed within a second, by metres: at an onset, standing there, and for someone busy."""
    value = {name: constant.default for name, constant in CONSTANTS.items()}
    rows = []
    for tenth in range(1, 601):
        metres = tenth / 10
        seen = visibility(metres, 0.4, value["sight"], value["dim"])
        standing = notice_chance(seen, value["notice"], 1.0, 1.0)
        rows.append({"m": metres, "chance": 1.0 if seen >= value["onset"] else standing, "who": "comes in, seen by one not busy"})
        rows.append({"m": metres, "chance": standing, "who": "stands there"})
        busy = notice_chance(seen, value["notice"], value["notice_busy"], 1.0)
        rows.append({"m": metres, "chance": busy, "who": "comes in, the other busy"})
    axes = {"x": alt.X("m:Q", title="distance, m"), "y": alt.Y("chance:Q", title="noticed within 1 s")}
    return alt.Chart(alt.Data(values=rows)).mark_line().encode(color=alt.Color("who:N", title=None), **axes)
