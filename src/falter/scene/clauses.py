"""Tables of clauses: what may stand on a line beside its head, found by first keyword, read in any order.

Knows how clauses follow one another; each construct's own file knows what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Final, NoReturn

from falter.diagnostics.nearest import listed, nearest
from falter.diagnostics.source import Span
from falter.model.words import TONES
from falter.scene.cursor import Cursor, Stop, told
from falter.scene.draft import Block
from falter.scene.meant import meant, same
from falter.scene.quoted import is_text
from falter.scene.tokens import Token

Clause = Callable[[Cursor, Block], None]
ASKS: Final = {"when": "if", "unless": "if not"}
"""Words that begin a condition elsewhere, and the one to write where `if` does."""


class Clauses:
    """The clauses of one kind of line: keywords (of one or more words) and what reads the rest of each.

    `many` are those that may stand more than once.
    """

    lines: ClassVar[dict[str, list[str]]] = {}
    """For every keyword, the kinds of line that take it."""

    def __init__(self, line: str, table: dict[str, Clause], many: Iterable[str] = ()) -> None:
        self.line = line
        self.table = table
        self.many = frozenset(many)
        self.first: dict[str, list[tuple[str, ...]]] = {}
        for key in sorted(table, key=lambda key: -key.count(" ")):
            words = tuple(key.split())
            self.first.setdefault(words[0], []).append(words)
            Clauses.lines.setdefault(words[0], []).append(line)

    def match(self, cursor: Cursor) -> str | None:
        """Take the longest keyword that stands here."""
        for words in self.first.get(cursor.word(), ()):
            if cursor.accept(*words):
                return " ".join(words)
        return None

    def begins(self, word: str) -> bool:
        """Does a clause of this line begin with the word?"""
        return word in self.first


def read_clauses(cursor: Cursor, block: Block, clauses: Clauses, unkeyed: Callable[[Cursor, Block], bool] | None = None) -> None:
    """All clauses to the end of the line. `unkeyed` may take what begins with no keyword."""
    while not cursor.ended:
        if cursor.accept(","):
            if cursor.ended or cursor.point() == ",":
                cursor.fault("FAL1510", cursor.tokens[cursor.at - 1].span)
            continue
        start = cursor.at
        try:
            if unkeyed is None or not unkeyed(cursor, block):
                read_clause(cursor, block, clauses)
        except Stop:
            cursor.at = max(cursor.at, start + (cursor.at == start))
            cursor.skip()


def read_clause(cursor: Cursor, block: Block, clauses: Clauses) -> None:
    """One clause."""
    start = cursor.at
    key = clauses.match(cursor) or _meant(cursor, clauses)
    if key not in clauses.many:
        once(cursor, block, key, cursor.since(start))
    clauses.table[key](cursor, block)


def once(cursor: Cursor, block: Block, key: str, span: Span) -> None:
    """Fault a clause or line that stands a second time; what it says is read all the same."""
    if key in block.seen:
        first = cursor.draft.faults.source.place(block.seen[key].start)[0]
        cursor.fault("FAL1504", span, clause=key, line=first)
    block.seen.setdefault(key, span)


def _meant(cursor: Cursor, clauses: Clauses) -> str:
    """The keyword that an unknown word was meant to be; its fault is recorded."""
    token = cursor.take()
    word = token.text
    if token.kind != "word":
        cursor.stop("FAL1109", token.span, found=told(token), expected=f"a clause of {clauses.line}")
    before = cursor.tokens[cursor.at - 2]
    if before.kind == "text" and before.span.end == token.start:
        cursor.at = len(cursor.tokens)
        cursor.stop("FAL1208", Span(before.span.end - 1, token.span.end), found=told(token))
    if word.startswith("'"):
        _single_quoted(cursor, token)
    tone = same(word, TONES) if "tone" in clauses.first else None
    if tone is not None:
        cursor.stop("FAL1403", token.span, word=word, line=clauses.line, offer=f"write `tone {tone}`")
    if same(word, ("says",)) and is_text(cursor.peek()):
        cursor.stop("FAL1403", token.span, word=word, line=clauses.line, offer='write `says "…"` on a line of its own beneath')
    near = meant(word, clauses.first)
    if word in ASKS and "if" in clauses.first and word not in clauses.first:
        cursor.stop("FAL1403", token.span, word=word, line=clauses.line, offer=f"write `{ASKS[word]}`")
    if word in Clauses.lines and word not in clauses.first:
        cursor.stop("FAL1503", token.span, clause=word, line=clauses.line, takes=" or ".join(dict.fromkeys(Clauses.lines[word])))
    rest = "" if near is None else " ".join(clauses.first[near][-1])
    offer = f"write `{rest}`" if near else "take it out, or write one of " + listed(sorted(clauses.table))
    cursor.fault("FAL1403", token.span, word=word, line=clauses.line, offer=offer)
    for words in clauses.first.get(near or "", ()):
        if len(words) == 1 or cursor.accept(*words[1:]):
            return " ".join(words)
    raise Stop


def _single_quoted(cursor: Cursor, token: Token) -> NoReturn:
    """Fault a text in single quotes, and pass over it."""
    while not cursor.ended and not cursor.tokens[cursor.at - 1].text.endswith("'"):
        cursor.at += 1
    cursor.stop("FAL1207", Span(token.start, cursor.tokens[cursor.at - 1].span.end), what="a text", found=told(token))


def items(cursor: Cursor, item: Callable[[], object], is_item: Callable[[str], bool]) -> None:
    """A list with commas, as long as what follows is an item of it. A missing comma is faulted."""
    item()
    while True:
        if cursor.point() == "," and is_item(cursor.word(1)):
            cursor.at += 1
        elif is_item(cursor.word()):
            token = cursor.peek()
            assert token is not None
            cursor.fault("FAL1501", token.span, before=cursor.tokens[cursor.at - 1].text, word=token.text)
        else:
            return
        item()


def among(options: Iterable[str], keyword: Callable[[str], bool]) -> Callable[[str], bool]:
    """Is a word one of a closed list, or a slip for one that is no keyword?"""
    known = frozenset(options)
    return lambda word: bool(word) and (word in known or (not keyword(word) and nearest(word, known) is not None))


def flag(name: str) -> Clause:
    """A clause that only says that something is so."""

    def read(cursor: Cursor, block: Block) -> None:
        block.fields[name] = True

    return read
