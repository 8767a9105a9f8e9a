"""The inner life of one person beside the prose, as columns of plain text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from falter.model.words import EMOTIONS
from falter.narrate.closeness import prose
from falter.narrate.timeline import clock
from falter.narrate.watching import person_of

if TYPE_CHECKING:
    from falter.model.people import Wonder
    from falter.narrate.performed import Performed
    from falter.narrate.prose import Paragraph
    from falter.performance.view import View

COLUMNS: Final = (("time", 7), ("in mind", 16), ("felt", 21), ("heart", 5), ("nearest", 18), ("thought of others", 28))
TOLD: Final = 56
"""Columns of the prose."""
FELT: Final = 0.1
"""What is felt less than this is left out."""


def inner(trace: Performed, person: str) -> str:
    """What went on in a person at each paragraph of the telling closest to them: time, the motive in mind, the strongest
    feelings, heart beats a minute (and `hands` where they shake), the act nearest its threshold and how near, beliefs about others;
    and the paragraph.
    """
    view = trace.view(person)
    rows = [[heading.ljust(width) for heading, width in COLUMNS]]
    lines = ["  ".join(rows[0]) + "  told"]
    for paragraph in prose(trace, pov=person).paragraphs:
        lines += _block(view, paragraph)
    return "\n".join(line.rstrip() for line in lines)


def _block(view: View, paragraph: Paragraph) -> list[str]:
    step = min(paragraph.sentences[0].step, view.steps - 1)
    cells = [[clock(step * view.dt)], _mind(view, step), _felt(view, step), _body(view, step), _nearest(view, step), _beliefs(view, step)]
    told = textwrap.wrap(str(paragraph), TOLD)
    height = max(len(told), *(len(cell) for cell in cells))
    lines = []
    for row in range(height):
        left = [(cell[row] if row < len(cell) else "")[:width].ljust(width) for cell, (_, width) in zip(cells, COLUMNS, strict=True)]
        lines.append("  ".join(left) + "  " + (told[row] if row < len(told) else ""))
    return [*lines, ""]


def _mind(view: View, step: int) -> list[str]:
    attended = view.attended(step)
    return [attended.motive, *([attended.object] if attended.object else [])]


def _felt(view: View, step: int) -> list[str]:
    felt = sorted(((view.felt(step, emotion), emotion) for emotion in EMOTIONS), reverse=True)
    return [f"{emotion} {strength:.2f}" for strength, emotion in felt[:3] if strength >= FELT]


def _body(view: View, step: int) -> list[str]:
    body = view.body(step)
    return [f"{body.heart:.0f}", *(["hands"] if body.tremor >= FELT else [])]


def _nearest(view: View, step: int) -> list[str]:
    move, share = view.leading(step)
    return [move, f"{share:.0%} there"] if move else []


def _beliefs(view: View, step: int) -> list[str]:
    return [f"{_wonder(wonder)} {view.odds(step, number):.2f}" for number, wonder in enumerate(person_of(view).wonders)]


def _wonder(wonder: Wonder) -> str:
    if wonder.about == "means":
        return f"{wonder.person} means to {wonder.move}"
    if wonder.about == "tie":
        return f"{wonder.person} {wonder.tie} {wonder.other}"
    return wonder.fact or ""
