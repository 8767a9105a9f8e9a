"""Slips told: what got away from someone, as the one who is told close to saw it, or felt it get away from himself.

The author's words first: a `sees` line about that feeling for another's slip, a `senses` line for one's own; else the phrasebook's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from falter.model.looks import LOOKS
from falter.model.people import Person
from falter.model.words import EMOTION_ALIASES
from falter.narrate.beats import Slips
from falter.narrate.engine import engine_sentence
from falter.narrate.lines import emotions, next_form, tell_line, too_soon
from falter.narrate.teller import Teller, Told

if TYPE_CHECKING:
    from falter.performance.view import View


def slips_between(view: View, me: Person, before: int, step: int) -> Iterator[Slips]:
    """The slips that this one knows of, from after the step of the last look to that of this one."""
    for incident in view.incidents:
        if incident.kind == "slips" and before < round(incident.t / view.dt) <= step and incident.what and incident.channel:
            own = incident.who == view.person
            kind = "senses" if own else "sees"
            words = tuple(
                number
                for number, line in enumerate(me.words)
                if line.kind == kind
                and (own or line.person == incident.who)
                and EMOTION_ALIASES.get(incident.what, incident.what) in emotions(line.when)
                and view.holds(step, number)
            )
            yield Slips(step, step * view.dt, view.conflict(step), incident.who, incident.what, incident.channel, words)


def tell_slip(teller: Teller, beat: Slips) -> Told:
    """The author's line for it; else the engine's for this channel and what it looked like; else for this channel."""
    for number in beat.words:
        told = tell_line(teller, beat, number) if next_form(teller, number) and not too_soon(teller, number) else None
        if told is not None:
            return told
    if beat.who == teller.person:
        return engine_sentence(teller, beat, f"own-slip-{beat.channel}", beat.who, as_="inside") or (teller, ())
    looks = LOOKS[beat.emotion]
    family = max(looks, key=lambda one: looks[one])
    for kind in (f"slip-{beat.channel}-{family}", f"slip-{beat.channel}"):
        told = engine_sentence(teller, beat, kind, beat.who, as_="sight")
        if told is not None:
            return told
    return teller, ()
