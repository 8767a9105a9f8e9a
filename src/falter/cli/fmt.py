"""`falter fmt`."""

from __future__ import annotations

from typing import Annotated

import typer


def fmt(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Scenes; - reads one and prints it.")],
    check: Annotated[bool, typer.Option("--check", help="Change nothing; say which files would change.")] = False,
) -> int:
    """Put the spacing of scenes in order; words, comments and the order of lines stay."""
    from falter.api.edit import format_file
    from falter.cli.report import file_fault, gravest, tell

    codes = []
    for file in files:
        try:
            codes.append(_one(format_file(file, write=not check), file, check))
        except OSError as error:
            codes.append(tell(file_fault(error)))
    return gravest(codes)


def _one(changed: bool, file: str, check: bool) -> int:
    """Say what became of one file."""
    from falter.diagnostics import exits

    if changed and file != "-":
        print(f"{file}: {'would change' if check else 'changed'}")
    return exits.SCENE if changed and check else exits.FINE
