"""The cause listed first, taken away under the same luck, delays or prevents an act more often than any listed third or later.

200 acts, drawn at random (seed 20,251) from 200 performances of three scenes, one of each: one in three of the letter, the huntsman and the
office, under seeds 2,000 on. Later means by more than a second, as everywhere in what-ifs. Shares of acts are compared by their intervals
(Wilson, 95 %): were a rank as good as the first, the two would lie apart in less than one test in a hundred; and act by act (Newcombe's
paired interval). Ranks from the third to the sixth are looked at; fewer acts have more causes than that.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import pytest

from falter.explain.acts.why import Why, why
from falter.explain.changes.removing import effect_of, removal, the_same_of
from falter.explore.intervals import Change, Share, paired, wilson
from falter.performance import perform
from falter.performance.batch import perform_batch
from tests.performing import whole_scene

SCENES = ("ladder/01-the-letter", "the-huntsman", "the-generals-office")
ACTS = 200
SEED = 20_251
FIRST_SEED = 2_000
RANKS = 6

pytestmark = pytest.mark.slow


class Tried(NamedTuple):
    """One act: how far its shares are from adding up, and of each of the first causes, whether it was delayed or prevented without it."""

    off: float
    held: tuple[bool | None, ...]


@cache
def drawn() -> tuple[Tried, ...]:
    """All the acts, with their causes in the order listed."""
    return tuple(one_of(act) for act in range(ACTS))


def one_of(act: int) -> Tried:
    """The act of that number."""
    draw = random.Random(f"{SEED} {act}")
    tables = whole_scene(SCENES[act % len(SCENES)])
    trace = perform(tables, FIRST_SEED + act)
    events = list(trace.events)
    draw.shuffle(events)
    whys = next(found for found in (why(trace, event) for event in events) if found.crossing is not None)
    assert whys.crossing is not None
    off = sum(whys.crossing.build.left.values()) - whys.crossing.preference
    return Tried(off, tuple(held(whys, cause) for cause in whys.causes()[:RANKS]))


def held(whys: Why, cause: tuple) -> bool | None:  # type: ignore[type-arg]
    """Without it, is the act done later, or not at all? None for what cannot be taken away."""
    found = removal(whys, cause[0], cause[1])
    if found is None:
        return None
    trace, event = whys.trace, whys.event
    again = perform_batch(found.tables, trace.seed, trace.run, 1, luck=trace.luck, interventions=found.rows)
    same = the_same_of(trace.events, event, again.events(0))
    return effect_of(same.t - event.t if same else None) in ("later", "not at all")


def rates(tried: Sequence[Tried]) -> list[Share]:
    """By rank, the share of acts that were delayed or prevented."""
    columns = [[one.held[rank] for one in tried if len(one.held) > rank and one.held[rank] is not None] for rank in range(RANKS)]
    return [wilson(sum(map(bool, column)), len(column)) for column in columns]


def less_than_first(tried: Sequence[Tried], rank: int) -> Change:
    """By how much fewer acts a rank delays or prevents than the first, act by act."""
    pairs = [(one.held[0], one.held[rank]) for one in tried if len(one.held) > rank and None not in (one.held[0], one.held[rank])]
    return paired(*(sum(pair == wanted for pair in pairs) for wanted in ((True, True), (False, True), (True, False), (False, False))))


def stands_out(tried: Sequence[Tried]) -> bool:
    """Does the first lie above the third and all later ones, by both measures?"""
    first, later = rates(tried)[0], rates(tried)[2:]
    return all(first.low > one.high for one in later) and all(less_than_first(tried, rank).high < 0.0 for rank in range(2, RANKS))


def test_the_first_cause_taken_away_delays_or_prevents_most_often() -> None:
    tried = drawn()
    assert max(abs(one.off) for one in tried) < 1e-9
    for rank, share in enumerate(rates(tried)):
        acts = sum(len(one.held) > rank and one.held[rank] is not None for one in tried)
        part, low, high = (100.0 * each for each in share)
        print(f"without cause {rank + 1}: delayed or prevented in {part:.0f} % ({low:.0f}-{high:.0f}) of {acts} acts")
    assert stands_out(tried)


def test_in_another_order_the_first_does_not_stand_out() -> None:
    """The same acts with the causes of each in a random order: the measure does not find what is not there."""
    draw = random.Random(SEED)
    assert not stands_out([Tried(one.off, tuple(draw.sample(one.held, len(one.held)))) for one in drawn()])
