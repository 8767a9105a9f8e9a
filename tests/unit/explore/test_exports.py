"""Ensembles for other tools: each has the very numbers that were counted."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy
import polars
import pytest

import falter
from falter.explore.ensemble import Ensemble
from falter.explore.extras import MissingExtraError
from falter.explore.sweep import Sweep

BRIDGE = Path(__file__).parents[3] / "scenes" / "ladder" / "03-the-bridge.falter"
VARY = {"theta0": [2.0, 3.0, 4.0], "gain": [1.0, 2.0]}
RUNS = 12


@pytest.fixture(scope="module")
def sweep() -> Sweep:
    found = falter.load(BRIDGE).explore(runs=RUNS, seed=3, vary=VARY)
    assert isinstance(found, Sweep)
    return found


@pytest.fixture(scope="module")
def found(sweep: Sweep) -> Ensemble:
    return sweep[0]


def test_the_table_of_runs_has_the_shares_that_were_counted(found: Ensemble) -> None:
    table = found.to_polars()
    for name, share in found.endings().items():
        assert (table["ending"].cast(polars.String) == name).mean() == share.share
    assert table["seconds"].to_list() == found.runs.seconds.tolist()


def test_the_table_of_beats_has_each_act_of_each_run(found: Ensemble) -> None:
    beats = found.beats()
    for number in range(RUNS):
        mine = beats.filter(polars.col("run") == number)
        assert mine["t"].to_list() == [event.t for event in found.run(number).events]
        assert mine["who"].cast(polars.String).to_list() == [event.who for event in found.run(number).events]


def test_a_sweep_is_its_points_one_under_the_other(sweep: Sweep) -> None:
    table = sweep.to_polars()
    assert len(table) == 6 * RUNS
    assert table.filter((polars.col("theta0") == 3.0) & (polars.col("gain") == 2.0)).equals(sweep.at(theta0=3.0, gain=2.0).to_polars())
    assert len(sweep.beats()) == sum(len(one.beats()) for one in sweep)


class Stream:
    """Nothing but the stream: polars reads a sequence, which a sweep is as well, before it looks for one."""

    def __init__(self, source: Ensemble | Sweep) -> None:
        self.__arrow_c_stream__ = source.__arrow_c_stream__


def test_whatever_reads_arrow_reads_an_ensemble(sweep: Sweep) -> None:
    for one in (sweep, sweep[1]):
        assert polars.DataFrame(Stream(one)).equals(one.to_polars())


def test_pandas_has_the_same_cells(sweep: Sweep) -> None:
    theirs, ours = sweep.to_pandas(), sweep.to_polars()
    assert list(theirs.columns) == ours.columns
    assert str(theirs["ending"].dtype) == "category"
    for name in ours.columns:
        cells = [None if value is None or value != value else value for value in theirs[name].tolist()]
        assert cells == ours[name].to_list(), name


def test_arrays_stand_along_what_was_varied(sweep: Sweep) -> None:
    arrays = sweep.to_xarray()
    assert dict(arrays.sizes) == {"theta0": 3, "gain": 2, "run": RUNS}
    for one in sweep:
        mine = arrays.sel(dict(one.point))
        assert mine["seconds"].values.tobytes() == one.runs.seconds.tobytes()
        assert mine["ending"].values.tolist() == one.to_polars()["ending"].to_list()
    assert json.loads(arrays.attrs["varied"]) == VARY
    assert dict(sweep[0].to_xarray().sizes) == {"theta0": 1, "gain": 1, "run": RUNS}


def test_of_a_sweep_that_was_interrupted_what_is_missing_is_not_a_number(sweep: Sweep) -> None:
    arrays = Sweep(sweep.points[:3], sweep.scene).to_xarray()
    assert dict(arrays.sizes) == {"theta0": 2, "gain": 2, "run": RUNS}
    assert numpy.isnan(arrays["seconds"].sel(theta0=3.0, gain=2.0)).all()
    assert not numpy.isnan(arrays["seconds"].sel(theta0=3.0, gain=1.0)).any()


def test_parquet_is_what_out_would_have_written(sweep: Sweep, tmp_path: Path) -> None:
    from falter.api.explore import explore, varied_by

    scene = falter.load(BRIDGE)
    there = explore(scene, RUNS, 3, 1, varied_by(scene, VARY), out=tmp_path / "kept.parquet")
    with pytest.raises(ValueError, match="the beats went there"):
        there.beats()
    sweep.to_parquet(tmp_path / "later.parquet")
    for suffix in (".parquet", ".beats.parquet"):
        kept, later = tmp_path / f"kept{suffix}", tmp_path / f"later{suffix}"
        assert polars.read_parquet(kept).equals(polars.read_parquet(later))
        ours = {name: text for name, text in polars.read_parquet_metadata(later).items() if not name.startswith("ARROW")}
        assert ours.items() <= polars.read_parquet_metadata(kept).items()
        assert json.loads(ours["varied"]) == VARY


@pytest.mark.parametrize(("package", "asked"), [("pandas", "to_pandas"), ("xarray", "to_xarray")])
def test_a_package_that_is_missing_is_named(found: Ensemble, monkeypatch: pytest.MonkeyPatch, package: str, asked: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf'{asked}\(\) needs {package}: pip install "falter\[science\]"') as caught:
        getattr(found, asked)()
    assert [fault.code for fault in caught.value.faults.found] == ["FAL8020"]
