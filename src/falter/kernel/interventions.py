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
COLD = 4
"""In this step nothing stirs the person: no feeling is raised in him, nothing is brought to his mind. Whatever happens else happens."""
QUIET = 5
"""From this step on no luck has a part in the act's race: its noise is 0, and it is begun when its preference reaches its threshold."""
ACT_WHEN = 6
"""From this step on the act is done as soon as it can be, once: open, not in hand, and what it is done with free. Who −1: no longer."""
BAR = 7
"""From this step on the act is never open, to nobody's knowledge, its doer's included. One in hand takes effect."""
MUTE = 8
"""From this step on the motive, given as what, weighs nothing. Feelings, ties and what others think of it are as they were."""
SIZE = 4
"""Integer cells a row takes: step, kind, who, what."""


@step_code
def apply_before(ti: Ints, si: Ints, sf: Floats, ii: Ints, iF: Floats, index: int) -> None:
    """Events that are dropped, luck that is tilted, people left cold, motives muted, acts meddled with."""
    for row in range(ii[0]):
        at = 1 + row * SIZE
        if ii[at] != index:
            continue
        kind = ii[at + 1]
        if kind == TILT:
            si[ti[SI_RUN] + RUN_TILTED] = 1 if ii[at + 2] >= 0 else 0
            if ii[at + 2] >= 0:
                sf[ti[SF_TILTING] + ii[at + 3] * SF_TILTING_SIZE + TILTING_DRIFT + ii[at + 2]] = iF[row]
        elif kind == DROP:
            event = ii[at + 3]
            if event < si[ti[SI_RUN] + RUN_EVENTS]:
                a = si[ti[SI_EVENT] + event * SI_EVENT_SIZE + EVENT_ACT]
                if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_PENDING] == event:
                    si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_PENDING] = -1
                    si[ti[SI_EVENT] + event * SI_EVENT_SIZE + EVENT_CUT] = 1
        elif kind == COLD:
            sf[ti[SF_PERSON] + ii[at + 2] * SF_PERSON_SIZE + PERSON_COLD] = 1.0
        elif kind == MUTE:
            si[ti[SI_MOTIVE] + ii[at + 3] * SI_MOTIVE_SIZE + MOTIVE_MUTED] = 1
            all_consider_anew(ti, si)
        elif kind >= QUIET:
            meddle(ti, si, kind, ii[at + 2], ii[at + 3])


@step_code
def meddle(ti: Ints, si: Ints, kind: int, who: int, a: int) -> None:
    """From now on an act is barred, hushed or asked for."""
    si[ti[SI_RUN] + RUN_MEDDLED] = 1
    row = ti[SI_MEDDLING] + a * SI_MEDDLING_SIZE
    if kind == QUIET:
        si[row + MEDDLING_QUIET] = 1
    elif kind == ACT_WHEN:
        si[row + MEDDLING_DUE] = 1 if who >= 0 else 0
    elif kind == BAR:
        si[row + MEDDLING_BARRED] = 1
        all_consider_anew(ti, si)


@step_code
def all_consider_anew(ti: Ints, si: Ints) -> None:
    """Everybody takes the situation in anew in this step."""
    for person in range(ti[N_PERSON]):
        si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_STALE] = 1


@step_code
def apply_to_race(ti: Ints, si: Ints, sf: Floats, ii: Ints, index: int) -> None:
    """Acts that are commanded; who was left cold is so no longer."""
    for row in range(ii[0]):
        at = 1 + row * SIZE
        if ii[at] == index and ii[at + 1] == ACT:
            what = ii[at + 3]
            if what < 0 or si[ti[SI_ACT] + what * SI_ACT_SIZE + ACT_OPEN] == 1:
                command(ti, si, sf, ii[at + 2], what)
        elif ii[at] == index and ii[at + 1] == COLD:
            sf[ti[SF_PERSON] + ii[at + 2] * SF_PERSON_SIZE + PERSON_COLD] = 0.0
    if si[ti[SI_RUN] + RUN_MEDDLED] == 1:
        do_what_is_due(ti, si, sf)


@step_code
def command(ti: Ints, si: Ints, sf: Floats, person: int, act: int) -> None:
    """The person does this at the end of the step, whatever he has chosen."""
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_CHOSEN] = act
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_CHOSEN_AT] = 1.0


@step_code
def do_what_is_due(ti: Ints, si: Ints, sf: Floats) -> None:
    """What is to be done as soon as it can be is done if it can be now; of two acts of one person, the first in this step."""
    last = -1
    for a in range(ti[N_ACT]):
        due = ti[SI_MEDDLING] + a * SI_MEDDLING_SIZE + MEDDLING_DUE
        doer = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_OWNER]
        if si[due] == 1 and doer != last and can_be_done(ti, si, doer, a):
            command(ti, si, sf, doer, a)
            si[due] = 0
            last = doer


@step_code
def can_be_done(ti: Ints, si: Ints, doer: int, a: int) -> bool:
    """Is the doer there, the act open and not in hand, and are hands, voice and whatever it is done with free?"""
    mine = ti[SI_PERSON] + doer * SI_PERSON_SIZE
    row = ti[SI_ACT] + a * SI_ACT_SIZE
    if si[mine + PERSON_PRESENCE] != 0 or si[row + ACT_OPEN] == 0 or si[row + ACT_PENDING] >= 0:
        return False
    return ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_CHANNELS] & si[mine + PERSON_TAKEN] == 0


@step_code
def kept_shut(ti: Ints, si: Ints, a: int) -> bool:
    """Is the act barred?"""
    return si[ti[SI_RUN] + RUN_MEDDLED] == 1 and si[ti[SI_MEDDLING] + a * SI_MEDDLING_SIZE + MEDDLING_BARRED] == 1


@step_code
def hushed(ti: Ints, si: Ints, a: int) -> bool:
    """Has luck no part in the act?"""
    return si[ti[SI_RUN] + RUN_MEDDLED] == 1 and si[ti[SI_MEDDLING] + a * SI_MEDDLING_SIZE + MEDDLING_QUIET] == 1


@step_code
def hush(ti: Ints, si: Ints, sf: Floats, person: int, mean: float) -> None:
    """Of hushed acts, the noise is what all have in common, which is taken off again."""
    opened = ti[SI_LIST] + ti[ti[TI_PERSON] + person * TI_PERSON_SIZE + PERSON_ACTS]
    for k in range(si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]):
        a = si[opened + k]
        if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_READY] == 1 and hushed(ti, si, a):
            sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_NOISE_NOW] = mean
