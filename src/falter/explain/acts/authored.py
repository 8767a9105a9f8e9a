"""What the author's hand had to do with an act: a head start, a pace, what was closed or had to be. Each with its line of the scene."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from falter.diagnostics.source import Path
from falter.explain.acts.why import Why
from falter.performance.event import Incident
from falter.performance.trace import Trace

Kind = Literal["leans", "theta0", "tempo", "never", "must"]
NEARLY: Final = 0.5
"""Share of its threshold from which on an act that `never` closed might have been done instead (ours)."""


class Authored(NamedTuple):
    """One thing that the author decided."""

    kind: Kind
    path: Path
    amount: float
    """`leans`: share of the preference; a pace: what thresholds are multiplied by; `never`: how near the act was that it closed, in [0, 1];
    `must`: performances passed over."""
    move: str = ""
    """The act that was closed."""


def authored(why: Why) -> tuple[Authored, ...]:
    """All that the author had to do with an act."""
    return (*_leans(why), *_pace(why), *_closed(why), *_had_to_be(why))


def _leans(why: Why) -> Iterator[Authored]:
    yield from (Authored("leans", part.path, part.share) for part in why.parts if part.kind == "start" and part.share > 0.0)


def _pace(why: Why) -> Iterator[Authored]:
    """What slows or quickens all that is done in the scene, or all that this one does."""
    for factor in why.taken.factors if why.taken else ():
        if factor.cause[0] == "theta0":
            names = [name for name, _ in why.trace.scene.constants]
            yield Authored("theta0", ("constants", names.index("theta0")) if "theta0" in names else (), factor.times)
        elif factor.cause[0] == "tempo":
            yield Authored("tempo", tempo_path(why.trace, factor.cause[1]), factor.times)


def tempo_path(trace: Trace, person: int) -> Path:
    """The line that gives a person's pace: his own, or the scene's."""
    one = trace.tables.names.people[person]
    return ("people", trace.scene.people.index(one), "tempo") if one.tempo != "even" else ("tempo",)


def _closed(why: Why) -> Iterator[Authored]:
    """The nearest act of his that a `never` had closed by then."""
    who, t = why.event.who, why.event.t
    shut = [one for one in why.trace.incidents if one.kind == "barred" and one.who == who and one.t <= t and one.amount >= NEARLY]
    for one in sorted(shut, key=lambda one: -one.amount)[:1]:
        yield Authored("never", never_of(why.trace, one), one.amount, one.what or "")


def never_of(trace: Trace, barred: Incident) -> Path:
    """The `never` that closed what was barred."""
    done = {event.move for event in trace.events if event.lands <= barred.t}
    done |= {one.what or "" for one in trace.incidents if one.kind == "happens" and one.t <= barred.t}
    nevers = enumerate(trace.scene.nevers)
    return next((("nevers", index) for index, never in nevers if never.move == barred.what and never.after in done), ())


def _had_to_be(why: Why) -> Iterator[Authored]:
    """Performances were passed over until there was one with this act."""
    if why.trace.passed_over:
        for index, must in enumerate(why.trace.scene.musts):
            if must.move == why.event.move:
                yield Authored("must", ("musts", index), float(why.trace.passed_over))
