"""Why a line is not reached: the condition that never holds, or that fails when all else holds, in words that point at the scene."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy

from falter.diagnostics.source import Path
from falter.explore.lines import at_path
from falter.explore.looking import Looked, MoveLines
from falter.explore.records import Integers
from falter.kernel import barriers
from falter.model.conditions import Condition
from falter.scene.checks.walk import phrase
from falter.tables import columns as at
from falter.tables.tables import Tables

BARS: Final = {
    barriers.DONE_ONCE: "it had been done once",
    barriers.OUTSIDE_ITS_PART: "its part was not open",
    barriers.AFTER_ITS_NEVER: "a `never` line had closed it",
    barriers.RESTING: "it rests",
    barriers.NOBODY_ASKED: "nobody had asked anything",
    barriers.AIM_AWAY: "{aim} was not there",
    barriers.AIM_UNNOTICED: "{aim} was not noticed",
    barriers.OUT_OF_HEARING: "{aim} was out of hearing, or the line was not to be had",
    barriers.NOT_AT_HAND: "the thing was not at hand",
    barriers.ALREADY_THERE: "{doer} was there already",
    barriers.KEPT_SHUT: "it was barred from outside",
}
"""What bounds an act from outside, as it is told where nothing ever let it be done."""


class Counts(NamedTuple):
    """Of each atom of a condition: at how many looks it was judged, held, and alone of its clause did not hold."""

    looks: int
    held: int
    alone: int


class Why:
    """What the looks at a sample say of each line that was not reached."""

    def __init__(self, tables: Tables, lines: MoveLines, looked: Looked) -> None:
        self.tables = tables
        self.lines = lines
        self.looked = looked

    def shut(self, move: Path) -> str:
        """Why a move was never open to anybody."""
        rows = numpy.flatnonzero(self.lines.of_act == self.lines.moves.index(move))
        record = at_path(self.tables.scene, move)
        counts = self.looked.acts[rows].sum(axis=0)
        looks = int(counts[barriers.ACT_LOOKS])
        doers = " or ".join(dict.fromkeys(self.tables.labels["act"][row].label.split(" ")[0] for row in rows))
        if looks == 0:
            return f"{doers or 'nobody'} was never there"
        bars = counts[barriers.ACT_OPENED + 1 :]
        if int(bars.sum()) >= looks:
            return BARS[int(bars.argmax()) + 1].format(aim=record.target, doer=doers)
        spans = [self._clauses(at.TI_ACT, at.TI_ACT_SIZE, int(row), at.ACT_CLAUSES, at.ACT_CLAUSES_END) for row in rows]
        return self._failing(record.needs, spans) or "no wording fitted"

    def unfit(self, wording: Path) -> str | None:
        """Why a wording was never the one to be said or done: nothing where its move never came so far, None where its condition held."""
        rows = numpy.flatnonzero(self.lines.of_wording == self.lines.wordings.index(wording))
        if int(self.looked.wordings[rows, barriers.WORDING_FITS].sum()):
            return None
        spans = [self._clauses(at.TI_WORDING, at.TI_WORDING_SIZE, int(row), at.WORDING_CLAUSES, at.WORDING_CLAUSES_END) for row in rows]
        return self._failing(at_path(self.tables.scene, wording).when, spans)

    def untrue(self, path: Path, key: tuple[str, int]) -> str:
        """Why the condition of a line of words, or of a detail, never held."""
        return self._failing(at_path(self.tables.scene, path).when, [self.tables.narrated[key]])

    def _clauses(self, start: int, size: int, row: int, first: int, end: int) -> tuple[int, int]:
        ti = self.tables.packed.ti
        base = ti[start] + row * size
        return int(ti[base + first]), int(ti[base + end])

    def _failing(self, condition: Condition, spans: list[tuple[int, int]]) -> str:
        """What kept a condition from holding, summed over all whose condition it is; nothing where it has none, or was never judged."""
        rows = ([first + c for first, end in spans if first + c < end] for c in range(len(condition.clauses)))
        told = [self._of_clause(condition, c, mine) for c, mine in enumerate(rows)]
        judged = [reason for reason in told if reason]
        return "; nor ".join(judged[:2]) + ("; nor any other way" if len(judged) > 2 else "")

    def _of_clause(self, condition: Condition, c: int, rows: list[int]) -> str:
        atoms = condition.clauses[c].atoms
        counts = [Counts(*(int(n) for n in self._atoms(rows, a))) for a in range(len(atoms))]
        if not counts or counts[0].looks == 0:
            return ""
        words = [f"`{phrase(atom)}`" for atom in atoms]
        never = [word for word, count in zip(words, counts, strict=True) if count.held == 0]
        if never:
            return f"{' and '.join(never[:2])} never held"
        share, last = max((count.alone / count.looks, word) for word, count in zip(words, counts, strict=True))
        if share > 0.0 and len(words) > 1:
            return f"when all else held, {last} did not"
        least = sorted(zip(words, counts, strict=True), key=lambda pair: pair[1].held)
        return f"{least[0][0]} and {least[1][0]} never held at once" if len(least) > 1 else ""

    def _atoms(self, rows: list[int], a: int) -> Integers:
        """The counters of the a-th atom of clauses, summed."""
        ti = self.tables.packed.ti
        firsts = [int(ti[ti[at.TI_CLAUSE] + row * at.TI_CLAUSE_SIZE + at.CLAUSE_ATOMS]) for row in rows]
        found: Integers = self.looked.atoms[[first + a for first in firsts]].sum(axis=0)
        return found
