"""What a word does: how far it moves a hearer by trust, and how often a lie is caught by how much it gives away."""

from __future__ import annotations

import altair
import numpy

from falter.mind.telling import given_away, moved, taken_at_word, weight_of_word
from falter.model.constants import CONSTANTS
from falter.numeric.arithmetic import normal_cdf


def chart() -> altair.HConcatChart:
    """Odds after one word by the odds before, for four hearers; shares of truths and lies judged right, by the leak."""
    hearers = {"trusts him": (0.7, 0.0), "does not know him": (0.0, 0.0), "hates him": (0.0, 0.7), "hates him wholly": (0.0, 1.0)}
    told = [
        {"before": before, "after": moved(before, weight_of_word(taken_at_word(default("credit"), *ties), 0.0, 1.0)), "hearer": hearer}
        for hearer, ties in hearers.items()
        for before in numpy.linspace(0.001, 0.999, 80).tolist()
    ]
    left = (
        altair.Chart(altair.Data(values=told), width=230, height=220)
        .mark_line()
        .encode(
            altair.X("before:Q", title="odds before he says so"),
            altair.Y("after:Q", title="odds after"),
            altair.Color("hearer:N", title="the hearer", sort=list(hearers)),
        )
    )
    right = (
        altair.Chart(altair.Data(values=caught()), width=230, height=220)
        .mark_line()
        .encode(
            altair.X("leak:Q", title="what a lie gives away (deviations)"),
            altair.Y("right:Q", title="judged right", scale=altair.Scale(domain=[0.3, 1.0])),
            altair.Color("what:N", title=None),
        )
    )
    people = altair.Data(values=[{"leak": 0.2, "right": 0.61}, {"leak": 0.2, "right": 0.47}])
    points = altair.Chart(people).mark_point(color="black").encode(altair.X("leak:Q"), altair.Y("right:Q"))
    return altair.hconcat(left, right + points).resolve_scale(color="independent")


def caught() -> list[dict[str, float | str]]:
    """Shares judged right by a hearer who has been told that half of it is lies (credit .509)."""
    rows: list[dict[str, float | str]] = []
    for leak in numpy.linspace(0.05, 2.0, 60).tolist():
        lean = weight_of_word(0.509, given_away(0.0, leak), 1.0)
        cut = lean / leak  # the manner at which odds of ½ stay where they are
        rows.append({"leak": leak, "right": float(normal_cdf(cut)), "what": "truths"})
        rows.append({"leak": leak, "right": float(1.0 - normal_cdf(cut - leak)), "what": "lies"})
    return rows


def default(name: str) -> float:
    """A constant's default."""
    return CONSTANTS[name].default
