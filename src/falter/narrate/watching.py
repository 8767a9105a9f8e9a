"""From a view to beats: what one mind perceives, feels and believes, folded step by step into what might be told.

Reads a view and nothing else, and never ahead: the beats of a prefix are a prefix of the beats.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from falter.model.conditions import Condition
from falter.model.moves import Move
from falter.model.people import Person, Words
from falter.model.words import TURNS
from falter.narrate.beats import (
    Acts,
    Beat,
    Freezes,
    Nears,
    Notices,
    Opens,
    Quiet,
    Recalls,
    Rests,
    Sees,
    Silence,
    Within,
)
from falter.narrate.befalling import Befallen, befallings
from falter.narrate.believing import Beliefs, opened, realisings, remains
from falter.narrate.learning import learnings
from falter.narrate.moves import is_averted, move_of
from falter.narrate.reaching import AT_ONCE, is_told, meant, told_step, unasked, unheard
from falter.narrate.slips import slips_between
from falter.narrate.turns import Turned, turns
from falter.narrate.voices import voiced
from falter.text.draws import below

if TYPE_CHECKING:
    from falter.performance.event import Event
    from falter.performance.view import View

LOOK: Final = 0.5
"""s between two looks at what changes by degrees; acts are taken when they happen."""
SUSTAINED: Final = {"thinks": 1.0, "senses": 1.5, "sees": 1.0}
"""s for which a line's condition must have held before it is more than a flicker."""
OFFERED: Final = 4.0
"""s after which a line that still holds is offered again; whether it is told is the teller's business."""
FIRST: Final = 2.0
HELD_BACK: Final = 22.0
"""A line whose condition holds within the first of a telling is held back for the second, two times in three, both in s: or every
performance would open alike."""
AGAIN: Final = 14.0
"""s between two rests of the eye."""
QUIET: Final[dict[Quiet, float]] = {"plain": 6.0, "owing": 4.0, "waiting": 4.5}
"""s without an act that make a silence, at middling conflict."""
SEEN: Final = 30.0
"""m beyond which whoever is noticed was heard."""
REST: Final = 4.0
"""s without an act after which the eye may rest on something; then every `AGAIN` s."""
BELIEFS: Final = ("suspects", "believes", "doubts")
"""Conditions that are no news where they hold from the start."""


class Line(NamedTuple):
    """Since when a line's condition holds, and when it last made a beat, in s; None for not at all."""

    since: float | None = None
    beat: float | None = None


_NEVER: Final = Line()


@dataclass
class Watch:
    """What the fold carries from look to look."""

    start: float = 0.0
    quiet_since: float = 0.0
    silence_told: bool = True
    rested: float = 0.0
    lines: dict[int, Line] = field(default_factory=dict)
    noticed: set[str] = field(default_factory=set)
    beliefs: Beliefs = field(default_factory=Beliefs)
    near_told: set[str] = field(default_factory=set)
    turned: Turned = field(default_factory=Turned)
    frozen: set[int] = field(default_factory=set)
    """Incidents of freezing that have been told."""
    befallen: Befallen = field(default_factory=Befallen)
    minded: int = 0
    """Incidents looked at for what came to mind."""


def watch(view: View, start: int = 0, *, first: bool = True, since: float = 0.0) -> Iterator[Beat]:
    """Beats of a view from step `start` on, in order of time; acts before what they lead to. Acts begun before `since` are over."""
    me = person_of(view)
    state = Watch(start=start * view.dt, quiet_since=start * view.dt, rested=start * view.dt)
    state.turned.told = sum(incident.t < start * view.dt for incident in view.incidents)
    stride = max(1, round(LOOK / view.dt))
    acts = [event for event in view.events if told_step(event, view.dt) >= start and event.t >= since]
    acts = [event for event in acts if is_told(view, event)]
    acts.sort(key=lambda event: (told_step(event, view.dt), not event.cut, event.index))
    done = 0
    for step in range(start, view.steps, stride):
        if step == start:
            yield from _open(view, me, state, start, first)
        while done < len(acts) and told_step(acts[done], view.dt) <= step:
            yield _act(view, state, acts[done])
            yield from voiced(view, me, acts[done])
            done += 1
        yield from turns(view, state.turned, step)
        if not view.here(step):
            continue
        yield from _look(view, me, state, step) if step > start else _first_look(view, me, state, start, first)
    for event in acts[done:]:
        if told_step(event, view.dt) < view.steps and view.here(max(start, told_step(event, view.dt) - AT_ONCE)):
            yield _act(view, state, event)
            yield from voiced(view, me, event)
    last = view.steps - 1
    if last > start and view.here(last):
        yield from remains(view, me, state.beliefs, state.start, last, over=True)


