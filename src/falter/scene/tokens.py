"""One line of text cut into tokens, every character in one of them. Knows spelling, not meaning."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, cast

from falter.diagnostics.source import Span

Kind = Literal["bom", "indent", "space", "comment", "end", "text", "smart", "open", "number", "range", "word", "point"]
"""`text` is in straight quotes, `smart` in curly ones, `open` has no closing quote; `point` is one of `, : ; ( ) %`."""


class Token(NamedTuple):
    """A stretch of the source and what it is."""

    kind: Kind
    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.start + len(self.text))


UNSEEN: Final = "\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff"
"""What looks like nothing or like a space, and is none: control characters, fixed and zero-width spaces, marks of direction."""

STRAY: Final = re.compile(f"[{UNSEEN}]")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\ufeff]")
"""What may not stand in a quoted text either."""

_TOKEN: Final = re.compile(
    rf"""(?P<space>[ \t{UNSEEN}]+)
    |(?P<comment>//.*)
    |(?P<text>"(?:[^"\\\n]|\\.)*")
    |(?P<smart>[“”][^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|[“„][^"\n]*"|"[^"”\n]*”|‘[^’\n]{{0,300}}’)
    |(?P<open>["“”„«].*)
    |(?P<range>\.\.)
    |(?P<number>[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))
    |(?P<point>[,:;()%])
    |(?P<word>(?:[^ \t{UNSEEN}",:;()%“”„«»/\n]|/(?!/))+)
    |(?P<other>.)""",
    re.X,
)


def cut(body: str, start: int) -> list[Token]:
    """The tokens of a line's body (without indentation and line end) that begins at offset `start`.

    >>> [token.text for token in cut('loves HUX: .6', 0) if token.kind != "space"]
    ['loves', 'HUX', ':', '.6']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(body):
        kind = match.lastgroup
        found.append(Token("word" if kind == "other" else cast(Kind, kind), match[0], start + match.start()))
    return found
