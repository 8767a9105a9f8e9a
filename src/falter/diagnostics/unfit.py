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
