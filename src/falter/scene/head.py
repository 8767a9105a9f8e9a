"""The head of a scene: version, title, place and marks, how it is told, tempo, constants, other files used."""

from __future__ import annotations

from typing import Final

from falter.diagnostics.nearest import offer
from falter.diagnostics.source import Span
from falter.model.scene import Close, Elision, Mark, Place, Reach, Told
from falter.scene.clauses import once
from falter.scene.construct import Construct
from falter.scene.cursor import ID, Cursor, Stop
from falter.scene.draft import Block
from falter.scene.quantity import colon_strength, is_number, metres, number
from falter.scene.quoted import is_text, text

VERSION: Final = 1
TEMPI: Final = ("slow", "even", "quick")


def version(cursor: Cursor, block: Block) -> None:
    """`falter 1`."""
    once(cursor, block, "falter", cursor.line.span)
    cursor.at = 1
    token = cursor.peek()
    if token is None:
        cursor.missing(f"the version, `{VERSION}`")
    cursor.at += 1
    if token.text != str(VERSION):
        code = "FAL1009" if token.kind == "number" and float(token.text) > VERSION else "FAL1010"
        cursor.stop(code, token.span, found=token.text, known=VERSION)
    cursor.leftover("the end of the line")


def title(cursor: Cursor, block: Block) -> None:
    """`scene TITLE`: the rest of the line, or a text in quotes."""
    once(cursor, block, "scene", cursor.line.span)
    cursor.at = 1
    value, span = rest(cursor, len(cursor.tokens), "the title")
    cursor.draft.set(block, "title", value, span)


def rest(cursor: Cursor, end: int, what: str) -> tuple[str, Span]:
    """The words up to token number `end` as they stand; a single text in quotes is unquoted."""
    if cursor.at >= end:
        cursor.missing(what)
    start = cursor.at
    if end - start == 1 and is_text(cursor.peek()):
        value = text(cursor, what, told_text=False)
        return value, cursor.since(start)
    cursor.at = end
    span = cursor.since(start)
    return cursor.draft.faults.source.text[span.start : span.end], span


def place(cursor: Cursor, block: Block) -> Block:
    """`place an office at night, dark: strongly`; marks stand beneath."""
    once(cursor, block, "place", cursor.line.span)
    again = "place" in block.fields
    made: Block = block.fields["place"] if again else Block(Place, ("place",), cursor.line.span)
    block.fields["place"] = made
    cursor.draft.places[("place",)] = cursor.line.span
    dark = next((at for at in range(1, len(cursor.tokens)) if [token.text for token in cursor.tokens[at : at + 2]] == [",", "dark"]), None)
    made.fields.setdefault("text", "")
    cursor.at = 1
    try:
        made.fields["text"], _ = rest(cursor, len(cursor.tokens) if dark is None else dark, "what the place is")
    except Stop:
        cursor.at = len(cursor.tokens) if dark is None else dark
    if cursor.accept(",", "dark"):
        made.fields["dark"] = colon_strength(cursor)
        cursor.leftover("the end of the line")
    return made


def mark(cursor: Cursor, block: Block) -> None:
    """`mark desk "the desk", 6 m from door`."""
    cursor.at = 1
    id_ = cursor.name("a mark", "mark")
    made = cursor.draft.open(Mark, block, "marks", cursor.line.span)
    made.fields["id"] = id_
    if is_text(cursor.peek()):
        made.fields["called"] = text(cursor, "what the mark is called", told_text=False)
    while not cursor.ended:
        if not cursor.accept(","):
            if not is_number(cursor):
                cursor.leftover("a comma and a distance")
                return
            cursor.fault("FAL1501", cursor.here, before=cursor.tokens[cursor.at - 1].text, word=cursor.tokens[cursor.at].text)
        start = cursor.at
        distance = metres(cursor)
        if not cursor.accept("from"):
            cursor.missing("`from` and a mark")
        cursor.draft.put(made, "reaches", Reach(metres=distance, mark=cursor.name("a mark", "mark")), cursor.since(start))


def told(cursor: Cursor, block: Block) -> None:
    """`told close to KYLO, past; close to HUX from light; strike elided "Afterwards,"`."""
    once(cursor, block, "told", cursor.line.span)
    made = block.fields.setdefault("told", Block(Told, ("told",), cursor.line.span))
    cursor.draft.places[("told",)] = cursor.line.span
    cursor.at = 1
    if cursor.ended:
        cursor.missing("`close to`, `past` or `present`")
    while not cursor.ended:
        if cursor.accept(",") or cursor.accept(";"):
            continue
        start = cursor.at
        try:
            _telling(cursor, made)
        except Stop:
            cursor.at = max(cursor.at, start + (cursor.at == start))
            cursor.skip(";")


def _telling(cursor: Cursor, block: Block) -> None:
    start = cursor.at
    for tense in ("past", "present"):
        if cursor.accept(tense):
            once(cursor, block, "tense", cursor.since(start))
            block.fields["tense"] = tense
            return
    if cursor.accept("close", "to"):
        person = cursor.person()
        after = cursor.name("a move", "move") if cursor.accept("from") else None
        cursor.draft.put(block, "close", Close(person=person, after=after), cursor.since(start))
        return
    if cursor.word(1) != "elided":
        words = ("close to", "past", "present")
        cursor.stop("FAL1403", cursor.here, word=cursor.take().text, line="the `told` line", offer=offer(cursor.word(-1), words))
    move = cursor.name("a move", "move")
    cursor.at += 1
    line = text(cursor, "the words between", told_text=False) if is_text(cursor.peek()) else None
    cursor.draft.put(block, "elided", Elision(move=move, text=line), cursor.since(start))


def tempo(cursor: Cursor, block: Block) -> None:
    """`tempo slow`, of the scene or of a person."""
    if cursor.word() == "tempo":
        once(cursor, block, "tempo", cursor.here)
        cursor.at += 1
    value = cursor.choose(TEMPI, "FAL1412", "a tempo")
    cursor.draft.set(block, "tempo", value, cursor.since(0))


def tempo_line(cursor: Cursor, block: Block) -> None:
    """`tempo slow` on a line of its own."""
    tempo(cursor, block)
    cursor.leftover("the end of the line")


def constant(cursor: Cursor, block: Block) -> None:
    """`set theta0 2.2`."""
    cursor.at = 1
    name = _constant_name(cursor)
    value = number(cursor, "a number")
    cursor.draft.put(block, "constants", (name, value), cursor.line.span)
    cursor.leftover("the end of the line")


def _constant_name(cursor: Cursor) -> str:
    token = cursor.peek()
    if token is None or token.kind != "word" or ID.fullmatch(token.text) is None:
        cursor.missing("the name of a constant")
    cursor.at += 1
    return token.text


def use(cursor: Cursor, block: Block) -> None:
    """`use "people.falter"`."""
    cursor.at = 1
    name = text(cursor, "the name of a file", told_text=False)
    cursor.draft.put(block, "uses", name, cursor.line.span)
    cursor.leftover("the end of the line")


LINES: Final[dict[str, Construct]] = {
    "falter": Construct(version),
    "scene": Construct(title),
    "place": Construct(place, "place"),
    "told": Construct(told),
    "tempo": Construct(tempo_line),
    "set": Construct(constant),
    "use": Construct(use),
}
PLACE_LINES: Final[dict[str, Construct]] = {"mark": Construct(mark)}
