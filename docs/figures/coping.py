"""What is left of a fear, and of its display on the face, by each way of coping done again and again."""

from __future__ import annotations

import altair

from falter.mind.coping import braced, lowered
from falter.mind.display import shown
from falter.model.constants import CONSTANTS

FEAR = 0.8
GRIP = 0.5


def chart() -> altair.Chart:
    """The feeling and its display on the face, where half of it is held down by habit."""
    rows = []
    for way in ("holding down", "looking away", "reappraising"):
        felt, grip = FEAR, GRIP
        for times in range(5):
            rows.append({"way": way, "times": times, "of it": "felt", "size": felt})
            rows.append({"way": way, "times": times, "of it": "shown", "size": shown(felt, 0, grip, 0.0)})
            if way == "holding down":
                grip = braced(grip, CONSTANTS["brace"].default)
            else:
                felt = lowered(felt, CONSTANTS["avert" if way == "looking away" else "reappraise"].default)
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_line(point=True)
        .encode(
            x=altair.X("times:Q", title="times", axis=altair.Axis(tickMinStep=1)),
            y=altair.Y("size:Q", title="fear", scale=altair.Scale(domain=[0, 1])),
            color=altair.Color("way:N"),
            strokeDash=altair.StrokeDash("of it:N"),
        )
        .properties(width=440, height=240)
    )
