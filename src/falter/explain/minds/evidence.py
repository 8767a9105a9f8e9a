"""What moved a belief, piece by piece in the order taken in, as the engine wrote it: what is read of another, and what is held of a fact.

Of what is wondered about another, every piece adds to the log-likelihoods of a grid's cells, and what is asked about is the odds of some of
the cells against the rest. Odds of sums don't add up cell by cell; so each piece counts for what it did to the log of the odds in its
turn, after all that was taken in before it. So the pieces add up to the way from the prior to what is believed, whatever they are.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import log
from typing import Any, Final, NamedTuple

from falter.explain.minds.writing import Calls, Write, written
from falter.kernel.infer import weigh_cells
from falter.kernel.realise import GREAT
from falter.kernel.telling import word_of
from falter.mind.telling import LEAST, moved, weight_of_word
from falter.performance.trace import Trace
from falter.tables import columns as at


class Piece(NamedTuple):
    """One thing taken in, and what it did to the log of the odds, in nats.

    `kind`: of another, "held" (nothing was done), "act" (`event`, when it was done), "look" (face, voice, hands), "probe", "reply" (what
    `event` said of it); of a fact, "saw", "word" (what `event` says is so, as far as its doer is believed), "manner" (how he said it),
    "evaded", "silence".
    """

    kind: str
    t: float
    """s."""
    event: int
    """−1 where it was no act."""
    whom: int
    """Whose doing it was, by row; −1 nobody's."""
    nats: float
    about: int = -1
    """Of a reply, the row of what is wondered that it answered."""
    said: int = 0
    """Of a reply, its meaning, as the tables have it: it owned up, denied, evaded or refused."""


Values = dict[str, Any]


class Made(NamedTuple):
    """What a write to a belief was; as a `Piece`."""

    kind: str
    event: int
    about: int = -1
    said: int = 0


_READ: Final[dict[str, Callable[[Values, Calls], Made]]] = {
    "infer.take_stock": lambda at, calls: Made("act", calls["acts.begin_act"]["event"]) if at["done"] >= 0 else Made("held", -1),
    "reading.weigh_care": lambda _, __: Made("look", -1),
    "probing.find_out": lambda _, __: Made("probe", -1),
    "realise.weigh_reply": lambda at, calls: Made("reply", calls["effects.land"]["event"], at["wonder"], at["word"]),
    "realise.bring_up": lambda at, calls: Made("reply", calls["effects.land"]["event"], at["wonder"]),
}
"""Of each function that weighs evidence about another, what it was. What brings up a thing tells its asker nothing of it: 0 nats."""
_HELD: Final[dict[str, Callable[[Values, Calls], Made]]] = {
    "telling.witness": lambda _, calls: Made("saw", calls.get("effects.land", {}).get("event", -1)),
    "telling.hear": lambda _, calls: Made("word", calls["effects.land"]["event"]),
    "telling.evade": lambda _, calls: Made("evaded", calls["effects.land"]["event"]),
    "telling.keep_silent": lambda _, __: Made("silence", -1),
}
"""Of each function that moves what is held of a fact, what it was."""


def taken_for(write: Write, known: dict[str, Callable[[Values, Calls], Made]]) -> Made:
    """What a write to a belief was. Raises LookupError for a function that nobody has told this module of."""
    for name, values in write.calls.items():
        if name in known:
            return known[name](values, write.calls)
    raise LookupError(f"nobody knows why {' in '.join(write.calls)} moved a belief")


@dataclass(frozen=True)
class Grid:
    """The cells of one reading, and those of them in which what is wondered is so."""

    trace: Trace
    wonder: int

    @property
    def read(self) -> int:
        """The reading's row."""
        return self.trace.tables.packed.ti[self.trace.tables.packed.ti[at.TI_WONDER] + self.wonder * at.TI_WONDER_SIZE + at.WONDER_READ]

    @property
    def cells(self) -> range:
        """Its cells, by row."""
        ti = self.trace.tables.packed.ti
        row = ti[at.TI_READ] + self.read * at.TI_READ_SIZE
        return range(ti[row + at.READ_CELLS], ti[row + at.READ_CELLS_END])

    def so(self, cell: int) -> bool:
        """Is it so in a cell: is the act meant, is the tie at least by half?"""
        ti, tf = self.trace.tables.packed.ti, self.trace.tables.packed.tf
        intent = ti[ti[at.TI_WONDER] + self.wonder * at.TI_WONDER_SIZE + at.WONDER_INTENT]
        if intent > 0:
            return ti[ti[at.TI_CELL] + cell * at.TI_CELL_SIZE + at.CELL_INTENT] == intent
        return tf[ti[at.TF_CELL] + cell * at.TF_CELL_SIZE + at.CELL_CARE] >= GREAT

    def place(self, cell: int) -> int:
        """Where its log-likelihood stands among the state's floats."""
        return self.trace.tables.packed.ti[at.SF_CELL] + cell * at.SF_CELL_SIZE + at.CELL_LOGL

    def log_odds(self, state: array[float]) -> float:
        """Of what is wondered, by the log-likelihoods of a state, which is left with the posterior that the engine has of them."""
        packed = self.trace.tables.packed
        view: Any = memoryview(state)
        weigh_cells(packed.ti, packed.tf, view, self.read, at.CELL_PRIOR, at.CELL_LOGL, at.CELL_POST)
        posts = {cell: state[packed.ti[at.SF_CELL] + cell * at.SF_CELL_SIZE + at.CELL_POST] for cell in self.cells}
        so = sum(post for cell, post in posts.items() if self.so(cell))
        return log(so) - log(sum(post for cell, post in posts.items() if not self.so(cell)))


