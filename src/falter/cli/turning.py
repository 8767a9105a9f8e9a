"""`falter turning`."""

from __future__ import annotations

import json
import os
from typing import Annotated

import typer

from falter.cli.figure import PLOT
from falter.cli.options import RUN, TILT, for_scenes, one_of, performed, seed_number, whole_number

FORMS = ("text", "json")
SEED = Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="Which performance; 1 if not said.")]
RUNS = Annotated[
    int | None, typer.Option("--runs", "-n", parser=whole_number(20), metavar="NUMBER", help="From either side of a turn; 200 if not said.")
]
JOBS = Annotated[int | None, typer.Option("--jobs", parser=whole_number(1), metavar="NUMBER", help="How many at a time; else one a core.")]
FORM = Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")]


def turning(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A scene, or a performance saved with `falter run --save`.")],
    seed: SEED = None,
    run: RUN = None,
    tilt: TILT = None,
    runs: RUNS = None,
    jobs: JOBS = None,
    form: FORM = "text",
    plot: PLOT = None,
) -> None:
    """Say where a performance turned: how likely each ending was from every moment of it on, had luck been another from there."""
    from falter.api.figures import draw
    from falter.cli.explore import progress
    from falter.explain.turning.points import RUNS, turning_points

    for_scenes(context, file, "seed", "run", "tilt")
    asked = performed(context, file)
    with progress(None) as told:
        found = turning_points(asked.trace, runs or RUNS, jobs or os.cpu_count() or 1, told)
    print(json.dumps(found.record(), ensure_ascii=False, indent=2) if form == "json" else found.told().rstrip("\n"))
    if plot is not None:
        draw(found, plot, "all")
