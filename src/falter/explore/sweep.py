"""One scene at many points of what is varied, each with the same luck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from falter.explore.cluster import FAR_TASK, Cluster, ClusterError
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import LEVEL, Share
from falter.explore.records import joined_beats, joined_runs
from falter.explore.store import PART, Store
from falter.explore.tasks import TASK, Done, Told, perform_tasks, tasks_of
from falter.explore.varying import Point
from falter.files import WriteError
from falter.model.scene import Scene
from falter.performance.perform import Intervention
from falter.tables.tables import Tables

if TYPE_CHECKING:
    import pandas
    import xarray
    from polars import DataFrame


class Interrupted(KeyboardInterrupt):
    """Somebody has had enough, a cluster is gone, or a disk is full; `found` is what there is by then, None where not one run was
    performed, and `why` what went wrong, None where nobody but the user stopped it."""

    def __init__(self, found: Ensemble | Sweep | None, why: Exception | None = None) -> None:
        super().__init__()
        self.found, self.why = found, why


def explored(
    tables: Tables,
    seed: int,
    runs: int,
    jobs: int,
    told: Told,
    point: Point = (),
    number: int = 0,
    store: Store | None = None,
    on: Cluster | None = None,
    interventions: tuple[Intervention, ...] = (),
) -> Ensemble:
    """Runs 0 to `runs − 1` of a scene under a seed: the same whatever the number of `jobs`, and on whatever cluster. What a store has is
    not performed again; a store has nothing of what was interfered with.

    Raises Interrupted with what was done till then.
    """
    most = FAR_TASK if on else PART if store else TASK
    size = min(most, -(-runs // (jobs if not on else 1)))
    tasks = store.missing(number, tables, seed, runs, size) if store else tasks_of(tables, seed, runs, size, interventions)
    done: list[Done] = []
    why: Exception | None = None
    stopped = False
    told(store.count(number) if store else 0)
    try:
        for one in on.perform(tasks, told) if on and tasks else perform_tasks(tasks, jobs, told):
            if store:
                store.keep(number, point, one)
            else:
                done.append(one)
    except (KeyboardInterrupt, ClusterError, WriteError) as stop:
        stopped, why = True, None if isinstance(stop, KeyboardInterrupt) else stop
    done = store.gathered(number, tables, seed) if store else done
    if stopped:
        raise Interrupted(ensemble(tables, seed, done, point) if done else None, why) from None
    return ensemble(tables, seed, done, point)


def ensemble(tables: Tables, seed: int, done: Sequence[Done], point: Point = (), level: float = LEVEL) -> Ensemble:
    """What tasks gave, in the order of runs."""
    ordered = sorted(done, key=lambda one: one.task.first)
    runs, beats = joined_runs([one.runs for one in ordered]), joined_beats([one.beats for one in ordered])
    counts = sum((one.counts for one in ordered[1:]), ordered[0].counts)
    kept = beats if len(beats) or not runs.acts.any() else None
    return Ensemble(tables, seed, runs, counts, kept, point, level, ordered[0].task.interventions)


@dataclass(frozen=True)
class Sweep(Sequence[Ensemble]):
    """An ensemble at each point, in the order of the values asked for."""

    points: tuple[Ensemble, ...]
    scene: Scene
    """As it was written, before anything was varied."""

    def endings(self) -> list[tuple[dict[str, float], dict[str, Share]]]:
        """At each point, the values there and the share of each ending."""
        return [(dict(one.point), one.endings()) for one in self.points]

    def at(self, **values: float) -> Ensemble:
        """The ensemble at these values; names with points in them are given as `at(**{"KYLO.loves.HUX": 0.5})`. Raises KeyError."""
        for one in self.points:
            if values.items() <= dict(one.point).items():
                return one
        raise KeyError(f"no point has {values}")

    def to_polars(self) -> DataFrame:
        """The tables of runs of all points, one under the other; what was varied stands in columns of its own."""
        from falter.explore.exports import stacked

        return stacked([one.to_polars() for one in self.points])

    def beats(self) -> DataFrame:
        """The tables of beats of all points, one under the other. Raises ValueError where they went to a file."""
        from falter.explore.exports import stacked

        return stacked([one.beats() for one in self.points])

    def to_pandas(self) -> pandas.DataFrame:
        """The table of runs for pandas, where that is installed."""
        from falter.explore.exports import as_pandas

        return as_pandas(self.to_polars())

    def to_xarray(self) -> xarray.Dataset:
        """The table of runs as arrays along each quantity varied and `run`, where xarray is installed."""
        from falter.explore.exports import as_arrays

        return as_arrays(self.points, self.scene)

    def to_parquet(self, path: str | Path) -> None:
        """Write the table of runs and, beside it, that of beats, as `--out` does. Raises WriteError."""
        from falter.explore.exports import write_tables

        write_tables(self.points, self.scene, Path(path))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table of runs for whatever reads Arrow streams."""
        return self.to_polars().__arrow_c_stream__(requested_schema)

    def plot(self, kind: str = "endings") -> Any:
        """A chart (Altair) of the endings against what was varied. Raises ValueError where that is too much for one figure."""
        from falter.explore.plots import plot_sweep

        return plot_sweep(self, kind)

    def _repr_html_(self) -> str:
        """The shares at each point, for a notebook."""
        from falter.explore.notebook import sweep_html

        return sweep_html(self)

    def __len__(self) -> int:
        return len(self.points)

    def __iter__(self) -> Iterator[Ensemble]:
        return iter(self.points)

    @overload
    def __getitem__(self, index: int) -> Ensemble: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Ensemble, ...]: ...

    def __getitem__(self, index: int | slice) -> Ensemble | tuple[Ensemble, ...]:
        return self.points[index]
