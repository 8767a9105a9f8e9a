"""Whether a condition holds as far as one person can know: what cannot be known does not hold, negated or not."""

from __future__ import annotations

from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Final

from falter.kernel import conditions, links
from falter.mind.noticing import visibility
from falter.model.words import CONDITIONS
from falter.performance.standpoint import DEAD, GONE, HAIR, HERE, Standpoint
from falter.tables import columns as at

if TYPE_CHECKING:
    from falter.performance.trace import Trace

PRESENCES: Final = {"here": HERE, "gone": GONE, "dead": DEAD}
SECRET: Final = frozenset(
    {"noticed", "suspects", "believes", "doubts", "suspected by", "believed by", "feels", "rises", "torn", "attends"}
    | {"recalls", "knows", "sees", "thinks", "heart races", "frozen"}
)
"""Condition words about what is inside someone: of another they are never known, but for whether he has noticed oneself."""
UNSEEN: Final = frozenset({"answered", "alone"})
"""Condition words about another's dealings with third people."""
OPS: Final = tuple(CONDITIONS)


class Judging(Standpoint):
    """The conditions of lines and details, judged from where a person stands."""

    def __init__(self, trace: Trace, person: str) -> None:
        super().__init__(trace, person)
        self._judged_at = -1
        self._judged: dict[tuple[float, ...], bool] = {}

    def holds(self, step: int, words: int) -> bool:
        """Does the condition of one of the person's words hold?"""
        return self._clauses_hold(step, *self._tables.narrated[self.person, words])

    def detail_holds(self, step: int, detail: int) -> bool:
        """Does the condition of a detail hold?"""
        return self._clauses_hold(step, *self._tables.narrated["", detail])

    def _clauses_hold(self, step: int, first: int, end: int) -> bool:
        """Does any of the clauses hold? Plain loops: the teller asks this tens of thousands of times."""
        if first == end:
            return True
        if step != self._judged_at:
            self._judged_at, self._judged = step, {}
        judged = self._judged
        for clause in range(first, end):
            for atom, asked in self._atoms[clause]:
                if asked not in judged:
                    judged[asked] = self._judge(step, atom)
                if not judged[asked]:
                    break
            else:
                return True
        return False

    @cached_property
    def _atoms(self) -> list[list[tuple[int, tuple[float, ...]]]]:
        """For each clause its atoms, each with what it asks."""
        ti, alike = self._ti, self._alike
        starts = range(ti[at.TI_CLAUSE], ti[at.TI_CLAUSE] + ti[at.N_CLAUSE] * at.TI_CLAUSE_SIZE, at.TI_CLAUSE_SIZE)
        return [[(atom, alike[atom]) for atom in range(ti[row + at.CLAUSE_ATOMS], ti[row + at.CLAUSE_ATOMS_END])] for row in starts]

    @cached_property
    def _alike(self) -> list[tuple[float, ...]]:
        """For each atom, its cells: lines that ask the same are judged once a step."""
        ti, tf = self._ti, self._tf
        starts = range(ti[at.TI_ATOM], ti[at.TI_ATOM] + ti[at.N_ATOM] * at.TI_ATOM_SIZE, at.TI_ATOM_SIZE)
        amounts = range(ti[at.TF_ATOM], ti[at.TF_ATOM] + ti[at.N_ATOM] * at.TF_ATOM_SIZE, at.TF_ATOM_SIZE)
        return [(*ti[row : row + at.TI_ATOM_SIZE], tf[amount]) for row, amount in zip(starts, amounts, strict=True)]

    def _judge(self, step: int, atom: int) -> bool:
        """The atom, if it is about what this person can know; what cannot be known does not hold, negated or not."""
        negated, subject = bool(self._column(atom, at.ATOM_NEGATED)), self._column(atom, at.ATOM_SUBJECT)
        word, argument = OPS[self._column(atom, at.ATOM_OP)], self._column(atom, at.ATOM_A)
        amount = self._tf[self._ti[at.TF_ATOM] + atom * at.TF_ATOM_SIZE + at.ATOM_AMOUNT]
        if word in ("done", "since"):
            own = self._column(atom, at.ATOM_KNOWER) == self._me
            return (self._so(step, atom) if own else self._done_since(step, argument, amount)) != negated
        if word == "lull":
            return self._lull(step, amount) != negated
        if subject < 0 or subject == self._me:
            return self._knows_where(step, word, argument) and self._of_oneself(step, word, argument, atom) != negated
        return self._of_other(step, self._tables.names.people[subject].id, word, argument, atom, negated)

    def _done_since(self, step: int, move: int, amount: float) -> bool:
        """Was the move seen or heard to be done, the last time at least `amount` s ago?"""
        if move < 0:
            return False
        now, id_ = step * self.dt, self._tables.names.moves[move].id
        landed = [event.lands for event in self.events if event.move == id_ and not event.cut and event.lands <= now]
        landed += [incident.t for incident in self.incidents if incident.kind == "happens" and incident.what == id_ and incident.t <= now]
        return bool(landed) and now - ceil(max(landed) / self.dt - HAIR) * self.dt >= amount - HAIR

    def _lull(self, step: int, amount: float) -> bool:
        """Has nothing that was perceived been done for so long?"""
        now = step * self.dt
        last = [event.t for event in self.events if event.t < now + self.dt]
        last += [incident.t for incident in self.incidents if incident.kind in ("happens", "arrives") and incident.t < now + self.dt]
        return now - max(last, default=0.0) >= amount

    def _knows_where(self, step: int, word: str, other: int) -> bool:
        """How far someone is, and whether he has noticed one, is known of those whom one has noticed."""
        return word not in ("near", "within", "noticed by") or other < 0 or self.noticed(step, self._tables.names.people[other].id)

    def _of_oneself(self, step: int, word: str, argument: int, atom: int) -> bool:
        lost = word in ("near", "within") and argument >= 0 and not self._is_somewhere(step, argument)
        if lost or (word == "sees" and not self._can_tell(step, argument, atom)):
            return False
        return self._so(step, atom)

    def _column(self, atom: int, column: int) -> int:
        return self._ti[self._ti[at.TI_ATOM] + atom * at.TI_ATOM_SIZE + column]

    def _so(self, step: int, atom: int) -> bool:
        return bool(conditions.atom_holds(self._ti, self._tf, self._trace.si(step), self._trace.sf(step), atom, -1))

    def _is_somewhere(self, step: int, row: int) -> bool:
        """Is someone in the place, alive or dead, as far as this person knows?"""
        return row == self._me or self.distance(step, self._tables.names.people[row].id) is not None

    def _thought_in_hand(self, step: int, thing: int) -> int:
        """The row of the person who has a thing in hand, as this person thinks; -1 for nobody."""
        cell = self._ti[at.SI_WHEREABOUTS] + conditions.thought_of(self._ti, self._me, self._me, thing) * at.SI_WHEREABOUTS_SIZE
        return int(self._trace.si(step)[cell + at.WHEREABOUTS_BY])

    def _can_tell(self, step: int, thing: int, atom: int) -> bool:
        """A thing that is thought to be in someone's hands is near when he is: so he must be known to be somewhere."""
        if thing < 0 or self._column(atom, at.ATOM_C) == 0:
            return True
        return (by := self._thought_in_hand(step, thing)) < 0 or self._is_somewhere(step, by)

    def _bodily(self, step: int, other: str, word: str) -> bool:
        """Are another's breath or hands seen to betray him: open to view, and near and light enough?"""
        distance = self.distance(step, other)
        if distance is None or self._known(step, other) == DEAD:
            return False
        row, si, sf = self._tables.names.person[other], self._trace.si(step), self._trace.sf(step)
        channel, column, rest, much = (
            (at.ON_BREATH, at.PERSON_BREATH, self._tf[at.K_BREATH_REST], conditions.SHORT)
            if word == "breath short"
            else (at.ON_HANDS, at.PERSON_TREMOR, 0.0, conditions.SHAKING)
        )
        seen = visibility(distance, sf[self._ti[at.SF_RUN] + at.RUN_DARKNESS], self._tf[at.K_SIGHT], self._tf[at.K_DIM])
        open_ = conditions.open_channel(self._ti, self._tf, si, row, channel)
        excess = sf[self._ti[at.SF_PERSON] + row * at.SF_PERSON_SIZE + column] - rest
        return seen >= self._tf[at.K_LEGIBLE] and excess * open_ >= much - rest

    def _of_other(self, step: int, other: str, word: str, argument: int, atom: int, negated: bool) -> bool:
        """An atom about another: by what shows, by what lies between the two, by the place; never by what is inside him."""
        if not self.noticed(step, other):
            return False
        if word == "shows":
            return self._shows(step, other, argument, atom) != negated
        row = self._tables.names.person[other]
        if word == "asked":
            by = self._column(atom, at.ATOM_B)
            return (by in (-1, self._me) and conditions.owes(self._ti, self._trace.si(step), row, argument, self._me)) != negated
        if word == "slips":
            return self._column(atom, at.ATOM_KNOWER) == self._me and self._so(step, atom) != negated
        if word == "ignored":
            late = step * self.dt - self._float(step, at.PERSON_OWED) > self._tf[at.K_ANSWER_DUE]
            return (self._int(step, at.PERSON_CREDITOR) == row and late) != negated
        if word in ("breath short", "hands shake"):
            return self._bodily(step, other, word) != negated
        if word in UNSEEN or (word in SECRET and not (word == "noticed" and argument == self._me)):
            return False
        si, sf = self._trace.si(step), self._trace.sf(step)
        if word == "on" and not links.could_know_on(self._ti, self._tf, si, sf, self._me, row, argument):
            return False
        if word in PRESENCES:
            return (self._known(step, other) == PRESENCES[word]) != negated
        if word == "holds":
            return (argument >= 0 and self._thought_in_hand(step, argument) == row) != negated
        if word in ("near", "within", "noticed by") and argument not in (-1, self._me) and not self._knows_where(step, word, argument):
            return False
        here = word not in ("at", "near", "within") or self._is_somewhere(step, row)
        if not here or (word in ("near", "within") and argument >= 0 and not self._is_somewhere(step, argument)):
            return negated
        return self._so(step, atom) != negated

    def _shows(self, step: int, other: str, emotion: int, atom: int) -> bool:
        """Is an emotion seen in the other: by what this person makes of him where he reads him, else by what shows."""
        if self._column(atom, at.ATOM_B) >= 0 and self._column(atom, at.ATOM_KNOWER) == self._me:
            return self._so(step, atom)
        return self.shown(step, other, tuple(self._tables.names.emotions)[emotion]) >= conditions.SHOWN
