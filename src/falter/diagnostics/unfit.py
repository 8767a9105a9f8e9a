"""What was asked for and cannot be: the form of every such error."""

from __future__ import annotations

from typing import ClassVar


class UnfitError(ValueError):
    """What was asked for cannot be; `of` is the argument at fault, `fix` says what to write."""

    OF: ClassVar[str] = ""
    """The argument that is at fault where nothing else is said."""

    def __init__(self, message: str, fix: str, of: str = "") -> None:
        super().__init__(message, fix, of)
        self.message, self.fix, self.of = message, fix, of or self.OF

    def __str__(self) -> str:
        return f"`{self.of}` {self.message}; {self.fix}"


def whole(value: object, of: str, least: int, most: int | None = None) -> int:
    """A whole number within its range. Raises UnfitError.

    >>> whole(3, "runs", 1)
    3
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < least or (most is not None and value > most):
        to = "on" if most is None else f"to {most}"
        raise UnfitError(f"must be a whole number from {least} {to}; got {value!r}", f"write it as in `{of}={max(least, 1)}`", of)
    return value
