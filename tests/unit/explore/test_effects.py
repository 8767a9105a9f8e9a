"""Effects on a chance: against SALib where there is no luck, and against indices that are known where there is nothing but."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

import falter
from falter.explore.deciding import Cut, decided
from falter.explore.design import RUNS, Design, Range, blocks_for, design_of, perform_design, ranges_of
from falter.explore.effects import Effects, effects
from falter.explore.varying import Varied, VaryError
from falter.model.quantities import with_values
from falter.performance.batch import perform_batch
from falter.tables.compile import compile_scene
from tests.unit.explore.test_decisive import LADDER

FIRST, TOTAL = (0.3139, 0.4424, 0.0), (0.5576, 0.4424, 0.2437)
"""Effects of Ishigami's function with a = 7, b = .1 (Saltelli et al. 2008, table 4.8); those of any straight line of it are the same."""
MIDDLE, SPREAD = (11.0 + 3.5) / 30.0, 13.8446 / 900.0
"""Mean and variance of the chance below."""


def chance(u: Any) -> Any:
    """Ishigami's function of quantities in [0, 1], brought between 0 and 1."""
    x = (2.0 * u - 1.0) * numpy.pi
    return (numpy.sin(x[..., 0]) + 7.0 * numpy.sin(x[..., 1]) ** 2 + 0.1 * x[..., 2] ** 4 * numpy.sin(x[..., 0]) + 11.0) / 30.0


def drawn(blocks: int, rng: numpy.random.Generator) -> Any:
    """Blocks of points in [0, 1], drawn apart."""
    a, b = rng.random((2, blocks, 3))
    points = numpy.repeat(a[:, None], 5, axis=1)
    for k in range(3):
        points[:, k + 1, k] = b[:, k]
    points[:, 4] = b
    return points


def performed(points: Any, runs: int, rng: numpy.random.Generator) -> Any:
    """Whether it came, with the luck of a block shared by all its points but the last."""
    luck = numpy.repeat(rng.random((len(points), 1, runs)), 5, axis=1)
    luck[:, 4] = rng.random((len(points), runs))
    return luck < chance(points)[..., None]


def held(found: Effects) -> Any:
    """Which of the seven intervals hold the truth."""
    of = SPREAD / (MIDDLE * (1.0 - MIDDLE))
    pairs = zip((*found.first, *found.total, found.decided), (*FIRST, *TOTAL, of), strict=True)
    return numpy.array([share.low <= true <= share.high for share, true in pairs])


def test_without_luck_they_are_those_of_salib() -> None:
    """Where an ending comes always or never, there is nothing to take off."""
    from SALib.analyze.sobol import first_order, total_order

    points = drawn(128, numpy.random.default_rng(1))
    came = numpy.repeat((chance(points) > 0.45)[..., None], 4, axis=2)
    found, y = effects(came, points[:, [0, 4]]), came.mean(axis=2)
    middle = 0.5 * (y[:, 0].mean() + y[:, 4].mean())
    for k in range(3):
        assert found.first[k].share == pytest.approx(first_order(y[:, 0] - middle, y[:, k + 1] - middle, y[:, 4] - middle), abs=1e-12)
        assert found.total[k].share == pytest.approx(total_order(y[:, 0], y[:, k + 1], y[:, 4]), abs=1e-12)


def test_luck_is_not_taken_for_an_effect_and_intervals_hold_as_often_as_they_say() -> None:
    """Four times the variance of the chance is luck's, at 16 performances a point. Seed 2, 150 designs of 128 blocks. Each interval must
    hold the truth in 95 of 100, less 3.7 standard errors of 1.8; the mean of each effect must be within 4 standard errors of it, and
    .02 more for the bias of a ratio. Right ones fail once in a thousand times. Uncorrected, the third quantity alone comes to over .5."""
    rng, kept, shares, naive = numpy.random.default_rng(2), [], [], []
    for _ in range(150):
        points = drawn(128, rng)
        came = performed(points, 16, rng)
        found = effects(came, points[:, [0, 4]])
        kept.append(held(found))
        shares.append([one.share for one in (*found.first, *found.total)])
        y = came.mean(axis=2)
        apart = performed(points, 16, rng).mean(axis=2)[:, 3]
        naive.append(0.5 * ((y[:, 0] - apart) ** 2).mean() / y[:, [0, 4]].var())
    assert (numpy.mean(kept, axis=0) >= 0.95 - 3.7 * 0.018).all()
    error = numpy.std(shares, axis=0) / numpy.sqrt(150)
    assert (abs(numpy.mean(shares, axis=0) - numpy.array([*FIRST, *TOTAL])) < 4.0 * error + 0.02).all()
    assert numpy.mean(naive) > 0.5


