"""Figures of many performances: what they show is what was counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import pytest

import falter
from falter.explore import plots
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import wilson
from falter.explore.sweep import Sweep
from falter.figures.pictures import NothingToDrawError

LADDER = Path(__file__).parents[3] / "scenes" / "ladder"
RUNS = 60


@pytest.fixture(scope="module")
def found() -> Ensemble:
    ensemble = falter.load(LADDER / "04-after-the-ball.falter").explore(runs=RUNS, seed=3)
    assert isinstance(ensemble, Ensemble)
    return ensemble


@pytest.fixture(scope="module")
def varied() -> Sweep:
    sweep = falter.load(LADDER / "01-the-letter.falter").explore(runs=RUNS, vary={"BEN.respects.ANNA": [0, 0.5, 1], "theta0": 2}, seed=3)
    assert isinstance(sweep, Sweep)
    return sweep


def rows(chart: Any) -> list[dict[str, Any]]:
    """All rows of data in a chart."""
    if isinstance(chart, list):
        return [row for part in chart for row in rows(part)]
    if not isinstance(chart, dict):
        return []
    own = chart["data"]["values"] if isinstance(chart.get("data"), dict) and "values" in chart["data"] else []
    return [*own, *(row for key, part in chart.items() if key != "data" for row in rows(part))]


def test_bars_are_the_endings_with_their_intervals(found: Ensemble) -> None:
    shown = {row["name"]: (row["share"], row["low"], row["high"]) for row in rows(plots.plot(found, "endings").to_dict())}
    assert shown == {name: tuple(share) for name, share in found.endings().items()}


def test_an_ending_that_no_run_has_is_shown_with_its_bound() -> None:
    never = falter.load(LADDER / "01-the-letter.falter").explore(runs=8, seed=3)
    assert isinstance(never, Ensemble)
    shown = {row["name"]: row["note"] for row in rows(plots.plot(never, "endings").to_dict())}
    assert shown["unanswered"].startswith("none; under 31.2 %")  # 1 − .05^(1/8)


def test_half_of_the_dots_are_on_either_side_of_the_median(found: Ensemble) -> None:
    chart = plots.plot(found, "times").to_dict()
    for name, times in found.seconds().items():
        dots = [row for row in rows(chart) if row["name"] == name and "at" in row]
        assert len(dots) == min(20, times.runs)
        assert sum(row["late"] for row in dots) == len(dots) // 2
        assert times.median is not None
        assert numpy.median([row["at"] for row in dots]) == pytest.approx(times.median, rel=0.03)


def test_only_runs_that_hesitated_are_shown_hesitating(found: Ensemble) -> None:
    shown = {row["name"] for row in rows(plots.plot(found, "hesitation").to_dict())}
    assert shown == {"seen"}


def test_what_was_known_at_the_end_is_what_was_counted(found: Ensemble, varied: Sweep) -> None:
    shown = {row["name"]: (row["share"], row["low"], row["high"]) for row in rows(plots.plot(found, "knew").to_dict())}
    assert shown == {name: tuple(share) for name, share in found.knew().items()} != {}
    with pytest.raises(NothingToDrawError, match="wonders"):
        varied[0].plot("knew")


def test_what_no_run_has_is_not_drawn(varied: Sweep) -> None:
    with pytest.raises(NothingToDrawError, match="undone"):
        varied[0].plot("hesitation")
    with pytest.raises(ValueError, match="endings"):
        varied.plot("times")
    with pytest.raises(ValueError, match="hesitation"):
        varied[0].plot("nothing")


def test_all_is_all_there_is(found: Ensemble, varied: Sweep) -> None:
    """Neither scene's acts tell, in so few runs, how it ends; in the second nothing is done that cannot be undone."""
    titles = [[panel["title"]["text"] for panel in one.plot().to_dict()["vconcat"]] for one in (found, varied[0])]
    held, lasted = "How long they hesitated before what cannot be undone", "How long it lasted, by the ending"
    knew = "What is taken to be so at the end, and by whom"
    assert titles == [["How After the Ball ends", held, lasted, knew], ["How The Letter ends", lasted]]


def test_lines_are_the_shares_at_each_point(varied: Sweep) -> None:
    """A quantity of one value is none that was varied, and has no axis."""
    assert list(plots.axes_of(varied)) == ["BEN.respects.ANNA"]
    shown = {(row["at"], row["name"]): (row["share"], row["low"], row["high"]) for row in rows(varied.plot().to_dict()) if "at" in row}
    for values, shares in varied.endings():
        for name, share in shares.items():
            assert shown.get((values["BEN.respects.ANNA"], name), tuple(share)) == tuple(share)
    assert {name for _, name in shown} >= {"owned", "lied"}


def test_where_no_run_counts_nothing_is_drawn(found: Ensemble, varied: Sweep) -> None:
    none = [replace(one, runs=replace(one.runs, met=numpy.zeros_like(one.runs.met))) for one in (found, *varied)]
    for drawn in (none[0], replace(varied, points=tuple(none[1:]))):
        with pytest.raises(NothingToDrawError, match="counts"):
            drawn.plot()
    some = replace(varied, points=(none[1], *varied.points[1:])).plot().to_dict()
    assert {row["at"] for row in rows(some) if "at" in row} == {0.5, 1.0}


def test_of_many_endings_the_rarest_are_one_line(varied: Sweep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plots, "NAMED", 1)
    names = plots.named(varied)
    assert plots.OTHERS not in names or len(names) == 2
    monkeypatch.setattr(plots, "NAMED", 0)
    assert plots.named(varied) == [plots.OTHERS]
    assert plots.bars_at(varied[0], [plots.OTHERS])[0][1:4] == tuple(wilson(RUNS, RUNS))
