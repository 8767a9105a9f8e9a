"""What was done and what was not, scored in every cell of a reading's grid: act by act, all cells of one beside each other.

The cells differ in the weights of one or two motives and want the same arithmetic, so that a processor can do several at once. The compiler
sees that in a loop which keeps to the rows of one section (decisions/kernel-speed.md).
"""

from __future__ import annotations

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
from falter.numeric.arithmetic import normal_pdf
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def moments_of(ti: Ints, read: int, actor: int, a: int) -> int:
    """Where the reader's reckoning of an act starts: a row a cell."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    cells = ti[row + READ_CELLS_END] - ti[row + READ_CELLS]
    first = ti[ti[TI_PERSON] + actor * TI_PERSON_SIZE + PERSON_ACTS]
    return ti[SF_MOMENT] + (ti[row + READ_MOMENTS] + (a - first) * cells) * SF_MOMENT_SIZE


@step_code
def grid_of(ti: Ints, read: int) -> tuple[int, int]:
    """The first of the reading's cells, and how many there are."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    return ti[row + READ_CELLS], ti[row + READ_CELLS_END] - ti[row + READ_CELLS]


@step_code
def weight_in(ti: Ints, tf: Floats, si: Ints, one: int, cell: int) -> float:
    """The weight in a cell of a motive that is wondered about; 0 for what is settled as far as anyone can see."""
    table = ti[TI_WONDERED] + one * TI_WONDERED_SIZE
    if ti[table + WONDERED_ROLE] != 2:
        return tf[ti[TF_CELL] + cell * TF_CELL_SIZE + CELL_CARE]
    ask = ti[table + WONDERED_ASK]
    meant = ti[ti[TI_CELL] + cell * TI_CELL_SIZE + CELL_INTENT] == ti[ti[TI_WONDER] + ask * TI_WONDER_SIZE + WONDER_INTENT]
    if meant and si[ti[SI_WONDER] + ask * SI_WONDER_SIZE + WONDER_DONE] == 0:
        return tf[ti[TF_WONDERED] + one * TF_WONDERED_SIZE + WONDERED_W]
    return 0.0


@step_code
def lay_out(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, known: float) -> None:
    """The drive in each cell, and nothing scored yet; `known` is the sum of the weights that are the same in all."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    for cell in range(ti[row + READ_CELLS], ti[row + READ_CELLS_END]):
        wondered = 0.0
        for one in range(ti[row + READ_WONDERED], ti[row + READ_WONDERED_END]):
            wondered = wondered + weight_in(ti, tf, si, one, cell)
        at = ti[SF_WEIGHING] + cell * SF_WEIGHING_SIZE
        drive = known + wondered
        sf[at + WEIGHING_DRIVE] = drive
        sf[at + WEIGHING_INVERSE] = 1.0 / drive if drive > 0.0 else 0.0
        sf[at + WEIGHING_SCORE] = 0.0
        sf[at + WEIGHING_ABOVE] = 0.0
        sf[at + WEIGHING_BELOW] = 1.0
        sf[at + WEIGHING_SHIFTS] = 0.0
        sf[at + WEIGHING_CUTS] = 0.0


@step_code
def score_acts(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, actor: int, n: int, done: int, seconds: float) -> None:
    """How likely it was that each act was not done in these seconds.

    Of the act that was done: that it was not done until half a look later, so that its rate is taken about the time of the act.
    """
    first = ti[ti[TI_PERSON] + actor * TI_PERSON_SIZE + PERSON_ACTS]
    time = gathering_time(tf[K_LEAK], seconds)
    spread_time = gathering_time(2.0 * tf[K_LEAK], seconds)
    for k in range(first, first + n):
        push(ti, sf, read, moments_of(ti, read, actor, si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_ACT]))
    for k in range(first, first + n):
        a = si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_ACT]
        if si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_SCORED] == 0:
            continue
        hold_down(ti, si, sf, read, actor, a, n)
        speak_for(ti, tf, si, sf, read, k, a, moments_of(ti, read, actor, a))
        if a == done:
            later = seconds + 0.5 * tf[K_READ_EVERY]
            much_later = gathering_time(2.0 * tf[K_LEAK], later)
            stay(ti, tf, sf, read, actor, a, later, gathering_time(tf[K_LEAK], later), much_later, 0.0)
            note_done(ti, sf, read, moments_of(ti, read, actor, a))
        else:
            stay(ti, tf, sf, read, actor, a, seconds, time, spread_time, 1.0)
            note_undone(ti, sf, read, moments_of(ti, read, actor, a))


@step_code
def push(ti: Ints, sf: Floats, read: int, moments: int) -> None:
    """How far an act's preference is reckoned to stand above 0, where it holds down its rivals."""
    _, cells = grid_of(ti, read)
    for c in range(cells):
        at = moments + c * SF_MOMENT_SIZE
        sf[at + MOMENT_PUSH] = expected_push(sf[at + MOMENT_M], sf[at + MOMENT_VAR])


