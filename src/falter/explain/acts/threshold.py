"""What an act took to be begun: what had raised its threshold, and what of it was given up, as before a deadline.

`θ = θ₀ · temper · (1 + κ_i·irreversible) · (1 + κ_c·C) · urgency` (docs/mind/deliberation.md) is a product. What it would have taken is θ
without those factors that are below 1; the difference is shared among these by their logarithms (ours), so that the shares add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Final

from falter.explain.acts.building import Crossing
from falter.explain.standing import Cause
from falter.kernel.reconsider import next_due, time_left
from falter.mind.deliberation import threshold
from falter.model.constants import CONSTANTS
from falter.performance.trace import Trace
from falter.tables import columns as at

EVEN: Final = 1e-9
"""A factor no farther from 1 than that is none."""


@dataclass(frozen=True)
class Factor:
    """One thing that raised or lowered a threshold: `cause` is ("lasting", −1), ("torn", −1), ("deadline", motive), ("tempo", person) or
    ("theta0", −1)."""

    cause: Cause
    times: float


@dataclass(frozen=True)
class Taken:
    """What an act took, in √s, and why so much or so little."""

    threshold: float
    factors: tuple[Factor, ...]
    left: float
    """s to the deadline, when the threshold was worked out; far more than a performance lasts where there was none."""

    @property
    def undiminished(self) -> float:
        """What it would have taken without what lowered it, in √s."""
        whole = self.threshold
        for factor in self.lowered:
            whole /= factor.times
        return whole

    @property
    def lowered(self) -> tuple[Factor, ...]:
        """What lowered it."""
        return tuple(factor for factor in self.factors if factor.times < 1.0)

    @property
    def raised(self) -> tuple[Factor, ...]:
        """What raised it."""
        return tuple(factor for factor in self.factors if factor.times > 1.0)

    def given_up(self) -> dict[Cause, float]:
        """Of what it would have taken, the share that each of these took away; in [0, 1)."""
        whole = self.undiminished
        lost, logs = whole - self.threshold, sum(log(factor.times) for factor in self.lowered)
        return {factor.cause: lost / whole * log(factor.times) / logs for factor in self.lowered}


def taken(trace: Trace, crossing: Crossing) -> Taken:
    """What an act took when it was begun, or came nearest."""
    packed = trace.tables.packed
    ti, tf = packed.ti, packed.tf
    step = round(crossing.t / trace.dt)
    sf = trace.sf(step)
    act = ti[at.TI_ACT] + crossing.act * at.TI_ACT_SIZE
    doer, lasting = ti[act + at.ACT_OWNER], float(ti[act + at.ACT_LASTING])
    temper = tf[ti[at.TF_PERSON] + doer * at.TF_PERSON_SIZE + at.PERSON_TEMPER]
    torn = sf[ti[at.SF_ACT] + crossing.act * at.SF_ACT_SIZE + at.ACT_CONFLICT]

    def at_least(irreversible: float, conflict: float) -> float:
        return threshold(1.0, 1.0, tf[at.K_KAPPA_I], irreversible, tf[at.K_KAPPA_C], conflict, 1.0)

    calm = threshold(tf[at.K_THETA0], temper, tf[at.K_KAPPA_I], lasting, tf[at.K_KAPPA_C], torn, 1.0)
    judged = trace.sf(_worked_out(trace, crossing.act, step))
    left = time_left(ti, tf, judged, doer)
    found = (
        Factor(("theta0", -1), tf[at.K_THETA0] / CONSTANTS["theta0"].default),
        Factor(("tempo", doer), temper),
        Factor(("lasting", -1), at_least(lasting, 0.0)),
        Factor(("torn", -1), at_least(0.0, torn)),
        Factor(("deadline", next_due(ti, tf, judged, doer)), crossing.threshold / calm),
    )
    return Taken(crossing.threshold, tuple(factor for factor in found if abs(factor.times - 1.0) > EVEN), left)


def _worked_out(trace: Trace, act: int, step: int) -> int:
    """The step in which the threshold that stands in this one was worked out: mostly some steps ago, as it is not in each."""
    cell = trace.tables.packed.ti[at.SF_ACT] + act * at.SF_ACT_SIZE + at.ACT_THETA
    theta = trace.sf(step)[cell]
    while step > 0 and trace.sf(step - 1)[cell] == theta:
        step -= 1
    return step
