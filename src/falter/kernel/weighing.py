"""What was done and what was not, scored in every cell of a reading's grid: act by act, all cells of one beside each other.

The cells differ in the weights of one or two motives and want the same arithmetic, so that a processor can do several at once: they stand
side by side, eight to a row (`LANES`), each column eight wide (decisions/kernel-speed.md). Cells past the last hold what nobody reads.
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
    """Where the reader's reckoning of an act starts."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    first = ti[ti[TI_PERSON] + actor * TI_PERSON_SIZE + PERSON_ACTS]
    return ti[SF_MOMENT] + (ti[row + READ_MOMENTS] + (a - first) * rows_of(ti, read)) * SF_MOMENT_SIZE


@step_code
def cells_of(ti: Ints, read: int) -> int:
    """How many cells a reading has."""
    row = ti[TI_READ] + read * TI_READ_SIZE
    return ti[row + READ_CELLS_END] - ti[row + READ_CELLS]


@step_code
def rows_of(ti: Ints, read: int) -> int:
    """How many rows of cells side by side these are."""
    return (cells_of(ti, read) + LANES - 1) // LANES


@step_code
def lanes_in(cells: int, row: int) -> int:
    """How many cells are in one of the rows: the last may have few."""
    left = cells - row * LANES
    return left if left < LANES else LANES


@step_code
def weighing_of(ti: Ints, read: int) -> int:
    """Where the sums over acts start."""
    return ti[SF_WEIGHING] + ti[ti[TI_READ] + read * TI_READ_SIZE + READ_WEIGHING] * SF_WEIGHING_SIZE


@step_code
def weights_of(ti: Ints, read: int, which: int) -> int:
    """Where the weights of a motive start, the `which`-th of those wondered about."""
    return ti[SF_WEIGHT] + (ti[ti[TI_READ] + read * TI_READ_SIZE + READ_WEIGHTS] + which * rows_of(ti, read)) * SF_WEIGHT_SIZE


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
    """The weights and the drive in each cell, and nothing scored yet; `known` is the sum of the weights that are the same in all."""
    table = ti[TI_READ] + read * TI_READ_SIZE
    cells = cells_of(ti, read)
    for row in range(rows_of(ti, read)):
        at = weighing_of(ti, read) + row * SF_WEIGHING_SIZE
        grid = ti[table + READ_CELLS] + row * LANES
        for lane in range(lanes_in(cells, row)):
            wondered = 0.0
            for one in range(ti[table + READ_WONDERED], ti[table + READ_WONDERED_END]):
                weight = weight_in(ti, tf, si, one, grid + lane)
                sf[weights_of(ti, read, one - ti[table + READ_WONDERED]) + row * SF_WEIGHT_SIZE + WEIGHT_HELD + lane] = weight
                wondered = wondered + weight
            drive = known + wondered
            sf[at + WEIGHING_DRIVE + lane] = drive
            sf[at + WEIGHING_INVERSE + lane] = 1.0 / drive if drive > 0.0 else 0.0
            sf[at + WEIGHING_SCORE + lane] = 0.0
            sf[at + WEIGHING_ABOVE + lane] = 0.0
            sf[at + WEIGHING_BELOW + lane] = 1.0
            sf[at + WEIGHING_SHIFTS + lane] = 0.0
            sf[at + WEIGHING_CUTS + lane] = 0.0


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
    cells = cells_of(ti, read)
    for row in range(rows_of(ti, read)):
        at = moments + row * SF_MOMENT_SIZE
        for cell in range(at, at + lanes_in(cells, row)):
            sf[cell + MOMENT_PUSH] = expected_push(sf[cell + MOMENT_M], sf[cell + MOMENT_VAR])


