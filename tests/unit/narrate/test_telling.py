"""What is told and what is left out, on performances without an engine."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from falter.model.people import Words
from falter.narrate.beats import Acts, Beat, Befalls, Level, Quiet, Remains, Silence
from falter.narrate.closeness import beats, prose
from falter.narrate.lines import _speaks_of
from falter.narrate.phrasebook import EVERY, allowed, luck_of, overridden, phrasebook
from falter.narrate.prose import Prose, Sentence, paragraphs
from falter.narrate.teller import Speech, Teller, begin, finished
from falter.narrate.telling import tell, tell_all
from falter.narrate.watching import watch
from falter.performance.event import Event
from tests.unit.narrate.scenes import FERRY, TABLE, scene
from tests.unit.narrate.stage import Stage

SEEDS = range(12)
TEXTS = {"ferry": FERRY, "table": TABLE}
MACHINE = re.compile(
    r"\b(?:motives?|thresholds?|drift|odds|seeds?|preference|attend(?:s|ed)?|conflict|accumulator|None|nan|\d+(?:\.\d+)?|seconds?)\b"
    r"|[{}\[\]|_]",
    re.I,
)


@cache
def stage(name: str, seed: int) -> Stage:
    return Stage(scene(TEXTS[name]), seed, seconds=60.0)


def told(name: str, seed: int) -> Prose:
    return prose(stage(name, seed))


def teller_for(played: Stage) -> Teller:
    person = played.scene.told.close[0].person
    return begin(played.scene, played.seed, played.scene.told.tense, phrasebook(), person)


@pytest.mark.parametrize("name", TEXTS)
def test_the_prose_of_a_prefix_is_a_prefix_of_the_prose(name: str) -> None:
    for seed in SEEDS:
        played = stage(name, seed)
        run = list(beats(played))
        whole = str(paragraphs(tell_all(teller_for(played), run)))
        for k in range(0, len(run), 5):
            assert whole.startswith(str(paragraphs(tell_all(teller_for(played), run[:k]))))


def test_the_beats_of_a_prefix_are_a_prefix_of_the_beats() -> None:
    for seed in SEEDS:
        view = stage("ferry", seed).view("ODA")
        whole = list(watch(view))
        for steps in (1, 57, 200, 333):
            part = list(watch(replace(view, steps=steps)))
            assert part == whole[: len(part)]


@pytest.mark.parametrize("name", TEXTS)
def test_no_machine_words(name: str) -> None:
    for seed in SEEDS:
        assert MACHINE.search(str(told(name, seed))) is None, told(name, seed)


def test_each_phrase_once_in_a_performance_and_seldom_in_many() -> None:
    counts: dict[str, int] = {}
    for seed in range(100):
        used = [sentence.origin for sentence in prose(Stage(scene(FERRY), seed, seconds=40.0)).sentences if sentence.engine]
        assert len(used) == len(set(used))
        for origin in used:
            counts[origin] = counts.get(origin, 0) + 1
    assert counts, "the phrasebook is used at all"
    assert max(counts.values()) <= 5


def test_scenes_of_one_seed_have_other_sentences() -> None:
    """Of fifty titles no more than ten share the luck of any one: seed 1 is not told in the same words everywhere."""
    lucks = [luck_of(f"Scene {number}", 1) for number in range(50)]
    assert max(lucks.count(luck) for luck in lucks) <= 10 and len(set(lucks)) > EVERY / 2


def test_the_rule_of_the_phrasebook() -> None:
    for kind, texts in phrasebook().items():
        for id_ in texts:
            assert sum(allowed(kind, id_, seed) for seed in range(EVERY)) == 1
            assert max(sum(allowed(kind, id_, seed) for seed in range(start, start + 100)) for start in (0, 17, 1000)) <= 5


def test_whose_it_is_is_said_before_what_it_is() -> None:
    """*The silence is hers to break*, not *her to break*: a possessive stands before its noun, or the sentence is right of a *he* alone."""
    alone = re.compile(r"\{whose\}(?:[.,;:?!]|$| (?:to|and|or|that|which|is|was)\b)")
    assert [text for texts in phrasebook().values() for text in texts.values() if alone.search(text)] == []


def test_most_words_are_the_author_s() -> None:
    shares = [told(name, seed).share() for name in TEXTS for seed in SEEDS]
    assert min(shares) >= 0.5
    assert sum(shares) / len(shares) >= 0.7


def test_every_sentence_is_finished_and_knows_its_origin() -> None:
    for name in TEXTS:
        for seed in SEEDS:
            for sentence in told(name, seed).sentences:
                assert sentence.text == finished(sentence.text)
                assert "  " not in sentence.text
                assert sentence.origin
                assert 0 <= sentence.own <= sentence.words


def test_the_author_s_words_are_not_told_twice_in_a_row() -> None:
    for seed in SEEDS:
        lines = [sentence.text for sentence in told("table", seed).sentences if "“" not in sentence.text]
        for first, second in pairwise(lines):
            assert first != second


def one_act(played: Stage, move: str, *, who: str, cut: bool = False, t: float = 10.0) -> Acts:
    """A beat of this move's first wording, done by `who`."""
    event = Event(0, t, t + 2, t + (1 if cut else 2), who, move, None, 0, 0, f"{move}/0", False, cut, (who,), 0, False, "")
    return Acts(100, t + 2, 0.5, event, False, False)


