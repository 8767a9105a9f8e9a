"""The pictures of docs/figures.md: what `--plot` draws, of scenes that come with Falter."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import falter
from falter.figures.pictures import picture

SCENES: Final = Path(__file__).parents[1] / "scenes"
LETTER, OTHELLO, OFFICE = "ladder/01-the-letter", "othello-at-the-bedside", "the-generals-office"
RESPECT: Final = "BEN.respects.ANNA"


@cache
def scene(name: str) -> falter.Scene:
    """A scene that comes with Falter."""
    return falter.load(SCENES / f"{name}.falter")


@cache
def many(name: str, runs: int) -> Any:
    """Performances of it."""
    return scene(name).explore(runs=runs, jobs=2)


PICTURES: Final[dict[str, Callable[[], Any]]] = {
    "endings": lambda: many(OTHELLO, 500).plot("endings"),
    "branches": lambda: many(OTHELLO, 500).plot("branches"),
    "hesitation": lambda: many(OTHELLO, 500).plot("hesitation"),
    "varied": lambda: scene(LETTER).explore(runs=200, vary={RESPECT: "0..1/6"}, jobs=2).plot(),
    "varied-two": lambda: scene(LETTER).explore(runs=100, vary={RESPECT: "0..1/5", "theta0": "1..3/3"}, jobs=2).plot(),
    "acts": lambda: scene(OTHELLO).perform(2).plot("acts"),
    "channels": lambda: scene(OFFICE).perform(7).plot("channels", people=["KYLO"]),
    "feelings": lambda: scene(OFFICE).perform(7).plot("feelings", people=["KYLO"]),
    "preferences": lambda: scene(LETTER).perform(3).plot("preferences", people=["BEN"]),
    "turning": lambda: scene("a-proposal").perform(3).turning_points(60).plot(),
    "beliefs": lambda: scene(OTHELLO).perform(2).plot("beliefs"),
}
"""Each with how it is drawn."""


def drawing(name: str) -> str:
    """A picture as SVG."""
    return picture(PICTURES[name]().to_dict(), ".svg").decode()
