"""Shares against what was varied: a line with its band for each name; tiles where two quantities are varied; panels of lines for more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any, Final, NamedTuple

from falter.figures.labels import led_to
from falter.figures.look import INK, PALETTE, coloured, dashed, table
from falter.figures.shares import PERCENT, Bar

WIDTH: Final = 420
HEIGHT: Final = 280
SMALL: Final = (210, 150)
"""Width and height of one of several panels."""
TILES: Final = 300
"""Most pixels that the tiles of one name are wide, and high."""
LIGHT, DARK = "#eef4f6", PALETTE[0]
SHARE: Final = "share of performances"
MOST_PANELS: Final = 24
MOST_TILES: Final = 60
ACROSS: Final = 3
"""Panels beside each other."""


class Spot(NamedTuple):
    """One point of what was varied: the value of each quantity, and a bar a name."""

    at: Mapping[str, float]
    bars: Sequence[Bar]


def varied(spots: Sequence[Spot], axes: Mapping[str, str], title: Any) -> Any:
    """The shares at many points; `axes` are the quantities that have several values, each with what its axis is called."""
    import altair

    names = [bar.name for bar in spots[0].bars]
    first, *others = sorted(axes, key=lambda name: -len({spot.at[name] for spot in spots}))
    if not others:
        drawn = lines(spots, first, axes[first], names, most_of(spots), (WIDTH, HEIGHT), legend=False)
        last = max(spots, key=lambda spot: spot.at[first])
        named = led_to({bar.name: bar.share for bar in last.bars}, names, (WIDTH, HEIGHT), most_of(spots))
        return altair.layer(drawn, *named, title=title)
    if len(others) == 1:
        across, up = axes
        panels = [tiles(spots, name, (across, up), axes) for name in names]
        return altair.concat(*panels, columns=ACROSS, title=title).resolve_scale(color="shared")
    panels = [
        lines(part, first, axes[first], names, most_of(spots), SMALL).properties(
            title=altair.TitleParams(said, fontSize=11, fontWeight="normal")
        )
        for said, part in parted(spots, others).items()
    ]
    return altair.concat(*panels, columns=ACROSS, title=title)


def check_room(values: Sequence[int]) -> None:
    """Can shares over so many values of each quantity be drawn in one figure? Raises ValueError."""
    several = sorted((count for count in values if count > 1), reverse=True)
    panels = prod(several[1:]) if len(several) > 2 else 1
    if panels > MOST_PANELS or (len(several) == 2 and several[0] > MOST_TILES):
        raise ValueError(f"holds {MOST_PANELS} panels, or {MOST_TILES} tiles in a row; it would need {max(panels, several[0])}")


def most_of(spots: Sequence[Spot]) -> float:
    """Where an axis of shares ends."""
    return min(1.0, 1.02 * max(bar.high for spot in spots for bar in spot.bars))


def parted(spots: Sequence[Spot], names: Sequence[str]) -> dict[str, list[Spot]]:
    """The points by the values of some quantities, which are said."""
    found: dict[str, list[Spot]] = {}
    for spot in spots:
        found.setdefault(", ".join(f"{name} = {spot.at[name]:g}" for name in names), []).append(spot)
    return found


def lines(
    spots: Sequence[Spot], quantity: str, axis: str, names: list[str], most: float, size: tuple[int, int], legend: bool = True
) -> Any:
    """A line a name with its band of intervals."""
    import altair

    rows = [{"at": spot.at[quantity], **bar._asdict()} for spot in spots for bar in spot.bars]
    drawn = altair.Chart(table(rows), width=size[0], height=size[1])
    x = altair.X("at:Q", title=axis, scale=altair.Scale(nice=False, zero=False), axis=altair.Axis(labelFlush=False))
    scale = altair.Scale(domain=[0.0, most], nice=False)
    y = altair.Y("share:Q", title=SHARE, scale=scale, axis=altair.Axis(labelExpr=PERCENT))
    key = altair.Legend(title=None, symbolType="stroke", symbolStrokeWidth=2.5, symbolOpacity=1.0, symbolSize=400) if legend else None
    colour = altair.Color("name:N", scale=coloured(names), legend=key)
    dash = altair.StrokeDash("name:N", scale=dashed(names), legend=key)
    hover = [
        altair.Tooltip("name:N"),
        altair.Tooltip("at:Q"),
        *(altair.Tooltip(f"{part}:Q", format=".1%") for part in ("share", "low", "high")),
    ]
    band = drawn.mark_area(opacity=0.16).encode(x, altair.Y("low:Q", title=SHARE, scale=scale), altair.Y2("high:Q"), colour)
    line = drawn.mark_line().encode(x, y, colour, dash)
    dots = drawn.mark_point(filled=True, opacity=1.0, size=22).encode(x, y, colour, tooltip=hover)
    return altair.layer(band, line, dots)


def tiles(spots: Sequence[Spot], name: str, quantities: tuple[str, str], axes: Mapping[str, str]) -> Any:
    """The share of one name as tiles over two quantities, each with its number."""
    import altair

    across, up = quantities
    rows = [{"x": spot.at[across], "y": spot.at[up], **bar._asdict()} for spot in spots for bar in spot.bars if bar.name == name]
    wide, high = (min(44, TILES // len({row[side] for row in rows})) for side in ("x", "y"))
    drawn = altair.Chart(table(rows), width=altair.Step(wide), height=altair.Step(high), title=altair.TitleParams(name, fontSize=12))
    x = altair.X("x:O", title=axes[across], axis=altair.Axis(labelAngle=0, labelOverlap=True, ticks=False, domain=False))
    y = altair.Y("y:O", title=axes[up], sort="descending", axis=altair.Axis(ticks=False, domain=False))
    scale = altair.Scale(domain=[0.0, 1.0], range=[LIGHT, DARK])
    legend = altair.Legend(title="share", labelExpr=PERCENT, gradientLength=120)
    hover = [altair.Tooltip(f"{part}:Q", format=".1%") for part in ("share", "low", "high")]
    tile = drawn.mark_rect(stroke="white", strokeWidth=1).encode(x, y, altair.Color("share:Q", scale=scale, legend=legend), tooltip=hover)
    if wide < 26 or high < 16:
        return tile
    pale = altair.condition("datum.share > 0.55", altair.value("white"), altair.value(INK))
    return tile + drawn.mark_text(fontSize=10).encode(x, y, altair.Text("share:Q", format=".0%"), color=pale)
