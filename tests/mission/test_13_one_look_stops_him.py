"""Row 13: one look from the other man stops him dead.

1,000 performances each of seed 13. A share of 1,000 has a standard error of at most 1.6 points; bounds are cleared by 5 of them or more,
so that each fails by chance less than once in a million suites.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 1000
SEED = 13
STOPPED = 3.0
"""s in which nothing is begun with hands or body."""
SCENE = """falter 1
scene The Gate
place a gate
set freezing {size}
LORD "the captain", he, away
ANNA "the guard", she
  ordered by LORD to strike BEN: wholly
  {ties}
BEN "the boy", he
ANNA may strike "strikes him" on BEN, kills, cannot be undone
ANNA may step "takes a step" toward BEN, 0.2 m, obeys LORD, again
ANNA may lower "lowers it" on BEN, spares BEN, again
BEN may look "looks up at her" to ANNA, stays (still +.1, know +.6), again
closes 5 s after strike or at 1 min
"""
TORN = "loves BEN: wholly\n  mood fear: strongly"
CALM = "mood joy: barely"


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: a look of the general's freezes the knight."""
    looks = [event.lands for event in events if event.who == "HUX" and event.move in ("look-up", "look-again")]
    frozen = [incident.t for incident in incidents if incident.kind == "freezes" and incident.who == "KYLO"]
    return any(0.0 <= t - look <= 0.3 for look in looks for t in frozen)


@cache
def gate(ties: str, size: float = 4.0) -> Batch:
    return perform_batch(tables_of(SCENE.format(ties=ties, size=size)), SEED, 0, RUNS)


def frozen(batch: Batch) -> float:
    """Share of the performances in which ANNA freezes."""
    return sum(any(found.kind == "freezes" and found.who == "ANNA" for found in batch.incidents(run)) for run in range(len(batch))) / len(
        batch
    )


def stirs_after_a_look(batch: Batch) -> float:
    """Share of BEN's looks after which ANNA does something within `STOPPED` s."""
    looks = stirred = 0
    for run in range(len(batch)):
        events = batch.events(run)
        acts = [event.t for event in events if event.who == "ANNA"]
        for look in (event.lands for event in events if event.who == "BEN" and event.lands + STOPPED <= batch.seconds[run]):
            looks += 1
            stirred += any(0.2 < t - look <= STOPPED for t in acts)
    return stirred / max(1, looks)


def test_one_who_is_torn_and_afraid_is_stopped() -> None:
    """In one performance of four at least; where nothing freezes a calm one, that is the contrast."""
    share = frozen(gate(TORN))
    print("frozen:", share)
    assert share > 0.25


def test_one_who_is_calm_and_of_one_mind_is_not() -> None:
    share = frozen(gate(CALM))
    print("frozen, calm:", share)
    assert share < 0.02


def test_what_is_frozen_does_not_stir() -> None:
    """Against the same seeds where nobody can freeze."""
    with_it, without = stirs_after_a_look(gate(TORN)), stirs_after_a_look(gate(TORN, 0.0))
    print("stirs within 3 s of a look:", round(with_it, 3), "without freezing:", round(without, 3))
    assert with_it < without - 0.05
