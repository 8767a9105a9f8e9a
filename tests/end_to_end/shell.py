"""A shell for tests: a command line in, an exit code and both outputs back."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

from falter.cli import main
from falter.numeric.waiting import COMPILING


class Said(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


class _Text(io.TextIOWrapper):
    """A text stream with bytes behind it, as a real one has."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8", newline="\n", write_through=True)

    def text(self) -> str:
        """All that was written."""
        return self.buffer.getvalue().decode()  # type: ignore[attr-defined]


def falter(*words: str, given: bytes = b"") -> Said:
    """Carry out `falter` with these words; `given` is on standard input. The line that says that the engine is being compiled, which the
    first test that needs it meets with, is left out."""
    said = with_waiting(*words, given=given)
    return said._replace(err=said.err.replace(f"[{COMPILING}]\n", ""))


def with_waiting(*words: str, given: bytes = b"") -> Said:
    """The same, with that line."""
    out, err, before = _Text(), _Text(), sys.stdin
    sys.stdin = _Text(given)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(words)
    finally:
        sys.stdin = before
    return Said(code, out.text(), err.text())
