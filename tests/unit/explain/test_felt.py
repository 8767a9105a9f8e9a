"""Why somebody felt what he felt: what raised it by construction comes first, and the parts add up."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from falter.api.felt import Feeling, NoSuchFeelingError
from falter.api.scene import load, parse
from falter.explain.minds.felt import Felt, Part, why_felt
from falter.explain.minds.occasions import _MADE, MOOD, RELAXING
from falter.explain.minds.writing import done_over
from falter.kernel.showing import shown_on
from falter.model.words import EMOTIONS, FAMILIES
from falter.tables import columns as at
from tests.performing import directed, without
from tests.writers import untold, writers

SCENES = Path(__file__).parents[3] / "scenes"
YARD = """falter 1
scene A Yard
place a yard
ANNA "the girl", she
{anna}BEN "the boy", he
{ben}BEN may cough "coughs" once
{moves}closes at 1 min
""" + without("coping")


def yard(anna: str = "", ben: str = "", moves: str = "") -> str:
    return YARD.format(anna=anna, ben=ben, moves=moves)


HITS = yard(moves='BEN may hit "hits her" on ANNA, harms, once\n')
KILLS = yard("  loves BEN: wholly\n", "  wants to fall: wholly\n", 'BEN may fall "falls" dies, once\n')
LIES = yard("  knows broke\n", "", 'ANNA may deny to BEN, denies broke, once\n  says "It was not me."\n').replace(
    "place a yard\n", 'place a yard\nfact broke "she broke it", true\n'
)
PLANTED = {
    "the scene's line": (yard("  mood grief: strongly\n"), "ANNA grief", "line", "what she came in with (line 5)"),
    "a deed done to one": (HITS, "ANNA distress", "deed", "Ben hits her"),
    "whose doing it was": (HITS, "ANNA anger", "deed", "for Ben did her ill by it"),
    "one's own deed": (HITS, "BEN shame", "deed", "for he had done a thing one does not do"),
    "one who is loved is by": (yard("  loves BEN: wholly\n"), "ANNA love", "tie", "Ben is by, whom she loves (line 5)"),
    "one who is feared is by": (yard("  fears BEN: wholly\n"), "ANNA fear", "tie", "Ben, of whom she is afraid (line 5)"),
    "one who was loved is dead": (KILLS, "ANNA grief", "grief", "Ben is dead, whom she loved"),
    "a memory": (
        yard('  remembers fair "The lamps." with BEN, feels joy wholly, woken by near, BEN\n'),
        "ANNA joy",
        "memory",
        "she remembered: fair (line 5)",
    ),
    "the mood of another": (yard("", "  mood grief: wholly\n"), "ANNA grief", "caught", "it came over to her from Ben"),
    "what another may mean": (
        yard("  wonders if BEN means to hit: wholly\n", "", 'BEN may hit "hits her" on ANNA, harms, if 55 s after cough\n'),
        "ANNA fear",
        "threat",
        "the thought that Ben means to hit",
    ),
    "a lie": (LIES, "ANNA fear", "lie", "for it was a lie"),
    "what comes about of itself": (
        yard().replace("closes", 'happens fire "Smoke [comes] under the door." in 4..9 s, threatens ANNA\ncloses', 1),
        *("ANNA fear", "befell", "for it threatened her"),
    ),
    "being spared": (
        yard("  fears BEN: wholly\n", "", 'BEN may let-off "lets her off" on ANNA, spares ANNA, once\n'),
        *("ANNA relief", "spared", "for what she had been afraid of did not come"),
    ),
    "a mind reached into": (
        yard("", "  can probe: wholly\n  wonders how ANNA loves BEN: .5\n", 'BEN may probe "feels for it" inner, probes ANNA, once\n')
        + "set probe_noticed 1\n",
        *("ANNA reproach", "probe", "she felt Ben reach into her mind"),
    ),
    "how it stood with a wish": (
        yard("  wants to go: wholly\n", "", 'ANNA may go "takes a step nearer the door", once\n'),
        *("ANNA hope", "outlook", "it looked better for her wish to go (line 5)"),
    ),
    "a touch": (
        yard("  loves BEN: somewhat\n  at 1 m from BEN\n", "", 'BEN may touch "takes her hand" on ANNA, touches, needs within 9 m, once\n'),
        "ANNA love",
        "touch",
        "for the touch was welcome",
    ),
}


def felt(text: str, asked: str, seed: int = 1) -> Feeling:
    """A feeling when it is strongest, in the first performance from a seed on in which it is felt."""
    for one in range(seed, seed + 8):
        found = parse(text).perform(one).why_felt(asked)
        if found.felt.strength > 0.05:
            return found
    raise AssertionError(f"nobody feels it: {asked}")


@pytest.mark.parametrize("planted", PLANTED)
def test_what_raised_it_by_construction_is_named(planted: str) -> None:
    text, asked, kind, words = PLANTED[planted]
    found = felt(text, asked)
    kinds = [part.reason.kind for part in found.felt.parts if part.reason.kind != "mood"]
    assert kind == "touch" or kinds[0] == kind, found.told(True)
    assert words in found.told(True)


def test_what_one_did_about_it_is_named() -> None:
    masters = yard("  mood grief: strongly\n", "", 'ANNA may count "counts to ten" inner, masters grief, once\n')
    run = parse(masters).perform(2)
    one = run.why_felt("ANNA grief", run.events[0].lands + 1.0)
    told = one.told()
    assert sum(part.left for part in one.felt.parts) == pytest.approx(one.felt.strength, abs=1e-9)
    assert "it would be more, but" in told
    assert "Anna counts to ten" in told
    assert "she got the better of it" in told


def test_that_one_looked_away_is_said_once() -> None:
    run = load(SCENES / "ladder/04-after-the-ball.falter").perform(1)
    away = next(event for event in run.events if (event.who, event.move) == ("CLARA", "look-away"))
    told = run.why_felt("CLARA love", away.lands + 1.0).told(True)
    assert "Clara looks away (" in told and "looked away" not in told


def test_what_took_from_it_fades_as_it_does() -> None:
    masters = yard(moves='BEN may hit "hits her" on ANNA, harms, once\nANNA may count inner, masters anger, once, if feels anger\n')
    run = next(run for run in map(parse(masters).perform, range(20)) if [one.move for one in run.events].count("count"))
    took = next(one for one in run.events if one.move == "count")
    soon, late = (run.why_felt("ANNA anger", t).felt for t in (took.lands + 0.5, took.lands + 15.0))
    assert soon.taken[0][1] > 0.01
    assert late.taken[0][1] / late.strength == pytest.approx(soon.taken[0][1] / soon.strength, rel=0.01)


def test_the_authors_words_are_not_cut_where_they_hold_a_semicolon_or_for() -> None:
    says = 'BEN may say to ANNA, harms, once\n  says "It is late; go home, for once."\n'
    told = felt(yard(moves=says), "ANNA distress").told()
    assert "First of all Ben says “It is late; go home, for once.” (0:0" in told
    assert told.count("“It is late; go home, for once.”") == 2, told


def test_how_it_stood_with_a_move_is_told_in_words() -> None:
    text = PLANTED["how it stood with a wish"][0].replace(" go", " go-in")
    assert "it looked better for her wish to go in (line 5)" in felt(text, "ANNA hope").told()


def seen(felt: Felt, channel: int) -> float:
    """What the engine has others see on a channel, of one who feels nothing else: of the family that it looks like most."""
    packed, si, sf = felt.trace.tables.packed, felt.trace.si(felt.step), felt.trace.sf(felt.step)
    looks = packed.ti[at.TF_EMOTION] + felt.emotion * at.TF_EMOTION_SIZE + at.EMOTION_LOOKS
    family = max(range(len(FAMILIES)), key=lambda one: packed.tf[looks + one])
    person = felt.trace.tables.names.person[felt.person]
    return shown_on(packed.ti, packed.tf, si, sf, person, channel, family) / packed.tf[looks + family]


def test_what_is_hidden_shows_where_it_cannot_be_mastered() -> None:
    open_text, hides = yard("  mood grief: strongly\n"), yard("  mood grief: strongly\n  hides grief\n")
    wears = yard("  mood grief: strongly\n  wears veil over face wholly\n")
    run, hidden, veiled = (parse(text).perform(1).why_felt("ANNA grief", 2.0) for text in (open_text, hides, wears))
    assert "It shows most on her face: 90 % of it." in run.told()
    assert "She holds it down" in hidden.told()
    assert "(line 6)" in hidden.told()
    assert "The veil covers more." in veiled.told()
    for one in (run, hidden, veiled):
        for channel, row in enumerate(one.record()["channels"]):
            assert row["let_be"] - row["held"] - row["covered"] == pytest.approx(row["shows"], abs=1e-12)
            assert row["shows"] * one.felt.strength == pytest.approx(seen(one.felt, channel), abs=1e-9)
    assert hidden.record()["channels"][0]["held"] > 0.5 > run.record()["channels"][0]["held"] == 0.0
    assert veiled.record()["channels"][0]["covered"] == pytest.approx(0.9 * 0.95)


def adds_up(scene: str, times: int, latest: float) -> None:
    """Some feeling of somebody's at some moment, so many times."""
    run, some = load(SCENES / f"{scene}.falter").perform(11), random.Random(3)
    for _ in range(times):
        one = why_felt(run.trace, some.choice(run.people), some.choice(list(EMOTIONS)), some.uniform(0.0, min(run.seconds, latest)))
        assert sum(part.left for part in one.parts) == pytest.approx(one.strength, abs=1e-9)


