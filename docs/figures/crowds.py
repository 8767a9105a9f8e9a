"""How soon a group notices somebody, by how many they are: from the very functions of noticing."""

from __future__ import annotations

import altair as alt

from falter.mind.crowd import heads
from falter.mind.noticing import notice_chance, visibility
from falter.model.constants import CONSTANTS


def chart() -> alt.Chart:
    """Chance of having noticed within five seconds, by how many look, at three distances."""
    value = {name: constant.default for name, constant in CONSTANTS.items()}
    rows = []
    for metres in (2.0, 6.0, 12.0):
        seen = visibility(metres, 0.7, value["sight"], value["dim"])
        for n in range(1, 21):
            attention = value["notice_busy"] * heads(float(n), value["crowd_eyes"])
            rows.append({"n": n, "chance": notice_chance(seen, value["notice"], attention, 5.0), "distance": f"{metres:g} m"})
    axes = {"x": alt.X("n:Q", title="how many they are"), "y": alt.Y("chance:Q", title="noticed within 5 s")}
    return alt.Chart(alt.Data(values=rows)).mark_line(point=True).encode(color=alt.Color("distance:N", title=None), **axes)
