"""What the figures of one performance read from its trace: values of a few minds, at some hundreds of its steps."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from falter.kernel import conditions
from falter.mind.display import shown
from falter.model.words import DISPLAY_CHANNELS, EMOTIONS
from falter.performance.trace import Trace
from falter.tables import columns as at

POINTS: Final = 300
"""Points of a line: more than that a figure has no pixels for."""
MOST_PEOPLE: Final = 3


class Line(NamedTuple):
    """Something over time: `values` at `times`, in s; a gap where it is not a number."""

    name: str
    times: list[float]
    values: list[float]


def sampled(trace: Trace) -> list[int]:
    """Steps spread evenly from the first to the last, at most `POINTS` and the last."""
    every = -(-trace.steps // POINTS)
    return sorted({*range(0, trace.steps, every), trace.steps - 1})


def people_of(trace: Trace) -> list[str]:
    """Those who do most, and to whom most is done, in the scene's order: at most `MOST_PEOPLE`."""
    weight: Counter[str] = Counter()
    for event in trace.events:
        weight[event.who] += 2
        if event.to in trace.people:
            weight[str(event.to)] += 1
    chosen = sorted((one for one in trace.people if weight[one]), key=lambda one: -weight[one])[:MOST_PEOPLE]
    return [one for one in trace.people if one in chosen]


def feelings_of(trace: Trace, person: str, steps: list[int]) -> dict[str, tuple[Line, Line]]:
    """Each emotion as it is felt and as it shows on the channel that shows it most, both in [0, 1]."""
    tables, row = trace.tables, trace.tables.names.person[person]
    ti, tf = tables.packed.ti, tables.packed.tf
    times = [step * trace.dt for step in steps]
    found = {}
    for index, emotion in enumerate(EMOTIONS):
        felt = [float(conditions.felt(ti, trace.sf(step), row, index)) for step in steps]
        if not any(felt):
            continue
        out = [float(conditions.most_shown(ti, tf, trace.si(step), trace.sf(step), row, index)) for step in steps]
        found[emotion] = Line(emotion, times, felt), Line(emotion, times, out)
    return found


def channels_of(trace: Trace, person: str, emotion: str, steps: list[int]) -> dict[str, tuple[Line, Line]]:
    """On each display channel, an emotion as it would show were it neither held down, played up nor covered, and as it shows."""
    tables, row = trace.tables, trace.tables.names.person[person]
    ti, tf, index = tables.packed.ti, tables.packed.tf, tables.names.emotions[emotion]
    times = [step * trace.dt for step in steps]
    found = {}
    for channel, name in enumerate(DISPLAY_CHANNELS):
        free, out = [], []
        for step in steps:
            si, sf = trace.si(step), trace.sf(step)
            felt = float(conditions.felt(ti, sf, row, index))
            covered = 1.0 - conditions.open_channel(ti, tf, si, row, channel)
            free.append(shown(felt, channel, 0.0, 0.0))
            out.append(shown(felt, channel, conditions.held_down(ti, tf, sf, row, index), covered))
        found[name] = Line(name, times, free), Line(name, times, out)
    return found


def preferences_of(trace: Trace, person: str, steps: list[int]) -> list[Line]:
    """How near each act of a person is to its threshold, 1 where it is begun; a gap where the act is not open."""
    tables, row = trace.tables, trace.tables.names.person[person]
    ti = tables.packed.ti
    base = ti[at.TI_PERSON] + row * at.TI_PERSON_SIZE
    times = [step * trace.dt for step in steps]
    found = []
    for act in range(ti[base + at.PERSON_ACTS], ti[base + at.PERSON_ACTS_END]):
        values = [_nearness(trace, act, step) for step in steps]
        if any(value == value for value in values):
            found.append(Line(tables.labels["act"][act].label.removeprefix(f"{person} "), times, values))
    return found


def _nearness(trace: Trace, act: int, step: int) -> float:
    """Preference over threshold; not a number where the act is not open."""
    ti = trace.tables.packed.ti
    if not trace.si(step)[ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_OPEN]:
        return float("nan")
    floats, sf = ti[at.SF_ACT] + act * at.SF_ACT_SIZE, trace.sf(step)
    threshold = sf[floats + at.ACT_THETA]
    return float(sf[floats + at.ACT_P] / threshold) if threshold > 0.0 else float("nan")


def beliefs_of(trace: Trace, steps: list[int]) -> list[tuple[str, Line]]:
    """The odds of everything that somebody wonders, in [0, 1]; after each, what the other takes him to hold, where that
    ever moves; each with whose odds they are."""
    tables = trace.tables
    ti, names = tables.packed.ti, tables.names
    times = [step * trace.dt for step in steps]
    found = []
    for number, label in enumerate(tables.labels["wonder"]):
        table, state = ti[at.TI_WONDER] + number * at.TI_WONDER_SIZE, ti[at.SF_WONDER] + number * at.SF_WONDER_SIZE
        reader, actor = (names.people[ti[table + column]].id for column in (at.WONDER_READER, at.WONDER_ACTOR))
        found.append((reader, Line(f"{reader}: {label.label}", times, [float(trace.sf(step)[state + at.WONDER_NOW]) for step in steps])))
        theirs = [float(trace.sf(step)[state + at.WONDER_THEIRS]) for step in steps]
        if max(theirs) - min(theirs) > 0.01:
            found.append((actor, Line(f"{actor} on {reader}: {label.label}", times, theirs)))
    return found
