"""A scene's text with its spacing in order: idempotent, on the tree, and nothing else changed.

Keeps comments, blank lines, line ends and the writer's words; mends indentation, spaces, tabs, curly quotes and a
byte-order mark. Works on any text, faulty or not: what it cannot read it leaves.
"""

from __future__ import annotations

import itertools
from typing import Final

from falter.diagnostics.source import Source
from falter.scene.quoted import quote
from falter.scene.tokens import Token
from falter.scene.tree import Line, Tree, grow

INDENT: Final = "  "
COMMENT_GAP: Final = 2
_AS_IT_STANDS: Final = frozenset(("scene", "place"))
"""Lines whose words are the writer's own, spaces and all."""


def format_text(text: str) -> str:
    """The text with its spacing in order.

    >>> format_text('ANNA may ask  "waves"to BEN ,asks\\n')
    'ANNA may ask "waves" to BEN, asks\\n'
    """
    if "\x00" in text:
        return text
    tree = grow(Source("", text))
    levels = _levels(tree)
    return "".join(_line(line, levels[line.index]) for line in tree.lines)


def _levels(tree: Tree) -> dict[int, int]:
    """How deep each line goes. A comment goes as deep as the deepest open block, or the next line, that is not deeper than it."""
    levels: dict[int, int] = {}
    following: dict[int, Line | None] = {}
    after: Line | None = None
    for line in reversed(tree.lines):
        following[line.index] = after
        after = line if line.facts else after
    open_widths: list[int] = []
    for line in tree.lines:
        if line.facts:
            del open_widths[line.level :]
            open_widths.append(line.width)
            levels[line.index] = line.level
            continue
        widths = dict(enumerate(open_widths))
        below = following[line.index]
        if below is not None:
            widths[below.level] = min(below.width, widths.get(below.level, below.width))
        levels[line.index] = max((level for level, width in widths.items() if width <= line.width), default=0)
    return levels


def _line(line: Line, level: int) -> str:
    end = "".join(token.text for token in line.tokens if token.kind == "end")
    comment = line.comment.text.rstrip() if line.comment else ""
    if not line.facts:
        return (INDENT * level + comment if comment else "") + end
    body = _as_it_stands(line) if line.facts[0].text in _AS_IT_STANDS else _spaced(line.facts)
    return INDENT * level + body + (" " * _gap(line) + comment if comment else "") + end


def _as_it_stands(line: Line) -> str:
    """First word, one space, and the rest untouched."""
    first = line.facts[0]
    tokens = [token for token in line.tokens if token.start > first.start and token.kind not in ("comment", "end")]
    rest = "".join(token.text for token in tokens).strip().replace("\t", " ")
    if len(line.facts) == 2 and line.facts[1].kind == "smart":
        rest = _mended(line.facts[1])
    return f"{first.text} {rest}".rstrip()


def _gap(line: Line) -> int:
    """Spaces before a comment at a line's end: as many as there were, two at least."""
    for before, token in zip(line.tokens, line.tokens[1:], strict=False):
        if token.kind == "comment" and before.kind == "space" and set(before.text) == {" "}:
            return max(COMMENT_GAP, len(before.text))
    return COMMENT_GAP


def _spaced(facts: tuple[Token, ...]) -> str:
    said = _mended(facts[0])
    for before, token in itertools.pairwise(facts):
        said += _between(before, token) + _mended(token)
    return said.rstrip() if facts[-1].kind != "open" else said


def _between(before: Token, token: Token) -> str:
    if token.text in (",", ":", ";", ")") and token.kind == "point":
        return ""
    if before.text == "(" and before.kind == "point":
        return ""
    ends = {before.kind, token.kind}
    return "" if ends == {"range", "number"} else " "


def _mended(token: Token) -> str:
    if token.kind == "smart":
        return quote(token.text[1:-1].replace("\t", " "))
    return token.text.replace("\t", " ") if token.kind == "text" else token.text
