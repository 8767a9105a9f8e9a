"""When a performance closes, and what it is then called: two questions kept apart."""

from __future__ import annotations

from falter.kernel.conditions import holds
from falter.kernel.steering import met
from falter.kernel.ties import keep_last_readings
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

CLOSED = 1
HAIR = 1e-9


@step_code
def closes_now(ti: Ints, tf: Floats, si: Ints, sf: Floats, judged: bool) -> bool:
    """Does any way of closing hold? Conditions are `judged` only when they may have changed; times always."""
    t = sf[ti[SF_RUN] + RUN_T]
    if t + HAIR >= tf[ti[TF_RUN] + RUN_LIMIT]:
        return True
    for closing in range(ti[N_CLOSING]):
        row = ti[TI_CLOSING] + closing * TI_CLOSING_SIZE
        seconds = tf[ti[TF_CLOSING] + closing * TF_CLOSING_SIZE + CLOSING_SECONDS]
        move = ti[row + CLOSING_MOVE]
        if move >= 0:
            done = si[ti[SI_MOVE] + move * SI_MOVE_SIZE + MOVE_DONE] > 0
            if done and t + HAIR >= sf[ti[SF_MOVE] + move * SF_MOVE_SIZE + MOVE_FIRST] + seconds:
                return True
        elif ti[row + CLOSING_CLAUSES] != ti[row + CLOSING_CLAUSES_END]:
            if judged and holds(ti, tf, si, sf, ti[row + CLOSING_CLAUSES], ti[row + CLOSING_CLAUSES_END], -1):
                return True
        elif t + HAIR >= seconds:
            return True
    return False


@step_code
def close_if_due(ti: Ints, tf: Floats, si: Ints, sf: Floats, index: int) -> None:
    """Close the run and name its ending; `N_ENDING` is the code of undecided. Conditions are judged at events and once a refresh."""
    run = ti[SI_RUN]
    judged = si[run + RUN_STIRRED] == 1 or index % ti[ti[TI_RUN] + RUN_EVERY] == 0
    si[run + RUN_STIRRED] = 0
    if si[run + RUN_STATUS] != 0 or not closes_now(ti, tf, si, sf, judged):
        return
    keep_last_readings(ti, si, sf, -1)
    si[run + RUN_STATUS] = CLOSED
    si[run + RUN_MET] = met(ti, si, sf)
    si[run + RUN_ENDING] = ti[N_ENDING]
    for ending in range(ti[N_ENDING]):
        row = ti[TI_ENDING] + ending * TI_ENDING_SIZE
        if holds(ti, tf, si, sf, ti[row + ENDING_CLAUSES], ti[row + ENDING_CLAUSES_END], -1):
            si[run + RUN_ENDING] = ending
            return
