"""What stands at the head of an explanation: the first cause, what had opened the act, what it took, and the author's part in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from falter.explain.acts.authored import Authored, authored
from falter.explain.acts.conditions_told import came_true
from falter.explain.acts.happened import since_of
from falter.explain.acts.opening import Opened
from falter.explain.acts.summary import summary
from falter.explain.acts.threshold import Taken
from falter.explain.acts.why import Why
from falter.explain.paragraph import paragraph
from falter.explain.standing import ITSELF
from falter.explain.wording import Place, Wording
from falter.kernel.conditions import TORN
from falter.narrate.timeline import span
from falter.performance.trace import Trace
from falter.tables import columns as at

TOLD_ALREADY: Final = frozenset(("noticed", "recalls", "slips", "here", "came"))
"""Conditions that say no more than what made them true."""
TOLD: Final = 0.1
"""What a threshold was raised or lowered by is told from this share of it on."""


def heading(why: Why, wording: Wording, place: Place) -> list[str]:
    """The head of an explanation, in lines."""
    told = [
        summary(why, wording),
        _opened(why, wording, place),
        *(took_so_much(why.taken, why.trace, wording, place) if why.taken else ()),
        *_author(why, wording, place),
    ]
    return paragraph([*filter(None, told), "In parts of what it took:"])


def _opened(why: Why, wording: Wording, place: Place) -> str:
    """Since when it was open, and by what; or since when it had been coming."""
    opened = why.opened
    if opened is None:
        return f"It had been coming for {span(why.gathered)}."
    return f"It had been open to {wording.pronouns['him']} for {span(why.gathered)}, since {_by(why, opened, wording, place)}."


def _by(why: Why, opened: Opened, wording: Wording, place: Place) -> str:
    """What let it open: a condition, with what happened then if that was lately; what was done, or how long ago."""
    gate, first = opened.gate, why.causes()[0][1]
    event = wording.cause(opened.cause) if opened.cause != ITSELF else ""
    if event and opened.cause == first and gate.word in (*TOLD_ALREADY, "done"):
        return _pointed("then", place(gate.path))
    if gate.atom is not None and gate.word in ("done", "since") and not gate.atom.negated and event:
        past = f"{gate.atom.amount:g} s had gone by after this: " if gate.atom.amount else ""
        return _pointed(f"{past}{event}", place(gate.path))
    lately = since_of(opened.event, why.trace) >= opened.t - why.trace.tables.packed.tf[at.K_CUE_HALF_LIFE]
    told = came_true(gate, why.event, wording)
    more = f": {event}" if event and lately and opened.cause != first else ""
    return f"{_pointed(told, place(gate.path))}{more}" if told else _pointed(more[2:] or "then", place(gate.path))


def _pointed(told: str, line: str) -> str:
    """With the line of the scene behind it, in the brackets that stand there already, if any do."""
    if not line:
        return told
    return f"{told[:-1]}, {line})" if told.endswith(")") else f"{told} ({line})"


def took_so_much(taken: Taken, trace: Trace, wording: Wording, place: Place) -> Iterator[str]:
    """Why it took so much, or so little."""
    raised = {factor.cause[0]: factor.times for factor in taken.raised if factor.times >= 1.0 + TOLD}
    if "lasting" in raised or "torn" in raised:
        conflict = raised.get("torn", 1.0) - 1.0
        reasons = [*(["it cannot be undone"] if "lasting" in raised else []), *([_torn(conflict, trace, wording)] if conflict else [])]
        times = raised.get("lasting", 1.0) * (1.0 + conflict)
        told = ", and ".join(reasons)
        yield f"{told[0].upper()}{told[1:]}: it took {times:.1f} times what a light thing takes."
    for (kind, motive), share in taken.given_up().items():
        if kind == "deadline" and share >= TOLD:
            row = trace.tables.labels["motive"][motive]
            line = place(row.path)
            yield (
                f"Of what it would have taken, {100.0 * share:.0f} % was given up: {_left(taken)} for {wording.labelled(row.label)}"
                f"{f' ({line})' if line else ''}."
            )


def _torn(raised: float, trace: Trace, wording: Wording) -> str:
    """How far he was in conflict over it: torn, as a condition of a line takes the word; or less than that."""
    he, torn = wording.pronouns["he"], raised >= TORN * trace.tables.packed.tf[at.K_KAPPA_C]
    return f"{he} {'were' if he == 'they' else 'was'} {'torn over it' if torn else 'not of one mind'}"


def _left(taken: Taken) -> str:
    return f"only {span(taken.left)} were left" if taken.left >= 1.5 else "there was no time left"


def _author(why: Why, wording: Wording, place: Place) -> Iterator[str]:
    moved = {cause[0] for _, cause, _ in why.causes()}
    for one in authored(why):
        line = place(one.path)
        told = _by_author(one, wording) if one.kind in ("never", "must") or one.kind in moved else ""
        if told:
            yield f"{told}{f' ({line})' if line else ''}."


def _by_author(one: Authored, wording: Wording) -> str:
    him = wording.pronouns["him"]
    if one.kind == "never":
        return f"By then the author had closed to {him} what stood at {100.0 * one.amount:.0f} % of what it takes, {one.move}"
    if one.kind == "must":
        times = f"{one.amount:.0f} performance{'s were' if one.amount != 1.0 else ' was'}"
        return f"The author would have it done: {times} passed over before this one"
    whose = "everything that is done" if one.kind == "theta0" else f"whatever is done by {him}"
    return f"The author has it that {whose} takes only {100.0 * one.amount:.0f} % of what it takes elsewhere"
