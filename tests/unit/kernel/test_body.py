"""The body in a performance: what drives the heart, and that it is traced in units."""

from __future__ import annotations

from falter.performance import Trace, perform
from tests.performing import float_at, tables_of

SCENE = """falter 1
scene A Wait
place a room
ANNA "the guest", she{mood}
BEN "the host", he
BEN may nod "nods"
closes at 60 s
"""
FRIGHTENED = "\n  mood fear: strongly"


def performed(mood: str) -> Trace:
    return perform(tables_of(SCENE.format(mood=mood)), 3)


def test_the_heart_is_at_rest_where_nothing_is_felt() -> None:
    trace = performed("")
    assert float_at(trace, trace.steps - 1, "person", "ANNA", "HEART") == 65.0
    assert float_at(trace, trace.steps - 1, "person", "ANNA", "BREATH") == 14.0
    assert float_at(trace, trace.steps - 1, "person", "ANNA", "TREMOR") == 0.0


def test_fear_quickens_heart_and_breath_and_shakes_the_hands() -> None:
    trace = performed(FRIGHTENED)
    half, end = (float_at(trace, step, "person", "ANNA", "HEART") for step in (15, trace.steps - 1))
    assert 65.0 < half < end < 160.0
    assert float_at(trace, trace.steps - 1, "person", "ANNA", "BREATH") > 20.0
    assert float_at(trace, trace.steps - 1, "person", "ANNA", "TREMOR") > 0.02


def test_the_trace_has_moods_and_bodies() -> None:
    rows = {(row.kind, row.name): row.value for row in performed(FRIGHTENED).states() if row.person == "ANNA"}
    assert {name for kind, name in rows if kind == "mood"} == {"pleasure", "arousal", "dominance"}
    assert {name for kind, name in rows if kind == "body"} == {"arousal", "heart", "breath", "tremor", "effort"}
    assert rows["mood", "pleasure"] < -0.3
    assert rows["body", "heart"] > 90.0
