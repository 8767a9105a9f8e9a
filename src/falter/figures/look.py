"""One look for every figure of Falter: those that a user draws, and those of the explanation pages. It knows nothing of what is drawn."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import altair

INK: Final = "#333333"
FAINT: Final = "#8a8a8a"
GRID: Final = "#e8e8e8"

PALETTE: Final = ("#0d4966", "#d57d3b", "#b7453b", "#65b4c2", "#3d285c", "#4c8c5b", "#e2b95d", "#8c386c")
"""Colours of categories, in the order they are given out. In grey they are 29, 61, 45, 69, 21, 53, 77 and 37 of 100 light: any two differ
by 7 at least, the first four by 8, and none is too light for a line on white."""

DASHES: Final = ([1, 0], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [12, 4], [2, 5], [7, 2, 2, 2, 2, 2])
"""How the lines of the same categories are broken, so that nobody needs the colours."""

SHAPES: Final = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left")

LOOK: Final[dict[str, Any]] = {
    "background": "white",
    "font": "sans-serif",
    "view": {"stroke": None, "continuousWidth": 420, "continuousHeight": 240},
    "axis": {
        "labelFontSize": 11,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelColor": INK,
        "titleColor": INK,
        "gridColor": GRID,
        "domainColor": FAINT,
        "tickColor": FAINT,
    },
    "legend": {
        "labelFontSize": 11,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelColor": INK,
        "titleColor": INK,
        "symbolSize": 80,
    },
    "header": {"labelFontSize": 11, "titleFontSize": 12, "titleFontWeight": "normal", "labelColor": INK, "titleColor": INK},
    "title": {
        "fontSize": 14,
        "fontWeight": "bold",
        "anchor": "start",
        "frame": "group",
        "offset": 12,
        "color": INK,
        "subtitleColor": FAINT,
        "subtitleFontSize": 11.5,
        "subtitlePadding": 5,
    },
    "line": {"strokeWidth": 2},
    "range": {"category": list(PALETTE), "symbol": list(SHAPES)},
}


LETTERS: Final = 72
"""Letters in a line of a title."""
LONGEST: Final = 340
"""Pixels that a name beside something drawn may take; what is longer is cut off, with dots."""


def dressed(chart: altair.TopLevelMixin) -> Any:
    """The chart in Falter's look, with room around it."""
    return chart.configure(**LOOK, padding=14)


def table(rows: list[dict[str, Any]]) -> Any:
    """Rows as the data of a chart."""
    import altair

    return altair.Data(values=rows)  # type: ignore[no-untyped-call]


def titled(what: str, *more: str) -> Any:
    """A title that says what one sees, and smaller beneath it how it was counted; a long one in several lines."""
    import altair

    lines = wrap(what, LETTERS)
    return altair.TitleParams(lines if len(lines) > 1 else what, subtitle=list(more) if more else altair.Undefined)


def coloured(names: list[str]) -> Any:
    """A scale that gives each name its colour; beyond the palette it begins again, with other dashes beside."""
    import altair

    return altair.Scale(domain=names, range=[PALETTE[k % len(PALETTE)] for k in range(len(names))])


def dashed(names: list[str]) -> Any:
    """A scale that gives each name its dash."""
    import altair

    return altair.Scale(domain=names, range=[DASHES[(k + k // len(PALETTE)) % len(DASHES)] for k in range(len(names))])


def subtitled(what: str, more: str) -> Any:
    """The title of one of several panels, and smaller beneath it how to read it."""
    import altair

    return altair.TitleParams(what, subtitle=more, fontSize=12.5, subtitleFontSize=10.5, offset=8)
