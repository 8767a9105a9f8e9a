"""Of several flags the one that is at fault is blamed, and an act has its names for every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from falter.diagnostics import exits
from tests.end_to_end.shell import falter

LETTER = str(Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("why", "--not", "lie", "--at", "5:00"), "`--at` is past the end of this performance: 5:00.0"),
        (("why", "--act", "own-up", "--at", "0:30"), "`--at` is no time when `own-up` was begun: 0:30.0"),
        (("why", "--act", "own-op", "--at", "0:17"), "`--act` names nothing that was done: `own-op`"),
        (("why", "--feels", "BEN dread", "--at", "9:00"), "`--at` is past the end"),
        (("why", "--lull", "9:00"), "`--lull` is past the end"),
        (("why",), "`FILE` is named, and nothing is asked about it"),
        (("whatif", "--without-event", "1:-5"), "`--without-event` must be a time"),
        (("whatif", "--without-event", "0:30"), "`--without-event` is no time when anything was begun"),
        (("whatif", "--without-event", "0:41", "--runs", "5", "--as-if", "BEN.own-up at 0:07"), "`--without-event` is about an act of one"),
        (("whatif", "--without-event", "0:02.5", "--as-if", "BEN.own-op at 0:07"), "`--as-if` names nothing"),
        (("whatif", "--find", "ending=lied", "--vary", "BEN.*", "--keep", "BERT.*"), "`--keep` names no quantity"),
        (("whatif", "--find", "act=own-op"), "`--find` names no act"),
        (("drivers", "--ending", "lied", "--act", "own-op"), "`--act` names no act"),
        (("drivers", "--ending", "lied", "--without", "BEN"), "`--without` names no act"),
    ],
)
def test_the_flag_that_is_at_fault_is_blamed(words: tuple[str, ...], says: str) -> None:
    said = falter(words[0], LETTER, *words[1:], *(("--seed", "3") if "--seed" not in words else ()))
    assert (said.code, said.out) == (exits.USAGE, "")
    assert says in said.err
    assert "9001" not in said.err


@pytest.mark.parametrize("name", ["lie", "BEN lie", "BEN.lie", "BEN lie ANNA"])
def test_an_act_is_named_alike_for_every_command(name: str) -> None:
    assert falter("why", LETTER, "--seed", "3", "--not", name).code == exits.FINE
    assert falter("whatif", LETTER, "--seed", "3", "--as-if", f"{name} at 0:07").code == exits.FINE
    for words in (("drivers", "--ending", "lied", "-n", "2", "--act", name), ("explore", "-n", "2", "--find", f"act={name}")):
        said = falter(words[0], LETTER, *words[1:])
        assert said.code == exits.FINE, said.err


def test_a_saved_performance_that_is_no_scene_is_not_shown_as_one(tmp_path: Path) -> None:
    kept = str(tmp_path / "letter.trace")
    assert falter("run", LETTER, "--seed", "3", "--save", kept).code == exits.FINE
    said = falter("drivers", kept, "--ending", "lied")
    assert (said.code, said.out) == (exits.SCENE, "")
    assert "error[FAL1013]" in said.err and "PK" not in said.err
