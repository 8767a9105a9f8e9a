"""`falter drivers`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from falter.api.forms import FEW
from falter.cli.explore import JOBS, RUNS, SEED, progress
from falter.cli.options import Unfit, one_of
from falter.diagnostics import exits

if TYPE_CHECKING:
    from falter.api.scene import Scene

FORMS = ("table", "json")
ENDING = Annotated[str, typer.Option("--ending", metavar="NAME", help="The ending that is asked about.")]
WITHOUT = Annotated[
    list[str] | None, typer.Option("--without", metavar="ACT", help='The same runs with an act never open, as in "HUX draw KYLO".')
]


def drivers(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    ending: ENDING,
    without: WITHOUT = None,
    runs: RUNS = None,
    seed: SEED = None,
    jobs: JOBS = None,
    form: Annotated[str, typer.Option("--as", parser=one_of(*FORMS), metavar="|".join(FORMS), help="How to print it.")] = "table",
) -> int:
    """Say what decides an ending: which early acts it goes with, and what follows from them."""
    from falter.api.drivers import act_record, act_table, with_and_without
    from falter.api.scene import load
    from falter.pipeline import DEFAULT_SEED
    from falter.tables.blocking import NoSuchActError

    scene = load(file)
    _must_end(context, scene, ending)
    acts, runs = without or [], runs or FEW
    with progress(runs * (1 + len(acts))) as told:
        try:
            found, others = with_and_without(scene, acts, runs, DEFAULT_SEED if seed is None else seed, jobs or os.cpu_count() or 1, told)
        except NoSuchActError as error:
            raise Unfit(str(error), context, _param(context, "without"), error.fix) from None
    if form == "json":
        print(json.dumps(act_record(found, ending, others), ensure_ascii=False, indent=2))
    else:
        print(act_table(found, ending, others), end="")
    return exits.FINE


def _must_end(context: typer.Context, scene: Scene, ending: str) -> None:
    """Is there such an ending? Raises Unfit with the nearest."""
    from falter.diagnostics.nearest import listed, nearest
    from falter.performance.batch import endings_of

    names = endings_of(scene.model)
    if ending not in names:
        near = nearest(ending, names)
        fix = f"write `{near}`" if near else f"write one of {listed(names)}"
        raise Unfit(f"names no ending of this scene: `{ending}`", context, _param(context, "ending"), fix)


def _param(context: typer.Context, name: str) -> Any:
    return next(param for param in context.command.params if param.name == name)
