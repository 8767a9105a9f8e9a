"""`falter explore`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from falter.api.forms import FEW, ManyKind
from falter.cli.figure import PLOT, fits_plot, kinds
from falter.cli.options import dask, fitting, one_of, seed_number, whole_number
from falter.diagnostics import exits

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.ensemble import Ensemble
    from falter.explore.sweep import Sweep
    from falter.explore.varying import Varied

FORMS = ("table", "json", "csv")
OFTEN = f"How many performances, at each point; {FEW} if not said."
RUNS = Annotated[int | None, typer.Option("--runs", "-n", parser=whole_number(1), metavar="NUMBER", help=OFTEN)]
VARY = Annotated[list[str] | None, typer.Option("--vary", metavar="NAME=VALUES", help="Vary a quantity, as in KYLO.loves.HUX=0..1.")]
SEED = Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="Which luck; 1 if not said.")]
JOBS = Annotated[int | None, typer.Option("--jobs", parser=whole_number(1), metavar="NUMBER", help="How many at a time; else one a core.")]
ON = Annotated[str | None, typer.Option("--on", parser=dask, metavar="dask://HOST:PORT", help="Perform on a Dask cluster, not here.")]
OUT = Annotated[str | None, typer.Option("--out", metavar="FILE", help="Keep runs and beats as Parquet; interrupted, go on from there.")]
FIND = Annotated[
    str | None, typer.Option("--find", metavar="WANTED", help="Look for a performance, as in ending=fled; and how rare it is.")
]
FORM = Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")]

KIND = Annotated[str | None, kinds(*get_args(ManyKind))]


def explore(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    runs: RUNS = None,
    vary: VARY = None,
    seed: SEED = None,
    jobs: JOBS = None,
    on: ON = None,
    out: OUT = None,
    find: FIND = None,
    form: FORM = "table",
    plot: PLOT = None,
    kind: KIND = None,
) -> int:
    """Perform a scene many times, and say how it can end."""
    from falter.api.explore import explore as performed
    from falter.api.figures import draw
    from falter.api.scene import load
    from falter.explore.sweep import Interrupted
    from falter.explore.varying import points
    from falter.pipeline import DEFAULT_SEED

    scene = load(file)
    varieds = ranges_of(context, scene, vary or [])
    fits_plot(context, plot, kind, varieds)
    runs, seed, jobs = runs or FEW, DEFAULT_SEED if seed is None else seed, jobs or os.cpu_count() or 1
    if find is not None:
        from falter.cli.find import find as looked_for

        return looked_for(context, file, scene, find, runs, seed, jobs, form)
    total = runs * len(points(varieds))
    began = perf_counter()
    try:
        with progress(total) as told:
            found = performed(scene, runs, seed, jobs, varieds, told, out, on)
    except Interrupted as stopped:
        if stopped.why is not None and stopped.found is None:
            raise stopped.why from None
        _print(stopped.found, form, perf_counter() - began)
        print(_how_to_go_on(stopped.found, total, out), file=sys.stderr)
        if stopped.why is not None:
            raise stopped.why from None
        return exits.INTERRUPTED
    _print(found, form, perf_counter() - began)
    if plot is not None:
        draw(found, plot, kind or "all")
    return exits.FINE


def _print(found: Ensemble | Sweep | None, form: str, seconds: float) -> None:
    from falter.explore.report import as_csv, as_table, record

    if found is None:
        return
    if form == "json":
        print(json.dumps(record(found, seconds), ensure_ascii=False, indent=2))
    else:
        print(as_csv(found) if form == "csv" else as_table(found), end="")


def _how_to_go_on(found: Ensemble | Sweep | None, total: int, out: str | None) -> str:
    """What is said when it was interrupted."""
    from falter.explore.sweep import Sweep

    ensembles = found if isinstance(found, Sweep) else [found] if found else []
    done = sum(len(one.runs) for one in ensembles)
    go_on = "the same command goes on from there" if out else "with `--out runs.parquet` they would have been kept"
    return f"[interrupted after {done} of {total} performances; {go_on}]"


def ranges_of(context: typer.Context, scene: Scene, texts: list[str]) -> tuple[Varied, ...]:
    """What `--vary` says, read."""
    from falter.explore.varying import varied

    with fitting(context):
        return tuple(varied(text, scene.model) for text in texts)


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar with the rate and the time left on standard error, where there is a terminal; else nothing. `total` None: nobody
    knows how many."""
    from falter.api.explore import nobody

    if not sys.stderr.isatty():
        yield nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}")
    with Progress(BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")
        began = perf_counter()

        def told(count: int) -> None:
            bar.advance(task, count)
            done = bar.tasks[0].completed
            bar.update(task, rate=f"{done / (perf_counter() - began):.0f}/s")

        yield told
