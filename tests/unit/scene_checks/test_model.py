"""Faults that only a scene from YAML, JSON or the builder can have: in text the reader tells them first."""

from __future__ import annotations

import pytest

from falter.diagnostics.render import render
from falter.model.conditions import Atom, Clause, Condition
from falter.model.moves import Effect, Meant, Move, Utterance
from falter.model.people import Covering, Felt, Hidden, Memory, Person, Tie, Wonder
from falter.model.scene import Closing, Ending, Expectation, Scene
from tests.unit.scene_checks.gate import changed, codes, faults, gate, with_anna, with_move

WORDS = (Utterance(text="moves"),)


def meaning(word: str, about: str | None = None, *effects: tuple[str, float]) -> Scene:
    meant = Meant(word=word, object=about, effects=tuple(Effect(motive=motive, value=value) for motive, value in effects))
    return with_move(Move(who=("ANNA",), id="stir", towards="to", target="BEN", wordings=WORDS, means=(meant,)))


def when(**fields: object) -> Condition:
    return Condition(clauses=(Clause(atoms=(Atom.model_validate(fields),)),))


def test_the_gate_itself_is_sound() -> None:
    assert codes(gate()) == []


CASES = {
    "FAL2007": lambda: changed(gate(), people=(*gate().people, gate().people[0])),
    "FAL2207": lambda: with_move(Move(who=("ANNA",), id="stir", target="BEN", wordings=WORDS)),
    "FAL2212": lambda: with_move(Move(who=("ANNA",), id="stir", towards="to", target="BEN", step=2.0, wordings=WORDS)),
    "FAL2218": lambda: meaning("dwells on", "BEN"),
    "FAL2219": lambda: meaning("summons", "BEN"),
    "FAL2220": lambda: meaning("comforts", None, ("cherrish", 0.5)),
    "FAL2221": lambda: meaning("comforts", None, ("cherish", 1.5)),
    "FAL2319": lambda: with_move(Move(who=("ANNA",), id="stir", wordings=WORDS, needs=when(word="near"))),
    "FAL2602": lambda: changed(gate(), closings=(*gate().closings, Closing())),
    "FAL2605": lambda: changed(gate(), endings=(*gate().endings, Ending(name="told", when=when(word="done", move="answer")))),
    "FAL2610": lambda: changed(gate(), expectations=(Expectation(ending="gone", least=60.0, most=160.0),)),
    "FAL2901": lambda: with_anna(ties=(Tie(word="adores", person="BEN", strength=0.7),)),
}


@pytest.mark.parametrize("code", CASES)
def test_one_fault_is_one_code(code: str) -> None:
    assert codes(CASES[code]()) == [code]


def crowd(people: int) -> Scene:
    """The gate, and as many people in all, most of them away."""
    scene = gate()
    more = tuple(Person(id=f"P{number}", pronoun="they", away=True) for number in range(people - len(scene.people)))
    return changed(scene, people=(*scene.people, *more))


def test_there_is_room_for_sixty_three_people() -> None:
    assert codes(crowd(63)) == []
    found = faults(crowd(65))
    assert [fault.code for fault in found.found] == ["FAL2904"]
    assert found.found[0].path == ("people", 63)
    assert "`P61` is one person too many: the scene has 65" in render(found)


def test_what_of_another_may_be_wondered_about() -> None:
    go, answer = (Wonder(about="means", person="BEN", move=move, strength=0.2) for move in ("go", "answer"))
    surely = Wonder(about="means", person="BEN", move="answer", strength=0.9)
    fear, respect = (Wonder(about="tie", person="BEN", tie=tie, other="ANNA", strength=0.2) for tie in ("loves", "respects"))
    trust = Wonder(about="tie", person="BEN", tie="familiar with", other="ANNA", strength=0.2)
    assert codes(with_anna(wonders=(go, go))) == ["FAL2107"]
    assert "FAL3301" not in codes(with_anna(wonders=(go, answer)))
    assert codes(with_anna(wonders=(go, surely))) == ["FAL3301"]
    assert codes(with_anna(wonders=(go, trust))) == ["FAL3302"]
    assert "FAL3304" not in codes(with_anna(wonders=(fear, respect)))


def test_memories_are_named_once_and_known() -> None:
    night = Memory(id="night", text="Warm dark.", woken=("near",))
    assert codes(with_anna(memories=(night, night))) == ["FAL2011"]
    blocked = Meant(word="shuts out", object="nihgt")
    scene = with_anna(memories=(night,))
    scene = changed(scene, moves=(*scene.moves, Move(who=("ANNA",), id="stir", inner=True, wordings=WORDS, means=(blocked,))))
    assert codes(scene) == ["FAL2005"]
    assert "write `night`" in render(faults(scene))


@pytest.mark.parametrize(
    ("scene", "word", "near"),
    [
        (lambda: with_anna(hides=("lvoe",)), "emotion", "love"),
        (lambda: with_anna(moods=(Felt(emotion="greif"),)), "emotion", "grief"),
        (lambda: with_anna(wears=(Covering(thing="hood", over=(Hidden(channel="fase", strength=0.7),)),)), "channel of display", "face"),
        (lambda: with_move(Move(who=("ANNA",), id="stir", wordings=WORDS, uses=("hand",))), "channel of acts", "hands"),
        (lambda: with_move(Move(who=("ANNA",), id="stir", wordings=(Utterance(text="stirs", tone="wearey"),))), "tone", "weary"),
        (lambda: meaning("comfrots"), "meaning word", "comforts"),
        (lambda: with_move(Move(who=("ANNA",), id="stir", wordings=WORDS, needs=when(word="torm"))), "condition word", "torn"),
        (lambda: with_move(Move(who=("ANNA",), id="stir", wordings=WORDS, needs=when(word="attends", name="knwo"))), "motive", "know"),
    ],
)
def test_a_word_off_its_list_is_offered_the_nearest(scene: object, word: str, near: str) -> None:
    assert callable(scene)
    found = faults(scene())
    assert [fault.code for fault in found.found] == ["FAL2901"]
    text = render(found)
    assert f"is no {word}" in text
    assert f"write `{near}`" in text


def test_without_a_text_the_path_is_the_place() -> None:
    text = render(faults(with_anna(ties=(Tie(word="loves", person="BENN", strength=0.7),))))
    assert text.startswith("gate.yaml: people[0].ties[0]: error[FAL2001]: there is no person `BENN`\n")
    assert "|" not in text
