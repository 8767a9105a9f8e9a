"""A run: steps until it closes. The same loop for one performance and for each of a batch."""

from __future__ import annotations

from typing import Final

from falter.kernel.step import step
from falter.numeric.blocks import state, table
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

OUTCOME_SIZE: Final = 6
"""Columns of a row of outcomes."""


@step_code
def advance(
    ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, ii: Ints, iF: Floats, seed: int, run: int, luck: int, index: int, most: int
) -> int:
    """Up to `most` steps from step `index`, fewer if it closes; returns the index of the next step."""
    for _ in range(most):
        if si[ti[SI_RUN] + RUN_STATUS] != 0:
            return index
        step(table(ti), table(tf), table(tu), state(si), state(sf), table(ii), table(iF), seed, run, luck, index)
        index = index + 1
    return index


@step_code
def perform_many(
    ti: Ints, tf: Floats, tu: Words, si0: Ints, sf0: Floats, si: Ints, sf: Floats, ii: Ints, iF: Floats,
    seed: int, luck: int, first: int, count: int, most: int, outcomes: Ints, times: Floats, events: Ints, moments: Floats,
    incidents: Ints, amounts: Floats,
) -> None:  # fmt: skip
    """Runs `first` to `first + count − 1`, each from the same start; writes a row of outcomes a run, and its events if there is room.

    outcomes: (ending, status, steps, events, incidents, met) a run; times: the time of closing, s. `events` and `moments` take the
    event rows of each run where they are long enough for them (capacity × row size a run), else stay as they are; `incidents`
    and `amounts` take the incident rows likewise.
    """
    keep = len(events) > 0
    capacity = ti[ti[TI_RUN] + RUN_CAPACITY]
    room = ti[ti[TI_RUN] + RUN_ROOM]
    for k in range(count):
        for cell in range(len(si0)):
            si[cell] = si0[cell]
        for cell in range(len(sf0)):
            sf[cell] = sf0[cell]
        steps = advance(ti, tf, tu, si, sf, ii, iF, seed, first + k, luck, 0, most)
        row = ti[SI_RUN]
        outcomes[OUTCOME_SIZE * k] = si[row + RUN_ENDING]
        outcomes[OUTCOME_SIZE * k + 1] = si[row + RUN_STATUS]
        outcomes[OUTCOME_SIZE * k + 2] = steps
        outcomes[OUTCOME_SIZE * k + 3] = si[row + RUN_EVENTS]
        outcomes[OUTCOME_SIZE * k + 4] = si[row + RUN_INCIDENTS]
        outcomes[OUTCOME_SIZE * k + 5] = si[row + RUN_MET]
        times[k] = sf[ti[SF_RUN] + RUN_T]
        if keep:
            for cell in range(si[row + RUN_EVENTS] * SI_EVENT_SIZE):
                events[k * capacity * SI_EVENT_SIZE + cell] = si[ti[SI_EVENT] + cell]
            for cell in range(si[row + RUN_EVENTS] * SF_EVENT_SIZE):
                moments[k * capacity * SF_EVENT_SIZE + cell] = sf[ti[SF_EVENT] + cell]
            for cell in range(si[row + RUN_INCIDENTS] * SI_INCIDENT_SIZE):
                incidents[k * room * SI_INCIDENT_SIZE + cell] = si[ti[SI_INCIDENT] + cell]
            for cell in range(si[row + RUN_INCIDENTS] * SF_INCIDENT_SIZE):
                amounts[k * room * SF_INCIDENT_SIZE + cell] = sf[ti[SF_INCIDENT] + cell]
