"""Keeping a man on the line: the longer he is kept talking, the fewer shots; and what his breath tells who has only the telephone.

1,500 performances each. A share has a standard error of at most 1.3 points; a difference is asked to be 4 of its own, so that one which is
not there is found less than once in thirty thousand times.
"""

from __future__ import annotations

from functools import cache

import numpy
import pytest

from falter.model.scene import Scene
from falter.performance.batch import Batch
from tests.laws.whole import apart, lacking, performed, scene_of

RUNS = 1500
CALL = "the-hostage-call"
SHOTS = ("shoot", "fire", "men-fire")


def without_breath() -> Scene:
    """The scene with a telephone that carries the voice and nothing else."""
    scene = scene_of(CALL)
    (line,) = scene.links
    voice = tuple((channel, strength) for channel, strength in line.carries if channel == "voice")
    assert len(voice) == len(line.carries) - 1
    return scene.model_copy(update={"links": (line.model_copy(update={"carries": voice}),)})


@cache
def call(*missing: str) -> Batch:
    return performed(lacking(scene_of(CALL), *missing), RUNS)


def shots(batch: Batch) -> float:
    """The share of performances in which somebody is shot."""
    return sum(any(event.move in SHOTS and not event.cut for event in batch.events(run)) for run in range(RUNS)) / RUNS


def on_the_line(batch: Batch, run: int) -> float:
    """How long the line was open, in s."""
    opened: float | None = 0.0
    total = 0.0
    for event in sorted((event for event in batch.events(run) if not event.cut), key=lambda event: event.lands):
        if event.move == "hang-up" and opened is not None:
            total, opened = total + event.lands - opened, None
        elif event.move in ("ring-up", "ring-again") and opened is None:
            opened = event.lands
    return total if opened is None else total + float(batch.seconds[run]) - opened


def mean_time(batch: Batch) -> float:
    return float(numpy.mean([on_the_line(batch, run) for run in range(RUNS)]))


@pytest.mark.slow
def test_the_longer_the_line_is_open_the_fewer_shots() -> None:
    kept, lost = call(), call("ring-again", "ring-up")
    print(f"\ns on the line: {mean_time(kept):.0f}, never rung again {mean_time(lost):.0f}; shots {shots(kept):.3f}, {shots(lost):.3f}")
    assert mean_time(kept) > mean_time(lost) + 30.0
    assert apart(shots(lost), shots(kept), RUNS) > 4.0


@pytest.mark.slow
def test_who_is_not_talked_to_shoots_more_often() -> None:
    talked, silent = shots(call()), shots(call("talk", "still-here", "steady-him"))
    print(f"\nshots: talked to {talked:.3f}, not {silent:.3f}")
    assert apart(silent, talked, RUNS) > 4.0


def fear_heard(batch: Batch) -> float:
    """The share of performances in which she comes to see, rightly, that he is afraid."""
    found = (
        any((item.kind, item.who, item.whom, item.what) == ("reads", "RUTH", "DENNIS", "fear") for item in batch.incidents(run))
        for run in range(RUNS)
    )
    return sum(found) / RUNS


@pytest.mark.slow
def test_his_breath_tells_her_that_he_is_afraid() -> None:
    breath, voice = fear_heard(call()), fear_heard(performed(without_breath(), RUNS))
    print(f"\nshe reads his fear: voice and breath {breath:.3f}, voice {voice:.3f}")
    assert apart(breath, voice, RUNS) > 4.0
