"""What goes wrong with the parts of an exploration: files that are damaged, and a disk that is full."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars
import pytest

import falter
from falter.api.explore import explore
from falter.diagnostics import exits
from falter.explore import store as module
from falter.explore.ensemble import Ensemble
from falter.explore.store import DamagedPartsError
from falter.explore.sweep import Interrupted
from falter.files import WriteError

BRIDGE = Path(__file__).parents[3] / "scenes" / "ladder" / "03-the-bridge.falter"
RUNS = 90


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("falter.explore.sweep.PART", 30)


def explored(out: Path | None, told: Any = lambda _count: None) -> Ensemble:
    found = explore(falter.load(BRIDGE), RUNS, 4, 1, (), told, out)
    assert isinstance(found, Ensemble)
    return found


def fill_up_after(monkeypatch: pytest.MonkeyPatch, parts: int) -> None:
    """The disk is full once so many parts are written."""
    written: list[Path] = []
    save = module._save

    def full(path: Path, codes: dict[str, Any]) -> None:
        if len(written) == parts:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(path)
        save(path, codes)

    monkeypatch.setattr(module, "_save", full)


def test_a_full_disk_keeps_what_was_done_and_is_gone_on_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "runs.parquet"
    with monkeypatch.context() as filled:
        fill_up_after(filled, 2)
        with pytest.raises(Interrupted) as stopped:
            explored(out)
    assert isinstance(stopped.value.why, WriteError) and stopped.value.why.errno == errno.ENOSPC
    assert stopped.value.why.filename == str(out)
    found, whole = stopped.value.found, explored(None)
    assert isinstance(found, Ensemble)
    assert len(found.runs) == 60
    assert found.runs.seconds.tobytes() == whole.runs.seconds[found.runs.run].tobytes()
    assert not list(tmp_path.glob("runs.parquet.parts/*.tmp"))
    told: list[int] = []
    again = explored(out, told.append)
    assert told[0] == 60 and sum(told) == RUNS
    assert again.runs.knew.tobytes() == whole.runs.knew.tobytes() and again.runs.run.tolist() == list(range(RUNS))
    assert again.performed() == whole.performed()
    assert polars.read_parquet(out)["seconds"].to_list() == whole.runs.seconds.tolist()


def test_a_full_disk_at_the_very_end_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "runs.parquet"

    sink = polars.LazyFrame.sink_parquet

    def full(frame: polars.LazyFrame, path: Path, **more: Any) -> Any:
        if str(path).endswith("runs.parquet.tmp") and not Path(path).name.startswith("0"):
            raise polars.exceptions.ComputeError("parquet: underlying IO error: No space left on device (os error 28)")
        return sink(frame, path, **more)

    with monkeypatch.context() as filled:
        filled.setattr(polars.LazyFrame, "sink_parquet", full)
        with pytest.raises(Interrupted) as stopped:
            explored(out)
    assert isinstance(stopped.value.why, WriteError) and isinstance(stopped.value.found, Ensemble)
    assert len(stopped.value.found.runs) == RUNS
    told: list[int] = []
    explored(out, told.append)
    assert told == [RUNS]
    assert len(polars.read_parquet(out)) == RUNS


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
def test_what_the_system_will_not_write_is_said_so_also_by_polars(tmp_path: Path) -> None:
    """A process that may write no file above 20 KB: polars meets it first."""
    words = [sys.executable, "-m", "falter", "explore", str(BRIDGE), "-n", "600", "--jobs", "1", "--out", str(tmp_path / "runs.parquet")]
    said = subprocess.run(
        words, capture_output=True, text=True, check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    )
    assert said.returncode == exits.FILE
    assert "FAL5003" in said.stderr
    assert "too large" in said.stderr


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"3"])
def test_a_damaged_manifest_is_named(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "runs.parquet.parts"
    folder.mkdir()
    (folder / "manifest.json").write_bytes(content)
    with pytest.raises(DamagedPartsError) as told:
        explored(tmp_path / "runs.parquet")
    assert [fault.code for fault in told.value.faults.found] == ["FAL5013"]
    assert "manifest.json" in str(told.value)


@pytest.mark.parametrize("ending", ["npz", "beats.parquet"])
@pytest.mark.parametrize("kept", [0, 40])
def test_a_damaged_part_is_named_and_performed_anew_once_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, kept: int
) -> None:
    out = tmp_path / "runs.parquet"
    with monkeypatch.context() as filled:
        fill_up_after(filled, 2)
        with pytest.raises(Interrupted):
            explored(out)
    damaged = sorted(tmp_path.glob(f"runs.parquet.parts/*.{ending}"))[0]
    damaged.write_bytes(damaged.read_bytes()[:kept])
    with pytest.raises(DamagedPartsError) as told:
        explored(out)
    assert [fault.code for fault in told.value.faults.found] == ["FAL5013"]
    assert damaged.name in str(told.value)
    damaged.unlink()
    assert explored(out).runs.seconds.tobytes() == explored(None).runs.seconds.tobytes()
