"""Law 12: of twin scenes, alike but for «cannot be undone», the irreversible act has the lower hazard at every time.

One person, one act, as much for it as against it; 4,000 performances of each twin under the same lucks, seed 5, cut at two minutes.

That it must be so for one boundary θ and constant drift v: the density of first passage is θ(2πt³)^{−½} e^{−(θ − vt)²/2t}, and of two
thresholds the ratio of densities, ∝ e^{−(θ₂² − θ₁²)/2t}, rises in t whatever v is. An order by likelihood ratio is an order of hazards
(Shaked & Shanthikumar 2007, theorem 1.C.1).
"""

from __future__ import annotations

import numpy
import pytest
from scipy.special import log_ndtr

from falter.performance.batch import perform_batch
from falter.tables import columns as at
from tests.laws.survival import Flags, Numbers, hazards
from tests.performing import tables_of

RUNS = 4_000
LIMIT = 120.0
SCENE = """falter 1
scene The Twins
set live_weight 0
set lapse 0
place a bridge
  mark bridge
HOLDER "the holder", they
  at bridge
  respects JUDGE: {pro}
  abhors stays: .5
JUDGE "the judge", they, away
HOLDER may drop "lets it fall" once, takes 1 s, lands at 1 s, stays (regard +.8, norm -.3){lasting}
closes 0 s after drop or at 2 min
"""


def times(pro: float, lasting: bool) -> tuple[Numbers, Flags]:
    """When he did it, and whether he did."""
    tables = tables_of(SCENE.format(pro=pro, lasting=", cannot be undone" if lasting else ""), capacity=2)
    batch = perform_batch(tables, 5, 0, RUNS)
    acted = numpy.diff(batch.starts) > 0
    found = numpy.full(RUNS, LIMIT)
    found[acted] = batch.moments[batch.starts[:-1][acted], at.EVENT_T]
    return found, acted


@pytest.mark.parametrize("pro", [0.3, 0.42, 0.55])
def test_what_cannot_be_undone_is_never_done_sooner(pro: float) -> None:
    """Under one luck the irreversible twin is never the earlier, but for the place within one step, which is an approximation."""
    reversible, _ = times(pro, False)
    lasting, _ = times(pro, True)
    print(f"pro {pro}: mean time {reversible.mean():.1f} s, {lasting.mean():.1f} s where it cannot be undone")
    assert (lasting >= reversible - 0.1).all()
    assert lasting.mean() > 1.2 * reversible.mean()


@pytest.mark.parametrize("pro", [0.3, 0.42, 0.55])
def test_its_hazard_is_lower_at_every_time(pro: float) -> None:
    """Eight bins of 15 s. In none is the irreversible hazard above by 3 standard errors (false alarm .0013 a bin); in the first
    three it is surely below."""
    edges = numpy.linspace(0.0, LIMIT, 9)
    one, other = hazards(*times(pro, False), edges), hazards(*times(pro, True), edges)
    errors = [float(numpy.hypot(a.error, b.error)) for a, b in zip(one, other, strict=True)]
    gaps = [(a.value - b.value) / error for a, b, error in zip(one, other, errors, strict=True)]
    told = [f"{60 * a.value:.2f} > {60 * b.value:.2f}" for a, b in zip(one, other, strict=True)]
    print(f"pro {pro}: hazards a minute", told, "in errors", [f"{gap:.1f}" for gap in gaps])
    assert min(gaps) > -3.0
    assert min(gaps[:3]) > 3.0


@pytest.mark.parametrize("v", [-0.5, 0.0, 0.5, 1.0])
def test_the_closed_form_says_so(v: float) -> None:
    """Hazard of the first passage of a Brownian motion, f/S, θ = 2 against 4."""

    def hazard(t: Numbers, b: float) -> Numbers:
        root = numpy.sqrt(t)
        log_f = numpy.log(b) - 0.5 * numpy.log(2.0 * numpy.pi * t**3) - (b - v * t) ** 2 / (2.0 * t)
        left = numpy.exp(log_ndtr((b - v * t) / root)) - numpy.exp(2.0 * v * b + log_ndtr((-b - v * t) / root))
        return numpy.exp(log_f) / left

    t = numpy.linspace(0.5, 40.0, 400)
    assert (hazard(t, 4.0) < hazard(t, 2.0)).all()
