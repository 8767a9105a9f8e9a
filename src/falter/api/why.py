"""Why somebody did something: the facade over `explain`."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from falter.diagnostics.nearest import offer
from falter.explain.acts import whynot_told as absence
from falter.explain.acts.why import Why, why
from falter.explain.acts.why_told import record, told
from falter.explain.acts.whynot import WhyNot, nearest_of
from falter.explain.changes.removing_told import FIRST, TakenAway
from falter.explain.wording import Place
from falter.explore.lines import Lines
from falter.narrate.timeline import clock
from falter.tables import blocking, columns

if TYPE_CHECKING:
    from falter.api.run import Run
    from falter.explain.changes.removing import Without
    from falter.performance.event import Event

ABOUT = 0.5
"""s: an act no farther from the time asked about is the one that is meant."""
NEAREST = 3
"""Acts that are offered in place of one that was not done."""


GONE = {1: "is not there yet", 2: "has left", 3: "is dead"}
"""What has become of one who is not there, by what the engine calls it."""


class NotFoundError(ValueError):
    """A performance has not what is asked about; `fix` names the nearest. Is it the time, of that and of a time, that does not fit?"""

    def __init__(self, message: str, fix: str, of_time: bool = False) -> None:
        ValueError.__init__(self, message)
        self.fix = fix
        self.of_time = of_time


class NoSuchActError(NotFoundError, blocking.NoSuchActError):
    """Nothing like it was done, in this performance."""


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


def missing(run: Run, act: str, at: float | None = None) -> Absence:
    """Why an act was not done, or not at a time, in s. Raises NoSuchActError where nobody may do it, or it was done (then)."""
    if at is not None and not 0.0 <= at <= run.seconds:
        raise NoSuchActError(f"is no time of this performance: {at:g} s", f"write one up to {clock(run.seconds)}")
    labels = [row.label for row in run.trace.tables.labels["act"]]
    rows = [row for row, label in enumerate(labels) if _is_label(label, act)]
    done = [event for event in run.events if _is_called(event, act) and (at is None or event.t - ABOUT <= at <= event.ends)]
    if done:
        raise NoSuchActError(f"names what was done, at {clock(done[0].t)}: `{act}`", f'ask why it was: `--act "{act}"`, or `why` in Python')
    if not rows:
        raise NoSuchActError(
            f"names nothing that anybody may do: `{act}`", likely(act, [*run.trace.tables.names.move, *labels], "write a move")
        )
    return Absence(nearest_of(run.trace, rows, at), places_of(run))


def explained(run: Run, act: str | None, at: float | None) -> Explanation:
    """Why an act was done: the one of that name, at that time, or both. Raises NoSuchActError with the nearest."""
    if act is None and at is None:
        raise ValueError('say which act: `why("strike")`, or when it was begun: `why(at=112.0)`')
    if act is not None and not isinstance(act, str):
        raise TypeError(f'an act is a name, as in `why("strike")`; of what was begun at a time ask `why(at={act})`')
    return Explanation(why(run.trace, chosen(run, act, at)), places_of(run))


def places_of(run: Run) -> Place:
    """Where the lines of the scene stand; nowhere, if its text is not at hand."""
    if run.source is None:
        return lambda _path: ""
    return Lines(run.trace.scene, run.trace.tables.places, run.source).told


def while_there(run: Run, person: str, t: float, error: type[NotFoundError]) -> None:
    """Raises the error where somebody is not there at a time, in s: it is over; he is dead, or has left, or has not come yet."""
    if not 0.0 <= t <= run.seconds:
        raise error(f"is past the end of this performance: {clock(t)}", f"write a time up to {clock(run.seconds)}", of_time=True)
    presence, dt = _presence(run, person), run.trace.dt
    there = [step for step, how in enumerate(presence) if how == 0]
    how = presence[min(round(t / dt), len(presence) - 1)]
    if not there:
        raise error(f"asks about {person}, who is not there all the while", "ask about somebody else")
    if how != 0:
        when = f"write a time from {clock(there[0] * dt)} to {clock(there[-1] * dt)}"
        raise error(f"is a time when {person} {GONE[how]}: {clock(t)}", when, of_time=True)


def last_there(run: Run, person: str) -> float:
    """Until when somebody was there, in s; the end where he was till then, or never was."""
    there = [step for step, how in enumerate(_presence(run, person)) if how == 0]
    return min(run.seconds, there[-1] * run.trace.dt) if there else run.seconds


def _presence(run: Run, person: str) -> list[int]:
    """Where somebody was at each step: 0 here, else as in `GONE`."""
    tables = run.trace.tables
    cell = tables.packed.ti[columns.SI_PERSON] + tables.names.person[person] * columns.SI_PERSON_SIZE + columns.PERSON_PRESENCE
    return [run.trace.si(step)[cell] for step in range(run.trace.steps)]


def chosen(run: Run, act: str | None, at: float | None) -> Event:
    """The act that is meant: `strike` or `KYLO strike HUX`, the first of that name; with a time, the one begun then."""
    named = [event for event in run.events if act is None or _is_called(event, act)]
    if not named:
        raise _not_done(run, act or "")
    if at is None:
        return named[0]
    if at < 0.0:
        raise NoSuchActError(f"is no time of this performance: {at:g} s", f"write a time from 0 to {clock(run.seconds)}")
    nearest = sorted(named, key=lambda event: abs(event.t - at))
    if abs(nearest[0].t - at) > ABOUT:
        raise NoSuchActError(
            f"nothing{f' called `{act}`' if act else ''} was begun at {clock(at)}",
            f"nearest: {_offered(nearest[:NEAREST])}{_of_the_lull(run, at)}",
        )
    return nearest[0]


def _not_done(run: Run, act: str) -> NoSuchActError:
    """What is asked about was not done, though it might have been; or is nothing that there is; or nothing was done at all."""
    if not act:
        return NoSuchActError(
            "asks about an act, and nobody did anything",
            "ask why nobody did: `--lull longest`, or `why_nothing` in Python; or why one act was not done: `--not`, or `why_not`",
        )
    if any(_is_label(label.label, act) for label in run.trace.tables.labels["act"]):
        return NoSuchActError(f"names what was not done: `{act}`", f'ask why it was not: `--not "{act}"`, or `why_not` in Python')
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
    return f"; or, why nobody did anything: `--lull {clock(found.begun)}-{clock(found.ended)}`" if found else ""


def _is_called(event: Event, name: str) -> bool:
    words = name.split()
    return words in ([event.move], [event.who, event.move], [event.who, event.move, event.to])


def _is_label(label: str, name: str) -> bool:
    words, asked = label.split(" "), name.split()
    return asked in ([words[1]], words[:2], words)


def _names(run: Run) -> list[str]:
    return [name for event in run.events for name in (event.move, f"{event.who} {event.move}")]


def _offered(events: list[Event]) -> str:
    return ", ".join(f"`{clock(event.t)}` ({event.who} {event.move})" for event in events)
