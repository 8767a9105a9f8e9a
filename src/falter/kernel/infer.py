"""Readers take stock of those they wonder about, from what was done and from how long nothing was (DESIGN 3.10)."""

from __future__ import annotations

from falter.kernel.arithmetic import exp, larger, log
from falter.kernel.conditions import presence
from falter.kernel.mode import Floats, Ints, step_code
from falter.kernel.race import blocked
from falter.mind.deliberation import conflict, idle_answer, relative_use, threshold, use
from falter.mind.inference import (
    attention_variance,
    below,
    decay_mean,
    decay_variance,
    density,
    held_mean,
    held_variance,
    log_odds_floor,
    margin,
)
from falter.mind.prospect import after_act
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
    if not watching or si[ti[SI_PAIR] + (reader * ti[N_PERSON] + actor) * SI_PAIR_SIZE + PAIR_NOTICED] == 0 or seconds <= 0.0:
        return
    n = suppose_uses(ti, tf, si, sf, read, actor)
    if n == 0:
        return
    for cell in range(ti[row + READ_CELLS], ti[row + READ_CELLS_END]):
        score_cell(ti, tf, si, sf, read, cell, actor, done, seconds)
    conclude(ti, tf, sf, read)


@step_code
def seen_open(ti: Ints, si: Ints, a: int) -> bool:
    """Is an open act past its latency, and one that can be seen from outside?"""
    return si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_READY] == 1 and ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_INNER] == 0


@step_code
def suppose_uses(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, actor: int) -> int:
    """Relative uses of the actor's open acts, by the reader's picture of his prospects; returns how many acts there are."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    views = ti[ti[TI_READ] + read * TI_READ_SIZE + READ_VIEWS]
    opened = ti[SI_LIST] + ti[base + PERSON_ACTS]
    m0 = ti[base + PERSON_MOTIVES]
    n = 0
    for k in range(si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_OPEN]):
        if seen_open(ti, si, si[opened + k]):
            n = n + 1
    if n == 0:
        return 0
    waited = sf[ti[SF_RUN] + RUN_T] - sf[ti[SF_PERSON] + actor * SF_PERSON_SIZE + PERSON_OWED]
    for m in range(ti[base + PERSON_MOTIVES_END] - m0):
        table = ti[TI_PICTURE] + (views + m) * TI_PICTURE_SIZE
        if tf[ti[TF_PICTURE] + (views + m) * TF_PICTURE_SIZE + PICTURE_W] > 0.0 or ti[table + PICTURE_ROLE] != 0:
            idle = 0.0
            if ti[ti[TI_MOTIVE] + (m0 + m) * TI_MOTIVE_SIZE + MOTIVE_KIND] == MOTIVE_IS_ANSWER and waited > 0.0:
                idle = idle_answer(waited, tf[K_ANSWER_DUE], tf[K_ANSWER_PRESS])
            p = sf[ti[SF_PICTURE] + (views + m) * SF_PICTURE_SIZE + PICTURE_P]
            suppose_motive(ti, tf, si, sf, actor, m, p, idle, float(n))
    return n


@step_code
def suppose_motive(ti: Ints, tf: Floats, si: Ints, sf: Floats, actor: int, m: int, p: float, idle: float, n: float) -> None:
    """One motive's column of relative uses."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    opened = ti[SI_LIST] + ti[base + PERSON_ACTS]
    count = si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_OPEN]
    total = 0.0
    for k in range(count):
        a = si[opened + k]
        if seen_open(ti, si, a):
            wording = si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_NEXT]
            worth = ti[TF_WORTH] + (ti[ti[TI_WORDING] + wording * TI_WORDING_SIZE + WORDING_WORTH] + m) * TF_WORTH_SIZE
            u = use(tf[worth + WORTH_V], p)
            sf[ti[SF_GUESS] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE] + m] = u
            total = total + u
    for k in range(count):
        a = si[opened + k]
        if seen_open(ti, si, a):
            at = ti[SF_GUESS] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE] + m
            sf[at] = relative_use(sf[at], total, idle, n)


@step_code
def suppose_weights(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, cell: int, actor: int) -> float:
    """The weight of each motive of the actor's in a cell, 0 for what is settled as far as anyone can see; returns their sum."""
    views = ti[ti[TI_READ] + read * TI_READ_SIZE + READ_VIEWS]
    cells = ti[TF_CELL] + cell * TF_CELL_SIZE
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    owes = si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_CREDITOR] >= 0
    drive = 0.0
    for m in range(ti[base + PERSON_MOTIVES_END] - ti[base + PERSON_MOTIVES]):
        role = ti[ti[TI_PICTURE] + (views + m) * TI_PICTURE_SIZE + PICTURE_ROLE]
        weight = tf[ti[TF_PICTURE] + (views + m) * TF_PICTURE_SIZE + PICTURE_W]
        motive = ti[TI_MOTIVE] + (ti[base + PERSON_MOTIVES] + m) * TI_MOTIVE_SIZE
        if role == 1:
            weight = tf[cells + CELL_CARE]
        elif role == 2:
            weight = weight * tf[cells + CELL_INTENT]
            if si[ti[SI_MOVE] + ti[motive + MOTIVE_MOVE] * SI_MOVE_SIZE + MOVE_DONE] > 0:
                weight = 0.0
        elif ti[motive + MOTIVE_KIND] == MOTIVE_IS_ANSWER and not owes:
            weight = 0.0
        sf[ti[SF_PICTURE] + (views + m) * SF_PICTURE_SIZE + PICTURE_NOW] = weight
        drive = drive + weight
    return drive