def read_of_another(trace: Trace, wonder: int, last: int) -> tuple[float, tuple[Piece, ...]]:
    """The log of the odds that one came in with of what is wondered, and the pieces of evidence up to a step."""
    grid, ti = Grid(trace, wonder), trace.tables.packed.ti
    cells = {grid.place(cell) for cell in grid.cells}
    steps = [step for step in range(last + 1) if any(trace.sf(step)[cell] != _before(trace, step)[cell] for cell in cells)]
    state = array("d")
    state.frombytes(trace.tables.packed.sf.tobytes())
    prior = stood = grid.log_odds(state)
    actor = ti[ti[at.TI_WONDER] + wonder * at.TI_WONDER_SIZE + at.WONDER_ACTOR]
    found = []
    for step, writes in written(trace, cells, steps).items():
        for made, group in _passes(writes):
            for write in group:
                state[write.cell] = write.after
            stands = grid.log_odds(state)
            if stands != stood:
                found.append(Piece(made.kind, step * trace.dt, made.event, actor, stands - stood, made.about, made.said))
            stood = stands
    return prior, tuple(found)


def _before(trace: Trace, step: int) -> Any:
    return trace.sf(step - 1) if step > 0 else trace.tables.packed.sf


def _passes(writes: list[Write]) -> Iterator[tuple[Made, list[Write]]]:
    """The writes of one piece of evidence after the other: every piece passes over the cells once."""
    for made, group in groupby(writes, lambda write: taken_for(write, _READ)):
        some: list[Write] = []
        for write in group:
            if any(one.cell == write.cell for one in some):
                yield made, some
                some = []
            some.append(write)
        yield made, some


def held_of_fact(trace: Trace, person: int, fact: int, last: int) -> tuple[float, tuple[Piece, ...]]:
    """The log of the odds that one came in with of a fact, and what moved it up to a step."""
    ti = trace.tables.packed.ti
    row = (person * ti[at.N_PERSON] + person) * ti[at.N_FACT] + fact
    cell = ti[at.SF_BELIEF] + row * at.SF_BELIEF_SIZE + at.BELIEF_ODDS
    steps = [step for step in range(last + 1) if trace.sf(step)[cell] != _before(trace, step)[cell]]
    found = [
        piece
        for step, writes in written(trace, {cell}, steps).items()
        for write in writes
        if write.after != write.before
        for piece in _moves(trace, step, write)
    ]
    return log_of(trace.tables.packed.sf[cell]), tuple(found)


def _moves(trace: Trace, step: int, write: Write) -> Iterator[Piece]:
    """What one write did to the log of the odds: of a word, what it does by itself and what the manner adds are two pieces."""
    made = taken_for(write, _HELD)
    nats, t = log_of(write.after) - log_of(write.before), step * trace.dt
    by = next((values["doer"] for values in write.calls.values() if "doer" in values), -1)
    if made.kind != "word":
        yield Piece(made.kind, t, made.event, by, nats)
        return
    heard = write.calls["telling.hear"]
    packed = trace.tables.packed
    honest = word_of(packed.ti, packed.tf, trace.sf(step), heard["hearer"], by)
    plain = weight_of_word(honest, 0.0, packed.tf[at.K_HEARSAY]) * (1.0 if heard["so"] == 1 else -1.0)
    word = log_of(moved(write.before, plain)) - log_of(write.before)
    yield from (Piece(kind, t, made.event, by, did) for kind, did in (("word", word), ("manner", nats - word)) if did != 0.0)


def log_of(odds: float) -> float:
    """The log of the odds of a chance in [0, 1], held as the engine holds it."""
    chance = min(max(odds, LEAST), 1.0 - LEAST)
    return log(chance) - log(1.0 - chance)
