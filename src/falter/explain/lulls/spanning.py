"""A stretch of a performance followed: for each person who is there, the act that came nearest, and the one he was most torn over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from falter.explain.acts.building import START, Build, Built, Following
from falter.explain.acts.causes import Source
from falter.explain.acts.why import Part
from falter.explain.again import watched_again
from falter.explain.changes.parting import act_row_of
from falter.explain.commanded import commanded
from falter.explain.lulls.held import End, HeldAct, HeldBack
from falter.explain.lulls.longest import Lull
from falter.numeric.mode import Floats, Ints
from falter.performance.perform import Watch
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.tables import Tables


class Rise(NamedTuple):
    """The last time that the act that ended a lull rose from nothing."""

    act: int
    since: int
    """The step after which it was above nothing, or in which it was not open yet; the first of the lull, where it was above all along."""


class Spanning:
    """Follows some acts through a stretch, and keeps how each stood at the last."""

    def __init__(self, tables: Tables, acts: Collection[int], steps: range, rise: Rise | None, trace: Trace) -> None:
        self.following = Following(tables, acts, trace)
        self.steps = steps
        self.rise = rise
        self.last: dict[int, Built] = {}
        self.ends: list[Built] = []
        """What rose to being done: as the rise began, and as it was done."""
        self._latest: dict[int, Build] = {}
        self._index = 0

    def watch(self, si: Ints, sf: Floats) -> None:
        """The state after a step."""
        if self._index in self.steps or (self.rise and self._index == self.steps.stop):
            self.following.watch(si, sf)
            self._latest.update(self.following.builds)
        if self._index == self.steps.stop - 1:
            self.last = {act: build.kept() for act, build in self._latest.items()}
        if self.rise and self._index in (self.rise.since, self.steps.stop):
            self.ends += [self._latest[self.rise.act].kept()] if self.rise.act in self._latest else []
        self._index += 1

    def carried(self) -> dict[Source, float]:
        """What each source gave in the rise."""
        *before, after = self.ends
        had = before[0].gave if before and before[0].since == after.since else {}
        return {source: gave - had.get(source, 0.0) for source, gave in after.gave.items()}

    def crossed(self, event: int) -> bool:
        """Was this act begun because its preference had reached its threshold?"""
        return any(one.event == event for one in self.following.crossings)


def held_back(trace: Trace, lull: Lull) -> tuple[HeldBack, ...]:
    """Each person who is there in a lull, and what came of what he might have done. Performs it again to see."""
    steps = steps_of(trace, lull)
    chosen = {person: _chosen(trace, person, steps) for person in trace.people if _here(trace, person, steps)}
    rise = _rise(trace, lull, steps, [act for acts in chosen.values() for act in acts])
    made: list[Spanning] = []

    def watch(tables: Tables) -> Watch:
        made.append(Spanning(tables, [act for acts in chosen.values() for act in acts], steps, rise, trace))
        return made[-1].watch

    watched_again(trace, watch)
    end = _end(trace, lull, rise, made[-1])
    return tuple(
        HeldBack(trace, person, steps, tuple(_held(trace, act, made[-1], end if rise and rise.act == act else None) for act in acts))
        for person, acts in chosen.items()
    )


def _end(trace: Trace, lull: Lull, rise: Rise | None, spanning: Spanning) -> End | None:
    """How the act that ended the lull came to be done."""
    if rise is None or lull.by is None:
        return None
    if spanning.crossed(lull.by[1]):
        return "carried"
    return "asked for" if commanded(trace, trace.events[lull.by[1]]) else "slipped"


def steps_of(trace: Trace, lull: Lull) -> range:
    """The steps that lie wholly within it."""
    first = int(lull.begun / trace.dt + 1.0 - 1e-6)
    return range(min(first, trace.steps - 1), max(min(int(lull.ended / trace.dt + 1e-6), trace.steps), first + 1))


def _rise(trace: Trace, lull: Lull, steps: range, acts: Collection[int]) -> Rise | None:
    """Of the act that ended it, if it is one of these, the rise that it was done in."""
    act = act_row_of(trace, trace.events[lull.by[1]]) if lull.by and lull.by[0] == "act" else -1
    if act not in acts:
        return None
    run = _last_run(_raced(trace, act, steps))
    low = [step for step in run if trace.sf(step)[_float(trace, act, at.ACT_P)] <= 0.0]
    return Rise(act, low[-1] if low else max(run[0] - 1, steps.start))


def _last_run(steps: list[int]) -> list[int]:
    """The last of some steps, as far back as none is missing between them."""
    return [step for place, step in enumerate(steps) if steps[-1] - step == len(steps) - 1 - place]


def _here(trace: Trace, person: str, steps: range) -> bool:
    ti = trace.tables.packed.ti
    return trace.si(steps.start)[ti[at.SI_PERSON] + trace.tables.names.person[person] * at.SI_PERSON_SIZE + at.PERSON_PRESENCE] == 0


def _chosen(trace: Trace, person: str, steps: range) -> list[int]:
    """Of the acts that others would have seen, the one that came nearest, and the one he was most torn over."""
    ti = trace.tables.packed.ti
    row = ti[at.TI_PERSON] + trace.tables.names.person[person] * at.TI_PERSON_SIZE
    acts = [act for act in range(ti[row + at.PERSON_ACTS], ti[row + at.PERSON_ACTS_END]) if not _inner(trace, act)]
    raced = [act for act in acts if _raced(trace, act, steps)]
    if not raced:
        return []
    nearest = max(raced, key=lambda act: max(_near(trace, act, step) for step in _raced(trace, act, steps)))
    torn = max(raced, key=lambda act: _conflict(trace, act, _raced(trace, act, steps)))
    return list(dict.fromkeys((nearest, torn)))


def _inner(trace: Trace, act: int) -> bool:
    ti = trace.tables.packed.ti
    return ti[ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_INNER] == 1


def _float(trace: Trace, act: int, column: int) -> int:
    return trace.tables.packed.ti[at.SF_ACT] + act * at.SF_ACT_SIZE + column


def _raced(trace: Trace, act: int, steps: range) -> list[int]:
    """The steps in which an act was open, and had been for as long as it takes to think of it."""
    cell = trace.tables.packed.ti[at.SI_ACT] + act * at.SI_ACT_SIZE
    return [step for step in steps if trace.si(step)[cell + at.ACT_OPEN] == 1 and trace.si(step)[cell + at.ACT_READY] == 1]


def _near(trace: Trace, act: int, step: int) -> float:
    """Share of its threshold that an act stands at after a step."""
    theta = trace.sf(step)[_float(trace, act, at.ACT_THETA)]
    return trace.sf(step)[_float(trace, act, at.ACT_P)] / theta if theta > 0.0 else 0.0


def _conflict(trace: Trace, act: int, steps: list[int]) -> float:
    """How torn somebody was over an act in some steps, on the average."""
    return sum(trace.sf(step)[_float(trace, act, at.ACT_CONFLICT)] for step in steps) / len(steps)


def _held(trace: Trace, act: int, spanning: Spanning, end: End | None) -> HeldAct:
    """One act, from the beginning of the stretch, or from when it opened."""
    tables, steps = trace.tables, _raced(trace, act, spanning.steps)
    ti, last = tables.packed.ti, spanning.last[act]
    begun = spanning.steps.start * trace.dt
    rise = spanning.rise if end == "carried" else None
    gave = dict(last.gave)
    began = gave.pop(START, 0.0) if last.since < begun else 0.0
    near = max(steps, key=lambda step: _near(trace, act, step))
    table, taken = ti[at.TI_ACT] + act * at.TI_ACT_SIZE, ti[at.SI_PERSON] + at.PERSON_TAKEN
    owner, channels = ti[table + at.ACT_OWNER], ti[table + at.ACT_CHANNELS]
    return HeldAct(
        label=tables.labels["act"][act].label,
        lasting=ti[table + at.ACT_LASTING] == 1,
        nearest=_near(trace, act, near),
        t=near * trace.dt,
        conflict=_conflict(trace, act, steps),
        blocked=sum(channels & trace.si(step)[taken + owner * at.SI_PERSON_SIZE] != 0 for step in steps) / len(steps),
        threshold=trace.sf(near)[_float(trace, act, at.ACT_THETA)],
        since=max(last.since, begun),
        began=began,
        ended=last.preference,
        parts=_parts(tables, gave),
        forgotten=last.forgotten,
        set_back=last.set_back,
        capped=last.capped,
        end=end,
        rose=rise.since * trace.dt if rise else None,
        carried=_parts(tables, spanning.carried()) if rise else (),
    )


def _parts(tables: Tables, gave: dict[Source, float]) -> tuple[Part, ...]:
    """What each motive gave, and luck, rivals, a head start; in √s."""
    found: defaultdict[int | str, float] = defaultdict(float)
    for source, amount in gave.items():
        found[source.motive if source.kind == "motive" else source.kind] += amount
    labels = tables.labels["motive"]
    made = [
        Part(key, key, -1, (), amount)
        if isinstance(key, str)
        else Part(labels[key].label.split(" ")[0], labels[key].label, key, labels[key].path, amount)
        for key, amount in found.items()
    ]
    return tuple(sorted(made, key=lambda part: -part.share))