@step_code
def hold_down(ti: Ints, si: Ints, sf: Floats, read: int, actor: int, a: int, n: int) -> None:
    """What rivals on the same channels are reckoned to hold down of an act."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    square = ti[TI_RIVALRY] + ti[base + PERSON_RIVALRY] + (a - first) * (ti[base + PERSON_ACTS_END] - first) - first
    held = moments_of(ti, read, actor, a) + MOMENT_HELD
    _, cells = grid_of(ti, read)
    for c in range(cells):
        sf[held + c * SF_MOMENT_SIZE] = 0.0
    for k in range(first, first + n):
        b = si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_ACT]
        if b != a and ti[square + b] == 1:
            rival = moments_of(ti, read, actor, b) + MOMENT_PUSH
            for c in range(cells):
                sf[held + c * SF_MOMENT_SIZE] = sf[held + c * SF_MOMENT_SIZE] + sf[rival + c * SF_MOMENT_SIZE]


@step_code
def speak_for(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, k: int, a: int, moments: int) -> None:
    """What speaks for an act and against it, with the weights that each cell gives to what is wondered about."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    sums = ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE
    guess = ti[SF_GUESS] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE]
    grid, cells = grid_of(ti, read)
    for c in range(cells):
        at = moments + c * SF_MOMENT_SIZE
        laid_out = ti[SF_WEIGHING] + (grid + c) * SF_WEIGHING_SIZE
        sf[at + MOMENT_DRIVE] = sf[laid_out + WEIGHING_DRIVE]
        sf[at + MOMENT_INVERSE] = sf[laid_out + WEIGHING_INVERSE]
        sf[at + MOMENT_PRO] = sf[sums + SUPPOSED_PRO]
        sf[at + MOMENT_CON] = sf[sums + SUPPOSED_CON]
        sf[at + MOMENT_SQUARE] = sf[sums + SUPPOSED_SQUARE]
    for one in range(ti[row + READ_WONDERED], ti[row + READ_WONDERED_END]):
        x = sf[guess + ti[ti[TI_WONDERED] + one * TI_WONDERED_SIZE + WONDERED_MOTIVE]]
        for c in range(cells):
            at = moments + c * SF_MOMENT_SIZE
            w = weight_in(ti, tf, si, one, grid + c)
            sf[at + MOMENT_SQUARE] = sf[at + MOMENT_SQUARE] + w * x * x
            if x > 0.0:
                sf[at + MOMENT_PRO] = sf[at + MOMENT_PRO] + w * x
            else:
                sf[at + MOMENT_CON] = sf[at + MOMENT_CON] - w * x


@step_code
def stay(
    ti: Ints, tf: Floats, sf: Floats, read: int, actor: int, a: int, seconds: float, time: float, spread_time: float, undone: float
) -> None:
    """Chance in each cell that the act was not done in these seconds, and what that says of its preference, if it was not (`undone` 1)."""
    temper = tf[ti[TF_PERSON] + actor * TF_PERSON_SIZE + PERSON_TEMPER]
    lasting = float(ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LASTING])
    gain = tf[K_GAIN]
    inhibition = tf[K_INHIBITION]
    psi = tf[K_PSI]
    tau = tf[K_TAU_ATTENTION]
    leak = tf[K_LEAK]
    theta0 = tf[K_THETA0]
    kappa_i = tf[K_KAPPA_I]
    kappa_c = tf[K_KAPPA_C]
    moments = moments_of(ti, read, actor, a)
    _, cells = grid_of(ti, read)
    for c in range(cells):
        at = moments + c * SF_MOMENT_SIZE
        pro = sf[at + MOMENT_PRO]
        con = sf[at + MOMENT_CON]
        inverse = sf[at + MOMENT_INVERSE]
        mu = gain * (pro - con) - inhibition * sf[at + MOMENT_HELD]
        wander = attention_variance(psi, tau, gain * sf[at + MOMENT_DRIVE], sf[at + MOMENT_SQUARE] * inverse, (pro - con) * inverse)
        sigma2 = 1.0 + wander
        theta = threshold(theta0, temper, kappa_i, lasting, kappa_c, conflict(pro, con), 1.0)
        m1 = gathered(sf[at + MOMENT_M], mu, leak, time)
        v1 = gathered(sf[at + MOMENT_VAR], sigma2, 2.0 * leak, spread_time)
        z = margin(theta, m1, v1, sigma2, seconds)
        density = normal_pdf(z)
        phi = below(z, density)
        r = density / phi * undone
        sf[at + MOMENT_AHEAD] = m1
        sf[at + MOMENT_SPREAD] = v1
        sf[at + MOMENT_STAYS] = phi
        sf[at + MOMENT_SHIFT] = r
        sf[at + MOMENT_CUT] = CUT * (z * r + r * r)


