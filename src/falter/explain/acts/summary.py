"""Why somebody did something in a sentence or two: what came first, what else spoke for it, what stood against it, and what luck did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from falter.explain.acts.why import Part, Why
from falter.explain.standing import Cause
from falter.explain.wording import Wording

MUCH: Final = 0.1
"""Share of what it took from which on a motive has its place in the sentence."""
BESIDE: Final = 0.25
"""Of the strongest motive's share, what another must have to stand beside it."""
BY_LUCK: Final = "it was luck, that it came just then"
NOUNS: Final = frozenset(("deadline", "theta0", "tempo"))
"""Causes that are told by a noun."""
HAND: Final = 0.25
"""Share of what it took from which on luck is said to have had a hand in it."""


def summary(why: Why, wording: Wording) -> str:
    """`First of all his love of Hux; beside it, his fear of Snoke; against it stood what Hux did to him. Luck was against it too.`"""
    part, cause, _ = why.causes()[0]
    spoke, stood = spoke_for(why.parts), stood_against(why.parts)
    told = f"First of all {of_itself(part, wording) if part else _cause(why, cause, wording)}"
    others = [one for one in spoke if one != part]
    if others:
        beside = "beside it," if part in spoke else f"what drew {wording.pronouns['him']} to it was"
        told += f"; {beside} {_listed(others, wording)}"
    if stood:
        told += f"; against it stood {_listed(stood, wording)}"
    return f"{told}.{_luck(why, part)}"


def of_itself(part: Part, wording: Wording) -> str:
    """What came first, where that was no more than the part itself: a motive, or luck."""
    return BY_LUCK if part.kind == "chance" else wording.motive(part)


def undecided(why: Why) -> str:
    """How an act came to be done that nothing decided, in words."""
    return "it was done, as was asked of the performance" if why.asked_for else "it slipped out, for no reason"


def _cause(why: Why, cause: Cause, wording: Wording) -> str:
    """What is told in a sentence of its own is announced; what comes first because it opened the act, as that."""
    if why.followed_on and why.opened is not None and why.opened.cause == cause:
        return f"this made it possible: {wording.cause(cause)}"
    return ("" if cause[0] in NOUNS else "this: ") + wording.cause(cause)


def spoke_for(parts: Iterable[Part]) -> list[Part]:
    """The motives that the sentence says spoke for it."""
    return _weighty([one for one in parts if one.motive >= 0 and one.share > 0.0])


def stood_against(parts: Iterable[Part]) -> list[Part]:
    """The motives that the sentence says stood against it."""
    return _weighty([one for one in parts if one.motive >= 0 and one.share < 0.0])


def _weighty(parts: list[Part]) -> list[Part]:
    """The strongest of some motives, and what may stand beside it."""
    ordered = sorted(parts, key=lambda one: -abs(one.share))
    least = max(MUCH, BESIDE * abs(ordered[0].share)) if ordered else 0.0
    return [one for one in ordered[:2] if abs(one.share) >= least]


def _listed(parts: list[Part], wording: Wording) -> str:
    return ", and ".join(wording.motive(one) for one in parts)


def _luck(why: Why, first: Part | None) -> str:
    """What luck did, where that was much and is not said yet."""
    share = next((one.share for one in why.parts if one.kind == "chance"), 0.0)
    if (first is not None and first.kind == "chance") or abs(share) < HAND:
        return ""
    return " Luck had a hand in it." if share > 0.0 else " Luck was against it."
