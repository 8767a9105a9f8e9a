"""Values that flags take, read in one way by every command."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from falter.diagnostics.unfit import UnfitError

if TYPE_CHECKING:
    from falter.api.run import Run

SEEDS = 2**64
"""Seeds are whole numbers below this."""


class Misplaced(typer.BadParameter):
    """A flag that would have no effect beside what else was asked for; `fix` says what to do with it."""

    def __init__(self, message: str, context: typer.Context, param: Any, fix: str) -> None:
        super().__init__(message, ctx=context, param=param)
        self.fix = fix


class Unfit(Misplaced):
    """A flag's value that means nothing in this scene; `fix` says what to write."""


def seed_number(text: str) -> int:
    """A seed, as typed."""
    if not text.isdecimal() or not int(text) < SEEDS:
        raise typer.BadParameter(f"must be a whole number from 0 to {SEEDS - 1}; got `{text}`")
    return int(text)


def part(text: str) -> float:
    """A share, as typed."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.0 < found < 1.0:
        raise typer.BadParameter(f"must lie between 0 and 1, as in .9; got `{text}`")
    return found


def story_time(text: str) -> float:
    """A time of a performance, as typed, in s."""
    from falter.narrate.timeline import seconds_of

    time = seconds_of(text)
    if time is None:
        raise typer.BadParameter(f"must be a time from 0 on, as in `1:52`, or `112`; got `{text}`")
    return time


def one_of(*options: str) -> Callable[[str], str]:
    """A reader of one of these words."""

    def word(text: str) -> str:
        if text not in options:
            raise typer.BadParameter(f"must be one of {', '.join(f'`{option}`' for option in options)}; got `{text}`")
        return text

    return word


def dask(text: str) -> str:
    """The address of a Dask cluster."""
    host, _, port = text.removeprefix("dask://").rpartition(":")
    if not text.startswith("dask://") or not host or not port.isdecimal() or not 0 < int(port) < 2**16:
        raise typer.BadParameter(f"must be the address of a Dask scheduler, as in `dask://127.0.0.1:8786`; got `{text}`")
    return text


def whole_number(least: int) -> Callable[[str], int]:
    """A reader of whole numbers from `least` on."""

    def number(text: str) -> int:
        if not text.replace("_", "").isdecimal() or int(text) < least:
            raise typer.BadParameter(f"must be a whole number from {least} on; got `{text}`")
        return int(text)

    return number


RUN = Annotated[
    int | None, typer.Option("--run", parser=whole_number(0), metavar="NUMBER", help="Which of the seed's, as `explore` counts.")
]
TILT = Annotated[list[str] | None, typer.Option("--tilt", metavar="ACT=DRIFTS", help="Tilt the luck of an act, as `explore --find` says.")]


def wrong(context: typer.Context, name: str, message: str, fix: str = "") -> typer.BadParameter:
    """A flag's value that only the command can judge; `fix` where it is not to type another value."""
    param: Any = next(param for param in context.command.params if param.name == name)
    return Misplaced(message, context, param, fix) if fix else typer.BadParameter(message, ctx=context, param=param)


def for_scenes(context: typer.Context, file: str, *names: str) -> None:
    """These flags say what to perform, and a saved performance has been performed."""
    from falter.api.run import is_saved_run

    name = next((name for name in names if context.params[name] not in (None, (), [])), None)
    if name is not None and is_saved_run(file):
        raise wrong(context, name, "is for performing a scene, and this is a saved performance", f"leave out `--{name}`")


def performed(context: typer.Context, file: str, constants: dict[str, float] | None = None) -> Run:
    """The performance in a file, or the one of its scene that `--seed`, `--run` and `--tilt` say."""
    from falter.api.scene import load_or_perform

    given = context.params
    if not given["tilt"]:
        return load_or_perform(file, given["seed"], constants, given["run"])
    from falter.explore.tilting import read_tilt

    with fitting(context, tilts="tilt"):
        return load_or_perform(file, given["seed"], constants, given["run"], [read_tilt(text) for text in given["tilt"]])


@contextmanager
def fitting(context: typer.Context, **flags: str) -> Iterator[None]:
    """What the scene, or the performance, has not is a fault of the flag that named it: the one called as the argument of Python is, or
    as `flags` says."""
    try:
        yield
    except UnfitError as error:
        name = flags.get(error.of, error.of)
        param: Any = next(param for param in context.command.params if param.name == name)
        raise Unfit(error.message, context, param, error.fix) from None
