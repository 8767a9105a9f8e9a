from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from falter.diagnostics.render import render
from falter.model.moves import Move, Utterance
from falter.model.scene import Scene
from falter.model.schema import scene_schema
from falter.scene.interchange import from_json, from_model, from_yaml, to_json, to_yaml
from tests.property.strategies import scenes
from tests.unit.scene.frame import scene

FEW = settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@given(scenes())
@FEW
def test_json_and_yaml_there_and_back_give_the_same_scene(made: Scene) -> None:
    for reading in (from_json(to_json(made)), from_yaml(to_yaml(made))):
        assert reading.faults.found == []
        assert reading.scene == made
    jsonschema.validate(json.loads(to_json(made)), scene_schema())


def faults(value: object) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(fault.code, fault.path) for fault in from_json(json.dumps(value)).faults.found]


def test_what_does_not_fit_the_model_is_told_by_its_path() -> None:
    value = {"title": "A", "people": [{"id": "ANNA", "ties": [{"word": "loves", "person": "ANNA", "strength": 1.4}], "agee": 3}]}
    assert faults(value) == [("FAL1803", ("people", 0, "ties", 0, "strength")), ("FAL1803", ("people", 0, "agee"))]


def test_what_the_language_has_no_words_for_is_told_by_its_path() -> None:
    value = {
        "title": "A",
        "people": [{"id": "ANNA", "moods": [{"emotion": "greif", "strength": 0.5}]}],
        "moves": [{"id": "leaves", "who": ["ANNA"]}, {"id": "wave", "wordings": [{"text": "waves {both"}]}],
    }
    assert faults(value) == [("FAL1804", ("people", 0, "moods", 0)), ("FAL1804", ("moves", 0)), ("FAL1804", ("moves", 1, "wordings", 0))]


def test_a_text_over_two_lines_is_told() -> None:
    made = Scene(title="A", moves=(Move(id="wave", wordings=(Utterance(text="one\ntwo"),)),))
    assert from_model(made).faults.found


def test_what_would_be_lost_is_told() -> None:
    made = Scene(title="A", moves=(Move(id="wave", step=2.0, towards=None),))
    assert [fault.code for fault in from_model(made).faults.found] == ["FAL1804"]
    made = Scene(title="A", moves=(Move(id="wave", wordings=(Utterance(text="a", tone="cold"),)),))
    assert [(fault.code, fault.path) for fault in from_model(made).faults.found] == [("FAL1805", ("moves", 0, "wordings", 0, "tone"))]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "FAL1801"), ("{", "FAL1801"), ("[]", "FAL1802"), ('{"title": NaN}', "FAL1801"), ("[" * 100_000, "FAL1801")],
)
def test_bad_json_is_one_fault(text: str, code: str) -> None:
    found = from_json(text, "a.json").faults
    assert [fault.code for fault in found.found] == [code]
    assert "a.json" in render(found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "FAL1802"),
        ("a: [", "FAL1801"),
        ("- 1", "FAL1802"),
        ("a: &x 1\nb: *x", "FAL1801"),
        ("a: 2020-13-45", "FAL1801"),
        ("a: !!python/none", "FAL1801"),
    ],
)
def test_bad_yaml_is_one_fault(text: str, code: str) -> None:
    assert [fault.code for fault in from_yaml(text, "a.yaml").faults.found] == [code]


def test_on_is_a_word_in_yaml() -> None:
    found = from_yaml("falter: 1\ntitle: A\nmoves:\n- id: strike\n  towards: on\n  target: HUX\n").scene
    assert found is not None
    assert found.moves[0].towards == "on"


def test_a_scene_in_yaml_leaves_defaults_out() -> None:
    assert "negated" not in to_yaml(scene("HUX may go leaves, if torn"))
