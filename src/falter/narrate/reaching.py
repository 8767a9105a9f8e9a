"""Which acts are told at all, when, and how far they reached the one who tells: what is known of an act beside the act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from falter.model.moves import Move
from falter.narrate.moves import is_spoken, move_of

if TYPE_CHECKING:
    from falter.performance.event import Event
    from falter.performance.view import View

AT_ONCE: Final = 3
"""Steps between an act and what it does at once: a blow and a death, a last step and the empty door."""
ASIDE: Final = 1.5
"""m within which what is said aside is heard."""
REPLIES: Final = frozenset({"answers", "evades", "agrees", "refuses"})
"""Meaning words of what is said back to somebody."""


def told_step(event: Event, dt: float) -> int:
    """The step at which an act is told: when it takes effect, or when it was cut off."""
    return round((event.ends if event.cut else event.lands) / dt)


def is_told(view: View, event: Event) -> bool:
    """Does the act matter still when it is over? Not one overtaken by its doer's last, silenced by his death, or closed upon."""
    return not (_overtaken(view, event) or _silenced(view, event) or _closed_upon(view, event))


def _overtaken(view: View, event: Event) -> bool:
    """Was it under way when its doer did what cannot be undone, and landed only then? It no longer matters."""
    return any(
        other.who == event.who
        and other.t >= event.t
        and other.lands < event.lands
        and not other.cut
        and move_of(view.scene, other.who, other.move).lasting
        for other in view.events
        if other.index != event.index
    )


def _silenced(view: View, event: Event) -> bool:
    """Was it cut off by its doer's death at another's hand? What he was about to say is not told after the blow."""
    step = told_step(event, view.dt)
    if not event.cut or step >= view.steps or not view.dead(step, event.who):
        return False
    blows = (told_step(other, view.dt) for other in view.events if other.who != event.who and not other.cut)
    return any(blow < step <= blow + AT_ONCE for blow in blows)


def _closed_upon(view: View, event: Event) -> bool:
    """Is it a deed that the close cut off? Its doer is still there, and might have done it: nothing is known of it."""
    step = told_step(event, view.dt)
    if not event.cut or event.ends >= event.lands or step >= view.steps or is_spoken(view.scene, event):
        return False
    return view.here(step) if event.who == view.person else not view.gone(step, event.who) and not view.dead(step, event.who)


def unheard(view: View, move: Move, event: Event, step: int) -> bool:
    """Was it said aside to somebody who was too far off to hear it?"""
    if not move.aside or event.to is None or event.to == view.person or not is_spoken(view.scene, event):
        return False
    distance = view.distance(step, event.to) if any(person.id == event.to for person in view.scene.people) else None
    return distance is not None and distance > ASIDE


def unasked(view: View, move: Move, event: Event) -> bool:
    """Does it answer another, or put him off, whose question this mind did not hear?"""
    if event.to in (None, view.person) or event.who == view.person or meant(move).isdisjoint(REPLIES):
        return False
    asked = (other for other in view.events if other.t < event.t and other.who == event.to and other.to == event.who)
    return not any("asks" in meant(move_of(view.scene, other.who, other.move)) for other in asked)


def meant(move: Move) -> set[str]:
    """The meaning words of a move, in any of its wordings."""
    return {meaning.word for meaning in (*move.means, *(meaning for wording in move.wordings for meaning in wording.means))}
