"""Text and places in it. A span is a pair of offsets; lines and columns are worked out only when a person must read one."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a source: offsets in characters, `start` included, `end` not."""

    start: int
    end: int


Path = tuple[str | int, ...]
"""Where a value stands in the model: `("people", 0, "ties", 2)`."""

Places = dict[Path, Span]
"""Where each record of a scene was written; empty for a scene that was not read from text."""


class Source:
    """A named text: what faults point into."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

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
