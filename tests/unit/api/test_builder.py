from __future__ import annotations

import pytest

import falter
from falter import SceneBuilder
from falter.scene import read

TEXT = """falter 1
scene The Gate
told close to ANNA
place a gate in a wall, dark: .7
  mark gate "the gate"
  mark road, 5 m from gate
ANNA "the guard", she
  at gate, busy
  wears hood over face strongly, gaze .2
  mood fears-confirmed: barely
  loves BEN: .2, hidden "once met"
  hurt by BEN: somewhat
  ordered by LORD to ask BEN: wholly, within 2 min
  abhors harms: strongly
  hides fear
  wonders if BEN means to go: barely
  thinks "Again." when torn
  sees BEN "a shape" again "a man" last "a stranger" when shows fear
BEN "the stranger", he
  at road
LORD "the lord", he, away
ANNA may ask "puts up a hand" to BEN, again, takes 2 s, asks, if noticed BEN
  says "Who goes there?" tone sharp, if dark
  does "waits" if ignored
BEN may go "turns back" leaves
anyone may strike "strikes" on ANNA, cannot be undone, harms
closes when BEN gone or at 2 min
ends gone if BEN gone; else still-there
expect gone 10..90 %
"""


def built() -> SceneBuilder:
    b = SceneBuilder("The Gate", "a gate in a wall", 0.7).told("close to ANNA")
    b.mark("gate", called="the gate").mark("road", "5 m from gate")
    anna, ben = b.person("ANNA", "the guard", "she"), b.person("BEN", "the stranger", "he")
    b.person("LORD", "the lord", "he", "away")
    anna.at("gate", busy=True).wears("hood", face="strongly", gaze=0.2).mood(fears_confirmed="barely")
    anna.loves("BEN", 0.2, hidden=True, because="once met").tie("hurt by", "BEN", "somewhat")
    anna.ordered("LORD", "ask BEN", "wholly", within="2 min").abhors("harms", "strongly").hides("fear")
    anna.wonders("if BEN means to go", "barely").thinks("Again.", "torn")
    anna.sees("BEN", "a shape", "shows fear", again="a man", last="a stranger")
    ben.at("road")
    ask = anna.may("ask", "puts up a hand", to="BEN", again=True, clauses="takes 2 s", means=["asks"], when="noticed BEN")
    ask.says("Who goes there?", tone="sharp", when="dark").does("waits", when="ignored")
    ben.may("go", "turns back", means="leaves")
    b.anyone_may("strike", "strikes", on="ANNA", undoable=False, means="harms")
    return b.closes("when BEN gone", "at 2 min").ends(otherwise="still-there", gone="BEN gone").expect("gone 10..90 %")


def test_the_builder_makes_the_scene_that_the_text_makes() -> None:
    reading = read(TEXT, "gate")
    assert reading.faults.found == []
    assert built().scene().model == reading.scene


def test_what_is_built_is_performed_as_the_file_would_be() -> None:
    run = built().scene().perform(seed=3)
    assert run.prose() == falter.parse(TEXT).perform(seed=3).prose()


def test_a_slip_is_told_as_in_a_file_all_at_once() -> None:
    b = built()
    b.person("TOM", "the boy", "he").loves("BEN", "strongley").loves("ANNA", 1.4)
    with pytest.raises(falter.SceneError, match="strongley") as caught:
        b.scene()
    assert [fault.code for fault in caught.value.faults.found] == ["FAL1401", "FAL1402", "FAL2710"]
    assert "write `strongly`" in str(caught.value)


def test_quotes_in_words_are_kept() -> None:
    b = SceneBuilder('The "Gate" // or not')
    b.person("ANNA").waits('stands "still" \\ so')
    b.anyone_may("go", "goes", means="leaves")
    scene = b.scene().model
    assert scene.title == 'The "Gate" // or not'
    assert scene.people[0].words[0].text == 'stands "still" \\ so'
