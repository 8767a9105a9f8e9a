"""Why nothing happened: what held somebody back by construction is what is said, and the pulls add up."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from falter.api.lull import NoSuchLullError, Nothing
from falter.api.scene import load, parse
from falter.explain.acts.why import Part
from falter.explain.lulls.held import HeldAct, HeldBack
from falter.explain.lulls.held_told import VERDICTS, _done, _luck
from falter.explain.lulls.longest import lulls
from falter.explain.lulls.spanning import _raced, held_back
from falter.explain.wording import Wording
from falter.explore.records import beats_of
from falter.kernel.conditions import TORN
from falter.narrate.timeline import clock
from falter.performance.batch import perform_batch
from falter.tables import columns as at
from tests.performing import directed, without

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


def test_the_motives_that_are_listed_stand_to_each_other_as_is_said() -> None:
    """Luck and other acts are listed too, and stand in no proportion that is told."""
    told = nothing(PLANTED["torn"][0]).told(True).split("\n\n")[2]
    sums, side = {"for it": 0.0, "against it": 0.0}, ""
    for found in re.finditer(r"(for it|against it)? +(\d+) %  (.*)", told):
        side = found[1] or side
        sums[side] += 0.0 if found[3] in ("luck", "what else there was to do") else float(found[2])
    said = re.search(r"Of her motives, those against it weighed (?:(\d+) % of|as much as) those for it\.", told.replace("\n", " "))
    assert said is not None, told
    assert 100.0 * sums["against it"] / sums["for it"] == pytest.approx(float(said[1] or 100.0), abs=3.0 if said[1] else 12.0), told


@pytest.mark.parametrize(("luck", "said"), [(-0.6, ", with luck against it"), (-0.4, ""), (0.9, "")])
def test_luck_that_drew_the_other_way_is_said_to_have(luck: float, said: str) -> None:
    anna = next(one for one in nothing(PLANTED["coming"][0]).people if one.person == "ANNA")
    pull = replace(next(part for part in anna.acts[0].parts if part.motive >= 0), share=1.0)
    assert _luck(replace(anna.acts[0], parts=(pull, Part("chance", "chance", -1, (), luck)))) == said


@pytest.mark.parametrize(
    ("began", "why"), [(-6.0, "; what had gathered against it before had yet to fade."), (0.0, ", with luck against it.")]
)
def test_one_who_never_came_near_is_not_said_to_be_coming(began: float, why: str) -> None:
    found = nothing(PLANTED["coming"][0])
    anna = next(one for one in found.people if one.person == "ANNA")
    luck = Part("chance", "chance", -1, (), -anna.acts[0].pro)
    act = replace(anna.acts[0], nearest=-0.4, began=began, parts=(*anna.acts[0].parts, luck))
    told = " ".join(replace(found, people=(replace(anna, acts=(act,)),)).told().split())
    assert "Anna had more for “help” (Ben, line 10) than against it, and was far from it all the same" + why in told, told


def test_sentences_are_no_longer_than_a_line() -> None:
    for text, *_ in PLANTED.values():
        told = nothing(text).told(True)
        assert all(len(line) <= 100 for line in told.splitlines() if not re.match(r" {4,}", line)), told
        assert "luck" in told.splitlines()[2] or " %  " not in told


def test_people_and_acts_are_shown_in_a_line() -> None:
    found = nothing(PLANTED["torn"][0])
    assert repr(found.people).startswith("(<HeldBack ANNA, torn>") and len(repr(found.people)) < 100
    assert repr(found.people[0].acts[0]).startswith("<HeldAct ANNA hit BEN, at most ")


def follows(one: HeldBack, act: HeldAct) -> None:
    """From where it stood as the lull began, or from the head start it opened with, what moved it leads to where the engine has it when it
    was last open; by nothing but pulls, forgetting and being capped, where he did nothing and did not freeze."""
    row = [label.label for label in one.trace.tables.labels["act"]].index(act.label)
    cell = one.trace.tables.packed.ti[at.SF_ACT] + row * at.SF_ACT_SIZE + at.ACT_P
    moved = sum(part.share for part in act.parts) + act.forgotten + act.set_back + act.capped
    assert act.began + moved == pytest.approx(act.ended, abs=1e-9)
    assert act.ended == pytest.approx(one.trace.sf(_raced(one.trace, row, one.steps)[-1])[cell], abs=1e-9)
    raced = [step for step in _raced(one.trace, row, one.steps) if step * one.trace.dt >= act.since - 1e-9]
    start = next((part.share for part in act.parts if part.kind == "start"), 0.0)
    if start:
        theta = one.trace.sf(raced[0])[cell - at.ACT_P + at.ACT_THETA]
        lean = one.trace.tables.packed.tf[one.trace.tables.packed.ti[at.TF_ACT] + row * at.TF_ACT_SIZE + at.ACT_LEAN]
        assert start == pytest.approx(theta * lean, abs=1e-9)
    else:
        assert act.began == pytest.approx(one.trace.sf(one.steps.start - 1)[cell] if one.steps.start else 0.0, abs=1e-9)
    over = one.steps.stop * one.trace.dt + 1e-9
    if one.frozen == 0.0 and not any(event.who == one.person and act.since <= event.t <= over for event in one.trace.events):
        assert act.set_back == 0.0
        assert act.blocked > 0.0 or act.capped == 0.0


@pytest.mark.parametrize(("scene", "seed"), [("ladder/01-the-letter", 3), ("the-huntsman", 3)])
def test_what_pulled_adds_up(scene: str, seed: int) -> None:
    run = load(SCENES / f"{scene}.falter").perform(seed)
    for lull in run.lulls()[:2]:
        people = run.why_nothing(lull.begun, lull.ended).people
        assert people
        for one in people:
            for act in one.acts:
                follows(one, act)


@pytest.mark.slow
@pytest.mark.parametrize("scene", ["the-generals-office", "othello-at-the-bedside", "antigone"])
def test_it_adds_up_over_whole_scenes(scene: str) -> None:
    run = load(SCENES / f"{scene}.falter").perform(1)
    for lull in run.lulls()[:4]:
        for one in run.why_nothing(lull.begun, lull.ended).people:
            for act in one.acts:
                follows(one, act)


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


def ended(text: str, move: str, seeds: range = range(1, 9)) -> tuple[Nothing, HeldAct]:
    """The lull that a move ended, in the first performance in which it ended one, and what came of it."""
    for run in map(parse(text).perform, seeds):
        for lull in run.lulls():
            if lull.by and run.events[lull.by[1]].move == move:
                found = run.why_nothing(lull.begun, lull.ended)
                acts = [act for one in found.people for act in one.acts if act.end]
                if acts:
                    return found, acts[0]
    raise AssertionError(f"no lull is ended by {move}")


def test_what_opened_late_is_carried_from_then_on() -> None:
    found, act = ended(door(moves='ANNA may nod "nods", if lull 12 s, once, leans strongly\n', theta=2.0), "nod")
    assert act.end == "carried"
    assert act.rose is not None
    assert act.rose > 11.5
    assert f"it was done, carried there in {max(found.lull.ended - act.rose, 1.0):.0f} s" in found.told()
    assert sum(part.share for part in act.carried) > 0.9 * act.threshold


NODS = 'ANNA may nod "nods"\n'


def test_what_slipped_out_was_carried_by_nothing() -> None:
    found, act = ended(door(moves=NODS).replace("lapse 0", "lapse .1"), "nod")
    assert (act.end, act.rose, act.carried) == ("slipped", None, ())
    assert found.record()["people"][0]["acts"][0]["end"] == "slipped"
    assert act.nearest < 0.9
    assert f"; then, at {clock(found.lull.ended)}, it slipped out." in VERDICTS["against"].format(
        name="", act="", luck="", done=_done(act, found.lull, Wording(found.trace, "ANNA"))
    )


def test_what_was_asked_of_the_performance_was_carried_by_nothing() -> None:
    trace = directed(door(moves=NODS), {8.0: "ANNA nod"}, 20.0)
    lull = lulls(trace)[0]
    (act,) = held_back(trace, lull)[0].acts
    assert (act.end, act.rose) == ("asked for", None)
    assert _done(act, lull, Wording(trace, "ANNA")) == f"; then, at {clock(lull.ended)}, it was done, as was asked of the performance"


def test_of_two_acts_one_is_torn_over_it_is_the_one_torn_over_most() -> None:
    anna = next(one for one in nothing(PLANTED["torn"][0]).people if one.person == "ANNA")
    (act,) = anna.acts
    less = replace(act, conflict=TORN, parts=tuple(replace(part, share=2.0 * part.share) for part in act.parts))
    assert act.conflict > TORN
    assert replace(anna, acts=(less, act)).act is act


SIGH = "inner, comforts BEN, once\n"
SIGHS = door("  loves BEN: wholly\n", "", f'ANNA may sigh "sighs to herself" {SIGH}ANNA may sigh-too "sighs to herself" {SIGH}', 1.0)


def test_an_inner_act_done_again_is_told_once_with_its_times() -> None:
    told = nothing(SIGHS, 1).told()
    assert told.count("sighs to herself") == 1, told
    assert re.search(r"sighs to herself \(0:\d\d\.\d, 0:", told), told


def test_each_inner_act_of_a_group_agrees_with_it() -> None:
    told = nothing(
        SIGHS.replace('"sighs to herself"', '"sighs loudly"', 1).replace('"the girl", she', '"the girls", they, 3 people'), 1
    ).told()
    assert re.search(r"Inwardly they sigh [^;]*; they sigh ", told), told


def test_lulls_lie_between_acts_the_longest_first() -> None:
    run = load(SCENES / "ladder/01-the-letter.falter").perform(3)
    seen = [event for event in run.events if not event.inner]
    lengths = [lull.seconds for lull in run.lulls()]
    assert lengths == sorted(lengths, reverse=True)
    for lull in run.lulls():
        assert lull.seconds >= 3.0
        assert not any(lull.begun < event.t < lull.ended for event in seen)
        assert lull.by is None or run.events[lull.by[1]].t == lull.ended


def test_no_lull_goes_past_the_end_and_each_can_be_asked_about() -> None:
    """In the step in which the vase's evening closes, Lottie begins to pick up the pieces."""
    run = load(SCENES / "the-broken-vase.falter").perform(4)
    last = run.events[-1]
    assert last.cut and last.t == last.ends == run.seconds
    assert float(beats_of(perform_batch(run.trace.tables, 4, 0, 1)).t.max()) == run.seconds
    assert run.timeline().splitlines()[-2].startswith(clock(run.seconds))
    assert last.index in [lull.by[1] for lull in run.lulls() if lull.by and lull.ended == run.seconds]
    for lull in run.lulls():
        assert run.why_nothing(clock(lull.begun), clock(lull.ended)).lull == lull


def test_where_something_was_done_lulls_are_offered() -> None:
    run = load(SCENES / "ladder/01-the-letter.falter").perform(3)
    act = next(event for event in run.events if not event.inner)
    assert act.ends - act.t > 1.0
    for asked in (
        (act.t + 0.1, None),
        (act.t - 0.5, act.t + 1.0),
        (act.t + 0.2, act.ends - 0.1),
        (act.ends - 0.2, act.ends + 0.5),
        (5.0, 500.0),
    ):
        with pytest.raises(NoSuchLullError) as caught:
            run.why_nothing(*asked)
        assert "one of the longest" in caught.value.fix
