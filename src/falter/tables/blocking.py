"""Tables in which something of a scene is taken out, with the same luck for everything else: an act that is never open, to nobody's
knowledge, its doer's included; the head start of an act; the time by which a motive must be met; what makes someone slow or quick."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from falter.model.constants import CONSTANTS
from falter.tables import columns as at
from falter.tables.act_names import row_called
from falter.tables.compile import compile_scene
from falter.tables.layout import ENDLESS
from falter.tables.tables import Tables


def blocked(tables: Tables, act: str) -> Tables:
    """The tables with an act barred from the start, as an intervention bars it from a later step on. Raises NoSuchActError.

    It is named as in a table of acts, `HUX draw KYLO`, or in part, `draw`, where that is one act.
    """
    return barred(tables, row_called([row.label for row in tables.labels["act"]], act))


def barred(tables: Tables, act: int) -> Tables:
    """The tables with the act of a row barred from the start."""
    ti, si = tables.packed.ti, array("q", tables.packed.si)
    si[ti[at.SI_RUN] + at.RUN_MEDDLED] = 1
    si[ti[at.SI_MEDDLING] + act * at.SI_MEDDLING_SIZE + at.MEDDLING_BARRED] = 1
    return replace(tables, packed=tables.packed._replace(si=memoryview(si)), without=(*tables.without, ("act", act)))


def not_led(tables: Tables, act: int) -> Tables:
    """The tables with no head start for the act of a row."""
    return _with(tables, ("head start", act), _place(tables, at.TF_ACT, act * at.TF_ACT_SIZE + at.ACT_LEAN), 0.0)


def not_due(tables: Tables, motive: int) -> Tables:
    """The tables with no time by which the motive of a row must be met."""
    return _with(tables, ("deadline", motive), _place(tables, at.TF_MOTIVE, motive * at.TF_MOTIVE_SIZE + at.MOTIVE_DEADLINE), ENDLESS)


def even(tables: Tables, person: int) -> Tables:
    """The tables with the person of a row neither slow nor quick to act."""
    return _with(tables, ("tempo", person), _place(tables, at.TF_PERSON, person * at.TF_PERSON_SIZE + at.PERSON_TEMPER), 1.0)


def unpaced(tables: Tables, _row: int = -1) -> Tables:
    """The tables with no pace of the scene's own for everything that is done."""
    return _with(tables, ("theta0", -1), at.K_THETA0, CONSTANTS["theta0"].default)


def _with(tables: Tables, what: tuple[str, int], cell: int, value: float) -> Tables:
    tf = array("d", tables.packed.tf)
    tf[cell] = value
    return replace(tables, packed=tables.packed._replace(tf=memoryview(tf)), without=(*tables.without, what))


def _place(tables: Tables, section: int, cell: int) -> int:
    return tables.packed.ti[section] + cell


TAKEN_OUT: Final[dict[str, Callable[[Tables, int], Tables]]] = {
    "act": barred,
    "head start": not_led,
    "deadline": not_due,
    "tempo": even,
    "theta0": unpaced,
}


ROWS_OF: Final = {"act": "act", "head start": "act", "deadline": "motive", "tempo": "person"}
"""What each of these is a row of; the rest is the scene's, once, at row −1."""


def taken_out(tables: Tables, without: Iterable[tuple[str, int]]) -> Tables:
    """The tables with these things of the scene taken out, one after the other. Raises LookupError for what it has not."""
    for what, row in without:
        if row not in (range(len(tables.labels[ROWS_OF[what]])) if what in ROWS_OF else (-1,)):
            raise LookupError(f"the scene has no {what} in row {row}")
        tables = TAKEN_OUT[what](tables, row)
    return tables


def roomier(tables: Tables) -> Tables:
    """The same tables with room for twice as many acts and incidents."""
    return taken_out(compile_scene(tables.scene, tables.places, 2 * tables.capacity), tables.without)
