"""Readers take stock of those they wonder about, from what was done and from how long nothing was (docs/mind.md 8)."""

from __future__ import annotations

from falter.kernel.conditions import presence
from falter.kernel.opening import any_part_begun, may_seem
from falter.kernel.race import blocked
from falter.mind.deliberation import conflict, idle_answer, relative_use, threshold, use
from falter.mind.inference import (
    CUT,
    attention_variance,
    below,
    expected_push,
    gathered,
    gathering_time,
    held_mean,
    held_variance,
    log_rate,
    log_undone,
    margin,
)
from falter.mind.prospect import after_act
from falter.numeric.arithmetic import exp, larger, normal_pdf
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def take_stock(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, done: int, t: float) -> None:
    """Update one reading to time t: act row `done` was seen to be done just then, or nothing was (-1)."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    floats = ti[SF_READ] + read * SF_READ_SIZE
    reader = ti[row + READ_READER]
    actor = ti[row + READ_ACTOR]
    seconds = t - sf[floats + READ_STOCK]
    sf[floats + READ_STOCK] = t
    watching = presence(ti, si, reader) == 0 and presence(ti, si, actor) == 0
    if not watching or si[ti[SI_PAIR] + (reader * ti[N_PERSON] + actor) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
        return
    if seconds <= 0.0 and done < 0:
        return
    n = list_supposed(ti, tf, si, sf, read, actor, done)
    if n == 0:
        return
    drive = suppose_uses(ti, tf, si, sf, read, actor, n)
    time = gathering_time(tf[K_LEAK], seconds)
    spread_time = gathering_time(2.0 * tf[K_LEAK], seconds)
    for cell in range(ti[row + READ_CELLS], ti[row + READ_CELLS_END]):
        score_cell(ti, tf, si, sf, read, cell, actor, n, done, drive, seconds, time, spread_time)
    conclude(ti, tf, sf, read)


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
    si[row + SUPPOSED_SCORED] = 1 if a == done or not blocked(ti, si, actor, a) else 0
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
def suppose_weights(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, cell: int) -> float:
    """The weights in a cell of the motives that are wondered about, 0 for what is settled as far as anyone can see; returns their sum."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    cells = ti[TF_CELL] + cell * TF_CELL_SIZE
    drive = 0.0
    for one in range(ti[row + READ_WONDERED], ti[row + READ_WONDERED_END]):
        table = ti[TI_WONDERED] + one * TI_WONDERED_SIZE
        weight = tf[cells + CELL_CARE]
        if ti[table + WONDERED_ROLE] == 2:
            weight = tf[ti[TF_WONDERED] + one * TF_WONDERED_SIZE + WONDERED_W] * tf[cells + CELL_INTENT]
            if si[ti[SI_READ] + read * SI_READ_SIZE + READ_DONE] == 1:
                weight = 0.0
        sf[ti[SF_WONDERED] + one * SF_WONDERED_SIZE + WONDERED_NOW] = weight
        drive = drive + weight
    return drive


