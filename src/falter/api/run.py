"""One performance in hand, to read: the facade over a trace."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from falter.api.forms import Telling
from falter.diagnostics.unfit import whole
from falter.files import STANDARD, write_file

if TYPE_CHECKING:
    from falter.api.asked import Time
    from falter.api.believed import Belief
    from falter.api.felt import Feeling
    from falter.api.lull import Nothing
    from falter.api.why import Absence, Explanation
    from falter.diagnostics.source import Source
    from falter.explain.lulls.longest import Lull
    from falter.explain.turning.points import TurningPoints
    from falter.narrate import Prose
    from falter.performance.event import Event, Incident
    from falter.performance.trace import Trace


class Run:
    """One performance of a scene. `trace` holds everything that happened in it."""

    def __init__(self, trace: Trace, met: tuple[int, int] | None = None, source: Source | None = None) -> None:
        self.trace = trace
        self.source = source
        """The text the scene was read from; None where it was not, or is not at hand."""
        self.met = met
        """How many performances, of how many, meet what the scene says must be; None where it says nothing, or it was not asked."""

    @property
    def ending(self) -> str:
        """The name of the ending it came to; `undecided` where none of the scene's holds."""
        return self.trace.ending

    @property
    def seed(self) -> int:
        """The seed it was performed with."""
        return self.trace.seed

    @property
    def seconds(self) -> float:
        """How long it lasted, in s of story time."""
        return self.trace.seconds

    @property
    def events(self) -> tuple[Event, ...]:
        """What was done, in order."""
        return self.trace.events

    @property
    def passed_over(self) -> int:
        """How many performances of this seed came before it that do not meet what the scene says must be."""
        return self.trace.passed_over

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """What befell people and was no act, in order of time."""
        return self.trace.incidents

    def why(self, act: str | None = None, at: Time | None = None) -> Explanation:
        """Why an act was done: `strike` or `KYLO strike HUX`, the first so called; with `at`, in s, the one begun then.

        A time may also be as one types it: `1:52`. Raises ValueError, with the nearest that were done, where none was.
        """
        from falter.api.why import explained

        return explained(self, act, at)

    def why_not(self, act: str, at: Time | None = None) -> Absence:
        """Why an act, `spare` or `KYLO spare HUX`, was not done: what kept it shut, or how near it came; with `at`, in s, at that time.

        Raises ValueError where it was.
        """
        from falter.api.why import missing

        return missing(self, act, at)

    def why_felt(self, feeling: str, at: Time | None = None) -> Feeling:
        """Why somebody felt something, and what of it showed: `KYLO grief`; at a time, in s, else when he felt it most.

        Raises ValueError with the nearest.
        """
        from falter.api.felt import felt

        return felt(self, feeling, at)

    def why_believed(self, belief: str, at: Time | None = None) -> Belief:
        """Why somebody believed something: `HUX: KYLO loves HUX`, or a fact; at a time, in s, else at the last.

        Raises ValueError with the nearest.
        """
        from falter.api.believed import believed

        return believed(self, belief, at)

    def lulls(self) -> tuple[Lull, ...]:
        """The stretches of three seconds or more in which nobody did anything, the longest first; times in s."""
        from falter.api.lull import longest

        return longest(self)

    def why_nothing(self, begun: Time | None = None, ended: Time | None = None) -> Nothing:
        """Why nobody did anything: between two times, in s; in the lull about a time; in the longest. Raises ValueError with others."""
        from falter.api.lull import nothing

        return nothing(self, begun, ended)

    def turning_points(self, runs: int | None = None, jobs: int = 1) -> TurningPoints:
        """How likely each ending was from every moment of the performance on, and the moments at which that turned.

        `runs` continuations with other luck from either side of a turn, 200 if not said. Raises ValueError for numbers out of range, and
        NotTheSameError where a kept performance does not come out again.
        """
        from falter.explain.turning.points import FEWEST, RUNS, turning_points

        runs = RUNS if runs is None else runs
        for name, value, least in (("runs", runs, FEWEST), ("jobs", jobs, 1)):
            whole(value, name, least)
        return turning_points(self.trace, runs, jobs)

    def words(self, event: Event) -> str:
        """What was said or done in one act, in the author's words."""
        from falter.narrate.script import plain_words

        return plain_words(self.trace.scene, event, self.trace.seed)

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of the scene's people."""
        return tuple(person.id for person in self.trace.scene.people)

    def prose(self, pov: str | None = None) -> Prose:
        """The performance told close to one mind: that of `pov`, else as the scene's `told` line says. `str()` of it is the text."""
        from falter.narrate import prose

        return prose(self.trace, self._person(pov))

    def script(self) -> str:
        """As a screenplay: everything that was said and done."""
        from falter.narrate import script

        return script(self.trace)

    def timeline(self) -> str:
        """A line an act: when, who, what, to whom, and why."""
        from falter.narrate import timeline

        return timeline(self.trace)

    def inner(self, person: str | None = None) -> str:
        """The prose close to one person, and beside it what was felt, attended and believed. If nobody is named, as the scene is told."""
        from falter.narrate import inner
        from falter.narrate.closeness import first_mind

        return inner(self.trace, self._person(person) or first_mind(self.trace.scene))

    def record(self) -> dict[str, Any]:
        """As plain values, in the form of `performance.schema.json`."""
        from falter.narrate import as_json

        return as_json(self.trace)

    def told(self, form: Telling = "prose", pov: str | None = None, inner: bool = False) -> str:
        """The performance in one of its forms, for a terminal; `inner` sets the inner life beside the prose, or after another form.

        Raises ValueError for a form or a person that there is not, and for `inner` with JSON.
        """
        if form not in get_args(Telling):
            raise ValueError(f"form of told() must be one of {', '.join(get_args(Telling))}; got {form!r}")
        if form == "json" and inner:
            raise ValueError("inner of told() goes with prose, script and timeline, not with json")
        if form == "json":
            return json.dumps(self.record(), ensure_ascii=False, indent=2)
        if form == "prose":
            return (self.inner(pov) if inner else wrapped(str(self.prose(pov)))).rstrip()
        text = self.script() if form == "script" else self.timeline()
        return f"{text.rstrip()}\n\n{self.inner(pov).rstrip()}" if inner else text.rstrip()

    def plot(self, kind: str = "all", people: Sequence[str] | None = None) -> Any:
        """A chart (Altair) over story time: `acts`, `feelings` (felt against shown), `channels` (what of it shows where),
        `preferences` (on their way to the threshold), `beliefs`, or `all` below each other; of these people, else of those
        who do most. Raises ValueError for another kind or person."""
        from falter.figures.performance import plot

        for person in people or ():
            self._person(person)
        return plot(self.trace, kind, self.words, people or ())

    def save(self, path: str | Path) -> None:
        """Keep the performance in a file, whole or not at all; `falter.load_run` reads it. Raises WriteError."""
        from falter.performance.tracefile import to_bytes

        write_file(path, to_bytes(self.trace, self.source))

    def _person(self, person: str | None) -> str | None:
        """The id asked for. Raises ValueError if the scene has nobody of that name."""
        if person is not None and person not in self.people:
            raise ValueError(f"person must be one of {', '.join(self.people)}; got {person!r}")
        return person

    def __repr__(self) -> str:
        which = f"seed {self.seed}" + (f", run {self.trace.run}" if self.trace.run else "")
        return f"<Run of {self.trace.scene.title!r}: {self.ending} after {self.seconds:.0f} s, {len(self.events)} acts, {which}>"

    def _repr_html_(self) -> str:
        """The prose, for a notebook."""
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in str(self.prose()).split("\n\n") if paragraph.strip())
        foot = f"<footer><small>{escape(repr(self)[1:-1])}</small></footer>"
        return f"<article><h3>{escape(self.trace.scene.title)}</h3>{body}{foot}</article>"


def wrapped(text: str, width: int = 78) -> str:
    """Paragraphs broken into lines of at most `width` columns.

    >>> print(wrapped("He waited. She did not.", 12))
    He waited.
    She did not.
    """
    import textwrap

    paragraphs = text.split("\n\n")
    return "\n\n".join(textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False) for paragraph in paragraphs)


def is_saved_run(path: str | Path) -> bool:
    """Is this the file of a performance, not of a scene? It begins as every archive does, or is named as one. Raises OSError."""
    if str(path) == STANDARD:
        return False
    with Path(path).open("rb") as stream:
        return stream.read(4) == b"PK\x03\x04" or Path(path).suffix == ".trace"
