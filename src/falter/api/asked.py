"""What is asked of the facade in Python: times as numbers or as one types them, one text or several, numbers of a scene."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from numbers import Real
from typing import TYPE_CHECKING

from falter.diagnostics.unfit import UnfitError
from falter.narrate.timeline import clock, seconds_of

if TYPE_CHECKING:
    from falter.api.run import Run
    from falter.model.scene import Scene

Time = float | str
"""A time of a performance: in s, or as one types it, `1:52`."""

ROUNDED = 0.05 + 1e-6
"""s: by as much a time that is told may be off."""


def time_of(time: object, error: type[UnfitError], of: str) -> float:
    """A time, in s. Raises the error for what is none."""
    plain = isinstance(time, Real) and not isinstance(time, bool)
    found = seconds_of(time) if isinstance(time, str) else float(time) if plain else None  # type: ignore[arg-type]
    if found is None or not 0.0 <= found < inf:
        raise error(f"must be a time from 0 on; got {time!r}", "write it as in 112.5, or `1:52.5`", of)
    return found


def time_in(run: Run, time: object, error: type[UnfitError], of: str = "at") -> float:
    """A time of a performance, in s; its end also as that is told, in tenths. Raises the error for what is none."""
    found = time_of(time, error, of)
    if found > run.seconds + ROUNDED:
        raise error(f"is past the end of this performance: {clock(found)}", f"write a time up to {clock(run.seconds)}", of)
    return min(found, run.seconds)


def texts(given: object, error: type[UnfitError], of: str = "") -> tuple[str, ...]:
    """One text, or several. Raises the error for what is none."""
    found = (given,) if isinstance(given, str) or not isinstance(given, Iterable) else tuple(given)
    for one in found:
        if not isinstance(one, str):
            raise error(f"must be text; got {one!r}", "write it in quotes", of)
    return found


def numbers(given: object, scene: Scene) -> dict[str, float]:
    """Quantities of a scene with one number each, or the word for it. Raises VaryError."""
    from falter.explore.varying import VaryError, quantity_of, value_of

    if not isinstance(given, Mapping):
        raise VaryError(f"must map quantities to numbers; got {given!r}", 'write it as in `{"KYLO.loves.HUX": 0.9}`', "values")
    try:
        return {name: value_of(value, quantity_of(name, scene)) for name, value in given.items()}
    except VaryError as error:
        raise VaryError(error.message, error.fix, "values") from None
