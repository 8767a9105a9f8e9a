"""Numbers with their units: strengths, times, distances, shares and ranges."""

from __future__ import annotations

import math

from falter.diagnostics.nearest import nearest, offer
from falter.diagnostics.source import Span
from falter.model.words import STRENGTHS, UNITS
from falter.scene.cursor import Cursor, told
from falter.scene.tokens import Token

LARGEST = 1e9
"""No number of a scene is larger: in s it is thirty years, in m more than the earth is round."""


def number(cursor: Cursor, what: str) -> float:
    """A number as it stands."""
    token = cursor.peek()
    if token is None or token.kind == "point":
        cursor.missing(what)
    cursor.at += 1
    if token.kind != "number":
        cursor.stop("FAL1607", token.span, found=told(token), expected=what)
    value = _with_comma(cursor, token) or float(token.text)
    if not math.isfinite(value) or abs(value) > LARGEST:
        cursor.stop("FAL1608", token.span, found=told(token))
    return value + 0.0  # never -0.0: it is equal to 0.0 and prints otherwise


def _with_comma(cursor: Cursor, whole: Token) -> float | None:
    """`0,7`, faulted and read as .7."""
    comma, part = cursor.peek(), cursor.peek(1)
    if comma is None or part is None or comma.text != "," or part.kind != "number" or not part.text.isdigit() or not whole.text.isdigit():
        return None
    if comma.start != whole.span.end or part.start != comma.span.end:
        return None
    cursor.at += 2
    cursor.fault("FAL1611", Span(whole.start, part.span.end), found=f"{whole.text},{part.text}", mend=f"{whole.text}.{part.text}")
    return float(f"{whole.text}.{part.text}")


def unsigned(cursor: Cursor, what: str) -> float:
    """A number that is not negative."""
    span = cursor.here
    value = number(cursor, what)
    if value < 0:
        cursor.fault("FAL1603", span, found=f"{value:g}", what=what)
        return -value
    return value


def is_number(cursor: Cursor) -> bool:
    """Does a number stand here?"""
    token = cursor.peek()
    return token is not None and token.kind == "number"


def strength(cursor: Cursor) -> float:
    """A strength: a word of the four, or a number in [0, 1]."""
    token = cursor.peek()
    if token is None or token.kind == "point":
        cursor.missing("a strength")
    if token.kind == "number":
        span = cursor.here
        value = number(cursor, "a strength")
        percent = cursor.accept("%")
        if percent or not 0 <= value <= 1:
            near = value / 100 if percent or value > 10 else value
            near = min(1.0, max(0.0, near))
            cursor.fault("FAL1402", span, found=token.text + (" %" if percent else ""), offer=f"write `{near:g}`")
            return near
        return value
    return STRENGTHS[cursor.choose(STRENGTHS, "FAL1401", "a strength")]


def is_strength(cursor: Cursor) -> bool:
    """Does a strength, or a word very like one, stand here?"""
    word = cursor.word()
    return is_number(cursor) or word in STRENGTHS or (len(word) > 4 and nearest(word, STRENGTHS) is not None)


def colon_strength(cursor: Cursor) -> float:
    """`: strongly`. A missing colon is faulted and passed over."""
    if not cursor.accept(":"):
        if cursor.ended or not is_strength(cursor):
            cursor.missing("`:` and a strength")
        cursor.fault("FAL1502", cursor.here, word=told(cursor.take()))
        cursor.at -= 1
    return strength(cursor)


def unit(cursor: Cursor) -> float:
    """A unit of time, in s."""
    token = cursor.peek()
    if token is None or token.kind != "word":
        cursor.stop("FAL1602", cursor.tokens[cursor.at - 1].span, number=cursor.tokens[cursor.at - 1].text, example="s")
    if token.text not in UNITS:
        near = nearest(token.text, UNITS) if len(token.text) > 2 else None
        cursor.fault("FAL1601", token.span, unit=token.text, offer=f"write `{near}`" if near else offer("", ("s", "min", "h")))
        cursor.at += 1
        return UNITS[near or "s"]
    cursor.at += 1
    return UNITS[token.text]


def seconds(cursor: Cursor, what: str = "a time") -> float:
    """`20 s`, `2 min`, in s."""
    value = unsigned(cursor, what)
    return scaled(cursor, value, unit(cursor))


def scaled(cursor: Cursor, value: float, by: float) -> float:
    """A number in its base unit; one that grew too large is faulted."""
    if value * by > LARGEST:
        cursor.stop("FAL1608", cursor.since(cursor.at - 2), found=f"{value:g}")
    return value * by


def metres(cursor: Cursor, what: str = "a distance") -> float:
    """`1.5 m`."""
    value = unsigned(cursor, what)
    token = cursor.peek()
    if cursor.accept("m"):
        return value
    if token is None or token.kind != "word":
        cursor.stop("FAL1602", cursor.tokens[cursor.at - 1].span, number=cursor.tokens[cursor.at - 1].text, example="m")
    cursor.fault("FAL1601", token.span, unit=token.text, offer="write `m`: distances are in metres")
    cursor.at += 1
    return value


def time_range(cursor: Cursor) -> tuple[float, float]:
    """`2..5 min`, in s; a single time is both ends."""
    start = cursor.at
    low = unsigned(cursor, "a time")
    high = unsigned(cursor, "a time") if cursor.accept("..") else low
    by = unit(cursor)
    low, high = scaled(cursor, low, by), scaled(cursor, high, by)
    return ordered(cursor, start, low, high)


def share_range(cursor: Cursor) -> tuple[float, float]:
    """`30..70 %`."""
    start = cursor.at
    low = unsigned(cursor, "a share")
    if not cursor.accept(".."):
        cursor.stop("FAL1605", cursor.since(start), found=f"{low:g}")
    high = unsigned(cursor, "a share")
    if not cursor.accept("%"):
        cursor.fault("FAL1602", cursor.since(start), number=f"{low:g}..{high:g}", example="%")
    if max(low, high) > 100:
        cursor.fault("FAL1606", cursor.since(start), found=f"{max(low, high):g}")
        low, high = min(low, 100.0), min(high, 100.0)
    return ordered(cursor, start, low, high)


def ordered(cursor: Cursor, start: int, low: float, high: float) -> tuple[float, float]:
    """A range with its lower end first."""
    if low > high:
        cursor.fault("FAL1604", cursor.since(start), low=f"{low:g}", high=f"{high:g}")
        return high, low
    return low, high
