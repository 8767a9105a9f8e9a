"""Once a refresh: how one's own prospects have moved since one last took note, felt as hope, fear and what follows them."""

from __future__ import annotations

from falter.kernel.appraise import feel_news
from falter.mind.appraisal import NOBODY
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

NOTED = 0.05
"""A prospect that has moved less than this is no news yet."""


@step_code
def feel_prospects(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Every motive whose prospect has moved is news, as much as it weighs; one that is settled is certain news."""
    if tf[K_PROSPECT_FEELING] <= 0.0:
        return
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        if not hoped_for(ti[ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE + MOTIVE_KIND]):
            continue
        row = ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE
        held = sf[row + MOTIVE_HELD]
        now = outlook(ti, si, sf, m)
        moved = abs(now - sf[row + MOTIVE_NOTED])
        if held > 0.0 and (moved >= NOTED or (moved > 0.0 and (now <= 0.0 or now >= 1.0))):
            feel_news(ti, tf, sf, person, held, sf[row + MOTIVE_NOTED], now, True, 0.0, NOBODY, 0.0, 0.0, tf[K_PROSPECT_FEELING])
            sf[row + MOTIVE_NOTED] = now
        if held <= 0.0:
            sf[row + MOTIVE_NOTED] = now
        sf[row + MOTIVE_HELD] = sf[row + MOTIVE_W]


@step_code
def hoped_for(kind: int) -> bool:
    """Is it a motive of which there is something to hope or fear? Not so with curiosity, manners and the tendencies of feelings."""
    if kind == MOTIVE_IS_OBEY or kind == MOTIVE_IS_CHERISH or kind == MOTIVE_IS_REDRESS or kind == MOTIVE_IS_SAFETY:
        return True
    return kind == MOTIVE_IS_LIVE or kind == MOTIVE_IS_REGARD or kind == MOTIVE_IS_WANT or kind == MOTIVE_IS_KEEP


@step_code
def outlook(ti: Ints, si: Ints, sf: Floats, m: int) -> float:
    """How likely the motive is to be met, as its bearer takes it; certain once it is settled: met if it was likelier than not, or if
    it was to be safe from someone, else lost."""
    p = sf[ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE + MOTIVE_P]
    if si[ti[SI_MOTIVE] + m * SI_MOTIVE_SIZE + MOTIVE_SETTLED] == 0:
        return p
    kind = ti[ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE + MOTIVE_KIND]
    if kind == MOTIVE_IS_SAFETY:
        return 1.0
    return 1.0 if kind == MOTIVE_IS_OBEY and p > 0.5 else 0.0
