"""What a voice on a line does to how near someone feels: from the very functions of presence."""

from __future__ import annotations

import altair as alt

from falter.mind.feeling import presence
from falter.mind.line import felt_distance
from falter.model.constants import CONSTANTS


def chart() -> alt.Chart:
    """Share of a tie's feeling that is kept up, by metres, without a line and with one."""
    near, half = CONSTANTS["line_near"].default, CONSTANTS["presence"].default
    rows = [
        {"m": metres / 2, "share": presence(1.0, felt_distance(metres / 2, carried, near), half), "line": line}
        for line, carried in (("none", 0.0), ("carries the voice whole", 1.0), ("carries it somewhat", 0.4))
        for metres in range(121)
    ]
    axes = {"x": alt.X("m:Q", title="distance, m"), "y": alt.Y("share:Q", title="share of the tie's feeling kept up")}
    return alt.Chart(alt.Data(values=rows)).mark_line().encode(color=alt.Color("line:N", title="a line that"), **axes)
