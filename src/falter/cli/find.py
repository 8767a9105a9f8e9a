"""`falter explore --find`: a performance that is as wanted, how to see it, and how probable it is."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import typer

from falter.cli.options import fitting, wrong
from falter.cli.report import command_line
from falter.diagnostics import exits

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.finding import Found

APART = ("vary", "out", "on", "plot")
"""Flags that a search has no use for."""


def find(context: typer.Context, file: str, scene: Scene, text: str, runs: int, seed: int, jobs: int, form: str) -> int:
    """Look for a performance, and print what was found."""
    from falter.api.finding import find as looked_for
    from falter.cli.explore import progress
    from falter.explore.finding import SearchInterrupted

    _goes_alone(context, form)
    try:
        with fitting(context, wanted="find"), progress(runs) as told:
            found = looked_for(scene, text, runs, seed, jobs, told)
    except SearchInterrupted as stopped:
        if stopped.found:
            _print(stopped.found, file, form)
        print(f"[interrupted after {stopped.found.runs if stopped.found else 0} of {runs} performances]", file=sys.stderr)
        return exits.INTERRUPTED
    _print(found, file, form)
    return exits.FINE


def _print(found: Found, file: str, form: str) -> None:
    from falter.explore.found_report import found_table, replay_words

    replay = command_line(replay_words(found, file)) if found.run is not None else None
    if form == "json":
        print(json.dumps({**found.record(), "replay": replay}, ensure_ascii=False, indent=2))
        return
    print(found_table(found, replay), end="")


def _goes_alone(context: typer.Context, form: str) -> None:
    """Flags that would have no effect beside a search are faults."""
    for name in APART:
        if context.params.get(name):
            raise wrong(context, name, "does not go with `--find`", f"leave out `--{name}`")
    if form == "csv":
        raise wrong(context, "form", "prints a search as `table` or `json`", "write `--as json`")
