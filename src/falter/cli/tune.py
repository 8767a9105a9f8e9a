"""`falter tune`."""

from __future__ import annotations

import json
import os
from typing import Annotated

import typer

from falter.cli.explore import JOBS, SEED, progress, ranges_of
from falter.cli.options import one_of, whole_number
from falter.diagnostics import exits

FORMS = ("table", "json")
EACH = 200
"""Performances of each set of numbers where nothing is said: a share to within seven points."""
OFTEN = f"How many performances of each set of numbers; {EACH} if not said."
FREE = "Leave a quantity free besides, as in KYLO.mood.grief=.2...9."


def tune(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A scene with `aim` lines, and strengths given as ranges.")],
    runs: Annotated[int | None, typer.Option("--runs", "-n", parser=whole_number(1), metavar="NUMBER", help=OFTEN)] = None,
    vary: Annotated[list[str] | None, typer.Option("--vary", metavar="NAME=LOW..HIGH", help=FREE)] = None,
    seed: SEED = None,
    jobs: JOBS = None,
    write: Annotated[bool, typer.Option("--write", help="Write the numbers into the file, if they reach what is aimed at.")] = False,
    form: Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")] = "table",
) -> int:
    """Find numbers that bring a scene to its `aim` lines, and propose them as a diff."""
    from falter.api.scene import load
    from falter.api.tune import as_table, diff, proposed, record
    from falter.api.tune import tune as tuned
    from falter.files import write_file
    from falter.pipeline import DEFAULT_SEED

    scene, seed, runs = load(file), DEFAULT_SEED if seed is None else seed, runs or EACH
    with progress(None) as told:
        found = tuned(scene, runs, seed, jobs or os.cpu_count() or 1, ranges_of(context, scene, vary or []), told)
    if form == "json":
        print(json.dumps(record(scene, found, seed), ensure_ascii=False, indent=2))
    else:
        print(as_table(scene, found), diff(scene, found), sep="\n", end="")
    if write and found.reached:
        write_file(file, proposed(scene, found).encode())
    return exits.FINE if found.reached else exits.FAILED