@pytest.mark.parametrize("scene", ["the-huntsman", "ladder/01-the-letter"])
def test_the_parts_add_up_to_what_is_felt(scene: str) -> None:
    adds_up(scene, 6, 40.0)


@pytest.mark.slow
@pytest.mark.parametrize("scene", ["the-generals-office", "the-huntsman", "othello-at-the-bedside"])
def test_they_add_up_at_any_time_of_whole_scenes(scene: str) -> None:
    adds_up(scene, 50, 600.0)


def test_a_performance_that_was_directed_is_explained_too() -> None:
    trace = directed(HITS, {2.0: "BEN hit ANNA"}, 20.0)
    found = why_felt(trace, "ANNA", "anger", 6.0)
    assert [part.reason.kind for part in found.parts if part.reason.kind != "mood"] == ["deed"]
    assert sum(part.left for part in found.parts) == pytest.approx(found.strength, abs=1e-9)
    assert trace.interventions


def test_a_step_done_over_is_the_step() -> None:
    trace = load(SCENES / "ladder/01-the-letter.falter").perform(3).trace
    packed = trace.tables.packed
    ints, floats = packed.si, packed.sf
    for step in range(60):
        done = done_over(trace, ints, floats, step, ())
        ints, floats = memoryview(done.ints), memoryview(done.floats)
        assert floats[: packed.sf_traced].tobytes() == trace.sf(step).tobytes()
        assert ints[: packed.si_traced].tobytes() == trace.si(step).tobytes()


