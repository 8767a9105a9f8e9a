"""Digests of whole performances in plain mode: every version of Python and every machine must come to the same bits.

`FALTER_ACCEPT=1 pytest tests/golden/test_digests.py` writes them anew. A scene whose text has changed has other digests; where the
text is the same and they differ, the engine performs it otherwise. Digested is what minds are, at every step, and every event:
columns that mean something, in the order of their rows, wherever the layout puts them; workings kept beside are left out.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import numpy
import pytest

from falter.performance import Trace, perform
from falter.tables import columns as at
from tests.performing import LADDER, SCENES, whole_scene

FILE = Path(__file__).parent / "digests.json"
RUNS = {"the-generals-office": range(3), "the-huntsman": range(3)} | {name: range(1) for name in LADDER}
SEED = 11


def digest(*parts: bytes) -> str:
    """Sixteen bytes of BLAKE2b."""
    return hashlib.blake2b(b"".join(parts), digest_size=16).hexdigest()


COLUMNS = {
    "si": {"run": ["STATUS", "EVENTS"], "person": ["PRESENCE", "ATTENDED", "CREDITOR", "LEADING"], "motive": ["SETTLED"], "move": ["DONE"],
           "act": ["OPEN", "COUNT"], "pair": ["NOTICED"], "cover": ["ON"]},
    "sf": {"run": ["T"], "person": ["X", "Y", "DRIVE", "CONFLICT", "NEAREST"], "feeling": ["FELT"], "motive": ["W", "P", "G", "CUE"],
           "act": ["P", "THETA", "CONFLICT"], "read": ["CARE", "ODDS"], "cell": ["POST"]},
}  # fmt: skip
EVENT = {
    "si": ["ACT", "WORDING", "USE", "AIM", "HEARD", "CUT", "LATE", "CAUSE"],
    "sf": ["T", "LANDS", "ENDS", "WAITED"],
}


def cells(trace: Trace, block: str) -> list[int]:
    """Where the columns stand in a row of the trace."""
    ti = trace.tables.packed.ti
    found = []
    for section, names in COLUMNS[block].items():
        name = section.upper()
        size = getattr(at, f"{block.upper()}_{name}_SIZE")
        for row in range(ti[getattr(at, f"N_{name}")]):
            found += [ti[getattr(at, f"{block.upper()}_{name}")] + row * size + getattr(at, f"{name}_{column}") for column in names]
    return found


def events(trace: Trace, block: str) -> bytes:
    """The columns of the events."""
    packed = trace.tables.packed
    traced, last = (packed.si_traced, trace.last_ints) if block == "si" else (packed.sf_traced, trace.last_floats)
    base, size = packed.ti[getattr(at, f"{block.upper()}_EVENT")] - traced, getattr(at, f"{block.upper()}_EVENT_SIZE")
    places = [base + row * size + getattr(at, f"EVENT_{name}") for row in range(len(trace.events)) for name in EVENT[block]]
    return numpy.asarray(last)[places].tobytes()


def of_run(trace: Trace) -> str:
    """The digest of a performance."""
    parts = []
    for block, rows in (("si", trace.ints), ("sf", trace.floats)):
        minds = numpy.asarray(rows).reshape(trace.steps, -1)[:, cells(trace, block)]
        parts += [numpy.ascontiguousarray(minds).tobytes(), events(trace, block)]
    return digest(*parts)


def performed(name: str) -> dict[str, object]:
    """The digests of a scene's text and of its runs."""
    runs = [of_run(perform(whole_scene(name), SEED, run)) for run in RUNS[name]]
    return {"text": digest((SCENES / f"{name}.falter").read_text(encoding="utf-8").encode()), "runs": runs}


@pytest.mark.parametrize("name", RUNS)
def test_digests_of_performances(name: str) -> None:
    found = performed(name)
    if os.environ.get("FALTER_ACCEPT"):
        kept = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
        kept[name] = found
        FILE.write_text(json.dumps({name: kept[name] for name in RUNS if name in kept}, indent=1) + "\n", encoding="utf-8", newline="\n")
    kept = json.loads(FILE.read_text(encoding="utf-8"))[name]
    assert found["text"] == kept["text"], f"the text of {name} has changed: accept its digests anew"
    assert found["runs"] == kept["runs"], f"the text of {name} is the same, and it is performed otherwise"
