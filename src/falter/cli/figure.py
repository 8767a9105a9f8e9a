"""The flags of figures, alike for every command that draws: where to, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from falter.cli.options import Misplaced, one_of

if TYPE_CHECKING:
    from falter.explore.varying import Varied


def figure_file(text: str) -> str:
    """The name of a figure's file, as typed; what cannot be written is found out before anything is performed."""
    from falter.figures.pictures import check_place

    try:
        check_place(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return text


PLOT = Annotated[str | None, typer.Option("--plot", parser=figure_file, metavar="FILE", help="Draw it, as .svg, .png, .html or .json.")]


def kinds(*words: str) -> Any:
    """The flag that says which figure."""
    said = f"Which figure to draw; {words[0]} of them if not said."
    return typer.Option("--kind", parser=one_of(*words), metavar="|".join(words), help=said)


def fits_plot(context: typer.Context, plot: str | None, kind: str | None, varieds: tuple[Varied, ...] = ()) -> None:
    """A kind of figure without a figure is a fault; so is more than one figure has room for. What is varied has one kind."""
    params: Any = {param.name: param for param in context.command.params}
    if kind is not None and plot is None:
        raise Misplaced("says which figure, and no figure is asked for", context, params["kind"], "add `--plot FILE.svg`")
    if kind == "branches" and context.params.get("out"):
        raise Misplaced("is drawn from what was done, which `--out` takes away", context, params["kind"], "leave out `--out`")
    if plot is None or not varieds:
        return
    if kind not in (None, "all", "endings"):
        what = "is for performances at one point; of what is varied the endings are drawn"
        raise Misplaced(what, context, params["kind"], "leave out `--kind`")
    from falter.api.figures import check_varied

    try:
        check_varied(varieds)
    except ValueError as error:
        fix = "vary fewer quantities, or leave out `--plot`; `--as csv` has all the numbers"
        raise Misplaced(str(error), context, params["plot"], fix) from None
