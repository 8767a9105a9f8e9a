"""From a chart to a file: SVG, PNG, a page of HTML that needs no network, or the Vega-Lite declaration itself, as the file's name ends."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any, Final

from falter.files import WriteError, write_file

ENDS: Final = (".svg", ".png", ".html", ".json")
"""What the name of a figure's file may end in."""
SHARP: Final = 2.0
"""Pixels of a PNG for each of the figure's own."""


class NothingToDrawError(ValueError):
    """The performances have nothing of what was to be drawn."""


def check_place(path: str | Path) -> None:
    """Can a figure be written there, before anything is worked out for it? Raises ValueError for another kind of file, and WriteError."""
    if Path(path).suffix.lower() not in ENDS:
        raise ValueError(f"must be the name of a file that ends in {', '.join(ENDS[:-1])} or {ENDS[-1]}; got `{path}`")
    target = Path(os.path.realpath(path))
    folder, kept = target.parent, target.exists() and not os.access(target, os.W_OK)
    wrongs = (
        (target.is_dir(), errno.EISDIR),
        (not folder.is_dir(), errno.ENOENT),
        (kept or not os.access(folder, os.W_OK), errno.EACCES),
    )
    for wrong, number in wrongs:
        if wrong:
            raise WriteError(number, os.strerror(number), str(path))


def draw(chart: Any, path: str | Path) -> None:
    """Write a chart to a file, whole or not at all. Raises ValueError for another kind of file, and WriteError."""
    check_place(path)
    write_file(path, picture(chart.to_dict(), Path(path).suffix.lower()))


def picture(declared: dict[str, Any], end: str) -> bytes:
    """A Vega-Lite declaration as the bytes of a file of this kind."""
    import vl_convert

    if end == ".json":
        return json.dumps(declared, ensure_ascii=False, indent=1).encode()
    if end == ".png":
        return bytes(vl_convert.vegalite_to_png(declared, scale=SHARP))
    if end == ".html":
        return str(vl_convert.vegalite_to_html(declared, bundle=True)).encode()
    return str(vl_convert.vegalite_to_svg(declared)).encode()
