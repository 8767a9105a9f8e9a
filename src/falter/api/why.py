"""Why somebody did something: the facade over `explain`."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from falter.api.asked import Time, time_in, time_of
from falter.diagnostics.nearest import offer
from falter.explain.acts import whynot_told as absence
from falter.explain.acts.why import Why, why
from falter.explain.acts.why_told import record, told
from falter.explain.acts.whynot import WhyNot, nearest_of
from falter.explain.changes.removing_told import FIRST, TakenAway
from falter.explain.wording import Place
from falter.explore.lines import Lines
from falter.narrate.timeline import clock
from falter.tables import columns
from falter.tables.act_names import NoSuchActError, is_called, rows_called

if TYPE_CHECKING:
    from falter.api.run import Run
    from falter.diagnostics.unfit import UnfitError
    from falter.explain.changes.removing import Without
    from falter.performance.event import Event

ABOUT = 0.5
"""s: an act no farther from the time asked about is the one that is meant."""
NEAREST = 3
"""Acts that are offered in place of one that was not done."""


GONE = {1: "is not there yet", 2: "has left", 3: "is dead"}
"""What has become of one who is not there, by what the engine calls it."""


@dataclass(frozen=True)
class Explanation:
    """Why one act of a performance was done."""

    why: Why
    place: Place
    """The line of a record of the scene, as told to a person."""

    @property
    def event(self) -> Event:
        """The act."""
        return self.why.event

    def told(self, everything: bool = False) -> str:
        """What spoke for it and against it, in some ten lines, or all of it."""
        return told(self.why, self.place, everything)

    def record(self, everything: bool = False) -> dict[str, Any]:
        """As plain values; what was behind the causes only if everything is asked for."""
        return record(self.why, everything)

    def without(self, which: int = 0) -> Without | None:
        """The performance without one of the things that `why.causes()` lists, by its place there, under the same luck.

        None for what cannot be taken away. Raises IndexError for a place beyond them.
        """
        from falter.explain.changes.removing import without

        return without(self.why, *self.why.causes()[which])

    def tested(self, most: int = FIRST) -> TakenAway:
        """What comes of the act without each of the first things that spoke for it, at most so many, of those that `told()` names."""
        from falter.explain.acts.shown import is_shown
        from falter.explain.changes.removing import taken_away

        return TakenAway(self.why, tuple(taken_away(self.why, most, is_shown)))

    def __repr__(self) -> str:
        return f"<Explanation of {self.event.who} {self.event.move} at {clock(self.event.t)}>"

    def _repr_html_(self) -> str:
        from falter.explain.acts.notebook import why_html

        return why_html(self.why, self.place)


@dataclass(frozen=True)
class Absence:
    """Why an act that a performance might have had was not done in it."""

    why: WhyNot
    place: Place

    def told(self, everything: bool = False) -> str:
        """What kept it shut; or how near it came, and what held it back."""
        return absence.told(self.why, self.place, everything)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        return absence.record(self.why)

    def __repr__(self) -> str:
        return f"<Absence of {self.why.label}>"

    def _repr_html_(self) -> str:
        from falter.explain.acts.notebook import whynot_html

        return whynot_html(self.why, self.place)


def missing(run: Run, act: str, at: Time | None = None) -> Absence:
    """Why an act was not done, or not at a time, in s. Raises NoSuchActError where nobody may do it, or it was done (then)."""
    at = None if at is None else time_in(run, at, NoSuchActError)
    labels = [row.label for row in run.trace.tables.labels["act"]]
    rows = rows_called(labels, _named(act, "why_not"))
    done = [
        event
        for event in run.events
        if is_called((event.who, event.move, event.to or ""), act) and (at is None or event.t - ABOUT <= at <= event.ends)
    ]
    if done:
        raise NoSuchActError(
            f"names what was done, at {clock(done[0].t)}: `{act}`", f'ask why it was: `--act "{act}"`, or `why("{act}")` in Python'
        )
    if not rows:
        raise NoSuchActError(
            f"names nothing that anybody may do: `{act}`", likely(act, [*run.trace.tables.names.move, *labels], "write a move")
        )
    return Absence(nearest_of(run.trace, rows, at), places_of(run))


def explained(run: Run, act: str | None, at: Time | None) -> Explanation:
    """Why an act was done: the one of that name, at that time, or both. Raises NoSuchActError with the nearest."""
    if act is None and at is None:
        raise NoSuchActError("is not said, nor a time", 'say which act: `why("strike")`, or when it was begun: `why(at=112.0)`')
    at = None if at is None else time_of(at, NoSuchActError, "at")
    return Explanation(why(run.trace, chosen(run, None if act is None else _named(act), at)), places_of(run))


def _named(act: object, asked: str = "why") -> str:
    """The name of an act. Raises TypeError for what is none."""
    if not isinstance(act, str):
        of_time = f"; of what was begun at a time ask `why(at={act})`" if asked == "why" else ""
        raise TypeError(f'an act is a name, as in `{asked}("strike")`; got {act!r}{of_time}')
    return act


def places_of(run: Run) -> Place:
    """Where the lines of the scene stand; nowhere, if its text is not at hand."""
    if run.source is None:
        return lambda _path: ""
    return Lines(run.trace.scene, run.trace.tables.places, run.source).told


def while_there(run: Run, person: str, t: float, error: type[UnfitError]) -> None:
    """Raises the error where somebody is not there at a time of the performance, in s: he is dead, or has left, or has not come yet."""
    presence, dt = _presence(run, person), run.trace.dt
    there, how = steps_there(run, person, error), presence[min(round(t / dt), len(presence) - 1)]
    if how != 0:
        when = f"write a time from {clock(there[0] * dt)} to {clock(there[-1] * dt)}"
        raise error(f"is a time when {person} {GONE[how]}: {clock(t)}", when, "at")


def steps_there(run: Run, person: str, error: type[UnfitError]) -> list[int]:
    """The steps in which somebody was there. Raises the error where he never was."""
    there = [step for step, how in enumerate(_presence(run, person)) if how == 0]
    if not there:
        raise error(f"asks about {person}, who is never there", "ask about somebody else")
    return there


def _presence(run: Run, person: str) -> list[int]:
    """Where somebody was at each step: 0 here, else as in `GONE`."""
    tables = run.trace.tables
    cell = tables.packed.ti[columns.SI_PERSON] + tables.names.person[person] * columns.SI_PERSON_SIZE + columns.PERSON_PRESENCE
    return [run.trace.si(step)[cell] for step in range(run.trace.steps)]


def chosen(run: Run, act: str | None, at: float | None, of: str = "at") -> Event:
    """The act that is meant: `strike` or `KYLO strike HUX`, the first of that name; with a time, the one begun then. Raises NoSuchActError,
    `of` the argument that the time is from."""
    named = [event for event in run.events if act is None or is_called((event.who, event.move, event.to or ""), act)]
    if not named:
        raise _not_done(run, act) if act is not None else _nothing_done(of)
    if at is None:
        return named[0]
    nearest = sorted(named, key=lambda event: abs(event.t - at))
    if abs(nearest[0].t - at) > ABOUT:
        raise NoSuchActError(
            f"is no time when {f'`{act}`' if act else 'anything'} was begun: {clock(at)}",
            f"nearest: {_offered(nearest[:NEAREST])}{_of_the_lull(run, at) if of == 'at' else ''}",
            of,
        )
    return nearest[0]


def _nothing_done(of: str) -> NoSuchActError:
    if of == "without_events":
        return NoSuchActError("is to cut an act short, and nobody did anything", "have something done: `--as-if`, or `as_if` in Python", of)
    return NoSuchActError(
        "asks about an act, and nobody did anything",
        "ask why nobody did: `--lull longest`, or `why_nothing` in Python; or why one act was not done: `--not`, or `why_not`",
        of,
    )


def _not_done(run: Run, act: str) -> NoSuchActError:
    """What is asked about was not done, though it might have been; or is nothing that there is."""
    if rows_called([row.label for row in run.trace.tables.labels["act"]], act):
        return NoSuchActError(f"names what was not done: `{act}`", f'ask why it was not: `--not "{act}"`, or `why_not("{act}")` in Python')
    return NoSuchActError(
        f"names nothing that was done: `{act}`", likely(act, [*_names(run), *run.trace.tables.names.move], "there were no acts")
    )


def likely(word: str, options: list[str], none: str) -> str:
    """What to write instead: the most like it first, else as `offer` does."""
    close = get_close_matches(word, list(dict.fromkeys(options)), NEAREST)
    return f"write `{close[0]}`" if close else offer(word, options, none)


def _of_the_lull(run: Run, t: float) -> str:
    """What to ask where nobody did anything then."""
    found = next((lull for lull in run.lulls() if lull.begun <= t <= lull.ended), None)
    if found is None:
        return ""
    return f"; or, why nobody did anything: `--lull {clock(found.begun)}-{clock(found.ended)}`, or `why_nothing({t:g})` in Python"


def _names(run: Run) -> list[str]:
    return [name for event in run.events for name in (event.move, f"{event.who} {event.move}")]


def _offered(events: list[Event]) -> str:
    return ", ".join(f"`{clock(event.t)}` ({event.who} {event.move})" for event in events)
