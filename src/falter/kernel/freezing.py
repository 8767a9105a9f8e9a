"""Who is frozen by what another does to him, and who thaws."""

from __future__ import annotations

from falter.kernel.conditions import felt
from falter.kernel.incidents import befall, bit_of
from falter.mind.freezing import BEGINS, frozen_by, thawed
from falter.numeric.arithmetic import exp, log
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

HANDS_AND_BODY = 6
"""Bit mask of the act channels that freezing holds."""


@step_code
def freeze(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, doer: int) -> None:
    """Someone turned to this person, by a look or anything else: it may stop him; each time he is more used to it."""
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    if sf[mine + PERSON_FROZEN] > 0.0:
        return
    fear = felt(ti, sf, person, FEELS_FEAR)
    found = frozen_by(tf[K_FREEZING], sf[mine + PERSON_AROUSAL], sf[mine + PERSON_CONFLICT], fear, sf[mine + PERSON_USED_TO])
    if found > 0.0:
        sf[mine + PERSON_FROZEN] = found
        sf[mine + PERSON_USED_TO] = sf[mine + PERSON_USED_TO] + tf[K_FREEZING_HABIT] * (1.0 - sf[mine + PERSON_USED_TO])
        set_back_by(ti, sf, person, found)
        befall(ti, si, sf, BEFALLS_FREEZES, person, doer, -1, bit_of(person), found)


@step_code
def set_back_by(ti: Ints, sf: Floats, person: int, found: float) -> None:
    """What had gathered for acts of the hands or the body falls away by as much as one is frozen."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for a in range(ti[base + PERSON_ACTS], ti[base + PERSON_ACTS_END]):
        row = ti[SF_ACT] + a * SF_ACT_SIZE + ACT_P
        if sf[row] > 0.0 and ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_CHANNELS] & HANDS_AND_BODY != 0:
            sf[row] = sf[row] * (1.0 - found)


@step_code
def thaw(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Once a refresh."""
    cell = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_FROZEN
    before = sf[cell]
    if before > 0.0:
        sf[cell] = thawed(before, exp(-log(2.0) * tf[ti[TF_RUN] + RUN_SECONDS] / tf[K_FREEZING_HALF_LIFE]))
        if sf[cell] <= 0.0:
            befall(ti, si, sf, BEFALLS_THAWS, person, -1, -1, bit_of(person), 0.0)


@step_code
def held_still(ti: Ints, sf: Floats, person: int) -> int:
    """Mask of the act channels that freezing keeps from beginning anything."""
    return HANDS_AND_BODY if sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_FROZEN] >= BEGINS else 0


@step_code
def loosened(ti: Ints, sf: Floats, person: int, a: int) -> float:
    """What a drift is multiplied by: 1 − F for acts of the hands or the body, 1 for all others."""
    if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_CHANNELS] & HANDS_AND_BODY == 0:
        return 1.0
    return 1.0 - sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_FROZEN]
