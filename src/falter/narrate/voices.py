"""What is heard in a voice beside the words, told right after them: the tone under the tone, and speech that breaks off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from falter.model.looks import LOOKS
from falter.model.people import Person
from falter.narrate.beats import Sounds
from falter.narrate.engine import engine_sentence
from falter.narrate.lines import emotions, next_form, tell_line, too_soon
from falter.narrate.teller import Teller, Told

if TYPE_CHECKING:
    from falter.performance.event import Event
    from falter.performance.view import View


def voiced(view: View, me: Person, event: Event) -> Iterator[Sounds]:
    """What was heard in this act's voice, as far as the one who is told close to knows of it."""
    for incident in view.incidents:
        if incident.who != event.who or incident.kind not in ("undertone", "falters"):
            continue
        begins = incident.kind == "undertone" and abs(incident.t - event.t) <= 1.5 * view.dt
        breaks = incident.kind == "falters" and event.cut and abs(incident.t - event.ends) <= 1.5 * view.dt
        if not (begins and not event.cut) and not breaks:
            continue
        step = min(round((event.ends if event.cut else event.lands) / view.dt), view.steps - 1)
        family = incident.what if begins else None
        words = tuple(
            number
            for number, line in enumerate(me.words)
            if family is not None
            and line.kind == "sees"
            and line.person == incident.who
            and any(family in LOOKS[emotion] for emotion in emotions(line.when))
            and view.holds(step, number)
        )
        yield Sounds(step, step * view.dt, view.conflict(step), incident.who, family, event.index, words)


def tell_sound(teller: Teller, beat: Sounds) -> Told:
    """The author's line for what shows of it, else the engine's; one's own undertone one doesn't hear."""
    for number in beat.words:
        told = tell_line(teller, beat, number) if next_form(teller, number) and not too_soon(teller, number) else None
        if told is not None:
            return told
    spoke = teller.last == "speech" and teller.speech is not None and teller.speech.event == beat.act
    if not spoke or (beat.family is not None and beat.who == teller.person):
        return teller, ()
    kind = "breaks-off" if beat.family is None else f"under-{beat.family}"
    return engine_sentence(teller, beat, kind, beat.who) or (teller, ())
