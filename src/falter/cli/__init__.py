"""The command `falter`: what comes in from a shell, and what goes back to it. No command's own work is done here."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line and return the exit code; no fault of any kind leaves here as a traceback, save with `--debug`."""
    from falter.cli.guard import guarded

    if arguments is None:
        gc.disable()  # the process ends with the command: looking for circles meanwhile costs 7 % of a performance
    return guarded(list(sys.argv[1:] if arguments is None else arguments))
