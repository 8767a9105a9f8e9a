"""What a person carries within, and the words for it: memories, what is wondered, thoughts, senses, waiting, sights."""

from __future__ import annotations

from typing import Any, Final

from falter.model.people import Felt, Memory, Wonder, Words
from falter.scene.clauses import Clauses, items, read_clauses
from falter.scene.conditions import condition, hold, tie_word
from falter.scene.construct import Construct
from falter.scene.cursor import Cursor
from falter.scene.draft import Block
from falter.scene.person import feels
from falter.scene.quantity import colon_strength
from falter.scene.quoted import text


def words(cursor: Cursor, block: Block) -> Block:
    """`thinks "Not by this hand." when torn`, `sees HUX "red-eyed" again "…" last "…" when shows grief`."""
    kind = cursor.take().text
    person = cursor.person() if kind == "sees" else None
    line = text(cursor, "the words")
    made = cursor.draft.open(Words, block, "words", cursor.line.span)
    made.fields |= {"kind": kind, "text": line, "person": person}
    read_clauses(cursor, made, WORDS)
    return made


def when(cursor: Cursor, block: Block) -> None:
    """`when CONDITION` or `if CONDITION`, the keyword taken."""
    hold(cursor, block, "when", condition(cursor, also="when"))


def again(cursor: Cursor, block: Block) -> None:
    """`again "…"`: how it comes back."""
    start = cursor.at - 1
    cursor.draft.put(block, "again", text(cursor, "how it comes back"), cursor.since(start))


def last(cursor: Cursor, block: Block) -> None:
    """`last "…"`: the last look."""
    block.fields["last"] = text(cursor, "the last look")


WORDS: Final = Clauses("a line of words", {"when": when, "if": when, "again": again, "last": last}, ("when", "if", "again"))


def memory(cursor: Cursor, block: Block) -> None:
    """`remembers nights "…" with HUX, feels love, woken by near, voice, touch`."""
    cursor.at += 1
    id_ = cursor.name("a memory", "memory")
    line = text(cursor, "the memory")
    made = Block(Memory, (*block.path, "memories", block.count("memories")), cursor.line.span)
    made.fields |= {"id": id_, "text": line}
    read_clauses(cursor, made, MEMORY)
    cursor.draft.put(block, "memories", made, cursor.line.span)


def _with(cursor: Cursor, block: Block) -> None:
    block.fields["with_"] = cursor.person()


def _feels(cursor: Cursor, block: Block) -> None:
    found: list[Felt] = []
    feels(cursor, found, MEMORY)
    block.lists.setdefault("feels", []).extend(found)


def _woken(cursor: Cursor, block: Block) -> None:
    if not cursor.accept("by"):
        cursor.missing("`by` and what wakes it")
    items(cursor, lambda: block.add("woken", cursor.name("what wakes it", "name")), lambda word: bool(word) and not MEMORY.begins(word))


MEMORY: Final = Clauses("a `remembers` line", {"with": _with, "feels": _feels, "woken": _woken}, ("feels", "woken"))


def wonder(cursor: Cursor, block: Block) -> None:
    """`wonders if KYLO means to strike: barely`, `wonders how KYLO loves HUX: somewhat`, `wonders if broke: barely`."""
    cursor.at += 1
    fields: dict[str, Any]
    if cursor.accept("how"):
        person = cursor.person()
        fields = {"about": "tie", "person": person, "tie": tie_word(cursor), "other": cursor.person()}
    elif not cursor.accept("if"):
        cursor.missing("`if` or `how`")
    elif cursor.capital() or cursor.word(1) == "means":
        fields = {"about": "means", **_intent(cursor)}
    else:
        fields = {"about": "fact", "fact": cursor.name("a person or a fact", "fact")}
    made = Wonder(**fields, strength=colon_strength(cursor))
    cursor.draft.put(block, "wonders", made, cursor.line.span)
    cursor.leftover("the end of the line")


def _intent(cursor: Cursor) -> dict[str, Any]:
    person = cursor.person()
    if not cursor.accept("means", "to"):
        cursor.missing("`means to` and a move")
    move = cursor.name("a move", "move")
    return {"person": person, "move": move, "target": cursor.person() if cursor.word() else None}


LINES: Final[dict[str, Construct]] = {
    **{kind: Construct(words, "alternatives") for kind in ("thinks", "senses", "waits", "sees")},
    "remembers": Construct(memory),
    "wonders": Construct(wonder),
}
