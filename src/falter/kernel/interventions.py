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
"""From this step on the noise of the act has a drift of the amount, in 1/√s, whenever the act stands in one quarter of its threshold,
0 to 3, given as who; and noise is summed up. Both end for an act once it has been done, and for all with a row whose who is −1."""
SIZE = 4
"""Integer cells a row takes: step, kind, who, what."""


@step_code
def apply_before(ti: Ints, si: Ints, sf: Floats, ii: Ints, iF: Floats, index: int) -> None:
    """Events that are dropped, luck that is tilted."""
    for row in range(ii[0]):
        at = 1 + row * SIZE
        if ii[at] != index:
            continue
        if ii[at + 1] == TILT:
            si[ti[SI_RUN] + RUN_TILTED] = 1 if ii[at + 2] >= 0 else 0
            if ii[at + 2] >= 0:
                sf[ti[SF_TILTING] + ii[at + 3] * SF_TILTING_SIZE + TILTING_DRIFT + ii[at + 2]] = iF[row]
        elif ii[at + 1] == DROP:
            event = ii[at + 3]
            if event < si[ti[SI_RUN] + RUN_EVENTS]:
                a = si[ti[SI_EVENT] + event * SI_EVENT_SIZE + EVENT_ACT]
                if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_PENDING] == event:
                    si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_PENDING] = -1
                    si[ti[SI_EVENT] + event * SI_EVENT_SIZE + EVENT_CUT] = 1


@step_code
def apply_to_race(ti: Ints, si: Ints, sf: Floats, ii: Ints, index: int) -> None:
    """Acts that are commanded."""
    for row in range(ii[0]):
        at = 1 + row * SIZE
        if ii[at] == index and ii[at + 1] == ACT:
            what = ii[at + 3]
            mine = ti[SI_PERSON] + ii[at + 2] * SI_PERSON_SIZE
            if what < 0 or si[ti[SI_ACT] + what * SI_ACT_SIZE + ACT_OPEN] == 1:
                si[mine + PERSON_CHOSEN] = what
                sf[ti[SF_PERSON] + ii[at + 2] * SF_PERSON_SIZE + PERSON_CHOSEN_AT] = 1.0
