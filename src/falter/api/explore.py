"""Many performances of a scene: the facade over `explore`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Source
from falter.files import WriteError
from falter.pipeline import SceneError

if TYPE_CHECKING:
    from falter.api.scene import Scene
    from falter.explore.ensemble import Ensemble
    from falter.explore.store import Store
    from falter.explore.sweep import Sweep
    from falter.explore.varying import Point, Varied
    from falter.tables import Tables


def nobody(_count: int) -> None:
    """Listens to progress, and says nothing of it."""


def explore(
    scene: Scene,
    runs: int,
    seed: int,
    jobs: int,
    vary: tuple[Varied, ...] = (),
    told: Callable[[int], None] = nobody,
    out: str | Path | None = None,
    on: str | None = None,
) -> Ensemble | Sweep:
    """`runs` performances of a scene, at each point of what is varied; the same for any number of `jobs`, and on any cluster (`dask://…`).

    With `out` the tables of runs and of beats are written there, in parts while they grow; parts that are there already are gone on from.
    Raises Interrupted with what there is by then, also where a disk is full or a cluster gone; WriteError where nothing can be written at
    all, DamagedPartsError, and SceneError for parts of another exploration.
    """
    from falter.explore.cluster import Cluster
    from falter.explore.ensemble import Ensemble
    from falter.explore.sweep import Interrupted, Sweep, explored
    from falter.explore.varying import points

    store = _store(scene, runs, seed, vary, Path(out)) if out is not None else None
    at_each: list[Ensemble] = []
    for number, (point, tables) in enumerate(_tables(scene, points(vary))):
        try:
            at_each.append(explored(tables, seed, runs, jobs, told, point, number, store, Cluster(on) if on else None))
        except Interrupted as stopped:
            part = [stopped.found] if isinstance(stopped.found, Ensemble) else []
            found = [*at_each, *part]
            raise Interrupted(Sweep(tuple(found), scene.model) if found and vary else next(iter(found), None), stopped.why) from None
    whole = Sweep(tuple(at_each), scene.model) if vary else at_each[0]
    if store:
        try:
            store.finish()
        except WriteError as problem:
            raise Interrupted(whole, problem) from None
    return whole


def _tables(scene: Scene, points: Sequence[Point]) -> Iterator[tuple[Point, Tables]]:
    """The scene's tables at each point."""
    import numpy

    from falter.tables.patching import tables_at

    names = [name for name, _ in points[0]]
    values = numpy.array([[value for _, value in point] for point in points])
    return zip(points, tables_at(scene.model, scene.places, names, values), strict=True)


def _store(scene: Scene, runs: int, seed: int, vary: tuple[Varied, ...], out: Path) -> Store:
    """Where the tables are to be, with what they are from."""
    from falter.explore.frames import BEATS, RUNS, provenance
    from falter.explore.store import OtherPartsError, Store

    store = Store(out, provenance(scene.model, seed, runs, {one.name: one.values for one in vary}, RUNS | BEATS))
    try:
        store.open()
    except OtherPartsError as error:
        faults = Faults(Source(str(out), ""))
        faults.add("FAL5008", None, folder=error.folder, differs=error.differs)
        raise SceneError(faults) from None
    return store


def varied_by(scene: Scene, vary: Mapping[str, object]) -> tuple[Varied, ...]:
    """What Python said is to be varied, read. Raises VaryError."""
    from falter.explore.varying import given

    return given(vary, scene.model)
