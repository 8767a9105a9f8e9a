"""The other forms: screenplay, timeline, the inner life, plain values."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from falter.narrate import as_json, inner, script, timeline
from falter.narrate.schema import schema_text
from falter.narrate.timeline import clock, seconds_of
from tests.unit.narrate.scenes import FERRY, TABLE, scene
from tests.unit.narrate.stage import Stage

PUBLISHED = Path(__file__).parents[3] / "docs" / "reference" / "performance.schema.json"
PLAYED = Stage(scene(FERRY), 4, seconds=60.0)
TABLED = Stage(scene(TABLE), 2, seconds=60.0)


def test_a_screenplay_holds_every_act() -> None:
    text = script(TABLED)
    assert text.startswith("THE TABLE\n\nA KITCHEN.\n\n")
    assert text.endswith("END: STANDOFF.")
    assert "[" not in text and "{" not in text
    spoken = [event for event in TABLED.events if event.move in ("ask", "deny", "tell")]
    assert spoken
    headings = [line for line in text.splitlines() if line.startswith(" " * 22)]
    assert len(headings) == len(spoken)


def test_a_screenplay_is_in_the_present_and_names_in_capitals() -> None:
    text = script(PLAYED)
    assert "WIT turns and goes." in text or "WIT takes a step down." in text or "WIT kneels by ODA's boat and trails a hand." in text
    assert "turned and went" not in text


def test_a_timeline_has_a_line_an_act_in_order() -> None:
    lines = timeline(PLAYED).splitlines()
    assert lines[0].split() == ["time", "who", "act", "to", "words", "why", "perceived", "by"]
    assert len(lines) == len(PLAYED.events) + 2
    times = [line.split()[0] for line in lines[1:-1]]
    assert times == [clock(event.t) for event in sorted(PLAYED.events, key=lambda event: event.t)]
    assert lines[-1].endswith("ends standoff")


def test_the_inner_life_stands_beside_the_prose() -> None:
    text = inner(PLAYED, "ODA")
    lines = text.splitlines()
    assert lines[0].split("  ")[0] == "time"
    assert "WIT means to go" in text and "WIT loves ODA" in text
    assert "Mist lay on the river." in text
    assert max(len(line) for line in lines) <= 170


def test_plain_values() -> None:
    record = as_json(PLAYED)
    assert json.loads(json.dumps(record)) == record
    assert {"scene", "seed", "ending", "seconds", "events"} <= set(record)
    assert record["scene"] == "The Ferry"
    assert len(record["events"]) == len(PLAYED.events)
    assert {"t", "who", "move", "to", "text", "id"} <= set(record["events"][0])
    assert [event["t"] for event in record["events"]] == sorted(event["t"] for event in record["events"])


def test_the_schema_is_published_and_kept() -> None:
    """If this fails: python -m falter.narrate.schema > docs/reference/performance.schema.json"""
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()
    jsonschema.validate(as_json(PLAYED), json.loads(schema_text()))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**as_json(PLAYED), "seconds": -1}, json.loads(schema_text()))


def test_the_clock() -> None:
    assert [clock(seconds) for seconds in (0, 9.96, 59.99, 72.35, 600)] == ["0:00.0", "0:10.0", "1:00.0", "1:12.4", "10:00.0"]


def test_a_time_is_read_as_one_types_it_and_nothing_else_is() -> None:
    typed = {"1:52.5": 112.5, "112": 112.0, "112.5 s": 112.5, " 0:07s": 7.0, "99:00": 5940.0, ".5": 0.5, "1:05": 65.0}
    assert {text: seconds_of(text) for text in typed} == typed
    for text in ("", ":", "-1", "1:-5", "1:60", "-1:05", "x:1", "1:2:3", "nan", "inf s", "soon", "1 m"):
        assert seconds_of(text) is None, text
