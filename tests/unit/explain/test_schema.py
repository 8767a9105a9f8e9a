"""What explanations say as plain values has the form that is published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from falter.api.scene import load
from falter.explain.schema import schema_text
from falter.explore.ensemble import Ensemble
from falter.pipeline import DEFAULT_SEED

ROOT = Path(__file__).parents[3]
PUBLISHED = ROOT / "docs" / "reference" / "explanation.schema.json"
LETTER = ROOT / "scenes" / "ladder" / "01-the-letter.falter"
HUNTSMAN = ROOT / "scenes" / "the-huntsman.falter"
SEED = 3


def ensemble(found: object) -> Ensemble:
    assert isinstance(found, Ensemble)
    return found


def records() -> dict[str, Any]:
    """A real record of each kind."""
    scene = load(LETTER)
    run = scene.perform(SEED)
    without = run.why("own-up").without(0)
    done = {event.move for event in run.events}
    return {
        "why": run.why("own-up").record(),
        "why tested": run.why("own-up").tested(2).record(),
        "without": without.record() if without else None,
        "why not": run.why_not(next(move for move in scene.moves if move not in done)).record(),
        "why felt": run.why_felt("ANNA anger", 12.0).record(),
        "why believed": load(HUNTSMAN).perform(SEED).why_believed("GIRL: HUNTSMAN means to strike", 20.0).record(),
        "nearest": scene.smallest("ending=lied", budget=1000, runs=100, vary=("BEN.respects.ANNA",)).record(),
        "why nothing": run.why_nothing().record(),
        "what if, many": scene.whatif_many(20, {"BEN.respects.ANNA": 0.0}).record(),
        "what if": scene.whatif(SEED, {"BEN.respects.ANNA": 0.0}).record(),
        "causation": ensemble(scene.explore(40)).causation("BEN own-up", "owned").record(),
        "turning points": run.turning_points(20).record(),
    }


RECORDS = records()


def test_the_published_schema_is_that_of_the_records() -> None:
    """If this fails: python -m falter.explain.schema > docs/reference/explanation.schema.json"""
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("kind", RECORDS)
def test_real_records_have_that_form(kind: str) -> None:
    schema = json.loads(schema_text())
    jsonschema.validate(json.loads(json.dumps(RECORDS[kind])), schema)
    assert RECORDS[kind]["kind"] == kind
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**RECORDS[kind], "more": 1}, schema)


def test_every_kind_of_the_schema_is_tried() -> None:
    assert set(json.loads(schema_text())["discriminator"]["mapping"]) == set(RECORDS)


MANY = frozenset(("nearest", "what if, many", "causation"))
"""Kinds that are about many performances."""


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_names_what_it_is_about_in_the_same_words(kind: str) -> None:
    found = RECORDS[kind]
    assert found["scene"] == ("The Huntsman" if kind == "why believed" else "The Letter")
    assert found["seed"] == (DEFAULT_SEED if kind in MANY else SEED)
    assert found.get("run") == (None if kind in MANY else 0)


def is_number(form: dict[str, Any]) -> bool:
    parts = [*form.get("anyOf", ()), *form.get("prefixItems", ()), *([form["items"]] if "items" in form else [])]
    return form.get("type") in ("number", "integer") or any(map(is_number, parts))


def test_every_number_says_what_it_is() -> None:
    known = json.loads(schema_text())["$defs"].items()
    fields = [(f"{record}.{name}", form) for record, one in known for name, form in one.get("properties", {}).items()]
    assert sum(is_number(form) for _, form in fields) > 100
    assert [name for name, form in fields if is_number(form) and not form.get("description")] == []
