"""A kept performance whose file says that it was meddled with in a way that its scene has no room for: the file is damaged."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from falter.kernel.interventions import ACT, ACT_WHEN, BAR, COLD, DROP, MUTE, QUIET, TILT
from falter.performance import perform
from falter.performance.interventions import check_interventions
from falter.performance.perform import Intervention
from falter.performance.trace import Trace
from falter.performance.tracefile import TraceFileError, from_bytes, to_bytes
from falter.tables import columns as at
from tests.performing import row_of, tables_of

GATE = """falter 1
scene A Gate
place a gate
ANNA "the guard", she
  wants to ask: somewhat
BEN "the stranger", he
  tempo quick
ANNA may ask "asks" to BEN, asks, once
BEN may answer "answers" to asker, answers
closes at 20 s
"""


@pytest.fixture(scope="module")
def trace() -> Trace:
    return perform(tables_of(GATE), 1)


def with_meta(trace: Trace, **changed: Any) -> bytes:
    """The file of a performance that says something else of itself."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(to_bytes(trace))) as archive, zipfile.ZipFile(made, "w") as other:
        for name in archive.namelist():
            content = archive.read(name)
            other.writestr(name, json.dumps(json.loads(content) | changed) if name == "meta.json" else content)
    return made.getvalue()


def good(trace: Trace) -> list[Intervention]:
    """A row of each kind."""
    ask = row_of(trace.tables, "act", "ANNA ask BEN")
    anna = trace.tables.names.person["ANNA"]
    return [
        *(Intervention(5, ACT, anna, what) for what in (ask, -1)),
        *(Intervention(5, TILT, quarter, ask, 0.5) for quarter in (-1, 0, 3)),
        *(Intervention(5, kind, 0, ask) for kind in (QUIET, ACT_WHEN, BAR)),
        Intervention(9, ACT_WHEN, -1, ask),
        Intervention(5, DROP, 0, 0),
        Intervention(5, COLD, anna, -1),
        Intervention(5, MUTE, 0, 0),
    ]


def test_rows_of_every_kind_are_kept(trace: Trace) -> None:
    kept = from_bytes(with_meta(trace, interventions=[list(row) for row in good(trace)]))
    assert list(kept.interventions) == good(trace)


@pytest.mark.parametrize("cell", ["person", "what"])
@pytest.mark.parametrize("value", [-7, 100_000, 1.0, True, "1"])
def test_a_row_about_what_the_scene_has_not_is_damage(trace: Trace, cell: str, value: Any) -> None:
    checked = 0
    for row in good(trace):
        free = {QUIET: "person", ACT_WHEN: "person", BAR: "person", DROP: "person", MUTE: "person", COLD: "what"}.get(row.kind)
        if free != cell or type(value) is not int:
            checked += 1
            with pytest.raises(TraceFileError, match="from outside"):
                from_bytes(with_meta(trace, interventions=[list(row._replace(**{cell: value}))]))
    assert checked >= 5


@pytest.mark.parametrize("kind", [-1, 0, 9, 1000])
def test_a_row_of_no_kind_is_damage(trace: Trace, kind: int) -> None:
    with pytest.raises(ValueError, match="from outside"):
        check_interventions(trace.tables, [Intervention(5, kind, 0, 0)])


def test_nobody_does_what_is_anothers(trace: Trace) -> None:
    ask = row_of(trace.tables, "act", "ANNA ask BEN")
    with pytest.raises(ValueError, match="from outside"):
        check_interventions(trace.tables, [Intervention(5, ACT, trace.tables.names.person["BEN"], ask)])


def test_what_is_taken_out_is_of_the_scene(trace: Trace) -> None:
    ti = trace.tables.packed.ti
    last = {"act": ti[at.N_ACT] - 1, "head start": ti[at.N_ACT] - 1, "deadline": ti[at.N_MOTIVE] - 1, "tempo": 1, "theta0": -1}
    for what, row in last.items():
        assert from_bytes(with_meta(trace, without=[[what, row]])).tables.without == ((what, row),)
        for other in (row + 1, -2, 10**9):
            with pytest.raises(TraceFileError, match="in row"):
                from_bytes(with_meta(trace, without=[[what, other]]))
    with pytest.raises(TraceFileError):
        from_bytes(with_meta(trace, without=[["pace", 0]]))