def person_of(view: View) -> Person:
    """The person whose view it is."""
    return next(person for person in view.scene.people if person.id == view.person)


def _open(view: View, me: Person, state: Watch, start: int, first: bool) -> Iterator[Beat]:
    others = tuple(person.id for person in view.scene.people if person.id != me.id and view.noticed(start, person.id))
    state.noticed.update(others)
    state.beliefs = opened(view, me, start)
    yield Opens(start, start * view.dt, view.conflict(start), me.id, first, others)


def _first_look(view: View, me: Person, state: Watch, start: int, first: bool) -> Iterator[Beat]:
    """The room and how one stands in it, where the performance begins; then whoever is seen."""
    if first:
        yield Rests(start, start * view.dt, view.conflict(start), _details(view, start))
        yield Silence(start, start * view.dt, view.conflict(start), "plain", _waits(view, me, start))
    for number, words in enumerate(me.words):
        if any(_mentions(words.when, word) for word in BELIEFS) and view.holds(start, number):
            state.lines[number] = Line(start * view.dt, start * view.dt + 2 * AGAIN)
        if words.kind == "sees" and words.person in state.noticed and view.holds(start, number):
            state.lines[number] = Line(start * view.dt, start * view.dt)
            yield Sees(start, start * view.dt, view.conflict(start), number, words.person or "")


def _act(view: View, state: Watch, event: Event) -> Acts:
    step = min(told_step(event, view.dt), view.steps - 1)
    if not event.inner and not is_averted(view.scene, event.who, event.move):
        state.quiet_since = max(event.ends, event.lands)
        state.silence_told = False
        state.rested = state.quiet_since
    move = move_of(view.scene, event.who, event.move)
    low, aside = unheard(view, move, event, step), unasked(view, move, event)
    return Acts(step, step * view.dt, view.conflict(step), event, _turns(move), move.lasting, low, aside)


def _turns(move: Move) -> bool:
    """Does this act turn the scene?"""
    return move.lasting or not meant(move).isdisjoint(TURNS)


def _look(view: View, me: Person, state: Watch, step: int) -> Iterator[Beat]:
    state.noticed |= state.turned.seen
    yield from _notices(view, state, step)
    yield from learnings(view, me, step, round(LOOK / view.dt))
    yield from slips_between(view, me, step - max(1, round(LOOK / view.dt)), step)
    yield from _freezes(view, me, state, step)
    yield from befallings(view, me, state.befallen, state.start, step)
    yield from realisings(view, me, state.beliefs, step)
    yield from remains(view, me, state.beliefs, state.start, step)
    yield from _comes_to_mind(view, me, state, step)
    yield from _lines(view, me, state, step)
    yield from _quiet(view, me, state, step)


def _notices(view: View, state: Watch, step: int) -> Iterator[Beat]:
    for person in view.scene.people:
        if person.id != view.person and person.id not in state.noticed and view.noticed(step, person.id):
            state.noticed.add(person.id)
            yield Notices(step, step * view.dt, view.conflict(step), person.id, (view.distance(step, person.id) or 0.0) > SEEN)


def _freezes(view: View, me: Person, state: Watch, step: int) -> Iterator[Beat]:
    """The first freezing since the last look, told once a performance by the engine; the author's lines come back as they will."""
    for incident in view.incidents:
        mine = incident.kind == "freezes" and incident.who == view.person and incident.whom is not None
        if mine and incident.index not in state.frozen and state.start <= incident.t <= step * view.dt:
            state.frozen.add(incident.index)
            words = tuple(i for i, line in enumerate(me.words) if _mentions(line.when, "frozen") and view.holds(step, i))
            yield Freezes(step, step * view.dt, view.conflict(step), incident.whom or "", words)


