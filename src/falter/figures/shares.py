"""How often: bars of shares with their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from falter.figures.look import INK, LONGEST, PALETTE, table

WIDTH: Final = 460
ROW: Final = 26
PERCENT: Final = "format(datum.value * 100, '~r') + ' %'"
"""Labels of an axis of shares."""


class Bar(NamedTuple):
    """A share with its interval, all in [0, 1], and what it is the share of; `note` stands beside it."""

    name: str
    share: float
    low: float
    high: float
    note: str = ""


def bars(found: Sequence[Bar], title: Any, axis: str = "share of performances") -> Any:
    """Bars, the longest first, each with its interval and its number."""
    import altair

    most = max((one.high for one in found), default=1.0)
    edge = min(1.0, max(0.02, most * 1.02))
    names = [one.name for one in sorted(found, key=lambda one: (-one.share, -one.high))]
    data = table([one._asdict() for one in found])
    y = altair.Y(
        "name:N", sort=names, title=None, axis=altair.Axis(labelLimit=LONGEST, ticks=False, domain=False, labelPadding=8, labelFontSize=12)
    )
    end = altair.Scale(domain=[0.0, edge], nice=False)
    x = altair.X("share:Q", title=axis, scale=end, axis=altair.Axis(labelExpr=PERCENT, tickCount=6, labelFlush=False))
    hover = [altair.Tooltip("name:N"), *(altair.Tooltip(f"{part}:Q", format=".2%") for part in ("share", "low", "high"))]
    drawn = altair.Chart(data, width=WIDTH, height=ROW * len(names)).encode(y)
    bar = drawn.mark_bar(color=PALETTE[3], height=ROW * 0.62).encode(x, tooltip=hover)
    span = drawn.mark_rule(color=INK, strokeWidth=1.4).encode(altair.X("low:Q"), x2="high:Q", tooltip=hover)
    ends = [drawn.mark_tick(color=INK, thickness=1.4, size=ROW * 0.3).encode(altair.X(f"{side}:Q")) for side in ("low", "high")]
    said = drawn.mark_text(align="left", dx=8, fontSize=11.5, color=INK).encode(altair.X("high:Q"), altair.Text("note:N"))
    return altair.layer(bar, span, *ends, said, title=title)
