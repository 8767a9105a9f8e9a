"""Every command, as one types it: what it prints, what it leaves behind, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from falter.version import __version__
from tests.end_to_end.shell import falter

GATE = """falter 1
// a comment that stays
scene The Gate
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


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A scene in the folder one stands in."""
    monkeypatch.chdir(tmp_path)
    Path("gate.falter").write_text(GATE, "utf-8")
    return "gate.falter"


# Looking


def test_without_a_command_falter_says_what_it_can_do() -> None:
    said = falter()
    assert said.code == 0
    assert "Commands:" in said.out
    assert said == falter("--help")


def test_the_version() -> None:
    assert falter("--version") == (0, f"falter {__version__}\n", "")


def test_check_of_a_sound_scene(gate: str) -> None:
    assert falter("check", gate) == (0, "gate.falter: no errors\n", "")


def test_check_of_standard_input() -> None:
    assert falter("check", "-", given=GATE.encode()) == (0, "standard input: no errors\n", "")
    assert falter("check", "-", given=GATE.replace("strongly", "strongley").encode()).err.startswith("standard input:8:14: error[")


def test_check_tells_all_faults_of_all_files(gate: str) -> None:
    Path("bad.falter").write_text(GATE.replace("strongly", "strongley").replace("to BEN, asks", "to BENN, asks"), "utf-8")
    said = falter("check", gate, "bad.falter", "none.falter")
    assert said.code == 74  # a missing file is graver than a fault in one that is there
    assert "bad.falter:8:14: error[" in said.err
    assert "`strongly`" in said.err
    assert "bad.falter:11:" in said.err
    assert "`BEN`" in said.err
    assert "there is no file `none.falter`" in said.err
    assert falter("check", "bad.falter").code == 65


@pytest.mark.parametrize("stage", ["tree", "scene", "tables", "trace"])
def test_show_prints_every_stage(gate: str, stage: str) -> None:
    said = falter("show", gate, "--stage", stage)
    assert (said.code, said.err) == (0, "")
    assert "ANNA" in said.out


# Changing


def test_fmt_mends_spacing_and_keeps_the_rest(gate: str) -> None:
    Path(gate).write_text(GATE.replace("  at gate", "     at   gate"), "utf-8")
    assert falter("fmt", "--check", gate) == (65, "gate.falter: would change\n", "")
    assert falter("fmt", gate) == (0, "gate.falter: changed\n", "")
    assert Path(gate).read_text("utf-8") == GATE
    assert falter("fmt", gate) == (0, "", "")
    assert falter("fmt", "--check", gate) == (0, "", "")


def test_fmt_of_standard_input_prints() -> None:
    said = falter("fmt", "-", given=GATE.replace("  at gate", "    at gate").encode())
    assert said == (0, GATE, "")


def test_fmt_leaves_alone_what_is_no_text(gate: str) -> None:
    Path("picture.falter").write_bytes(b"\x89PNG\x00\xff\xfe")
    assert falter("fmt", "picture.falter").code == 65
    assert Path("picture.falter").read_bytes() == b"\x89PNG\x00\xff\xfe"


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_convert_there_and_back(gate: str, form: str) -> None:
    assert falter("convert", gate, "--to", form, "--out", f"gate.{form}") == (0, "", "")
    assert falter("check", f"gate.{form}").code == 0
    there_and_back = falter("convert", f"gate.{form}", "--to", "falter")
    assert there_and_back == falter("convert", gate, "--to", "falter")
    assert there_and_back.out.startswith("falter 1\n")


def test_convert_of_a_faulty_scene_writes_nothing(gate: str) -> None:
    Path(gate).write_text(GATE.replace("strongly", "strongley"), "utf-8")
    assert falter("convert", gate, "--to", "json", "-o", "out.json").code == 65
    assert not Path("out.json").exists()


def test_a_faulty_yaml_is_told_by_the_place_in_the_model(gate: str) -> None:
    falter("convert", gate, "--to", "json", "-o", "gate.json")
    found = json.loads(Path("gate.json").read_text("utf-8"))
    found["people"][0]["ties"][0]["strength"] = 1.4
    Path("gate.json").write_text(json.dumps(found), "utf-8")
    said = falter("check", "gate.json")
    assert said.code == 65
    assert "gate.json: people[0].ties[0].strength: error[" in said.err


def test_rename_changes_a_person_everywhere(gate: str) -> None:
    assert falter("rename", gate, "BEN", "TOM").code == 0
    text = Path(gate).read_text("utf-8")
    assert 'TOM "the stranger", he, once BEN' in text
    assert "BEN" not in text.replace("once BEN", "")
    assert "// a comment that stays" in text
    assert falter("check", gate).code == 0


def test_rename_of_standard_input_prints() -> None:
    said = falter("rename", "-", "ask", "hail", given=GATE.encode())
    assert (said.code, said.err) == (0, "")
    assert "ANNA may hail" in said.out
    assert said.out.startswith("falter 1\n")


def test_rename_of_what_is_not_there_changes_nothing(gate: str) -> None:
    said = falter("rename", gate, "BENN", "TOM")
    assert said.code == 65
    assert "`BEN`" in said.err
    assert Path(gate).read_text("utf-8") == GATE


def test_new_writes_a_scene_that_is_sound_and_runs(gate: str) -> None:
    said = falter("new", "evening")
    assert (said.code, said.err) == (0, "")
    assert "falter run evening.falter" in said.out
    assert falter("check", "evening.falter") == (0, "evening.falter: no errors\n", "")
    assert falter("fmt", "--check", "evening.falter").code == 0
    run = falter("run", "evening.falter")
    assert run.code == 0
    assert len(run.out.split()) > 10
    assert "First of all her wish to ask" in falter("why", "evening.falter", "--act", "ask").out


def test_new_never_writes_over_a_file(gate: str) -> None:
    said = falter("new", "gate")
    assert said.code == 74
    assert "there is already a file `gate.falter`" in said.err
    assert Path(gate).read_text("utf-8") == GATE


# Performing


def test_a_seed_is_a_performance(gate: str) -> None:
    first = falter("run", gate, "--seed", "3", "--as", "timeline")
    assert (first.code, first.err) == (0, "")
    assert first == falter("run", gate, "--seed", "3", "--as", "timeline")
    assert len({falter("run", gate, "--seed", str(seed), "--as", "timeline").out for seed in range(5)}) > 1


@pytest.mark.parametrize("form", ["prose", "script", "timeline"])
@pytest.mark.parametrize("inner", [[], ["--inner"]])
def test_every_telling(gate: str, form: str, inner: list[str]) -> None:
    said = falter("run", gate, "--as", form, "--pov", "BEN", *inner)
    assert (said.code, said.err) == (0, "")
    assert said.out.strip()


def test_json_is_as_the_schema_says(gate: str, root: Path) -> None:
    schema = json.loads((root / "docs/reference/performance.schema.json").read_text("utf-8"))
    said = falter("run", gate, "--as", "json", "--seed", "5")
    found = json.loads(said.out)
    jsonschema.Draft202012Validator(schema).validate(found)
    assert found["scene"] == "The Gate"
    assert found["seed"] == 5
    assert found["ending"] in ("gone", "still-there")
    assert {event["who"] for event in found["events"]} <= {"ANNA", "BEN"}


def test_a_saved_performance_is_told_again(gate: str) -> None:
    first = falter("run", gate, "--seed", "9", "--save", "kept.trace")
    assert first.code == 0
    Path(gate).unlink()
    assert falter("run", "kept.trace") == first
    assert json.loads(falter("run", "kept.trace", "--as", "json").out)["seed"] == 9


@pytest.mark.parametrize("flag", [("--seed", "3"), ("--constant", "theta0=2")])
def test_a_saved_performance_takes_no_seed_and_no_constants(gate: str, flag: tuple[str, str]) -> None:
    falter("run", gate, "--save", "kept.trace")
    said = falter("run", "kept.trace", *flag)
    assert (said.code, said.out) == (64, "")
    assert "error[FAL8007]" in said.err
    assert f"leave out `{flag[0]}`" in said.err


@pytest.mark.usefixtures("gate")
def test_what_to_type_next_can_be_typed() -> None:
    assert falter("new", "my scene").out.endswith("falter run 'my scene.falter'\n")


def test_a_file_that_is_no_saved_performance(gate: str) -> None:
    Path("kept.trace").write_bytes(b"not one")
    said = falter("run", "kept.trace")
    assert said.code == 65
    assert "error[FAL5" in said.err


def test_a_constant_can_be_set(gate: str) -> None:
    assert falter("run", gate, "--constant", "theta0=4").code == 0
    unknown = falter("run", gate, "--constant", "theta9=4")
    assert unknown.code == 65
    assert "`theta0`" in unknown.err
    assert falter("run", gate, "--constant", "theta0=-4").code == 65
    assert falter("run", gate, "--constant", "theta0=high").code == 64


# What goes wrong

USAGE = [
    (("rnu", "x"), "FAL8002", "`run`"),
    (("run", "gate.falter", "--sed", "3"), "FAL8001", "`--seed`"),
    (("--versoin",), "FAL8001", "`--version`"),
    (("run",), "FAL8003", "`falter run FILE`"),
    (("convert", "gate.falter"), "FAL8003", "--to falter|yaml|json"),
    (("rename", "gate.falter", "BEN"), "FAL8003", "falter rename gate.falter BEN NEW"),
    (("run", "gate.falter", "--seed", "many"), "FAL8004", "must be a whole number from 0 to 18446744073709551615; got `many`"),
    (("run", "gate.falter", "--seed", "-1"), "FAL8004", "must be a whole number"),
    (("run", "gate.falter", "--as", "scirpt"), "FAL8004", "type `script`"),
    (("run", "gate.falter", "--pov", "ANA"), "FAL8004", "type `ANNA`"),
    (("run", "gate.falter", "--pov", "Anna"), "FAL8004", "type `ANNA`"),
    (("run", "gate.falter", "--pov", "NELL"), "FAL8004", "type one of `ANNA`, `BEN`"),
    (("run", "gate.falter", "--inner", "--as", "json"), "FAL8007", "leave out `--inner`"),
    (("show", "gate.falter", "--stage=tabels"), "FAL8004", "type `tables`"),
    (("run", "the", "gate.falter"), "FAL8005", "`gate.falter` is one word too many"),
    (("run", "gate.falter", "--seed"), "FAL8006", "after `--seed`"),
]


@pytest.mark.parametrize(("words", "code", "offer"), USAGE, ids=[" ".join(words) for words, _, _ in USAGE])
def test_a_wrong_command_line_is_told_as_a_fault(gate: str, words: tuple[str, ...], code: str, offer: str) -> None:
    said = falter(*words)
    assert (said.code, said.out) == (64, "")
    assert said.err.startswith("command line:1:")
    assert f"error[{code}]" in said.err
    assert offer in said.err
    assert "\nwhy: " in said.err
    assert "\nfix: " in said.err
    assert "{" not in said.err  # no hole is left unfilled


def test_the_wrong_word_is_pointed_at() -> None:
    assert falter("run", "my gate.falter", "--sed", "3").err == (
        "command line:1:29: error[FAL8001]: `falter run` has no flag `--sed`\n"
        "   1 | falter run 'my gate.falter' --sed 3\n"
        "     |                             ^^^^^\n"
        "why: Each command has its own flags, and takes no other.\n"
        "fix: type `--seed`; `falter run --help` lists them all\n"
        "\n1 error\n"
    )


def test_a_missing_file_offers_the_nearest(gate: str) -> None:
    said = falter("run", "gaet.falter")
    assert said.code == 74
    assert "there is no file `gaet.falter`" in said.err
    assert "`gate.falter`" in said.err
    assert falter("run", "nowhere/gate.falter").code == 74
    assert falter("run", ".").code == 74


def test_a_place_that_cannot_be_written(gate: str) -> None:
    said = falter("run", gate, "--save", "nowhere/kept.trace")
    assert said.code == 74
    assert "`nowhere/kept.trace` cannot be written" in said.err
    assert falter("convert", gate, "--to", "json", "-o", "nowhere/x.json").code == 74


def test_a_fault_of_ours_says_so_with_version_and_seed(gate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("falter.api.scene.load_or_perform", broken)
    said = falter("run", gate, "--seed", "12")
    assert said.code == 70
    assert "error[FAL9001]" in said.err
    assert "a wheel came off" in said.err
    assert f"version {__version__}, seed 12" in said.err
    assert "falter run gate.falter --seed 12" in said.err
    assert "Traceback" not in said.err
    assert "seed 1." in falter("run", gate).err
    with pytest.raises(RuntimeError):
        falter("run", gate, "--debug")


def test_even_a_fault_in_telling_a_fault_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("twice")

    monkeypatch.setattr("falter.cli.report.render", broken)
    said = falter("rnu")
    assert said.code == 70
    assert said.err.startswith("falter: error[FAL9001]")
    assert len(said.err.splitlines()) == 1


def test_an_interrupt_is_quiet(gate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("falter.api.scene.load_or_perform", interrupted)
    assert falter("run", gate) == (130, "", "")
