"""Which early acts an ending goes with, in runs that were performed. What goes together is told here; what follows from what, by blocking.

Whoever has done something by some time must have got that far. So an act done at t is set against runs that got as far as t without it,
not against all that never had it: those are shorter, and shorter runs end otherwise (the immortal time of Suissa 2008).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

import numpy

from falter.diagnostics.nearest import offer
from falter.diagnostics.unfit import UnfitError
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import Change, Share, newcombe, paired, wilson
from falter.explore.records import Beats, Flags, Integers, Numbers
from falter.explore.sweep import ensemble as ensemble_of
from falter.explore.tasks import Task, Told, perform_tasks
from falter.model.scene import Ending, Scene
from falter.tables.blocking import blocked

DONE = ("done", "since")
"""Conditions that an act was done."""


class Driver(NamedTuple):
    """An act, and by how much the ending's chance differs after it."""

    act: str
    runs: int
    """In how many runs it was begun while all was open, and another had got as far without it."""
    begun: float
    """When, s; the median."""
    after: Share
    """The ending's share of those runs."""
    otherwise: Share
    """Its share of the runs that had got as far without it, at the same times."""
    change: Change
    clear: bool
    """Is it told from no change, one act in twenty such tables being told so by chance?"""


@dataclass(frozen=True)
class Course:
    """Of each run that counts: until when all was open in s, and whether it came to the ending. Acts are looked up one at a time."""

    until: Numbers
    ended: Flags
    begun: Firsts


class Firsts:
    """When each act was first begun in each run. Beats are by run and then by time; so is what this keeps of an act."""

    def __init__(self, beats: Beats, runs: Integers, acts: int) -> None:
        self._run = numpy.searchsorted(runs, beats.run)
        self._t = beats.t
        self._order = numpy.argsort(beats.act, kind="stable")
        self._bounds = numpy.searchsorted(beats.act[self._order], numpy.arange(acts + 1))
        self._runs = len(runs)

    def of(self, act: int) -> Numbers:
        """By run, in s; infinite where it never was."""
        mine = self._order[self._bounds[act] : self._bounds[act + 1]]
        runs, where = numpy.unique(self._run[mine], return_index=True)
        first = numpy.full(self._runs, numpy.inf)
        first[runs] = self._t[mine[where]]
        return first


def drivers(ensemble: Ensemble, ending: str) -> list[Driver]:
    """Acts by when they are begun, with the ending's share after each and without it.

    Told of are acts that can be undone, begun while all was open: before the first act that cannot be undone or that the ending itself
    asks for. Raises ValueError for an ending that is none of the scene's, and where the beats went to a file.
    """
    course, counted = course_of(ensemble, ending), ensemble.counted
    done = numpy.bincount(ensemble.acted.act if ensemble.acted else [], minlength=len(ensemble.labels.acts)) > 0
    acts = [int(row) for row in numpy.flatnonzero(done & ~ensemble.labels.lasting)]
    strict = 1.0 - (1.0 - ensemble.level) / max(1, len(acts))
    found = []
    for row in acts:
        at = course.begun.of(row)[counted]
        change = compared(at, course.until, course.ended, ensemble.level)
        clear = compared(at, course.until, course.ended, strict)
        if change is not None and clear is not None:
            begun = float(numpy.median(at[at < course.until]))
            told = clear.change.low > 0.0 or clear.change.high < 0.0
            found.append(Driver(ensemble.labels.acts[row], change.runs, begun, change.after, change.otherwise, change.change, told))
    return sorted(found, key=lambda one: (one.begun, one.act))


