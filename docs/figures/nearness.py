"""What an order weighs by how near its giver is; what a norm does by how near the one is on whom the deed falls."""

from __future__ import annotations

import altair

from falter.mind.feeling import presence
from falter.mind.nearness import pressed
from falter.model.constants import CONSTANTS


def chart() -> altair.Chart:
    """For a weight of .5 at the start."""
    half = CONSTANTS["presence"].default
    rows = [
        {"metres": step / 4, "weight": pressed(0.5, presence(1.0, step / 4, half), CONSTANTS[name].default), "of": of}
        for name, of in (("authority_near", "an order"), ("victim_near", "a norm"))
        for step in range(49)
    ]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_line()
        .encode(
            x=altair.X("metres:Q", title="m to the one who gave the order, or on whom it falls"),
            y=altair.Y("weight:Q", title="weight"),
            strokeDash=altair.StrokeDash("of:N"),
        )
        .properties(width=440, height=240)
    )