def _comes_to_mind(view: View, me: Person, state: Watch, step: int) -> Iterator[Beat]:
    """What came back since the last look, and what all but happened: each act that did is told of once."""
    now = step * view.dt
    while state.minded < len(view.incidents) and view.incidents[state.minded].t <= now:
        incident = view.incidents[state.minded]
        state.minded += 1
        if incident.who != view.person or incident.what is None or incident.t < state.start:
            continue
        if incident.kind == "recalls":
            yield Recalls(step, now, view.conflict(step), incident.what, view.episode(step, incident.what))
        elif incident.kind == "wavers":
            move = incident.what.split()[1]
            if move not in state.near_told:
                state.near_told.add(move)
                torn = tuple(i for i, words in _thoughts(me) if _mentions(words.when, "torn") and view.holds(step, i))
                yield Nears(step, now, view.conflict(step), move, torn)


def _thoughts(me: Person) -> Iterator[tuple[int, Words]]:
    return ((number, words) for number, words in enumerate(me.words) if words.kind == "thinks")


def _mentions(condition: Condition, word: str) -> bool:
    return any(atom.word == word and not atom.negated for clause in condition.clauses for atom in clause.atoms)


def _lines(view: View, me: Person, state: Watch, step: int) -> Iterator[Beat]:
    now = step * view.dt
    offered = [number for number, words in enumerate(me.words) if words.kind != "waits" and _offers(view, state, words, number, step)]
    if not offered:
        return
    conflict = view.conflict(step)
    for number in _shuffled(view, me, offered, step):
        words = me.words[number]
        if words.kind == "sees":
            yield Sees(step, now, conflict, number, words.person or "")
        else:
            yield Within(step, now, conflict, number)


def _offers(view: View, state: Watch, words: Words, number: int, step: int) -> bool:
    """Has a line's condition held long enough, and was it not offered just now? Notes since when it holds."""
    now, line = step * view.dt, state.lines.get(number, _NEVER)
    seen = words.kind != "sees" or (words.person is not None and view.noticed(step, words.person))
    if not seen or not view.holds(step, number):
        if line.since is not None:
            state.lines[number] = Line(None, line.beat)
        return False
    since = now if line.since is None else line.since
    if since - state.start < FIRST and now - state.start < HELD_BACK and below(3, view.seed, "first", view.person, state.start, number):
        state.lines[number] = Line(since, line.beat)
        return False
    offers = now - since >= SUSTAINED[words.kind] and (line.beat is None or now - line.beat >= OFFERED)
    state.lines[number] = Line(since, now if offers else line.beat)
    return offers


def _shuffled(view: View, me: Person, numbers: list[int], step: int) -> list[int]:
    """Lines in the order they are offered: by chance, those with the narrower condition likelier first."""

    def place(number: int) -> float:
        atoms = min((len(clause.atoms) for clause in me.words[number].when.clauses), default=0)
        return below(1 << 20, view.seed, "line", me.id, step, number) / (1 + atoms)

    return sorted(numbers, key=place) if len(numbers) > 1 else numbers


def _quiet(view: View, me: Person, state: Watch, step: int) -> Iterator[Beat]:
    now, conflict = step * view.dt, view.conflict(step)
    if not state.silence_told:
        kind: Quiet = "owing" if view.owes(step) is not None else "waiting" if view.owed(step) is not None else "plain"
        if (now - state.quiet_since) * view.pace(step) >= QUIET[kind] * (1.25 - 0.5 * conflict):
            state.silence_told = True
            bereft = any(view.dead(step, person.id) for person in view.scene.people if person.id != me.id)
            yield Silence(step, now, conflict, kind, _waits(view, me, step), bereft)
    presses = view.owes(step) is not None or conflict > 0.6
    if now - state.rested >= (AGAIN if presses else REST) and now - state.quiet_since >= REST:
        state.rested = now + AGAIN - REST
        yield Rests(step, now, conflict, _details(view, step))


def _waits(view: View, me: Person, step: int) -> tuple[int, ...]:
    return tuple(i for i, words in enumerate(me.words) if words.kind == "waits" and view.holds(step, i))


def _details(view: View, step: int) -> tuple[int, ...]:
    return tuple(i for i in range(len(view.scene.details)) if view.detail_holds(step, i))
