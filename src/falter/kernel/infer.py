"""Readers take stock of those they wonder about, from what was done and from how long nothing was (docs/mind.md 8)."""

from __future__ import annotations

from falter.kernel.conditions import presence
from falter.kernel.race import note_seen_taken
from falter.kernel.realise import judge
from falter.kernel.suppose import forget, list_supposed, suppose_uses
from falter.kernel.weighing import after_done, cells_of, hold_all, lanes_in, lay_out, rows_of, score_acts, score_cells, weighing_of
from falter.mind.prospect import after_act
from falter.numeric.arithmetic import exp, larger
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
    known = suppose_uses(ti, tf, si, sf, read, actor, n)
    lay_out(ti, tf, si, sf, read, known)
    shared = tf[K_SECOND_ORDER] if si[ti[SI_PAIR] + (actor * ti[N_PERSON] + reader) * SI_PAIR_SIZE + PAIR_AWARE] == 1 else 0.0
    score_acts(ti, tf, si, sf, read, actor, n, done, seconds)
    score_cells(ti, tf, sf, read, shared)
    hold_all(ti, si, sf, read, actor, n)
    if done >= 0:
        after_done(ti, tf, sf, read, actor, done)
    conclude(ti, tf, si, sf, read)


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
    weigh_cells(ti, tf, sf, read, CELL_PRIOR, CELL_LOGL, CELL_POST)
    if tf[K_SECOND_ORDER] > 0.0:
        weigh_cells(ti, tf, sf, read, CELL_GUESSED, CELL_SHARED, CELL_THEIRS)
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
def weigh_cells(ti: Ints, tf: Floats, sf: Floats, read: int, prior: int, gathered_in: int, result: int) -> None:
    """`posterior ∝ prior × likelihood` over the cells, by columns."""
    grid = ti[ti[TI_READ] + read * TI_READ_SIZE + READ_CELLS]
    cells = cells_of(ti, read)
    weighing = weighing_of(ti, read)
    top = -1.0e300
    for cell in range(grid, grid + cells):
        top = larger(top, tf[ti[TF_CELL] + cell * TF_CELL_SIZE + prior] + sf[ti[SF_CELL] + cell * SF_CELL_SIZE + gathered_in])
    total = 0.0
    for row in range(rows_of(ti, read)):
        first = grid + row * LANES
        lanes = lanes_in(cells, row)
        at = weighing + row * SF_WEIGHING_SIZE
        for lane in range(lanes):
            cell = first + lane
            log_odds = tf[ti[TF_CELL] + cell * TF_CELL_SIZE + prior] + sf[ti[SF_CELL] + cell * SF_CELL_SIZE + gathered_in] - top
            sf[at + WEIGHING_LOG_ODDS + lane] = log_odds
        for lane in range(LANES):
            sf[at + WEIGHING_ODDS + lane] = exp(sf[at + WEIGHING_LOG_ODDS + lane])
        for lane in range(lanes):
            total = total + sf[at + WEIGHING_ODDS + lane]
    part = 1.0 / total
    for row in range(rows_of(ti, read)):
        into = ti[SF_CELL] + (grid + row * LANES) * SF_CELL_SIZE + result
        for lane in range(lanes_in(cells, row)):
            sf[into + lane * SF_CELL_SIZE] = sf[weighing + row * SF_WEIGHING_SIZE + WEIGHING_ODDS + lane] * part


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