@step_code
def score_cell(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, cell: int, actor: int, done: int, seconds: float) -> None:
    """The likelihood, under one cell, of what was done and what was not; and where the preferences are reckoned to be now."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    row = ti[TI_READ] + read * TI_READ_SIZE
    first = ti[base + PERSON_ACTS]
    wide = ti[base + PERSON_ACTS_END] - first
    moments = ti[SF_MOMENT] + (ti[row + READ_MOMENTS] + (cell - ti[row + READ_CELLS]) * wide - first) * SF_MOMENT_SIZE
    opened = ti[SI_LIST] + first
    drive = suppose_weights(ti, tf, si, sf, read, cell, actor)
    quiet = 1.0
    score = 0.0
    for k in range(si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_OPEN]):
        a = si[opened + k]
        if seen_open(ti, si, a) and (a == done or not blocked(ti, si, actor, a)):
            phi = stay_chance(ti, tf, si, sf, read, moments, actor, a, drive, seconds, a == done)
            if a == done:
                score = log_odds_floor(1.0 - phi)
            else:
                quiet = quiet * phi
    at = ti[SF_CELL] + cell * SF_CELL_SIZE
    sf[at + CELL_LOGL] = sf[at + CELL_LOGL] + score + tf[K_DELAY_WEIGHT] * log(quiet)
    if done >= 0:
        after_done(ti, tf, sf, moments, actor, done)


@step_code
def stay_chance(
    ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, moments: int, actor: int, a: int, drive: float, seconds: float, acted: bool
) -> float:
    """Chance that the act was not done in these seconds, under a cell; its moments are moved on accordingly."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    pictures = ti[SF_PICTURE] + ti[ti[TI_READ] + read * TI_READ_SIZE + READ_VIEWS] * SF_PICTURE_SIZE + PICTURE_NOW
    guess = ti[SF_GUESS] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE]
    square = 0.0
    pro = 0.0
    con = 0.0
    for m in range(ti[base + PERSON_MOTIVES_END] - ti[base + PERSON_MOTIVES]):
        w = sf[pictures + m * SF_PICTURE_SIZE]
        if w > 0.0:
            x = sf[guess + m]
            square = square + w * x * x
            if x > 0.0:
                pro = pro + w * x
            else:
                con = con - w * x
    rate = tf[K_GAIN] * drive
    mean = (pro - con) / drive if drive > 0.0 else 0.0
    spread = square / drive if drive > 0.0 else 0.0
    mu = tf[K_GAIN] * (pro - con) - tf[K_INHIBITION] * supposed_hindrance(ti, si, sf, moments, actor, a)
    sigma2 = 1.0 + attention_variance(tf[K_PSI], tf[K_TAU_ATTENTION], rate, spread, mean)
    lasting = float(ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LASTING])
    temper = tf[ti[TF_PERSON] + actor * TF_PERSON_SIZE + PERSON_TEMPER]
    theta = threshold(tf[K_THETA0], temper, tf[K_KAPPA_I], lasting, tf[K_KAPPA_C], conflict(pro, con), 1.0)
    moment = moments + a * SF_MOMENT_SIZE
    m1 = decay_mean(sf[moment + MOMENT_M], mu, tf[K_LEAK], seconds)
    v1 = decay_variance(sf[moment + MOMENT_VAR], sigma2, tf[K_LEAK], seconds)
    z = margin(theta, m1, v1, sigma2, seconds)
    density_z = density(z)
    phi = below(z, density_z)
    if not acted:
        r = density_z / phi
        sf[moment + MOMENT_M] = held_mean(m1, v1, r)
        sf[moment + MOMENT_VAR] = held_variance(v1, z, r)
    return phi


@step_code
def supposed_hindrance(ti: Ints, si: Ints, sf: Floats, moments: int, actor: int, a: int) -> float:
    """What rivals on the same channels are reckoned to hold down."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    square = ti[TI_RIVALRY] + ti[base + PERSON_RIVALRY] + (a - first) * (ti[base + PERSON_ACTS_END] - first) - first
    opened = ti[SI_LIST] + first
    total = 0.0
    for k in range(si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_OPEN]):
        b = si[opened + k]
        if b != a and ti[square + b] == 1:
            total = total + larger(0.0, sf[moments + b * SF_MOMENT_SIZE + MOMENT_M])
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
    """An act that has closed: whatever any reader reckoned of it starts from nothing."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    wide = ti[base + PERSON_ACTS_END] - first
    for read in range(ti[N_READ]):
        row = ti[TI_READ] + read * TI_READ_SIZE
        if ti[row + READ_ACTOR] == actor:
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
def update_picture(ti: Ints, tf: Floats, sf: Floats, read: int, a: int, wording: int) -> None:
    """The reader's picture of the actor's prospects after an act that took effect."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    views = ti[row + READ_VIEWS]
    base = ti[TI_PERSON] + ti[row + READ_ACTOR] * TI_PERSON_SIZE
    worth = ti[TF_WORTH] + ti[ti[TI_WORDING] + wording * TI_WORDING_SIZE + WORDING_WORTH] * TF_WORTH_SIZE
    lasting = float(ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LASTING])
    for m in range(ti[base + PERSON_MOTIVES_END] - ti[base + PERSON_MOTIVES]):
        at = ti[SF_PICTURE] + (views + m) * SF_PICTURE_SIZE + PICTURE_P
        sf[at] = after_act(sf[at], tf[worth + m * TF_WORTH_SIZE + WORTH_OWN], lasting)
