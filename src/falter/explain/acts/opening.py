"""What made an act possible where that came late: the condition that became true last, and what happened then.

Read backwards from the step in which the act opened: the first thing found that stood in its way is the last that gave way. The engine's
own functions say what stood in its way (`kernel.barriers.bar_of`, `kernel.conditions.atom_holds`), on the states of the trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from falter.diagnostics.source import Path
from falter.explain.acts.causes import Shares
from falter.explain.acts.happened import Gate, happened
from falter.explain.standing import BEGINNING, Cause
from falter.explore.lines import at_path
from falter.kernel import barriers
from falter.kernel.conditions import atom_holds, presence
from falter.kernel.opening import any_part_begun
from falter.model.conditions import Atom
from falter.performance.trace import Trace
from falter.tables import columns as at

BY_TIME: Final = frozenset(("since", "lull", "ignored", "rests"))
"""Conditions, and what stands in the way, that give way as time goes by."""
BARS: Final = {
    barriers.OUTSIDE_ITS_PART: "its part",
    barriers.RESTING: "rests",
    barriers.NOBODY_ASKED: "asked",
    barriers.AIM_AWAY: "here",
    barriers.AIM_UNNOTICED: "noticed",
    barriers.OUT_OF_HEARING: "heard",
    barriers.NOT_AT_HAND: "at hand",
    barriers.ALREADY_THERE: "apart",
}
"""What stood in the way, its conditions aside, by the word for it when it gives way."""


SETTLING: Final = frozenset(("noticed", "noticed by", "here", "came"))
"""What gives way in the first seconds of any scene, as those who are there take note of each other."""


@dataclass(frozen=True)
class Opened:
    """When an act came to be possible, and by what."""

    t: float
    """s."""
    gate: Gate
    """What gave way last."""
    event: Gate
    """What gave way last that does not give way by time alone; `gate` itself where there is nothing else."""
    cause: Cause
    """What happened as `event` gave way; ITSELF where nothing did."""


def gates(trace: Trace, act: int, step: int) -> Iterator[Gate]:
    """What stood in the way of an act that opened in a step, the last that gave way first."""
    ti = trace.tables.packed.ti
    doer = ti[ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]
    aim = trace.si(step)[ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_AIM]
    waiting = _atoms(trace, act, step, aim)
    path = trace.tables.labels["act"][act].path
    barred = False
    for before in range(step - 1, -1, -1):
        si, sf = trace.si(before), trace.sf(before)
        if presence(ti, si, doer) != 0:
            yield Gate("came", None, -1, path, before + 1)
            return
        for row in [one for one in waiting if not _met(trace, one, before, aim)]:
            atom, line = waiting.pop(row)
            yield Gate(atom.word if atom else "", atom, row, line, before + 1)
        bar = barriers.bar_of(ti, trace.tables.packed.tf, si, sf, doer, act, aim, any_part_begun(ti, si))
        if bar > 0 and not barred:
            barred = True
            if bar in BARS:
                yield Gate(BARS[bar], None, -1, path, before + 1)
        if not waiting and (barred or step - before > 2 * ti[ti[at.TI_RUN] + at.RUN_EVERY]):
            return


def _atoms(trace: Trace, act: int, step: int, aim: int) -> dict[int, tuple[Atom | None, Path]]:
    """The conditions that let it open: of the first clause that held of the move's and of its wording's; each with its line."""
    ti = trace.tables.packed.ti
    row = ti[at.TI_ACT] + act * at.TI_ACT_SIZE
    wording = trace.si(step)[ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_NEXT]
    found = _held(trace, ti[row + at.ACT_CLAUSES], ti[row + at.ACT_CLAUSES_END], trace.tables.labels["act"][act].path, "needs", step, aim)
    if wording >= 0:
        words = ti[at.TI_WORDING] + wording * at.TI_WORDING_SIZE
        path = trace.tables.labels["wording"][wording].path
        found |= _held(trace, ti[words + at.WORDING_CLAUSES], ti[words + at.WORDING_CLAUSES_END], path, "when", step, aim)
    return found


def _held(trace: Trace, first: int, end: int, path: Path, field: str, step: int, aim: int) -> dict[int, tuple[Atom | None, Path]]:
    ti = trace.tables.packed.ti
    for clause in range(first, end):
        span = ti[at.TI_CLAUSE] + clause * at.TI_CLAUSE_SIZE
        rows = range(ti[span + at.CLAUSE_ATOMS], ti[span + at.CLAUSE_ATOMS_END])
        if all(_met(trace, row, step, aim) for row in rows):
            written = getattr(at_path(trace.scene, path), field).clauses[clause - first].atoms if path else [None] * len(rows)
            return {row: (written[index], path) for index, row in enumerate(rows)}
    return {}


def _met(trace: Trace, row: int, step: int, aim: int) -> bool:
    packed = trace.tables.packed
    negated = packed.ti[packed.ti[at.TI_ATOM] + row * at.TI_ATOM_SIZE + at.ATOM_NEGATED] == 1
    return atom_holds(packed.ti, packed.tf, trace.si(step), trace.sf(step), row, aim) != negated


def opened(trace: Trace, act: int, since: float, felt: dict[int, Shares]) -> Opened | None:
    """What let an act open at a time, in s, its doer's feelings being owed to `felt`; None where it was open from the beginning, or nothing
    is known to have given way."""
    found = list(gates(trace, act, round(since / trace.dt)))
    if not found or (since < BEGINNING and found[0].word in SETTLING):
        return None
    event = next((gate for gate in found if gate.word not in BY_TIME or gate.word == "since"), found[0])
    return Opened(since, found[0], event, happened(trace, act, event, felt))
