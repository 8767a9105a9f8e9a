"""Numbers that remember what was done to them, so that a scene compiled once says how its tables follow from what is varied.

A `Number` stands for a quantity while a scene is compiled. It does the arithmetic that a float would, and keeps it; asked to decide
something, it decides as it would at its own value, and keeps that as a condition. It is no float: whatever it cannot keep (a
function of the C library, a text made of it, a place in a dict) raises, and the scene is then compiled anew at each point.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

import numpy
from numpy.typing import NDArray

from falter.numeric import arithmetic

Values = NDArray[numpy.float64]
Holds = NDArray[numpy.bool_]
Cell = int | float
"""What was calculated before, by its number, or a plain float."""

ARITHMETIC: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
DECISIONS: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
ALONE: Final[dict[str, Callable[[float], float]]] = {"exp": arithmetic.exp, "log": arithmetic.log}
WHOLE: Final[dict[str, Callable[[Any], Any]]] = {"round": numpy.rint, "floor": numpy.floor, "trunc": numpy.trunc}


class UnfollowedError(TypeError):
    """Something was done to a number that cannot be done to all of its values alike."""


@dataclass
class Tape:
    """What was calculated, in order, and what was decided: each the same for all values at which every decision falls alike."""

    steps: list[tuple[str, Any, Any]] = field(default_factory=list)
    """(operation, one operand, other operand): ("given", index, None), or arithmetic on earlier steps (int) and floats."""
    decided: list[tuple[str, Any, Any, Any]] = field(default_factory=list)
    """(decision, one operand, other operand, what came of it)."""

    def given(self, index: int, value: float) -> Number:
        """The quantity with this index."""
        return self.keep("given", index, None, value)

    def keep(self, operation: str, one: Any, other: Any, value: float) -> Number:
        """A step, and the number it gave."""
        self.steps.append((operation, one, other))
        return Number(self, len(self.steps) - 1, value)

    def played(self, points: Values) -> tuple[list[Values], Holds]:
        """Every step at each point (a row a point, a column a quantity), and at which points every decision falls as it fell."""
        values: list[Values] = []
        holds = numpy.ones(len(points), bool)
        with numpy.errstate(all="ignore"):
            for operation, one, other in self.steps:
                values.append(points[:, one] if operation == "given" else _done(operation, _at(values, one), _at(values, other)))
                holds &= numpy.isfinite(values[-1])
            for decision, one, other, came in self.decided:
                if decision in WHOLE:
                    holds &= WHOLE[decision](_at(values, one)) == came
                else:
                    holds &= DECISIONS[decision](_at(values, one), _at(values, other)) == came
        return values, holds


class Step(int):
    """The number of a step, as against a plain number."""


def _done(operation: str, one: Any, other: Any) -> Values:
    """One step at all points. Powers and our own functions one by one, for numpy's may differ from them in the last bit."""
    if operation in ALONE:
        return numpy.array([ALONE[operation](value) for value in one.tolist()])
    if operation == "**":
        return numpy.array([value**other for value in one.tolist()])
    return numpy.asarray(ARITHMETIC[operation](one, other))


def _at(values: Sequence[Values], operand: Any) -> Any:
    return values[operand] if isinstance(operand, Step) else operand


class Number:
    """A number that follows from what is varied. Not a float, so that nothing takes it for one unseen."""

    __slots__ = ("step", "tape", "value")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, tape: Tape, step: int, value: float) -> None:
        self.tape, self.step, self.value = tape, Step(step), value

    def _with(self, operation: str, other: object, turned: bool = False) -> Any:
        if not isinstance(other, Number | int | float):
            return NotImplemented
        theirs = other.value if isinstance(other, Number) else other
        mine, operand = (self.step, self.value), (_operand(other), theirs)
        (one, a), (two, b) = (operand, mine) if turned else (mine, operand)
        return self.tape.keep(operation, one, two, ARITHMETIC[operation](a, b))

    def _decide(self, decision: str, other: object) -> bool:
        if not isinstance(other, Number | int | float):
            raise UnfollowedError(f"a number compared with {other!r:.40}")
        came = bool(DECISIONS[decision](self.value, other.value if isinstance(other, Number) else other))
        self.tape.decided.append((decision, self.step, _operand(other), came))
        return came

    def _whole(self, how: str, came: int) -> int:
        self.tape.decided.append((how, self.step, None, came))
        return came

    def __add__(self, other: object) -> Any:
        return self._with("+", other)

    def __radd__(self, other: object) -> Any:
        return self._with("+", other, turned=True)

    def __sub__(self, other: object) -> Any:
        return self._with("-", other)

    def __rsub__(self, other: object) -> Any:
        return self._with("-", other, turned=True)

    def __mul__(self, other: object) -> Any:
        return self._with("*", other)

    def __rmul__(self, other: object) -> Any:
        return self._with("*", other, turned=True)

    def __truediv__(self, other: object) -> Any:
        return self._with("/", other)

    def __rtruediv__(self, other: object) -> Any:
        return self._with("/", other, turned=True)

    def __pow__(self, power: int) -> Any:
        if not isinstance(power, int):
            raise UnfollowedError("a number to a power that is not whole")
        return self.tape.keep("**", self.step, power, self.value**power)

    def __neg__(self) -> Any:
        return self._with("*", -1.0)

    def __pos__(self) -> Any:
        return self

    def __abs__(self) -> Any:
        return self if self >= 0.0 else -self

    def __lt__(self, other: object) -> bool:
        return self._decide("<", other)

    def __le__(self, other: object) -> bool:
        return self._decide("<=", other)

    def __gt__(self, other: object) -> bool:
        return self._decide(">", other)

    def __ge__(self, other: object) -> bool:
        return self._decide(">=", other)

    def __eq__(self, other: object) -> bool:
        return False if other is None or isinstance(other, str | tuple) else self._decide("==", other)

    def __ne__(self, other: object) -> bool:
        return True if other is None or isinstance(other, str | tuple) else self._decide("!=", other)

    def __bool__(self) -> bool:
        return self._decide("!=", 0.0)

    def __round__(self, digits: int | None = None) -> int:
        if digits is not None:
            raise UnfollowedError("a number rounded to digits")
        return self._whole("round", round(self.value))

    def __floor__(self) -> int:
        return self._whole("floor", math.floor(self.value))

    def __trunc__(self) -> int:
        return self._whole("trunc", math.trunc(self.value))

    def __int__(self) -> int:
        return self._whole("trunc", int(self.value))

    def __float__(self) -> float:
        raise UnfollowedError("a number made a float")

    def __str__(self) -> str:
        raise UnfollowedError("a text made of a number")

    def __format__(self, form: str) -> str:
        raise UnfollowedError("a text made of a number")


def _operand(other: object) -> Any:
    return other.step if isinstance(other, Number) else other


def exp(x: float) -> float:
    """The engine's own, of a float or a number."""
    return cast("float", _alone("exp", x))


def log(x: float) -> float:
    """The engine's own, of a float or a number."""
    return cast("float", _alone("log", x))


def _alone(name: str, x: Any) -> Any:
    return x.tape.keep(name, x.step, None, ALONE[name](x.value)) if isinstance(x, Number) else ALONE[name](x)
