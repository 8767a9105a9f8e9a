"""Figures of one performance: what is done, felt and shown, weighed, and believed in it, over its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import floor
from typing import Any, Final

from falter.figures.acts import Mark, acts
from falter.figures.beliefs import beliefs
from falter.figures.feelings import channels, feelings
from falter.figures.look import dressed, titled
from falter.figures.pictures import NothingToDrawError
from falter.figures.preferences import preferences
from falter.figures.sampling import beliefs_of, channels_of, feelings_of, people_of, preferences_of, sampled
from falter.performance.event import Event
from falter.performance.trace import Trace

KINDS: Final = ("all", "acts", "feelings", "channels", "preferences", "beliefs")
"""What can be drawn of a performance."""
Words = Callable[[Event], str]


def plot(trace: Trace, kind: str, words: Words, people: Sequence[str] = ()) -> Any:
    """A chart of a performance: one of `KINDS`, for these people, else for those who do most. `words` tells an act in the author's words.

    Raises ValueError for another kind, and NothingToDrawError.
    """
    import altair

    if kind not in KINDS:
        raise ValueError(f"kind of plot() must be one of {', '.join(KINDS)}; got {kind!r}")
    chosen = list(people) or people_of(trace)
    panels = [panel for name in KINDS[1:] if kind in ("all", name) for panel in PANELS[name](trace, chosen, words)]
    if not panels:
        raise NothingToDrawError(f"the performance has no {kind}" if kind != "all" else "nothing is done in the performance")
    minutes, seconds = divmod(round(trace.seconds), 60)
    who = f"the {len(chosen)} who do most, of {len(trace.people)} people" if not people and len(chosen) < len(present(trace)) else ""
    below = ", ".join(
        part
        for part in (f"seed {trace.seed}", f"run {trace.run}" if trace.run else "", f"{minutes}:{seconds:02} of story time", who)
        if part
    )
    return dressed(
        altair.vconcat(*panels, spacing=26, title=titled(f"{trace.scene.title}: {trace.ending}", below)).resolve_scale(
            color="independent", strokeDash="independent"
        )
    )


def present(trace: Trace) -> list[str]:
    """Those who are there at all."""
    return [person.id for person in trace.scene.people if not person.away]


def _acts(trace: Trace, people: list[str], words: Words) -> list[Any]:
    """One panel for all; an act is the more telling the rarer it is, and if it cannot be undone."""
    if not trace.events:
        return []
    often = Counter((event.who, event.move) for event in trace.events)
    lasting = lasting_of(trace)
    marks = [
        Mark(event.t, event.who, named(event), words(event), event.inner, 100 * (event.move in lasting) - often[event.who, event.move])
        for event in trace.events
    ]
    return [acts(people, marks, trace.seconds)]


def _feelings(trace: Trace, people: list[str], _words: Words) -> list[Any]:
    steps = sampled(trace)
    found = [feelings(person, feelings_of(trace, person, steps), trace.seconds) for person in people]
    return [panel for panel in found if panel is not None]


def _channels(trace: Trace, people: list[str], _words: Words) -> list[Any]:
    """Of each, the feeling of which most is kept back."""
    steps = sampled(trace)
    found = []
    for person in people:
        kept = {name: sum(felt.values) - sum(out.values) for name, (felt, out) in feelings_of(trace, person, steps).items()}
        if kept:
            emotion = max(kept, key=lambda name: kept[name])
            found.append(channels(person, emotion, channels_of(trace, person, emotion, steps), trace.seconds))
    return found


def _preferences(trace: Trace, people: list[str], _words: Words) -> list[Any]:
    steps = sampled(trace)
    found, lasting = [], lasting_of(trace)
    for person in people:
        lines = preferences_of(trace, person, steps)
        begun = [(floor(event.t / trace.dt) * trace.dt, named(event)) for event in trace.events if event.who == person]
        found.append(
            preferences(person, lines, begun, [line.name for line in lines if line.name.partition(" ")[0] in lasting], trace.seconds)
        )
    return [panel for panel in found if panel is not None]


def _beliefs(trace: Trace, people: list[str], _words: Words) -> list[Any]:
    panel = beliefs([line for holder, line in beliefs_of(trace, sampled(trace)) if holder in people], trace.seconds)
    return [panel] if panel is not None else []


def lasting_of(trace: Trace) -> set[str]:
    """The moves that cannot be undone."""
    return {move.id for move in trace.scene.all_moves() if move.lasting}


def named(event: Event) -> str:
    """What was done, as acts are called: the move, and to whom."""
    return f"{event.move} {event.to}" if event.to else event.move


PANELS: Final = {"acts": _acts, "feelings": _feelings, "channels": _channels, "preferences": _preferences, "beliefs": _beliefs}
