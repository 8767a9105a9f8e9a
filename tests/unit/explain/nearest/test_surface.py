"""What counts tell of how likely something is about a point, and the nearest point where it is likely enough."""

from __future__ import annotations

import numpy
import pytest

from falter.diagnostics.source import Places
from falter.explain.nearest.closest import Region, closest
from falter.explain.nearest.ground import Ground
from falter.explain.nearest.surface import Surface, features, fitted, logit
from falter.explore.records import Numbers
from falter.explore.tuning import Free
from falter.model.scene import Scene

WEIGHTS = numpy.array([-1.0, 4.0, -2.0, 1.5, 0.5, -1.0])
"""Log odds −1 + 4x − 2y + 1.5x² + .5xy − y²."""
EVERYWHERE = Region(numpy.zeros(2), 9.0)


def ground_of(*values: float) -> Ground:
    """As many strengths, from 0 to 1; of no scene that matters here."""
    free = tuple(Free(f"A.mood.{k}", 0.0, 1.0, value) for k, value in enumerate(values))
    ground = Ground(Scene(title="None"), Places(), free)
    ground.__dict__["units"] = numpy.ones(len(values))
    return ground


def plane(*slopes: float) -> Surface:
    """Log odds −1 as written, straight in each offset."""
    count = len(slopes)
    return Surface(numpy.array([-1.0, *slopes, *[0.0] * (count * (count + 1) // 2)]))


def test_a_surface_that_is_quadratic_is_found_from_counts() -> None:
    """200 points of 2,000 draws, seed 5: the standard error of the log odds near the middle is under .02, so that .1 is five of them;
    false alarms under 1e-5."""
    draws = numpy.random.default_rng(5)
    offsets = draws.uniform(-0.4, 0.4, (200, 2))
    of = numpy.full(200, 2000.0)
    hits = draws.binomial(2000, 1.0 / (1.0 + numpy.exp(-features(offsets) @ WEIGHTS))).astype(float)
    found = fitted(offsets, hits, of, numpy.zeros(2), 0.5)
    places = draws.uniform(-0.2, 0.2, (50, 2))
    assert numpy.abs(found.log_odds(places) - features(places) @ WEIGHTS).max() < 0.1


def test_points_far_off_tell_nothing() -> None:
    offsets = numpy.array([[0.0], [0.05], [-0.05], [0.9]])
    near = fitted(offsets[:3], numpy.array([50.0, 60.0, 40.0]), numpy.full(3, 100.0), numpy.zeros(1), 0.1)
    both = fitted(offsets, numpy.array([50.0, 60.0, 40.0, 0.0]), numpy.full(4, 100.0), numpy.zeros(1), 0.1)
    assert numpy.array_equal(near.weights, both.weights)


def test_points_at_some_distance_tell_little() -> None:
    """At 2.5 widths a point weighs exp(−3.1), .04: one that contradicts the others moves the log odds at the middle by under .1."""
    offsets, of = numpy.array([[0.0], [0.05], [-0.05], [0.25], [-0.25]]), numpy.full(5, 100.0)
    agreeing = fitted(offsets, numpy.array([50.0, 60.0, 40.0, 90.0, 10.0]), of, numpy.zeros(1), 0.1)
    against = fitted(offsets, numpy.array([50.0, 60.0, 40.0, 5.0, 5.0]), of, numpy.zeros(1), 0.1)
    assert abs(float((agreeing.log_odds(offsets[:1]) - against.log_odds(offsets[:1]))[0])) < 0.1


def test_all_or_none_gives_odds_that_are_finite() -> None:
    found = fitted(numpy.array([[0.0], [0.1]]), numpy.array([0.0, 100.0]), numpy.full(2, 100.0), numpy.zeros(1), 0.2)
    assert numpy.isfinite(found.weights).all()
    assert found.share(numpy.array([0.1])) > 0.9


@pytest.mark.parametrize("slopes", [(5.0,), (-5.0,), (4.0, 3.0), (4.0, -3.0), (3.0, 2.0, -1.0, 2.0)])
def test_the_nearest_point_of_a_plane_is_at_its_foot(slopes: tuple[float, ...]) -> None:
    """Log odds −1 + s·x reach 0 at the way 1/|s|; strengths in hundredths may cost half a hundredth each."""
    ground = ground_of(*[0.5] * len(slopes))
    region = Region(numpy.zeros(len(slopes)), 1.0)
    found = closest(plane(*slopes), ground, list(range(len(slopes))), 0.0, region, seed=1)
    assert found is not None
    way = float(numpy.linalg.norm(found))
    foot = 1.0 / float(numpy.linalg.norm(slopes))
    assert foot - 1e-9 <= way <= foot + 0.01 * len(slopes) ** 0.5
    assert numpy.allclose(100.0 * found, numpy.round(100.0 * found))
    assert plane(*slopes).log_odds(found[None])[0] >= 0.0


def test_a_strength_at_its_end_stays_there_and_the_others_go_on() -> None:
    """The first could be moved .02 only: 10 · .02 = .2 of the 1 that lacks; the second must give .8 with 2 a unit."""
    ground = ground_of(0.98, 0.3)
    found = closest(plane(10.0, 2.0), ground, [0, 1], 0.0, EVERYWHERE, seed=1)
    assert found is not None
    assert found[0] == pytest.approx(0.02)
    assert 0.4 - 1e-9 <= found[1] <= 0.42


def test_what_is_out_of_the_region_is_not_believed() -> None:
    assert closest(plane(5.0), ground_of(0.5), [0], 0.0, Region(numpy.array([-0.3]), 0.2), seed=1) is None


def test_a_way_is_euclidean_and_adds_what_is_left_out() -> None:
    ground = ground_of(0.5, 0.2)
    point: Numbers = numpy.array([0.8, 0.6])
    assert ground.way(point) == pytest.approx(0.5)
    assert ground.changed(point) == {"A.mood.0": 0.8, "A.mood.1": 0.6}
    assert ground.changed(ground.written) == {}


def test_log_odds_of_a_half_are_nothing() -> None:
    assert logit(0.5) == 0.0
