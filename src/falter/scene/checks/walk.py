"""Everything in a scene that a check goes through, each with its path: moves, conditions, meanings, names used.

The one place that knows where the model keeps conditions and names; the checks themselves ask only for what they judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from falter.diagnostics.source import Path
from falter.model.conditions import Atom, Clause, Condition
from falter.model.moves import Meant, Move
from falter.model.people import Person
from falter.model.scene import Part, Scene

ASKER: Final = "asker"
"""The target that stands for whoever is owed an answer."""


@dataclass(frozen=True)
class Made:
    """A move with its path and the part it belongs to."""

    path: Path
    move: Move
    part: Part | None = None


@dataclass(frozen=True)
class Judged:
    """A condition, where it stands, and who it is about where no person stands before an atom.

    `own` is the person whose line it is; `made` the move it belongs to. Where both are None it is nobody's.
    """

    path: Path
    condition: Condition
    kind: Literal["move", "wording", "words", "sees", "promise", "closing", "ending", "detail", "happening", "later"]
    made: Made | None = None
    own: str | None = None

    def clauses(self) -> Iterator[tuple[Path, Clause]]:
        """Every clause with its path."""
        for c, clause in enumerate(self.condition.clauses):
            yield (*self.path, "clauses", c), clause

    def atoms(self) -> Iterator[tuple[Path, Atom]]:
        """Every atom with its path."""
        for path, clause in self.clauses():
            for a, atom in enumerate(clause.atoms):
                yield (*path, "atoms", a), atom


@dataclass(frozen=True)
class Named:
    """A name used: what it names, where, and the words that lead to it."""

    kind: Literal["person", "move", "mark", "covering", "memory", "fact", "thing", "spot", "link"]
    id: str
    path: Path
    after: tuple[str, ...] = ()


def made(scene: Scene) -> Iterator[Made]:
    """The moves of the scene, then of its parts."""
    for i, move in enumerate(scene.moves):
        yield Made(("moves", i), move)
    for p, part in enumerate(scene.parts):
        for i, move in enumerate(part.moves):
            yield Made(("parts", p, "moves", i), move, part)


def meanings(made: Made) -> Iterator[tuple[Path, Meant]]:
    """What a move means: its own words, then those of its wordings."""
    for i, meant in enumerate(made.move.means):
        yield (*made.path, "means", i), meant
    for w, wording in enumerate(made.move.wordings):
        for i, meant in enumerate(wording.means):
            yield (*made.path, "wordings", w, "means", i), meant


def means(move: Move, *words: str) -> list[Meant]:
    """The move's meanings, wordings included, that are one of the words."""
    own = [*move.means, *(meant for wording in move.wordings for meant in wording.means)]
    return [meant for meant in own if meant.word in words]


def conditions(scene: Scene) -> Iterator[Judged]:
    """Every condition of the scene that has a clause."""
    for judged in _conditions(scene):
        if judged.condition.clauses:
            yield judged


def _conditions(scene: Scene) -> Iterator[Judged]:
    for each in made(scene):
        yield Judged((*each.path, "needs"), each.move.needs, "move", each)
        for w, wording in enumerate(each.move.wordings):
            yield Judged((*each.path, "wordings", w, "when"), wording.when, "wording", each)
    for i, person in enumerate(scene.people):
        yield from _persons(("people", i), person)
    for i, detail in enumerate(scene.details):
        yield Judged(("details", i, "when"), detail.when, "detail")
    for i, happening in enumerate(scene.happenings):
        yield Judged(("happenings", i, "when"), happening.when or Condition(), "happening")
    for i, later in enumerate(scene.laters):
        yield Judged(("laters", i, "when"), later.when or Condition(), "later")
    for i, closing in enumerate(scene.closings):
        yield Judged(("closings", i, "when"), closing.when or Condition(), "closing")
    for i, ending in enumerate(scene.endings):
        yield Judged(("endings", i, "when"), ending.when, "ending")


def _persons(path: Path, person: Person) -> Iterator[Judged]:
    for i, words in enumerate(person.words):
        if words.kind == "sees":
            yield Judged((*path, "words", i, "when"), words.when, "sees", own=words.person)
        else:
            yield Judged((*path, "words", i, "when"), words.when, "words", own=person.id)
    for i, promise in enumerate(person.promises):
        yield Judged((*path, "promises", i, "unless"), promise.unless or Condition(), "promise", own=person.id)


def is_of_a_fact(atom: Atom) -> bool:
    """`knows broke`, `suspects broke`, `knows TOM knows broke`."""
    return atom.word == "knows" or (atom.word in ("suspects", "believes", "doubts") and atom.person is None and atom.name is not None)


def written(atom: Atom) -> list[str]:
    """The atom's words as they stand in a scene, without numbers and without `not`.

    >>> written(Atom(word="suspects", subject="HUX", person="KYLO", move="strike"))
    ['HUX', 'suspects', 'KYLO', 'means to', 'strike']
    """
    subject = [atom.subject] if atom.subject else []
    if atom.word in ("done", "since"):
        return [atom.move or ""]
    if atom.word in ("rises", "slips"):
        return [*subject, atom.name or "", atom.word]
    if atom.word == "asked" and (atom.move or atom.person):
        return [*subject, "asked by", atom.move or atom.person or ""]
    if atom.word in ("suspects", "believes", "doubts") and atom.person is None:
        rest: list[str | None] = [atom.name]
    elif atom.word == "thinks":
        rest = [atom.person, "thinks" if atom.person else None, atom.name, atom.other]
    elif atom.word == "knows" and atom.person is not None:
        rest = [atom.person, "knows", atom.name]
    elif atom.word == "suspects":
        rest = [atom.person, "means to", atom.move, atom.other]
    elif atom.word in ("believes", "doubts"):
        rest = [atom.person, atom.name, atom.other]
    else:
        rest = [atom.person, atom.name]
    return [*subject, atom.word, *(word for word in rest if word)]


def phrase(atom: Atom) -> str:
    """The atom as one would say it: `not near BEN`."""
    words = written(atom)
    if atom.word == "within" and atom.amount is not None:
        words = [*([atom.subject] if atom.subject else []), f"within {atom.amount:g} m", *(["of", atom.person] if atom.person else [])]
    elif atom.word == "since":
        words = [f"{atom.amount or 0:g} s after {atom.move}"]
    elif atom.word == "lull":
        words = [f"lull {atom.amount or 0:g} s"]
    elif atom.word == "done":
        words = [f"after {atom.move}"]
    return ("not " if atom.negated else "") + " ".join(words)
