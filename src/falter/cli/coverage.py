"""`falter coverage`."""

from __future__ import annotations

import json
import os
from typing import Annotated

import typer

from falter.api.forms import FEW, LOOKS, TELLINGS
from falter.cli.explore import JOBS, RUNS, SEED, progress
from falter.cli.options import one_of, whole_number
from falter.diagnostics import exits

FORMS = ("table", "json")
LOOKED_INTO = f"How many of them are looked into; {LOOKS} if not said."
TOLD = f"How many of them are told; {TELLINGS} if not said."


def coverage(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    runs: RUNS = None,
    looks: Annotated[int | None, typer.Option("--looks", parser=whole_number(1), metavar="NUMBER", help=LOOKED_INTO)] = None,
    tellings: Annotated[int | None, typer.Option("--tellings", parser=whole_number(1), metavar="NUMBER", help=TOLD)] = None,
    seed: SEED = None,
    jobs: JOBS = None,
    everything: Annotated[bool, typer.Option("--all", help="All of every list, and every line.")] = False,
    form: Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")] = "table",
) -> int:
    """Which lines of a scene are reached, why others are not, and which words are wanted."""
    from falter.api.coverage import as_table, record
    from falter.api.explore import explore
    from falter.api.scene import load
    from falter.explore.coverage import coverage as covered
    from falter.explore.ensemble import Ensemble
    from falter.pipeline import DEFAULT_SEED

    scene = load(file)
    looks, tellings = looks or LOOKS, tellings or TELLINGS
    runs, jobs = runs or FEW, jobs or os.cpu_count() or 1
    with progress(runs + min(looks, runs) + min(tellings, runs)) as told:
        ensemble = explore(scene, runs, DEFAULT_SEED if seed is None else seed, jobs, (), told)
        assert isinstance(ensemble, Ensemble)
        found = covered(ensemble, looks, tellings, jobs, told)
    print(json.dumps(record(scene, found), ensure_ascii=False, indent=2) if form == "json" else as_table(scene, found, everything), end="")
    print(end="\n" * (form == "json"))
    return exits.FINE
