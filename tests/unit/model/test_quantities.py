"""The numbers of a scene by name: each found once, each set alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import falter
from falter.model.quantities import quantities, with_values

SCENES = sorted((Path(__file__).parents[3] / "scenes").rglob("*.falter"))
GATE = """falter 1
scene The Gate
ANNA "the guard", she
  loves BEN: somewhat to wholly
  ordered by CARL to strike: strongly, within 2 min
  mood grief: barely, grief: somewhat
BEN "the boy", he
CARL "the other", he
ANNA may strike "strikes" on BEN, harms
closes at 1 min
"""


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.stem)
def test_each_quantity_of_a_scene_is_set_alone(path: Path) -> None:
    scene = falter.load(path).model
    before = quantities(scene)
    for name, quantity in before.items():
        if quantity.path[0] == "constants":
            continue
        other = quantity.least if quantity.value != quantity.least else 0.5 * quantity.most
        after = quantities(with_values(scene, {name: other}))
        assert {one: found.value for one, found in after.items() if found.value != before[one].value} == {name: other}


def test_a_constant_is_set_as_a_set_line_would() -> None:
    scene = falter.parse('falter 1\nscene A\nset gain 2\nANNA she\nANNA may wait "waits"\ncloses at 1 s\n').model
    assert with_values(scene, {"gain": 3.0, "leak": 0.1}).constants == (("gain", 3.0), ("leak", 0.1))


def test_names_read_as_the_lines_do_and_a_second_of_a_name_is_numbered() -> None:
    found = {name: one.value for name, one in quantities(falter.parse(GATE).model).items() if one.path[0] != "constants"}
    assert found == {
        "ANNA.loves.BEN": pytest.approx(0.675),
        "ANNA.ordered.strike": 0.7,
        "ANNA.ordered.strike.within": 120.0,
        "ANNA.mood.grief": 0.15,
        "ANNA.mood.grief.2": 0.4,
    }


def test_a_strength_that_was_a_range_is_one_number_once_it_is_set() -> None:
    scene = falter.parse(GATE).model
    tie = with_values(scene, {"ANNA.loves.BEN": 0.2}).people[0].ties[0]
    assert (tie.strength, tie.upto, tie.performed) == (0.2, None, 0.2)


def test_a_name_that_is_none_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        with_values(falter.parse(GATE).model, {"ANNA.hates.BEN": 0.2})
