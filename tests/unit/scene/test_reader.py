"""What the reader makes of good lines and of bad ones; the pages of the codes carry an example of each fault."""

from __future__ import annotations

import sys

import pytest

from falter.diagnostics.nearest import nearest
from falter.diagnostics.source import Span
from falter.model.words import EMOTIONS, MEANINGS, STRENGTHS
from falter.scene import moves as move_lines
from falter.scene import read
from falter.scene.clauses import Clauses
from falter.scene.meanings import RESERVED
from tests.unit.scene.frame import FRAME, codes, reading, scene, told


def test_a_person_with_everything_is_read() -> None:
    lines = (
        'REN "the other", she, away, once BEN, at desk, busy',
        "  wears mask over face wholly, voice .2",
        '  hurt by HUX: .3, hidden "since then"',
        '  ordered by SNOKE to strike HUX: wholly, within 10 min "or else"',
        "  abhors kills: strongly",
        "  wants to light: barely",
        "  mood grief: strongly, dread: .1",
        "  wonders how HUX loves REN: somewhat",
        '  sees HUX "red" again "grey" last "well" when shows grief or if torn',
    )
    ren = scene(*lines).people[3]
    assert (ren.pronoun, ren.away, ren.once, ren.at, ren.busy) == ("she", True, "BEN", "desk", True)
    assert [(hidden.channel, hidden.strength) for hidden in ren.wears[0].over] == [("face", 0.95), ("voice", 0.2)]
    assert (ren.ties[0].word, ren.ties[0].hidden, ren.ties[0].because) == ("hurt by", True, "since then")
    assert (ren.orders[0].within, ren.orders[0].because) == (600.0, "or else")
    assert (ren.words[0].again, ren.words[0].last, len(ren.words[0].when.clauses)) == (("grey",), "well", 2)


def test_a_fact_about_a_person_may_stand_anywhere_even_before_the_opening() -> None:
    text = FRAME.replace("scene The Office\n", "scene The Office\nHUX loves KYLO: strongly\n")
    found = read(text, "a")
    assert found.faults.found == []
    assert found.scene is not None
    assert found.scene.people[1].ties[0].person == "KYLO"
    assert found.places[("people", 1, "ties", 0)] == found.tree.lines[2].span


def test_conditions_of_one_line_are_multiplied_out() -> None:
    move = scene("HUX may go leaves, needs within 2 m of KYLO, after light, if torn or if alone", "  or if dark").moves[-1]
    words = [[atom.word for atom in clause.atoms] for clause in move.needs.clauses]
    assert words == [["within", "done", "torn"], ["within", "done", "alone"], ["within", "done", "dark"]]


def test_not_may_stand_before_or_behind_the_person() -> None:
    move = scene("HUX may go leaves, if not KYLO at door and KYLO not torn").moves[-1]
    assert [(atom.subject, atom.word, atom.negated) for atom in move.needs.clauses[0].atoms] == [
        ("KYLO", "at", True),
        ("KYLO", "torn", True),
    ]


def test_a_bare_id_is_an_act_done_and_a_condition_word_wins_over_it() -> None:
    atoms = scene("HUX may go leaves, if strike and light and after light").moves[-1].needs.clauses[0].atoms
    assert [(atom.word, atom.move) for atom in atoms] == [("done", "strike"), ("light", None), ("done", "light")]


def test_meanings_take_objects_numbers_and_a_doer() -> None:
    move = scene("KYLO or HUX may calm comforts HUX (cherish +.6, answer -.1), dwells on hurt, means threatens SNOKE if by HUX").moves[-1]
    comforts, dwells, threatens = move.means
    assert [(effect.motive, effect.value) for effect in comforts.effects] == [("cherish", 0.6), ("answer", -0.1)]
    assert (dwells.word, dwells.object) == ("dwells on", "hurt")
    assert (threatens.object, threatens.by) == ("SNOKE", "HUX")


def test_once_is_a_flag_or_the_id_before() -> None:
    flagged, renamed = scene("HUX may go once leaves", "HUX may run, once go-off, once, leaves").moves[-2:]
    assert (flagged.only_once, flagged.once) == (True, None)
    assert (renamed.only_once, renamed.once) == (True, "go-off")


def test_closings_and_endings_are_read_in_order() -> None:
    found = scene("closes 30 s after strike or when KYLO gone or if HUX gone or at 12 min", "ends killed if HUX dead; else rest")
    assert [(way.after, way.seconds, way.at) for way in found.closings] == [("strike", 30.0, None), (None, None, None), (None, None, 720.0)]
    when = found.closings[1].when
    assert when is not None
    assert len(when.clauses) == 2
    assert [ending.name for ending in found.endings] == ["killed", "rest"]


