"""What happened as something gave way: the act, or what befell somebody, that made a condition true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from falter.diagnostics.source import Path
from falter.explain.acts.causes import OWN, QUIET, Shares
from falter.explain.standing import ITSELF, Cause
from falter.model.conditions import Atom
from falter.model.words import EMOTIONS
from falter.performance.event import Event, Incident
from falter.performance.trace import Trace
from falter.tables import columns as at

WITHIN: Final = frozenset(("feels", "rises", "heart races", "breath short", "hands shake", "torn", "attends"))
"""Conditions of what goes on within, which no incident makes true at once."""
FIRST: Final[dict[str, tuple[str, ...]]] = {
    "noticed": ("arrives", "notices"),
    "noticed by": ("arrives", "notices"),
    "here": ("arrives", "notices"),
    "came": ("arrives",),
    "recalls": ("recalls",),
    "slips": ("slips",),
    "frozen": ("freezes", "thaws"),
    "dark": ("happens",),
    "light": ("happens",),
    "done": ("happens", "later", "arrives"),
    "since": ("happens", "later", "arrives"),
    "its part": ("happens", "later"),
    "sees": ("finds",),
    "thinks": ("finds", "finds gone"),
}
"""Kinds of incident that make a condition true before any act does."""


@dataclass(frozen=True)
class Gate:
    """Something that stood in an act's way until it gave way."""

    word: str
    """A condition word, or one of `BARS`, or "came" where the doer himself was not there."""
    atom: Atom | None
    """The condition, where it was one that the scene's line names."""
    row: int
    """Its row among the atoms; −1 where it is none."""
    path: Path
    """The line it stands on."""
    step: int
    """The first step at whose end it stood in the way no more."""


def since_of(gate: Gate, trace: Trace) -> float:
    """When it gave way; of what must be so long past, when that was, in s."""
    past = gate.atom.amount or 0.0 if gate.atom and gate.word == "since" else 0.0
    return gate.step * trace.dt - past


def happened(trace: Trace, act: int, gate: Gate, felt: dict[int, Shares]) -> Cause:
    """What made it give way; ITSELF where nothing did but time. `felt` is what each emotion of the doer was owed to then."""
    ti = trace.tables.packed.ti
    doer = trace.tables.names.people[ti[ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]].id
    read = _read(trace, gate) or _felt(trace, gate, doer, felt)
    if read is not None:
        return read
    t = since_of(gate, trace)
    befell = [one for one in trace.incidents if abs(one.t - t) < 0.5 * trace.dt and _known(one, doer)]
    for kind in FIRST.get(gate.word, ()):
        for one in befell:
            if one.kind == kind and _fits(one, gate):
                return ("incident", one.index)
    done = [one for one in trace.events if _took_effect(one, t, trace.dt)]
    for of in _likeliest(doer, gate):
        for event in done:
            if of(event):
                return ("act", event.index)
    left = [one for one in befell if one.kind not in QUIET and gate.word not in WITHIN]
    return ("incident", left[0].index) if left else ITSELF


def _read(trace: Trace, gate: Gate) -> Cause | None:
    """Of a condition about what one takes another to mean or to feel: that reading."""
    ti = trace.tables.packed.ti
    if gate.row < 0:
        return None
    row = ti[at.TI_ATOM] + gate.row * at.TI_ATOM_SIZE
    op = ti[row + at.ATOM_OP]
    if op in (at.OP_SUSPECTS, at.OP_BELIEVES, at.OP_DOUBTS) and ti[row + at.ATOM_A] >= 0:
        doubted = (op == at.OP_DOUBTS) != (ti[row + at.ATOM_NEGATED] == 1)
        return ("doubt" if doubted else "reading", ti[row + at.ATOM_A])
    if op == at.OP_SHOWS and ti[row + at.ATOM_B] >= 0:
        return ("face", ti[row + at.ATOM_B] * len(EMOTIONS) + ti[row + at.ATOM_A])
    return None


def _felt(trace: Trace, gate: Gate, doer: str, felt: dict[int, Shares]) -> Cause | None:
    """Of a condition about a feeling of his own: what it was owed to most."""
    ti = trace.tables.packed.ti
    row = ti[at.TI_ATOM] + gate.row * at.TI_ATOM_SIZE
    if gate.word not in ("feels", "rises") or gate.row < 0 or ti[row + at.ATOM_SUBJECT] != trace.tables.names.person[doer]:
        return None
    shares = [one for one in felt.get(ti[row + at.ATOM_A], ()) if one[0] not in OWN]
    return max(shares, key=lambda one: one[1])[0] if shares else None


def _known(one: Incident, doer: str) -> bool:
    return not one.who or doer in one.known_to or doer == one.who


def _fits(one: Incident, gate: Gate) -> bool:
    """Is the incident about what the condition names?"""
    atom = gate.atom
    if atom is None:
        return True
    if gate.word in ("done", "since"):
        return one.kind == "arrives" or one.what == atom.move
    if gate.word in ("noticed", "here") and atom.person is not None:
        return atom.person in (one.who, one.whom)
    return True


def _took_effect(event: Event, t: float, dt: float) -> bool:
    """In the step at whose end it is so; or begun in the one before, by which one is noticed."""
    return not event.cut and (t - dt < event.lands <= t + 0.01 * dt or t - dt <= event.t < t + dt)


def _likeliest(doer: str, gate: Gate) -> tuple[Callable[[Event], bool], ...]:
    """What an act would be that made it so, the likeliest first."""
    if gate.word in ("done", "since") and gate.atom is not None:
        move = gate.atom.move
        return (lambda event: event.move == move,)
    return (
        lambda event: event.who != doer and event.to == doer and doer in event.heard_by,
        lambda event: event.who != doer and doer in event.heard_by,
        lambda event: event.who == doer,
    )