def sentences(played: Stage, *run: Beat) -> list[Sentence]:
    return list(tell_all(teller_for(played), run))


def test_an_elided_act_leaves_its_transition() -> None:
    played = stage("ferry", 0)
    found = sentences(played, one_act(played, "push", who="ODA"), one_act(played, "kneel", who="WIT"))
    assert [sentence.text for sentence in found] == ["Afterwards, the boy knelt by Oda's boat and trailed a hand."] or [
        sentence.text for sentence in found
    ] == ["Afterwards, the boy knelt by the ferrywoman's boat and trailed a hand."]
    assert found[0].opens == "section"


def test_speech_is_cut_where_it_was_cut() -> None:
    played = stage("ferry", 0)
    (heard,) = sentences(played, one_act(played, "ask", who="ODA", cut=True))
    assert heard.text == "“Are—” the ferrywoman asked." or heard.text == "“Are—” the ferrywoman said."


def test_a_gesture_keeps_its_speech() -> None:
    played = stage("ferry", 0)
    found = sentences(played, one_act(played, "step", who="WIT"), one_act(played, "answer", who="WIT", t=13.0))
    assert [sentence.text for sentence in found] == ["The boy took a step down.", "“Not today.”"]
    assert len(paragraphs(found).paragraphs) == 1


def test_quick_answers_need_no_tag() -> None:
    played = stage("ferry", 0)
    found = sentences(played, one_act(played, "ask", who="ODA"), one_act(played, "answer", who="WIT", t=13.0))
    assert [sentence.text for sentence in found] == ["“Are you crossing?” the ferrywoman asked.", "“Not today.”"]
    assert len(paragraphs(found).paragraphs) == 2


def test_present_tense() -> None:
    text = " ".join(str(told("table", seed)) for seed in SEEDS)
    assert " says" in text or " asks" in text
    assert not re.search(r"\b(?:said|asked|was|were)\b", re.sub(r"“[^”]*”", "", text))


def test_another_mind_and_nobody_s() -> None:
    played = stage("ferry", 3)
    assert str(prose(played, pov="WIT")) != str(prose(played, pov="ODA"))
    with pytest.raises(ValueError, match="pov of prose"):
        prose(played, pov="NOBODY")


def test_inner_moves_of_others_stay_theirs() -> None:
    for seed in SEEDS:
        assert not any("swallow" in sentence.origin for sentence in prose(stage("ferry", seed), pov="ODA").sentences)


