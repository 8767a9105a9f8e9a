"""Why somebody believed what he did: a belief traced from what he came in with through all that he saw, heard and missed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from falter.explain.minds.evidence import Piece, held_of_fact, read_of_another
from falter.performance.trace import Trace
from falter.tables import columns as at

LASTING: Final = frozenset(("held", "look"))
"""Kinds of evidence that is taken in time and again: it counts as one between two acts of the other's, as long as he was there."""


class Weight(NamedTuple):
    """One thing that told of what is believed, and by how much, in nats. As a `Piece`, or as many as follow on one another."""

    kind: str
    begun: float
    """s."""
    ended: float
    event: int
    whom: int
    nats: float
    about: int = -1
    said: int = 0


class Row(NamedTuple):
    """What told of it, as it is told: one thing, or all of a kind that is taken in time and again."""

    weight: Weight
    """Over all; from the first to the last of them."""
    many: int
    """Stretches."""
    lasted: float
    """s, in all."""


@dataclass(frozen=True)
class Believed:
    """What one person believes at a time. The weights add up to what lies between the log of the odds then and at the start."""

    trace: Trace
    person: str
    label: str
    """`KYLO loves HUX`, `KYLO means to strike`, or the fact."""
    wonder: int
    """The row of what is wondered; −1 of a fact."""
    step: int
    prior: float
    """Log of the odds he came in with, in nats."""
    pieces: tuple[Piece, ...]
    """In the order taken in."""

    @property
    def t(self) -> float:
        """s of story time."""
        return self.step * self.trace.dt

    @property
    def log_odds(self) -> float:
        """In nats."""
        return self.prior + sum(piece.nats for piece in self.pieces)

    @cached_property
    def weights(self) -> tuple[Weight, ...]:
        """What told of it, the weightiest first."""
        found: dict[tuple[str, float, int], Weight] = {}
        stretches: dict[str, Weight] = {}
        since = 0.0
        for piece in self.pieces:
            if piece.kind == "act":
                since = piece.t
            begun = self._begun(piece, stretches.get(piece.kind), since) if piece.kind in LASTING else piece.t
            key = (piece.kind, begun, piece.about)
            before = found.get(key, Weight(piece.kind, begun, begun, piece.event, piece.whom, 0.0, piece.about, piece.said))
            found[key] = stretches[piece.kind] = before._replace(ended=piece.t, nats=before.nats + piece.nats)
        return tuple(sorted(found.values(), key=lambda one: -abs(one.nats)))

    def _begun(self, piece: Piece, before: Weight | None, since: float) -> float:
        """When the stretch began that a piece belongs to: as soon after the other's last act as he was there to be read, in s."""
        packed, dt = self.trace.tables.packed, self.trace.dt
        every = packed.ti[packed.ti[at.TI_RUN] + at.RUN_READ_EVERY] * dt
        if before is not None and before.begun >= since and piece.t - before.ended < every + 0.5 * dt:
            return before.begun
        return max(since, piece.t - every)

    @property
    def of_a_tie(self) -> bool:
        """Is it a tie that is wondered about, and not what somebody means to do, nor a fact?"""
        ti = self.trace.tables.packed.ti
        return self.wonder >= 0 and ti[ti[at.TI_WONDER] + self.wonder * at.TI_WONDER_SIZE + at.WONDER_INTENT] == 0

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The same with all stretches of a kind as one, the weightiest first. Tenderness in a face is apart from that there was none."""
        found: dict[tuple[str, float], Row] = {}
        for one in self.weights:
            apart = float(one.kind == "look" and self.of_a_tie and one.nats > 0.0)
            key = (one.kind, apart if one.kind in LASTING else one.begun)
            before = found.get(key)
            found[key] = Row(one, 1, one.ended - one.begun) if before is None else _joined(before, one)
        return tuple(sorted(found.values(), key=lambda row: -abs(row.weight.nats)))


def _joined(row: Row, one: Weight) -> Row:
    had = row.weight
    whole = had._replace(begun=min(had.begun, one.begun), ended=max(had.ended, one.ended), nats=had.nats + one.nats)
    return Row(whole, row.many + 1, row.lasted + one.ended - one.begun)


def why_believed(trace: Trace, person: str, label: str, t: float) -> Believed:
    """Why a person believed what he did of another, or of a fact, at a time in s. Does parts of the performance over again to see."""
    step = min(max(round(t / trace.dt), 0), trace.steps - 1)
    wonder = wonders(trace, person).get(label, -1)
    row = trace.tables.names.person[person]
    prior, pieces = read_of_another(trace, wonder, step) if wonder >= 0 else held_of_fact(trace, row, trace.tables.names.facts[label], step)
    return Believed(trace, person, label, wonder, step, prior, pieces)


def wonders(trace: Trace, person: str) -> dict[str, int]:
    """What a person wonders about others, by label, and where it stands."""
    ti, labels = trace.tables.packed.ti, trace.tables.labels["wonder"]
    row = ti[at.TI_PERSON] + trace.tables.names.person[person] * at.TI_PERSON_SIZE
    return {labels[one].label: one for one in range(ti[row + at.PERSON_WONDERS], ti[row + at.PERSON_WONDERS_END])}
