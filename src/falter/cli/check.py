"""`falter check`."""

from __future__ import annotations

from typing import Annotated

import typer


def check(files: Annotated[list[str], typer.Argument(metavar="FILE", help="Scenes; - reads one from standard input.")]) -> int:
    """Say everything that is wrong with scenes, without performing them."""
    from falter.api.check import check_file
    from falter.cli.report import file_fault, gravest, tell
    from falter.files import called

    codes = []
    for file in files:
        try:
            codes.append(tell(check_file(file)))
        except OSError as error:
            codes.append(tell(file_fault(error)))
    if not any(codes):
        print(f"{len(files)} scenes, no errors" if len(files) > 1 else f"{called(files[0])}: no errors")
    return gravest(codes)
