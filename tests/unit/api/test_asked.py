"""What cannot be asked for is refused by one error, which names the argument that is at fault; what is plainly meant is taken."""

from __future__ import annotations

from collections.abc import Callable
from math import inf, nan
from pathlib import Path
from typing import cast

import pytest

from falter import NoSuchActError, OtherwiseError, VaryError, WantedError, WithoutError
from falter.api.asked import numbers, texts, time_of
from falter.api.run import Run
from falter.api.scene import Scene, load
from falter.diagnostics.unfit import UnfitError
from falter.explore.ensemble import Ensemble
from falter.tables.act_names import is_called, row_called, rows_called

LETTER = Path(__file__).parents[3] / "scenes" / "ladder" / "01-the-letter.falter"
ACTS = ("BEN own-up ANNA", "ANNA ask BEN", "ANNA think-again", "BEN lie ANNA", "BEN lie CLARA")


@pytest.fixture(scope="module")
def scene() -> Scene:
    return load(LETTER)


@pytest.fixture(scope="module")
def run(scene: Scene) -> Run:
    return scene.perform(3)


@pytest.mark.parametrize("time", [nan, inf, -1, -0.1, True, "soon", "1:-5", [1.0], None])
def test_what_is_no_time_is_refused_and_the_argument_named(time: object) -> None:
    with pytest.raises(NoSuchActError, match="`at` must be a time from 0 on") as error:
        time_of(time, NoSuchActError, "at")
    assert error.value.of == "at"


def test_a_time_is_a_number_or_as_one_types_it() -> None:
    assert [time_of(time, UnfitError, "at") for time in (0, 7.5, "0:07.5", "1:52 s")] == [0.0, 7.5, 7.5, 112.0]


@pytest.mark.parametrize("time", [nan, -3, 1e6, "9:59:59"])
@pytest.mark.parametrize(
    "asked",
    [
        lambda run, t: run.why(at=t),
        lambda run, t: run.why_not("lie", t),
        lambda run, t: run.why_felt("BEN dread", t),
        lambda run, t: run.why_nothing(t),
        lambda run, t: run.why_nothing(1.0, t),
    ],
)
def test_no_question_answers_to_what_is_no_time_of_the_performance(run: Run, asked: Callable[[Run, object], object], time: object) -> None:
    with pytest.raises(UnfitError, match=r"^`(at|begun|ended)` (must be a time|is past the end|is no time when anything was begun)"):
        asked(run, time)


def test_a_time_that_is_typed_is_answered_as_the_number_is(run: Run) -> None:
    assert run.why(at="0:17.1").event == run.why(at=17.1).event
    assert run.why_nothing("0:07").lull == run.why_nothing(7).lull


def test_one_text_is_one_and_not_its_letters(scene: Scene) -> None:
    assert texts("BEN may lie", WithoutError) == texts(["BEN may lie"], WithoutError) == ("BEN may lie",)
    assert scene.whatif(3, without="BEN may lie").change == "without “BEN may lie”"
    with pytest.raises(OtherwiseError, match="`as_if` must be text; got 7"):
        scene.whatif(3, as_if=[7])  # type: ignore[list-item]


def test_what_is_different_may_be_given_as_one_types_it(scene: Scene) -> None:
    assert numbers({"BEN.respects.ANNA": "barely"}, scene.model) == {"BEN.respects.ANNA": pytest.approx(0.15)}
    assert scene.whatif(3, {"BEN.respects.ANNA": "0"}, without_events="0:02.5").change.startswith("with Ben's respect for Anna at 0, ")
    for values in (
        {"BEN.respects.ANNA": [0, 1]},
        {"BEN.respects.ANNA": nan},
        {"BEN.respects.ANNA": True},
        {7: 1},
        ["BEN"],
        {"BEN.respects": 1},
    ):
        with pytest.raises(VaryError, match=r"^`values` "):
            scene.whatif(3, values)  # type: ignore[arg-type]


