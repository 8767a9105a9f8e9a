"""A trace in a file: one documented, versioned format (docs/reference/trace-file.md). Bytes in, bytes out; no paths here.

A zip archive: `meta.json` says what it is and how to make it again; `ints.bin` and `floats.bin` hold the traced state,
column after column, little-endian, 8 bytes a cell; `last_ints.bin` and `last_floats.bin` the rest of the state at the end,
the events among it.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
import zipfile
import zlib
from array import array
from typing import Any, Final

from falter.diagnostics.source import Places, Source, Span
from falter.model.scene import Scene
from falter.numeric.arithmetic import arithmetic_fingerprint
from falter.performance.interventions import check_interventions
from falter.performance.perform import Intervention
from falter.performance.trace import Trace
from falter.tables.blocking import taken_out
from falter.tables.compile import compile_scene
from falter.tables.layout import render_columns
from falter.version import __version__

FORMAT: Final = 2
"""Version of the file format: changes when a reader of the old one could not read the new."""

PARTS: Final = {"ints": "q", "floats": "d", "last_ints": "q", "last_floats": "d"}


class TraceFileError(ValueError):
    """The bytes are no trace, or a damaged one; the message says why."""


class TraceVersionError(TraceFileError):
    """A trace of another version of the format or of the layout; `found` is the version of Falter that wrote it."""

    def __init__(self, found: str) -> None:
        super().__init__(f"written by version {found}")
        self.found = found


def layout_digest() -> str:
    """What a saved state can be read by: changes with every column."""
    return hashlib.blake2b(render_columns().encode(), digest_size=8).hexdigest()


def to_bytes(trace: Trace, source: Source | None = None) -> bytes:
    """The trace as the bytes of a file, with the text its scene was read from, if that is at hand."""
    meta: dict[str, Any] = {
        "format": FORMAT,
        "falter": __version__,
        "layout": layout_digest(),
        "arithmetic": arithmetic_fingerprint(),
        "scene": trace.scene.model_dump(mode="json"),
        "places": [[list(path), list(span)] for path, span in trace.tables.places.items()],
        "capacity": trace.tables.capacity,
        "without": [list(one) for one in trace.tables.without],
        "seed": trace.seed,
        "run": trace.run,
        "luck": trace.luck,
        "interventions": [list(row) for row in trace.interventions],
        "source": {"name": source.name, "text": source.text, "files": source.files} if source else None,
        "steps": trace.steps,
        "ending": trace.ending,
        "seconds": trace.seconds,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        _put(archive, "meta.json", json.dumps(meta, ensure_ascii=False, indent=1).encode())
        for name in PARTS:
            cells = getattr(trace, name)
            _put(archive, f"{name}.bin", _columns(cells, 1 if name.startswith("last") else trace.steps))
    return buffer.getvalue()


def from_bytes(data: bytes) -> Trace:
    """The trace in a file's bytes. Raises TraceFileError, and TraceVersionError where another version wrote it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            meta = json.loads(archive.read("meta.json"))
            if meta["format"] != FORMAT or meta["layout"] != layout_digest():
                raise TraceVersionError(str(meta.get("falter", "unknown")))
            scene = Scene.model_validate(meta["scene"])
            places: Places = {tuple(path): Span(*span) for path, span in meta["places"]}
            tables = taken_out(compile_scene(scene, places, meta["capacity"]), [(what, row) for what, row in meta["without"]])
            steps = int(meta["steps"])
            interventions = [Intervention(*row) for row in meta["interventions"]]
            check_interventions(tables, interventions)
            blocks = {
                name: _cells(archive.read(f"{name}.bin"), code, 1 if name.startswith("last") else steps) for name, code in PARTS.items()
            }
    except TraceVersionError:
        raise
    except (zipfile.BadZipFile, zlib.error, RuntimeError, LookupError, ValueError, TypeError, OSError, EOFError) as error:
        raise TraceFileError(str(error)) from error
    packed = tables.packed
    sizes = {"ints": steps * packed.si_traced, "floats": steps * packed.sf_traced}
    sizes |= {"last_ints": len(packed.si) - packed.si_traced, "last_floats": len(packed.sf) - packed.sf_traced}
    for name, size in sizes.items():
        if len(blocks[name]) != size:
            raise TraceFileError(f"{name}.bin holds {len(blocks[name])} cells where the scene needs {size}")
    return Trace(tables, meta["seed"], meta["run"], meta["luck"], steps, **blocks, interventions=interventions)


def source_of(data: bytes) -> Source | None:
    """The text that the scene of a trace in a file's bytes was read from; None where it was not kept. `from_bytes` reads them first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = json.loads(archive.read("meta.json"))["source"]
    if kept is None:
        return None
    source = Source(kept["name"], kept["text"])
    source.files = [(start, name) for start, name in kept["files"]]
    return source


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Write one member with a fixed date, so that the same performance makes the same file."""
    archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def _columns(cells: array[Any], rows: int) -> bytes:
    """Rows laid column after column: a value that seldom changes packs into nothing."""
    import numpy as np

    table = np.frombuffer(cells, dtype=f"<{'i8' if cells.typecode == 'q' else 'f8'}").reshape(rows, -1)
    return np.ascontiguousarray(table.T).tobytes()


def _cells(content: bytes, typecode: str, rows: int) -> array[Any]:
    """The inverse of `_columns`. Raises ValueError when the bytes are not a whole number of rows."""
    import numpy as np

    table = np.frombuffer(content, dtype="<i8" if typecode == "q" else "<f8").reshape(-1, rows)
    made: array[Any] = array(typecode)
    made.frombytes(np.ascontiguousarray(table.T).astype(table.dtype.newbyteorder("=" if sys.byteorder == "little" else ">")).tobytes())
    return made
