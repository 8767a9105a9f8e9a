"""Ensembles for other tools: frames of polars and pandas, arrays of xarray, Parquet. Each library is imported when it is asked for."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy

from falter.explore.extras import needed
from falter.explore.frames import BEATS, RUNS, beats_frame, provenance, runs_frame
from falter.files import write_file
from falter.model.scene import Scene

if TYPE_CHECKING:
    import pandas
    import xarray
    from polars import DataFrame, Series

    from falter.explore.ensemble import Ensemble


def runs_table(one: Ensemble) -> DataFrame:
    """A row a run, in their order."""
    return runs_frame(one.tables, one.names, one.runs, one.point)


def beats_table(one: Ensemble) -> DataFrame:
    """A row an act, by run and then by the time it began. Raises ValueError where they went to a file."""
    if one.acted is None:
        raise ValueError("beats() needs an exploration without a file to write to: the beats went there")
    return beats_frame(one.tables, one.acted, one.point)


def stacked(frames: Sequence[DataFrame]) -> DataFrame:
    """Frames of the same columns, one under the other."""
    import polars

    return polars.concat(frames)


def made_of(ensembles: Sequence[Ensemble], scene: Scene) -> dict[str, str]:
    """What the tables of these ensembles are from; `scene` is as it was before anything was varied."""
    varied: dict[str, tuple[float, ...]] = {name: () for name, _ in ensembles[0].point}
    for one in ensembles:
        for name, value in one.point:
            varied[name] = varied[name] if value in varied[name] else (*varied[name], value)
    return provenance(scene, ensembles[0].seed, len(ensembles[0].runs), varied, RUNS | BEATS)


def write_tables(ensembles: Sequence[Ensemble], scene: Scene, path: Path) -> None:
    """The table of runs, and beside it that of beats, each whole or not at all. Raises WriteError."""
    made = made_of(ensembles, scene)
    beats = path.with_name(f"{path.stem}.beats{path.suffix}")
    for target, table in ((path, runs_table), (beats, beats_table)):
        content = io.BytesIO()
        stacked([table(one) for one in ensembles]).write_parquet(content, metadata=made)
        write_file(target, content.getvalue())


def as_pandas(frame: DataFrame) -> pandas.DataFrame:
    """The same table for pandas: names are categories, and what is not there is not a number."""
    library = needed("pandas", "to_pandas()")
    table: pandas.DataFrame = library.DataFrame({column.name: _for_pandas(column, library) for column in frame})
    return table


def _for_pandas(column: Series, library: Any) -> Any:
    import polars

    if column.dtype != polars.Categorical:
        return column.to_numpy()
    found = column.unique(maintain_order=True).drop_nulls().to_list()
    place = {name: code for code, name in enumerate(found)}
    return library.Categorical.from_codes([-1 if name is None else place[name] for name in column.to_list()], categories=found)


def as_arrays(ensembles: Sequence[Ensemble], scene: Scene) -> xarray.Dataset:
    """The table of runs as arrays: along each quantity varied, then along `run`. What was not performed is not a number, or None."""
    library = needed("xarray", "to_xarray()")
    made = made_of(ensembles, scene)
    values: dict[str, list[float]] = json.loads(made["varied"])
    frames = [runs_table(one).drop("run", *values) for one in ensembles]
    runs = max((one.runs.run for one in ensembles), key=len)
    shape = (*(len(ones) for ones in values.values()), len(runs))
    cells = {column.name: _empty(_plain(column), shape) for column in frames[0]}
    for one, frame in zip(ensembles, frames, strict=True):
        place = tuple(values[name].index(value) for name, value in one.point)
        for column in frame:
            cells[column.name][(*place, slice(len(column)))] = _plain(column)
    names = {column.name: f"{column.name} of a run" for column in frames[0]} | RUNS
    variables = {name: ([*values, "run"], array, {"long_name": names[name]}) for name, array in cells.items()}
    arrays: xarray.Dataset = library.Dataset(variables, coords={**values, "run": runs}, attrs=made)
    return arrays


def _plain(column: Series) -> Any:
    """Numbers as they are, names as objects."""
    return column.to_numpy() if column.dtype.is_numeric() or column.dtype.is_temporal() else numpy.array(column.to_list(), object)


def _empty(like: Any, shape: tuple[int, ...]) -> Any:
    """An array to be filled: of numbers, that has none yet; of names, that has None."""
    return numpy.full(shape, None, object) if like.dtype == object else numpy.full(shape, numpy.nan)
