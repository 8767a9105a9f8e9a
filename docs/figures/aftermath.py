"""Remorse added by the tie that was broken and by how close the decision was."""

from __future__ import annotations

import altair

from falter.mind.aftermath import close_remorse
from falter.model.constants import CONSTANTS


def chart() -> altair.Chart:
    """For the gravest ill, at four strengths of the tie."""
    scale = CONSTANTS["remorse_conflict"].default
    rows = [
        {"conflict": step / 20, "remorse": close_remorse(1.0, tie, step / 20, scale), "tie": f"{tie:g}"}
        for tie in (0.0, 0.4, 0.7, 0.95)
        for step in range(21)
    ]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_line()
        .encode(
            x=altair.X("conflict:Q", title="how torn he was when he began it, C"),
            y=altair.Y("remorse:Q", title="remorse beside what the deed alone brings"),
            color=altair.Color("tie:N", title="loved"),
        )
        .properties(width=440, height=240)
    )
