"""Tuning: what is left free is moved until what is aimed at is reached, and the verdict is on performances that the search never saw."""

from __future__ import annotations

from pathlib import Path

import pytest

import falter
from falter.api.tune import diff, own_text, proposed
from falter.explore.expecting import reached
from falter.explore.tuning import FRESH, TIMES, Free, Tuned, free_numbers, writable
from falter.model.quantities import with_values
from falter.tables import compile_scene
from tests.performing import SCENES

LETTER = (SCENES / "ladder" / "01-the-letter.falter").read_text("utf-8")
RUNS = 40
OPEN = LETTER.replace("respects ANNA: wholly", "respects ANNA: barely to wholly  // how much?")


def tuned(aims: str, text: str = OPEN, **more: object) -> tuple[falter.Scene, Tuned]:
    scene = falter.parse(f"{text}{aims}\n", "letter.falter")
    return scene, scene.tune(runs=RUNS, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def even() -> tuple[falter.Scene, Tuned]:
    return tuned("aim owned 35..65 %", seed=4)


def test_what_is_aimed_at_is_reached(even: tuple[falter.Scene, Tuned]) -> None:
    _, found = even
    assert found.reached
    assert [one.verdict for one in found.held] == ["pass"]
    assert 0.15 <= found.values["BEN.respects.ANNA"] <= 0.95


def test_the_verdict_is_on_fresh_performances(even: tuple[falter.Scene, Tuned]) -> None:
    """Those of the next seed, judged as an `expect` line is."""
    scene, found = even
    tables = compile_scene(with_values(scene.model, found.values), scene.places)
    assert found.held == reached(tables, 5, FRESH * RUNS, TIMES * FRESH * RUNS, 1, lambda _count: None)


def test_the_same_question_has_the_same_answer(even: tuple[falter.Scene, Tuned]) -> None:
    _, again = tuned("aim owned 35..65 %", seed=4, jobs=2)
    assert again == even[1]


def test_what_cannot_be_reached_is_said_with_the_nearest() -> None:
    _, found = tuned("aim owned 90..95 %")
    assert not found.reached
    (one,) = found.held
    assert one.verdict == "fail"
    assert one.share is not None and one.share.high < 0.9
    assert found.values["BEN.respects.ANNA"] < 0.3


@pytest.mark.slow
def test_of_two_aims_both_count() -> None:
    _, found = tuned("aim owned 58..77 %; aim unanswered 0..5 %", vary={"ANNA.wants.ask-posted": (0.2, 0.9)})
    assert [one.words for one in found.held] == ["aim owned 58..77 %", "aim unanswered 0..5 %"]
    assert found.reached
    assert set(found.values) == {"BEN.respects.ANNA", "ANNA.wants.ask-posted"}


def test_only_the_number_is_changed_and_said_as_the_author_says_it(even: tuple[falter.Scene, Tuned]) -> None:
    scene, found = even
    (free,) = found.free
    assert (free.least, free.most, free.words) == (0.15, 0.95, True)
    assert free.value == pytest.approx(0.55)
    changed = proposed(scene, found)
    assert falter.parse(changed).model == with_values(scene.model, found.values)
    assert own_text(scene) == f"{OPEN}aim owned 35..65 %\n"
    removed, added = (row for row in diff(scene, found).splitlines()[2:] if row[0] in "-+")
    assert removed == "-  respects ANNA: barely to wholly  // how much?"
    assert added.startswith("+  respects ANNA: ") and added.endswith("  // how much?")


@pytest.mark.parametrize(("place", "value"), [(0.0, 0.15), (0.66, 0.7), (0.5, 0.55), (1.0, 0.95), (0.3, 0.4)])
def test_a_number_near_a_word_is_the_word_where_the_author_writes_words(place: float, value: float) -> None:
    assert writable(Free("a", 0.15, 0.95, 0.5, words=True), place) == value


def test_words_outside_the_range_are_none() -> None:
    assert writable(Free("a", 0.42, 0.68, 0.5, words=True), 0.0) == 0.42
    assert writable(Free("a", 0.42, 0.68, 0.5, words=True), 1.0) == 0.68


def test_what_is_named_besides_is_free_too() -> None:
    scene = falter.parse(OPEN).model
    found = free_numbers(scene, [("ANNA.wants.ask-posted", 0.1, 0.2)], lambda _name: False)
    assert [(one.name, one.least, one.most, one.value) for one in found] == [
        ("BEN.respects.ANNA", 0.15, 0.95, pytest.approx(0.55)),
        ("ANNA.wants.ask-posted", 0.1, 0.2, 0.7),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (OPEN, "FAL3542"),
        (f"{LETTER}aim owned 42..58 %\n", "FAL3543"),
    ],
)
def test_where_there_is_nothing_to_tune_that_is_said(text: str, code: str) -> None:
    with pytest.raises(falter.SceneError, match=code):
        falter.parse(text).tune()


def test_a_number_that_stands_in_another_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "people.falter").write_text('falter 1\nANNA "Anna", she\n  loves BEN: .2 to .8\nBEN "Ben", he\n', "utf-8")
    path = tmp_path / "scene.falter"
    text = 'falter 1\nscene A\nuse "people.falter"\nANNA may go "goes" leaves\nBEN may stay "stays" stays\ncloses at 1 min\n'
    path.write_text(text + "ends left if ANNA gone; else there\naim left 0..100 %\nANNA trusts BEN: .2 to .4\n", "utf-8")
    assert set(falter.load(path).tune(runs=2).values) == {"ANNA.trusts.BEN"}
    with pytest.raises(falter.SceneError, match="FAL3544"):
        falter.load(path).tune(vary={"ANNA.loves.BEN": (0, 1)})
    path.write_text(path.read_text("utf-8").replace("ANNA trusts BEN: .2 to .4\n", ""), "utf-8")
    with pytest.raises(falter.SceneError, match="FAL3544"):
        falter.load(path).tune()