def test_places_are_whole_lines_and_clauses() -> None:
    found = reading("HUX may go leaves, if torn", '  says "So." if alone')
    text = found.faults.source.text

    def at(span: Span) -> str:
        return text[span.start : span.end]

    assert at(found.places[("moves", 2)]) == "HUX may go leaves, if torn"
    assert at(found.places[("moves", 2, "means", 0)]) == "leaves"
    assert at(found.places[("moves", 2, "wordings", 0)]) == 'says "So." if alone'
    assert at(found.places[("moves", 2, "needs", "clauses", 0, "atoms", 0)]) == "torn"
    assert at(found.places[("people", 0)]) == 'KYLO "the knight", he'
    assert at(found.places[("moves", 0, "wordings", 0)]) == '"brings it down"'


@pytest.mark.parametrize(
    ("line", "code", "at"),
    [
        ("KYLO lovs HUX: strongly", "FAL1104", "lovs"),
        ("KYLO loves HUX: strongley", "FAL1401", "strongley"),
        ("KYLO loves HUX: 140 %", "FAL1402", "140"),
        ("KYLO loves hux: .5", "FAL1302", "hux"),
        ("kylo may go leaves", "FAL1302", "kylo"),
        ("KYLO may go leaves, if notced HUX", "FAL1404", "notced"),
        ("KYLO may go leaves takes 2 m", "FAL1601", "m"),
        ("KYLO may walk toward HUX, 2 s", "FAL1601", "s"),
        ("KYLO may go leaves uses hands voice", "FAL1501", "voice"),
        ("KYLO may go leaves leaves leaves, inner, inner", "FAL1504", "inner"),
        ("thing VASE, onto desk", "FAL1411", "onto"),
        ('fact broke "It broke.", yes', "FAL1413", "yes"),
        ("GUESTS, 2.5 people", "FAL1610", "2.5 people"),
        ("Tempo slow", "FAL1104", "Tempo"),
        ("cloeses at 2 min", "FAL1104", "cloeses"),
        ("must", "FAL1108", "must"),
        ("told close KYLO", "FAL1403", "close"),
        ("KYLO may go leaves, if KYLO", "FAL1108", "KYLO"),
        ("ends killed", "FAL1108", "killed"),
        ("KYLO may go leaves, if torn and", "FAL1108", "and"),
        ('detail x "Papers." agian "More."', "FAL1403", "agian"),
        ("detail x Papers", "FAL1207", "Papers"),
        ("expect every move", "FAL1607", "move"),
    ],
)
def test_a_slip_is_one_fault_at_its_place(line: str, code: str, at: str) -> None:
    assert told(line) == [(code, at)]


def test_all_faults_are_found_at_once_and_none_twice() -> None:
    lines = ("KYLO loves HUX: strongley", "HUX may go leeves, if askd", "  says So", "ends x if HUX ded; else y", "flurb")
    assert codes(*lines) == ["FAL1401", "FAL1403", "FAL1404", "FAL1207", "FAL1404", "FAL1104"] or sorted(codes(*lines)) == sorted(
        ["FAL1401", "FAL1403", "FAL1404", "FAL1207", "FAL1404", "FAL1104"]
    )


def test_what_was_meant_is_read() -> None:
    found = reading("KYLO loves HUX: strongley", "HUX may go leeves")
    assert found.scene is not None
    assert found.scene.people[0].ties[0].strength == STRENGTHS["strongly"]
    assert found.scene.moves[-1].means[0].word == "leaves"


def test_a_person_opened_twice_keeps_what_both_lines_say() -> None:
    found = reading('HUX "again", he', "  loves KYLO: .5")
    assert [fault.code for fault in found.faults.found] == ["FAL1106"]
    assert found.scene is not None
    assert [person.id for person in found.scene.people] == ["KYLO", "HUX", "SNOKE"]
    assert found.scene.people[1].ties[0].strength == 0.5


def test_a_line_in_the_wrong_block_is_one_fault_and_is_read() -> None:
    found = reading('HUX may nod "nods"', "  loves KYLO: .5")
    assert [fault.code for fault in found.faults.found] == ["FAL1103"]
    assert found.scene is not None
    assert found.scene.people[-1].ties or found.scene.people[1].ties


def test_a_top_line_indented_is_one_fault() -> None:
    assert codes('KYLO may nod "nods"', "  tempo slow") == ["FAL1103"]


