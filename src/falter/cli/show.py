"""`falter show`."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from falter.api.forms import Stage
from falter.cli.options import one_of, seed_number

STAGES = get_args(Stage)
STAGE = Annotated[Stage, typer.Option("--stage", parser=one_of(*STAGES), metavar="|".join(STAGES), help="How far on the way to a trace.")]


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    stage: STAGE = "scene",
    seed: Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="The seed, for a trace.")] = None,
) -> None:
    """Print what a scene becomes at each stage on the way to a performance."""
    from falter.api.show import show_file

    print(show_file(file, stage, seed))
