"""What befalls someone without being done: noticed, recalled, let slip. Each is written down as a row, like an act."""

from __future__ import annotations

from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

FULL = 2
"""The run's status when there is no room for another act or incident."""


@step_code
def bit_of(person: int) -> int:
    """The person's bit in a mask."""
    bit = 1
    for _ in range(person):
        bit = bit + bit
    return bit


@step_code
def befall(ti: Ints, si: Ints, sf: Floats, kind: int, who: int, whom: int, what: int, seen: int, amount: float) -> None:
    """Write an incident down at the step's time; `seen` is the mask of those who know of it. A full buffer ends the run with its status."""
    befall_by(ti, si, sf, kind, who, whom, what, seen, amount, -1)


@step_code
def befall_by(ti: Ints, si: Ints, sf: Floats, kind: int, who: int, whom: int, what: int, seen: int, amount: float, cause: int) -> None:
    """The same, with the event that brought it about, -1 none."""
    run = ti[SI_RUN]
    incident = si[run + RUN_INCIDENTS]
    if incident >= ti[ti[TI_RUN] + RUN_ROOM]:
        si[run + RUN_STATUS] = FULL
        return
    si[run + RUN_INCIDENTS] = incident + 1
    row = ti[SI_INCIDENT] + incident * SI_INCIDENT_SIZE
    floats = ti[SF_INCIDENT] + incident * SF_INCIDENT_SIZE
    si[row + INCIDENT_KIND] = kind
    si[row + INCIDENT_WHO] = who
    si[row + INCIDENT_WHOM] = whom
    si[row + INCIDENT_WHAT] = what
    si[row + INCIDENT_SEEN] = seen
    si[row + INCIDENT_CAUSE] = cause
    sf[floats + INCIDENT_T] = sf[ti[SF_RUN] + RUN_T]
    sf[floats + INCIDENT_AMOUNT] = amount