@step_code
def note_done(ti: Ints, sf: Floats, read: int, moments: int) -> None:
    """The log rate of the act that was done."""
    grid, cells = grid_of(ti, read)
    for c in range(cells):
        at = ti[SF_WEIGHING] + (grid + c) * SF_WEIGHING_SIZE
        moment = moments + c * SF_MOMENT_SIZE
        sf[at + WEIGHING_SCORE] = log_rate(sf[moment + MOMENT_STAYS])
        sf[at + WEIGHING_SHIFTS] = sf[at + WEIGHING_SHIFTS] + sf[moment + MOMENT_SHIFT]
        sf[at + WEIGHING_CUTS] = sf[at + WEIGHING_CUTS] + sf[moment + MOMENT_CUT]


@step_code
def note_undone(ti: Ints, sf: Floats, read: int, moments: int) -> None:
    """An act that was not done: of all of these, the product of the chances that they were not, and the sum of those that they were."""
    grid, cells = grid_of(ti, read)
    for c in range(cells):
        at = ti[SF_WEIGHING] + (grid + c) * SF_WEIGHING_SIZE
        moment = moments + c * SF_MOMENT_SIZE
        phi = sf[moment + MOMENT_STAYS]
        sf[at + WEIGHING_BELOW] = sf[at + WEIGHING_BELOW] * phi
        sf[at + WEIGHING_ABOVE] = sf[at + WEIGHING_ABOVE] + (1.0 - phi)
        sf[at + WEIGHING_SHIFTS] = sf[at + WEIGHING_SHIFTS] + sf[moment + MOMENT_SHIFT]
        sf[at + WEIGHING_CUTS] = sf[at + WEIGHING_CUTS] + sf[moment + MOMENT_CUT]


@step_code
def score_cells(ti: Ints, tf: Floats, sf: Floats, read: int, shared: float) -> None:
    """The log-likelihood of each cell grows by what was done and what was not; `shared` is how much of it the actor knows of."""
    grid, cells = grid_of(ti, read)
    for c in range(cells):
        at = ti[SF_WEIGHING] + (grid + c) * SF_WEIGHING_SIZE
        row = ti[SF_CELL] + (grid + c) * SF_CELL_SIZE
        undone = log_undone(sf[at + WEIGHING_ABOVE], sf[at + WEIGHING_BELOW])
        told = tf[K_ACT_WEIGHT] * sf[at + WEIGHING_SCORE] + tf[K_DELAY_WEIGHT] * undone
        sf[row + CELL_LOGL] = sf[row + CELL_LOGL] + told
        sf[row + CELL_SHARED] = sf[row + CELL_SHARED] + shared * told


@step_code
def hold_all(ti: Ints, si: Ints, sf: Floats, read: int, actor: int, n: int) -> None:
    """Where the preferences are reckoned to be, now that it is known which acts were not done."""
    first = ti[ti[TI_PERSON] + actor * TI_PERSON_SIZE + PERSON_ACTS]
    grid, cells = grid_of(ti, read)
    start = ti[SF_WEIGHING] + grid * SF_WEIGHING_SIZE
    part = 1.0 / float(n - 1) if n > 1 else 0.0
    for k in range(first, first + n):
        supposed = ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE
        if si[supposed + SUPPOSED_SCORED] == 1:
            moments = moments_of(ti, read, actor, si[supposed + SUPPOSED_ACT])
            for c in range(cells):
                at = start + c * SF_WEIGHING_SIZE
                moment = moments + c * SF_MOMENT_SIZE
                r = sf[moment + MOMENT_SHIFT]
                cut = sf[moment + MOMENT_CUT]
                spread = sf[moment + MOMENT_SPREAD]
                sf[moment + MOMENT_M] = held_mean(sf[moment + MOMENT_AHEAD], spread, r, (sf[at + WEIGHING_SHIFTS] - r) * part)
                sf[moment + MOMENT_VAR] = held_variance(spread, cut, (sf[at + WEIGHING_CUTS] - cut) * part * part)


@step_code
def after_done(ti: Ints, tf: Floats, sf: Floats, read: int, actor: int, done: int) -> None:
    """The actor's own reset: the act's preference to 0, its rivals' by their share."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    end = ti[base + PERSON_ACTS_END]
    square = ti[TI_RIVALRY] + ti[base + PERSON_RIVALRY] + (done - first) * (end - first) - first
    _, cells = grid_of(ti, read)
    left = 1.0 - tf[K_CARRY]
    for b in range(first, end):
        if b == done or ti[square + b] == 1:
            moments = moments_of(ti, read, actor, b)
            for c in range(cells):
                at = moments + c * SF_MOMENT_SIZE
                sf[at + MOMENT_M] = 0.0 if b == done else sf[at + MOMENT_M] * left
                sf[at + MOMENT_VAR] = 0.0 if b == done else sf[at + MOMENT_VAR] * left * left
