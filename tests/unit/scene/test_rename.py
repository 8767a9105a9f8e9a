from __future__ import annotations

from falter.diagnostics.fault import Faults
from falter.scene import read
from falter.scene.rename import rename
from tests.unit.scene.frame import FRAME

TEXT = FRAME + (
    'HUX may look "looks at {KYLO} and {KYLO\'s} hands" to KYLO, if KYLO wears mask // KYLO, not renamed here\n'
    '  says "Kylo. KYLO." if after light or if light\n'
    "KYLO wears mask over face wholly\n"
    "part after strike\n  KYLO may light-lamp leaves\n"
)


def renamed(text: str, old: str, new: str) -> str:
    found = rename(text, old, new)
    assert isinstance(found, str), found
    return found


def refused(old: str, new: str) -> list[str]:
    found = rename(TEXT, old, new)
    assert isinstance(found, Faults)
    return [fault.code for fault in found.found]


def test_a_person_is_renamed_everywhere_but_in_words_and_comments() -> None:
    text = renamed(TEXT, "KYLO", "REN")
    assert 'REN "the knight", he, once KYLO\n' in text
    assert 'HUX may look "looks at {REN} and {REN\'s} hands" to REN, if REN wears mask // KYLO, not renamed here\n' in text
    assert '"Kylo. KYLO."' in text
    assert text.count("KYLO") == 3


def test_renaming_back_restores_the_text() -> None:
    assert renamed(renamed(TEXT, "KYLO", "REN"), "REN", "KYLO") == TEXT
    assert renamed(renamed(TEXT, "light", "flare"), "flare", "light") == TEXT.replace('blade" threatens', 'blade", threatens')


def test_the_first_name_is_kept_through_several_renamings() -> None:
    text = renamed(renamed(TEXT, "KYLO", "REN"), "REN", "BEN")
    assert 'BEN "the knight", he, once KYLO\n' in text


def test_a_move_is_renamed_where_it_is_named_and_not_where_the_word_means_something_else() -> None:
    text = renamed(TEXT, "light", "flare")
    assert 'KYLO may flare "lights the blade", once light, threatens HUX\n' in text
    assert "if after flare or if light\n" in text
    assert "light-lamp" in text


def test_the_scene_is_the_same_but_for_the_name() -> None:
    scene = read(renamed(TEXT, "strike", "blow"), "a").scene
    assert scene is not None
    assert (scene.moves[0].id, scene.moves[0].once, scene.parts[0].after) == ("blow", "strike", "blow")


def test_what_cannot_be_is_refused() -> None:
    assert refused("NOBODY", "X") == ["FAL1701"]
    assert refused("KYLO", "RE N") == ["FAL1702"]
    assert refused("light", "leaves") == ["FAL1702"]
    assert refused("KYLO", "ren") == ["FAL1703"]
    assert refused("light", "FLARE") == ["FAL1703"]
    assert refused("KYLO", "HUX") == ["FAL1704"]
    assert refused("light", "strike") == ["FAL1704"]


def test_a_faulty_scene_is_not_touched() -> None:
    found = rename(TEXT + "flurb\n", "KYLO", "REN")
    assert isinstance(found, Faults)
    assert [fault.code for fault in found.found] == ["FAL1104"]