def test_numbers_of_a_search_are_not_replaced_by_others(scene: Scene) -> None:
    for name in ("budget", "runs"):
        with pytest.raises(UnfitError, match=rf"`{name}` must be a whole number"):
            scene.smallest("ending=lied", **{name: 0})  # type: ignore[arg-type]


REFUSED: list[tuple[str, Callable[[Scene], object]]] = [
    ("seed", lambda scene: scene.whatif(-2)),
    ("run", lambda scene: scene.perform(3, run=True)),
    ("runs", lambda scene: scene.explore(0)),
    ("runs", lambda scene: scene.whatif_many(0)),
    ("runs", lambda scene: scene.perform(3).turning_points(5)),
    ("runs", lambda scene: scene.test(0)),
    ("share", lambda scene: scene.smallest("ending=lied", share=90)),
    ("act", lambda scene: scene.perform(3).why()),
    ("ending", lambda scene: scene.drivers("lid", {"theta0": (1, 2)})),
    ("ending", lambda scene: cast("Ensemble", scene.explore(4)).drivers("lid")),
    ("ending", lambda scene: cast("Ensemble", scene.explore(4)).causation("BEN lie", "lid")),
    ("runs", lambda scene: scene.drivers("lied", {"theta0": (1, 2)}, runs=7)),
]


@pytest.mark.parametrize(("of", "asked"), REFUSED)
def test_whatever_is_refused_is_refused_with_what_to_write(scene: Scene, of: str, asked: Callable[[Scene], object]) -> None:
    with pytest.raises(UnfitError) as caught:
        asked(scene)
    assert caught.value.of == of
    assert caught.value.fix == "write `lied`" or of != "ending"
    assert caught.value.fix


def test_an_act_has_one_name_however_it_is_spelled() -> None:
    for name in ("own-up", "BEN own-up", "BEN.own-up", "BEN own-up ANNA", "BEN.own-up.ANNA", " BEN  own-up "):
        assert rows_called(ACTS, name) == [0], name
    assert rows_called(ACTS, "BEN.lie") == rows_called(ACTS, "lie") == [3, 4]
    assert [rows_called(ACTS, name) for name in ("BEN", "ANNA", "own", "ANNA own-up", "")] == [[], [], [], [], []]
    assert not is_called(("ANNA", "think-again", ""), "ANNA")


def test_an_act_that_is_none_or_several_is_answered_with_what_to_write() -> None:
    told = {"own-op": "write `own-up`", "BEN.own-op": "write `BEN.own-up`", "BEN own-up ANA": "write `BEN own-up ANNA`",
            "BEN": "write one of `BEN own-up`, `BEN lie`", "lie": "write one of `BEN lie ANNA`, `BEN lie CLARA`"}  # fmt: skip
    for name, fix in told.items():
        with pytest.raises(NoSuchActError, match=r"`act` names (no|several)") as error:
            row_called(ACTS, name)
        assert error.value.fix == fix


def test_the_same_names_do_for_every_question(scene: Scene, run: Run) -> None:
    for name in ("own-up", "BEN own-up", "BEN.own-up", "BEN.own-up.ANNA"):
        assert run.why(name).event.move == "own-up"
        assert scene.whatif(3, as_if=f"{name} at 0:07").changed.ending
    assert run.why_not("BEN.lie").why.label == run.why_not("lie").why.label


def test_what_is_no_text_is_no_name(scene: Scene, run: Run) -> None:
    with pytest.raises(WantedError, match="`wanted` must be text; got 7"):
        scene.smallest(7)  # type: ignore[arg-type]
    with pytest.raises(NoSuchActError, match="`act` must be the name of an act; got 7"):
        row_called(ACTS, 7)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r'as in `why_not\("strike"\)`; got 7$'):
        run.why_not(7)  # type: ignore[arg-type]


def test_any_run_of_many_can_be_asked_why_and_what_if(scene: Scene) -> None:
    again = Run(scene.explore(4, seed=3).run(2))
    assert again.why(at=again.events[0].t).told()
    found = scene.whatif(3, without="BEN may lie", run=2)
    assert [(event.t, event.move) for event in found.written.events] == [(event.t, event.move) for event in again.events]