@step_code
def score_cell(
    ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, cell: int, actor: int, n: int, done: int, known: float,
    seconds: float, time: float, spread_time: float,
) -> None:  # fmt: skip
    """The likelihood, under one cell, of what was done and what was not; and where the preferences are reckoned to be now."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    row = ti[TI_READ] + read * TI_READ_SIZE
    first = ti[base + PERSON_ACTS]
    wide = ti[base + PERSON_ACTS_END] - first
    moments = ti[SF_MOMENT] + (ti[row + READ_MOMENTS] + (cell - ti[row + READ_CELLS]) * wide - first) * SF_MOMENT_SIZE
    drive = known + suppose_weights(ti, tf, si, sf, read, cell)
    push_all(ti, si, sf, moments, first, n)
    all_below = 1.0
    above = 0.0
    score = 0.0
    for k in range(first, first + n):
        supposed = ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE
        if si[supposed + SUPPOSED_SCORED] == 1:
            a = si[supposed + SUPPOSED_ACT]
            hindrance = supposed_hindrance(ti, si, sf, actor, a, n)
            phi = stay_chance(ti, tf, sf, read, moments, actor, k, a, hindrance, drive, seconds, time, spread_time, a == done)
            if a == done:
                score = log_rate(phi)
            else:
                all_below = all_below * phi
                above = above + (1.0 - phi)
    at = ti[SF_CELL] + cell * SF_CELL_SIZE
    sf[at + CELL_LOGL] = sf[at + CELL_LOGL] + score + tf[K_DELAY_WEIGHT] * log_undone(above, all_below)
    hold_all(ti, si, sf, moments, first, n)
    if done >= 0:
        after_done(ti, tf, sf, moments, actor, done)


@step_code
def stay_chance(
    ti: Ints, tf: Floats, sf: Floats, read: int, moments: int, actor: int, k: int, a: int, hindrance: float, drive: float,
    seconds: float, time: float, spread_time: float, acted: bool,
) -> float:  # fmt: skip
    """Chance that the act was not done in these seconds, under a cell; what that says of its preference is noted.

    Of the act that was done: that it is not done until half a look later, so that its rate is taken about the time of the act.
    """
    row = ti[TI_READ] + read * TI_READ_SIZE
    sums = ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE
    guess = ti[SF_GUESS] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE]
    square = sf[sums + SUPPOSED_SQUARE]
    pro = sf[sums + SUPPOSED_PRO]
    con = sf[sums + SUPPOSED_CON]
    for one in range(ti[row + READ_WONDERED], ti[row + READ_WONDERED_END]):
        w = sf[ti[SF_WONDERED] + one * SF_WONDERED_SIZE + WONDERED_NOW]
        x = sf[guess + ti[ti[TI_WONDERED] + one * TI_WONDERED_SIZE + WONDERED_MOTIVE]]
        square = square + w * x * x
        if x > 0.0:
            pro = pro + w * x
        else:
            con = con - w * x
    inverse = 1.0 / drive if drive > 0.0 else 0.0
    mu = tf[K_GAIN] * (pro - con) - tf[K_INHIBITION] * hindrance
    sigma2 = 1.0 + attention_variance(tf[K_PSI], tf[K_TAU_ATTENTION], tf[K_GAIN] * drive, square * inverse, (pro - con) * inverse)
    lasting = float(ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LASTING])
    temper = tf[ti[TF_PERSON] + actor * TF_PERSON_SIZE + PERSON_TEMPER]
    theta = threshold(tf[K_THETA0], temper, tf[K_KAPPA_I], lasting, tf[K_KAPPA_C], conflict(pro, con), 1.0)
    moment = moments + a * SF_MOMENT_SIZE
    if acted:
        seconds = seconds + 0.5 * tf[K_READ_EVERY]
        time = gathering_time(tf[K_LEAK], seconds)
        spread_time = gathering_time(2.0 * tf[K_LEAK], seconds)
    m1 = gathered(sf[moment + MOMENT_M], mu, tf[K_LEAK], time)
    v1 = gathered(sf[moment + MOMENT_VAR], sigma2, 2.0 * tf[K_LEAK], spread_time)
    z = margin(theta, m1, v1, sigma2, seconds)
    density_z = normal_pdf(z)
    phi = below(z, density_z)
    r = 0.0 if acted else density_z / phi
    sf[sums + SUPPOSED_M] = m1
    sf[sums + SUPPOSED_VAR] = v1
    sf[sums + SUPPOSED_SHIFT] = r
    sf[sums + SUPPOSED_CUT] = CUT * (z * r + r * r)
    return phi


@step_code
def hold_all(ti: Ints, si: Ints, sf: Floats, moments: int, first: int, n: int) -> None:
    """Where the preferences are reckoned to be, now that it is known which acts were not done."""
    shifts = 0.0
    cuts = 0.0
    for k in range(first, first + n):
        if si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_SCORED] == 1:
            shifts = shifts + sf[ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE + SUPPOSED_SHIFT]
            cuts = cuts + sf[ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE + SUPPOSED_CUT]
    part = 1.0 / float(n - 1) if n > 1 else 0.0
    for k in range(first, first + n):
        supposed = ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE
        if si[supposed + SUPPOSED_SCORED] == 1:
            sums = ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE
            moment = moments + si[supposed + SUPPOSED_ACT] * SF_MOMENT_SIZE
            r = sf[sums + SUPPOSED_SHIFT]
            cut = sf[sums + SUPPOSED_CUT]
            sf[moment + MOMENT_M] = held_mean(sf[sums + SUPPOSED_M], sf[sums + SUPPOSED_VAR], r, (shifts - r) * part)
            sf[moment + MOMENT_VAR] = held_variance(sf[sums + SUPPOSED_VAR], cut, (cuts - cut) * part * part)


@step_code
def push_all(ti: Ints, si: Ints, sf: Floats, moments: int, first: int, n: int) -> None:
    """How far each preference is reckoned to stand above 0, where it holds down its rivals."""
    for k in range(first, first + n):
        moment = moments + si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_ACT] * SF_MOMENT_SIZE
        push = expected_push(sf[moment + MOMENT_M], sf[moment + MOMENT_VAR])
        sf[ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE + SUPPOSED_PUSH] = push


@step_code
def supposed_hindrance(ti: Ints, si: Ints, sf: Floats, actor: int, a: int, n: int) -> float:
    """What rivals on the same channels are reckoned to hold down."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    square = ti[TI_RIVALRY] + ti[base + PERSON_RIVALRY] + (a - first) * (ti[base + PERSON_ACTS_END] - first) - first
    total = 0.0
    for k in range(first, first + n):
        b = si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_ACT]
        if b != a and ti[square + b] == 1:
            total = total + sf[ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE + SUPPOSED_PUSH]
    return total


