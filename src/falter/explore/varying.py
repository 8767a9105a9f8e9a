"""What is varied, and over which values: `KYLO.loves.HUX=0..1`, `KYLO.loves.HUX=barely,wholly`, `theta0=2,3`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import product
from typing import NamedTuple

from falter.diagnostics.nearest import listed, nearest
from falter.diagnostics.unfit import UnfitError
from falter.model.quantities import Quantity, quantities
from falter.model.scene import Scene
from falter.model.words import STRENGTHS

POINTS = 11
"""Values that a range is performed at, its ends among them, where nothing else is said."""

GIVEN = "of people and what binds them, only what a line of the scene gives has a number"

Point = tuple[tuple[str, float], ...]
"""One combination of values: (quantity, value) in the order they were asked for."""


class Varied(NamedTuple):
    """One quantity and the values it takes."""

    name: str
    values: tuple[float, ...]


class VaryError(UnfitError):
    """What was to be varied is not there, or not over these values; `fix` says what to write."""

    OF = "vary"


def varied(text: str, scene: Scene) -> Varied:
    """One `NAME=VALUES` read: a range `0..1` or `0..1/5` with its number of values, a list with commas, words, one value. Raises VaryError.

    >>> from falter.model.scene import Scene
    >>> varied("theta0=1..2/3", Scene(title="")).values
    (1.0, 1.5, 2.0)
    """
    name, equals, values = (part.strip() for part in text.partition("="))
    if not equals or not values:
        raise VaryError(f"must be a quantity and its values; got `{text}`", "write it as in `KYLO.loves.HUX=0..1`")
    quantity = quantity_of(name, scene)
    return Varied(name, tuple(_in_range(value, quantity) for value in _values(values, quantity)))


def given(vary: Mapping[str, object], scene: Scene) -> tuple[Varied, ...]:
    """What Python gave: a pair (least, most) is a range, any other sequence holds the values. Raises VaryError."""
    return tuple(_given(name, values, quantity_of(name, scene)) for name, values in vary.items())


def value_of(value: object, quantity: Quantity) -> float:
    """One number of a quantity, or the word for it. Raises VaryError."""
    return _in_range(_number(value, quantity), quantity)


def points(varieds: Sequence[Varied]) -> tuple[Point, ...]:
    """Every combination of the values, the last quantity changing fastest; of nothing varied, the one empty point."""
    names = [one.name for one in varieds]
    return tuple(tuple(zip(names, values, strict=True)) for values in product(*(one.values for one in varieds)))


def quantity_of(name: str, scene: Scene) -> Quantity:
    """The quantity of that name. Raises VaryError with the nearest."""
    known = quantities(scene)
    if name in known:
        return known[name]
    near = nearest(name, known) if isinstance(name, str) else None
    own = [one for one, quantity in known.items() if quantity.path[0] != "constants"]
    raise VaryError(f"names no quantity of this scene: `{name}`", f"write {f'`{near}`' if near else f'one of {listed(own)}'}; {GIVEN}")


def _given(name: str, values: object, quantity: Quantity) -> Varied:
    if isinstance(values, str):
        numbers: Iterable[float] = _values(values, quantity)
    elif isinstance(values, int | float):
        numbers = (_number(values, quantity),)
    elif isinstance(values, tuple) and len(values) == 2:
        numbers = _spread(_number(values[0], quantity), _number(values[1], quantity), POINTS)
    elif isinstance(values, Iterable):
        numbers = [_number(value, quantity) for value in values]
    else:
        raise VaryError(f"needs values for `{name}`; got {values!r}", "give a pair for a range, a list of values, or a text as in `0..1`")
    return Varied(name, tuple(_in_range(value, quantity) for value in numbers))


def _values(text: str, quantity: Quantity) -> tuple[float, ...]:
    if ".." not in text:
        return tuple(_number(part.strip(), quantity) for part in text.split(","))
    low, _, rest = text.partition("..")
    high, slash, count = rest.partition("/")
    if slash and not (count.strip().isdecimal() and int(count) >= 2):
        raise VaryError(f"needs two values or more in a range; got `{text}`", f"write `{quantity.name}={low}..{high}/{POINTS}`")
    return _spread(_number(low.strip(), quantity), _number(high.strip(), quantity), int(count) if slash else POINTS)


def _spread(low: float, high: float, count: int) -> tuple[float, ...]:
    """Evenly spaced values; each worked out from the ends, rounded to what a person would have typed."""
    if high <= low:
        raise VaryError(f"must run upward; got {low:g}..{high:g}", f"write `{high:g}..{low:g}`" if high < low else f"write `{low:g}`")
    return tuple(round(low + (high - low) * k / (count - 1), 12) for k in range(count))


def _number(value: object, quantity: Quantity) -> float:
    if isinstance(value, str) and value in STRENGTHS:
        return STRENGTHS[value]
    if not isinstance(value, bool):
        with suppress(TypeError, ValueError):
            return float(value)  # type: ignore[arg-type]
    words = listed(STRENGTHS) if quantity.most == 1.0 else ""
    raise VaryError(f"takes numbers{' or the words ' + words if words else ''}; got `{value}`", _span(quantity))


def _in_range(value: float, quantity: Quantity) -> float:
    if not quantity.least <= value <= quantity.most:
        raise VaryError(f"goes out of the range of `{quantity.name}`: {value:g}", _span(quantity))
    return value


def _span(quantity: Quantity) -> str:
    return f"stay within {quantity.least:g}..{quantity.most:g}"
