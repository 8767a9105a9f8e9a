"""Turning points: of one performance, how likely each ending was from every moment on, and where that changed.

From a state, the performance goes on many times with other luck. The chance of an ending, given all that has come about, is a martingale
(Doob 1953): what it will be is on average what it is, so that each change is what was decided then. All moments are gone on from with the
same lucks, so that two are compared run by run. Nothing here changes the performance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count, islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy
from numpy.typing import NDArray

from falter.explain.again import NotTheSameError
from falter.explain.turning.moments import Moment, moments_of
from falter.explain.turning.turned_by import suspects_of, without
from falter.explore.intervals import LEVEL, Change, Share, newcombe, paired, wilson
from falter.performance.batch import names_of
from falter.performance.event import Event
from falter.performance.onward import Onward, Standing, Told, perform_onward, standings
from falter.performance.trace import Trace

if TYPE_CHECKING:
    from altair import TopLevelMixin

RUNS: Final = 200
"""Continuations from each moment that a turn is looked for at, if not said."""
PART: Final = 4
FEWEST: Final = 20
"""From every moment it is first gone on a `PART`-th as often, but so often at least."""
TURNS: Final = 8
"""Changes, the largest of those seen at first, that are looked at again with fresh luck."""
LEAST: Final = 0.1
"""A smaller change of a chance is no turn, however clear."""
HALF: Final = 0.5
"""What was done turned it where without that this part of the change, or more, would not have come."""


class Swing(NamedTuple):
    """By how much the chance of an ending changed at a moment."""

    ending: str
    before: Share
    after: Share
    change: Change
    """Its interval is as much wider as it takes for all that was looked at to hold together."""


@dataclass(frozen=True)
class Turn:
    """A moment at which the chances changed, and how; the largest change first, and only what is clear of luck."""

    number: int
    """Of the moment, from 0."""
    moment: Moment
    since: float
    """The moment before, in s."""
    swings: tuple[Swing, ...]
    done: Event | None = None
    """What was done that turned it; None where without anything that was done more than half of the largest change would have come."""
    perhaps: Event | None = None
    """Where there is none such: what was done without which half of it or more would seem not to have come, but not clear of luck."""
    coming: Event | None = None
    """Where nothing done turned it: what was about to be done, without which to come half of it or more would not have come."""
    without: Mapping[str, Share] = field(default_factory=dict)
    """The chance of each ending then, had that been shut to its doer when it was begun, or cut off before it took effect."""

    @property
    def late(self) -> bool:
        """Was that begun before the moment before, and took effect then?"""
        return self.done is not None and self.done not in self.moment.beats


Codes = NDArray[numpy.int64]


@dataclass(frozen=True)
class TurningPoints:
    """How likely each ending was from each moment of a performance on."""

    trace: Trace
    moments: tuple[Moment, ...]
    first: tuple[Codes, ...]
    """Of each moment, the ending of each continuation; −1 where it does not meet what the scene says must be. Of the start, as many as
    of those that were looked at again, and as fresh."""
    again: dict[int, Codes]
    """The same with fresh luck, of the moments on either side of a change that was looked at again."""
    runs: int
    shut: Mapping[int, Sequence[tuple[Event, Codes]]] = field(default_factory=dict)
    """The same again, of each turn, without each thing that was done then, took effect, or was to come next."""
    level: float = LEVEL

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of endings, in the scene's order; `undecided` last."""
        return names_of(self.trace.tables)

    def codes(self, number: int) -> Codes:
        """What came of a moment: of those that were looked at again, with fresh luck only."""
        return self.again.get(number, self.first[number])

    def chances(self, number: int) -> dict[str, Share]:
        """The chance of each ending from a moment on, of continuations that meet what must be; with its interval, but at the close.

        Raises IndexError for a moment that there is not.
        """
        if not 0 <= number < len(self.moments):
            raise IndexError(f"number must be that of a moment, from 0 to {len(self.moments) - 1}; got {number!r}")
        if number == len(self.moments) - 1:
            return {name: Share(*(3 * (float(name == self.trace.ending),))) for name in self.names}
        return self._shares(self.codes(number))

    def _shares(self, codes: Codes) -> dict[str, Share]:
        met = codes[codes >= 0]
        return {name: wilson(int((met == code).sum()), len(met), self.level) for code, name in enumerate(self.names)}

    @property
    def endings(self) -> tuple[str, ...]:
        """Those that any continuation came to, the likeliest over all first; that of the performance before all."""
        met = numpy.concatenate([self.codes(number) for number in range(len(self.moments))])
        often = numpy.bincount(met[met >= 0], minlength=len(self.names))
        order = sorted((code for code in range(len(self.names)) if often[code]), key=lambda code: -int(often[code]))
        return tuple(sorted((self.names[code] for code in order), key=lambda name: name != self.trace.ending))

    @cached_property
    def looked_at(self) -> tuple[int, ...]:
        """The moments whose change was looked at with fresh luck, each against the one before it."""
        return tuple(number for number in sorted(self.again) if number - 1 in self.again)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The changes that are clear of luck, in order of time: of performances in which nothing turns, one in twenty has one named."""
        made = [Turn(number, self.moments[number], self.moments[number - 1].t, self._swings(number)) for number in self.looked_at]
        return tuple(self._turned_by(turn) for turn in made if turn.swings)

    def _turned_by(self, turn: Turn) -> Turn:
        """With what was done that turned it, if anything: of all that half of the change would not have come without, that without which
        the chance would have stayed most as it was; named if the chance is another without it, clear of luck in all that was tried. Where
        nothing done did, in the same way with what was about to be done."""
        first = turn.swings[0]
        before, after = first.before.share, first.after.share
        part = HALF if after > before else -HALF
        worlds = [(event, codes, self._shares(codes)) for event, codes in self.shut.get(turn.number, ())]
        guilty = [one for one in worlds if (after - one[2][first.ending].share) / part >= abs(after - before)]
        guilty.sort(key=lambda one: abs(one[2][first.ending].share - before))
        clear = [one for one in guilty if self._bears(turn, one[1])]
        done = next((one for one in clear if not self._is_to_come(turn, one[0])), None)
        if done is not None:
            return replace(turn, done=done[0], without=done[2])
        perhaps = next((one[0] for one in guilty if not self._is_to_come(turn, one[0])), None)
        return replace(turn, perhaps=perhaps, coming=clear[0][0] if clear else None)

    def _is_to_come(self, turn: Turn, event: Event) -> bool:
        return self.trace.begun_in(event) >= turn.moment.step

    def _bears(self, turn: Turn, without: Codes) -> bool:
        """Is the ending that changed most another share without something, the way it changed?"""
        strict = 1.0 - (1.0 - self.level) / max(1, sum(map(len, self.shut.values())))
        code, musts = self.names.index(turn.swings[0].ending), bool(self.trace.scene.musts)
        by = changed(without, self.again[turn.number], code, musts, strict)
        return by.low > 0.0 if turn.swings[0].change.change > 0.0 else by.high < 0.0

    @property
    def sharpest(self) -> tuple[Turn, ...]:
        """The same, the largest change first."""
        return tuple(sorted(self.turns, key=lambda turn: -abs(turn.swings[0].change.change)))

    def for_good(self, least: float) -> float | None:
        """When, in s, the ending it came to had last become as likely as this, for good; None where only the close settled it."""
        shares = [self.chances(number)[self.trace.ending].share for number in range(len(self.moments))]
        last = max((number for number, share in enumerate(shares) if share < least), default=-1)
        return self.moments[last + 1].t if last + 1 < len(shares) - 1 else None

    def _swings(self, number: int) -> tuple[Swing, ...]:
        before, after = self.again[number - 1], self.again[number]
        strict = 1.0 - (1.0 - self.level) / max(1, len(self.looked_at) * len(self.endings))
        found = []
        for code, name in enumerate(self.names):
            change = changed(before, after, code, bool(self.trace.scene.musts), strict)
            if abs(change.change) >= LEAST and (change.low > 0.0 or change.high < 0.0):
                found.append(Swing(name, self.chances(number - 1)[name], self.chances(number)[name], change))
        return tuple(sorted(found, key=lambda swing: -abs(swing.change.change)))

    def told(self) -> str:
        """Each ending's chance as a line over story time, and the turning points; for a terminal."""
        from falter.explain.turning.told import told

        return told(self)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        from falter.explain.turning.record import record

        return record(self)

    def plot(self, kind: str = "all") -> TopLevelMixin:
        """A chart (Altair): the chance of each ending over story time, with the turning points marked."""
        from falter.explain.turning.told import plot

        return plot(self, kind)

    def __repr__(self) -> str:
        return f"<TurningPoints of {self.trace.scene.title!r}, seed {self.trace.seed}: {len(self.turns)} in {len(self.moments)} moments>"

    def _repr_html_(self) -> str:
        from falter.explain.turning.told import html

        return html(self)


