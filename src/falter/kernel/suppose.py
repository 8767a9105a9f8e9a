"""What a reader supposes of another: which acts are open to him and what each is for, seen from outside (docs/mind/inference.md)."""

from __future__ import annotations

from falter.kernel.opening import any_part_begun, may_seem
from falter.kernel.race import seems_blocked
from falter.kernel.weighing import moments_of, rows_of
from falter.mind.deliberation import idle_answer, relative_use, use
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def seen_open(ti: Ints, si: Ints, a: int) -> bool:
    """Is an open act past its latency, and one that can be seen from outside?"""
    return si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_READY] == 1 and ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_INNER] == 0


@step_code
def list_supposed(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, actor: int, done: int) -> int:
    """List the actor's acts that seem open from outside; returns how many. One that hangs on what is inside him is judged by the rest."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    n = 0
    for k in range(si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_OPEN]):
        a = si[ti[SI_LIST] + first + k]
        if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_PRIVATE] == 0 and seen_open(ti, si, a):
            suppose(ti, si, sf, actor, first + n, a, done)
            n = n + 1
    begun = any_part_begun(ti, si)
    for a in range(first, ti[base + PERSON_ACTS_END]):
        table = ti[TI_ACT] + a * TI_ACT_SIZE
        if ti[table + ACT_PRIVATE] == 1 and ti[table + ACT_INNER] == 0:
            if a == done or may_seem(ti, tf, si, sf, actor, a, begun):
                suppose(ti, si, sf, actor, first + n, a, done)
                n = n + 1
            else:
                forget(ti, sf, read, actor, a)
    return n


@step_code
def suppose(ti: Ints, si: Ints, sf: Floats, actor: int, at: int, a: int, done: int) -> None:
    """Put one act on the list."""
    row = ti[SI_SUPPOSED] + at * SI_SUPPOSED_SIZE
    si[row + SUPPOSED_ACT] = a
    si[row + SUPPOSED_SCORED] = 1 if a == done or not seems_blocked(ti, si, actor, a) else 0
    sums = ti[SF_SUPPOSED] + at * SF_SUPPOSED_SIZE
    sf[sums + SUPPOSED_PRO] = 0.0
    sf[sums + SUPPOSED_CON] = 0.0
    sf[sums + SUPPOSED_SQUARE] = 0.0


@step_code
def supposed_wording(ti: Ints, si: Ints, a: int) -> int:
    """The wording a reader reckons with: the one it would take, or the first where that hangs on what is inside."""
    table = ti[TI_ACT] + a * TI_ACT_SIZE
    if ti[table + ACT_PRIVATE] == 1:
        return ti[table + ACT_WORDINGS]
    return si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_NEXT]


@step_code
def suppose_uses(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, actor: int, n: int) -> float:
    """Relative uses of the actor's acts by the reader's picture of his prospects, summed up over the motives whose weight is known.

    Returns the sum of those weights.
    """
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    views = ti[ti[TI_READ] + read * TI_READ_SIZE + READ_VIEWS]
    waited = sf[ti[SF_RUN] + RUN_T] - sf[ti[SF_PERSON] + actor * SF_PERSON_SIZE + PERSON_OWED]
    owes = si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_CREDITOR] >= 0
    m0 = ti[base + PERSON_MOTIVES]
    drive = 0.0
    for m in range(ti[base + PERSON_MOTIVES_END] - m0):
        wondered = ti[ti[TI_PICTURE] + (views + m) * TI_PICTURE_SIZE + PICTURE_ROLE] != 0
        weight = 0.0 if wondered else tf[ti[TF_PICTURE] + (views + m) * TF_PICTURE_SIZE + PICTURE_W]
        idle = 0.0
        if ti[ti[TI_MOTIVE] + (m0 + m) * TI_MOTIVE_SIZE + MOTIVE_KIND] == MOTIVE_IS_ANSWER:
            if not owes:
                weight = 0.0
            if waited > 0.0:
                idle = idle_answer(waited, tf[K_ANSWER_DUE], tf[K_ANSWER_PRESS])
        if wondered or weight > 0.0:
            drive = drive + weight
            p = sf[ti[SF_PICTURE] + (views + m) * SF_PICTURE_SIZE + PICTURE_P]
            suppose_motive(ti, tf, si, sf, actor, n, m, p, idle, weight)
    return drive


@step_code
def suppose_motive(ti: Ints, tf: Floats, si: Ints, sf: Floats, actor: int, n: int, m: int, p: float, idle: float, weight: float) -> None:
    """One motive's column of relative uses; what speaks for and against each act grows by them as far as the weight is known."""
    first = ti[ti[TI_PERSON] + actor * TI_PERSON_SIZE + PERSON_ACTS]
    part = 1.0 / float(n)
    total = 0.0
    for k in range(first, first + n):
        a = si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_ACT]
        wording = supposed_wording(ti, si, a)
        worth = ti[TF_WORTH] + (ti[ti[TI_WORDING] + wording * TI_WORDING_SIZE + WORDING_WORTH] + m) * TF_WORTH_SIZE
        u = use(tf[worth + WORTH_V], p)
        sf[ti[SF_GUESS] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE] + m] = u
        total = total + u
    for k in range(first, first + n):
        a = si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_ACT]
        at = ti[SF_GUESS] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE] + m
        x = relative_use(sf[at], total, idle, part)
        sf[at] = x
        sums = ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE
        sf[sums + SUPPOSED_SQUARE] = sf[sums + SUPPOSED_SQUARE] + weight * x * x
        if x > 0.0:
            sf[sums + SUPPOSED_PRO] = sf[sums + SUPPOSED_PRO] + weight * x
        else:
            sf[sums + SUPPOSED_CON] = sf[sums + SUPPOSED_CON] - weight * x


@step_code
def forget(ti: Ints, sf: Floats, read: int, actor: int, a: int) -> None:
    """One reader's reckoning of an act starts from nothing."""
    moments = moments_of(ti, read, actor, a)
    for row in range(rows_of(ti, read)):
        at = moments + row * SF_MOMENT_SIZE
        for lane in range(LANES):
            sf[at + MOMENT_M + lane] = 0.0
            sf[at + MOMENT_VAR + lane] = 0.0
