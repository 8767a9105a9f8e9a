"""`falter run`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from falter.api.forms import RunKind, Telling
from falter.cli.figure import PLOT, fits_plot, kinds
from falter.cli.options import RUN, TILT, for_scenes, one_of, performed, seed_number, wrong

if TYPE_CHECKING:
    from falter.api.run import Run

TELLINGS = get_args(Telling)
SEED = Annotated[int | None, typer.Option("--seed", parser=seed_number, metavar="NUMBER", help="Which performance; 1 if not said.")]
POV = Annotated[str | None, typer.Option("--pov", metavar="PERSON", help="Whose mind to keep to; else as the scene says.")]
FORM = Annotated[Telling, typer.Option("--as", parser=one_of(*TELLINGS), metavar="|".join(TELLINGS), help="How to tell it.")]
CONSTANT = Annotated[list[str] | None, typer.Option("--constant", metavar="NAME=NUMBER", help="Set a constant of the mind.")]
KIND = Annotated[str | None, kinds(*get_args(RunKind))]


def run(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A scene, or a performance saved with --save.")],
    seed: SEED = None,
    run: RUN = None,
    tilt: TILT = None,
    pov: POV = None,
    form: FORM = "prose",
    inner: Annotated[bool, typer.Option("--inner", help="Set the inner life beside it.")] = False,
    save: Annotated[str | None, typer.Option("--save", metavar="FILE", help="Keep the performance in a file.")] = None,
    constant: CONSTANT = None,
    plot: PLOT = None,
    kind: KIND = None,
) -> None:
    """Perform a scene and tell it."""
    from falter.api.figures import draw

    if inner and form == "json":
        raise wrong(context, "inner", "goes with `prose`, `script` and `timeline`, not with `json`", "leave out `--inner`")
    for_scenes(context, file, "seed", "run", "tilt", "constant")
    fits_plot(context, plot, kind)
    found = performed(context, file, _constants(context, constant or []))
    if pov is not None and pov not in found.people:
        raise wrong(context, "pov", _one_of(pov, found.people))
    if save is not None:
        found.save(save)
    print(found.told(form, pov, inner))
    _close(found, form)
    if plot is not None:
        draw(found, plot, kind or "all")


def _close(performed: Run, form: Telling) -> None:
    """How it ended, for a person at a terminal, and always how many meet what must be; what is piped on stays the telling alone."""
    if performed.met is not None:
        met, of = performed.met
        print(f"[{met} of {of} performances meet what must be; this is the first, after {performed.passed_over}]", file=sys.stderr)
    if form != "json" and sys.stderr.isatty():
        minutes, seconds = divmod(round(performed.seconds), 60)
        print(f"\n[{performed.ending}, {minutes}:{seconds:02}, seed {performed.seed}]", file=sys.stderr)


def _constants(context: typer.Context, pairs: list[str]) -> dict[str, float]:
    """`theta0=2.5`, read; what is not a number is a fault of the command line, an unknown name one of the scene."""
    found = {}
    for pair in pairs:
        name, _, number = pair.partition("=")
        try:
            found[name] = float(number)
        except ValueError:
            raise wrong(context, "constant", f"must be a name and a number, as in `theta0=2.5`; got `{pair}`") from None
    return found


def _one_of(value: str, options: tuple[str, ...]) -> str:
    from falter.diagnostics.nearest import listed

    return f"must be a person of the scene, {listed(options, len(options))}; got `{value}`"
