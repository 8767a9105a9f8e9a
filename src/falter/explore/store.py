"""Where an ensemble is kept while it grows: parts beside the file it will become. What is kept is never performed again.

A part is three files, each written under a temporary name and renamed: the runs and the beats as tables, and last the codes of the
runs, which say that the part is whole. The manifest says what is performed; parts of anything else are refused.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile
from zlib import error

import numpy

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Source
from falter.explore.frames import beats_frame, runs_frame
from falter.explore.records import Counts, Runs, joined_beats
from falter.explore.tasks import Done, Task
from falter.explore.varying import Point
from falter.files import WriteError, write_file
from falter.performance.batch import names_of
from falter.tables.tables import Tables

MANIFEST: Final = "manifest.json"
ROWS: Final = 32_768
"""Rows of a table that are read and written at a time."""
PARQUET: Final = b"PAR1"
"""What a table in that form begins and ends with."""
PART: Final = 1024
"""Runs of a part: several are in hand at a time, each with its acts, 2 MB of them in a long scene."""


class OtherPartsError(ValueError):
    """The parts that are there are of something else; `differs` names what."""

    def __init__(self, folder: Path, differs: str) -> None:
        super().__init__(f"{folder} holds parts of another exploration: its {differs} differs")
        self.folder, self.differs = folder, differs


class DamagedPartsError(ValueError):
    """A file among the parts cannot be read; `faults` says which."""

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path} is damaged: {reason}")
        self.faults = Faults(Source(str(path), ""))
        self.faults.add("FAL5013", None, name=path, reason=str(reason).splitlines()[0].lower() if str(reason) else "it ends too soon")


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
            there = self._manifest(manifest)
            for name, value in self.made.items():
                if there.get(name) != value and name != "runs":
                    raise OtherPartsError(self.folder, name)
            return
        try:
            self.folder.mkdir(exist_ok=True)
        except OSError as problem:
            raise WriteError(problem.errno, problem.strerror, str(self.out)) from problem
        write_file(manifest, json.dumps(self.made, ensure_ascii=False, indent=1).encode())

    def _manifest(self, path: Path) -> dict[str, str]:
        try:
            there = json.loads(path.read_bytes())
        except ValueError as damage:
            raise DamagedPartsError(path, damage) from None
        if not isinstance(there, dict):
            raise DamagedPartsError(path, "no table of names and values")
        return there

    def missing(self, point: int, tables: Tables, seed: int, runs: int, size: int = PART) -> list[Task]:
        """Tasks for the runs of a point that no part has."""
        tasks, at = [], 0
        for first, count in [*self._spans(point), (runs, 0)]:
            while at < min(first, runs):
                tasks.append(Task(tables, seed, at, min(size, first - at, runs - at)))
                at += tasks[-1].count
            at = max(at, first + count)
        return tasks

    def keep(self, number: int, point: Point, done: Done) -> None:
        """Write a part. Raises WriteError."""
        tables, name = done.task.tables, f"{number:04}-{done.task.first:012}-{done.count}"
        frames = {"runs": runs_frame(tables, names_of(tables), done.runs, point), "beats": beats_frame(tables, done.beats, point)}
        for kind, frame in frames.items():
            self._write(f"{name}.{kind}.parquet", partial(frame.write_parquet, row_group_size=ROWS))
        codes = {**asdict(done.runs), "act_runs": done.counts.runs, "act_times": done.counts.times}
        self._write(f"{name}.npz", lambda path: _save(path, codes))

    def count(self, number: int) -> int:
        """How many runs of a point are kept."""
        return sum(count for _, count in self._spans(number))

    def gathered(self, number: int, tables: Tables, seed: int) -> list[Done]:
        """All runs of a point that are kept, as though one task had given them, without their beats; nothing where none are. One part is
        read after the other, so that no run is held twice. Raises DamagedPartsError."""
        spans = self._spans(number)
        cells: dict[str, Any] = {}
        at, counts = 0, None
        for first, count in spans:
            part, mine = self._read(number, first, count)
            counts = mine if counts is None else counts + mine
            cells = cells or {name: numpy.empty((self.count(number), *column.shape[1:]), column.dtype) for name, column in part.items()}
            for name, column in part.items():
                cells[name][at : at + count] = column
            at += count
        return [] if counts is None else [Done(Task(tables, seed, spans[0][0], at), Runs(**cells), joined_beats([]), counts)]

    def finish(self) -> None:
        """All parts are there: join them into the two files, by point and run, and take the parts away."""
        names = [path.stem for path in self._whole("*.npz")]
        for kind, target in (("runs", self.out), ("beats", self.beats_file)):
            self._join([self.folder / f"{name}.{kind}.parquet" for name in names], target)
        shutil.rmtree(self.folder)

    def _join(self, parts: list[Path], target: Path) -> None:
        import polars

        finished = self.folder / f"{target.name}.tmp"
        with self._told():
            for part in parts:
                _sound(part)
            polars.scan_parquet(parts).sink_parquet(finished, metadata=self.made, maintain_order=True, row_group_size=ROWS)
            finished.replace(target)

    def _write(self, name: str, write: Callable[[Path], Any]) -> None:
        """One file, whole or not at all. Raises WriteError."""
        temporary = self.folder / f"{name}.tmp"
        try:
            with self._told():
                write(temporary)
                with temporary.open("rb") as stream:
                    os.fsync(stream.fileno())
                temporary.replace(self.folder / name)
        except WriteError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the system would not do is said of the name the user gave; polars has the system's number in its words, if it was that."""
        from polars.exceptions import PolarsError

        try:
            yield
        except OSError as problem:
            raise WriteError(problem.errno, problem.strerror or str(problem), str(self.out)) from problem
        except PolarsError as problem:
            number = re.search(r"\(os error (\d+)\)", str(problem))
            if number is None:
                raise DamagedPartsError(self.folder, problem) from None
            raise WriteError(int(number[1]), os.strerror(int(number[1])), str(self.out)) from problem

    def _spans(self, number: int) -> list[tuple[int, int]]:
        """(first, count) of the parts of a point that are whole, by run."""
        found = (path.stem.split("-") for path in self._whole(f"{number:04}-*.npz"))
        return sorted((int(first), int(count)) for _, first, count in found)

    def _whole(self, pattern: str) -> list[Path]:
        """The codes of parts of which all three files are there, in order."""
        codes = sorted(self.folder.glob(pattern))
        return [path for path in codes if all(path.with_suffix(f".{kind}.parquet").exists() for kind in ("runs", "beats"))]

    def _read(self, number: int, first: int, count: int) -> tuple[dict[str, Any], Counts]:
        """The columns of the runs of a part, and its counts."""
        path = self.folder / f"{number:04}-{first:012}-{count}.npz"
        try:
            with numpy.load(path) as codes:
                cells = {name: codes[name] for name in codes.files}
            return cells, Counts(cells.pop("act_runs"), cells.pop("act_times"))
        except (ValueError, KeyError, EOFError, BadZipFile, error) as damage:
            raise DamagedPartsError(path, damage) from None


def _save(path: Path, codes: dict[str, Any]) -> None:
    with path.open("wb") as stream:
        numpy.savez(stream, **codes)


def _sound(path: Path) -> None:
    """Raises DamagedPartsError for a table that is cut short."""
    with path.open("rb") as stream:
        opening = stream.read(4)
        stream.seek(0, os.SEEK_END)
        stream.seek(max(0, stream.tell() - 4))
        if (opening, stream.read(4)) != (PARQUET, PARQUET):
            raise DamagedPartsError(path, "it is no whole table")
