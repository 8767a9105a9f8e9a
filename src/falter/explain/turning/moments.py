"""The moments of a performance from which one may ask how it might have gone on: its beats, and the silences between them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from falter.performance.event import Event, Incident
from falter.performance.trace import Trace

APART: Final = 4.0
"""s that what is done inwardly, or befalls somebody, is from the next beat on either side to be a beat of its own."""
SILENT: Final = 20.0
"""s in which nobody does anything, in which another moment is looked at."""
MOST: Final = 80
"""Moments of which the quieter ones are left out till there are no more, if that is enough."""
OF_THE_WORLD: Final = ("happens", "later", "arrives")
NOTED: Final = ("learns", "sees through", "overhears", "finds", "finds gone", "realises", "recalls", "freezes")
"""Kinds of incident that are beats, where nothing is done about then."""
EDGE: Final = 1e-6
"""Part of a step by which a time may have been rounded."""


class Moment(NamedTuple):
    """A state of a performance, and what had come about since the moment before."""

    step: int
    """Steps taken by then."""
    t: float
    """s of story time: when what it is named by was begun or befell; of a silence, its end."""
    beats: tuple[Event | Incident, ...]
    """The weightiest first; none where nothing was done, and at the start."""


class _Beat(NamedTuple):
    """Something that was done or befell, in a step; `over` steps after which it has taken effect."""

    step: int
    over: int
    what: Event | Incident


def moments_of(trace: Trace) -> tuple[Moment, ...]:
    """The start, every beat, silences, and the close.

    A beat counts from when the act has taken effect, or from just before the next one begins, if that is sooner: so each has in it how it
    came to it and what it did. What is done outwardly and what the world does are always beats; what is done inwardly or befalls somebody,
    where no other is near.
    """
    always, sometimes = _beats(trace)
    apart = APART
    chosen = _thinned(always, sometimes, apart / trace.dt)
    while len(chosen) > max(MOST, len(always)):
        apart *= 2.0
        chosen = _thinned(always, sometimes, apart / trace.dt)
    made = [Moment(0, 0.0, ())]
    for group, before in _grouped(chosen, trace.steps):
        made += _silences(made[-1].step, group[0].step, trace.dt)
        over = max(group[-1].step + 1, min(max(beat.over for beat in group), before))
        weighty = sorted(group, key=lambda beat: (isinstance(beat.what, Incident) or beat.what.inner, beat.step))
        made.append(Moment(over, weighty[0].what.t, tuple(beat.what for beat in weighty)))
    made += _silences(made[-1].step, trace.steps, trace.dt)
    if made[-1].step >= trace.steps:
        return (*made[:-1], made[-1]._replace(step=trace.steps))
    return (*made, Moment(trace.steps, trace.seconds, ()))


def _beats(trace: Trace) -> tuple[list[_Beat], list[_Beat]]:
    """Those that are always beats, and those that may be."""
    events = [_Beat(trace.begun_in(one), ceil((one.ends if one.cut else one.lands) / trace.dt - EDGE) + 1, one) for one in trace.events]
    found = [one for one in trace.incidents if one.kind in OF_THE_WORLD or one.kind in NOTED]
    befell = [_Beat(int(one.t / trace.dt + EDGE), int(one.t / trace.dt + EDGE) + 1, one) for one in found]
    always = [beat for beat, one in zip(events, trace.events, strict=True) if not one.inner]
    always += [beat for beat, one in zip(befell, found, strict=True) if one.kind in OF_THE_WORLD]
    sometimes = [beat for beat in (*events, *befell) if beat not in always]
    return sorted(always, key=_step), sorted(sometimes, key=_step)


def _step(beat: _Beat) -> tuple[int, int]:
    return beat.step, beat.what.index


def _thinned(always: Sequence[_Beat], sometimes: Sequence[_Beat], apart: float) -> list[_Beat]:
    """All of the first, and of the others those that are far enough from every one before and after; acts before what befalls."""
    chosen = list(always)
    for beat in sorted(sometimes, key=lambda one: (isinstance(one.what, Incident), one.step)):
        if all(abs(beat.step - other.step) >= apart for other in chosen):
            chosen.append(beat)
    return sorted(chosen, key=_step)


def _grouped(beats: Sequence[_Beat], steps: int) -> list[tuple[list[_Beat], int]]:
    """Beats of the same step together, each group with the step in which the next one begins."""
    groups: list[list[_Beat]] = []
    for beat in beats:
        if groups and groups[-1][0].step == beat.step:
            groups[-1].append(beat)
        else:
            groups.append([beat])
    return (
        [(group, after[0].step) for group, after in zip(groups, [*groups[1:], [_Beat(steps, steps, beats[-1].what)]], strict=True)]
        if beats
        else []
    )


def _silences(since: int, until: int, dt: float) -> list[Moment]:
    """Moments in which nothing is done, evenly between two steps."""
    parts = int((until - since) * dt / SILENT)
    steps = [since + round((until - since) * part / (parts + 1)) for part in range(1, parts + 1)]
    return [Moment(step, step * dt, ()) for step in steps]
