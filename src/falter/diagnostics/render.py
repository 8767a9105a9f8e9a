"""Faults as a person reads them: the place, the line with a caret run under the fault, why, and what to type.

Sorted by place, without cascades: of several faults on one stretch of text only the first found is told.
"""

from __future__ import annotations

import shlex
import unicodedata
from collections.abc import Iterable
from typing import Final

from falter.diagnostics.fault import Fault, Faults
from falter.diagnostics.page import fill, page
from falter.diagnostics.source import Path, Source, Span

WIDTH: Final = 110
"""Columns of a source line shown; a longer line is cut around its caret."""
LEAD: Final = 24
"""Columns kept before the caret where a line is cut."""

_COLOURS: Final = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "why": "\x1b[1m", "fix": "\x1b[1m", "gutter": "\x1b[2m"}


def render(faults: Faults, colour: bool = False) -> str:
    """All faults of one source, and a line that counts them; an empty text where there are none."""
    found = sifted(faults)
    if not found:
        return ""
    parts = [render_one(faults.source, fault, colour) for fault in found]
    return "\n\n".join([*parts, tally(found)]) + "\n"


def sifted(faults: Faults) -> list[Fault]:
    """The faults in order of place, each once, and of those that share a stretch of text only the first found."""
    kept: list[Fault] = []
    seen: set[object] = set()
    for fault in faults.found:
        key: object = fault.span if fault.span else (fault.path, fault.code) if fault.path else (fault.code, tuple(fault.holes.items()))
        if key not in seen:
            seen.add(key)
            kept.append(fault)
    return sorted(kept, key=_order)


def tally(found: Iterable[Fault]) -> str:
    """`2 errors, 1 warning`."""
    kinds = [page(fault.code).severity for fault in found]
    counts = [(kinds.count("error"), "error"), (kinds.count("warning"), "warning")]
    return ", ".join(f"{count} {kind}{'s' if count > 1 else ''}" for count, kind in counts if count)


def render_one(source: Source, fault: Fault, colour: bool = False) -> str:
    """One fault, without a line end after it."""
    told = page(fault.code)
    name = source.name if fault.span is None else source.told(fault.span.start)[0]
    holes = {"file": shlex.quote(name), **fault.holes}
    place = where(source, fault)
    lines = [f"{place}: {_paint(f'{told.severity}[{fault.code}]:', told.severity, colour)} {visible(fill(told.what, holes))}"]
    if fault.span is not None and source.text:
        lines += excerpt(source, fault.span, told.severity, colour)
    lines.append(f"{_paint('why:', 'why', colour)} {visible(fill(told.why, holes))}")
    lines.append(f"{_paint('fix:', 'fix', colour)} {visible(fill(told.fix, holes))}")
    return "\n".join(lines)


def where(source: Source, fault: Fault) -> str:
    """`file:line:col`, or `file: people[0].ties[2]` where there is no text."""
    if fault.span is not None:
        name, line, column = source.told(fault.span.start)
        return f"{name}:{line}:{column}"
    return f"{source.name}: {dotted(fault.path)}" if fault.path else source.name


def dotted(path: Path) -> str:
    """A model path as one writes it.

    >>> dotted(("people", 0, "ties", 2))
    'people[0].ties[2]'
    """
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def excerpt(source: Source, span: Span, severity: str, colour: bool) -> list[str]:
    """The line of the span's start with its number, and carets under the part of the span that is on it."""
    number, column = source.place(span.start)
    line = source.line(number)
    end = max(column, min(column - 1 + span.end - span.start, len(line)))
    before, within, after = visible(line[: column - 1]), visible(line[column - 1 : end]), visible(line[end:])
    before, within, after = _cut(before, within, after)
    gutter = f"{source.told(span.start)[1]:>4} | "
    carets = "^" * max(1, columns(within))
    rule = " " * (len(gutter) - 2) + "| " + " " * columns(before)
    return [
        (_paint(gutter, "gutter", colour) + before + within + after).rstrip(),
        _paint(" " * (len(gutter) - 2) + "| ", "gutter", colour) + rule[len(gutter) :] + _paint(carets, severity, colour),
    ]


def _cut(before: str, within: str, after: str) -> tuple[str, str, str]:
    """The three stretches of a line, cut to `WIDTH` columns with `…` where something was left out."""
    if columns(before + within + after) <= WIDTH:
        return before, within, after
    if columns(before) + columns(within) > WIDTH:
        before = "…" + _last(before, LEAD) if columns(before) > LEAD else before
    room = WIDTH - columns(before)
    if columns(within) > room:
        return before, _first(within, room - 1) + "…", ""
    room -= columns(within)
    return before, within, after if columns(after) <= room else _first(after, room - 1) + "…"


def _first(text: str, room: int) -> str:
    """As much of the start of a text as fits in `room` columns."""
    used = 0
    for at, char in enumerate(text):
        used += columns(char)
        if used > room:
            return text[:at]
    return text


def _last(text: str, room: int) -> str:
    """As much of the end of a text as fits in `room` columns."""
    return _first(text[::-1], room)[::-1]


def columns(text: str) -> int:
    """Columns a text takes on a terminal: wide characters take two, combining ones none.

    >>> columns("a字")
    3
    """
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(text: str) -> str:
    """A text that can't move the cursor: a tab as four spaces, a control or zero-width character as its code.

    >>> visible("a\\tb\\x1b")
    'a    b<1B>'
    """
    if text.isprintable():
        return text
    return "".join(_seen(char) for char in text)


def _seen(char: str) -> str:
    if char == "\t":
        return "    "
    if char.isprintable() or unicodedata.category(char) in ("Zs", "Mn"):
        return char
    return f"<{ord(char):02X}>"


def _order(fault: Fault) -> tuple[int, int, tuple[str, ...]]:
    """Faults without a place come first, then by place in the text, then by model path."""
    start = fault.span.start if fault.span else -1
    return start, -1 if fault.span else len(fault.path), tuple(f"{step:06}" if isinstance(step, int) else step for step in fault.path)


def _paint(text: str, kind: str, colour: bool) -> str:
    return f"{_COLOURS[kind]}{text}\x1b[0m" if colour else text
