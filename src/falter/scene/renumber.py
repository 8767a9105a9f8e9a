"""Numbers of a scene's text changed in place: one strength or time for another, and nothing else touched.

Which of a line's numbers is meant is not worked out but tried: the one whose change, read again, changes just the quantity that is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from falter.diagnostics.source import Places, Span
from falter.model.quantities import Quantity, quantities
from falter.model.scene import Scene
from falter.model.words import STRENGTHS, UNITS
from falter.scene.phrase import number, seconds
from falter.scene.reader import Reading, read

_NUMBER = r"(?<![\w.'-])\d*\.?\d+"
_VALUE = rf"(?:(?<![\w.'-])(?:{'|'.join(STRENGTHS)})|{_NUMBER})(?![\w.'-])"
_TIME = rf"{_NUMBER} *(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})\b"
_NUMBERS = re.compile(rf'(?P<range>{_VALUE}\s+to\s+{_VALUE})|(?P<time>{_TIME})|(?P<value>{_VALUE})|"(?:\\.|[^"\\\n])*"|//[^\n]*')
_KINDS = ("range", "time", "value")
PROBES = {"range": (".37", ".38"), "time": ("37 s", "38 s"), "value": (".37", ".38")}
"""Two values to try a place with; one of them is not what stands there."""


class Place(NamedTuple):
    """Where a quantity's number stands in the text, and of what kind it is."""

    span: Span
    kind: str


def renumbered(text: str, values: Mapping[str, float]) -> tuple[str, tuple[str, ...]]:
    """The text with these quantities set to other values, and the names of those that stand nowhere in it."""
    left = []
    for name, value in values.items():
        changed = _with(text, name, value)
        if changed is None:
            left.append(name)
        else:
            text = changed
    return text, tuple(left)


def written(value: float, words: bool) -> str:
    """A value as it is written: with a word where there is one for just that value and words are wanted.

    >>> written(0.7, True), written(0.7, False), written(0.65, True)
    ('strongly', '.7', '.65')
    """
    word = next((word for word, strength in STRENGTHS.items() if strength == value), None)
    return word if words and word else number(value)


def in_words(text: str, name: str) -> bool:
    """Did the author say this quantity in words, not numbers?"""
    place = _place(text, name)
    return place is not None and _worded(text, place)


def _worded(text: str, place: Place) -> bool:
    return any(word in text[place.span.start : place.span.end] for word in STRENGTHS)


def _with(text: str, name: str, value: float) -> str | None:
    place = _place(text, name)
    if place is None:
        return None
    said = seconds(value) if place.kind == "time" else written(value, _worded(text, place))
    return text[: place.span.start] + said + text[place.span.end :]


def _place(text: str, name: str) -> Place | None:
    """Where this quantity's number stands; None where it stands nowhere."""
    reading = read(text, "scene")
    known = quantities(reading.scene) if reading.scene else {}
    if name not in known:
        return None
    return next((place for place in _candidates(text, reading, known[name]) if _sets(text, place, reading, name)), None)


def _candidates(text: str, reading: Reading, quantity: Quantity) -> list[Place]:
    """Numbers, strengths and times of the line a quantity stands on, ranges first."""
    line = _line(text, reading.places, quantity)
    found = _NUMBERS.finditer(text, line.start, line.end) if line else ()
    places = [Place(Span(*one.span()), one.lastgroup) for one in found if one.lastgroup]
    return sorted(places, key=lambda place: _KINDS.index(place.kind))


def _line(text: str, places: Places, quantity: Quantity) -> Span | None:
    """The line of the smallest record around a quantity."""
    if quantity.path[0] == "constants":
        found = re.search(rf"^\s*set\s+{re.escape(quantity.name)}\b[^\n]*", text, re.M)
        return Span(*found.span()) if found else None
    sizes = (size for size in range(len(quantity.path), 0, -1) if quantity.path[:size] in places)
    place = next((places[quantity.path[:size]] for size in sizes), None)
    if place is None:
        return None
    end = text.find("\n", place.start)
    return Span(text.rfind("\n", 0, place.start) + 1, len(text) if end < 0 else end)


def _sets(text: str, place: Place, reading: Reading, name: str) -> bool:
    """Does another value at this place change this quantity, and no other?"""
    assert reading.scene is not None
    before = _numbers(reading.scene)
    for probe in PROBES[place.kind]:
        tried = read(text[: place.span.start] + probe + text[place.span.end :], "scene")
        if tried.scene is None or len(tried.faults.found) > len(reading.faults.found):
            return False
        after = _numbers(tried.scene)
        changed = [one for one in after if after[one] != before.get(one)]
        if changed:
            return changed == [name]
    return False


def _numbers(scene: Scene) -> dict[str, float]:
    return {name: quantity.value for name, quantity in quantities(scene).items()}