def test_every_way_the_engine_moves_a_feeling_is_known() -> None:
    """From each function that writes one, outwards: one that `occasion` knows is met before the step."""
    found = writers("FEELING_FELT")
    assert found >= {"appraise.add_feeling", "coping.lower", "feelings.settle_feelings"}
    assert untold(found, [*_MADE, RELAXING]) == []


def test_of_a_group_and_of_one_called_they_verbs_are_plural() -> None:
    told = parse(yard("  mood grief: strongly\n  hides grief\n").replace('"the girl", she', '"the girls", they, 3 people')).perform(1)
    said = told.why_felt("ANNA grief", 2.0).told()
    assert "Anna feel grief strongly" in said
    assert "They hold it down" in said


def test_parts_that_are_told_alike_are_one_line() -> None:
    hits = 'BEN may hit "hits them both" on ANNA, harms ANNA, harms CLEO, once\n'
    text = yard(moves=hits).replace("BEN may cough", 'CLEO "a friend", she\nBEN may cough', 1)
    told = felt(text, "BEN shame").told(True)
    assert sum("Ben hits them both" in line for line in told.splitlines()) == 2, told  # once as the first of all, once below


def test_what_is_told_adds_up_to_all_of_it_and_has_its_reasons() -> None:
    """What is smaller than what is told is told as all else, and what is told twice, why both times."""
    blows = 'BEN may hit "hits her" on ANNA, harms, again\nBEN may kick "kicks her" on ANNA, harms, again\n'
    run = parse(yard(moves=blows)).perform(1)
    one = run.why_felt("ANNA distress")
    rows, every = ([line.split("%  ") for line in told.split("\n\n")[2].splitlines()] for told in (one.told(), one.told(True)))
    assert len(rows) > 3 and rows[-1][1] == "all else", one.told()
    for told in (rows, every):
        assert sum(int(share.replace("−", "-")) for share, _ in told) == 100
        assert all("her mood" in what or ", for it did her harm" in what or what == "all else" for _, what in told), one.told()
    assert len(every) > len(rows) and not [share for share, _ in every if int(share.replace("−", "-")) == 0]


