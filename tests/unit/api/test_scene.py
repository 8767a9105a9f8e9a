"""The library: a scene in hand, performed and told."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

import falter

GATE = """falter 1
scene The Gate & Wall
place a gate
  mark gate
ANNA "the guard", she
  at gate
  loves BEN: strongly
BEN "the stranger", he
  at gate
ANNA may ask "puts up a hand" to BEN, asks, if noticed BEN
BEN may answer "gives a name" to ANNA, answers, if asked
BEN may go "turns back" leaves
closes when BEN gone or at 1 min
ends gone if BEN gone; else still-there
"""


@pytest.fixture(scope="module")
def gate() -> falter.Scene:
    return falter.parse(GATE, "gate.falter")


@pytest.fixture(scope="module")
def run(gate: falter.Scene) -> falter.Run:
    return gate.perform(seed=4)


def test_a_scene_says_what_is_in_it(gate: falter.Scene) -> None:
    assert gate.title == "The Gate & Wall"
    assert gate.people == ("ANNA", "BEN")
    assert gate.moves == ("ask", "answer", "go")
    assert "ANNA, BEN; 3 moves" in repr(gate)


def test_a_scene_is_written_and_loaded_again(gate: falter.Scene, tmp_path: Path) -> None:
    gate.save(tmp_path / "gate.falter")
    assert falter.load(tmp_path / "gate.falter").model == gate.model
    with pytest.raises(FileNotFoundError):
        falter.load(tmp_path / "none.falter")


def test_all_faults_come_with_the_exception() -> None:
    with pytest.raises(falter.SceneError) as caught:
        falter.parse(GATE.replace("strongly", "strongley").replace("on\n", "on\n"), "gate.falter")
    assert str(caught.value).startswith("gate.falter:7:14: error[")
    assert "fix: " in str(caught.value)
    assert len(caught.value.faults.found) == 1


def test_a_performance_is_decided_by_its_seed(gate: falter.Scene, run: falter.Run) -> None:
    assert gate.perform(seed=4).events == run.events
    assert gate.perform().seed == 1
    assert len({gate.perform(seed=seed).seconds for seed in range(5)}) > 1


def test_a_performance_says_how_it_went(run: falter.Run) -> None:
    assert run.ending in ("gone", "still-there")
    assert 0 < run.seconds <= 61
    assert run.people == ("ANNA", "BEN")
    assert all(isinstance(event, falter.Event) and event.who in run.people for event in run.events)
    assert f"{run.ending} after" in repr(run)


def test_every_telling_is_there(run: falter.Run) -> None:
    for told in (run.prose(), run.prose("BEN"), run.script(), run.timeline(), run.inner("BEN"), run.inner()):
        assert str(told).strip()
    assert (run.record()["seed"], run.record()["run"]) == (4, 0)


def test_a_performance_says_which_of_its_seed_it_is(gate: falter.Scene) -> None:
    other = gate.perform(4, run=7)
    assert (other.record()["seed"], other.record()["run"]) == (4, 7)
    assert repr(other).endswith(", seed 4, run 7>") and repr(gate.perform(4)).endswith(", seed 4>")


def test_an_act_has_its_words(run: falter.Run) -> None:
    words = {event.move: run.words(event) for event in run.events if not event.inner}
    assert words.items() <= {"ask": "puts up a hand", "answer": "gives a name", "go": "turns back"}.items()
    assert words


def test_a_notebook_gets_paragraphs_with_nothing_unescaped(run: falter.Run) -> None:
    html = run._repr_html_()
    assert html.startswith("<article><h3>The Gate &amp; Wall</h3><p>")
    assert str(run.prose()).split("\n\n")[0].split("<")[0][:10] in html


def test_a_person_who_is_not_there_is_refused(run: falter.Run) -> None:
    with pytest.raises(ValueError, match="person must be one of ANNA, BEN; got 'TOM'"):
        run.prose("TOM")


@pytest.mark.parametrize("seed", [-1, 2**64, 1.5, "7", True])
def test_a_seed_is_a_whole_number(gate: falter.Scene, seed: object) -> None:
    with pytest.raises(ValueError, match="`seed` must be a whole number"):
        gate.perform(seed=seed)  # type: ignore[arg-type]


def test_constants_are_checked(gate: falter.Scene) -> None:
    assert gate.perform(seed=4, constants={"theta0": 2.5}).trace.scene.constants == (("theta0", 2.5),)
    assert gate.model.constants == ()
    for wrong in ({"theta9": 1.0}, {"theta0": -3.0}):
        with pytest.raises(falter.SceneError):
            gate.perform(constants=wrong)


@pytest.mark.parametrize("value", ["2", None, True])
def test_constants_are_numbers(gate: falter.Scene, value: object) -> None:
    with pytest.raises(ValueError, match="constants must be numbers; got theta0 = "):
        gate.perform(constants={"theta0": value})  # type: ignore[dict-item]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match=r"content of parse\(\) must be a text or its bytes; got None"):
        falter.parse(None)  # type: ignore[arg-type]


def test_a_form_that_there_is_not_is_refused(run: falter.Run) -> None:
    with pytest.raises(ValueError, match=r"form of told\(\) must be one of prose, script, timeline, json; got 'novel'"):
        run.told("novel")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="inner of told"):
        run.told("json", inner=True)


def test_a_damaged_performance_is_a_fault_and_never_more(run: falter.Run, tmp_path: Path) -> None:
    kept = tmp_path / "gate.trace"
    run.save(kept)
    whole, chance = kept.read_bytes(), random.Random(1)
    for count in range(60):
        damaged = bytearray(whole[: chance.randrange(len(whole))] if count % 3 == 0 else whole)
        for _ in range(5 if damaged else 0):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        kept.write_bytes(damaged)
        with contextlib.suppress(falter.SceneError):  # a flipped bit in a date or a comment is no damage
            falter.load_run(kept)
    kept.write_bytes(whole[:-1])
    with pytest.raises(falter.SceneError, match="FAL5007"):
        falter.load_run(kept)


def test_a_performance_is_kept(run: falter.Run, tmp_path: Path) -> None:
    run.save(tmp_path / "gate.trace")
    again = falter.load_run(tmp_path / "gate.trace")
    assert (again.ending, again.seed, again.seconds, again.events) == (run.ending, run.seed, run.seconds, run.events)
    assert str(again.prose()) == str(run.prose())
