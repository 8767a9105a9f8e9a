"""Digests of whole performances in plain mode: every version of Python and every machine must come to the same bits.

`FALTER_ACCEPT=1 pytest tests/golden/test_digests.py` writes them anew. A scene whose text has changed has other digests; where the
text is the same and they differ, the engine performs it otherwise.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from falter.performance import perform
from tests.performing import LADDER, SCENES, whole_scene

FILE = Path(__file__).parent / "digests.json"
RUNS = {"the-generals-office": range(3), "the-huntsman": range(3)} | {name: range(1) for name in LADDER}
SEED = 11


def digest(*parts: bytes) -> str:
    """Sixteen bytes of BLAKE2b."""
    return hashlib.blake2b(b"".join(parts), digest_size=16).hexdigest()


def performed(name: str) -> dict[str, object]:
    """The digest of a scene's text, and of the traced state at every step of each run, then of the events."""
    runs = []
    for run in RUNS[name]:
        trace = perform(whole_scene(name), SEED, run)
        runs.append(digest(trace.ints.tobytes(), trace.floats.tobytes(), trace.last_ints.tobytes(), trace.last_floats.tobytes()))
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
