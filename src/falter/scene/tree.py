"""The lossless tree: every character of the source is in it, in order. Lines are its nodes; one stands under another
by its indentation. Knows nothing of what a line says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from falter.diagnostics.source import Source, Span
from falter.scene.tokens import Token, cut

_UNREAD: Final = frozenset(("bom", "indent", "space", "comment", "end"))


@dataclass(frozen=True)
class Line:
    """One line: all its tokens, the line it stands under, and how deep. `skewed`: its indentation fits no open block."""

    index: int
    tokens: tuple[Token, ...]
    width: int
    parent: int | None = None
    level: int = 0
    skewed: bool = False

    @cached_property
    def facts(self) -> tuple[Token, ...]:
        """The tokens that say something: no spaces, no comment."""
        return tuple(token for token in self.tokens if token.kind not in _UNREAD)

    @property
    def span(self) -> Span:
        """From the first to the last token that says something; for a blank line an empty span at its start."""
        if not self.facts:
            return Span(self.tokens[0].start, self.tokens[0].start) if self.tokens else Span(0, 0)
        return Span(self.facts[0].start, self.facts[-1].span.end)

    @property
    def comment(self) -> Token | None:
        """The comment at its end, or that it consists of."""
        return next((token for token in self.tokens if token.kind == "comment"), None)


@dataclass(frozen=True)
class Tree:
    """A source as lines."""

    source: Source
    lines: tuple[Line, ...]

    def text(self) -> str:
        """The source again, to the last character."""
        return "".join(token.text for line in self.lines for token in line.tokens)

    def under(self, line: Line) -> list[Line]:
        """The lines that stand directly under a line."""
        return [other for other in self.lines if other.parent == line.index]

    def show(self) -> str:
        """The tree for a person to read: a line each, its level, and its tokens with their kinds."""
        return "".join(f"{line.index + 1:>4} {'  ' * line.level}{_shown(line)}\n" for line in self.lines)


def _shown(line: Line) -> str:
    return " ".join(f"{token.kind}:{token.text!r}" for token in line.tokens if token.kind not in ("space", "indent", "end"))


def grow(source: Source) -> Tree:
    """The tree of a source. Never fails.

    >>> grow(Source("a", "scene X\\n  // why\\n")).text()
    'scene X\\n  // why\\n'
    """
    return Tree(source, tuple(_nested(_lines(source))))


def _lines(source: Source) -> Iterator[Line]:
    starts = [*source.starts, len(source.text)]
    for index in range(len(starts) - 1):
        raw = source.text[starts[index] : starts[index + 1]]
        if raw or index == 0:
            yield _line(index, raw, starts[index])


def _line(index: int, raw: str, start: int) -> Line:
    tokens: list[Token] = []
    at = 0
    if index == 0 and raw.startswith("\ufeff"):
        tokens.append(Token("bom", "\ufeff", start))
        at = 1
    size = len(raw) - (2 if raw.endswith("\r\n") else 1 if raw.endswith("\n") else 0)
    body = raw[at:size].lstrip(" \t")
    lead = raw[at : size - len(body)]
    if lead:
        tokens.append(Token("indent", lead, start + at))
    tokens += cut(body, start + size - len(body))
    if size < len(raw):
        tokens.append(Token("end", raw[size:], start + size))
    return Line(index, tuple(tokens), len(lead.replace("\t", "  ")))


def _nested(lines: Iterator[Line]) -> Iterator[Line]:
    """The same lines with parents. A line in between two open levels begins a block of its own under the outer one."""
    open_lines: list[Line] = []
    for line in lines:
        if not line.facts:
            yield line
            continue
        skewed = not open_lines and line.width > 0
        closed: Line | None = None
        while open_lines and open_lines[-1].width >= line.width:
            closed = open_lines.pop()
        if closed is not None and closed.width != line.width:
            skewed = True
        level = open_lines[-1].level + 1 if open_lines else 0
        parent = open_lines[-1].index if open_lines else None
        placed = Line(line.index, line.tokens, line.width, parent, level, skewed)
        open_lines.append(placed)
        yield placed
