"""Why nothing happened: what held somebody back by construction is what is said, and the pulls add up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from falter.api.lull import NoSuchLullError, Nothing
from falter.api.scene import load, parse
from falter.explain.lulls.held import HeldAct
from falter.narrate.timeline import clock
from tests.performing import without

SCENES = Path(__file__).parents[3] / "scenes"
DOOR = (
    """falter 1
scene A Door
place a door
set theta0 {theta}
ANNA "the girl", she
  at 1 m from BEN
{anna}BEN "the boy", he
{ben}{moves}closes at 20 s
"""
    + without("coping")
    + "set lapse 0\n"
)
HELPS = 'ANNA may help "helps him" on BEN, uses hands, comforts (cherish +1), cannot be undone\n'
HITS = 'ANNA may hit "hits him" on BEN, harms (obey +1, cherish -1), cannot be undone\n'
ORDERED = "  loves BEN: {loves}\n  ordered by BEN to hit: {ordered}\n"


def door(anna: str = "", ben: str = "", moves: str = "", theta: float = 9.0) -> str:
    return DOOR.format(anna=anna, ben=ben, moves=moves, theta=theta)


STARES = 'BEN may stare "looks at her" to ANNA, threatens ANNA, once, leans wholly\n'
ASKS = 'ANNA may ask "asks" to BEN, asks intent, once, leans wholly\nBEN may tell "tells her" to asker, answers, if 60 s after ask\n'
PLANTED = {
    "torn": (door(ORDERED.format(loves="wholly", ordered="wholly"), "", HITS), "torn", "Anna was torn over “hit” (Ben, line "),
    "weak": (door("", "", HELPS), "weak", "Little pulled at Anna either way"),
    "against": (door("  loves BEN: wholly\n", "", HITS, 3.0), "against", "Anna had more against “hit” (Ben, line "),
    "coming": (
        door("  loves BEN: wholly\n", "", "set leak .01\n" + HELPS, 8.0),
        *("coming", "Anna was coming to “help” (Ben, line "),
    ),
    "nothing": (
        door("", "", 'ANNA may nod "nods", if BEN feels joy\n' + "BEN may cheer inner, dwells on joy\n"),
        "nothing",
        "Anna had nothing to do",
    ),
    "taken": (
        door("  loves BEN: wholly\n", "", 'ANNA may count "counts" inner, uses hands, takes 30 s, once, leans wholly\n' + HELPS),
        *("taken", "Anna had no hand or no voice free for “help” (Ben, line "),
    ),
    "frozen": (
        door(
            "  loves BEN: wholly\n  fears BEN: wholly\n  ordered by BEN to hit: wholly\n  mood fear: wholly\n",
            "  wants to stare: wholly\n",
            "set freezing 40\nset freezing_half_life 60\n" + HITS + STARES,
        ),
        *("frozen", "Anna stood frozen, since Ben turned to her"),
    ),
}


def nothing(text: str, seed: int = 3) -> Nothing:
    run = parse(text).perform(seed)
    froze = next((one.t for one in run.incidents if one.kind == "freezes"), None)
    return run.why_nothing() if froze is None else run.why_nothing(froze + 3.0)


@pytest.mark.parametrize("planted", PLANTED)
def test_what_held_her_back_by_construction_is_what_is_said(planted: str) -> None:
    text, verdict, words = PLANTED[planted]
    found = nothing(text)
    assert next(one for one in found.people if one.person == "ANNA").verdict == verdict, found.told(True)
    assert words in found.told()


def test_one_who_waits_for_an_answer_is_said_to() -> None:
    text = door("", "", ASKS.replace("60 s", "14 s"), 1.0)
    run = parse(text).perform(3)
    asked = next(event for event in run.events if event.move == "ask")
    found = run.why_nothing(asked.ends + 5.0)
    anna, ben = found.people
    assert (anna.waits_for, ben.owes) == ("BEN", "ANNA")
    assert "He owed Anna an answer." in found.told()


def test_who_is_torn_is_told_by_the_pair_of_motives_in_balance() -> None:
    found = nothing(PLANTED["torn"][0])
    lines = [line.strip() for line in found.told().splitlines() if " %  " in line]
    assert "Ben's order to hit (line 8)" in lines[0]
    assert any(line.startswith("against it") and "her love of Ben (line 7)" in line for line in lines)


def adds_up(act: HeldAct) -> bool:
    moved = sum(part.share for part in act.parts) + act.forgotten + act.set_back + act.held_back
    return act.began + moved == pytest.approx(act.ended, abs=1e-9)


@pytest.mark.parametrize(("scene", "seed"), [("ladder/01-the-letter", 3), ("the-huntsman", 3)])
def test_what_pulled_adds_up(scene: str, seed: int) -> None:
    run = load(SCENES / f"{scene}.falter").perform(seed)
    for lull in run.lulls()[:2]:
        people = run.why_nothing(lull.begun, lull.ended).people
        assert people
        assert all(adds_up(act) for one in people for act in one.acts)


@pytest.mark.slow
@pytest.mark.parametrize("scene", ["the-generals-office", "othello-at-the-bedside", "antigone"])
def test_it_adds_up_over_whole_scenes(scene: str) -> None:
    run = load(SCENES / f"{scene}.falter").perform(1)
    for lull in run.lulls()[:4]:
        assert all(adds_up(act) for one in run.why_nothing(lull.begun, lull.ended).people for act in one.acts)


def test_after_the_close_it_is_said_to_be_over() -> None:
    run = parse(door(moves=HELPS)).perform(1)
    for asked in ((100.0, None), (5.0, 100.0)):
        with pytest.raises(NoSuchLullError, match="is past the end of this performance: 1:40") as caught:
            run.why_nothing(*asked)
        assert "it ends at 0:20.0" in caught.value.fix


LEAVES = door("  mood grief: strongly\n", "", 'ANNA may sigh inner, masters grief, once\nANNA may leave "steps aside", once\n', 3.0)


def test_what_ends_a_lull_is_said_to_be_done_when_and_by_what() -> None:
    """What carried it, from the last time that it stood at nothing, adds up to all that it takes, but for what was forgotten."""
    found = next(one for one in (parse(LEAVES).perform(seed).why_nothing() for seed in range(1, 12)) if one.lull.by)
    act = next(act for one in found.people for act in one.acts if act.rose is not None)
    assert found.lull.begun - 0.2 <= act.rose < found.lull.ended
    assert sum(part.share for part in act.carried) > 0.9 * act.threshold
    assert f"then, at {clock(found.lull.ended)}, it was done, carried there in " in found.told()


SIGH = "inner, comforts BEN, once\n"
SIGHS = door("  loves BEN: wholly\n", "", f'ANNA may sigh "sighs to herself" {SIGH}ANNA may sigh-too "sighs to herself" {SIGH}', 1.0)


def test_an_inner_act_done_again_is_told_once_with_its_times() -> None:
    told = nothing(SIGHS, 1).told()
    assert told.count("sighs to herself") == 1, told
    assert re.search(r"sighs to herself \(0:\d\d\.\d, 0:", told), told


def test_lulls_lie_between_acts_the_longest_first() -> None:
    run = load(SCENES / "ladder/01-the-letter.falter").perform(3)
    seen = [event for event in run.events if not event.inner]
    lengths = [lull.seconds for lull in run.lulls()]
    assert lengths == sorted(lengths, reverse=True)
    for lull in run.lulls():
        assert lull.seconds >= 3.0
        assert not any(lull.begun < event.t < lull.ended for event in seen)
        assert lull.by is None or run.events[lull.by[1]].t == lull.ended


def test_where_something_was_done_lulls_are_offered() -> None:
    run = load(SCENES / "ladder/01-the-letter.falter").perform(3)
    act = next(event for event in run.events if not event.inner)
    for asked in ((act.t + 0.1, None), (act.t - 0.5, act.t + 1.0), (5.0, 500.0)):
        with pytest.raises(NoSuchLullError) as caught:
            run.why_nothing(*asked)
        assert "one of the longest" in caught.value.fix
