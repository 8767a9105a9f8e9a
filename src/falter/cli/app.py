"""The commands of `falter`, in the order in which a newcomer meets them."""

from __future__ import annotations

from typing import Annotated

import typer

from falter.cli import check, convert, coverage, drivers, explore, fmt, new, rename, run, show, test, tune, turning, whatif, why

app = typer.Typer(
    name="falter",
    help="A drama engine: it performs scenes that nobody scripted the end of.",
    rich_markup_mode=None,  # plain help needs no rich, and opens at once
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=False,
)


@app.callback(invoke_without_command=True)
def falter(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a fault of Falter's own.")] = False,
) -> int | None:
    """A drama engine: it performs scenes that nobody scripted the end of."""
    if version:
        from falter.version import __version__

        print(f"falter {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit
    return None


for command in (
    new.new,
    run.run,
    why.why,
    turning.turning,
    whatif.whatif,
    explore.explore,
    drivers.drivers,
    test.test,
    coverage.coverage,
    tune.tune,
    check.check,
    fmt.fmt,
    rename.rename,
    convert.convert,
    show.show,
):
    app.command()(command)
