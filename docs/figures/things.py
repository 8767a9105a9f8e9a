"""Where she will look: the marble, and where each of the two thinks it is, with Sally away and with Sally there."""

from __future__ import annotations

import altair

from docs.figures.shared.marble import FALSE, MOVED, PUT, ROOM, TRUE, played, spot_of

MINDS = {"Sally thinks": ("SALLY", "SALLY"), "Anne thinks": ("ANNE", "ANNE"), "Anne thinks that Sally thinks": ("ANNE", "SALLY")}


def chart() -> altair.Chart:
    """A line a mind, over the performance; a gap where the marble is in somebody's hand."""
    rows = []
    for when, cues in (("Sally is away", FALSE), ("Sally watches", TRUE)):
        trace = played(ROOM, PUT | MOVED | cues, 45)
        for second in range(3, 45):
            for mind, (one, other) in MINDS.items():
                spot = spot_of(trace, one, other, "MARBLE", round(second / trace.dt))
                rows.append({"t": second, "until": second + 1, "when": when, "mind": mind, "spot": spot or "in Anne's hand"})
    return (
        altair.Chart(altair.Data(values=rows), width=260, height=90)
        .mark_bar(height=14)
        .encode(
            altair.X("t:Q", title="story time, s"),
            altair.X2("until:Q"),
            altair.Y("mind:N", title=None, sort=list(MINDS), axis=altair.Axis(labelLimit=240)),
            altair.Color("spot:N", title="the marble is in the", scale=altair.Scale(domain=["basket", "in Anne's hand", "box"])),
            altair.Column("when:N", title=None),
        )
    )
