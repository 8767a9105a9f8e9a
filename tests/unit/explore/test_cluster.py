"""A Dask cluster on this machine: the same bits for any number of workers, whatever becomes of them, or a clear word why not."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import falter
from falter.api.explore import explore
from falter.explore import cluster as module
from falter.explore.cluster import Cluster, ClusterError
from falter.explore.ensemble import Ensemble
from falter.explore.far import marks, opened, sealed
from falter.explore.sweep import Interrupted
from falter.explore.tasks import Done, tasks_of
from tests.performing import whole_scene

distributed = pytest.importorskip("distributed")

BRIDGE = Path(__file__).parents[3] / "scenes" / "ladder" / "03-the-bridge.falter"
RUNS = 120
NOBODY = "dask://127.0.0.1:9"


@contextmanager
def cluster(workers: int, processes: bool = True) -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=processes,
        host="127.0.0.1",
        protocol="tcp://",
        dashboard_address=None,
        silence_logs=50,
    ) as made:
        yield made


def address(made: Any) -> str:
    return f"dask://{made.scheduler_address.removeprefix('tcp://')}"


def explored(on: str | None, **more: Any) -> Ensemble:
    found = explore(falter.load(BRIDGE), RUNS, 5, 1, on=on, **more)
    assert isinstance(found, Ensemble)
    return found


def same(one: Ensemble, other: Ensemble) -> bool:
    pairs = [(one.runs, other.runs), (one.acted, other.acted), (one.counts, other.counts)]
    return all(getattr(a, cell.name).tobytes() == getattr(b, cell.name).tobytes() for a, b in pairs for cell in fields(a))  # type: ignore[arg-type]


def test_tables_come_out_as_they_were_sealed() -> None:
    tables = whole_scene("the-huntsman")
    again = opened(sealed(tables))
    assert all(bytes(one) == bytes(other) for one, other in zip(tables.packed[:5], again.packed[:5], strict=True))
    assert again.packed[5:] == tables.packed[5:]
    assert again.labels == tables.labels and again.scene == tables.scene


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_bits_for_any_number_of_workers(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    monkeypatch.setattr("falter.explore.sweep.FAR_TASK", 25)
    with cluster(workers) as made:
        found = explored(address(made))
    assert same(found, explored(None))


@pytest.mark.slow
def test_a_worker_killed_half_way_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("falter.explore.sweep.FAR_TASK", 10)
    killed: list[int] = []
    with cluster(2) as made:

        def told(count: int) -> None:
            if count and not killed:
                killed.append(next(iter(made.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        found = explored(address(made), told=told, out=tmp_path / "runs.parquet")
    assert killed
    one, other = found.runs, explored(None).runs
    assert all(getattr(one, cell.name).tobytes() == getattr(other, cell.name).tobytes() for cell in fields(one))


def test_a_machine_with_another_arithmetic_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "marks", lambda: {**marks(), "arithmetic": "another"})
    with cluster(1, processes=False) as made, pytest.raises(Interrupted) as stopped:
        explored(address(made))
    assert stopped.value.why is not None and stopped.value.found is None
    assert [fault.code for fault in stopped.value.why.faults.found] == ["FAL5012"]
    assert "arithmetic" in str(stopped.value.why)


def test_a_worker_that_comes_later_is_judged_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The marks that go with each task are another machine's; those asked for at the start are not."""
    monkeypatch.setattr(Cluster, "_must_match", lambda *_: None)
    monkeypatch.setattr(module, "marks", lambda: {**marks(), "arithmetic": "another"})
    with cluster(1, processes=False) as made, pytest.raises(Interrupted) as stopped:
        explored(address(made))
    assert stopped.value.why is not None
    assert [fault.code for fault in stopped.value.why.faults.found] == ["FAL5012"]


def test_a_cluster_that_is_not_there_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    with pytest.raises(ClusterError) as told:
        list(Cluster(NOBODY).perform(tasks_of(whole_scene("ladder/03-the-bridge"), 1, 4), lambda _count: None))
    assert [fault.code for fault in told.value.faults.found] == ["FAL5010"]


@pytest.mark.slow
def test_a_cluster_that_goes_away_leaves_what_was_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --out the same call goes on from there, here."""
    monkeypatch.setattr("falter.explore.sweep.FAR_TASK", 10)
    monkeypatch.setattr(module, "PATIENCE", 2.0)
    out = tmp_path / "runs.parquet"
    with cluster(1) as made:
        gone: list[int] = []

        def told(count: int) -> None:
            if count and not gone:
                gone.append(next(iter(made.workers.values())).pid)
                made.close()

        with pytest.raises(Interrupted) as stopped:
            explored(address(made), told=told, out=out)
    assert stopped.value.why is not None
    assert [fault.code for fault in stopped.value.why.faults.found] == ["FAL5011"]
    assert stopped.value.found is not None and 0 < len(stopped.value.found.runs) < RUNS  # type: ignore[union-attr]
    whole = explored(None, out=out)
    assert not out.with_name("runs.parquet.parts").exists()
    assert whole.runs.seconds.tobytes() == explored(None).runs.seconds.tobytes()


def test_what_a_task_gave_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []
    with cluster(1, processes=False) as made:
        done: list[Done] = list(Cluster(address(made)).perform(tasks_of(whole_scene("ladder/03-the-bridge"), 1, 30, 10), counts.append))
    assert counts == [10, 10, 10]
    assert sorted(one.task.first for one in done) == [0, 10, 20]
