"""Where a check's fault stands, and whether it is worth telling beside what the reader found.

A check knows the path of a record and the words it is about; this module finds them in the text, and leaves out what
would only be a consequence of what the reader found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Path, Places, Span
from falter.scene.checks.unread import Unread, beneath

_UNREAD = re.compile(r'"(?:\\.|[^"\\\n])*"|//[^\n]*')


class Report:
    """The faults of one scene's checks, each put under the words it is about."""

    def __init__(self, places: Places, faults: Faults) -> None:
        self.places = places
        self.faults = faults
        self.text = faults.source.text
        self.unread = Unread(faults)
        self._told: set[tuple[str, Span | None]] = set()
        self._causes: set[str] = set()

    def add(self, code: str, path: Path, at: Sequence[str] = (), after: Sequence[str] = (), **holes: object) -> None:
        """Record a fault about the record at `path`: under the words `at`, looked for in turn behind the words `after`."""
        self.put(code, self.span(path, at, after), path, **holes)

    def once(self, code: str, path: Path, at: Sequence[str], *, reason: str, **holes: object) -> None:
        """Record a fault whose cause is told once, however many lines suffer from it."""
        if reason not in self._causes:
            self._causes.add(reason)
            self.put(code, self.span(path, at), path, reason=reason, **holes)

    def put(self, code: str, span: Span | None, path: Path, **holes: object) -> None:
        """Record a fault at a span, once, and only where the reader found none on the line."""
        if span is None or not self.unread.line(span):
            self._record(code, span, path, holes)

    def name(self, code: str, span: Span | None, path: Path, **holes: object) -> None:
        """Record a fault about one word, as it is written: it stands beside the reader's faults about other words of the line."""
        if span is None or not self.unread.stretch(span):
            self._record(code, span, path, holes)

    def _record(self, code: str, span: Span | None, path: Path, holes: dict[str, object]) -> None:
        if span is None or (code, span) not in self._told:
            self._told.add((code, span))
            self.faults.add(code, span, path=path, **holes)

    @cached_property
    def readable(self) -> str:
        """The text with its comments and quoted texts blanked, offsets kept."""
        return _UNREAD.sub(lambda found: " " * len(found[0]), self.text)

    def line(self, path: Path) -> int | None:
        """The line of the record at a path, from 1; None where there is no text."""
        span = self.record(path)
        return None if span is None else self.faults.source.place(span.start)[0]

    def lines(self, paths: Sequence[Path], first: Path) -> list[str]:
        """The lines of the records at these paths as they are told beside that at `first`, in order, each once."""
        here = self.record(first)
        spans = [span for path in paths if (span := self.record(path)) is not None]
        starts = {line: span.start for span in spans if (line := self.faults.source.place(span.start)[0]) != self.line(first)}
        return [self.faults.source.told_line(starts[line], here and here.start).removeprefix("line ") for line in sorted(starts)]

    def earlier(self, first: Path, path: Path) -> str:
        """Where the first of two stands, to be put behind «first»: ` on line 7`, or nothing where there is no text."""
        one, other = self.record(first), self.record(path)
        if one is None:
            return ""
        if self.line(first) == self.line(path):
            return " on the same line"
        return f" on {self.faults.source.told_line(one.start, None if other is None else other.start)}"

    def of_a_cast(self, path: Path) -> bool:
        """Is the record at a path of a file that the scene uses, and so written for other scenes too?"""
        span, source = self.record(path), self.faults.source
        return span is not None and source.told(span.start)[0] != source.name

    def record(self, path: Path) -> Span | None:
        """The span of the record at a path, or of the nearest record around it."""
        for size in range(len(path), 0, -1):
            span = self.places.get(path[:size])
            if span is not None:
                return span
        return None

    def span(self, path: Path, at: Sequence[str] = (), after: Sequence[str] = ()) -> Span | None:
        """The stretch from the first to the last of the words `at`; the whole line where they aren't found."""
        record = self.record(path)
        if record is None:
            return None
        for region in (record, self._beneath(record)):
            found = self._run(region, at, after)
            if found is not None:
                return found
        return self._trimmed(record)

    def quoted(self, path: Path, text: str) -> Span | None:
        """Where `text` stands inside the quotes of a record's lines."""
        record = self.record(path)
        if record is None:
            return None
        found = self.text.find(text, record.start, self._beneath(record).end)
        return self._trimmed(record) if found < 0 else Span(found, found + len(text))

    def _run(self, region: Span, at: Sequence[str], after: Sequence[str]) -> Span | None:
        start, first = region.start, -1
        for word in after:
            found = _find(self.readable, word, start, region.end)
            start = start if found is None else found.end
        for word in at:
            found = _find(self.readable, word, start, region.end)
            if found is None:
                if first < 0:
                    return None
                break
            first = found.start if first < 0 else first
            start = found.end
        return Span(first, start) if first >= 0 else None

    def _beneath(self, record: Span) -> Span:
        """The lines that stand under a record's first line, further in."""
        source = self.faults.source
        number = source.place(record.start)[0]
        last = max(beneath(source, number), default=number)
        start = source.starts[number] if number < len(source.starts) else len(self.text)
        return Span(max(start, record.end), max(start, record.end, source.starts[last - 1] + len(source.line(last))))

    def _trimmed(self, record: Span) -> Span:
        """A record's first line without indentation, comment and line end."""
        end = self.text.find("\n", record.start, record.end)
        text = self.text[record.start : record.end if end < 0 else end]
        for found in _UNREAD.finditer(text):
            if found[0].startswith("//"):
                text = text[: found.start()]
        lead = len(text) - len(text.lstrip())
        return Span(record.start + lead, record.start + max(lead, len(text.rstrip())))


def _find(text: str, word: str, start: int, end: int) -> Span | None:
    """The word, whole, with any spacing between its parts."""
    pattern = r"(?<![\w'-])" + r"\s+".join(re.escape(part) for part in word.split()) + r"(?![\w'-])"
    found = re.compile(pattern).search(text, start, end)
    return None if found is None else Span(found.start(), found.end())