@step_code
def hold_down(ti: Ints, si: Ints, sf: Floats, read: int, actor: int, a: int, n: int) -> None:
    """What rivals on the same channels are reckoned to hold down of an act."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    square = ti[TI_RIVALRY] + ti[base + PERSON_RIVALRY] + (a - first) * (ti[base + PERSON_ACTS_END] - first) - first
    held = moments_of(ti, read, actor, a) + MOMENT_HELD
    rows = rows_of(ti, read)
    for row in range(rows):
        for lane in range(LANES):
            sf[held + row * SF_MOMENT_SIZE + lane] = 0.0
    for k in range(first, first + n):
        b = si[ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE + SUPPOSED_ACT]
        if b != a and ti[square + b] == 1:
            apart = moments_of(ti, read, actor, b) + MOMENT_PUSH - held
            for row in range(rows):
                at = held + row * SF_MOMENT_SIZE
                for lane in range(LANES):
                    sf[at + lane] = sf[at + lane] + sf[at + apart + lane]


@step_code
def speak_for(ti: Ints, tf: Floats, si: Ints, sf: Floats, read: int, k: int, a: int, moments: int) -> None:
    """What speaks for an act and against it, with the weights that each cell gives to what is wondered about."""
    table = ti[TI_READ] + read * TI_READ_SIZE
    sums = ti[SF_SUPPOSED] + k * SF_SUPPOSED_SIZE
    guess = ti[SF_GUESS] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE]
    pro = sf[sums + SUPPOSED_PRO]
    con = sf[sums + SUPPOSED_CON]
    square = sf[sums + SUPPOSED_SQUARE]
    for row in range(rows_of(ti, read)):
        at = moments + row * SF_MOMENT_SIZE
        laid_out = weighing_of(ti, read) + row * SF_WEIGHING_SIZE
        for lane in range(LANES):
            sf[at + MOMENT_DRIVE + lane] = sf[laid_out + WEIGHING_DRIVE + lane]
            sf[at + MOMENT_INVERSE + lane] = sf[laid_out + WEIGHING_INVERSE + lane]
        for lane in range(LANES):
            sf[at + MOMENT_PRO + lane] = pro
            sf[at + MOMENT_CON + lane] = con
            sf[at + MOMENT_SQUARE + lane] = square
        for one in range(ti[table + READ_WONDERED], ti[table + READ_WONDERED_END]):
            x = sf[guess + ti[ti[TI_WONDERED] + one * TI_WONDERED_SIZE + WONDERED_MOTIVE]]
            weights = weights_of(ti, read, one - ti[table + READ_WONDERED]) + row * SF_WEIGHT_SIZE + WEIGHT_HELD
            for lane in range(LANES):
                sf[at + MOMENT_SQUARE + lane] = sf[at + MOMENT_SQUARE + lane] + sf[weights + lane] * x * x
            if x > 0.0:
                for lane in range(LANES):
                    sf[at + MOMENT_PRO + lane] = sf[at + MOMENT_PRO + lane] + sf[weights + lane] * x
            else:
                for lane in range(LANES):
                    sf[at + MOMENT_CON + lane] = sf[at + MOMENT_CON + lane] - sf[weights + lane] * x


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
    cells = cells_of(ti, read)
    for row in range(rows_of(ti, read)):
        at = moments + row * SF_MOMENT_SIZE
        for cell in range(at, at + lanes_in(cells, row)):
            pro = sf[cell + MOMENT_PRO]
            con = sf[cell + MOMENT_CON]
            inverse = sf[cell + MOMENT_INVERSE]
            mu = gain * (pro - con) - inhibition * sf[cell + MOMENT_HELD]
            drive = gain * sf[cell + MOMENT_DRIVE]
            wander = attention_variance(psi, tau, drive, sf[cell + MOMENT_SQUARE] * inverse, (pro - con) * inverse)
            sigma2 = 1.0 + wander
            theta = threshold(theta0, temper, kappa_i, lasting, kappa_c, conflict(pro, con), 1.0)
            m1 = gathered(sf[cell + MOMENT_M], mu, leak, time)
            v1 = gathered(sf[cell + MOMENT_VAR], sigma2, 2.0 * leak, spread_time)
            z = margin(theta, m1, v1, sigma2, seconds)
            density = normal_pdf(z)
            phi = below(z, density)
            r = density / phi * undone
            sf[cell + MOMENT_AHEAD] = m1
            sf[cell + MOMENT_SPREAD] = v1
            sf[cell + MOMENT_STAYS] = phi
            sf[cell + MOMENT_SHIFT] = r
            sf[cell + MOMENT_CUT] = CUT * (z * r + r * r)


@step_code
def note_done(ti: Ints, sf: Floats, read: int, moments: int) -> None:
    """The log rate of the act that was done."""
    cells = cells_of(ti, read)
    for row in range(rows_of(ti, read)):
        at = weighing_of(ti, read) + row * SF_WEIGHING_SIZE
        apart = moments + row * SF_MOMENT_SIZE - at
        for cell in range(at, at + lanes_in(cells, row)):
            sf[cell + WEIGHING_SCORE] = log_rate(sf[cell + apart + MOMENT_STAYS])
            sf[cell + WEIGHING_SHIFTS] = sf[cell + WEIGHING_SHIFTS] + sf[cell + apart + MOMENT_SHIFT]
            sf[cell + WEIGHING_CUTS] = sf[cell + WEIGHING_CUTS] + sf[cell + apart + MOMENT_CUT]


@step_code
def note_undone(ti: Ints, sf: Floats, read: int, moments: int) -> None:
    """An act that was not done: of all of these, the product of the chances that they were not, and the sum of those that they were."""
    for row in range(rows_of(ti, read)):
        at = weighing_of(ti, read) + row * SF_WEIGHING_SIZE
        moment = moments + row * SF_MOMENT_SIZE
        for lane in range(LANES):
            phi = sf[moment + MOMENT_STAYS + lane]
            sf[at + WEIGHING_BELOW + lane] = sf[at + WEIGHING_BELOW + lane] * phi
            sf[at + WEIGHING_ABOVE + lane] = sf[at + WEIGHING_ABOVE + lane] + (1.0 - phi)
            sf[at + WEIGHING_SHIFTS + lane] = sf[at + WEIGHING_SHIFTS + lane] + sf[moment + MOMENT_SHIFT + lane]
            sf[at + WEIGHING_CUTS + lane] = sf[at + WEIGHING_CUTS + lane] + sf[moment + MOMENT_CUT + lane]


@step_code
def score_cells(ti: Ints, tf: Floats, sf: Floats, read: int, shared: float) -> None:
    """The log-likelihood of each cell grows by what was done and what was not; `shared` is how much of it the actor knows of."""
    cells = cells_of(ti, read)
    for row in range(rows_of(ti, read)):
        at = weighing_of(ti, read) + row * SF_WEIGHING_SIZE
        lanes = lanes_in(cells, row)
        for cell in range(at, at + lanes):
            undone = log_undone(sf[cell + WEIGHING_ABOVE], sf[cell + WEIGHING_BELOW])
            sf[cell + WEIGHING_TOLD] = tf[K_ACT_WEIGHT] * sf[cell + WEIGHING_SCORE] + tf[K_DELAY_WEIGHT] * undone
        into = ti[SF_CELL] + (ti[ti[TI_READ] + read * TI_READ_SIZE + READ_CELLS] + row * LANES) * SF_CELL_SIZE
        for lane in range(lanes):
            told = sf[at + WEIGHING_TOLD + lane]
            cell = into + lane * SF_CELL_SIZE
            sf[cell + CELL_LOGL] = sf[cell + CELL_LOGL] + told
            sf[cell + CELL_SHARED] = sf[cell + CELL_SHARED] + shared * told


@step_code
def hold_all(ti: Ints, si: Ints, sf: Floats, read: int, actor: int, n: int) -> None:
    """Where the preferences are reckoned to be, now that it is known which acts were not done."""
    first = ti[ti[TI_PERSON] + actor * TI_PERSON_SIZE + PERSON_ACTS]
    part = 1.0 / float(n - 1) if n > 1 else 0.0
    for k in range(first, first + n):
        supposed = ti[SI_SUPPOSED] + k * SI_SUPPOSED_SIZE
        if si[supposed + SUPPOSED_SCORED] == 1:
            moments = moments_of(ti, read, actor, si[supposed + SUPPOSED_ACT])
            for row in range(rows_of(ti, read)):
                at = moments + row * SF_MOMENT_SIZE
                sums = weighing_of(ti, read) + row * SF_WEIGHING_SIZE
                for lane in range(LANES):
                    r = sf[at + MOMENT_SHIFT + lane]
                    cut = sf[at + MOMENT_CUT + lane]
                    spread = sf[at + MOMENT_SPREAD + lane]
                    shifts = (sf[sums + WEIGHING_SHIFTS + lane] - r) * part
                    cuts = (sf[sums + WEIGHING_CUTS + lane] - cut) * part * part
                    sf[at + MOMENT_M + lane] = held_mean(sf[at + MOMENT_AHEAD + lane], spread, r, shifts)
                    sf[at + MOMENT_VAR + lane] = held_variance(spread, cut, cuts)


@step_code
def after_done(ti: Ints, tf: Floats, sf: Floats, read: int, actor: int, done: int) -> None:
    """The actor's own reset: the act's preference to 0, its rivals' by their share."""
    base = ti[TI_PERSON] + actor * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    end = ti[base + PERSON_ACTS_END]
    square = ti[TI_RIVALRY] + ti[base + PERSON_RIVALRY] + (done - first) * (end - first) - first
    left = 1.0 - tf[K_CARRY]
    for b in range(first, end):
        if b == done or ti[square + b] == 1:
            moments = moments_of(ti, read, actor, b)
            for row in range(rows_of(ti, read)):
                at = moments + row * SF_MOMENT_SIZE
                for lane in range(LANES):
                    sf[at + MOMENT_M + lane] = 0.0 if b == done else sf[at + MOMENT_M + lane] * left
                    sf[at + MOMENT_VAR + lane] = 0.0 if b == done else sf[at + MOMENT_VAR + lane] * left * left
