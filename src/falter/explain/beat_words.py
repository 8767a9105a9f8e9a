"""What is said of a beat of a performance in one line: who does what, in the author's words; what befalls whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from falter.explain.befell_words import befell
from falter.model.people import Person
from falter.narrate.pronouns import PRONOUN_CASES, name, possessive, several
from falter.narrate.script import plain_words, wording_of
from falter.performance.event import Event, Incident
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.text.inflect import conjugate

LONGEST: Final = 64
"""Letters of what is said or done."""
WORDLESS: Final = (
    ("dwell-on-", "dwells on {his} {what}"),
    ("keep-down-", "keeps down {his} {what}"),
    ("think-again", "tries to see it another way"),
    ("look-away", "looks away"),
)
"""Moves that a scene need not give words to, by how their ids begin."""


def told_of(trace: Trace, beats: Sequence[Event | Incident]) -> str:
    """The weightiest of some beats: `Hux says “Well?”`; "" of none."""
    if not beats:
        return ""
    return act_told(trace, beats[0]) if isinstance(beats[0], Event) else befell_told(trace, beats[0])


def act_told(trace: Trace, event: Event) -> str:
    """`Kylo takes a step into the room`; `Hux says “Well?”`."""
    person = next(one for one in trace.scene.people if one.id == event.who)
    words = shortened(done(trace, event))
    if wording_of(trace.scene, event).kind == "says":
        return f"{name(person)} {_agreeing('begins to say' if event.cut else 'says', person)} “{words}”"
    return f"{name(person)} {words}" + (f", and {_agreeing('is', person)} cut off" if event.cut else "")


def done(trace: Trace, event: Event) -> str:
    """What is said or done, in full: `takes a step into the room`, `dwells on his love`."""
    person = next(one for one in trace.scene.people if one.id == event.who)
    return plain_words(trace.scene, event, trace.seed) or _wordless(event.move, person)


def befell_told(trace: Trace, one: Incident) -> str:
    """`It came back to Kylo: nights`."""
    names = {person.id: name(person) for person in trace.scene.people}
    if one.kind == "recalls":
        return f"{names[one.who]} remembers {memory_of(trace, one)}"
    person = next((person for person in trace.scene.people if person.id == one.who), None)
    what = " ".join(names.get(word, word) for word in (one.what or "").split(" "))
    told = {"who": names.get(one.who, ""), "whom": names.get(one.whom or "", ""), "what": what}
    return befell(one, told, person)


def memory_of(trace: Trace, one: Incident) -> str:
    """A memory by its id, as words: `the errand`; of what was done in the scene: `Hux's words “Well?”`, `the moment when Hux leaves`."""
    tables = trace.tables
    row = [label.label for label in tables.labels["memory"]].index(one.what or "")
    event = trace.si(int(one.t / trace.dt + 0.5))[tables.packed.ti[at.SI_MEMORY] + row * at.SI_MEMORY_SIZE + at.MEMORY_EVENT]
    return _moment(trace, trace.events[event]) if event >= 0 else (one.what or "").replace("-", " ")


def _moment(trace: Trace, event: Event) -> str:
    if wording_of(trace.scene, event).kind != "says":
        return f"the moment when {act_told(trace, event)}"
    person = next(one for one in trace.scene.people if one.id == event.who)
    return f"{possessive(name(person))} words “{shortened(plain_words(trace.scene, event, trace.seed))}”"


def shortened(words: str) -> str:
    """As much as it is known by."""
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def _wordless(move: str, person: Person) -> str:
    begins, words = next((one for one in WORDLESS if move.startswith(one[0])), ("", "does {what}"))
    what = move.removeprefix(begins).replace("-", " ")
    return _agreeing(words, person).format(his=PRONOUN_CASES[person.pronoun]["possessive"], what=what)


def _agreeing(verbs: str, person: Person) -> str:
    return conjugate(verbs, "present", plural=several(person))
