"""How trust and hurt move with three kindnesses and one blow, from a friend and from a stranger."""

from __future__ import annotations

import altair

from falter.mind.ties import moved, push_of_deed
from falter.model.constants import CONSTANTS, DEEDS
from falter.model.words import TIES

DONE = ("comforts", "comforts", "comforts", "harms", "comforts", "comforts", "comforts")
RATE = CONSTANTS["tie_rate"].default


def chart() -> altair.Chart:
    """Strength of each tie after each deed, for one who trusted the doer at .7 and one who did at .1."""
    words = list(TIES)
    rows = []
    for start in (0.7, 0.1):
        ties = {"trusts": start, "hurt by": 0.0}
        for number in range(len(DONE) + 1):
            rows += [{"deed": number, "tie": tie, "strength": x, "trusted at the start": str(start)} for tie, x in ties.items()]
            if number < len(DONE):
                good, mattered = DEEDS[DONE[number]][0], ties["trusts"]
                ties = {tie: moved(x, push_of_deed(words.index(tie), good, 1.0, mattered), RATE) for tie, x in ties.items()}
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_line(point=True)
        .encode(
            x=altair.X("deed:Q", title="deeds so far (the fourth is a blow, the others kindnesses)", axis=altair.Axis(tickMinStep=1)),
            y=altair.Y("strength:Q", title="strength of the tie", scale=altair.Scale(domain=[0, 1])),
            color=altair.Color("tie:N", title="tie"),
            strokeDash=altair.StrokeDash("trusted at the start:N"),
        )
        .properties(width=440, height=260)
    )
