"""Faults on standard error, and the exit code that goes with them."""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from pathlib import Path
from typing import TextIO

from falter.diagnostics import exits
from falter.diagnostics.fault import Faults
from falter.diagnostics.nearest import listed, nearest
from falter.diagnostics.page import severity
from falter.diagnostics.render import render
from falter.diagnostics.source import Source, Span
from falter.files import WriteError
from falter.version import __version__

USAGE = "FAL8"
"""What the codes of faults in a command line start with."""


def tell(faults: Faults) -> int:
    """Print all faults of one source; the exit code that goes with them."""
    text = render(faults, colour=coloured(sys.stderr))
    if text:
        print(text, end="", file=sys.stderr)
    codes = [fault.code for fault in faults.found if severity(fault.code) == "error"]
    return exits.USAGE if any(code.startswith(USAGE) for code in codes) else exits.exit_code(codes)


def coloured(stream: TextIO) -> bool:
    """Is there a terminal that wants colours? `NO_COLOR` in the environment says no."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def file_fault(error: OSError) -> Faults:
    """The fault of a file that the system would not give or take."""
    name = str(error.filename or "standard input")
    faults = Faults(Source(name, ""))
    reason = (error.strerror or str(error)).lower()
    if isinstance(error, FileExistsError):
        faults.add("FAL5006", None, name=name)
    elif isinstance(error, WriteError):
        faults.add("FAL5003", None, name=name, reason=reason)
    elif isinstance(error, FileNotFoundError):
        faults.add("FAL5001", None, name=name, offer=_beside(Path(name)))
    else:
        faults.add("FAL5002", None, name=name, reason=reason)
    return faults


def _beside(path: Path) -> str:
    """What there is where the file was looked for."""
    if not path.parent.is_dir():
        return f"check the folder: there is no `{path.parent}`"
    names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file() and entry.suffix in SCENES)
    near = nearest(path.name, names)
    if near:
        return f"type `{path.with_name(near)}`"
    return f"check the name; in that folder there are {listed(names)}" if names else "check the name and the folder"


SCENES = (".falter", ".yaml", ".yml", ".json", ".trace")
"""How the names of files end that are worth offering."""


def own_fault(error: Exception, words: list[str]) -> Faults:
    """A fault of ours; the command line is quoted, so that everything to send us is in it."""
    line = command_line(words)
    faults = Faults(Source("falter", ""))
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "no known place"
    faults.add("FAL9001", None, what=what, place=place, version=__version__, seed=seed_of(words), command=line)
    return faults


def command_line(words: list[str]) -> str:
    """The words as one types them."""
    return shlex.join(["falter", *words])


def seed_of(words: list[str]) -> str:
    """The seed a command line asks for, as it was typed; 1 if it names none."""
    for at, word in enumerate(words):
        if word == "--seed" and at + 1 < len(words):
            return words[at + 1]
        if word.startswith("--seed="):
            return word.partition("=")[2]
    from falter.pipeline import DEFAULT_SEED

    return str(DEFAULT_SEED)


def at_word(words: list[str], at: int) -> Span:
    """Where the word with this index stands in `command_line(words)`; past the last one, the place after it."""
    start = len(shlex.join(["falter", *words[:at]])) + 1
    return Span(start, start + (len(shlex.quote(words[at])) if at < len(words) else 1))


def gravest(codes: list[int]) -> int:
    """Of the exit codes of several files the one to return: a fault of ours before a file's before a scene's."""
    return max(codes, key=[exits.FINE, exits.USAGE, exits.SCENE, exits.FILE, exits.OURS].index, default=exits.FINE)
