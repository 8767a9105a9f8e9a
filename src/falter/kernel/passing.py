"""What time that is passed over does to a mind (docs/mind/passing.md)."""

from __future__ import annotations

from falter.kernel.infer import forget_act
from falter.kernel.settling import settle
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

MOST = 3600
"""Refreshes after which nothing in a mind is on its way any more."""


@step_code
def pass_over_minds(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, seconds: float) -> None:
    """As many refreshes as there is time; what one was about to do is let go."""
    rounds = int(seconds / tf[ti[TF_RUN] + RUN_SECONDS])
    for _ in range(rounds if rounds < MOST else MOST):
        settle(ti, tf, si, sf, person)
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for a in range(ti[base + PERSON_ACTS], ti[base + PERSON_ACTS_END]):
        if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_OPEN] == 1:
            sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_P] = 0.0
            forget_act(ti, sf, person, a)
