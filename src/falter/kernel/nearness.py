"""An order weighs more with its giver near; a norm weighs more with somebody near on whom the deed would fall."""

from __future__ import annotations

from falter.kernel.conditions import gap, presence_known
from falter.mind.feeling import presence as kept_up
from falter.numeric.arithmetic import larger
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def nearness(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, other: int) -> float:
    """How near somebody is whom this person knows to be here, in [0, 1]: half at `presence` m; 0 where he is not."""
    if other < 0 or other == person or presence_known(ti, si, person, other) != 0:
        return 0.0
    if si[ti[SI_PAIR] + (person * ti[N_PERSON] + other) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
        return 0.0
    return kept_up(1.0, gap(ti, sf, person, other), tf[K_PRESENCE])


@step_code
def nearest_target(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> float:
    """How near the nearest of those is whom an order of this person's falls on."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    near = 0.0
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        table = ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE
        if ti[table + MOTIVE_KIND] == MOTIVE_IS_OBEY:
            near = larger(near, nearness(ti, tf, si, sf, person, ti[table + MOTIVE_TARGET]))
    return near
