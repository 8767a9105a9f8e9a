"""Where an ensemble is kept while it grows: parts beside the file it will become. What is kept is never performed again.

A part is three files, each written under a temporary name and renamed: the runs and the beats as tables, and last the codes of the
runs, which say that the part is whole. The manifest says what is performed; parts of anything else are refused.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy

from falter.explore.frames import beats_frame, runs_frame
from falter.explore.records import Counts, Runs, joined_beats
from falter.explore.tasks import TASK, Done, Task
from falter.explore.varying import Point
from falter.files import WriteError, write_file
from falter.performance.batch import names_of
from falter.tables.tables import Tables

MANIFEST: Final = "manifest.json"


class OtherPartsError(ValueError):
    """The parts that are there are of something else; `differs` names what."""

    def __init__(self, folder: Path, differs: str) -> None:
        super().__init__(f"{folder} holds parts of another exploration: its {differs} differs")
        self.folder, self.differs = folder, differs


@dataclass(frozen=True)
class Store:
    """The parts of one exploration. `made` is the provenance of its tables."""

    out: Path
    made: dict[str, str]

    @property
    def folder(self) -> Path:
        """Where the parts are until all are there."""
        return self.out.with_name(f"{self.out.name}.parts")

    @property
    def beats_file(self) -> Path:
        """The table of beats, beside that of runs."""
        return self.out.with_name(f"{self.out.stem}.beats{self.out.suffix}")

    def open(self) -> None:
        """Make the folder, or see that its parts are of the same exploration. Raises WriteError and OtherPartsError."""
        manifest = self.folder / MANIFEST
        if manifest.exists():
            there: dict[str, str] = json.loads(manifest.read_text("utf-8"))
            for name, value in self.made.items():
                if there.get(name) != value and name != "runs":
                    raise OtherPartsError(self.folder, name)
            return
        try:
            self.folder.mkdir(exist_ok=True)
        except OSError as error:
            raise WriteError(error.errno, error.strerror, str(self.out)) from error
        write_file(manifest, json.dumps(self.made, ensure_ascii=False, indent=1).encode())

    def missing(self, point: int, tables: Tables, seed: int, runs: int, size: int = TASK) -> list[Task]:
        """Tasks for the runs of a point that no part has."""
        tasks, at = [], 0
        for first, count in [*self._spans(point), (runs, 0)]:
            while at < min(first, runs):
                tasks.append(Task(tables, seed, at, min(size, first - at, runs - at)))
                at += tasks[-1].count
            at = max(at, first + count)
        return tasks

    def keep(self, number: int, point: Point, done: Done) -> Done:
        """Write a part; what is given back is without its beats."""
        tables, name = done.task.tables, f"{number:04}-{done.task.first:012}-{done.count}"
        self._write(f"{name}.runs.parquet", runs_frame(tables, names_of(tables), done.runs, point).write_parquet)
        self._write(f"{name}.beats.parquet", beats_frame(tables, done.beats, point).write_parquet)
        codes = {**asdict(done.runs), "act_runs": done.counts.runs, "act_times": done.counts.times}
        self._write(f"{name}.npz", lambda path: _save(path, codes))
        return replace(done, beats=joined_beats([]))

    def kept(self, number: int, tables: Tables, seed: int) -> list[Done]:
        """The parts of a point that are there, without their beats."""
        return [self._read(number, tables, seed, first, count) for first, count in self._spans(number)]

    def finish(self) -> None:
        """All parts are there: join them into the two files, by point and run, and take the parts away."""
        names = [path.name.removesuffix(".npz") for path in sorted(self.folder.glob("*.npz"))]
        for kind, target in (("runs", self.out), ("beats", self.beats_file)):
            self._join([self.folder / f"{name}.{kind}.parquet" for name in names], target)
        shutil.rmtree(self.folder)

    def _join(self, parts: list[Path], target: Path) -> None:
        import polars

        finished = self.folder / f"{target.name}.tmp"
        polars.scan_parquet(parts).sink_parquet(finished, metadata=self.made, maintain_order=True)
        try:
            finished.replace(target)
        except OSError as error:
            raise WriteError(error.errno, error.strerror, str(target)) from error

    def _write(self, name: str, write: Callable[[Path], Any]) -> None:
        """One file, whole or not at all. Raises WriteError."""
        temporary = self.folder / f"{name}.tmp"
        try:
            write(temporary)
            with temporary.open("rb") as stream:
                os.fsync(stream.fileno())
            temporary.replace(self.folder / name)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise WriteError(error.errno, error.strerror or str(error), str(self.out)) from error

    def _spans(self, number: int) -> list[tuple[int, int]]:
        """(first, count) of the parts of a point, by run."""
        found = (path.stem.split("-") for path in self.folder.glob(f"{number:04}-*.npz"))
        return sorted((int(first), int(count)) for _, first, count in found)

    def _read(self, number: int, tables: Tables, seed: int, first: int, count: int) -> Done:
        with numpy.load(self.folder / f"{number:04}-{first:012}-{count}.npz") as codes:
            cells = {name: codes[name] for name in codes.files}
        counts = Counts(cells.pop("act_runs"), cells.pop("act_times"))
        return Done(Task(tables, seed, first, count), Runs(**cells), joined_beats([]), counts)


def _save(path: Path, codes: dict[str, Any]) -> None:
    with path.open("wb") as stream:
        numpy.savez(stream, **codes)
