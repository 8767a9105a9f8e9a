"""Text and places in it. A span is a pair of offsets; lines and columns are worked out only when a person must read one."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a source: offsets in characters, `start` included, `end` not."""

    start: int
    end: int

    def moved(self, by: int) -> Span:
        """The same stretch where the text stands `by` characters further on."""
        return Span(self.start + by, self.end + by)


Path = tuple[str | int, ...]
"""Where a value stands in the model: `("people", 0, "ties", 2)`."""

Places = dict[Path, Span]
"""Where each record of a scene was written; empty for a scene that was not read from text."""


class Source:
    """A named text: what faults point into. Other files may stand behind it, so that one span says the file as well."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.files: list[tuple[int, str]] = [(0, name)]
        """Where each file begins in the text, and its name."""

    def followed_by(self, other: Source) -> Source:
        """This text and another behind it, which begins on a line of its own."""
        mine = self.text if self.text.endswith("\n") or not self.text else self.text + "\n"
        made = Source(self.name, mine + other.text)
        made.files = [*self.files, *((len(mine) + start, name) for start, name in other.files)]
        return made

    def told(self, offset: int) -> tuple[str, int, int]:
        """The file, line and column of an offset, as they are told to a person.

        >>> Source("a", "one").followed_by(Source("b", "two\\nthree")).told(9)
        ('b', 2, 2)
        """
        start, name = self.files[bisect_right(self.files, offset, key=lambda file: file[0]) - 1]
        line, column = self.place(offset)
        return name, line - self.place(start)[0] + 1, column

    def told_line(self, offset: int, by: int | None = None) -> str:
        """`line 7`; `line 7 of people.falter` where that is another file than the first, or than the one `by` stands in."""
        name, line, _ = self.told(offset)
        here = self.name if by is None else self.told(by)[0]
        return f"line {line}" if name == here else f"line {line} of {name}"

    @cached_property
    def starts(self) -> list[int]:
        """Offset of each line's first character; lines end at a line feed."""
        found = [0]
        at = self.text.find("\n")
        while at >= 0:
            found.append(at + 1)
            at = self.text.find("\n", at + 1)
        return found

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1.

        >>> Source("a", "one\\ntwo").place(5)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r")
