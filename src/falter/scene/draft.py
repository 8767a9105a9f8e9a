"""The scene while it is being read: blocks that lines fill, and the places where everything was written.

A block becomes a record of the model at the end, when the lines beneath it have been read too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final, Literal, NamedTuple

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Path, Places, Span
from falter.model.conditions import Atom, Clause, Condition
from falter.model.record import Record

MOST_CLAUSES: Final = 64
"""Alternatives that one condition may have once its parts are multiplied out."""

UseKind = Literal["person", "move", "mark", "thing", "fact", "memory", "ending", "link", "detail", "happening", "part", "was", "name"]


class Use(NamedTuple):
    """An id where it was written, and what it names; `was` is the id before a renaming, `name` is not known to be any kind."""

    kind: UseKind
    id: str
    span: Span


class Placed(NamedTuple):
    """An atom and where it stands."""

    atom: Atom
    span: Span


Alternatives = list[list[Placed]]
"""Any of these clauses, each all of its atoms."""


@dataclass
class Block:
    """One record under construction: its fields, its lists, and the conditions that must all hold."""

    record: type[Record]
    path: Path
    span: Span
    fields: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[Any]] = field(default_factory=dict)
    conditions: dict[str, list[Alternatives]] = field(default_factory=dict)
    seen: dict[str, Span] = field(default_factory=dict)
    """Clauses and lines that may stand once, and where they stood."""
    states: str = ""
    """The field that `or if` beneath continues; "" if none was begun."""

    def count(self, name: str) -> int:
        """How many records a list has."""
        return len(self.lists.get(name, ()))

    def add(self, name: str, record: Record | Block | str | tuple[object, ...]) -> None:
        """Append to a list."""
        self.lists.setdefault(name, []).append(record)

    def finish(self, places: Places) -> Record:
        """The record; conditions are multiplied out, and the places of their atoms recorded."""
        values = {name: value.finish(places) if isinstance(value, Block) else value for name, value in self.fields.items()}
        for name, items in self.lists.items():
            values[name] = tuple(item.finish(places) if isinstance(item, Block) else item for item in items)
        for name, groups in self.conditions.items():
            values[name] = self._condition(name, groups, places)
        return self.record.model_validate(values)

    def _condition(self, name: str, groups: list[Alternatives], places: Places) -> Condition:
        clauses: list[Clause] = []
        for chosen in product(*groups):
            atoms = [placed for clause in chosen for placed in clause]
            for at, placed in enumerate(atoms):
                places[(*self.path, name, "clauses", len(clauses), "atoms", at)] = placed.span
            clauses.append(Clause(atoms=tuple(placed.atom for placed in atoms)))
        return Condition(clauses=tuple(clauses))

    def too_many(self, name: str) -> bool:
        """Would the condition have more clauses than `MOST_CLAUSES`?"""
        size = 1
        for group in self.conditions.get(name, ()):
            size *= max(1, len(group))
            if size > MOST_CLAUSES:
                return True
        return False


@dataclass
class Draft:
    """A whole scene under construction, and everything its lines share."""

    faults: Faults
    scene: Block
    places: Places = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    people: dict[str, Block] = field(default_factory=dict)
    cast: frozenset[str] = frozenset()
    """Ids of the people some line opens, known before the first line is read."""
    things: frozenset[str] = frozenset()
    """Ids of the things some line declares."""
    moves: frozenset[str] = frozenset()
    """Ids of the moves some line makes."""
    borrows: bool = False
    """Does the scene use other files, whose people, things and facts nothing here declares?"""

    def open(self, record: type[Record], parent: Block, name: str, span: Span) -> Block:
        """A new block at the end of a list of `parent`."""
        path = (*parent.path, name, parent.count(name))
        block = Block(record, path, span)
        parent.add(name, block)
        self.places[path] = span
        return block

    def put(self, parent: Block, name: str, record: Record | Block | str | tuple[object, ...], span: Span) -> None:
        """A finished record, or a word, at the end of a list of `parent`."""
        self.places[(*parent.path, name, parent.count(name))] = span
        parent.add(name, record)

    def set(self, block: Block, name: str, value: object, span: Span) -> None:
        """A field of a block."""
        block.fields[name] = value
        self.places[(*block.path, name)] = span

    def finish(self) -> Record:
        """The scene."""
        return self.scene.finish(self.places)
