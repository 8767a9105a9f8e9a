"""Which of the things that brought an act about stand in what is told of it."""

from __future__ import annotations

from falter.explain.acts.heading import TOLD as GIVEN_UP
from falter.explain.acts.why import Part, Why
from falter.explain.acts.why_told import few_of, joined, shown_of
from falter.explain.standing import ITSELF, Cause
from falter.explain.wording import PACE


def is_shown(why: Why, part: Part | None, cause: Cause) -> bool:
    """Does a cause stand there where one does not ask for all? What opened it, and what was given up of its threshold, stand above."""
    shown = shown_of(why.parts)
    if cause == ITSELF:
        return part in shown
    if cause[0] == "deadline":
        return why.taken is not None and why.taken.given_up().get(cause, 0.0) >= GIVEN_UP
    if cause[0] in PACE or (why.opened is not None and cause == why.opened.cause):
        return True
    return any(cause == one.ways[0].cause for each in shown for one in few_of(joined(each.behind)))
