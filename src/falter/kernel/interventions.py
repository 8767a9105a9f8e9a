"""Interventions: rows (step, kind, who, what, amount) that play, what-if and the search for rare endings are made of.

An empty table changes nothing, not a draw and not an operation on the state.
"""

from __future__ import annotations

from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

ACT = 1
"""The person does this act at the end of the step, if it is open; -1: does nothing."""
DROP = 2
"""The event is cut off, as if it had been stopped before it took effect."""
TILT = 3
"""The act's preference is raised by an amount, in √s."""
SIZE = 4
"""Integer cells a row takes: step, kind, who, what."""


@step_code
def apply_before(ti: Ints, si: Ints, sf: Floats, ii: Ints, index: int) -> None:
    """Events that are dropped."""
    for row in range(ii[0]):
        at = 1 + row * SIZE
        if ii[at] == index and ii[at + 1] == DROP:
            event = ii[at + 3]
            if event < si[ti[SI_RUN] + RUN_EVENTS]:
                a = si[ti[SI_EVENT] + event * SI_EVENT_SIZE + EVENT_ACT]
                if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_PENDING] == event:
                    si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_PENDING] = -1
                    si[ti[SI_EVENT] + event * SI_EVENT_SIZE + EVENT_CUT] = 1


@step_code
def apply_to_race(ti: Ints, si: Ints, sf: Floats, ii: Ints, iF: Floats, index: int) -> None:
    """Acts that are commanded, preferences that are tilted."""
    for row in range(ii[0]):
        at = 1 + row * SIZE
        if ii[at] != index:
            continue
        what = ii[at + 3]
        if ii[at + 1] == ACT:
            mine = ti[SI_PERSON] + ii[at + 2] * SI_PERSON_SIZE
            if what < 0 or si[ti[SI_ACT] + what * SI_ACT_SIZE + ACT_OPEN] == 1:
                si[mine + PERSON_CHOSEN] = what
                sf[ti[SF_PERSON] + ii[at + 2] * SF_PERSON_SIZE + PERSON_CHOSEN_AT] = 1.0
        elif ii[at + 1] == TILT and si[ti[SI_ACT] + what * SI_ACT_SIZE + ACT_OPEN] == 1:
            cell = ti[SF_ACT] + what * SF_ACT_SIZE + ACT_P
            sf[cell] = sf[cell] + iF[row]