def test_a_file_indented_as_a_whole_is_one_fault() -> None:
    found = read("".join(f"  {line}\n" for line in FRAME.splitlines()), "a")
    assert [fault.code for fault in found.faults.found] == ["FAL1101"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "FAL1001"),
        (b" \r\n\t\n", "FAL1001"),
        (b"\x00\x01\x02", "FAL1002"),
        (b"PK\x03\x04\x14\x00\xff", "FAL1013"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "FAL1002"),
        ("falter 1\n".encode("utf-16"), "FAL1003"),
        (b"falter 7\nwhatever ( comes\n", "FAL1009"),
    ],
)
def test_what_is_no_scene_of_this_version_is_told_in_one_fault(data: bytes, code: str) -> None:
    found = read(data, "a")
    assert found.scene is None
    assert [fault.code for fault in found.faults.found] == [code]


def test_windows_line_ends_are_no_fault() -> None:
    found = read(FRAME.replace("\n", "\r\n").encode(), "a")
    assert found.faults.found == []
    assert found.scene == read(FRAME, "a").scene


def test_text_in_another_encoding_is_read_on() -> None:
    found = read(FRAME.replace("the knight", "le chevalier éperdu").encode("latin-1"), "a")
    assert [fault.code for fault in found.faults.found] == ["FAL1003"]
    assert found.scene is not None
    assert len(found.scene.moves) == 2


def test_curly_quotes_tabs_and_unseen_characters_are_told_once_each() -> None:
    text = FRAME.replace('"', "”").replace("  at", "\tat").replace("may ", "may\u00a0")
    assert sorted(fault.code for fault in read(text, "a").faults.found) == ["FAL1005", "FAL1006", "FAL1007"]


def test_braces_in_texts_are_weighed() -> None:
    assert codes('HUX may a "{x|{y|z}} {&p|q} {!once} {HUX} {HUX\'s} [looks] [goes=went]"') == []
    assert codes('HUX may a "{x"', 'HUX may b "x}"', 'HUX may c "{x]"', 'HUX may d "{hux}"', 'HUX may e "[]"') == [
        *["FAL1203"] * 3, "FAL1204", "FAL1205",
    ]  # fmt: skip


def test_a_condition_that_would_multiply_without_end_is_a_fault() -> None:
    line = "HUX may go leaves" + ", if torn or if alone" * 40
    assert set(codes(line)) == {"FAL1508"}


def test_lines_nested_deep_are_no_trouble() -> None:
    text = FRAME + "".join(" " * depth + "tempo slow\n" for depth in range(1, 1_500))
    assert read(text, "a").scene is not None


def test_numbers_beyond_reason_are_faults() -> None:
    assert codes(f"set theta0 {'9' * 5000}") == ["FAL1608"]
    assert codes("closes at 999999999 h") == ["FAL1608"]


def test_no_keyword_is_like_a_strength() -> None:
    """A strength may follow an emotion without a sign between, so no other word there may be taken for one."""
    words = {word for word in Clauses.lines if len(word) > 4}
    assert {word: nearest(word, STRENGTHS) for word in words if nearest(word, STRENGTHS)} == {}


def test_reserved_words_are_those_that_begin_a_clause() -> None:
    assert frozenset(move_lines.MOVE.first) | frozenset(move_lines.WORDING.first) == RESERVED


def test_every_meaning_word_and_emotion_is_read() -> None:
    for word in MEANINGS:
        assert scene(f"HUX may go {word}").moves[-1].means[0].word == word
    for emotion in EMOTIONS:
        assert scene(f"HUX mood {emotion}: .5").people[1].moods[0].emotion == emotion


def test_work_grows_with_the_size_of_the_file() -> None:
    """Calls made while reading, counted: sixteen times the lines make sixteen times the calls, within a twentieth."""
    small, large = _calls(FRAME + _crowd(20)), _calls(FRAME + _crowd(320))
    per_line = (large - small) / (len(_crowd(320).splitlines()) - len(_crowd(20).splitlines()))
    assert large < 1.05 * (small + per_line * 300 * 4)
    assert per_line < 1.1 * small / len((FRAME + _crowd(20)).splitlines())


def _crowd(count: int) -> str:
    lines = (f'P{at} "one", they\n  at door\n  loves HUX: .5\nP{at} may m{at} "nods" to HUX, if near HUX and torn\n' for at in range(count))
    return "".join(lines)


def _calls(text: str) -> int:
    """How many functions of the package are called to read a text."""
    count = 0

    def counted(frame: object, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read(text, "a")
    finally:
        sys.setprofile(before)
    return count
