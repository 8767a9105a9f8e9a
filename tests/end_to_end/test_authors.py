"""What an author asks of many performances, as one types it: `falter test`."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from falter import load
from falter.api.tune import as_table
from falter.files import write_file
from tests.end_to_end.shell import falter

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"(^```sh\n(?P<words>falter [^\n]+)\n```\n\n```text\n)(?P<text>.*?)(?P<end>^```$)", re.M | re.S)
LETTER = Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter"


def written(folder: Path, lines: str, respects: str = "wholly") -> str:
    path = folder / "letter.falter"
    path.write_text(LETTER.read_text("utf-8").replace("respects ANNA: wholly", f"respects ANNA: {respects}") + lines, "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("lines", "flags", "code", "says"),
    [
        ("expect lied 30..90 %", (), 0, "1 line: 1 passes, 0 fail"),
        ("expect lied 0..20 %; expect every move performed", (), 1, "2 lines: 1 passes, 1 fails"),
        ("expect unanswered 1..40 %", (), 0, "of 1 so many performances cannot tell"),
        ("expect unanswered 1..40 %", ("--strict",), 1, "cannot tell"),
    ],
)
def test_a_scene_is_held_to_what_is_expected_of_it(tmp_path: Path, lines: str, flags: tuple[str, ...], code: int, says: str) -> None:
    said = falter("test", written(tmp_path, lines), "-n", "100", "--most", "100", *flags)
    assert (said.code, said.err) == (code, "")
    assert says in said.out
    assert "line 40" in said.out


def test_the_report_for_programs(tmp_path: Path) -> None:
    path = written(tmp_path, "expect lied 0..20 %; expect every move performed")
    (found,) = json.loads(falter("test", path, "-n", "100", "--as", "json").out)["scenes"]
    assert (found["scene"], found["file"], found["passed"], found["failed"]) == ("The Letter", path, False, True)
    first, second = found["lines"]
    assert first["line"] == 40 and first["verdict"] == "fail" and first["share"]["low"] > 0.2
    assert (second["words"], second["share"], second["never"]) == ("expect every move performed", None, [])


@pytest.mark.parametrize("words", [("explore",), ("explore", "--find", "ending=lied"), ("drivers", "--ending", "lied")])
def test_a_report_for_programs_says_of_which_scene_it_is(words: tuple[str, ...]) -> None:
    found = json.loads(falter(words[0], str(LETTER), *words[1:], "-n", "20", "--as", "json").out)
    assert (found["scene"], found["seed"]) == ("The Letter", 1)


def test_that_nothing_is_expected_is_said(tmp_path: Path) -> None:
    said = falter("test", str(LETTER), written(tmp_path, "expect lied 30..90 %"), "-n", "100")
    assert said.code == 0
    assert "FAL3541" in said.err and "01-the-letter.falter" in said.err
    assert "1 line: 1 passes" in said.out


def test_a_scene_that_is_none_does_not_pass(tmp_path: Path) -> None:
    said = falter("test", str(tmp_path / "none.falter"), written(tmp_path, "expect lied 30..90 %"), "-n", "100")
    assert said.code == 74
    assert "FAL5001" in said.err and "1 passes" in said.out


def test_the_report_of_coverage_leads_to_what_is_lacking(tmp_path: Path) -> None:
    path = written(tmp_path, 'BEN may sing "sings" if 39 s after lie\n')
    said = falter("coverage", path, "-n", "60", "--tellings", "6")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("The Letter: 60 performances, 60 of them looked into, 6 told\nreached: 5 of 6 moves, ")
    (line,) = (row for row in said.out.splitlines() if "may sing" in row)
    assert [cell.strip() for cell in line.split("  ") if cell] == ["line 40", "BEN may sing", "never open", "`39 s after lie` never held"]
    assert "under 4.9 %" in said.out
    assert "words wanted" in said.out
    assert "every line" not in said.out
    assert "every line" in falter("coverage", path, "-n", "20", "--looks", "5", "--tellings", "1", "--all").out


def test_coverage_for_programs() -> None:
    found = json.loads(falter("coverage", str(LETTER), "-n", "40", "--looks", "20", "--tellings", "4", "--as", "json").out)
    assert (found["scene"], found["runs"], found["looked"], found["told"], found["seed"]) == ("The Letter", 40, 20, 4, 1)
    lie = next(line for line in found["lines"] if line["words"] == "BEN may lie ANNA")
    assert lie["line"] == 30 and 0.0 < lie["share"]["low"] < lie["share"]["share"] < 1.0 and lie["open"]["share"] == 1.0
    assert {one["line"] for one in found["wanted"]} and {one["person"] for one in found["word_counts"]} == {"ANNA", "BEN"}
    assert found["bounds"]["move"] == pytest.approx(1.0 - 0.05 ** (1 / 40))


def test_a_scene_is_tuned_and_the_numbers_are_written_where_that_is_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "aim owned 35..65 %\n", ".15 to .95")
    before = Path(path).read_text("utf-8")
    said = falter("tune", path, "-n", "40")
    assert (said.code, said.err) == (0, "")
    assert "pass  line 40  aim owned 35..65 %" in said.out
    assert f"--- {path}\n+++ {path}\n" in said.out
    assert Path(path).read_text("utf-8") == before
    assert falter("tune", path, "-n", "40", "--write").code == 0
    assert "respects ANNA: .15 to .95" not in Path(path).read_text("utf-8")
    assert (
        falter(
            "test", written(tmp_path, "expect owned 35..65 %\n", Path(path).read_text("utf-8").split("respects ANNA: ")[1].split()[0])
        ).code
        == 0
    )


def test_what_is_not_reached_is_not_written(tmp_path: Path) -> None:
    path = written(tmp_path, "aim owned 97..99 %\n", ".15 to .95")
    before = Path(path).read_text("utf-8")
    said = falter("tune", path, "-n", "20", "--write", "--as", "json")
    found = json.loads(said.out)
    assert said.code == 1
    assert (found["scene"], found["reached"], found["aims"][0]["verdict"]) == ("The Letter", False, "fail")
    scene = load(path)
    assert "not reached within these ranges: aim owned 97..99 %" in as_table(scene, scene.tune(runs=5))
    assert found["values"][0]["name"] == "BEN.respects.ANNA" and found["diff"].startswith("---")
    assert Path(path).read_text("utf-8") == before


@pytest.mark.parametrize(
    ("lines", "respects", "flags", "code"),
    [
        ("", ".1 to .9", (), "FAL3542"),
        ("aim owned 35..65 %", "wholly", (), "FAL3543"),
        ("aim owned 35..65 %", "wholly", ("--vary", "theta0=1..2"), "FAL3544"),
        ("aim owned 35..65 %", "wholly", ("--vary", "BEN.respect=0..1"), "BEN.respects.ANNA"),
    ],
)
def test_what_cannot_be_tuned_is_said(tmp_path: Path, lines: str, respects: str, flags: tuple[str, ...], code: str) -> None:
    said = falter("tune", written(tmp_path, lines, respects), *flags)
    assert said.code != 0
    assert code in said.err


@pytest.mark.slow
def test_what_the_page_shows_is_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change that is meant, `FALTER_ACCEPT=1` writes the new text."""
    page = ROOT / "docs" / "authors.md"
    bridge = (ROOT / "scenes" / "ladder" / "03-the-bridge.falter").read_text("utf-8")
    changed = bridge.replace("loves SISTER: wholly", "loves SISTER: somewhat to wholly") + "aim over 55..70 %\n"
    assert changed.count("somewhat to wholly") == 1
    (tmp_path / "bridge.falter").write_text(changed, "utf-8")
    (tmp_path / "scenes").symlink_to(ROOT / "scenes")
    monkeypatch.chdir(tmp_path)
    text = page.read_text("utf-8")
    assert len(SHOWN.findall(text)) == 3
    found = SHOWN.sub(lambda shown: shown[1] + falter(*shown["words"].split()[1:]).out.rstrip() + "\n" + shown["end"], text)
    if os.environ.get("FALTER_ACCEPT"):
        write_file(page, found.encode())
    else:
        assert text == found