def test_who_is_dead_feels_nothing_more() -> None:
    run = next(run for run in map(parse(KILLS).perform, range(9)) if any(one.move == "fall" for one in run.events))
    with pytest.raises(NoSuchFeelingError) as caught:
        run.why_felt("BEN joy", run.seconds)
    assert "BEN is dead" in str(caught.value)
    assert caught.value.of == "at"
    assert "write a time from 0:00.0" in caught.value.fix


def test_the_mood_is_named_first_where_it_is_the_weightiest() -> None:
    one = felt(HITS, "ANNA anger").felt
    heavy = replace(one, parts=(Part(MOOD, 0.6, 0.6), one.parts[0]._replace(left=0.2)), strength=0.8)
    assert "First of all her mood, which sharpens it." in Feeling(heavy, lambda _path: "").told()


def test_without_a_feeling_the_strongest_are_offered() -> None:
    with pytest.raises(NoSuchFeelingError, match="no feeling: `ANNA`") as caught:
        parse(yard("  mood grief: wholly\n")).perform(1).why_felt("ANNA")
    assert "`ANNA distress`" in caught.value.fix


def test_who_and_what_there_is_not_is_said() -> None:
    run = parse(HITS).perform(1)
    for asked, t, fix in (("ANN joy", 1.0, "write `ANNA`"), ("ANNA joi", 1.0, "write `joy`"), ("ANNA joy", 999.0, "write a time")):
        with pytest.raises(NoSuchFeelingError) as caught:
            run.why_felt(asked, t)
        assert fix in caught.value.fix


@pytest.mark.parametrize(("scene", "person", "feeling"), [("02-the-orchard", "BOY", "fear"), ("08-the-hat", "MADAM", "shame")])
def test_a_feeling_is_at_its_height_while_one_is_there(scene: str, person: str, feeling: str) -> None:
    """The boy runs off most afraid, and madam, who comes later, feels no shame at all."""
    run = load(SCENES / "ladder" / f"{scene}.falter").perform(1)
    found = run.why_felt(f"{person}.{feeling}").felt
    there = [step for step in range(run.trace.steps) if run.trace.view(person).here(step)]
    assert found.step in there
    assert found.strength == max(run.trace.view(person).felt(step, feeling) for step in there)
    with pytest.raises(NoSuchFeelingError, match="names a person, and no feeling"):
        run.why_felt(person)
