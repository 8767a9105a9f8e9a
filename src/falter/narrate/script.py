"""The performance as a screenplay: everything said and done, by everybody, in the present tense. Nothing is left out for anybody's sake."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from falter.model.moves import Utterance
from falter.model.people import Person
from falter.narrate.discourse import in_speech
from falter.narrate.moves import move_of
from falter.narrate.pronouns import name, several
from falter.narrate.speech import cut_short
from falter.narrate.teller import finished
from falter.text.inflect import conjugate
from falter.text.variants import PERSON, vary

if TYPE_CHECKING:
    from falter.model.scene import Scene
    from falter.narrate.performed import Performed
    from falter.performance.event import Event

WIDTH: Final = 64
SPEECH: Final = 36
"""Columns of an action line, and of a speech."""


def script(trace: Performed) -> str:
    """The whole performance as a screenplay."""
    scene = trace.scene
    blocks = [scene.title.upper(), *([finished(scene.place.text).upper()] if scene.place else []), *_cast(scene)]
    speaker: str | None = None
    for event in sorted(trace.events, key=lambda event: (event.t, event.index)):
        wording = wording_of(scene, event)
        text = vary(wording.text, event.use, trace.seed, event.text_id)
        if not text:
            continue
        if wording.kind == "says":
            blocks.append(_speech(scene, event, wording, text, continued=speaker == event.who))
            speaker = event.who
        else:
            blocks.append(textwrap.fill(action(scene, event, text), WIDTH))
            speaker = None if event.who != speaker else speaker
    blocks.append(f"END: {trace.ending.replace('-', ' ').upper()}.")
    return "\n\n".join(blocks)


def wording_of(scene: Scene, event: Event) -> Utterance:
    """The wording an act was done in."""
    move = move_of(scene, event.who, event.move)
    return move.wordings[event.wording] if move.wordings else Utterance(text="")


def plain_words(scene: Scene, event: Event, seed: int) -> str:
    """The words of an act alone: speech as said, a deed in the present tense without its doer, as it agrees with him; people by name."""
    wording = wording_of(scene, event)
    text = in_speech(vary(wording.text, event.use, seed, event.text_id), scene.people)
    doer = next(person for person in scene.people if person.id == event.who)
    return text if wording.kind == "says" else conjugate(text, "present", plural=several(doer))


def action(scene: Scene, event: Event, text: str) -> str:
    """A deed with its doer in capitals: `KYLO takes a step.`"""
    people = {person.id: person for person in scene.people}
    doer = caps(people[event.who])
    told = PERSON.sub(lambda match: caps(people[match[1]]) + ("'s" if match[2] else "") if match[1] in people else match[0], text)
    line = f"{doer} {conjugate(told, 'present', plural=several(people[event.who]))}".rstrip(".")
    notes = ["inwardly"] if event.inner else []
    notes += ["cut off"] if event.cut else []
    return finished(f"{line} ({', '.join(notes)})" if notes else line)


def caps(person: Person) -> str:
    """A person's name as a screenplay has it."""
    return name(person).upper()


def _cast(scene: Scene) -> list[str]:
    here = [f"{caps(person)}, {person.called}" if person.called else caps(person) for person in scene.people if not person.away]
    return [textwrap.fill("; ".join(here) + ".", WIDTH)] if here else []


def _speech(scene: Scene, event: Event, wording: Utterance, text: str, *, continued: bool) -> str:
    people = {person.id: person for person in scene.people}
    heading = caps(people[event.who]) + (" (cont'd)" if continued else "")
    asides = [wording.tone] if wording.tone and wording.tone != "plain" else []
    if event.to in people and sum(not person.away for person in scene.people) > 2:
        asides.insert(0, f"to {name(people[event.to])}")
    text = in_speech(text, scene.people)
    if event.cut:
        text = cut_short(text, (event.ends - event.t) / max(event.lands - event.t, 1e-9)) or "—"
    lines = [" " * 22 + heading, *([" " * 17 + f"({', '.join(asides)})"] if asides else [])]
    return "\n".join([*lines, *textwrap.wrap(text, SPEECH, initial_indent=" " * 12, subsequent_indent=" " * 12)])
