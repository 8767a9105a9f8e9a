"""What is in the scene beside people: details, things, links, facts, what happens of itself, parts, time that passes."""

from __future__ import annotations

from typing import Final

from falter.model.scene import Detail, Fact, Happening, Later, Link, Part, Thing
from falter.model.words import DISPLAY_CHANNELS, MEANINGS
from falter.scene.clauses import Clauses, items, read_clauses
from falter.scene.conditions import PREPOSITIONS, condition, hold
from falter.scene.construct import Construct
from falter.scene.cursor import Cursor
from falter.scene.draft import Block
from falter.scene.inner import again, last, when
from falter.scene.meanings import meant
from falter.scene.quantity import colon_strength, is_number, is_strength, seconds, strength, time_range
from falter.scene.quoted import is_text, text

DETAIL: Final = Clauses("a `detail` line", {"again": again, "last": last, "when": when, "if": when}, ("again", "when", "if"))


def detail(cursor: Cursor, block: Block) -> Block:
    """`detail papers "…" again "…" last "…"`."""
    cursor.at = 1
    id_ = cursor.name("a detail", "detail")
    first = text(cursor, "the detail")
    made = cursor.draft.open(Detail, block, "details", cursor.line.span)
    made.fields |= {"id": id_, "first": first}
    read_clauses(cursor, made, DETAIL)
    return made


def thing(cursor: Cursor, block: Block) -> None:
    """`thing VASE "the vase", on hall-table`."""
    cursor.at = 1
    id_ = cursor.name("a thing", "thing")
    made = cursor.draft.open(Thing, block, "things", cursor.line.span)
    made.fields["id"] = id_
    if is_text(cursor.peek()):
        made.fields["called"] = text(cursor, "what the thing is called", told_text=False)
    cursor.accept(",")
    if not cursor.ended:
        if cursor.accept("held", "by"):
            made.fields |= {"preposition": "held by", "where": cursor.person()}
            cursor.leftover("the end of the line")
            return
        made.fields["preposition"] = cursor.choose(PREPOSITIONS, "FAL1411", "`on`, `in`, `under` or `behind`")
        made.fields["where"] = cursor.name("a place", "name")
    cursor.leftover("the end of the line")


def link(cursor: Cursor, block: Block) -> None:
    """`link phone, van to bank, closed, carries voice, breath somewhat`."""
    cursor.at = 1
    id_ = cursor.name("a link", "link")
    cursor.accept(",")
    one = cursor.name("a mark", "mark")
    if not cursor.accept("to"):
        cursor.missing("`to` and a mark")
    other = cursor.name("a mark", "mark")
    cursor.accept(",")
    closed = cursor.accept("closed")
    cursor.accept(",")
    if not cursor.accept("carries"):
        cursor.missing("`carries` and what it carries")
    carries: list[tuple[str, float]] = []

    def channel() -> None:
        name = cursor.choose(DISPLAY_CHANNELS, "FAL1407", "a channel")
        carries.append((name, strength(cursor) if is_strength(cursor) else 1.0))

    items(cursor, channel, bool)
    cursor.leftover()
    cursor.draft.put(block, "links", Link(id=id_, between=(one, other), closed=closed, carries=tuple(carries)), cursor.line.span)


def fact(cursor: Cursor, block: Block) -> None:
    """`fact broke "Tom broke the vase", true`."""
    cursor.at = 1
    id_ = cursor.name("a fact", "fact")
    line = text(cursor, "the fact")
    cursor.accept(",")
    true = cursor.ended or cursor.choose(("true", "false"), "FAL1413", "`true` or `false`") == "true"
    cursor.draft.put(block, "facts", Fact(id=id_, text=line, true=true), cursor.line.span)
    cursor.leftover("the end of the line")


def happens(cursor: Cursor, block: Block) -> Block:
    """`happens lights "…" in 4..9 min`, `happens lights "…" when lull 20 s`."""
    cursor.at = 1
    id_ = cursor.name("a happening", "happening")
    line = text(cursor, "what happens")
    made = cursor.draft.open(Happening, block, "happenings", cursor.line.span)
    made.fields |= {"id": id_, "text": line}
    if cursor.ended:
        cursor.missing("`in` and a time, or `when` and a condition")
    read_clauses(cursor, made, HAPPENS)
    return made


def _in(cursor: Cursor, block: Block) -> None:
    block.fields["earliest"], block.fields["latest"] = time_range(cursor)


def _happens_when(cursor: Cursor, block: Block) -> None:
    hold(cursor, block, "when", condition(cursor, also="when"))


def _happens_at(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    cursor.draft.set(block, "at", cursor.name("a mark", "mark"), cursor.since(start))


def _dark(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    cursor.draft.set(block, "dark", colon_strength(cursor), cursor.since(start))


HAPPENS: Final = Clauses(
    "a `happens` line",
    {
        "in": _in,
        "at": _happens_at,
        "dark": _dark,
        "when": _happens_when,
        "if": _happens_when,
        **{word: meant(word) for word in MEANINGS},
    },
    ("when", "if", *MEANINGS),
)


def later(cursor: Cursor, block: Block) -> Block:
    """`later 20 min "Toward four," after hang-up`."""
    cursor.at = 1
    made = cursor.draft.open(Later, block, "laters", cursor.line.span)
    made.fields["passes"] = 0.0
    if not is_number(cursor):
        made.fields["id"] = cursor.name("a time", "part")
    made.fields["passes"] = seconds(cursor)
    if is_text(cursor.peek()):
        made.fields["text"] = text(cursor, "the words between", told_text=False)
    read_clauses(cursor, made, LATER)
    return made


def _later_after(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    cursor.draft.set(block, "after", cursor.name("a move", "move"), cursor.since(start))


LATER: Final = Clauses("a `later` line", {"after": _later_after, "when": _happens_when, "if": _happens_when}, ("when", "if"))


def part(cursor: Cursor, block: Block) -> Block:
    """`part after strike`, `part roof after hang-up`; its moves stand beneath."""
    cursor.at = 1
    id_ = None if cursor.word() == "after" else cursor.name("`after` and a move", "part")
    if not cursor.accept("after"):
        cursor.missing("`after` and a move")
    after = cursor.name("a move", "move")
    made = cursor.draft.open(Part, block, "parts", cursor.line.span)
    made.fields |= {"id": id_, "after": after}
    cursor.leftover("the end of the line")
    return made


LINES: Final[dict[str, Construct]] = {
    "detail": Construct(detail, "alternatives"),
    "thing": Construct(thing),
    "link": Construct(link),
    "fact": Construct(fact),
    "happens": Construct(happens, "alternatives"),
    "later": Construct(later, "alternatives"),
    "part": Construct(part, "part"),
}
