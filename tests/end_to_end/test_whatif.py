"""`falter whatif`, as one types it."""

from __future__ import annotations

import json
from pathlib import Path

from falter.diagnostics import exits
from tests.end_to_end.shell import falter

LETTER = str(Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter")


def test_two_performances_stand_beside_each_other() -> None:
    said = falter("whatif", LETTER, "--seed", "3", "--set", "BEN.respects.ANNA=0")
    assert said.code == exits.FINE, said.err
    assert "as written" in said.out
    assert "with Ben's respect for Anna at 0" in said.out
    assert said.out.count(" ends ") == 2


def test_as_values_it_says_when_they_part_and_how_each_ends() -> None:
    said = falter("whatif", LETTER, "--seed", "3", "--set", "BEN.respects.ANNA=0", "--as", "json")
    found = json.loads(said.out)
    assert {
        "kind",
        "change",
        "gone",
        "scene",
        "seed",
        "run",
        "parted_at",
        "shared_acts",
        "first",
        "comes_at",
        "missed",
        "as_written",
        "changed",
    } == found.keys()
    assert found["as_written"]["ending"]
    assert found["changed"]["acts"]


def test_what_cannot_be_changed_is_refused_with_what_to_write() -> None:
    assert "BEN.respects.ANNA" in falter("whatif", LETTER, "--set", "BEN.respect.ANNA=0").err
    assert "only what a line of the scene gives has a number" in falter("whatif", LETTER, "--set", "BEN.loves.ANNA=.5").err
    assert "stay within 0..1" in falter("whatif", LETTER, "--set", "BEN.respects.ANNA=2").err
    assert "--vary" in falter("whatif", LETTER, "--set", "BEN.respects.ANNA=0..1").err
    assert "begins no line" in falter("whatif", LETTER, "--without", "nothing like it").err
    nothing = falter("whatif", LETTER, "--seed", "7")
    assert nothing.code == exits.USAGE
    assert "`FILE` does not say what is to be different" in nothing.err
    twice = falter("whatif", LETTER, "--set", "BEN.respects.ANNA=0", "--set", "BEN.respects.ANNA=1")
    assert "`--set` gives `BEN.respects.ANNA` two values" in twice.err
    assert "write it as in `BEN.respects.ANNA=0.9`" in falter("whatif", LETTER, "--set", "BEN.respects.ANNA=").err


def test_a_saved_performance_cannot_be_changed_and_the_scene_is_asked_for(tmp_path: Path) -> None:
    saved = str(tmp_path / "saved.trace")
    assert falter("run", LETTER, "--seed", "3", "--save", saved).code == exits.FINE
    said = falter("whatif", saved, "--set", "BEN.respects.ANNA=0")
    assert said.code == exits.USAGE
    assert "`FILE` is a saved performance" in said.err and "name the file of its scene, “The Letter”, with `--seed 3 --run 0`" in said.err


def test_another_performance_of_the_seed_can_be_changed() -> None:
    said = falter("whatif", LETTER, "--run", "115", "--set", "BEN.respects.ANNA=1", "--as", "json")
    assert said.code == exits.FINE, said.err
    assert json.loads(said.out)["as_written"]["ending"] == "unanswered"
    for many in (("--runs", "10"), ("--find", "ending=owned")):
        said = falter("whatif", LETTER, "--run", "0", *many)
        assert "`--run` is of one performance, and many are asked for" in said.err and f"leave out `--run`, or `{many[0]}`" in said.err


def test_an_act_is_not_done_or_is_done() -> None:
    for flags in (("--without-event", "0:02.5"), ("--set", "BEN.respects.ANNA=0.4", "--as-if", "BEN.own-up at 0:07")):
        said = falter("whatif", LETTER, "--seed", "3", *flags)
        assert said.code == exits.FINE, said.err
        assert {"--as-if": "had begun to “own up” at 0:07.0"}.get(flags[-2], "with Anna cut short at 0:02.5") in said.out
    assert "nearest: `0:02.5` (ANNA ask-posted)" in falter("whatif", LETTER, "--seed", "3", "--without-event", "1").err
    assert "--lull" not in falter("whatif", LETTER, "--seed", "3", "--without-event", "1").err
    assert "must be a time" in falter("whatif", LETTER, "--without-event", "soon").err
    assert "`--as-if` asks for what is not open at" in falter("whatif", LETTER, "--seed", "3", "--as-if", "BEN.own-up at 0").err
    assert "--as-if" in falter("whatif", LETTER, "--as-if", "BEN.own-ip at 7").err


def test_what_needs_a_line_goes_with_it_and_is_named() -> None:
    said = falter("whatif", str(Path(LETTER).parents[1] / "the-huntsman.falter"), "--seed", "3", "--without", "GIRL may give-flower")
    assert said.code == exits.FINE, said.err
    assert said.out.startswith("Gone with it, since they need it: ")
    said = falter("whatif", str(Path(LETTER).parent / "04-after-the-ball.falter"), "--without", "CLARA wears")
    told = " ".join(said.out.split("\n\n")[0].split())
    assert all(f"`{line}" in told for line in ("CLARA may unmask`", "MARTIN says", "MARTIN thinks", "MARTIN sees"))
    assert told.endswith(
        "Gone from other lines: `seen if after unmask` (ends), `25 s after unmask` (closes), `when not CLARA wears fox` (MARTIN waits) and "
        "`not wears fox` (MARTIN sees CLARA)."
    )


def test_many_performances_are_set_against_their_like() -> None:
    said = falter("whatif", LETTER, "--runs", "60", "--set", "BEN.respects.ANNA=0", "--jobs", "1")
    assert said.code == exits.FINE, said.err
    assert said.out.startswith("60 performances as written, and each again with Ben's respect for Anna at 0, under the same luck.")
    found = json.loads(falter("whatif", LETTER, "--runs", "60", "--set", "BEN.respects.ANNA=0", "--as", "json").out)
    assert (found["kind"], found["runs"], found["compared"]) == ("what if, many", 60, 60)
    assert "leave out `--runs`" in falter("whatif", LETTER, "--runs", "5", "--without-event", "1").err
    assert "add `--runs`" in falter("whatif", LETTER, "--jobs", "2", "--set", "BEN.respects.ANNA=0").err
