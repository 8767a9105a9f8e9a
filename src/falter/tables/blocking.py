"""A scene in which one act is never open: to nobody's knowledge, his own included, and with the same luck for everything else."""

from __future__ import annotations

from array import array
from dataclasses import replace

from falter.diagnostics.nearest import listed, nearest
from falter.tables import columns as at
from falter.tables.compile import compile_scene
from falter.tables.tables import Tables


class NoSuchActError(ValueError):
    """The scene has no such act; `fix` says what to write."""

    def __init__(self, act: str, acts: list[str]) -> None:
        super().__init__(f"names no act of this scene: `{act}`")
        near = nearest(act, acts)
        self.fix = f"write `{near}`" if near else f"write one of {listed(acts)}"


def blocked(tables: Tables, act: str) -> Tables:
    """The tables with an act barred from the start, as an intervention bars it from a later step on. Raises NoSuchActError.

    It is named as in a table of acts: `HUX draw KYLO`.
    """
    labels = [row.label for row in tables.labels["act"]]
    if act not in labels:
        raise NoSuchActError(act, labels)
    row, ti, si = labels.index(act), tables.packed.ti, array("q", tables.packed.si)
    si[ti[at.SI_RUN] + at.RUN_MEDDLED] = 1
    si[ti[at.SI_MEDDLING] + row * at.SI_MEDDLING_SIZE + at.MEDDLING_BARRED] = 1
    return replace(tables, packed=tables.packed._replace(si=memoryview(si)), blocked=(*tables.blocked, act))


def roomier(tables: Tables) -> Tables:
    """The same tables with room for twice as many acts and incidents."""
    made = compile_scene(tables.scene, tables.places, 2 * tables.capacity)
    for act in tables.blocked:
        made = blocked(made, act)
    return made
