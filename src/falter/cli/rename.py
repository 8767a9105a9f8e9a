"""`falter rename`."""

from __future__ import annotations

from typing import Annotated

import typer


def rename(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scene.")],
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id of a person or a move.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What it is to be.")],
) -> None:
    """Rename a person or a move everywhere in a scene; luck and saved runs survive it."""
    from falter.api.edit import rename_file
    from falter.files import STANDARD

    rename_file(file, old, new)
    if file != STANDARD:
        print(f"{file}: {old} is now {new}")
