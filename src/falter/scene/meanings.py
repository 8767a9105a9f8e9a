"""Meaning words: what an act says, its object, and numbers that override its default effects."""

from __future__ import annotations

from typing import Any, Final

from falter.model.moves import Effect, Meant
from falter.model.words import FELT_WORDS, MEANINGS, MOTIVES
from falter.scene.clauses import Clause
from falter.scene.cursor import Cursor, Stop
from falter.scene.draft import Block
from falter.scene.quantity import number

_MOVE_WORDS: Final = """to on toward from inner aside again once cannot needs after if takes lands uses leans returns drops dons tells
    puts grabs gives searches opens closes means tone feels"""
RESERVED: Final = frozenset(_MOVE_WORDS.split()) | {key.split()[0] for key in MEANINGS}
"""Words that begin a clause of a move or a wording; no id of a move may be one."""


def meant(word: str) -> Clause:
    """The clause that a meaning word begins."""

    def read(cursor: Cursor, block: Block) -> None:
        start = cursor.at - len(word.split())
        fields = _rest(cursor, word)
        cursor.draft.put(block, "means", Meant(**fields), cursor.since(start))

    return read


def means(cursor: Cursor, block: Block) -> None:
    """`means threatens TOM if by KYLO`."""
    start = cursor.at - 1
    fields = _rest(cursor, meaning_word(cursor))
    if cursor.accept("if", "by"):
        fields["by"] = cursor.person()
    cursor.draft.put(block, "means", Meant(**fields), cursor.since(start))


def meaning_word(cursor: Cursor) -> str:
    """A meaning word of one or two words."""
    for word in sorted(MEANINGS, key=lambda word: -word.count(" ")):
        if cursor.accept(*word.split()):
            return word
    first = {word.split()[0]: word for word in reversed(MEANINGS)}
    word = first[cursor.choose(first, "FAL1410", "a meaning word")]
    cursor.accept(*word.split()[1:])
    return word


def _rest(cursor: Cursor, word: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"word": word, "object": _object(cursor, word, MEANINGS[word].object)}
    if cursor.accept("("):
        fields["effects"] = _effects(cursor)
    return fields


def _object(cursor: Cursor, of: str, kind: str) -> str | None:
    word = cursor.word()
    if not word or word in RESERVED or kind == "none":
        return None
    if word == "about" and of == "asks":
        cursor.at += 1
        return cursor.name("a fact", "fact")
    if kind == "person":
        return cursor.person() if cursor.capital() or word.upper() in cursor.draft.cast else None
    if kind == "emotion":
        return cursor.choose(FELT_WORDS, "FAL1406", "an emotion")
    if kind == "hidden" and word in FELT_WORDS:
        return cursor.take().text
    if kind == "fact":
        return cursor.name("a fact", "fact")
    return cursor.name("what is hidden", "memory" if kind == "memory" else "name")


def _effects(cursor: Cursor) -> tuple[Effect, ...]:
    """`(cherish +.6, answer -.1)`, the opening bracket taken."""
    opened = cursor.tokens[cursor.at - 1].span
    found: list[Effect] = []
    try:
        while True:
            found.append(_effect(cursor))
            if cursor.accept(")"):
                return tuple(found)
            if cursor.ended or not (cursor.point() == "," or cursor.word() in MOTIVES):
                cursor.stop("FAL1507", opened)
            if not cursor.accept(","):
                cursor.fault("FAL1501", cursor.here, before=cursor.tokens[cursor.at - 1].text, word=cursor.word())
    except Stop:
        while not cursor.ended and not cursor.accept(")"):
            cursor.at += 1
        return tuple(found)


def _effect(cursor: Cursor) -> Effect:
    motive = cursor.choose(MOTIVES, "FAL1408", "a motive")
    span = cursor.here
    value = number(cursor, "a number in [-1, 1]")
    if abs(value) > 1:
        cursor.fault("FAL1609", span, found=f"{value:g}")
    return Effect(motive=motive, value=max(-1.0, min(1.0, value)))
