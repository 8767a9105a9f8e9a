"""A performance in which everybody does what they are told and nothing else."""

from __future__ import annotations

from falter.kernel.interventions import ACT as COMMAND
from falter.performance import Intervention, Trace, perform
from falter.tables import columns as at
from falter.tables.tables import Tables


def directed(tables: Tables, cues: dict[float, str], seconds: float, seed: int = 1) -> Trace:
    """The scene's performance with these acts and no others: at each time, in s, the act of this label."""
    dt = tables.packed.tf[at.K_DT]
    people = range(len(tables.names.people))
    rows = [Intervention(step, COMMAND, person, -1) for step in range(round(seconds / dt) + 1) for person in people]
    labels = [row.label for row in tables.labels["act"]]
    for time, label in cues.items():
        act = labels.index(label)
        owner = tables.packed.ti[tables.packed.ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]
        rows.append(Intervention(round(time / dt), COMMAND, owner, act))
    return perform(tables, seed, interventions=rows)