def changed(before: Codes, after: Codes, code: int, apart: bool, level: float = LEVEL) -> Change:
    """By how much an ending is likelier after than before, luck by luck; `apart` where not the same lucks count of both."""
    if apart:
        one, other = (wilson(int((codes == code).sum()), int((codes >= 0).sum()), level) for codes in (before, after))
        return newcombe(one, other)
    was, is_ = before == code, after == code
    both, gained, lost = int((was & is_).sum()), int((~was & is_).sum()), int((was & ~is_).sum())
    return paired(both, gained, lost, len(was) - both - gained - lost, level)


def turning_points(trace: Trace, runs: int = RUNS, jobs: int = 1, told: Told = lambda _count: None) -> TurningPoints:
    """How likely each ending was from each moment of a performance on, and the moments at which that turned.

    From all moments it is gone on `runs / 4` times, from the start `runs`; the changes that seem largest are looked at again from both
    sides with `runs` fresh lucks, and only that is told of them: what was chosen for being large is not judged by what it was chosen by.
    Raises NotTheSameError where a kept performance does not come out again.
    """
    moments = moments_of(trace)
    stood = standings(trace.tables, trace.seed, trace.run, [moment.step for moment in moments], trace.luck, trace.interventions)
    if not all(_is_of(trace, one) for one in stood):
        raise NotTheSameError(trace)
    few = max(FEWEST, runs // PART)
    lucks = [luck for luck in islice(count(1), few + runs + 1) if luck != trace.luck]
    first = _codes(perform_onward([(one, lucks[: 1 if one.closed else few]) for one in stood], workers=jobs, told=told), few)
    picked = _picked(first)
    sides = sorted({side for number in picked for side in (number - 1, number)})
    fresh = lucks[few : few + runs]
    afresh = sorted({0, *sides})
    codes = _codes(perform_onward([(stood[n], fresh[: 1 if stood[n].closed else runs]) for n in afresh], workers=jobs, told=told), runs)
    found = dict(zip(afresh, codes, strict=True))
    points = TurningPoints(trace, moments, (found[0], *first[1:]), {side: found[side] for side in sides}, runs)
    return replace(points, shut=_shut(points, fresh, jobs, told))


def _shut(points: TurningPoints, lucks: Sequence[int], jobs: int, told: Told) -> dict[int, list[tuple[Event, Codes]]]:
    """Of each turn, what comes with the same lucks without each thing that was done then, took effect, or was to come next."""
    trace, moments = points.trace, points.moments
    pairs = [(turn.number, suspect) for turn in points.turns for suspect in suspects_of(trace, moments, turn.number)]
    stood = [without(trace, suspect, moments[number].step) for number, suspect in pairs]
    codes = _codes(perform_onward([(one, lucks) for one in stood], workers=jobs, told=told), len(lucks))
    found: dict[int, list[tuple[Event, Codes]]] = {}
    for (number, suspect), each in zip(pairs, codes, strict=True):
        found.setdefault(number, []).append((suspect.event, each))
    return found


def _is_of(trace: Trace, one: Standing) -> bool:
    """Is it a state of this performance?"""
    if one.start.step == 0:
        return True
    there = trace.sf(one.start.step - 1).tobytes()
    return one.start.floats[: len(there)] == there


def _codes(found: Sequence[Onward], count: int) -> tuple[Codes, ...]:
    """The ending of each continuation, −1 where what must be is not; of a performance that is over, the same for every luck."""
    codes = [numpy.where(one.met == 1, one.endings, -1) for one in found]
    return tuple(numpy.resize(one, count) for one in codes)


def _picked(first: Sequence[Codes]) -> list[int]:
    """The moments at which the chance of some ending seems to have changed most, of continuations that meet what must be."""
    met, size = [codes[codes >= 0] for codes in first], {}
    for number in range(1, len(first)):
        before, after = met[number - 1], met[number]
        codes = set(numpy.unique(numpy.concatenate([before, after])).tolist()) if len(before) and len(after) else ()
        size[number] = max((abs(float((after == code).mean() - (before == code).mean())) for code in codes), default=0.0)
    return sorted(number for number in sorted(size, key=lambda number: -size[number])[:TURNS] if size[number] > 0.0)
