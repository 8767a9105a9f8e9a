"""Shares against what was varied: which form, and what there is room for."""

from __future__ import annotations

from typing import Any

import pytest

from falter.figures.labels import apart
from falter.figures.shares import Bar
from falter.figures.varied import MOST_PANELS, MOST_TILES, Spot, check_room, varied


def spots(*values: tuple[str, int]) -> list[Spot]:
    """A point at every combination of so many values of each quantity."""
    points: list[dict[str, float]] = [{}]
    for name, count in values:
        points = [{**point, name: float(value)} for point in points for value in range(count)]
    return [Spot(point, [Bar("spared", 0.25, 0.2, 0.3), Bar("killed", 0.75, 0.7, 0.8)]) for point in points]


def marks(chart: Any) -> list[str]:
    """The kinds of mark in a chart, wherever they stand."""
    if isinstance(chart, list):
        return [mark for part in chart for mark in marks(part)]
    if not isinstance(chart, dict):
        return []
    own = chart["mark"]["type"] if "mark" in chart else ""
    return [*([own] if own else []), *(mark for key, part in chart.items() if key != "datasets" for mark in marks(part))]


def drawn(*values: tuple[str, int]) -> dict[str, Any]:
    axes = {name: name for name, _ in values}
    found: dict[str, Any] = varied(spots(*values), axes, "title").to_dict()
    return found


def test_one_quantity_is_a_line_with_a_band_for_each_ending() -> None:
    assert marks(drawn(("love", 5))) == ["area", "line", "point", "text", "rule"]


def test_two_quantities_are_tiles_for_each_ending() -> None:
    assert marks(drawn(("love", 5), ("order", 3))) == ["rect", "text"] * 2


def test_more_quantities_are_panels_of_lines() -> None:
    chart = drawn(("love", 5), ("order", 3), ("dark", 2))
    assert marks(chart) == ["area", "line", "point"] * 6
    titles = [panel["title"]["text"] for panel in chart["concat"]]
    assert titles == [f"order = {order}, dark = {dark}" for order in range(3) for dark in range(2)]


def test_every_point_of_a_panel_is_where_it_was_varied() -> None:
    chart = drawn(("love", 3), ("order", 2), ("dark", 2))
    for panel in chart["concat"]:
        assert [row["at"] for row in panel["data"]["values"]] == [0.0, 0.0, 1.0, 1.0, 2.0, 2.0]


@pytest.mark.parametrize("values", [[MOST_TILES + 1, 2], [9, 5, 5], [3, 3, 3, 3, 3]])
def test_what_has_no_room_is_refused(values: list[int]) -> None:
    with pytest.raises(ValueError, match=str(MOST_PANELS)):
        check_room(values)


@pytest.mark.parametrize("values", [[], [1000], [MOST_TILES, 11], [100, 4, 6], [11, 1, 1, 1, 1]])
def test_what_has_room_is_drawn(values: list[int]) -> None:
    check_room(values)


def test_labels_stand_apart_and_keep_their_order() -> None:
    moved = apart([0.0, 1.0, 2.0, 3.0, 99.0], 10.0, 100.0)
    assert moved == [0.0, 10.0, 20.0, 30.0, 99.0]
    crowded = apart([97.0, 98.0, 99.0], 10.0, 100.0)
    assert crowded == [80.0, 90.0, 100.0]
