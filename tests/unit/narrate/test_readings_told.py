"""What is read in another's face, taken on from the room, or felt of a probe is told, in seeming words where it is not sure."""

from __future__ import annotations

from falter.narrate import prose
from falter.narrate.phrasebook import phrasebook
from falter.performance import perform
from tests.performing import tables_of

SEEDS = 64
"""Two of every block of seeds in which a phrase of the engine's may be used once."""


def scene(mood: str = "  mood grief: wholly\n", veil: str = "") -> str:
    return f"""falter 1
scene The Bench
place a garden
  mark bench
  mark path, 1 m from bench
told close to BEN, past
ANNA "the widow", she
  at bench
{mood}{veil}BEN "the gardener", he
  at path
  loves ANNA: somewhat
ANNA may sit "sits still" stays
BEN may rake "rakes the path" again
BEN may go "goes" leaves, if ANNA dead
closes at 20 s
"""


def told(text: str) -> list[str]:
    """The engine's own sentences, by origin, that tell of what was seen or taken on."""
    tables = tables_of(text)
    origins = []
    for seed in range(SEEDS):
        trace = perform(tables, seed)
        befell = [(found.kind, found.what) for found in trace.view("BEN").incidents]
        nouns, faint = phrasebook()["what-is-felt"], phrasebook()["what-is-felt-faintly"]
        for sentence in prose(trace).sentences:
            kind, _, family = sentence.origin.removeprefix("phrasebook/").split("/")[0].partition("-")
            if sentence.origin.startswith("phrasebook/") and kind in ("seen", "seems", "traces", "caught"):
                found = {what for one, what in befell if one == ("catches" if kind == "caught" else "reads") and what is not None}
                named = sum(nouns[what] in sentence.text.lower() or faint[what] in sentence.text.lower() for what in found)
                assert named == 2 if family == "anew" else family in found if family else named == 1, sentence.text
                assert sentence.text[0].isupper() and "{" not in sentence.text and "[" not in sentence.text
                origins.append(sentence.origin)
    return origins


def test_grief_in_a_face_is_told_and_so_is_what_it_does_to_the_one_who_stands_by() -> None:
    found = told(scene())
    assert any(origin.startswith(("phrasebook/seen", "phrasebook/seems", "phrasebook/traces")) for origin in found), found
    assert any(origin.startswith("phrasebook/caught-sadness") for origin in found), found


def test_behind_a_veil_no_grief_is_told() -> None:
    veil = "  wears veil over face 1, voice 1, body 1, hands 1, breath 1, gaze 1\n"
    assert [origin for origin in told(scene(veil=veil)) if "caught" not in origin or "sadness" in origin] == []


def test_what_is_hardly_taken_on_is_no_event_and_not_told() -> None:
    """A little grief beside one gets into nobody within 20 s so far that he would feel it had."""
    tables = tables_of(BARELY)
    assert [found for seed in range(SEEDS) for found in perform(tables, seed).incidents if found.kind == "catches"] == []
    assert [origin for origin in told(BARELY) if "caught" in origin] == []


BARELY = scene("  mood grief: barely\n")