def test_an_own_phrasebook(tmp_path) -> None:  # type: ignore[no-untyped-def]
    own = tmp_path / "phrases.toml"
    own.write_text('[silence]\nholds = "The river [goes] by."\nlonger = ""\n', encoding="utf-8")
    book = overridden(own)
    assert book["silence"]["holds"] == "The river [goes] by."
    assert book["owing"] == phrasebook()["owing"]
    own.write_text('[silences]\nx = "y"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="kind of the phrasebook"):
        overridden(own)


def test_a_beat_is_told_from_the_teller_alone() -> None:
    played = stage("ferry", 1)
    teller = teller_for(played)
    run = list(beats(played))
    for beat in run[:20]:
        assert tell(teller, beat) == tell(teller, beat)
        teller, _ = tell(teller, beat)


def test_the_engine_speaks_of_silence_only_where_it_is_true() -> None:
    """Nobody who has just spoken, or who is dead, is said to say nothing; nobody fails to answer what was no question."""
    quiet: dict[str, Quiet] = {"silence-of-all": "plain", "waiting": "waiting", "owing": "owing"}
    book = {kind: dict(phrasebook()[kind]) for kind in quiet}
    assert all(book.values())
    for kind in book:
        for seed in range(EVERY):
            played = stage("ferry", seed)
            person = played.scene.told.close[0].person
            other = next(each.id for each in played.scene.people if each.id != person)
            teller = replace(begin(played.scene, seed, "past", book, person), opening=False, last="deed")
            beat = Silence(0, 0.0, 0.5, quiet[kind], ())
            asking = Speech(person if kind == "waiting" else other, other if kind == "waiting" else person, 0.0, 0, asks=True)
            stated = replace(asking, asks=False)
            true, false = replace(teller, speech=asking), replace(teller, speech=stated)
            if kind == "silence-of-all":
                assert tell(replace(true, last="speech"), beat)[1] == ()
                assert tell(true, replace(beat, bereft=True))[1] == ()
            else:
                assert tell(false, beat)[1] == ()
            if any(allowed(kind, id_, luck_of(played.scene.title, seed)) for id_ in book[kind]):
                assert tell(true, beat)[1]


def test_words_that_break_off_twice_are_told_once() -> None:
    told_of = 0
    for seed in range(EVERY):
        played = stage("ferry", seed)
        once = sentences(played, one_act(played, "ask", who="ODA", cut=True))
        twice = sentences(played, one_act(played, "ask", who="ODA", cut=True), one_act(played, "ask", who="ODA", cut=True, t=20.0))
        assert [sentence.text for sentence in twice[: len(once)]] == [sentence.text for sentence in once]
        more = twice[len(once) :]
        assert all(sentence.origin.startswith("phrasebook/cut-again/") for sentence in more) and len(more) <= 1
        told_of += len(more)
    lucks = [luck_of(stage("ferry", 0).scene.title, seed) for seed in range(EVERY)]
    assert told_of == sum(any(allowed("cut-again", id_, luck) for id_ in phrasebook()["cut-again"]) for luck in lucks) > 0


def test_a_speech_begun_again_goes_on_from_the_sentence_it_broke_off_in() -> None:
    played = stage("ferry", 0)
    broken = one_act(played, "answer", who="WIT", t=12.0)
    broken = replace(broken, act=replace(broken.act, wording=1))
    cut = replace(broken, act=replace(broken.act, cut=True, lands=broken.act.t + 4.0, ends=broken.act.t + 3.0))
    again = replace(one_act(played, "answer", who="WIT", t=40.0), act=replace(broken.act, t=40.0, lands=44.0, ends=44.0))
    found = sentences(played, cut, again)
    assert [sentence.text for sentence in found] == [
        "“I don't know,” the boy said. “I thought—”",
        "“I thought I knew,” he said.",
    ]


def test_two_speeches_of_one_person_stay_together_or_name_her() -> None:
    """A new paragraph is taken for somebody else's: what follows at once stays in the paragraph, what comes later has a name."""
    played = stage("ferry", 0)
    first, second = one_act(played, "answer", who="WIT", t=12.0), one_act(played, "answer", who="WIT", t=14.0)
    found = sentences(played, first, replace(second, act=replace(second.act, wording=1)))
    assert str(paragraphs(found)) == "“Not today,” the boy said. “I don't know. I thought I knew.”"
    played = stage("table", 0)
    run = [one_act(played, "ask", who="MARA"), one_act(played, "deny", who="LENE", t=12.0), one_act(played, "deny", who="LENE", t=60.0)]
    run[2] = replace(run[2], act=replace(run[2].act, wording=1))
    assert str(paragraphs(sentences(played, *run)[1:])) == "“Not me.”\n\n“Why is it always me?” the daughter asks."


def test_words_said_a_second_time_are_said_again() -> None:
    """And a third time not at all: so much the reader has heard. What broke off and is begun anew is not said again."""
    played = stage("ferry", 0)
    run = [one_act(played, "answer", who="WIT", t=t) for t in (12.0, 40.0, 70.0)]
    assert [sentence.text for sentence in sentences(played, *run)] == ["“Not today,” the boy said.", "“Not today,” he said again."]
    cut = replace(run[0], act=replace(run[0].act, cut=True, lands=16.0, ends=14.0))
    assert sentences(played, cut, run[1])[-1].text == "“Not today,” he said."


def test_two_speeches_to_two_people_stand_apart() -> None:
    """Down two telephones, or across a table: whom the second is for cannot be seen from inside one paragraph."""
    played = stage("ferry", 0)
    first, second = one_act(played, "answer", who="WIT", t=12.0), one_act(played, "answer", who="WIT", t=14.0)
    assert first.act.to != "ODA"
    found = sentences(played, first, replace(second, act=replace(second.act, wording=1, to="ODA")))
    assert len(paragraphs(found).paragraphs) == 2


def test_a_sight_of_a_thing_alone_does_not_say_who_he_is() -> None:
    """*The mask gave back the lamp. “General,” he said* would be whoever *he* was before."""
    played = stage("ferry", 0)
    words = Words(kind="sees", person="ODA", text="The oars were wet.")
    assert not _speaks_of(teller_for(played), words, "The oars were wet.")
    assert _speaks_of(teller_for(played), words, "The ferrywoman was wet.")
    assert _speaks_of(teller_for(played), words, "Her oars were wet.")


def test_looking_away_is_told_now_and_then_in_the_engine_s_words() -> None:
    """Never before anything was done, never twice within half a minute; of somebody else's eyes, and of one's own."""
    told_of = 0
    for seed in range(EVERY):
        played = stage("ferry", seed)
        assert sentences(played, one_act(played, "look-away", who="ODA")) == []
        for who in ("ODA", "WIT"):
            asleep = [one_act(played, "step", who="WIT"), one_act(played, "look-away", who=who, t=14.0)]
            assert played.scene.people[0].busy and sentences(played, *asleep)[1:] == [], "she has done nothing yet"
        run = [one_act(played, "look", who="ODA"), *(one_act(played, "look-away", who="WIT", t=t) for t in (14.0, 20.0, 50.0))]
        run = [replace(beat, act=replace(beat.act, to="ODA")) for beat in run]
        found = sentences(played, *run)[1:]
        assert all(sentence.origin.startswith("phrasebook/averted/") for sentence in found) and len(found) <= 2
        assert len(found) <= 1, "nothing else was told since"
        awake = [one_act(played, "look", who="ODA"), replace(run[1], act=replace(run[1].act, who="ODA", to="WIT"))]
        own = sentences(played, *awake)[1:]
        assert all(sentence.origin.startswith("phrasebook/averts/") for sentence in own)
        told_of += len(found) + len(own)
    assert told_of > EVERY / 3


def test_looking_away_is_told_seldomer_each_time() -> None:
    """After the first time, half a minute; after the second, a whole one; and each time something else was told between."""
    played = stage("ferry", 0)
    book = {"averted": {f"p{number}": "{who} [looks] away." for number in range(200)}}
    run = [one_act(played, "look", who="ODA", t=5.0)]
    for use, t in enumerate((10.0, 45.0, 80.0, 110.0)):
        run += [one_act(played, "step", who="WIT", t=t), one_act(played, "look-away", who="WIT", t=t + 4)]
        run[-2:] = [replace(beat, step=use, act=replace(beat.act, to="ODA", use=use)) for beat in run[-2:]]
    told = tell_all(begin(played.scene, 0, "past", book, "ODA"), run)
    assert [sentence.step for sentence in told if sentence.engine] == [0, 1, 3]


def test_what_somebody_does_inwardly_is_told_once_in_the_same_words() -> None:
    played = stage("ferry", 0)
    teller = begin(played.scene, 0, "past", phrasebook(), "WIT")
    run = [replace(beat, act=replace(beat.act, inner=True)) for beat in (one_act(played, "kneel", who="WIT", t=t) for t in (10.0, 200.0))]
    steps = [one_act(played, "step", who="WIT", t=20.0 + 10 * i) for i in range(14)]
    steps = [replace(beat, act=replace(beat.act, use=i)) for i, beat in enumerate(steps)]
    told = [sentence.text for sentence in tell_all(teller, [run[0], *steps, run[1]])]
    assert sum("knelt" in text for text in told) == 1


def test_what_befalls_a_mind_is_told_in_words_of_its_own() -> None:
    """Each kind of beat that no line of the author's speaks of is told by the phrasebook's sentences for it, and by no others."""
    kinds = {
        ("touched", None, False): "touched",
        ("touched", None, True): "touched-ill",
        ("both-know", None, False): "both-know",
        ("asks-it", None, False): "asks-it",
        ("asked-it", None, False): "asked-it",
        ("hollow", None, False): "hollow",
        ("urge", "still", False): "urge-still",
        ("urge", "atone", False): "urge-atone",
        ("urge", "flee", False): "urge-flee",
        ("moved", "trusts", True): "moved-trusts-down",
    }
    for (kind, what, ill), section in kinds.items():
        found = set()
        for seed in range(EVERY):
            played = stage("ferry", seed)
            beat = Befalls(100, 10.0, 0.5, kind, None if kind == "urge" else "WIT", what, None, ill, "seems", ())
            for sentence in sentences(played, beat):
                assert MACHINE.search(sentence.text) is None, sentence.text
                found.add(sentence.origin.split("/")[1])
        assert found == {section}


def test_one_who_was_misread_is_read_anew() -> None:
    """What was taken for grief is anger: both are named, in that order or the other, and the one looked at."""
    texts = []
    for seed in range(EVERY):
        played = stage("ferry", seed)
        beat = Befalls(100, 10.0, 0.5, "seen", "WIT", "anger", "sadness", False, "flat", ())
        texts += [sentence for sentence in sentences(played, beat) if sentence.origin.startswith("phrasebook/seen-anew/")]
    assert len(texts) > EVERY / 4
    for sentence in texts:
        assert "grief" in sentence.text.lower() and "anger" in sentence.text.lower()
        assert "the boy" in sentence.text.lower(), sentence.text


@pytest.mark.parametrize(("ended", "level", "doubted", "section"), [
    (True, "flat", False, "left-flat"),
    (True, "seems", False, "left-seems"),
    (True, "perhaps", False, "left-perhaps"),
    (True, "perhaps", True, "left-not"),
    (False, "flat", False, "tie-flat"),
    (False, "perhaps", False, None),
])  # fmt: skip
def test_what_is_left_of_a_tie_is_told_as_sure_as_it_is_believed(ended: bool, level: Level, doubted: bool, section: str | None) -> None:
    found = set()
    for seed in range(EVERY):
        beat = Remains(100, 10.0, 0.5, 1, level, doubted, ended, ())
        for sentence in sentences(stage("ferry", seed), beat):
            assert "love" in sentence.text or section == "left-perhaps", sentence.text
            found.add(sentence.origin.split("/")[1])
    assert found == ({section} if section else set())


def test_several_people_with_one_mind_take_the_plural() -> None:
    """*The neighbours seem afraid, and …*: of people who are `they`, and so called that there are several of them."""
    found = []
    for seed in range(EVERY):
        beat = Befalls(100, 10.0, 0.5, "seen", "THEY-NEXT-DOOR", "fear", None, False, "seems", ())
        found += [sentence.text for sentence in sentences(stage("table", seed), beat)]
    said = [text for text in found if text.startswith("The neighbours ")]
    assert len(said) >= 3
    assert all(re.match(r"The neighbours (?:seem|have|hold)\b", text) for text in said), said
