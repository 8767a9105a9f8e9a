"""Conditions: what must hold for a move, a line or an ending. No brackets: a list of clauses, any of which will do."""

from __future__ import annotations

from falter.model.record import Record


class Atom(Record):
    """One thing that holds or does not, from one subject's side.

    `word` is one of `model.words.CONDITIONS`. `subject` is whose condition it is; None means the one who may do the
    move (or, where there is none, nobody). The other fields are filled as the word needs them.
    """

    word: str
    subject: str | None = None
    person: str | None = None
    other: str | None = None
    move: str | None = None
    name: str | None = None
    """An emotion, mark, covering, thing, fact, memory or motive kind, as the word needs."""
    amount: float | None = None
    """Metres for `within`, seconds for `since` and `lull`."""
    negated: bool = False


class Clause(Record):
    """All of these."""

    atoms: tuple[Atom, ...]


class Condition(Record):
    """Any of these clauses. No clause at all means: always."""

    clauses: tuple[Clause, ...] = ()