@step_code
def after_done(ti: Ints, tf: Floats, sf: Floats, moments: int, actor: int, done: int) -> None:
    """The actor's own reset: the act's preference to 0, its rivals' by their share."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    end = ti[base + PERSON_ACTS_END]
    square = ti[TI_RIVALRY] + ti[base + PERSON_RIVALRY] + (done - first) * (end - first) - first
    left = 1.0 - tf[K_CARRY]
    for b in range(first, end):
        moment = moments + b * SF_MOMENT_SIZE
        if b == done:
            sf[moment + MOMENT_M] = 0.0
            sf[moment + MOMENT_VAR] = 0.0
        elif ti[square + b] == 1:
            sf[moment + MOMENT_M] = sf[moment + MOMENT_M] * left
            sf[moment + MOMENT_VAR] = sf[moment + MOMENT_VAR] * left * left


@step_code
def forget_act(ti: Ints, sf: Floats, actor: int, a: int) -> None:
    """An act that has been seen to close: whatever any reader reckoned of it starts from nothing."""
    if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_PRIVATE] == 1:
        return
    for read in range(ti[N_READ]):
        if ti[ti[TI_READ] + read * TI_READ_SIZE + READ_ACTOR] == actor:
            forget(ti, sf, read, actor, a)


@step_code
def forget(ti: Ints, sf: Floats, read: int, actor: int, a: int) -> None:
    """One reader's reckoning of an act starts from nothing."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    wide = ti[base + PERSON_ACTS_END] - first
    row = ti[TI_READ] + read * TI_READ_SIZE
    for cell in range(ti[row + READ_CELLS_END] - ti[row + READ_CELLS]):
        moment = ti[SF_MOMENT] + (ti[row + READ_MOMENTS] + cell * wide + a - first) * SF_MOMENT_SIZE
        sf[moment + MOMENT_M] = 0.0
        sf[moment + MOMENT_VAR] = 0.0


@step_code
def conclude(ti: Ints, tf: Floats, sf: Floats, read: int) -> None:
    """Posterior over the cells, and from it the tie expected and the odds of the intent."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    first = ti[row + READ_CELLS]
    end = ti[row + READ_CELLS_END]
    top = -1.0e300
    for cell in range(first, end):
        top = larger(top, tf[ti[TF_CELL] + cell * TF_CELL_SIZE + CELL_PRIOR] + sf[ti[SF_CELL] + cell * SF_CELL_SIZE + CELL_LOGL])
    total = 0.0
    for cell in range(first, end):
        at = ti[SF_CELL] + cell * SF_CELL_SIZE
        sf[at + CELL_POST] = exp(tf[ti[TF_CELL] + cell * TF_CELL_SIZE + CELL_PRIOR] + sf[at + CELL_LOGL] - top)
        total = total + sf[at + CELL_POST]
    care = 0.0
    odds = 0.0
    for cell in range(first, end):
        at = ti[SF_CELL] + cell * SF_CELL_SIZE
        table = ti[TF_CELL] + cell * TF_CELL_SIZE
        sf[at + CELL_POST] = sf[at + CELL_POST] / total
        care = care + sf[at + CELL_POST] * tf[table + CELL_CARE]
        odds = odds + sf[at + CELL_POST] * tf[table + CELL_INTENT]
    floats = ti[SF_READ] + read * SF_READ_SIZE
    sf[floats + READ_CARE] = care
    sf[floats + READ_ODDS] = odds


@step_code
def update_picture(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, a: int, wording: int) -> None:
    """The reader's picture of the actor's prospects after an act that took effect."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    views = ti[row + READ_VIEWS]
    if ti[row + READ_MOVE] == ti[ti[TI_MOVE] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_MOVE] * TI_MOVE_SIZE + MOVE_TALLY]:
        si[ti[SI_READ] + read * SI_READ_SIZE + READ_DONE] = 1
    base = ti[TI_PERSON] + ti[row + READ_ACTOR] * TI_PERSON_SIZE
    worth = ti[TF_WORTH] + ti[ti[TI_WORDING] + wording * TI_WORDING_SIZE + WORDING_WORTH] * TF_WORTH_SIZE
    lasting = float(ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LASTING])
    for m in range(ti[base + PERSON_MOTIVES_END] - ti[base + PERSON_MOTIVES]):
        at = ti[SF_PICTURE] + (views + m) * SF_PICTURE_SIZE + PICTURE_P
        sf[at] = after_act(sf[at], tf[worth + m * TF_WORTH_SIZE + WORTH_OWN], lasting)