def without(one: Ensemble, act: str, jobs: int = 1, told: Told = lambda _: None) -> Ensemble:
    """The same runs, in which this act is never open: what differs then follows from it. Raises NoSuchActError."""
    tables = blocked(one.tables, act)
    first, count = int(one.runs.run[0]), len(one.runs)
    size = -(-count // jobs)
    tasks = [Task(tables, one.seed, at, min(size, first + count - at)) for at in range(first, first + count, size)]
    return ensemble_of(tables, one.seed, list(perform_tasks(tasks, jobs, told)), one.point, one.level)


def paired_change(one: Ensemble, other: Ensemble, ending: str) -> Change:
    """Other less one, run against run of the same luck; of runs that count in one. Raises ValueError where the runs are not the same."""
    mine, theirs = in_either(one, other, ending)
    both, neither = int((mine & theirs).sum()), int((~mine & ~theirs).sum())
    return paired(both, int((~mine & theirs).sum()), int((mine & ~theirs).sum()), neither, one.level)


def share_then(one: Ensemble, other: Ensemble, ending: str) -> Share:
    """Of the runs that count in one, the share that comes to an ending in other."""
    theirs = in_either(one, other, ending)[1]
    return wilson(int(theirs.sum()), len(theirs), one.level)


def in_either(one: Ensemble, other: Ensemble, ending: str) -> tuple[Flags, Flags]:
    """Whether each run that counts in one came to an ending there, and whether its like did; one that is not what must be came to none."""
    if one.seed != other.seed or not numpy.array_equal(one.runs.run, other.runs.run):
        raise ValueError("paired() needs ensembles of the same runs under the same seed")
    mine, theirs = (each.came_to[one.counted] == code_of(each, ending) for each in (one, other))
    return numpy.asarray(mine), numpy.asarray(theirs)


def code_of(one: Ensemble, ending: str) -> int:
    """An ending's code. Raises UnfitError for one that is none of the scene's."""
    return code_among(one.names, ending)


def code_among(names: Sequence[str], ending: str) -> int:
    """An ending's place among those that a scene can have. Raises UnfitError with the nearest."""
    if ending not in names:
        raise UnfitError(f"names no ending of this scene: `{ending}`", offer(ending, names), "ending")
    return names.index(ending)


def course_of(ensemble: Ensemble, ending: str) -> Course:
    """What is compared, of the runs that count."""
    code = code_of(ensemble, ending)
    if ensemble.acted is None:
        raise ValueError("drivers() needs an exploration without a file to write to: the beats went there")
    begun = Firsts(ensemble.acted, ensemble.runs.run, len(ensemble.labels.acts))
    until = numpy.where(numpy.isnan(ensemble.runs.deed_t), ensemble.runs.seconds, ensemble.runs.deed_t)
    for act in numpy.flatnonzero(asked_for(ensemble, ending)):
        until = numpy.minimum(until, begun.of(int(act)))
    counted, ended = ensemble.counted, ensemble.runs.ending == code
    return Course(until[counted], numpy.asarray(ended[counted]), begun)


def asked_for(ensemble: Ensemble, ending: str) -> Flags:
    """Which acts the ending's own conditions ask for, by row."""
    moves = moves_asked_for(ensemble.tables.scene, ending)
    return numpy.array([act.split()[1] in moves for act in ensemble.labels.acts])


def moves_asked_for(scene: Scene, ending: str) -> set[str]:
    """The moves that an ending's own conditions ask for."""
    when = {one.name: one for one in scene.endings}.get(ending, Ending(name=ending)).when
    return {atom.move for clause in when.clauses for atom in clause.atoms if atom.word in DONE and not atom.negated and atom.move}


class Compared(NamedTuple):
    """Runs with something and runs as far without it."""

    runs: int
    after: Share
    otherwise: Share
    change: Change


def compared(at: Numbers, until: Numbers, ended: Flags, level: float) -> Compared | None:
    """Runs in which something befell at `at` before `until`, each against all that were going on then and had not had it; None of no run.

    The share without it is the mean over those runs of the share among what each is set against: run j weighs in with
    w_j = mean over i of 1 / R(t_i) for all t_i it was set against, R(t) being how many were. Its interval is Wilson's for 1 / Σ w_j²
    runs, and since many runs stand on both sides, one without it till they have it, the two shares are correlated by
    Σ v_j w_j / √(Σ v_j² Σ w_j²), v_j = 1 / n being the weights of those that had it.
    """
    free = numpy.minimum(at, until)
    order = numpy.argsort(free)
    later = numpy.concatenate([numpy.cumsum(ended[order][::-1])[::-1], [0]])
    had = numpy.flatnonzero(at < until)
    place = numpy.searchsorted(free[order], at[had], side="right")
    risk = len(at) - place
    had, place, risk = had[risk > 0], place[risk > 0], risk[risk > 0]
    count = len(had)
    if not count:
        return None
    times = numpy.sort(at[had])
    shares = numpy.concatenate([[0.0], numpy.cumsum((1.0 / risk)[numpy.argsort(at[had])])]) / count
    weights = shares[numpy.searchsorted(times, free, side="left")]
    without, squares = float((later[place] / risk).mean()), float((weights**2).sum())
    together = float(weights[had].sum()) / count / sqrt(squares / count)
    after = wilson(int(ended[had].sum()), count, level)
    otherwise = wilson(min(without, 1.0) / squares, 1.0 / squares, level)
    return Compared(count, after, otherwise, newcombe(otherwise, after, together))
