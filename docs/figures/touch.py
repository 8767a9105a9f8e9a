"""What a touch leaves of a fear, by how welcome it is."""

from __future__ import annotations

import altair

from falter.mind.touch import eased
from falter.model.constants import CONSTANTS

FEAR = 0.8


def chart() -> altair.Chart:
    """Fear of .8 after one, two and three touches."""
    rows = []
    for step in range(21):
        left, welcome = FEAR, step / 20
        for touches in range(1, 4):
            left = eased(left, welcome, CONSTANTS["touch"].default)
            rows.append({"welcome": welcome, "fear": left, "touches": str(touches)})
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_line()
        .encode(
            x=altair.X("welcome:Q", title="how welcome the touch is"),
            y=altair.Y("fear:Q", title="what is left of a fear of .8", scale=altair.Scale(domain=[0, 1])),
            color=altair.Color("touches:N"),
        )
        .properties(width=440, height=240)
    )
