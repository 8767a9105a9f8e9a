"""The two whole scenes, over thousands of performances: how they end, and how the office turns on one man's love.

2,000 runs of seed 20260101 each. A share of 2,000 runs has a standard error of at most 1.1 points, so that a bound which the true share
clears by 3.5 points is missed by chance less than once in a thousand times.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import NamedTuple

import numpy
import pytest

from falter.model.scene import Scene
from falter.performance.batch import Batch, perform_batch
from falter.pipeline import compile_scene, read_scene
from tests.laws.reach import waits, within_reach
from tests.laws.survival import Estimate, median_with_error

SCENES = Path(__file__).parents[2] / "scenes"
OFFICE, FOREST = "the-generals-office.falter", "the-huntsman.falter"
RUNS = 2000
SEED = 20260101
LOVES = tuple(round(0.1 * k, 1) for k in range(11))


@cache
def scene_of(name: str) -> Scene:
    reading = read_scene((SCENES / name).read_bytes(), name)
    assert reading.scene is not None
    return reading.scene


@cache
def performed(name: str) -> Batch:
    return perform_batch(compile_scene(scene_of(name), {}), SEED, 0, RUNS, workers=2)


def met(name: str) -> dict[str, tuple[float, float, float]]:
    """For each ending that the scene expects: least, share, most, in per cent."""
    shares = performed(name).shares()
    return {line.ending: (line.least, 100.0 * shares[line.ending], line.most) for line in scene_of(name).expectations if line.ending}


def test_the_office_can_end_either_way() -> None:
    shares = performed(OFFICE).shares()
    print({ending: round(share, 3) for ending, share in shares.items()})
    assert 0.15 <= shares["killed"] <= 0.85
    assert 0.15 <= shares["spared"] <= 0.85
    assert sum(share > 0.0 for share in shares.values()) >= 4
    assert 60.0 <= float(numpy.median(performed(OFFICE).seconds)) <= 360.0


def test_the_huntsman_spares_more_often_than_not() -> None:
    shares = performed(FOREST).shares()
    print({ending: round(share, 3) for ending, share in shares.items()})
    assert shares["spared"] > 0.5
    assert sum(share > 0.0 for share in shares.values()) >= 4


@pytest.mark.parametrize("name", [OFFICE, FOREST])
def test_a_scene_keeps_its_own_expectations(name: str) -> None:
    assert met(name)
    for ending, (least, share, most) in met(name).items():
        assert least <= share <= most, ending


@pytest.mark.parametrize("name", [OFFICE, FOREST])
def test_every_move_is_performed_somewhere(name: str) -> None:
    batch = performed(name)
    done = {event.move for run in range(len(batch)) for event in batch.events(run)}
    assert {move.id for move in scene_of(name).all_moves()} - done == set()


def with_love(strength: float) -> Scene:
    """The office with another love of KYLO's for HUX."""
    scene = scene_of(OFFICE)
    people = []
    for person in scene.people:
        ties = tuple(
            tie.model_copy(update={"strength": strength}) if (person.id, tie.word, tie.person) == ("KYLO", "loves", "HUX") else tie
            for tie in person.ties
        )
        people.append(person.model_copy(update={"ties": ties}))
    return scene.model_copy(update={"people": tuple(people)})


class Point(NamedTuple):
    """At one strength of love: the share killed, and the median s from being within reach to the first of strike, spare, leave."""

    killed: float
    waits: Estimate


@cache
def at_love(strength: float) -> Point:
    batch = perform_batch(compile_scene(with_love(strength), {}), SEED, 0, RUNS, workers=2)
    shares = batch.shares()
    rows = []
    for run in range(len(batch)):
        events = batch.events(run)
        done = next((event.t for event in events if event.who == "KYLO" and event.move in ("strike", "spare", "leave")), None)
        rows.append((within_reach(batch.tables, events, "KYLO", "HUX", 1.5), done, float(batch.seconds[run])))
    return Point(shares["killed"] + shares["both"], median_with_error(*waits(rows)))


@pytest.mark.slow
def test_more_love_fewer_kills() -> None:
    """Kills from at least .90 at no love to at most .25 at all of it, with no rise of more than 3 standard errors."""
    kills = [at_love(love).killed for love in LOVES]
    print("killed by love:", [round(share, 3) for share in kills])
    assert kills[0] >= 0.90
    assert kills[-1] <= 0.25
    for before, after in pairwise(kills):
        error = sqrt((before * (1 - before) + after * (1 - after)) / RUNS) + 1e-9
        assert after - before <= 3.0 * error


@pytest.mark.slow
def test_hesitation_has_one_peak_inside() -> None:
    """One peak strictly inside, above both ends by more than 3 standard errors and at least twice the value at 0; on neither side of it
    a step the wrong way of more than 3 standard errors (20 comparisons of one-sided chance .0013: one in 40 suites at the worst)."""
    medians = [at_love(love).waits.value for love in LOVES]
    errors = [at_love(love).waits.error for love in LOVES]
    print("median s within reach, by love:", [(round(m, 1), round(e, 1)) for m, e in zip(medians, errors, strict=True)])
    peak = int(numpy.argmax(medians))
    assert 0 < peak < len(LOVES) - 1
    assert medians[peak] >= 2.0 * medians[0]
    for end in (0, -1):
        assert medians[peak] - medians[end] > 3.0 * sqrt(errors[peak] ** 2 + errors[end] ** 2)
    for k in range(len(LOVES) - 1):
        rise = medians[k + 1] - medians[k]
        wrong = -rise if k < peak else rise
        assert wrong <= 3.0 * sqrt(errors[k] ** 2 + errors[k + 1] ** 2)
