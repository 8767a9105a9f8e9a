"""What stands around every command: whatever goes wrong comes out in the form of a fault, with the exit code that says whose it is."""

from __future__ import annotations

import contextlib
import os
import sys

from falter.diagnostics import exits
from falter.numeric.waiting import telling


def guarded(words: list[str]) -> int:
    """Carry out a command line and return its exit code."""
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    try:
        code = _carried_out(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return exits.UNREAD
    except Exception as error:
        if debug and not _expected(error):
            raise
        return _told_at_all(error, words)
    return code


def _carried_out(words: list[str]) -> int:
    """The exit code of a command that came to its end."""
    import typer

    from falter.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark, not a traceback
    group = typer.main.get_command(app)
    try:
        with telling(_waited_for), group.make_context("falter", list(words)) as context:
            return int(group.invoke(context) or exits.FINE)
    except typer.Exit as error:
        return error.exit_code


def _waited_for(what: str) -> None:
    """Say what takes a while before it does."""
    print(f"[{what}]", file=sys.stderr, flush=True)


def _expected(error: Exception) -> bool:
    """Is it a fault of what was given to us?"""
    from typer.exceptions import TyperException

    return isinstance(error, TyperException | OSError) or hasattr(error, "faults")


def _told_at_all(error: Exception, words: list[str]) -> int:
    """Say what went wrong, in one plain line if even the telling goes wrong."""
    try:
        return _told(error, words)
    except Exception as second:
        print(f"falter: error[FAL9001]: a fault of Falter's own: {error!r}, and in telling of it {second!r}", file=sys.stderr)
        return exits.OURS


def _told(error: Exception, words: list[str]) -> int:
    """Say what went wrong on standard error; the exit code that goes with it."""
    from typer.exceptions import TyperException

    from falter.cli import report

    if isinstance(error, TyperException):
        from falter.cli.usage import usage_fault

        return report.tell(usage_fault(error, words))
    if isinstance(error, OSError):
        return report.tell(report.file_fault(error))
    faults = getattr(error, "faults", None)
    return report.tell(faults if faults is not None else report.own_fault(error, words))


def _let_go_of_output() -> None:
    """Nobody reads any more: keep the interpreter from complaining of it when it closes the stream."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
