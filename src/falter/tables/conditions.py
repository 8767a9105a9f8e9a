"""Conditions as clauses of signed atoms, each argument a row number; so «why not» reads the first false one."""

from __future__ import annotations

from typing import Final

from falter.model.conditions import Atom, Condition
from falter.model.words import CONDITIONS, MOTIVES
from falter.tables.names import Names
from falter.tables.rows import NEVER, Row, Rows

OPS: Final = {word: index for index, word in enumerate(CONDITIONS)}
FACT_ODDS: Final = {"knows": 0.8, "believes": 0.6, "suspects": 0.5, "doubts": 0.4}
"""Odds at which each word about a fact holds: at least these, above for `suspects`, at most for `doubts`."""
HOW: Final = {"doubts": 1, "suspects": 2}
NOBODY: Final = -1
THE_AIM: Final = -2


class Conditions:
    """Compiles conditions for one subject at a time."""

    def __init__(self, rows: Rows, names: Names) -> None:
        self.rows = rows
        self.names = names
        self.known: dict[tuple[int, int], int] = {}
        """Rows of moves as somebody knows them."""
        self.waiting: list[tuple[int, Atom, int]] = []
        """Atoms about what a person wonders, to be resolved once readings have rows."""

    def compile(self, conditions: tuple[Condition, ...], subject: int, row: Row, knower: int | None = None) -> tuple[int, int]:
        """The clause rows (first, past the last) of a conjunction of conditions; none at all when it always holds.

        `knower` is the person by whose knowledge it is judged who is here, gone or dead: the subject unless another is named.
        """
        wanted = [condition for condition in conditions if condition.clauses]
        if not wanted:
            return 0, 0
        clauses: list[tuple[Atom, ...]] = [()]
        for condition in wanted:
            clauses = [left + clause.atoms for left in clauses for clause in condition.clauses]
        spans = []
        for atoms in clauses:
            first = self.rows.count("atom")
            for atom in atoms:
                self._atom(atom, subject, row, subject if knower is None else knower)
            spans.append((first, self.rows.count("atom")))
        start = self.rows.count("clause")
        for first, end in spans:
            self.rows.add("clause", row, ATOMS=first, ATOMS_END=end)
        return start, self.rows.count("clause")

    def _atom(self, atom: Atom, subject: int, row: Row, knower: int) -> None:
        names = self.names
        whose = names.person.get(atom.subject or "", subject)
        if atom.word in FACT_ODDS and atom.name in names.facts:
            self._of_a_fact(atom, whose, row, knower)
            return
        near_a_thing = atom.word == "near" and atom.name is not None
        if near_a_thing:
            atom = atom.model_copy(update={"word": "sees"})
        a, b = self._arguments(atom, whose)
        at = self.rows.add(
            "atom",
            Row(f"{'not ' if atom.negated else ''}{atom.word}", row.path, row.span),
            OP=OPS[atom.word],
            SUBJECT=whose,
            A=a,
            B=b,
            C=self._more(atom, a, knower, near_a_thing),
            NEGATED=int(atom.negated),
            KNOWER=knower,
            AMOUNT=atom.amount if atom.amount is not None else 0.0,
        )
        if atom.word in ("suspects", "believes", "doubts"):
            self.waiting.append((at, atom, whose))

    def _more(self, atom: Atom, a: int, knower: int, near_a_thing: bool) -> int:
        """The column C: in whose mind, by whose knowledge of a move, or whether it is about nearness."""
        if atom.word == "thinks":
            return self.names.person.get(atom.person or "", NOBODY)
        if atom.word in ("done", "since"):
            return self._known(knower, a) if knower >= 0 and a >= 0 else NOBODY
        return int(near_a_thing)

    def _known(self, knower: int, move: int) -> int:
        """The row of a move as somebody knows it."""
        if (knower, move) not in self.known:
            label = f"{self.names.people[knower].id} {self.names.moves[move].id}"
            self.known[knower, move] = self.rows.add("known", Row(label), KNOWER=knower, MOVE=move, LATEST=NEVER)
        return self.known[knower, move]

    def _of_a_fact(self, atom: Atom, whose: int, row: Row, knower: int) -> None:
        """`knows broke`, `doubts broke`, `knows TOM knows broke`: one word in the tables, with the odds it asks for."""
        least = FACT_ODDS[atom.word]
        self.rows.add(
            "atom",
            Row(f"{'not ' if atom.negated else ''}{atom.word} {atom.name}", row.path, row.span),
            OP=OPS["knows"],
            SUBJECT=whose,
            A=self.names.facts[atom.name or ""],
            B=self.names.person.get(atom.person or "", NOBODY),
            C=HOW.get(atom.word, 0),
            NEGATED=int(atom.negated),
            KNOWER=knower,
            AMOUNT=least,
        )

    def _arguments(self, atom: Atom, whose: int) -> tuple[int, int]:
        names = self.names
        person = names.person.get(atom.person, THE_AIM) if atom.person else THE_AIM
        if atom.word in ("done", "since"):
            return names.move.get(atom.move or "", NOBODY), NOBODY
        if atom.word == "at":
            return names.marks.get(atom.name or "", NOBODY), NOBODY
        if atom.word == "asked":
            return names.move.get(atom.move or "", NOBODY), names.person.get(atom.person or "", NOBODY)
        if atom.word in ("feels", "shows", "rises", "slips"):
            return names.emotions.get(atom.name or "", NOBODY), NOBODY
        if atom.word == "recalls":
            return names.memory.get(atom.name or "", NOBODY), NOBODY
        if atom.word == "attends":
            return (list(MOTIVES).index(atom.name) if atom.name in MOTIVES else NOBODY), NOBODY
        if atom.word == "on":
            return names.links.get(atom.name or "", NOBODY), NOBODY
        if atom.word in ("sees", "holds"):
            return names.things.get(atom.name or "", NOBODY), NOBODY
        if atom.word == "thinks":
            return names.things.get(atom.name or "", NOBODY), names.spots.get(atom.other or "", NOBODY)
        if atom.word == "wears":
            owner = names.people[whose].id if whose >= 0 else ""
            return names.covers.get((owner, atom.name or ""), NOBODY), NOBODY
        return person, NOBODY
