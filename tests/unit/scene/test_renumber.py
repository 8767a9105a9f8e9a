"""Numbers changed in a scene's text: the one that is meant, in its place, and nothing else."""

from __future__ import annotations

import pytest

from falter.model.quantities import quantities
from falter.scene import read
from falter.scene.renumber import in_words, renumbered, written

TEXT = """falter 1
scene The Room 7
place a room of .4 m, dark: .4 // not .4 but .4
  mark door
  mark desk, 6 m from door
set theta0 2.7
fact sent "He was sent .4 times", true
KYLO "the knight of .4", he
  at door
  wears mask over face .4, voice somewhat
  loves HUX: .4, hidden "loved .4 of the time"
  loves HUX: .4
  hurt by HUX: somewhat to strongly "shut out"
  fears HUX: .4 to .8
  ordered by HUX to strike HUX: wholly, within 10 min
  abhors kills: .4
  honours obeys: somewhat
  wants to strike HUX: .4
  plays down anger: .4
  mood grief: .4, dread: somewhat
  can probe: .4
  remembers nights "Four nights, .4 of them cold." with HUX, feels love .4, hurt wholly, woken by near
  wonders if HUX means to go: .4
  wonders how HUX loves KYLO: somewhat
  wonders if sent: .4
  promises strike unless HUX gone within 2 min: .4
HUX he
  at desk
KYLO may strike "strikes .4" on HUX, kills, harms, cannot be undone, leans .4
HUX may go "goes" leaves, if within .4 m of KYLO
closes at 1 min
"""


def values(text: str) -> dict[str, float]:
    scene = read(text, "scene").scene
    assert scene is not None
    return {name: quantity.value for name, quantity in quantities(scene).items()}


BEFORE = values(TEXT)
OWN = [name for name in BEFORE if "." in name] + ["theta0"]


@pytest.mark.parametrize("name", OWN)
def test_just_the_number_that_is_meant_is_changed(name: str) -> None:
    changed, left = renumbered(TEXT, {name: 0.5})
    assert left == ()
    after = values(changed)
    assert {one for one, value in after.items() if value != BEFORE[one]} == {name}
    assert after[name] == 0.5
    rows = zip(TEXT.splitlines(), changed.splitlines(), strict=True)
    assert sum(one != other for one, other in rows) == 1


def test_the_names_tried_are_all_there_are() -> None:
    assert len(OWN) > 20
    assert "KYLO.loves.HUX.2" in OWN


def test_what_was_written_in_words_stays_in_words() -> None:
    assert "hurt by HUX: strongly " in renumbered(TEXT, {"KYLO.hurt-by.HUX": 0.7})[0]
    assert "hurt by HUX: .65 " in renumbered(TEXT, {"KYLO.hurt-by.HUX": 0.65})[0]
    assert "within 150 s" in renumbered(TEXT, {"KYLO.ordered.strike.within": 150.0})[0]
    assert "fears HUX: .7\n" in renumbered(TEXT, {"KYLO.fears.HUX": 0.7})[0]
    assert in_words(TEXT, "KYLO.hurt-by.HUX")
    assert not in_words(TEXT, "KYLO.fears.HUX")
    assert written(0.4, True) == "somewhat"


def test_several_at_once_and_what_stands_nowhere() -> None:
    changed, left = renumbered(TEXT, {"KYLO.loves.HUX": 0.1, "KYLO.mood.dread": 0.2, "gain": 2.0, "HUX.mood.joy": 1.0})
    assert left == ("gain", "HUX.mood.joy")
    assert values(changed)["KYLO.loves.HUX"] == 0.1
    assert values(changed)["KYLO.mood.dread"] == 0.2


def test_line_ends_and_comments_stay() -> None:
    changed, _ = renumbered(TEXT.replace("\n", "\r\n"), {"place.dark": 0.9})
    assert changed == TEXT.replace("dark: .4 //", "dark: .9 //").replace("\n", "\r\n")
