"""Whose mind the telling keeps to, and the telling as a whole: `prose`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from falter.model.scene import Close, Scene
from falter.narrate.beats import Beat, Closes
from falter.narrate.ordering import in_order
from falter.narrate.phrasebook import Phrasebook, phrasebook
from falter.narrate.prose import Prose, paragraphs
from falter.narrate.reaching import AT_ONCE, told_step
from falter.narrate.teller import Tense, begin
from falter.narrate.telling import tell_all
from falter.narrate.watching import watch

if TYPE_CHECKING:
    from falter.narrate.performed import Performed
    from falter.performance.view import View


def prose(trace: Performed, pov: str | None = None, tense: Tense | None = None, book: Phrasebook | None = None) -> Prose:
    """The performance as prose, close to `pov` throughout, or as the scene's `told` line says.

    Raises ValueError if `pov` is nobody of the scene. Nothing is told that the one it keeps to could not know.
    """
    person = pov or first_mind(trace.scene)
    if person not in {someone.id for someone in trace.scene.people}:
        raise ValueError(f"pov of prose() must be a person of the scene; got {person!r}")
    teller = begin(trace.scene, trace.seed, tense or trace.scene.told.tense, book or phrasebook(), person)
    return paragraphs(tell_all(teller, beats(trace, pov)))


def first_mind(scene: Scene) -> str:
    """Whose mind the telling opens in: as `told` says; else the first person of the scene who is there."""
    for close in scene.told.close:
        if close.after is None:
            return close.person
    return next((person.id for person in scene.people if not person.away), scene.people[0].id if scene.people else "")


def beats(trace: Performed, pov: str | None = None) -> Iterator[Beat]:
    """Everything that might be told, in order, through each mind the telling keeps to in turn."""
    scene = trace.scene
    person, start, first, since = pov or first_mind(scene), 0, True, 0.0
    closes = [] if pov else [close for close in scene.told.close if close.after is not None]
    while True:
        view = trace.view(person)
        until, following, afresh = _turn(trace, view, start, closes, pov)
        yield from in_order(view, watch(view, start, first=first, since=since), until if following is not None else None)
        if following is None:
            step = max(view.steps - 1, 0)
            yield Closes(step, step * view.dt, 0.0, view.here(step) if view.steps else False)
            return
        closes = [close for close in closes if close.person != following]
        person, start, first, since = following, until, False, until * view.dt if afresh else 0.0


def _turn(trace: Performed, view: View, start: int, closes: list[Close], pov: str | None) -> tuple[int, str | None, bool]:
    """When the telling leaves this mind, and for whose: after an act the scene names, if it is perceived; or at its death.

    The last is whether what was under way is over with it: after a death, and after an act that is not told.
    """
    elided = {elision.move for elision in trace.scene.told.elided}
    turns: list[tuple[int, str | None, bool]] = [
        (told_step(event, view.dt) + 1, close.person, event.move in elided)
        for close in closes
        for event in view.events
        if event.move == close.after and not event.cut and start <= told_step(event, view.dt) < view.steps and close.person != view.person
    ]
    death = None if pov else _death(trace, view, start)
    deaths = [(*death, True)] if death and not any(abs(turn[0] - death[0]) <= AT_ONCE for turn in turns) else []
    return min([*turns, *deaths], key=lambda turn: turn[0], default=(view.steps, None, False))


def _death(trace: Performed, view: View, start: int) -> tuple[int, str] | None:
    """The step at which this mind ends while another goes on; someone who leaves takes the telling along."""
    last = next((step for step in range(start, view.steps) if not view.here(step)), None)
    if last is None or not view.dead(last, view.person):
        return None
    minds = [close.person for close in reversed(trace.scene.told.close)] + [person.id for person in trace.scene.people]
    for other in minds:
        if other != view.person and trace.view(other).here(last):
            return last, other
    return None
