"""Which tilts bring about what is wanted, and which of those with the least violence: a push tried on each act, then cross-entropy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

import numpy

from falter.explore.records import Labels, Numbers
from falter.explore.sampling import Sample, Sampler, effective, log_weights
from falter.explore.tilting import Tilt, Tilts, fitted, typed

PUSHES: Final = (1.5, 4.0)
"""1/√s: how hard acts are pushed, the milder first."""
TRIED: Final = 16
"""Runs that a push is tried on."""
OFTEN: Final = 0.5
"""From this share of runs on, a push is good enough."""
SELDOM: Final = 0.03
"""In that share of as many runs as a push is eased by, the best must work again: what worked once may have been luck."""
EASED: Final = 1.5
"""By how much a push is eased while it goes on working, in so many runs and at so great a share."""
EASED_RUNS: Final = 64
EASED_SHARE: Final = 0.1
LEAST: Final = 0.05
"""1/√s: nothing is eased below this."""
ROUND: Final = 256
"""Runs that tilts are fitted to at a time, at least."""
ROUNDS: Final = 12
KEPT: Final = 4
"""Rounds that are looked at together, the latest ones."""
TELLING: Final = 50
"""Effective number of runs to fit to; half of those there are if that is less."""
FEWEST: Final = 5

UP: Final[Tilt] = (1.0, 1.0, 1.0, 1.0)
DOWN: Final[Tilt] = (-1.0, -1.0, -1.0, -1.0)
BRINK: Final[Tilt] = (0.0, 0.0, 1.0, 1.0)
BACK: Final[Tilt] = (0.0, 0.0, -1.0, -1.0)


def tilts_for(sampler: Sampler, size: int = ROUND) -> Tilts | None:
    """Tilts under which what is wanted comes about as it would come about without, fitted to `size` runs at a time; None where no push
    brings it about."""
    pushed = _pushed(sampler)
    return None if pushed is None else _fitted(sampler, _eased(sampler, pushed), size)


def _pushed(sampler: Sampler) -> tuple[Tilts, float] | None:
    """The push that works best, with its strength: one that works half of the time, else the best of the first kind of which any works."""
    for pushes in (list(_pushes(sampler)), list(_pairs(sampler))):
        for strength in PUSHES:
            best: tuple[float, Tilts] | None = None
            for push in pushes:
                share = sampler.draw(_scaled(push, strength), TRIED).share
                if share >= OFTEN:
                    return push, strength
                if share > (best[0] if best else 0.0):
                    best = (share, push)
            if best and sampler.draw(_scaled(best[1], strength), EASED_RUNS).share >= SELDOM:
                return best[1], strength
    return None


def _pushes(sampler: Sampler) -> Iterator[Tilts]:
    """What is named in what is wanted first; then every act towards its threshold, or away; and each person held back from all there is."""
    labels = Labels(sampler.tables)
    own, named = _own(sampler), _named(sampler)
    if len(named) > 1:
        yield dict.fromkeys(named, BRINK)
        yield dict.fromkeys(named, UP)
    for act in dict.fromkeys(chain(named, own)):
        yield from ({act: tilt} for tilt in (BRINK, UP, DOWN))
    for person in numpy.unique(labels.doer[own]).tolist():
        yield dict.fromkeys(numpy.flatnonzero(labels.doer == person).tolist(), BACK)


def _pairs(sampler: Sampler) -> Iterator[Tilts]:
    """What is named in what is wanted, all of it, and one other act: what may have to come before."""
    named = _named(sampler)
    for act in _own(sampler) if named else ():
        if act not in named:
            yield dict.fromkeys([*named, act], UP)


def _own(sampler: Sampler) -> list[int]:
    """Acts of the scene's own moves."""
    return [int(act) for act in numpy.flatnonzero(Labels(sampler.tables).authored)]


def _named(sampler: Sampler) -> list[int]:
    """Acts named in what is wanted, or in the lines of the endings wanted."""
    tables, moves = sampler.tables, set()
    named = [act for term in sampler.wanted.terms if term.kind == "act" and not term.negated for act in term.codes]
    endings = tables.scene.endings
    codes = [code for term in sampler.wanted.terms if term.kind == "ending" and not term.negated for code in term.codes]
    for code in codes:
        if code < len(endings):
            atoms = chain.from_iterable(clause.atoms for clause in endings[code].when.clauses)
            moves |= {atom.move for atom in atoms if atom.word == "done" and not atom.negated}
    named += [row for row, label in enumerate(Labels(tables).acts) if label.split(" ")[1] in moves]
    return [act for act in dict.fromkeys(named) if act in _own(sampler)]


def _scaled(push: Tilts, strength: float) -> Tilts:
    return {act: typed(numpy.array(tilt) * strength) for act, tilt in push.items()}


def _eased(sampler: Sampler, pushed: tuple[Tilts, float]) -> Tilts:
    """The push, as gentle as it may be and still work."""
    push, strength = pushed
    while strength > LEAST and sampler.draw(_scaled(push, strength / EASED), EASED_RUNS).share >= EASED_SHARE:
        strength /= EASED
    return _scaled(push, strength)


def _fitted(sampler: Sampler, tilts: Tilts, size: int) -> Tilts | None:
    """Cross-entropy, round after round: the tilts under which the runs that were as wanted are likeliest, each by its weight.

    Where the weights are too uneven to fit to, they are taken to the power that makes them even enough; it rises to 1 as tilts get nearer.
    """
    rounds: list[Sample] = []
    for _ in range(ROUNDS):
        rounds = [*rounds, sampler.draw(tilts, size)][-KEPT:]
        logs = log_weights(rounds, sampler.dt)
        log = numpy.concatenate([weight[sample.hits] for weight, sample in zip(logs, rounds, strict=True)])
        if len(log) < FEWEST:
            return None
        power = _power(log)
        sums = numpy.concatenate([sample.sums[sample.hits] for sample in rounds])
        before, tilts = tilts, fitted(sums, numpy.exp(power * (log - log.max())), sampler.dt)
        if not tilts:
            return before
        if power == 1.0 and effective(log) > 0.25 * len(log):
            return tilts
    return tilts


def _power(log: Numbers) -> float:
    """The greatest power in (0, 1] of the weights that leaves them even enough to fit to."""
    enough = min(TELLING, 0.5 * len(log))
    if effective(log) >= enough:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if effective(middle * log) >= enough else (low, middle)
    return low
