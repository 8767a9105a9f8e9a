"""How hard a look freezes, by how torn someone is, for three degrees of fear."""

from __future__ import annotations

import altair

from falter.mind.freezing import frozen_by
from falter.model.constants import CONSTANTS

AROUSAL = 0.7
STEPS = 50


def chart() -> altair.LayerChart:
    """At an arousal of .7, never stared down before."""
    size = CONSTANTS["freezing"].default
    rows = [
        {"conflict": step / STEPS, "fear": name, "frozen": frozen_by(size, AROUSAL, step / STEPS, fear, 0.0)}
        for name, fear in (("fear .2", 0.2), ("fear .4", 0.4), ("fear .7", 0.7))
        for step in range(STEPS + 1)
    ]
    marks = altair.Chart(altair.Data(values=rows), width=420, height=200).mark_line()
    return altair.layer(
        marks.encode(
            altair.X("conflict:Q", title="conflict C"),
            altair.Y("frozen:Q", title="frozen", scale=altair.Scale(domain=[0, 1])),
            altair.Color("fear:N", title=None),
        )
    )
