"""Our units and those of published diffusion models: conversions that the closed forms agree with."""

from __future__ import annotations

from itertools import product

import pytest

from falter.mind.conventions import Diffusion, diffusion
from falter.mind.deliberation import noise_scale, relative_use
from tests.oracles.closed_forms import ez, mean_time, upper_share, variance_time
from tests.oracles.test_diffusion_limit import Case


def test_the_gap_is_two_thresholds_and_the_start_its_middle() -> None:
    assert diffusion(0.4, 1.5) == Diffusion(0.4, 3.0, 1.5, 1.0)
    assert diffusion(0.4, 1.5).share == 0.5


@pytest.mark.parametrize(("theta", "lean"), product([1.0, 2.0], [0.0, 0.4, 0.7]))
def test_a_lean_takes_its_share_of_one_threshold_off_the_gap(theta: float, lean: float) -> None:
    """As the diffusion limit has it, whose performances meet the closed forms."""
    found, case = diffusion(0.4, theta, lean=lean), Case(0.4, theta, 0.1, lean)
    assert (found.gap, found.share) == pytest.approx((case.gap, case.start), rel=1e-14)


def test_what_cannot_be_undone_has_its_boundary_further_off() -> None:
    found = diffusion(0.0, 4.0, 2.0)
    assert (found.gap, found.start) == (6.0, 2.0)
    assert upper_share(found.drift, found.gap, found.share) == pytest.approx(1.0 / 3.0)


def test_naming_the_acts_the_other_way_round_mirrors_it() -> None:
    one, other = diffusion(0.4, 4.0, 2.0, 0.1, 0.5), diffusion(-0.4, 2.0, 4.0, 0.5, 0.1)
    assert other.gap == pytest.approx(one.gap)
    assert other.share == pytest.approx(1.0 - one.share)


def test_the_published_example_of_ez_in_our_units() -> None:
    """Wagenmakers et al. (2007), noise 0.1: v .1, a .14 for .802 correct and a decision variance of .112 s²."""
    ours = Diffusion(0.1, 0.14, 0.07, 0.1).with_noise(1.0)
    assert ours == pytest.approx((1.0, 1.4, 0.7, 1.0))
    assert upper_share(ours.drift, ours.gap) == pytest.approx(0.802, abs=5e-4)
    assert variance_time(ours.drift, ours.gap) == pytest.approx(0.112, abs=5e-4)
    assert mean_time(ours.drift, ours.gap) + 0.3 == pytest.approx(0.723, abs=5e-4)
    theirs = diffusion(*ez(0.802, 0.112, 0.723)[:1], theta=0.7).with_noise(0.1)
    assert (theirs.drift, theirs.gap) == pytest.approx((0.1, 0.14), abs=5e-4)


@pytest.mark.parametrize("noise", [0.1, 1.0, 2.5])
def test_another_unit_of_noise_and_back(noise: float) -> None:
    found = diffusion(0.7, 1.2, 2.0, 0.3, 0.1)
    there = found.with_noise(noise)
    assert there.share == pytest.approx(found.share)
    assert there.drift / there.noise == pytest.approx(found.drift)
    assert there.with_noise(1.0) == pytest.approx(found)


def test_two_opposed_acts_mirror_each_other() -> None:
    """Why there is one diffusion and not two: relative uses and centred noise of the one are those of the other, turned round."""
    assert relative_use(0.3, 0.0, 0.0, 0.5) == pytest.approx(-relative_use(-0.3, 0.0, 0.0, 0.5)) == pytest.approx(0.45)
    one, other = 0.8, -1.7
    mean = 0.5 * (one + other)
    assert (one - mean) * noise_scale(2.0) == pytest.approx(-(other - mean) * noise_scale(2.0)) == pytest.approx((one - other) / 2.0**0.5)
