"""The whole search: each strength alone, a few together, facts left out; each candidate held to fresh performances as soon as found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import sqrt
from typing import Final

import numpy

from falter.diagnostics.source import Places
from falter.explain.nearest.alone import Axis, axes, log_odds, reached_alone, sure_share
from falter.explain.nearest.facts import left_out
from falter.explain.nearest.farther import farther
from falter.explain.nearest.found import Alternative, Smallest, chosen
from falter.explain.nearest.ground import Fact, Ground
from falter.explain.nearest.holding import LEAST, Fresh, Held, share_of
from falter.explain.nearest.looking import Candidate, Goal, settled, surface_about
from falter.explain.nearest.never import undone
from falter.explain.nearest.surface import logit
from falter.explain.nearest.together import first_guess, together
from falter.explain.nearest.trials import Count, Trials
from falter.explore.tasks import Told
from falter.explore.tuning import Free
from falter.explore.wanted import wanted
from falter.model.scene import Scene
from falter.tables.compile import compile_scene

BUDGET: Final = 30_000
"""Performances of a search where nothing is said: of a whole scene, about two minutes on two cores."""
LEAST_BUDGET: Final = 1_000
RUNS: Final = 1_000
"""Fresh performances that an alternative is held to: its share to within about three points."""
MARGIN: Final = 0.5
"""Standard deviations of the fresh share that the search aims above what is asked for, so that half do not fall short."""
HIGHEST: Final = 0.99
"""The share that the search aims at, at most."""
PARTS: Final = {"written": 0.02, "axes": 0.17, "again": 0.05, "alone": 0.22, "several": 0.2, "two": 0.24, "facts": 0.1}
"""What each stage may cost, in parts of the budget."""
ALONE: Final = 5
"""Strengths that are followed by themselves."""
SEVERAL: Final = 4
"""Strengths that are moved together, at most."""
HELPFUL: Final = 2
"""Facts left out that are tried together, and with a strength moved."""
HARDLY: Final = 0.005
"""A share below this is told as 0 %, and is no nearer."""
SMALL: Final = 0.3
"""What is moved by less than this part of what is moved most is hardly 5 % of the way: it is put back, and the others looked at again."""


@dataclass(frozen=True)
class Asked:
    """What is looked for, and what it may cost."""

    goal: str
    share: float = 0.5
    budget: int = BUDGET
    runs: int = RUNS
    seed: int = 1
    jobs: int = 1


@dataclass
class Search:
    """A search under way: what it has found so far."""

    asked: Asked
    ground: Ground
    facts: Sequence[Fact]
    trials: Trials
    fresh: Fresh
    goal: Goal
    strongest: list[str] = field(default_factory=list)
    found: list[Alternative] = field(default_factory=list)
    short: list[Held] = field(default_factory=list)
    """What was held to fresh performances and fell short."""
    nearest: Alternative | None = None
    """Where all did, what came nearest, with what other fresh performances say of it."""

    def part(self, stage: str) -> int:
        """What a stage may cost."""
        return int(PARTS[stage] * self.asked.budget)

    def run(self, fresh: Count) -> None:
        """All stages, from what fresh performances say of the scene as written. What each finds is held to fresh ones at once."""
        written = fresh.plus(self.trials.more(self.ground, [self.ground.written], max(1, self.part("written")))[0])
        each = max(1, self.part("axes") // max(1, 4 * len(self.ground.free)))
        own = sorted(axes(self.trials, self.ground, each, self.part("again") // 16), key=lambda one: -one.sure)
        self.strongest = [self.ground.names[one.column] for one in own if one.sure > 0.0]
        for candidate in chain(self._alone(own), self._together(own, written), self._without_facts(own, written)):
            self._hold(candidate)
        if not self.found:
            self._hold(self._likeliest())
        if not self.found:
            self._come_nearest(fresh.share)

    @property
    def ever(self) -> bool:
        """Did anything that was tried lead there, if only once?"""
        tried = any(count.hits for tried in self.trials.tried.values() for count in tried.counts.values())
        return tried or any(one.share > 0.0 for one in self.short) or bool(self.found)

    def _likeliest(self) -> Candidate:
        """The point tried that is likeliest, a standard deviation taken off each share: what is told where nothing is enough."""
        pairs = [(tried.ground, key, count) for tried in self.trials.tried.values() for key, count in tried.counts.items()]
        ground, key, _ = max(pairs, key=lambda pair: sure_share(pair[2]))
        offsets = ground.offsets(numpy.array(key))
        columns = [int(column) for column in numpy.flatnonzero(offsets)]
        surface = surface_about(self.trials, ground, columns, offsets[columns])
        return Candidate(ground, columns, offsets[columns], surface, False)

    def _hold(self, candidate: Candidate) -> None:
        held = self.fresh.held(candidate, self.goal)
        if held.holds:
            self.found.append(held.found)
        else:
            self.short.append(held)

    def _come_nearest(self, written: float) -> None:
        """Of what fell short, the likeliest, held to other fresh performances than it was chosen by; it may hold with them."""
        best = max(self.short, key=lambda one: one.share)
        if _nearer(best.share, written):
            again = self.fresh.once_more(best)
            if again.holds:
                self.found.append(again.found)
            elif _nearer(again.share, written):
                self.nearest = again.found

    def _alone(self, own: list[Axis]) -> Iterator[Candidate]:
        hopeful = [one for one in own if one.towards(self.asked.share) is not None][:ALONE]
        for axis in hopeful:
            found = reached_alone(self.trials, self.ground, axis, self.asked.share, self.goal, self.part("alone") // ALONE)
            if found is not None:
                yield found

    def _together(self, own: list[Axis], written: Count) -> Iterator[Candidate]:
        """Several strengths together, and the two strongest; where none is near enough by itself, those that lead there one by one."""
        lacking = max(LEAST, self.goal.aim - log_odds(written))
        if own and not any(one.towards(self.asked.share) is not None for one in own):
            moves = farther(self.trials, self.ground, own, self.asked.share, self.part("alone"))
            columns, start = [column for column, _ in moves], numpy.array([offset for _, offset in moves])
            if len(moves) > 1:
                yield together(self.trials, self.ground, columns, start, lacking, self.goal, self.part("two"))
            return
        strong = [one for one in own if one.sure > 0.0][:SEVERAL]
        for few, stage in ((strong, "several"), (strong[:2], "two")):
            if len(few) > 2 or (len(few) == 2 and stage == "two"):
                columns, start = [one.column for one in few], first_guess(self.ground, few, lacking)
                yield self._trimmed(together(self.trials, self.ground, columns, start, lacking, self.goal, self.part(stage)))

    def _trimmed(self, one: Candidate) -> Candidate:
        """Without what is hardly moved, if it can be done without it."""
        large = numpy.abs(one.offset) >= SMALL * numpy.abs(one.offset).max()
        if large.all() or not one.reaches:
            return one
        columns = [column for column, keep in zip(one.columns, large, strict=True) if keep]
        fewer = settled(self.trials, one.ground, columns, one.offset[large], self.goal)
        return fewer if fewer.reaches else one

    def _without_facts(self, own: list[Axis], written: Count) -> Iterator[Candidate]:
        """Each fact left out; two that help; and those that help with the strongest strength moved besides."""
        each = self.part("facts") // max(1, 2 * len(self.facts) + 4)
        grounds = [self._without([fact], 2 * each) for fact in self.facts]
        gains = {ground.without[0].line: log_odds(count) - log_odds(written) for ground, count in grounds}
        order = sorted(self.facts, key=lambda fact: -gains[fact.line])
        helpful = [fact for fact in order if gains[fact.line] > 0.0][:HELPFUL]
        if len(helpful) == 2:
            grounds.append(self._without(helpful, 2 * each))
        for ground, count in grounds:
            if count.share >= self.asked.share:
                yield settled(self.trials, ground, [], numpy.zeros(0), self.goal)
        strong = next((one for one in own if one.sure > 0.0), None)
        if strong is not None and not any(len(one.kind) == 1 for one in self.found):
            for ground, count in grounds:
                if count.share < self.asked.share and ground.without[0] in helpful:
                    yield from self._besides(ground, strong, 2 * each)

    def _besides(self, ground: Ground, strong: Axis, runs: int) -> Iterator[Candidate]:
        """On a ground without a fact, the strongest strength moved; a change that only matters where no strength is enough alone, for it
        goes farther than that."""
        name = self.ground.names[strong.column]
        if name in ground.names:
            moved = Axis(ground.names.index(name), strong.offsets, strong.counts, strong.written)
            found = reached_alone(self.trials, ground, moved, self.asked.share, self.goal, runs)
            if found is not None:
                yield found

    def _without(self, facts: Sequence[Fact], runs: int) -> tuple[Ground, Count]:
        ground = left_out(self.ground.scene, self.ground.places, self.ground.free, facts)
        return ground, self.trials.more(ground, [ground.written], runs)[0]


def _nearer(share: float, written: float) -> bool:
    """Is that any nearer than as written?"""
    return share > written and share >= HARDLY


def smallest(scene: Scene, places: Places, free: Sequence[Free], facts: Sequence[Fact], asked: Asked, told: Told) -> Smallest:
    """The smallest changes that make what is asked for as likely as is asked: of these strengths and facts.

    Interrupted, it gives what it has by then. Raises WantedError for what cannot be looked for.
    """
    wanted(asked.goal, compile_scene(scene, places))
    ground = Ground(scene, places, tuple(free))
    margin = MARGIN * sqrt(asked.share * (1.0 - asked.share) / asked.runs)
    trials = Trials(asked.goal, asked.seed, asked.jobs, told)
    fresh = Fresh(asked.goal, asked.share, asked.seed, asked.runs, asked.jobs, told)
    search = Search(asked, ground, facts, trials, fresh, Goal(logit(min(HIGHEST, asked.share + margin)), asked.seed))
    written, waits, interrupted = Count(), None, False
    try:
        written = fresh.count(ground, ground.written, 0)
        if written.share < asked.share:
            search.run(written)
            waits = None if search.ever or written.hits else undone(ground, asked.goal, fresh)
    except KeyboardInterrupt:
        interrupted = True
    return Smallest(
        scene,
        asked.goal,
        asked.share,
        share_of(written),
        chosen(search.found),
        search.nearest,
        tuple(free),
        tuple(search.strongest[:SEVERAL]),
        trials.performed,
        asked.runs,
        asked.seed,
        interrupted,
        waits,
    )
