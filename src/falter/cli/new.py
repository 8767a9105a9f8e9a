"""`falter new`."""

from __future__ import annotations

from typing import Annotated

import typer


def new(name: Annotated[str, typer.Argument(metavar="NAME", help="The file to make; .falter is added.")] = "first") -> None:
    """Write a small scene that runs, to change into your own."""
    import shlex

    from falter.api.new import new_scene

    path = new_scene(name)
    print(f"{path} is written. Perform it: falter run {shlex.quote(str(path))}")
