"""`--plot`, as one types it: what is drawn, and what is said before anything is performed for nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from falter.diagnostics import exits
from tests.end_to_end.shell import falter

LADDER = Path(__file__).parents[2] / "scenes" / "ladder"
LETTER = str(LADDER / "01-the-letter.falter")


def test_many_performances_are_drawn(tmp_path: Path) -> None:
    said = falter("explore", LETTER, "-n", "40", "--plot", str(tmp_path / "a.svg"))
    assert said.code == 0, said.err
    assert said.out.startswith("ending")
    text = (tmp_path / "a.svg").read_text("utf-8")
    assert "How The Letter ends" in text and "How long it lasted" in text


def test_what_was_varied_is_drawn(tmp_path: Path) -> None:
    assert falter("explore", LETTER, "-n", "20", "--vary", "BEN.respects.ANNA=0..1/3", "--plot", str(tmp_path / "a.json")).code == 0
    declared = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert declared["title"]["text"] == "How The Letter ends, by BEN.respects.ANNA"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--plot", "a.pdf"), "FAL8004", ".svg"),
        (("--plot", "/nowhere/at/all/a.svg"), "FAL5003", "/nowhere/at/all"),
        (("--kind", "times"), "FAL8007", "--plot FILE.svg"),
        (("--plot", "a.svg", "--kind", "branches", "--out", "a.parquet"), "FAL8007", "leave out `--out`"),
        (("--find", "ending=owned", "--plot", "a.svg"), "FAL8007", "leave out `--plot`"),
        (("--plot", "a.svg", "--kind", "pie"), "FAL8004", "`endings`"),
        (("--plot", "a.svg", "--kind", "times", "--vary", "theta0=1,2"), "FAL8007", "leave out `--kind`"),
        (("--plot", "a.svg", "--vary", "theta0=1..2/5", "--vary", "gain=1..2/5", "--vary", "place.dark=0..1/5"), "FAL8007", "25"),
    ],
)
def test_what_cannot_be_drawn_is_said_before_anything_is_performed(
    words: tuple[str, ...], code: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = falter("explore", LETTER, *words)
    assert said.code != 0
    assert said.out == ""
    assert code in said.err and says in said.err
    assert list(tmp_path.iterdir()) == []


def test_what_no_performance_has_is_said_after_what_was_counted(tmp_path: Path) -> None:
    said = falter("explore", LETTER, "-n", "10", "--plot", str(tmp_path / "a.svg"), "--kind", "hesitation")
    assert said.code == exits.SCENE
    assert said.out.startswith("ending")
    assert "FAL5009" in said.err and "undone" in said.err


def test_a_place_that_goes_away_loses_nothing_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.setattr("falter.figures.pictures.picture", lambda *_: folder.rmdir() or b"")
    said = falter("explore", LETTER, "-n", "10", "--plot", str(folder / "a.svg"))
    assert said.code == exits.FILE
    assert said.out.startswith("ending")
    assert "FAL5003" in said.err


def test_one_performance_is_drawn_beside_its_telling(tmp_path: Path) -> None:
    said = falter("run", LETTER, "--seed", "3", "--plot", str(tmp_path / "a.svg"), "--kind", "feelings")
    assert said.code == 0, said.err
    assert said.out == falter("run", LETTER, "--seed", "3").out
    text = (tmp_path / "a.svg").read_text("utf-8")
    assert "What ANNA feels and shows" in text and "What is done" not in text


def test_a_saved_performance_is_drawn_the_same(tmp_path: Path) -> None:
    kept = str(tmp_path / "a.trace")
    assert falter("run", LETTER, "--seed", "3", "--save", kept, "--plot", str(tmp_path / "a.json"), "--kind", "acts").code == 0
    assert falter("run", kept, "--plot", str(tmp_path / "b.json"), "--kind", "acts").code == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_a_figure_that_cannot_be_kept_is_said_before_the_telling() -> None:
    said = falter("run", LETTER, "--plot", "a.gif")
    assert (said.code, said.out) == (exits.USAGE, "")
    assert falter("run", LETTER, "--kind", "feelings").code == exits.USAGE
