"""What the reader could not read, as far as the checks must know: what may be missing from the scene only because of it.

A line with a slip in it may declare a move, ask a question or open a person. What such a line might hold is not told as
missing: that would be a consequence, not a fault.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import Final

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Source, Span
from falter.model.words import TIES

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_'-]*")
_DECLARING: Final = frozenset({"mark", "wears", "remembers", "detail", "thing", "fact", "link", "happens", "part"})
"""First words of lines whose second word is an id they declare."""
_FIRST: Final = (
    _DECLARING
    | {word.split()[0] for word in TIES}
    | {"ordered", "wants", "wonders", "mood", "hides", "copes", "plays", "masks", "feigns", "at", "told", "place"}
)
"""First words of lines that declare nothing but their second word, if that."""


class Unread:
    """The lines and stretches that the reader faulted, before any check."""

    def __init__(self, faults: Faults) -> None:
        self.source = faults.source
        self.spans = [fault.span for fault in faults.found if fault.span is not None]
        self.lines = {self.source.place(span.start)[0] for span in self.spans}
        self.nothing = not faults.found
        """Did the reader find nothing wrong?"""

    def line(self, span: Span) -> bool:
        """Did the reader find a fault on the line where the span starts?"""
        return self.source.place(span.start)[0] in self.lines

    def stretch(self, span: Span) -> bool:
        """Did the reader find a fault in this very stretch?"""
        if not self.line(span):
            return False
        return any(read.start < max(span.end, span.start + 1) and span.start < max(read.end, read.start + 1) for read in self.spans)

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Words that a line the reader faulted may declare: they may be there all the same."""
        numbers = set(self.lines)
        for number in self.lines:
            numbers.update(beneath(self.source, number))
        return frozenset(word for number in numbers for word in _declared(self.source.line(number)))

    @cached_property
    def deeds(self) -> bool:
        """May a line that could not be read be about what somebody may do?"""
        lines = (self.source.line(number) for number in self.lines)
        return any(indentation(line) > 0 or line[:1].isupper() or "may" in line.split() for line in lines)

    @cached_property
    def people(self) -> bool:
        """May a line that could not be read be about what somebody carries in?"""
        lines = (self.source.line(number) for number in self.lines)
        return any(indentation(line) > 0 or line[:1].isupper() for line in lines)


def _declared(line: str) -> list[str]:
    """The words of a line that could be what it declares; all of them where its first word could not be read, and of `ends`."""
    words = _WORD.findall(line)
    first = words[0] if words else ""
    if first in ("ends", "expect", "closes") or first not in _FIRST:
        found = words if not first.isupper() else [first, *words[1:2]]
    else:
        found = words[1:2] if first in _DECLARING else []
    return [*found, first.upper(), *(after for word, after in pairwise(words) if word == "may")]


def beneath(source: Source, number: int) -> list[int]:
    """The lines further in that follow a line."""
    indent = indentation(source.line(number))
    found: list[int] = []
    for below in range(number + 1, len(source.starts) + 1):
        line = source.line(below)
        if line.strip() and indentation(line) <= indent:
            break
        found.append(below)
    return found


def indentation(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip())
