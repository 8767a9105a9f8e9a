"""`falter whatif --find`: the smallest changes that make something likely, and how to see each."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from falter.cli.options import fitting, wrong
from falter.cli.report import command_line
from falter.diagnostics import exits

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explain.nearest.found import Alternative, Smallest
    from falter.explain.nearest.searching import Asked

APART = ("values", "without", "without_event", "as_if", "on")
"""Flags that a search has no use for."""


def nearest(context: typer.Context, file: str, scene: Scene, wanted: str, form: str) -> int:
    """Look for the smallest changes, and print them."""
    from falter.api.nearest import smallest
    from falter.cli.explore import progress

    asked = _asked(context, wanted)
    with fitting(context, wanted="find"), progress(None) as told:
        found = smallest(scene, asked, context.params["vary"] or (), context.params["keep"] or (), told)
    _print(found, file, form)
    if found.interrupted:
        print(f"[interrupted after {found.performed} performances of the search; this is what was found by then]", file=sys.stderr)
    return exits.INTERRUPTED if found.interrupted else exits.FINE if found.alternatives or found.likely_as_written else exits.FAILED


def _asked(context: typer.Context, wanted: str) -> Asked:
    from falter.explain.nearest.searching import BUDGET, RUNS, Asked
    from falter.pipeline import DEFAULT_SEED

    for name in APART:
        if context.params.get(name):
            raise wrong(context, name, "does not go with `--find`", "leave it out, or write it into the scene")
    given = context.params
    seed = DEFAULT_SEED if given["seed"] is None else given["seed"]
    share = 0.5 if given["share"] is None else given["share"]
    return Asked(wanted, share, given["budget"] or BUDGET, given["runs"] or RUNS, seed, given["jobs"] or os.cpu_count() or 1)


def _print(found: Smallest, file: str, form: str) -> None:
    from falter.explain.nearest.told import told

    if form == "json":
        print(json.dumps(found.record(), ensure_ascii=False, indent=2))
    else:
        print(told(found, lambda one: command_line(show_words(one, file, found.seed))), end="")


def show_words(one: Alternative, file: str, seed: int) -> list[str]:
    """The words of the command that shows one performance as written and the same with this changed."""
    path = Path(file).absolute()
    words = ["whatif", str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else file, "--seed", str(seed)]
    for name, value in one.values.items():
        words += ["--set", f"{name}={round(value, 6):g}"]
    for line in one.without:
        words += ["--without", line]
    return words
