"""Rows of what is done from outside, held against a performance's tables: compiled code goes by their numbers without looking."""

from __future__ import annotations

from collections.abc import Iterable

from falter.kernel.interventions import ACT, ACT_WHEN, BAR, COLD, DROP, MUTE, QUIET, TILT
from falter.performance.perform import Intervention
from falter.tables import columns as at
from falter.tables.tables import Tables

QUARTERS = range(-1, 4)
"""Of a threshold; −1 ends the tilting of luck."""


def check_interventions(tables: Tables, rows: Iterable[Intervention]) -> None:
    """Raises ValueError for a row of no kind, or about a person, an act, an event or a motive that the tables have no room for."""
    for row in rows:
        if not (all(type(cell) is int for cell in row[:4]) and type(row.amount) in (int, float) and _fits(tables, row)):
            raise ValueError(f"nothing that can be done from outside: {list(row)}")


def _fits(tables: Tables, row: Intervention) -> bool:
    ti = tables.packed.ti
    people, act = range(ti[at.N_PERSON]), row.what in range(ti[at.N_ACT])
    fits = {
        ACT: row.person in people and (row.what == -1 or (act and row.person == _owner(tables, row.what))),
        DROP: row.what in range(tables.capacity),
        TILT: act and row.person in QUARTERS,
        COLD: row.person in people,
        MUTE: row.what in range(ti[at.N_MOTIVE]),
    }
    return fits.get(row.kind, act and row.kind in (QUIET, ACT_WHEN, BAR))


def _owner(tables: Tables, act: int) -> int:
    ti = tables.packed.ti
    return ti[ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]
