"""Casts shared between scenes: what is taken over, who has the last word, and where the faults of a used file are told."""

from __future__ import annotations

from pathlib import Path

import pytest

import falter
from falter.api.builder import SceneBuilder
from falter.api.check import check_file, check_text
from falter.api.edit import convert_file, format_file, rename_file
from falter.api.show import show_file
from falter.diagnostics.render import render
from falter.scene import read
from falter.scene.printer import print_scene

PEOPLE = """falter 1
use "things.falter"
ANNA "the guard", she
  fears CAL: somewhat
BEN "the stranger", he
  at road
  loves ANNA: somewhat
  hurt by ANNA: barely
  hides love
  remembers nights "Warm dark." with ANNA, feels love, woken by near
CAL "the captain", he
"""
THINGS = """falter 1
thing LETTER "the letter", held by BEN
fact sent "Ben was sent", true
"""
GATE = """falter 1
scene The Gate
use "people.falter"
place a gate in a wall
  mark gate
  mark road, 5 m from gate
ANNA
  at gate, busy
BEN loves ANNA: strongly
BEN plays down love: barely
BEN knows sent
ANNA may ask "puts up a hand" to BEN, asks about sent, if noticed BEN
BEN may answer "gives a name" to ANNA, tells sent, answers, if asked and near LETTER
BEN may go "turns back" leaves
closes when BEN gone or at 2 min
ends gone if BEN gone; else still-there
"""
CELL = """falter 1
scene The Cell
use "people.falter"
place a cell
  mark bench
  mark wall, 2 m from bench
BEN at bench
CAL at wall
CAL may accuse "says it again" to BEN, accuses, again
BEN may own "nods" to CAL, tells sent
closes 10 s after own or at 2 min
ends owned if own; else silent
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two casts, one of which uses the other, and two scenes."""
    for name, text in (("people", PEOPLE), ("things", THINGS), ("gate", GATE), ("cell", CELL)):
        (tmp_path / f"{name}.falter").write_text(text, encoding="utf-8")
    return tmp_path


def told(folder: Path, name: str) -> list[str]:
    """What is said of a file: name of the file, line, column and code of each fault."""
    found = check_file(folder / f"{name}.falter")
    heads = [line.split(":", 3) for line in render(found).splitlines() if "[FAL" in line]
    return [f"{Path(path).stem} {line}:{column} {rest.split('[')[1].split(']')[0]}" for path, line, column, rest in heads]


