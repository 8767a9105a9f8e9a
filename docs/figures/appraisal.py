"""A good that was half expected: what the news of it brings, by how likely it makes it."""

from __future__ import annotations

import altair

from falter.mind.appraisal import NOBODY, appraised
from falter.model.words import EMOTIONS

BEFORE = 0.5
STEPS = 40


def chart() -> altair.HConcatChart:
    """Every emotion felt at a good, and at an ill, of weight .8, as its likelihood comes to lie anywhere between none and all."""
    return altair.hconcat(panel(0.8, "a good"), panel(-0.8, "an ill"))


def panel(d: float, title: str) -> altair.Chart:
    """One of the two."""
    rows = []
    for step in range(STEPS + 1):
        after = step / STEPS
        found = appraised(d, BEFORE, after, BEFORE, True, 0.0, NOBODY, 0.0, 0.0)
        rows += [{"after": after, "emotion": name, "felt": amount} for name, amount in zip(EMOTIONS, found, strict=False) if amount > 0.0]
    marks = altair.Chart(altair.Data(values=rows), width=230, height=220, title=title).mark_point(filled=True)
    return marks.encode(
        altair.X("after:Q", title="likelihood after the news"),
        altair.Y("felt:Q", title="intensity", scale=altair.Scale(domain=[0, 0.5])),
        altair.Color("emotion:N", title=None),
    )
