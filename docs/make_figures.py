"""The pictures of the docs: `docs/figures/IDEA.py` draws `docs/mind/IDEA.svg`, `docs/gallery.py` those of docs/figures.md.

`make figures` draws them all; `python docs/make_figures.py memory branches` these two. Slow tests hold the pictures to it.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from falter.figures.look import LOOK
from falter.files import write_file

HERE = Path(__file__).parent
DRAWN, PAGES, GALLERY = HERE / "figures", HERE / "mind", HERE / "gallery"


def ideas() -> list[str]:
    """The ideas that have a figure."""
    return sorted(path.stem for path in DRAWN.glob("*.py"))


def drawing(idea: str) -> str:
    """The figure of one idea as SVG. Raises FileNotFoundError for an idea without a module."""
    import vl_convert

    spec = importlib.util.spec_from_file_location(f"figure_{idea}", DRAWN / f"{idea}.py")
    if spec is None or spec.loader is None or not (DRAWN / f"{idea}.py").exists():
        raise FileNotFoundError(f"docs/figures/{idea}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    chart = module.chart().configure(**LOOK)
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def main(asked: list[str]) -> None:
    """Draw the figures asked for, all of them if none is."""
    sys.path.insert(0, str(HERE.parent))  # for what several figures, and the tests, share: docs.figures.shared
    from docs import gallery

    for idea in asked or ideas():
        if idea not in gallery.PICTURES:
            write_file(str(PAGES / f"{idea}.svg"), drawing(idea).encode())
    for name in asked or gallery.PICTURES:
        if name in gallery.PICTURES:
            write_file(str(GALLERY / f"{name}.svg"), gallery.drawing(name).encode())


if __name__ == "__main__":
    main(sys.argv[1:])
