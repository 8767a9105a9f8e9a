"""Luck that is tilted, for what is rare: the noise of acts is given a drift, and what tells how likely that noise was without is summed up.

Nothing of it is done, and no bit changes, until an intervention asks for it.
"""

from __future__ import annotations

from falter.numeric.arithmetic import sqrt
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def tilt_noise(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, ready: int) -> float:
    """Give a drift to the noise of acts past their latency that have not been done yet; returns by how much it moves the mean over all.

    The drift depends on what came before the draw alone, so that Girsanov's (1960) formula in steps, `exp(−Σ(μz − μ²/2))` with z the tilted
    noise, is the likelihood of the noise without the tilt over that with it.
    """
    opened = ti[SI_LIST] + ti[ti[TI_PERSON] + person * TI_PERSON_SIZE + PERSON_ACTS]
    root_dt = sqrt(tf[K_DT])
    added = 0.0
    for k in range(si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]):
        a = si[opened + k]
        state = ti[SI_ACT] + a * SI_ACT_SIZE
        if si[state + ACT_READY] == 0 or si[state + ACT_COUNT] > 0:
            continue
        row = ti[SF_ACT] + a * SF_ACT_SIZE
        tilt = ti[SF_TILTING] + a * SF_TILTING_SIZE
        quarter = quarter_of(sf[row + ACT_P], sf[row + ACT_THETA])
        shift = sf[tilt + TILTING_DRIFT + quarter] * root_dt
        z = sf[row + ACT_NOISE_NOW] + shift
        sf[row + ACT_NOISE_NOW] = z
        added = added + shift
        steps = tilt + TILTING_STEPS + quarter
        noise = tilt + TILTING_NOISE + quarter
        sf[steps] = sf[steps] + 1.0
        sf[noise] = sf[noise] + z
    return added / float(ready) if ready > 1 else 0.0


@step_code
def quarter_of(p: float, theta: float) -> int:
    """The quarter of its threshold that a preference stands in, from 0 (below and up to a fourth) to 3."""
    if 4.0 * p < theta:
        return 0
    if 2.0 * p < theta:
        return 1
    return 2 if 4.0 * p < 3.0 * theta else 3
