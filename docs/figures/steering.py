"""What is left of a lean by the time the act is done."""

from __future__ import annotations

import altair as alt

from falter.mind.steering import left_of_lean
from falter.model.constants import CONSTANTS
from falter.model.words import STRENGTHS


def chart() -> alt.Chart:
    """The author's share of the threshold, by how long the act has been open."""
    leak = CONSTANTS["leak"].default
    rows = [
        {"s": second, "share": left_of_lean(lean, leak, float(second)), "leans": word}
        for word, lean in STRENGTHS.items()
        for second in range(91)
    ]
    axes = {"x": alt.X("s:Q", title="open for, s"), "y": alt.Y("share:Q", title="author's share")}
    return alt.Chart(alt.Data(values=rows)).mark_line().encode(color=alt.Color("leans:N", sort=list(STRENGTHS)), **axes)