@pytest.mark.slow
def test_they_do_so_with_points_drawn_by_salib() -> None:
    """As above with the design that is used: seeds 0 to 299, 256 blocks; 95 of 100 less 3.7 standard errors of 1.26."""
    rng, kept = numpy.random.default_rng(3), []
    for seed in range(300):
        design = design_of([Range(name, 0.0, 1.0) for name in "abc"], 256, seed)
        kept.append(held(effects(performed(design.points, 16, rng), design.bases)))
    assert (numpy.mean(kept, axis=0) >= 0.95 - 3.7 * 0.0126).all()


def test_what_decides_nothing_is_not_told_of() -> None:
    rng = numpy.random.default_rng(4)
    found = effects(rng.random((128, 5, 16)) < 0.3, drawn(128, rng)[:, [0, 4]])
    assert not found.told
    with pytest.raises(ValueError, match="two performances"):
        effects(numpy.ones((8, 5, 1), bool), numpy.zeros((8, 2, 3)))


def test_points_are_those_of_the_ranges_and_blocks_change_one_quantity_at_a_time() -> None:
    ranges = (Range("x", 2.0, 4.0), Range("y", 0.0, 0.1))
    design = design_of(ranges, 64, 7)
    a, b = design.points[:, 0], design.points[:, -1]
    for k, one in enumerate(ranges):
        assert ((design.points[..., k] >= one.low) & (design.points[..., k] <= one.high)).all()
        assert (design.points[:, 1 + k, k] == b[:, k]).all() and (design.points[:, 1 + k, 1 - k] == a[:, 1 - k]).all()
    assert ((design.bases >= 0.0) & (design.bases <= 1.0)).all()
    assert (design_of(ranges, 64, 7).points == design.points).all() and (design_of(ranges, 64, 8).points != design.points).any()


def test_each_point_is_performed_with_the_luck_it_should_have() -> None:
    scene = falter.load(LADDER / "01-the-letter.falter")
    design = design_of([Range("BEN.respects.ANNA", 0.0, 1.0), Range("theta0", 1.0, 3.0)], 4, 1)
    came = perform_design(scene.model, scene.places, design, 1, 5, 2, lambda _: None)
    for block, point, first in ((0, 0, 0), (2, 1, 4 * RUNS), (2, 3, 5 * RUNS), (3, 2, 6 * RUNS)):
        names = [one.name for one in design.ranges]
        there = with_values(scene.model, dict(zip(names, design.points[block, point].tolist(), strict=True)))
        alone = perform_batch(compile_scene(there, scene.places), 5, first, RUNS)
        assert came[block, point].tolist() == (alone.endings == 1).tolist()
    assert (came == perform_design(scene.model, scene.places, design, 1, 5, 1, lambda _: None)).all()


def test_interrupted_it_tells_of_whole_blocks() -> None:
    scene = falter.load(LADDER / "01-the-letter.falter")
    calls = []

    def enough(count: int) -> None:
        calls.append(count)
        if len(calls) > 50:
            raise KeyboardInterrupt

    ranges = (Range("BEN.respects.ANNA", 0.0, 1.0),)
    with pytest.raises(Cut) as cut:
        decided(scene.model, scene.places, "lied", ranges, 3072, 1, 1, enough)
    assert cut.value.found is not None
    assert 8 <= cut.value.found.effects.blocks <= 50 // 3
    design = design_of(ranges, 64, 1)
    part = Design(ranges, design.points[: cut.value.found.effects.blocks])
    came = perform_design(scene.model, scene.places, part, 1, 1, 1, lambda _: None)
    assert cut.value.found.effects == effects(came, part.bases)


def test_what_is_no_range_and_too_few_runs_are_refused() -> None:
    with pytest.raises(VaryError, match="needs a range"):
        ranges_of([Varied("theta0", (2.0, 2.0))])
    assert ranges_of([Varied("theta0", (3.0, 2.0, 2.5))]) == (Range("theta0", 2.0, 3.0),)
    with pytest.raises(ValueError, match="`runs` must be 3072 or more to vary one quantity"):
        blocks_for(3071, 1)
    assert blocks_for(3072, 1) == 64
    with pytest.raises(ValueError, match="names no ending of this scene: `died`; write `lied`"):
        falter.load(LADDER / "01-the-letter.falter").drivers("died", {"theta0": (1, 2)})
