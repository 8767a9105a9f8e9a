"""A pose that deceives and a hand that shakes: what Holofernes makes of Judith with her tenderness put on, and without it.

1,000 performances of each kind, seed 20260301. Counted: he asks her outright what she means in .75 with the pose and .91 without; he takes
a blow for likelier than not in .61 and .79; he wakes in .39 under a hand that may shake and .23 under one that can't. A difference is
asked to be 4 of its standard errors, so that one which is not there is found less than once in thirty thousand times.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from falter.performance.batch import Batch, perform_batch
from tests.laws.whole import apart
from tests.performing import SCENES, tables_of

RUNS = 1000
POSE = ("  feigns love: strongly\n", "  masks hate with love\n", "  masks fear with joy\n")
ASKING = {"ask-hand", "ask-look", "ask-bag"}


@cache
def performed(posing: bool, steady: bool = False) -> Batch:
    """The scene, with the pose or without it, with hands that can shake or can't."""
    text = (SCENES / "judith-in-the-tent.falter").read_text(encoding="utf-8")
    for line in () if posing else POSE:
        assert text.count(line) == 1
        text = text.replace(line, "")
    return perform_batch(tables_of(text + ("\nset tremor_from 1\n" if steady else "")), 20260301, 0, RUNS, workers=2)


def share(batch: Batch, holds: Callable[[Batch, int], bool]) -> float:
    return sum(holds(batch, run) for run in range(len(batch))) / len(batch)


def asleep(batch: Batch, run: int) -> float:
    """When he falls asleep, in s; never, if he does not."""
    return next((event.lands for event in batch.events(run) if event.move == "fall-asleep"), float("inf"))


def asks(batch: Batch, run: int) -> bool:
    return any(event.move in ASKING and event.t < asleep(batch, run) for event in batch.events(run))


def expects_a_blow(batch: Batch, run: int) -> bool:
    """While he is awake his odds that she means to strike pass even odds."""
    till = asleep(batch, run)
    return any(
        (incident.who, incident.kind, incident.whom) == ("HOLOFERNES", "realises", "JUDITH")
        and incident.amount >= 0.5
        and "strike" in str(incident.what)
        and incident.t < till
        for incident in batch.incidents(run)
    )


@pytest.mark.slow
def test_without_the_pose_he_asks_what_she_means_more_often() -> None:
    posing, bare = share(performed(True), asks), share(performed(False), asks)
    print(f"\nhe asks her outright: {posing:.3f} posing, {bare:.3f} not")
    assert apart(bare, posing, RUNS) > 4.0


@pytest.mark.slow
def test_without_the_pose_he_reads_her_intent_more_often() -> None:
    posing, bare = share(performed(True), expects_a_blow), share(performed(False), expects_a_blow)
    print(f"\nhe takes a blow for likelier than not: {posing:.3f} posing, {bare:.3f} not")
    assert apart(bare, posing, RUNS) > 4.0


@pytest.mark.slow
def test_a_hand_that_shakes_wakes_him() -> None:
    shaking, steady = (
        share(batch, lambda batch, run: any(event.move == "wake" for event in batch.events(run)))
        for batch in (performed(True), performed(True, steady=True))
    )
    print(f"\nhe wakes: {shaking:.3f} under a hand that may shake, {steady:.3f} under one that can't")
    assert apart(shaking, steady, RUNS) > 4.0
