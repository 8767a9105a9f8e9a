"""`falter convert`."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from falter.api.forms import Writing
from falter.cli.options import one_of

WRITINGS = get_args(Writing)


def convert(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A scene as text, YAML or JSON.")],
    to: Annotated[Writing, typer.Option("--to", parser=one_of(*WRITINGS), metavar="|".join(WRITINGS), help="The form to write.")],
    out: Annotated[str | None, typer.Option("--out", "-o", metavar="FILE", help="Where to; otherwise it is printed.")] = None,
) -> None:
    """Write a scene in another form of the same model."""
    from falter.api.edit import convert_file
    from falter.files import write_file

    text = convert_file(file, to)
    if out is None:
        print(text, end="" if text.endswith("\n") else "\n")
    else:
        write_file(out, text.encode())
