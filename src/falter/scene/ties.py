"""Ties between people, norms and wants: one line each beneath a person."""

from __future__ import annotations

from typing import Final

from falter.model.people import Norm, Tie, Want
from falter.model.words import TIES
from falter.scene.construct import Construct
from falter.scene.cursor import Cursor
from falter.scene.draft import Block
from falter.scene.meanings import meaning_word
from falter.scene.quantity import colon_strength, ordered, strength
from falter.scene.quoted import is_text, text


def tie(cursor: Cursor, block: Block) -> None:
    """`loves HUX: strongly, hidden "because"`."""
    word = _word(cursor)
    person = cursor.person()
    at = cursor.at
    low = colon_strength(cursor)
    upto = None
    if cursor.accept("to"):
        low, upto = ordered(cursor, at, low, strength(cursor))
    hidden = False
    while cursor.accept(",", "hidden") or cursor.accept("hidden"):
        hidden = True
    because = reason(cursor)
    made = Tie(word=word, person=person, strength=low, upto=upto, hidden=hidden, because=because)
    cursor.draft.put(block, "ties", made, cursor.line.span)
    cursor.leftover("`, hidden`, a reason in quotes or the end of the line")


def _word(cursor: Cursor) -> str:
    for known in TIES:
        if cursor.accept(*known.split()):
            return known
    first = {known.split()[0]: known for known in TIES}
    word = first[cursor.choose(first, "FAL1409", "a tie")]
    for second in word.split()[1:]:
        if not cursor.accept(second):
            cursor.missing(f"`{second}`")
    return word


def reason(cursor: Cursor) -> str | None:
    """`"shut out since the defeat"`, with or without a comma before it."""
    ahead = 1 if cursor.point() == "," else 0
    if not is_text(cursor.peek(ahead)):
        return None
    cursor.at += ahead
    return text(cursor, "the reason", told_text=False)


def norm(cursor: Cursor, block: Block) -> None:
    """`abhors kills: strongly`, `honours obeys: somewhat`."""
    against = cursor.take().text == "abhors"
    meaning = meaning_word(cursor)
    made = Norm(against=against, meaning=meaning, strength=colon_strength(cursor))
    cursor.draft.put(block, "norms", made, cursor.line.span)
    cursor.leftover("the end of the line")


def want(cursor: Cursor, block: Block) -> None:
    """`wants to leave: somewhat`, `wants to strike HUX: barely`."""
    cursor.at += 1
    if not cursor.accept("to"):
        cursor.missing("`to` and a move")
    move = cursor.name("a move", "move")
    target = cursor.person() if cursor.word() else None
    made = Want(move=move, target=target, strength=colon_strength(cursor))
    cursor.draft.put(block, "wants", made, cursor.line.span)
    cursor.leftover("the end of the line")


LINES: Final[dict[str, Construct]] = {
    **{word.split()[0]: Construct(tie) for word in TIES},
    "abhors": Construct(norm),
    "honours": Construct(norm),
    "wants": Construct(want),
}
