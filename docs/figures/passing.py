"""How a promise that something may still release one from comes to bind as its time nears."""

from __future__ import annotations

import altair as alt

from falter.mind.promise import growing
from falter.model.constants import CONSTANTS


def chart() -> alt.Chart:
    """The share of its weight, by the time left."""
    rise = CONSTANTS["promise_rise"].default
    rows = [{"s": tenth / 10, "share": growing(-tenth / 10, rise)} for tenth in range(-400, 101)]
    axes = {"x": alt.X("s:Q", title="after it falls due, s"), "y": alt.Y("share:Q", title="share of its weight")}
    return alt.Chart(alt.Data(values=rows)).mark_line().encode(**axes)
