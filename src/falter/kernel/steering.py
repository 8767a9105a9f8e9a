"""The author's hand: what may never come after what, what must be, what a lean gave. No draw is touched (docs/mind/steering.md)."""

from __future__ import annotations

from falter.kernel.incidents import befall
from falter.mind.steering import left_of_lean
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def barred(ti: Ints, si: Ints, move: int) -> bool:
    """Has something been done that the move may never come after?"""
    row = ti[TI_MOVE] + move * TI_MOVE_SIZE
    for never in range(ti[row + MOVE_NEVERS], ti[row + MOVE_NEVERS_END]):
        if si[ti[SI_MOVE] + ti[ti[TI_NEVER] + never * TI_NEVER_SIZE + NEVER_AFTER] * SI_MOVE_SIZE + MOVE_DONE] > 0:
            return True
    return False


@step_code
def note_barred(ti: Ints, si: Ints, sf: Floats, person: int, a: int, aim: int) -> None:
    """An act that was open is closed: if by the author's hand, that is written down, and how near it was. Nobody knows of it."""
    move = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_MOVE]
    if not barred(ti, si, move):
        return
    row = ti[SF_ACT] + a * SF_ACT_SIZE
    near = sf[row + ACT_P] / sf[row + ACT_THETA] if sf[row + ACT_THETA] > 0.0 else 0.0
    befall(ti, si, sf, BEFALLS_BARRED, person, aim, move, 0, near)


@step_code
def leant(ti: Ints, tf: Floats, sf: Floats, a: int, t: float) -> float:
    """What the author's lean gives an act that is done now: nothing if it was done since it opened, and so began anew from 0."""
    lean = tf[ti[TF_ACT] + a * TF_ACT_SIZE + ACT_LEAN]
    row = ti[SF_ACT] + a * SF_ACT_SIZE
    if lean <= 0.0 or sf[row + ACT_LAND] > sf[row + ACT_SINCE]:
        return 0.0
    return left_of_lean(lean, tf[K_LEAK], t - sf[row + ACT_SINCE])


@step_code
def met(ti: Ints, si: Ints, sf: Floats) -> int:
    """1 if all was done that must be, and before what it must; what nothing came of need not have been preceded by anything."""
    for must in range(ti[N_MUST]):
        row = ti[TI_MUST] + must * TI_MUST_SIZE
        move = ti[row + MUST_MOVE]
        before = ti[row + MUST_BEFORE]
        done = si[ti[SI_MOVE] + move * SI_MOVE_SIZE + MOVE_DONE] > 0
        if before < 0:
            if not done:
                return 0
        elif si[ti[SI_MOVE] + before * SI_MOVE_SIZE + MOVE_DONE] > 0:
            if not done or sf[ti[SF_MOVE] + move * SF_MOVE_SIZE + MOVE_FIRST] >= sf[ti[SF_MOVE] + before * SF_MOVE_SIZE + MOVE_FIRST]:
                return 0
    return 1
