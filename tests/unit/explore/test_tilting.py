"""Tilts: what runs weigh, which tilts fit, how they are written; and a search that needs them, end to end."""

from __future__ import annotations

import math
from pathlib import Path

import numpy
import pytest

import falter
from falter.explore.sampling import Sample, effective, log_weights
from falter.explore.tilting import TiltError, fitted, interventions_of, log_ratio, parts, read_tilt, written
from falter.tables.columns import SF_TILTING_SIZE
from tests.performing import whole_scene

DT = 0.1
BRIDGE = Path(__file__).parents[3] / "scenes" / "ladder" / "03-the-bridge.falter"


def sums(steps: list[list[float]], noise: list[list[float]]) -> numpy.ndarray[tuple[int, int, int], numpy.dtype[numpy.float64]]:
    """One run of as many acts as there are lists."""
    found = numpy.zeros((1, len(steps), SF_TILTING_SIZE))
    parts(found)[0][0], parts(found)[1][0] = steps, noise
    return found


def test_the_ratio_is_that_of_normal_densities() -> None:
    """Ten draws of mean .1·√.1 in the first quarter, one in the last, against the densities themselves."""
    one = sums([[10, 0, 0, 1]], [[2.5, 0, 0, -1.5]])
    by_hand = (0.1 * math.sqrt(DT) * 2.5 - 10 * 0.01 * DT / 2) + (-2.0 * math.sqrt(DT) * -1.5 - 4.0 * DT / 2)
    assert log_ratio(one, {0: (0.1, 5.0, 0.0, -2.0)}, DT)[0] == pytest.approx(by_hand)
    assert log_ratio(one, {}, DT)[0] == 0.0


def test_the_fit_is_the_mean_of_the_noise_where_it_is_clear() -> None:
    runs = numpy.concatenate([sums([[100, 100, 0, 4], [50, 0, 0, 0]], [[40, 3, 0, 4], [-30, 0, 0, 0]])] * 30)
    found = fitted(runs, numpy.ones(30), DT)
    assert set(found) == {0, 1}
    assert found[0] == (round(0.4 / math.sqrt(DT), 2), 0.0, 0.0, round(1.0 / math.sqrt(DT), 2))
    assert found[1][0] == round(-0.6 / math.sqrt(DT), 2)
    assert fitted(runs[:1], numpy.ones(1), DT, dropped=1e9) == {}


def test_weights_are_those_of_the_mixture_that_was_drawn_from() -> None:
    one = sums([[10, 0, 0, 0]], [[6.0, 0, 0, 0]])
    tilted = Sample({0: (1.0, 0.0, 0.0, 0.0)}, 0, numpy.array([True] * 3), numpy.repeat(one, 3, axis=0))
    plain = Sample({}, 3, numpy.array([True]), one)
    ratio = math.exp(math.sqrt(DT) * 6.0 - 10 * DT / 2)
    for log in log_weights([tilted, plain], DT):
        assert numpy.exp(log) == pytest.approx(1.0 / (0.75 * ratio + 0.25))
    assert effective(numpy.log(numpy.array([1.0, 0.5]))) == pytest.approx(1.5**2 / 1.25)


@pytest.mark.parametrize("tilt", [(0.0, 0.5, -1.25, 2.0), (1.5, 1.5, 1.5, 1.5)])
@pytest.mark.parametrize("until", [None, 7.0, 0.5])
def test_a_tilt_is_read_as_it_is_written(tilt: tuple[float, float, float, float], until: float | None) -> None:
    tables = whole_scene("ladder/03-the-bridge")
    name, drifts, end = read_tilt(written("SISTER.ask-over.SENTRY", tilt, until))
    assert (name, end) == ("SISTER.ask-over.SENTRY", until)
    assert interventions_of([(name, drifts, end)], tables) == interventions_of([(name, tilt, until)], tables)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("SISTER.ask-over.SENTRY=much", "as in"), ("SISTER.ask-over.SENTRY=1,2", "=0,0,.5,1"),
        ("SISTER.ask-over.SENTRY=9", "=0,0,.5,1"), ("SISTER.ask-over.SENTRY=nan", "=0,0,.5,1"),
        ("SISTER.ask-ovr.SENTRY=1", "SISTER.ask-over.SENTRY"),
        ("SISTER.ask-over.SENTRY=1 until dawn", "as in"), ("SISTER.ask-over.SENTRY=1 until 0", "as in"),
    ],
)  # fmt: skip
def test_a_tilt_that_is_none_is_told_with_one_that_is(text: str, fix: str) -> None:
    with pytest.raises(TiltError) as told:
        interventions_of([read_tilt(text)], whole_scene("ladder/03-the-bridge"))
    assert fix in told.value.fix


def test_what_no_plain_run_has_is_found_with_luck_tilted_and_performs_again() -> None:
    """60 runs have none of what 1 in 1,600 has; its tilted witness, performed as its record says, has it."""
    scene = falter.load(BRIDGE)
    found = scene.find("act=SENTRY.let-over before 8", runs=60, seed=3)
    assert found.hits == 0 and found.run is not None and found.estimate is not None and found.tilts
    assert found.estimate.hits > 20
    record = found.record()
    tilted = [(name, drifts, record["until"]) for name, drifts in record["tilts"].items()]
    run = scene.perform(3, run=found.run, tilts=tilted)
    assert any(event.move == "let-over" and event.t < 8.0 for event in run.events)
    assert run.events == found.perform().events
    assert found.share.low == 0.0 if found.estimate.share is None else found.share.low > 0.0
