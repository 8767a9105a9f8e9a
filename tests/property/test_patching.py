"""Tables that follow from what is varied are those compiled anew, to the last bit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import falter
from falter.model.constants import CONSTANTS
from falter.model.quantities import quantities, with_values
from falter.model.scene import Scene
from falter.pipeline import check_scene, read_scene
from falter.tables import patching
from falter.tables.compile import compile_scene
from falter.tables.following import Tape, UnfollowedError
from falter.tables.patching import patch_of, tables_at
from falter.tables.tables import Tables
from tests.property.crowds import crowd

SCENES = Path(__file__).parents[2] / "scenes"
WHOLE = sorted(SCENES.rglob("*.falter"))


def same(one: Tables, other: Tables) -> bool:
    blocks = zip(one.packed[:5], other.packed[:5], strict=True)
    names = one.names.people == other.names.people and one.narrated == other.narrated and one.labels == other.labels
    return all(mine.tobytes() == theirs.tobytes() for mine, theirs in blocks) and one.scene == other.scene and names


def holds(scene: Scene, names: list[str], points: Any) -> None:
    """At every point, patched and compiled anew are the same."""
    for point, tables in zip(points.tolist(), tables_at(scene, None, names, points), strict=True):
        assert same(tables, compile_scene(with_values(scene, dict(zip(names, point, strict=True))))), dict(zip(names, point, strict=True))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from((2, 3)), st.data())
def test_any_scene_at_any_values(seed: int, count: int, data: st.DataObject) -> None:
    scene = check_scene(read_scene(crowd(seed, count, 0.1, 10.0), "crowd.falter"))
    known = quantities(scene)
    own = [name for name, quantity in known.items() if quantity.path[0] != "constants"]
    names = data.draw(st.lists(st.sampled_from([*own, *own, *CONSTANTS]), min_size=1, max_size=3, unique=True))
    within = [st.floats(known[name].least, known[name].most) for name in names]
    holds(scene, names, numpy.array(data.draw(st.lists(st.tuples(*within), min_size=2, max_size=3))))


@pytest.mark.parametrize("path", [path for path in WHOLE if "ladder" in str(path)][:3], ids=lambda path: path.stem)
def test_each_quantity_of_a_small_scene(path: Path) -> None:
    _each_quantity(path, own_only=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["the-huntsman", "the-generals-office"])
def test_each_quantity_of_a_whole_scene(name: str) -> None:
    """Of the huntsman the constants of the mind as well."""
    _each_quantity(SCENES / f"{name}.falter", own_only=name != "the-huntsman")


def _each_quantity(path: Path, own_only: bool) -> None:
    """At its least, or somewhere between, and at its most; a constant of the mind at two of these."""
    scene = falter.load(path).model
    rng = numpy.random.default_rng(4)
    for name, one in quantities(scene).items():
        if not (own_only and one.path[0] == "constants") and name not in ("refresh", "dt"):
            values = [one.least + (one.most - one.least) * rng.random(), one.most, one.least][: 2 if one.path[0] == "constants" else 3]
            holds(scene, [name], numpy.array([[value] for value in values]))


def test_nearly_all_points_are_patched_and_none_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = falter.load(SCENES / "the-huntsman.falter")
    names = ["HUNTSMAN.fears.QUEEN", "HUNTSMAN.loves.GIRL", "theta0"]
    points = numpy.random.default_rng(5).uniform(0.1, 0.9, (40, 3))
    compiled = []

    def counted(*given: Any, **also: Any) -> Tables:
        compiled.append(given)
        return compile_scene(*given, **also)

    monkeypatch.setattr(patching, "compile_scene", counted)
    assert len(list(tables_at(scene.model, scene.places, names, points))) == 40
    assert len(compiled) <= 4


def test_what_cannot_be_followed_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = falter.load(WHOLE[-1]).model
    monkeypatch.setattr(patching, "patch_of", lambda *_: None)
    holds(scene, ["theta0"], numpy.array([[1.0], [2.0]]))


def test_tables_of_one_point_are_not_those_of_the_next() -> None:
    """Each has its own cells: what is handed out is not written to again."""
    scene = falter.load(SCENES / "the-huntsman.falter").model
    one, other = tables_at(scene, None, ["theta0"], numpy.array([[1.0], [2.0]]))
    assert one.packed.tf.tobytes() != other.packed.tf.tobytes()
    assert same(one, compile_scene(with_values(scene, {"theta0": 1.0})))


def test_a_number_keeps_what_was_done_to_it() -> None:
    tape = Tape()
    x, y = tape.given(0, 0.5), tape.given(1, 2.0)
    z = (1.0 - x) * y / 4 + abs(-x) ** 3 - min(x, y)
    points = numpy.random.default_rng(6).uniform(0.0, 1.0, (50, 2))
    values, alike = tape.played(points)
    expected = [(1.0 - a) * b / 4 + abs(-a) ** 3 - min(a, b) for a, b in points.tolist()]
    assert values[z.step][alike].tolist() == [value for value, (a, b) in zip(expected, points.tolist(), strict=True) if a <= b]
    assert alike.tolist() == [bool(0.0 < a <= b) for a, b in points.tolist()]


@pytest.mark.parametrize(
    "use", [float, str, hash, "{:g}".format, lambda number: {number: 1}, lambda number: number**0.5, lambda number: round(number, 2)]
)
def test_what_it_cannot_keep_it_refuses(use: Any) -> None:
    with pytest.raises(TypeError):
        use(Tape().given(0, 0.5))


def test_where_a_whole_number_would_be_another_it_says_so() -> None:
    tape = Tape()
    assert round(tape.given(0, 1.4)) == 1
    _, alike = tape.played(numpy.array([[0.6], [1.4], [1.6]]))
    assert alike.tolist() == [True, True, False]
    assert issubclass(UnfollowedError, TypeError)
    scene = falter.load(SCENES / "the-huntsman.falter").model
    assert patch_of(scene, None, ["refresh"], [0.1]) is not None