def changed(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.falter"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_two_scenes_share_a_cast(files: Path) -> None:
    gate, cell = falter.load(files / "gate.falter"), falter.load(files / "cell.falter")
    assert (gate.people, cell.people) == (("ANNA", "BEN", "CAL"), ("BEN", "CAL", "ANNA"))
    here = [[person.id for person in scene.model.people if not person.away] for scene in (gate, cell)]
    assert here == [["ANNA", "BEN"], ["BEN", "CAL"]]
    for scene in (gate, cell):
        ben = next(person for person in scene.model.people if person.id == "BEN")
        assert (ben.called, ben.pronoun, ben.memories[0].id) == ("the stranger", "he", "nights")
        assert [thing.id for thing in scene.model.things] == ["LETTER"]
        assert [fact.id for fact in scene.model.facts] == ["sent"]
        assert scene.perform(seed=2).events


def test_a_scene_with_a_cast_is_performed_as_if_it_stood_in_the_scene(files: Path) -> None:
    whole = GATE.replace('use "people.falter"\n', 'fact sent "Ben was sent", true\nthing LETTER "the letter", held by BEN\n')
    whole = whole.replace("ANNA\n", 'ANNA "the guard", she\n  fears CAL: somewhat\n', 1)
    ben = 'BEN "the stranger", he\n  at road\n  hurt by ANNA: barely\n'
    ben += '  remembers nights "Warm dark." with ANNA, feels love, woken by near\n'
    alone = falter.parse(whole + ben + 'CAL "the captain", he, away\n')
    used = falter.load(files / "gate.falter")
    for seed in range(5):
        one, other = used.perform(seed), alone.perform(seed)
        assert (one.events, str(one.prose())) == (other.events, str(other.prose()))


def test_the_scene_has_the_last_word(files: Path) -> None:
    ben = next(person for person in falter.load(files / "gate.falter").model.people if person.id == "BEN")
    assert [(tie.word, tie.strength) for tie in ben.ties] == [("loves", 0.7), ("hurt by", 0.15)]
    assert (ben.hides, [rule.rule for rule in ben.shows]) == ((), ["plays down"])
    assert ben.at == "road"
    assert next(person for person in falter.load(files / "cell.falter").model.people if person.id == "BEN").at == "bench"


def test_a_thing_of_a_cast_is_known_in_conditions(files: Path) -> None:
    atoms = falter.load(files / "gate.falter").model.moves[1].needs.clauses[0].atoms
    assert [(atom.word, atom.person, atom.name) for atom in atoms] == [("asked", None, None), ("near", None, "LETTER")]


def test_faults_of_a_used_file_are_told_in_it(files: Path) -> None:
    assert told(files, "gate") == []
    changed(files, "people", "fears CAL", "fears CALL")
    changed(files, "things", "held by BEN", "held bye BEN")
    assert told(files, "gate") == ["people 4:9 FAL2001", "things 2:28 FAL1411"]
    changed(files, "gate", "if noticed BEN", "if notised BEN")
    assert told(files, "gate")[0] == "gate 12:59 FAL1404"


def test_a_name_declared_twice_names_both_files(files: Path) -> None:
    changed(files, "gate", "ANNA\n", 'ANNA "another", she\n')
    changed(files, "gate", 'use "people.falter"\n', 'use "people.falter"\nfact sent "again"\n')
    text = render(check_file(files / "gate.falter"))
    assert told(files, "gate") == ["people 3:1 FAL2007", "things 3:6 FAL2010"]
    assert f"on line 8 of {files / 'gate.falter'}" in text


def test_a_memory_of_a_cast_keeps_the_cues_that_a_scene_has(files: Path) -> None:
    changed(files, "people", "woken by near", "woken by accuse, hatch")
    gate, cell = falter.load(files / "gate.falter"), falter.load(files / "cell.falter")
    woken = [next(person for person in scene.model.people if person.id == "BEN").memories[0].woken for scene in (gate, cell)]
    assert woken == [(), ("accuse",)]
    assert gate.perform(seed=2).events


def test_a_file_that_cannot_be_read(files: Path) -> None:
    changed(files, "people", "things.falter", "thing.falter")
    assert told(files, "gate") == ["people 2:1 FAL3550"]
    with pytest.raises(falter.SceneError, match="no such file"):
        falter.load(files / "gate.falter")


def test_files_that_use_each_other(files: Path) -> None:
    changed(files, "things", "thing", 'use "../' + files.name + '/people.falter"\nthing')
    assert told(files, "gate") == ["things 2:1 FAL3551"]
    assert "FAL3551" in told(files, "people")[0]


def test_one_file_used_on_two_ways_is_taken_once(files: Path) -> None:
    changed(files, "gate", 'use "people.falter"\n', 'use "people.falter"\nuse "./things.falter"\n')
    assert told(files, "gate") == []


def test_more_than_a_cast_is_refused(files: Path) -> None:
    changed(files, "things", "thing", "ends here if BEN gone\nthing")
    assert told(files, "gate") == ["things 2:6 FAL3552"]
    changed(files, "gate", "people.falter", "cell.falter")
    assert told(files, "gate")[0] == "cell 2:7 FAL3552"


def test_a_line_about_somebody_nobody_opens(files: Path) -> None:
    changed(files, "gate", "BEN knows sent", "BEEN knows sent")
    assert told(files, "gate") == ["gate 11:1 FAL3553"]


def test_a_cast_alone_is_checked_and_not_performed(files: Path) -> None:
    assert told(files, "people") == told(files, "things") == []
    with pytest.raises(falter.SceneError, match="FAL3554"):
        falter.load(files / "people.falter")
    changed(files, "people", "CAL ", "ANNA ")
    assert told(files, "people") == ["people 11:1 FAL1106"]
    assert [fault.code for fault in check_text("falter 1\nplace a gate\nBEN\n").found] == ["FAL1011"]


def test_the_use_line_is_kept(files: Path) -> None:
    for name in ("gate", "people"):
        before = read((files / f"{name}.falter").read_text(encoding="utf-8"), name).scene
        assert before is not None
        assert read(print_scene(before)).scene == before
        for form in ("falter", "yaml", "json"):
            text = convert_file(files / f"{name}.falter", form)  # type: ignore[arg-type]
            (files / f"{name}-2.{form}").write_text(text, encoding="utf-8")
            assert convert_file(files / f"{name}-2.{form}", "json") == convert_file(files / f"{name}.falter", "json")
        assert not format_file(files / f"{name}.falter")
    scene = falter.load(files / "gate-2.json")
    assert 'use "people.falter"\n' in scene.text()
    assert 'use "people.falter"\n' in scene.with_constants({"theta0": 2.0}).text()
    assert scene.perform(3).events == falter.load(files / "gate.falter").perform(3).events


def test_a_saved_performance_needs_the_cast_no_more(files: Path) -> None:
    run = falter.load(files / "gate.falter").perform(3)
    run.save(files / "one.trace")
    (files / "people.falter").unlink()
    assert falter.load_run(files / "one.trace").events == run.events


def test_tables_and_the_trace_say_which_file_a_line_is_of(files: Path) -> None:
    cast = files / "people.falter"
    assert f"line 4 of {cast}" in show_file(files / "gate.falter", "tables")
    assert f"\t4 of {cast}" in show_file(files / "gate.falter", "trace", 3)


def test_somebody_of_a_cast_is_renamed_where_he_is_opened_and_where_he_is_named(files: Path) -> None:
    for name in ("people", "gate"):
        rename_file(files / f"{name}.falter", "BEN", "BENNO")
    assert 'BENNO "the stranger", he, once BEN\n' in (files / "people.falter").read_text(encoding="utf-8")
    assert "once" not in (files / "gate.falter").read_text(encoding="utf-8")
    assert told(files, "gate") == ["things 2:36 FAL2001"]


def test_the_builder_uses_files(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files)
    b = SceneBuilder("The Road", "a road").mark("road").use("people.falter")
    b.person("BEN").at("road").may("go", "turns back", means="leaves")
    b.closes("when BEN gone", "at 2 min")
    scene = b.scene()
    assert scene.people == ("BEN", "ANNA", "CAL")
    assert 'use "people.falter"\n' in scene.text()
