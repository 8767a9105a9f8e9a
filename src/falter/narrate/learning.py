"""Beats of learning: a fact grown certain, a lie seen through, something overheard; and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from falter.model.conditions import Condition
from falter.model.people import Person
from falter.narrate.beats import Learning, Learns
from falter.narrate.engine import engine_sentence
from falter.narrate.lines import next_form, tell_line
from falter.narrate.teller import Teller, Told

if TYPE_CHECKING:
    from falter.performance.event import Incident
    from falter.performance.view import View

ABOUT_FACTS: Final = frozenset({"knows", "suspects", "believes", "doubts", "sees", "thinks"})


def learnings(view: View, me: Person, step: int, stride: int) -> Iterator[Learns]:
    """What the person learned in the `stride` steps up to this one."""
    for incident in view.incidents:
        kind = _kind(incident) if incident.who == me.id else None
        known = kind == "sees-through" and incident.what in me.knows
        if kind is None or known or incident.what is None or not step - stride < round(incident.t / view.dt) <= step:
            continue
        words = tuple(
            number
            for number, line in enumerate(me.words)
            if line.kind == "thinks" and _is_about(line.when, incident.what) and view.holds(step, number)
        )
        yield Learns(step, step * view.dt, view.conflict(step), kind, incident.whom if incident.whom != me.id else None, words)


def _kind(incident: Incident) -> Learning | None:
    if incident.kind == "learns":
        return "learns-so" if incident.amount > 0.5 else "learns-not"
    if incident.kind in ("finds", "finds gone"):
        return "finds" if incident.kind == "finds" else "finds-gone"
    return "sees-through" if incident.kind == "sees through" else "overhears" if incident.kind == "overhears" else None


def _is_about(condition: Condition, fact: str) -> bool:
    return any(atom.word in ABOUT_FACTS and atom.name == fact and not atom.negated for clause in condition.clauses for atom in clause.atoms)


def tell_learning(teller: Teller, beat: Learns) -> Told:
    """The author's thought about the fact if there is one, else the engine's sentence."""
    for number in beat.words:
        told = tell_line(teller, beat, number) if next_form(teller, number) else None
        if told is not None:
            return told
    return engine_sentence(teller, beat, beat.kind, teller.person, other=beat.other, as_="inside") or (teller, ())
