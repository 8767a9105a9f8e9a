"""`falter why`, as one types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from falter import NoSuchActError
from falter.api.scene import load
from falter.diagnostics import exits
from tests.end_to_end.shell import falter

LETTER = str(Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter")

IDLE = """falter 1
scene Nobody
place a yard
ANNA "the girl", she
  copes by nothing
BEN "the boy", he
  copes by nothing
ANNA may sing "sings" once, if lull 20 s
closes at 10 s
"""


def test_it_says_what_spoke_for_an_act_and_against_it() -> None:
    said = falter("why", LETTER, "--seed", "3", "--act", "BEN own-up")
    assert said.code == exits.FINE, said.err
    assert said.out.startswith("0:17.1  Ben says “It's in my coat. It's been in my coat since Friday.”\n")
    assert "\nfor it\n" in said.out
    assert "\nagainst it\n" in said.out
    assert falter("why", LETTER, "--seed", "3", "--at", "0:17").out == said.out


def test_as_values_the_shares_are_there_to_be_added() -> None:
    found = json.loads(falter("why", LETTER, "--seed", "3", "--act", "own-up", "--as", "json").out)
    assert abs(sum(part["share"] for part in found["parts"]) - 1.0) < 2e-3
    assert found["preference"] > 0.0 < found["threshold"]


def test_a_saved_performance_is_explained_down_to_the_lines_it_was_read_from(tmp_path: Path) -> None:
    kept = str(tmp_path / "one.trace")
    scene = tmp_path / "letter.falter"
    scene.write_bytes(Path(LETTER).read_bytes())
    assert falter("run", str(scene), "--seed", "3", "--save", kept).code == exits.FINE
    scene.unlink()
    assert falter("why", kept, "--act", "own-up").out == falter("why", LETTER, "--seed", "3", "--act", "own-up").out


def test_what_cannot_be_explained_is_said() -> None:
    assert falter("why", LETTER).code == exits.USAGE
    assert "write `own-up`" in falter("why", LETTER, "--seed", "3", "--act", "own-upp").err
    assert "0:17.1" in falter("why", LETTER, "--seed", "3", "--at", "0:19").err
    assert "must be a time from 0 on" in falter("why", LETTER, "--at", "soon").err
    assert "must be a time from 0 on" in falter("why", LETTER, "--at", "-5").err
    assert "must be a time from 0 on" in falter("why", LETTER, "--at", "1:-5").err


def test_what_was_not_done_is_asked_for_as_that() -> None:
    assert '`--not "lie"`' in falter("why", LETTER, "--seed", "3", "--act", "lie").err
    assert "write `lie`" in falter("why", LETTER, "--seed", "3", "--not", "lei").err
    run = load(LETTER).perform(3)
    with pytest.raises(NoSuchActError, match="not done") as raised:
        run.why("lie")
    assert '`why_not("lie")` in Python' in raised.value.fix
    with pytest.raises(NoSuchActError, match=r"^`act` is not said, nor a time; say which act"):
        run.why()
    with pytest.raises(TypeError, match=r"why\(at=26.0\)"):
        run.why(26.0)  # type: ignore[arg-type]


def test_where_nobody_did_anything_one_is_led_to_what_can_be_asked(tmp_path: Path) -> None:
    scene = tmp_path / "idle.falter"
    scene.write_text(IDLE)
    said = falter("why", str(scene), "--at", "3")
    assert said.code == exits.USAGE
    assert "`--at` asks about an act, and nobody did anything" in said.err
    assert "``" not in said.err and "`--lull longest`" in said.err
    assert falter("why", str(scene), "--lull", "longest").code == exits.FINE


def test_a_feeling_is_asked_for_by_whose_it_is_and_when() -> None:
    said = falter("why", LETTER, "--seed", "3", "--feels", "BEN dread", "--at", "0:16")
    assert said.code == exits.FINE, said.err
    assert said.out.startswith("0:16.0  Ben feels ")
    assert "write `dread`" in falter("why", LETTER, "--seed", "3", "--feels", "BEN dred", "--at", "0:16").err
    assert " Ben feels dread " in falter("why", LETTER, "--seed", "3", "--feels", "BEN dread").out.splitlines()[0]
    assert "ask one thing at a time" in falter("why", LETTER, "--feels", "BEN dread", "--act", "own-up", "--at", "1").err


def test_a_performance_that_does_not_come_out_again_is_not_guessed_at(tmp_path: Path) -> None:
    run = load(LETTER).perform(3)
    run.trace.floats[-1] += 1e-12
    run.save(tmp_path / "other.trace")
    said = falter("why", str(tmp_path / "other.trace"), "--act", "own-up")
    assert (said.code, said.out) == (exits.SCENE, "")
    assert "error[FAL5014]" in said.err and "seed 3" in said.err


def test_a_performance_that_was_found_is_asked_why_as_it_is_named(tmp_path: Path) -> None:
    found = falter("explore", LETTER, "-n", "64", "--find", "act=BEN.lie").out.splitlines()[-1].split(" ")[3:]
    assert found[2] == "--run" and found[3] != "0"
    kept = str(tmp_path / "found.trace")
    assert falter("run", LETTER, *found, "--save", kept).code == exits.FINE
    said = falter("why", LETTER, *found, "--act", "lie")
    assert said.code == exits.FINE, said.err
    assert said.out == falter("why", kept, "--act", "lie").out
    saved = falter("why", kept, "--run", "3", "--act", "lie")
    assert "`--run` is for performing a scene" in saved.err and "leave out `--run`" in saved.err


def test_luck_that_was_tilted_is_explained_as_it_was(tmp_path: Path) -> None:
    tilted, plain = str(tmp_path / "tilted.trace"), str(tmp_path / "plain.trace")
    run = ("run", LETTER, "--seed", "3", "--run", "0")
    assert falter(*run, "--tilt", "BEN.own-up.ANNA=1.5,1.5,1.5,1.5", "--save", tilted).code == exits.FINE
    assert falter(*run, "--save", plain).code == exits.FINE
    assert _luck(tilted) > 1.5 * _luck(plain) > 0.0
    assert _luck(LETTER, *run[2:], "--tilt", "BEN.own-up.ANNA=1.5,1.5,1.5,1.5") == _luck(tilted)
    refused = falter("why", tilted, "--tilt", "BEN.own-up.ANNA=1", "--act", "own-up").err
    assert "`--tilt` is for performing a scene" in refused
    unread = falter("why", LETTER, "--tilt", "BEN.own-up", "--act", "own-up")
    assert unread.code == exits.USAGE and "`--tilt`" in unread.err


def _luck(file: str, *which: str) -> float:
    """The share of luck in what Ben owns up with."""
    parts = json.loads(falter("why", file, *which, "--act", "own-up", "--as", "json").out)["parts"]
    return float(sum(part["share"] for part in parts if part["kind"] == "chance"))


def test_what_spoke_for_it_is_taken_away_one_by_one() -> None:
    said = falter("why", LETTER, "--seed", "3", "--act", "own-up", "--test")
    assert said.code == exits.FINE, said.err
    assert "Had it been otherwise, with the same luck:" in said.out
    assert "  had this been cut short: Anna says “My letter, Ben. Did it go?” (0:02.5)\n" in said.out
    assert said.out.count("\n  not at all") == 2
    record = json.loads(falter("why", LETTER, "--seed", "3", "--act", "own-up", "--test", "--as", "json").out)
    assert [one["effect"] for one in record["without"]] == ["not at all", "not at all"]
    assert record["why"]["causes"][0] == record["without"][0]["cause"]
    all_of_it = ("why", LETTER, "--seed", "3", "--act", "own-up", "--all", "--as", "json")
    whole = json.loads(falter(*all_of_it, "--test").out)["why"]
    assert record["why"]["deeper"] is None and whole["deeper"]
    assert whole == json.loads(falter(*all_of_it).out)
    assert falter("why", LETTER, "--not", "own-up", "--test").code == exits.USAGE


def test_a_belief_is_asked_for_by_whose_it_is_and_when() -> None:
    huntsman = str(Path(LETTER).parents[1] / "the-huntsman.falter")
    said = falter("why", huntsman, "--seed", "3", "--believes", "GIRL: HUNTSMAN means to strike", "--at", "0:12")
    assert said.code == exits.FINE, said.err
    assert said.out.startswith("0:12.0  Girl ")
    missing = falter("why", huntsman, "--seed", "3", "--believes", "GIRL: HUNTSMAN means to striek", "--at", "0:12")
    assert "write `HUNTSMAN means to strike`" in missing.err


def test_a_lull_is_asked_for_by_a_time_in_it() -> None:
    said = falter("why", LETTER, "--seed", "3", "--lull", "0:07")
    assert said.code == exits.FINE, said.err
    assert "nobody does anything for" in said.out.splitlines()[0]
    begun, ended = said.out.split("  ")[0].split("–")
    assert falter("why", LETTER, "--seed", "3", "--lull", f"{begun}-{ended}").out.splitlines()[2:] == said.out.splitlines()[2:]
    assert f"`--lull {begun}-{ended}`" in falter("why", LETTER, "--seed", "3", "--at", "0:07").err
    assert "one of the longest" in falter("why", LETTER, "--seed", "3", "--lull", "0:02-0:38").err
    assert "must be a time" in falter("why", LETTER, "--lull", "soon").err
