"""Why somebody believed what he did: what told of it by construction comes first, and what each thing did adds up to the belief."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from math import exp
from pathlib import Path

import pytest

from falter.api.believed import Belief, NoSuchBeliefError
from falter.api.scene import load, parse
from falter.explain.minds.believed import why_believed, wonders
from falter.explain.minds.evidence import _HELD, _READ, Piece, log_of
from falter.kernel.run import advance
from falter.numeric.mode import reached
from falter.performance.trace import Trace
from falter.tables import columns as at
from tests.performing import directed, without
from tests.writers import title, untold, writers

SCENES = Path(__file__).parents[3] / "scenes"
GATE = """falter 1
scene A Gate
place a gate
{facts}set display_weight {faces}
ANNA "the girl", she
{anna}BEN "the boy", he
  at 1 m from ANNA
{ben}{moves}closes at {seconds} s
""" + without("coping")
BLOWS = 'BEN may hit "hits her" on ANNA, harms\nBEN may soothe "strokes her hair" on ANNA, comforts\n'
BROKE = 'fact broke "She broke it", true\n'
LOVES, MEANS = "ANNA: BEN loves ANNA", "ANNA: BEN means to hit"


def gate(anna: str, ben: str = "", moves: str = "", facts: str = "", faces: float = 0.0, seconds: float = 30.0) -> str:
    return GATE.format(anna=anna, ben=ben, moves=moves, facts=facts, faces=faces, seconds=seconds)


def believed(text: str, asked: str, done: str | None = None) -> Belief:
    """A belief at the end of the first performance in which that is done."""
    for seed in range(1, 12):
        run = parse(text).perform(seed)
        events = [event for event in run.events if event.move == done]
        if events or done is None:
            return run.why_believed(asked, min(run.seconds, events[0].lands + 1.0) if events else None)
    raise AssertionError(f"nobody does {done}")


TELLS = gate("  trusts BEN: wholly\n", "  knows broke\n", 'BEN may tell to ANNA, tells broke, once\n  says "It broke."\n', BROKE)
LIES = gate("  trusts BEN: wholly\n", "  knows broke\n", 'BEN may deny to ANNA, denies broke, once\n  says "It did not."\n', BROKE)
ASKS = 'ANNA may ask "asks" to BEN, asks about broke, once\n'
HUSH = gate("", "  knows broke\n", ASKS, BROKE, seconds=40.0)
AVOWS = (
    'ANNA may ask "asks" to BEN, asks intent, once\nBEN may own-up "nods" to asker, confesses, once, if asked\n'
    'BEN may hit "hits her" on ANNA, harms, if 20 s after own-up\n'
)
PLANTED = {
    "he does her ill": (
        gate("  wonders how BEN loves ANNA: .5\n", "  hates ANNA: wholly\n", BLOWS),
        LOVES,
        "hit",
        "act",
        "÷",
        "Ben hits her",
    ),
    "he is kind to her": (
        gate("  wonders how BEN loves ANNA: .5\n", "  loves ANNA: wholly\n", BLOWS),
        *(LOVES, "soothe", "act", "×", "Ben strokes her hair"),
    ),
    "he holds back": (
        gate("  wonders if BEN means to hit: strongly\n", "", BLOWS + "set theta0 9\n", seconds=8.0),
        *(MEANS, None, "held", "÷", "she saw Ben do nothing for "),
    ),
    "there is tenderness in his face": (
        gate(
            "  wonders how BEN loves ANNA: .5\n  familiar with BEN: wholly\n",
            "  loves ANNA: wholly\n  mood tenderness: wholly\n",
            'BEN may cough "coughs" inner, once\n',
            faces=0.6,
        ),
        *(LOVES, None, "look", "×", "tenderness that showed in Ben"),
    ),
    "he owns up to it": (
        gate("  wonders if BEN means to hit: barely\n", "", AVOWS),
        MEANS,
        "own-up",
        "reply",
        "×",
        "which owned up to it",
    ),
    "he tells her": (TELLS, "ANNA: broke", "tell", "word", "×", "Ben says “It broke.”"),
    "he lies to her": (LIES, "ANNA: broke", "deny", "word", "÷", "which was a lie"),
    "he says nothing": (HUSH, "ANNA: broke", None, "silence", "×", "Ben was asked, and said nothing"),
    "she sees it come about": (
        gate("", "", 'BEN may break "drops it" makes broke, once\n', BROKE.replace("true", "false")),
        *("ANNA: broke", "break", "saw", "×", "Ben drops it"),
    ),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_what_told_of_it_by_construction_is_named_first(planted: str) -> None:
    text, asked, done, kind, way, words = PLANTED[planted]
    found = believed(text, asked, done)
    assert found.believed.weights, found.told()
    assert found.believed.weights[0].kind == kind, found.told(True)
    line = next(line for line in found.told(True).splitlines()[2:] if words in line and line.lstrip()[0] in "×÷")
    assert line.split()[0] == way, found.told(True)


def held(trace: Trace, step: int, wonder: int) -> float:
    """What the engine has of it after a step."""
    return trace.sf(step)[trace.tables.packed.ti[at.SF_WONDER] + wonder * at.SF_WONDER_SIZE + at.WONDER_HELD]


@pytest.mark.parametrize(("text", "done"), [(TELLS, "tell"), (LIES, "deny")])
def test_of_a_fact_too(text: str, done: str) -> None:
    found = believed(text, "ANNA: broke", done).believed
    ti, people = found.trace.tables.packed.ti, found.trace.tables.names.person
    row = (people["ANNA"] * ti[at.N_PERSON] + people["ANNA"]) * ti[at.N_FACT]
    engine = found.trace.sf(found.step)[ti[at.SF_BELIEF] + row * at.SF_BELIEF_SIZE + at.BELIEF_ODDS]
    assert {one.kind for one in found.weights} == {"word", "manner"}
    assert 1.0 / (1.0 + exp(-found.log_odds)) == pytest.approx(engine, abs=1e-9)


def adds_up(scene: str, latest: float, seeds: tuple[int, ...]) -> None:
    """Every wonder of a scene, at some moment of each performance."""
    some = random.Random(3)
    for seed in seeds:
        run = load(SCENES / f"{scene}.falter").perform(seed)
        for person in run.people:
            for label, wonder in wonders(run.trace, person).items():
                found = why_believed(run.trace, person, label, some.uniform(0.2, 1.0) * min(run.seconds, latest))
                assert found.prior + sum(one.nats for one in found.weights) == pytest.approx(found.log_odds, abs=1e-9)
                assert not found.pieces or 1.0 / (1.0 + exp(-found.log_odds)) == pytest.approx(
                    held(run.trace, found.step, wonder), abs=1e-9
                )


def test_what_each_thing_did_adds_up_to_what_the_engine_holds() -> None:
    adds_up("the-huntsman", 25.0, (11,))


@pytest.mark.slow
@pytest.mark.parametrize("scene", ["the-generals-office", "the-huntsman", "othello-at-the-bedside", "antigone"])
def test_it_adds_up_to_the_end_of_whole_scenes(scene: str) -> None:
    adds_up(scene, 150.0, (1, 2))


def test_every_way_the_engine_moves_a_belief_is_known() -> None:
    """From each function that writes one, outwards: one that the evidence is told by is met before the step."""
    known, read, held = {**_READ, **_HELD}, writers("CELL_LOGL"), writers("BELIEF_ODDS")
    assert read >= {"weighing.score_cells", "realise.shift"}
    assert held >= {"telling.hold", "telling.suppose"}
    assert untold((read | held) - {"telling.suppose"}, known) == [], "what another is taken to hold is no belief of the fact"
    assert set(known) <= {title(one) for one in reached(advance)[0]}


def test_nothing_seen_is_said_to_be_nothing() -> None:
    text = gate("  busy\n  wonders how BEN loves ANNA: .5\n", "", 'set notice 0\nBEN may cough "coughs" inner, once\n')
    assert "Nothing has moved that so far." in believed(text, LOVES).told()


WAITS = gate("  wonders if BEN means to hit: strongly\n", "  loves ANNA: wholly\n", BLOWS)


def test_he_is_seen_to_do_nothing_only_while_he_is_there() -> None:
    late = WAITS.replace("place a gate\n", "place a gate\n  mark gate\n").replace("  at 1 m from ANNA\n", "")
    late = late.replace('"the boy", he', '"the boy", he, away, arrives gate in 12..12 s').replace(
        '"the girl", she\n', '"the girl", she\n  at gate\n'
    )
    found = parse(late).perform(1).why_believed(MEANS, 20.0).believed
    held = [one for one in found.weights if one.kind == "held"]
    every = found.trace.tables.packed.ti[found.trace.tables.packed.ti[at.TI_RUN] + at.RUN_READ_EVERY] * found.trace.dt
    assert held
    assert min(one.begun for one in held) >= 12.0 - every


def test_a_stretch_ends_where_he_is_out_of_sight() -> None:
    pieces = tuple(Piece("held", t, -1, 1, -0.1) for t in (1.0, 2.0, 3.0, 9.0, 10.0))
    found = replace(believed(WAITS, MEANS).believed, pieces=pieces)
    assert sorted((one.begun, one.ended) for one in found.weights) == [(0.0, 3.0), (8.0, 10.0)]
    assert found.rows[0].lasted == pytest.approx(5.0)


@pytest.mark.parametrize(
    ("meant", "words"), [("confesses", "which owned that Ben meant to hit"), ("denies", "which denied that Ben meant to hit")]
)
def test_of_a_reply_it_is_told_what_it_answered(meant: str, words: str) -> None:
    asks = AVOWS.replace("confesses", meant)
    text = gate("  wonders if BEN means to hit: somewhat\n  wonders how BEN loves ANNA: .5\n  trusts BEN: wholly\n", "", asks)
    assert words in believed(text, LOVES, "own-up").told(True)
    assert f"which {'owned up to it' if meant == 'confesses' else 'denied it'}" in believed(text, MEANS, "own-up").told(True)


def test_what_moved_nothing_is_no_evidence() -> None:
    """A question tells its asker nothing, also where it takes effect as she takes stock: in one of ten steps."""
    text = gate("  wonders if BEN means to hit: barely\n", "", AVOWS.replace(", if 20 s after own-up", ""))
    for step in range(10):
        trace = directed(text, {2.0 + 0.1 * step: "ANNA ask BEN"}, 6.0)
        assert all(piece.nats != 0.0 for piece in why_believed(trace, "ANNA", "BEN means to hit", 6.0).pieces)


def test_many_things_that_each_moved_little_are_told() -> None:
    many = tuple(Piece("act", 1.0 + one, 0, 1, 0.015) for one in range(50))
    found = replace(believed(WAITS, MEANS).believed, pieces=many, step=100)
    assert "Nothing has moved" not in Belief(found, lambda _path: "").told()
    little = Belief(replace(found, pieces=many[:1]), lambda _path: "")
    assert "Nothing has moved that so far to speak of." in little.told()
    assert "× 1.02" in little.told(True)


@pytest.mark.parametrize(
    ("nats", "sentence"),
    [
        ((0.9, -0.9), "They are so again: what told for it and what told against it came out even."),
        ((0.015, 0.015), "They have hardly moved from there."),
        ((0.9, -0.4), "Now they are "),
    ],
)
def test_odds_that_are_what_they_were_are_said_to_be(nats: tuple[float, ...], sentence: str) -> None:
    """No first cause is named of a change that there was not."""
    pieces = tuple(Piece("act", 1.0 + row, 0, 1, one) for row, one in enumerate(nats))
    told = Belief(replace(believed(WAITS, MEANS).believed, pieces=pieces, prior=-0.405, step=100), lambda _path: "").told(True)
    told = " ".join(told.split())
    assert f"odds of 1 to 1.5. {sentence}" in told
    assert ("first of all" in told) == (sum(nats) > 0.1)


def test_of_a_group_verbs_are_plural_where_nothing_moved_it() -> None:
    text = gate("  busy\n  wonders how BEN loves ANNA: .5\n", "", 'set notice 0\nBEN may cough "coughs" inner, once\n')
    told = believed(text.replace('"the girl", she', '"the girls", they, 3 people'), LOVES).told()
    assert "Anna rather think that Ben loves Anna" in told


def test_what_is_so_sure_that_it_can_hardly_be_surer_is_moved_by_the_word_first() -> None:
    sure = TELLS.replace("  trusts BEN: wholly\n", "  trusts BEN: wholly\n  wonders if broke: .98\n")
    found = believed(sure, "ANNA: broke", "tell").believed
    word = next(one for one in found.pieces if one.kind == "word")
    manner = sum(one.nats for one in found.pieces if one.kind == "manner")
    room = log_of(1.0) - found.prior
    assert 0.0 < word.nats <= room + 1e-9
    assert abs(manner) < 0.5, "what there was no room for is not the manner's"


def test_a_lie_is_said_to_be_one_whatever_is_said_in_it() -> None:
    doubted = LIES.replace("  trusts BEN: wholly\n", "  wonders if broke: .9\n")
    told = believed(doubted.replace("It did not.", "That's a lie, I overheard it."), "ANNA: broke", "deny").told(True)
    assert re.search(r"That's a lie, I overheard it.” \([0-9:.]*\), which was a lie", told), told


def test_stretches_in_which_nothing_is_done_are_one_row() -> None:
    found = believed(WAITS, MEANS)
    held = [one for one in found.believed.weights if one.kind == "held"]
    assert len(held) == 2
    rows = found.believed.rows
    assert [row.many for row in rows if row.weight.kind == "held"] == [len(held)]
    assert sum(row.weight.nats for row in rows) == pytest.approx(sum(one.nats for one in found.believed.weights), abs=1e-9)
    assert "she saw Ben do nothing, over and over, for " in found.told()
    assert found.told(True).count("Ben do nothing for ") == len(held)


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_named_first_is_outweighed_by_nothing_left_out(seed: int) -> None:
    told = parse(WAITS).perform(seed).why_believed(MEANS).told()
    lines = [line.split("  ")[-1] for line in told.splitlines() if line.lstrip()[:1] in ("×", "÷")]
    first = " ".join(told.split()).partition("because of this: ")[2].partition(". What each")[0]
    factors = {what: float(line.split()[1].replace(",", "")) for line, what in zip(told.splitlines()[-len(lines) :], lines, strict=True)}
    assert factors[first] == max(factors.values())
    assert factors.get("all else", 1.0) <= min(factors.values()) or "all else" not in factors


def test_a_colon_left_out_is_what_is_said_to_be_missing() -> None:
    with pytest.raises(NoSuchBeliefError, match="lacks a colon") as caught:
        parse(TELLS).perform(1).why_believed("ANNA broke")
    assert caught.value.fix == "write `ANNA: broke`"


def test_who_and_what_there_is_not_is_said() -> None:
    run = parse(TELLS).perform(1)
    for asked, t, fix in (("ANN: broke", 1.0, "ANNA: …"), ("ANNA: brok", 1.0, "write `broke`"), ("ANNA: broke", 99.0, "write a time")):
        with pytest.raises(NoSuchBeliefError) as caught:
            run.why_believed(asked, t)
        assert fix in caught.value.fix


@pytest.mark.parametrize("what", ["TIN in clock", "JOSS thinks TIN in clock"])
def test_where_a_thing_is_taken_to_be_cannot_be_asked_and_no_line_is_offered_for_it(what: str) -> None:
    run = load(SCENES / "ladder" / "07-the-tin.falter").perform(1)
    with pytest.raises(NoSuchBeliefError, match="of which nothing can be told") as caught:
        run.why_believed(f"ANNA: {what}")
    assert caught.value.fix == "ask about what a `wonders` line says, or whether a fact is so; here is neither for ANNA"
    with pytest.raises(NoSuchBeliefError, match="names nothing that ANNA wonders") as other:
        run.why_believed("ANNA: JOSS loves ANNA")
    assert "as in `wonders if KYLO means to strike: barely`" in other.value.fix
