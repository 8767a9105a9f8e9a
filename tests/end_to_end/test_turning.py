"""`falter turning`, as one types it."""

from __future__ import annotations

import json
from pathlib import Path

from falter.api.scene import load
from falter.diagnostics import exits
from tests.end_to_end.shell import falter

LETTER = str(Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter")


def test_it_says_where_a_performance_turned_and_draws_it(tmp_path: Path) -> None:
    picture = tmp_path / "a.json"
    said = falter("turning", LETTER, "--seed", "3", "--runs", "60", "--plot", str(picture))
    assert said.code == exits.FINE, said.err
    assert "0:17.1  Ben says “It's in my coat." in said.out
    assert "It's in my coat" in picture.read_text("utf-8")


def test_a_saved_performance_turns_where_it_did(tmp_path: Path) -> None:
    kept = str(tmp_path / "one.trace")
    falter("run", LETTER, "--seed", "3", "--save", kept)
    found = json.loads(falter("turning", kept, "--runs", "40", "--as", "json").out)
    assert found == json.loads(falter("turning", LETTER, "--seed", "3", "--runs", "40", "--as", "json").out)
    assert found["moments"][-1]["chances"]["owned"] == {"share": 1.0, "low": 1.0, "high": 1.0}
    assert falter("turning", kept, "--seed", "3").code == exits.USAGE


def test_any_performance_of_a_seed_can_be_asked_about() -> None:
    said = falter("turning", LETTER, "--seed", "1", "--run", "115", "--runs", "20")
    assert said.code == exits.FINE, said.err
    assert said.out.startswith("The Letter, seed 1, run 115: unanswered, at")


def test_too_few_runs_are_refused() -> None:
    assert "20" in falter("turning", LETTER, "--runs", "3").err


def test_a_performance_that_does_not_come_out_again_is_not_guessed_at(tmp_path: Path) -> None:
    run = load(LETTER).perform(3)
    run.trace.floats[-1] += 1e-12
    run.save(tmp_path / "other.trace")
    said = falter("turning", str(tmp_path / "other.trace"))
    assert (said.code, said.out) == (exits.SCENE, "")
    assert "error[FAL5014]" in said.err
