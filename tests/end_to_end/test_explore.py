"""`falter explore`, as one types it: what it prints, what it keeps, how it goes on, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars
import pytest

from falter.diagnostics import exits
from falter.kernel.run import SIGNATURE, advance
from falter.numeric import cache
from falter.numeric.waiting import COMPILING
from falter.performance.perform import compiled_advance
from tests.end_to_end.shell import falter, with_waiting

SCENES = Path(__file__).parents[2] / "scenes"
BRIDGE = str(SCENES / "ladder" / "03-the-bridge.falter")


def explored(*words: str) -> dict[str, object]:
    said = falter("explore", BRIDGE, "--as", "json", *words)
    assert said.code == 0, said.err
    found: dict[str, object] = json.loads(said.out)
    return found


def test_it_says_how_the_scene_can_end() -> None:
    found = explored("-n", "200")
    endings = found["endings"]
    assert isinstance(endings, dict)
    assert found["runs"] == 200
    assert sum(share["share"] for share in endings.values()) == pytest.approx(1.0)
    assert all(0.0 <= share["low"] <= share["share"] <= share["high"] <= 1.0 for share in endings.values())
    assert falter("explore", BRIDGE, "-n", "20").out.startswith("ending")


def test_a_first_compilation_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    compiled_advance()
    code = cache.kept(cache.place_of(advance, SIGNATURE))
    monkeypatch.setenv("FALTER_CACHE", str(tmp_path))
    monkeypatch.setattr(cache, "_entries", {})
    monkeypatch.setattr(cache, "_absent", set())
    monkeypatch.setattr(cache.Native, "compile", lambda *_: code)  # what it would come to, without the wait
    assert COMPILING in with_waiting("explore", BRIDGE, "-n", "2").err
    monkeypatch.setattr(cache, "_entries", {})
    monkeypatch.setattr(cache, "_absent", set())
    assert COMPILING not in with_waiting("explore", BRIDGE, "-n", "2").err


def test_what_is_varied_is_a_list_of_points() -> None:
    found = explored("-n", "10", "--vary", "theta0=1,3", "--vary", "gain=1..2/2")
    points = found["points"]
    assert isinstance(points, list)
    assert [point["at"] for point in points] == [{"theta0": t, "gain": g} for t in (1.0, 3.0) for g in (1.0, 2.0)]
    assert found["runs"] == 40
    assert all(point["runs"] == 10 and point["endings"] for point in points)
    lines = list(csv.DictReader(io.StringIO(falter("explore", BRIDGE, "-n", "10", "--vary", "theta0=1,3", "--as", "csv").out)))
    assert {line["theta0"] for line in lines} == {"1.0", "3.0"}
    table = falter("explore", BRIDGE, "-n", "10", "--vary", "theta0=1,3").out
    assert table.startswith("theta0") and "off by more than" in table


def worked(pid: int) -> float:
    """s of processor time that a process has had: enough to be well into performing, however busy the machine is."""
    spent = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")


def test_the_tables_are_the_same_however_they_came_about(tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole.parquet", tmp_path / "parts.parquet"
    assert falter("explore", BRIDGE, "-n", "90", "--jobs", "1", "--out", str(whole)).code == 0
    began = subprocess.Popen([sys.executable, "-m", "falter", "explore", BRIDGE, "-n", "1000000", "--jobs", "2", "--out", str(parts)])
    while not list(tmp_path.glob("parts.parquet.parts/manifest.json")):
        time.sleep(0.05)
    while worked(began.pid) < 3.0:
        time.sleep(0.05)
    began.send_signal(signal.SIGINT)
    assert began.wait(30) == 130
    assert list(tmp_path.glob("parts.parquet.parts/*.npz"))
    assert falter("explore", BRIDGE, "-n", "90", "--out", str(parts)).code == 0
    assert not (tmp_path / "parts.parquet.parts").exists()
    for suffix in (".parquet", ".beats.parquet"):
        one, other = polars.read_parquet(tmp_path / f"whole{suffix}"), polars.read_parquet(tmp_path / f"parts{suffix}")
        assert one.equals(other.filter(polars.col("run") < 90))
        assert other["run"].is_sorted()


def test_a_table_says_what_it_is_from(tmp_path: Path) -> None:
    out = tmp_path / "runs.parquet"
    falter("explore", BRIDGE, "-n", "20", "--seed", "9", "--vary", "theta0=1,3", "--out", str(out))
    made = polars.read_parquet_metadata(out)
    assert (made["seed"], made["title"], json.loads(made["varied"])) == ("9", "The Bridge", {"theta0": [1.0, 3.0]})
    beats = tmp_path / "runs.beats.parquet"
    assert {*polars.read_parquet(out).columns, *polars.read_parquet(beats).columns} == {*json.loads(made["codebook"]), "theta0"}
    assert {"falter", "arithmetic", "scene"} <= set(made)


def test_parts_of_something_else_are_not_gone_on_from(tmp_path: Path) -> None:
    folder = tmp_path / "runs.parquet.parts"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps({"seed": "2"}), "utf-8")
    said = falter("explore", BRIDGE, "-n", "10", "--out", str(tmp_path / "runs.parquet"))
    assert said.code == exits.SCENE
    assert "FAL5008" in said.err
    assert (folder / "manifest.json").exists()


def test_what_is_found_is_performed_again_by_the_command_that_is_printed() -> None:
    found = explored("-n", "60", "--seed", "4", "--find", "ending=over and lasts>30")
    assert found["hits"] and isinstance(found["replay"], str)
    words = shlex.split(found["replay"])
    assert words[0] == "falter"
    again = json.loads(falter(*words[1:], "--as", "json").out)
    assert again["ending"] == "over"
    said = falter("explore", BRIDGE, "-n", "60", "--seed", "4", "--find", "ending=over and lasts>30").out
    assert found["replay"] in said and f"{found['hits']} of 60 performances" in said


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("-n", "0"), "FAL8004", "from 1 on"),
        (("--vary", "ANNA.love=0..1"), "FAL8008", "no quantity of this scene"),
        (("--vary", "theta0=1..900"), "FAL8008", "0.05..20"),
        (("--as", "yaml"), "FAL8004", "`json`"),
        (("--find", "ending=acros"), "FAL8008", "no ending of this scene: `acros`"),
        (("--find", "act=WIRT.let-ovr"), "FAL8008", "no act of this scene"),
        (("--find", "lasts<soon"), "FAL8008", "time in seconds"),
        (("--on", "dask://127.0.0.1"), "FAL8004", "dask://127.0.0.1:8786"),
        (("--find", "quickly"), "FAL8008", "`ending="),
        (("--find", "ending=over", "--vary", "theta0=1,2"), "FAL8007", "leave out `--vary`"),
        (("--find", "ending=over", "--as", "csv"), "FAL8007", "--as json"),
        (("--out", "/nowhere/at/all/runs.parquet"), "FAL5003", "/nowhere/at/all"),
    ],
)
def test_what_cannot_be_explored_is_said(words: tuple[str, ...], code: str, says: str) -> None:
    said = falter("explore", BRIDGE, *words)
    assert said.code != 0
    assert code in said.err
    assert says in said.err


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupt_is_answered_and_says_what_was_done() -> None:
    began = subprocess.Popen(
        [sys.executable, "-m", "falter", "explore", str(SCENES / "the-huntsman.falter"), "-n", "1000000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while worked(began.pid) < 3.0:
        time.sleep(0.05)
    began.send_signal(signal.SIGINT)
    out, err = began.communicate(timeout=30)
    assert began.returncode == 130
    assert "interrupted after" in err and "--out" in err
    assert out.startswith("ending")
