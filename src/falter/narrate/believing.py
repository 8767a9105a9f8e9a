"""What is wondered grows likely, or does not; and what is left of it at the last. The author's thoughts come first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from falter.model.conditions import Condition
from falter.model.people import Person, Wonder
from falter.narrate.beats import Level, Realises, Remains
from falter.narrate.engine import engine_sentence
from falter.narrate.lines import next_form, tell_line
from falter.narrate.teller import Teller, Told
from falter.text.inflect import base

if TYPE_CHECKING:
    from falter.performance.event import Incident
    from falter.performance.view import View

EVEN: Final = 0.5
DOUBTED: Final = 0.4
LIKELY: Final = 0.6
SURE: Final = 0.9
AFTER: Final = 20.0
"""s after someone has died or left at which what is thought of him at the last is told."""


@dataclass
class Beliefs:
    """What the fold carries: each belief as it was at the last look, the highest it has been, and last readings not told yet."""

    odds: dict[int, float] = field(default_factory=dict)
    highest: dict[int, float] = field(default_factory=dict)
    seen: int = 0
    left: list[Incident] = field(default_factory=list)


def opened(view: View, me: Person, start: int) -> Beliefs:
    """The beliefs as they are where the telling opens."""
    now = {number: view.odds(start, number) for number in range(len(me.wonders))}
    return Beliefs(dict(now), dict(now))


def realisings(view: View, me: Person, state: Beliefs, step: int) -> Iterator[Realises]:
    """Beliefs that have passed even odds or .9 for the first time, or have fallen back."""
    for number, wonder in enumerate(me.wonders):
        if wonder.about == "fact":
            continue
        before, now = state.odds[number], view.odds(step, number)
        state.odds[number] = now
        risen = any(before < mark <= now and state.highest[number] < mark for mark in (EVEN, SURE))
        fallen = before >= DOUBTED > now and state.highest[number] >= EVEN
        if not (risen or fallen):
            continue
        state.highest[number] = max(state.highest[number], now) if risen else now
        yield Realises(step, step * view.dt, view.conflict(step), number, level(now), fallen, _thoughts(view, me, wonder, step))


def remains(view: View, me: Person, state: Beliefs, start: float, step: int, *, over: bool = False) -> Iterator[Remains]:
    """What is left of a tie that was wondered about: a while after its bearer has died or gone, or when all is `over`."""
    now, found = step * view.dt, view.incidents
    while state.seen < len(found) and found[state.seen].t <= now + (view.dt if over else 0.0):
        incident = found[state.seen]
        state.seen += 1
        if incident.kind == "last reading" and incident.who == view.person and incident.whom is not None:
            state.left.append(incident)
    for incident in [one for one in state.left if over or one.t + AFTER <= now]:
        state.left.remove(incident)
        who = incident.whom or ""
        ended = view.dead(step, who) or view.gone(step, who)
        for number, wonder in enumerate(me.wonders):
            fits = wonder.about == "tie" and wonder.person == who and wonder.tie == incident.what
            if fits and (over or incident.t + AFTER >= start):
                words = _thoughts(view, me, wonder, step)
                doubted = incident.amount < DOUBTED
                yield Remains(step, now, view.conflict(step), number, level(incident.amount), doubted, ended, words)


def level(odds: float) -> Level:
    """How a belief is told: above .9 flat, above .6 as seeming, else as perhaps."""
    return "flat" if odds > SURE else "seems" if odds > LIKELY else "perhaps"


def _thoughts(view: View, me: Person, wonder: Wonder, step: int) -> tuple[int, ...]:
    """The person's `thinks` lines that are about this belief and hold."""
    lines = ((number, words) for number, words in enumerate(me.words) if words.kind == "thinks")
    return tuple(number for number, words in lines if _is_about(words.when, wonder) and view.holds(step, number))


def _is_about(condition: Condition, wonder: Wonder) -> bool:
    word = "suspects" if wonder.about == "means" else None
    for clause in condition.clauses:
        for atom in clause.atoms:
            if atom.subject is None and (atom.word == word if word else atom.word in ("believes", "doubts")):
                return True
    return False


def tell_realising(teller: Teller, beat: Realises) -> Told:
    """What was wondered about grows likely, or does not: the author's thought; else what it is; else only that it is seen."""
    told = _own_thought(teller, beat, beat.words)
    if told is not None:
        return told
    wonder = teller.someone(teller.person).wonders[beat.wonder]
    if wonder.person is None:
        return teller, ()
    act = _wondered(teller, wonder)
    if act is not None:
        kind = f"{wonder.about}-{'fading' if beat.fading else beat.level}"
        told = engine_sentence(teller, beat, kind, wonder.person, other=wonder.other, act=act, as_="inside")
    if told is None and wonder.about == "means":
        dawning = "doubts-it" if beat.fading else "half-knows" if beat.level == "perhaps" else "knows-why"
        told = engine_sentence(teller, beat, dawning, teller.person, other=wonder.person, as_="inside")
    return told or (teller, ())


def tell_remaining(teller: Teller, beat: Remains) -> Told:
    """What one is left with: the author's thought; else the engine's sentence, of one who is gone or dead in the tense of what is over."""
    told = _own_thought(teller, beat, beat.words)
    wonder = teller.someone(teller.person).wonders[beat.wonder]
    act = _wondered(teller, wonder)
    if told is not None or act is None or wonder.person is None or not (beat.ended or beat.level != "perhaps"):
        return told or (teller, ())
    kind = f"left-{'not' if beat.doubted else beat.level}" if beat.ended else f"tie-{beat.level}"
    return engine_sentence(teller, beat, kind, wonder.person, other=wonder.other, act=act, as_="inside") or (teller, ())


def _own_thought(teller: Teller, beat: Realises | Remains, words: tuple[int, ...]) -> Told | None:
    for number in words:
        told = tell_line(teller, beat, number) if next_form(teller, number) else None
        if told is not None:
            return told
    return None


def _wondered(teller: Teller, wonder: Wonder) -> str | None:
    """What is wondered about, as words without a doer: `strikes {HUX}`, `loves`; None where the scene's words make no verb."""
    if wonder.about == "tie":
        return wonder.tie if wonder.tie and " " not in wonder.tie and base(wonder.tie) else None
    if wonder.about != "means" or wonder.move is None:
        return None
    verb = wonder.move.split("-")[0]
    if "-" in wonder.move:
        return None
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    people = {person.id for person in teller.scene.people}
    return f"{third} {{{wonder.target}}}" if wonder.target in people else third
