"""Readers take stock of those they wonder about, from what was done and from how long nothing was (docs/mind.md 8)."""

from __future__ import annotations

from falter.kernel.conditions import presence
from falter.kernel.race import note_seen_taken
from falter.kernel.realise import judge
from falter.kernel.suppose import forget, list_supposed, suppose_uses, suppose_weights
from falter.mind.deliberation import conflict, threshold
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
    note_seen_taken(ti, si, sf, actor)
    n = list_supposed(ti, tf, si, sf, read, actor, done)
    if n == 0:
        return
    drive = suppose_uses(ti, tf, si, sf, read, actor, n)
    time = gathering_time(tf[K_LEAK], seconds)
    spread_time = gathering_time(2.0 * tf[K_LEAK], seconds)
    shared = tf[K_SECOND_ORDER] if si[ti[SI_PAIR] + (actor * ti[N_PERSON] + reader) * SI_PAIR_SIZE + PAIR_AWARE] == 1 else 0.0
    for cell in range(ti[row + READ_CELLS], ti[row + READ_CELLS_END]):
        score_cell(ti, tf, si, sf, read, cell, actor, n, done, drive, seconds, time, spread_time, shared)
    conclude(ti, tf, si, sf, read)


@step_code
def score_cell(
    ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, cell: int, actor: int, n: int, done: int, known: float,
    seconds: float, time: float, spread_time: float, shared: float,
) -> None:  # fmt: skip
    """The likelihood, under one cell, of what was done and what was not; and where the preferences are reckoned to be now."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    row = ti[TI_READ] + read * TI_READ_SIZE
    first = ti[base + PERSON_ACTS]
    wide = ti[base + PERSON_ACTS_END] - first
    moments = ti[SF_MOMENT] + (ti[row + READ_MOMENTS] + (cell - ti[row + READ_CELLS]) * wide - first) * SF_MOMENT_SIZE
    drive = known + suppose_weights(ti, tf, si, sf, read, cell)
    inverse = 1.0 / drive if drive > 0.0 else 0.0
    push_all(ti, si, sf, moments, first, n)
    all_below = 1.0
    above = 0.0
    score = 0.0
    for k in range(first, first + n):
        supposed = ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE
        if si[supposed + SUPPOSED_SCORED] == 1:
            a = si[supposed + SUPPOSED_ACT]
            hindrance = supposed_hindrance(ti, si, sf, actor, a, n)
            phi = stay_chance(ti, tf, sf, read, moments, actor, k, a, hindrance, drive, inverse, seconds, time, spread_time, a == done)
            if a == done:
                score = log_rate(phi)
            else:
                all_below = all_below * phi
                above = above + (1.0 - phi)
    at = ti[SF_CELL] + cell * SF_CELL_SIZE
    told = tf[K_ACT_WEIGHT] * score + tf[K_DELAY_WEIGHT] * log_undone(above, all_below)
    sf[at + CELL_LOGL] = sf[at + CELL_LOGL] + told
    sf[at + CELL_SHARED] = sf[at + CELL_SHARED] + shared * told
    hold_all(ti, si, sf, moments, first, n)
    if done >= 0:
        after_done(ti, tf, sf, moments, actor, done)


@step_code
def stay_chance(
    ti: Ints, tf: Floats, sf: Floats, read: int, moments: int, actor: int, k: int, a: int, hindrance: float, drive: float,
    inverse: float, seconds: float, time: float, spread_time: float, acted: bool,
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
def conclude(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int) -> None:
    """Posterior over the cells, the reader's and the one the actor takes him to have; from them what is thought of each thing wondered."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    first = ti[row + READ_CELLS]
    end = ti[row + READ_CELLS_END]
    weigh_cells(ti, tf, sf, first, end, CELL_PRIOR, CELL_LOGL, CELL_POST)
    if tf[K_SECOND_ORDER] > 0.0:
        weigh_cells(ti, tf, sf, first, end, CELL_GUESSED, CELL_SHARED, CELL_THEIRS)
    care = 0.0
    odds = 0.0
    for cell in range(first, end):
        post = sf[ti[SF_CELL] + cell * SF_CELL_SIZE + CELL_POST]
        care = care + post * tf[ti[TF_CELL] + cell * TF_CELL_SIZE + CELL_CARE]
        if ti[ti[TI_CELL] + cell * TI_CELL_SIZE + CELL_INTENT] > 0:
            odds = odds + post
    floats = ti[SF_READ] + read * SF_READ_SIZE
    sf[floats + READ_CARE] = care
    sf[floats + READ_ODDS] = odds
    for wonder in range(ti[row + READ_ASKS], ti[row + READ_ASKS_END]):
        judge(ti, tf, si, sf, wonder, first, end)


@step_code
def weigh_cells(ti: Ints, tf: Floats, sf: Floats, first: int, end: int, prior: int, gathered_in: int, result: int) -> None:
    """`posterior ∝ prior × likelihood` over the cells, by columns."""
    top = -1.0e300
    for cell in range(first, end):
        top = larger(top, tf[ti[TF_CELL] + cell * TF_CELL_SIZE + prior] + sf[ti[SF_CELL] + cell * SF_CELL_SIZE + gathered_in])
    total = 0.0
    for cell in range(first, end):
        at = ti[SF_CELL] + cell * SF_CELL_SIZE
        sf[at + result] = exp(tf[ti[TF_CELL] + cell * TF_CELL_SIZE + prior] + sf[at + gathered_in] - top)
        total = total + sf[at + result]
    part = 1.0 / total
    for cell in range(first, end):
        at = ti[SF_CELL] + cell * SF_CELL_SIZE + result
        sf[at] = sf[at] * part


@step_code
def update_picture(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, a: int, wording: int) -> None:
    """The reader's picture of the actor's prospects after an act that took effect."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    views = ti[row + READ_VIEWS]
    tally = ti[ti[TI_MOVE] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_MOVE] * TI_MOVE_SIZE + MOVE_TALLY]
    for wonder in range(ti[row + READ_ASKS], ti[row + READ_ASKS_END]):
        if ti[ti[TI_WONDER] + wonder * TI_WONDER_SIZE + WONDER_MOVE] == tally:
            si[ti[SI_WONDER] + wonder * SI_WONDER_SIZE + WONDER_DONE] = 1
    base = ti[TI_PERSON] + ti[row + READ_ACTOR] * TI_PERSON_SIZE
    worth = ti[TF_WORTH] + ti[ti[TI_WORDING] + wording * TI_WORDING_SIZE + WORDING_WORTH] * TF_WORTH_SIZE
    lasting = float(ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LASTING])
    for m in range(ti[base + PERSON_MOTIVES_END] - ti[base + PERSON_MOTIVES]):
        at = ti[SF_PICTURE] + (views + m) * SF_PICTURE_SIZE + PICTURE_P
        sf[at] = after_act(sf[at], tf[worth + m * TF_WORTH_SIZE + WORTH_OWN], lasting)
