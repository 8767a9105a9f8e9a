"""Turning points: the chances are those of many performances at the start, certain at the close, and a martingale between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy
import pytest

from falter.api.run import Run
from falter.api.scene import load
from falter.explain.again import NotTheSameError
from falter.explain.turning import points as turning
from falter.explain.turning.leaning import Leaning, bears_on
from falter.explain.turning.moments import moments_of
from falter.explain.turning.most import turned_most
from falter.explain.turning.points import Codes, TurningPoints, _picked, changed, turning_points
from falter.explain.turning.told import _swung
from falter.explain.turning.turned_by import suspects_of
from falter.kernel.interventions import ACT, BAR, DROP
from falter.performance import Intervention, perform
from falter.performance.batch import perform_batch
from falter.performance.musts import chosen
from falter.performance.onward import Onward, Standing, perform_onward, standings
from falter.tables import columns as at
from tests.performing import row_of, tables_of, whole_scene, without

SCENES = Path(__file__).parents[3] / "scenes"
LETTER, PROPOSAL = "ladder/01-the-letter", "a-proposal"
FAR = 4.0
"""Standard errors: a normal figure is farther off in 6 of 100,000 trials."""

COIN = """falter 1
scene A Coin
place a room
set theta0 2
ANNA "the girl", she
  wants to left: strongly
  wants to right: strongly
ANNA may left "goes left" cannot be undone, if not after right
ANNA may right "goes right" cannot be undone, if not after left
{moves}closes 30 s after left or 30 s after right or at 4 min
ends left if left; right if right; else stood
{more}"""


@cache
def found(name: str, seed: int) -> TurningPoints:
    return turning_points(perform(whole_scene(name), seed), 60)


def coin(moves: str = "", more: str = "") -> str:
    return COIN.format(moves=moves, more=more) + without("coping")


def test_it_is_certain_at_the_close_and_what_settles_it_is_the_sharpest_turn() -> None:
    points = found(PROPOSAL, 3)
    last = len(points.moments) - 1
    assert points.chances(last)[points.trace.ending] == (1.0, 1.0, 1.0)
    assert points.moments[last].step == points.trace.steps
    assert points.chances(last - 1)[points.trace.ending].share > 0.95
    yes = points.sharpest[0]
    assert [event.move for event in yes.moment.beats] == ["say-yes"]  # type: ignore[union-attr]
    assert (yes.swings[0].ending, points.trace.ending) == ("yes", "yes")
    assert yes.swings[0].change.low > 0.0


@pytest.mark.parametrize("name", [LETTER, "a-proposal"])
def test_at_the_start_the_chances_are_the_shares_of_many_performances(name: str) -> None:
    """400 continuations of one start against 400 performances of other runs; each ending's difference under 4 standard errors: false alarm
    under 4 in 10,000 for up to six endings."""
    tables, runs = whole_scene(name), 400
    ahead = perform_onward([(standings(tables, 11, 0, [0])[0], range(1, runs + 1))])[0]
    one, many = (numpy.bincount(codes, minlength=8) / runs for codes in (ahead.endings, perform_batch(tables, 12, 0, runs).endings))
    pooled = 0.5 * (one + many)
    assert (numpy.abs(one - many) <= FAR * numpy.sqrt(2.0 * pooled * (1.0 - pooled) / runs)).all()


def test_what_will_be_is_on_average_what_is_and_all_changes_add_up_to_what_is_decided() -> None:
    """40 performances, seven moments of each, 2 x 30 continuations from each, seed 21: the mean change of the chance from one moment to the
    next is 0, and the changes squared add up to p(1 - p) on average, with p the chance at the start: within 4 standard errors, which the
    40 performances give. A square is the product of two estimates with other lucks, so that their own luck is not in it. False alarm 4 in
    10,000."""
    tables, performances, lucks = whole_scene(LETTER), 40, 30
    steps = [0, 60, 110, 150, 200, 300, 100_000]
    ahead = [one for run in range(performances) for one in standings(tables, 21, run, steps)]
    chance = []
    for first in (1, 1 + lucks):
        ended = perform_onward([(one, range(first, first + lucks)) for one in ahead])
        chance.append(numpy.array([(one.endings == 0).mean() for one in ended]).reshape(performances, len(steps)))
    changes = [numpy.diff(each, axis=1) for each in chance]
    for column in range(len(steps) - 1):
        change = 0.5 * (changes[0][:, column] + changes[1][:, column])
        assert abs(change.mean()) <= FAR * change.std(ddof=1) / performances**0.5 + 1e-12
    squared = (changes[0] * changes[1]).sum(axis=1)
    start = float(numpy.mean([each[:, 0].mean() for each in chance]))
    assert abs(squared.mean() - start * (1.0 - start)) <= FAR * squared.std(ddof=1) / performances**0.5
    assert squared.mean() > 0.1


def test_moments_are_in_order_and_every_outward_act_is_one() -> None:
    trace = perform(whole_scene(PROPOSAL), 5)
    moments = moments_of(trace)
    assert (moments[0].step, moments[-1].step) == (0, trace.steps)
    assert [one.step for one in moments] == sorted({one.step for one in moments})
    assert [one.t for one in moments] == sorted(one.t for one in moments)
    beats = [beat for moment in moments for beat in moment.beats]
    assert all(event in beats for event in trace.events if not event.inner)
    for moment in moments[1:]:
        assert all(round(beat.t / trace.dt - 0.5) < moment.step for beat in moment.beats)


def test_a_silence_is_looked_into_too() -> None:
    trace = perform(tables_of(coin("").replace("set theta0 2", "set theta0 30").replace("strongly", "barely")), 1)
    assert not trace.events
    assert len(moments_of(trace)) >= 10
    assert not turning_points(trace, 20).turns


def test_where_all_depends_on_one_act_nothing_else_turns_it() -> None:
    """What is hummed has nothing to do with it."""
    tables = tables_of(coin('ANNA may hum "hums" again, takes 1 s, leans strongly\n'))
    points = turning_points(perform(tables, 2), 100)
    assert points.trace.ending in ("left", "right")
    settling = [event.move for event in points.sharpest[0].moment.beats]  # type: ignore[union-attr]
    assert settling[0] == points.trace.ending
    assert points.chances(len(points.moments) - 2)[points.trace.ending].share == 1.0


def test_of_a_scene_that_says_what_must_be_only_what_meets_it_counts() -> None:
    tables = tables_of(coin(more="must left\n"))
    run = chosen(tables, 4).run
    assert run is not None
    points = turning_points(perform(tables, 4, run), 60)
    for number in range(len(points.moments)):
        assert points.chances(number)["left"].share in (0.0, 1.0)
        assert points.chances(number)["right"].share == 0.0
    assert (points.first[0] < 0).any()
    assert not points.turns


def test_where_no_continuation_meets_what_must_be_that_is_said() -> None:
    points = turning_points(perform(tables_of(coin(more="must left\nmust right\n")), 2, 0), 20)
    assert points.told().endswith("of those that meet what must be:\n\nNo continuation meets it, from any moment on.\n")
    assert points._repr_html_() == f"<pre>{points.told()}</pre>"
    assert all(moment["runs"] == 0 for moment in points.record()["moments"])


def test_what_is_looked_at_again_is_chosen_by_those_that_meet_what_must_be() -> None:
    """Of all but the last moment, half meet it or all; of those that do, always half end one way. At the last there is a change."""
    half, all_ = numpy.array([0, 1, -1, -1] * 10), numpy.array([0, 1] * 20)
    assert _picked([half, all_] * 6 + [numpy.array([0] * 24 + [1] * 16)]) == [12]
    assert _picked([numpy.full(40, -1), all_]) == []


def test_what_is_chosen_for_being_large_is_judged_by_other_lucks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So is what is tried for having turned it, by the same as the change."""
    lucks: list[set[int]] = []

    def seen(ahead: Sequence[tuple[Standing, Sequence[int]]], **how: Any) -> list[Onward]:
        lucks.append({luck for _, some in ahead for luck in some})
        return perform_onward(ahead, **how)

    monkeypatch.setattr(turning, "perform_onward", seen)
    points = turning_points(perform(whole_scene(LETTER), 3), 60)
    first, again, without = lucks
    assert not first & again
    assert (len(first), len(again), without) == (20, 60, again)
    assert points.trace.luck not in first | again


def of_codes(before: Codes, after: Codes, *without: Codes) -> TurningPoints:
    """The letter's endings: one change between two moments, the second between its acts, and what comes without each of those."""
    trace = perform(whole_scene(LETTER), 3)
    moments = tuple(moments_of(trace)[0]._replace(step=step, t=step * trace.dt) for step in (0, 160, trace.steps))
    codes = (before, after, after)
    shut = {1: list(zip(trace.events, without, strict=False))}
    return TurningPoints(trace, moments, codes, dict(enumerate(codes)), len(before), shut)


def test_what_turned_it_is_named_where_the_chance_without_it_is_another_clear_of_luck() -> None:
    """From 40 % to 60 %. Without it 50 %: ten lucks of a hundred tell, all one way; or fifty do, thirty this way and twenty that way."""
    before, after = (numpy.array([0] * count + [1] * (100 - count)) for count in (40, 60))
    clear = numpy.array([0] * 50 + [1] * 50)
    muddled = numpy.array([1] * 30 + [0] * 50 + [1] * 20)
    unlike = numpy.array([0] * 57 + [1] * 43)
    named = of_codes(before, after, unlike, clear).turns[0]
    assert (named.done, named.perhaps) == (perform(whole_scene(LETTER), 3).events[1], None)
    assert named.without["owned"].share == 0.5
    found = of_codes(before, after, unlike, muddled)
    unclear = found.turns[0]
    assert (unclear.done, unclear.without) == (None, {})
    assert unclear.perhaps == found.trace.events[1]
    assert "which may have turned it or not" in found.told()
    assert of_codes(before, after, unlike).turns[0].perhaps is None


def test_what_was_about_to_be_done_is_named_where_without_it_it_would_not_have_turned() -> None:
    """From 40 % to 60 %; without what is done next, 42 % or 56 %; and he is told to come nearer only to what bore on it."""
    before, after = (numpy.array([0] * count + [1] * (100 - count)) for count in (40, 60))
    bears, idle = (numpy.array([0] * count + [1] * (100 - count)) for count in (42, 56))
    done = [event.move for event in perform(whole_scene(LETTER), 3).events]
    next_ = next(number for number, event in enumerate(perform(whole_scene(LETTER), 3).events) if event.t > 16.0)
    found = of_codes(before, after, *[idle] * next_, bears).turns[0]
    assert (found.done, found.perhaps, found.coming and found.coming.move) == (None, None, done[next_])
    assert of_codes(before, after, *[idle] * next_, idle).turns[0].coming is None
    both = of_codes(before, after, bears, *[idle] * (next_ - 1), bears).turns[0]
    assert (both.done and both.done.move, both.coming) == (done[0], None)


def test_it_turned_most_where_the_change_is_larger_than_all_others_luck_by_luck() -> None:
    """From 10 % to 40 % and to 80 %: of .3 and .4, in a hundred lucks, neither is the larger; .1 and .6 are told apart."""
    for middle, clear in ((40, False), (20, True)):
        at = [numpy.array([0] * count + [1] * (100 - count)) for count in (10, middle, 80)]
        found = of_codes(*at[:2])
        found = replace(found, first=tuple(at), again=dict(enumerate(at)))
        assert len(found.turns) == 2
        assert turned_most(found) == clear
        assert ("It turned most at" in found.told()) == clear
        assert ("at no one moment most" in found.told()) != clear


def test_an_act_is_told_of_only_where_it_bears_on_an_ending_that_moved_as_it_did() -> None:
    """Leaving ends in his having fled: that it is let be says nothing of why he no longer spares."""
    scene = load(SCENES / "the-generals-office.falter").perform(1).trace.scene
    leaves, strikes = Leaning("KYLO", "leave", 0.5, 0.0), Leaning("KYLO", "strike", 0.2, 0.8)
    assert not bears_on(scene, leaves, {"spared": -0.6, "killed": 0.6})
    assert bears_on(scene, leaves, {"spared": 0.3, "fled": -0.3})
    assert bears_on(scene, strikes, {"spared": -0.6, "killed": 0.6})
    assert not bears_on(scene, strikes, {"spared": 0.6, "killed": -0.6})


def test_of_the_start_as_many_count_as_of_a_turn() -> None:
    points = found(LETTER, 3)
    assert len(points.codes(0)) == points.runs == 60
    first = points.chances(0)["owned"]
    assert f"({100.0 * first.low:.0f}–{100.0 * first.high:.0f})" in points.told()


def test_a_change_is_told_luck_by_luck_where_the_lucks_are_the_same() -> None:
    """Wholly the same but for ten of a hundred that are gained: clear pair by pair, not clear of two samples apart."""
    before = numpy.array([0] * 40 + [1] * 60)
    after = numpy.array([0] * 50 + [1] * 50)
    assert changed(before, after, 0, apart=False).low > 0.0 > changed(before, after, 0, apart=True).low


def test_what_was_done_to_it_by_hand_is_kept_and_another_performance_is_refused() -> None:
    tables = tables_of(coin())
    act = next(row for row, label in enumerate(tables.labels["act"]) if label.label == "ANNA right")
    free = perform(tables, 2)
    forced = perform(tables, 2, interventions=[Intervention(10, 1, 0, act)])
    assert (forced.ending, forced.events[0].t < 1.2) == ("right", True)
    assert Run(forced).turning_points(20).chances(1)["right"].share == 1.0
    free.floats[-1] += 1.0
    with pytest.raises(NotTheSameError, match="does not come out the same") as error:
        turning_points(free, 20)
    assert "with the same seed" in error.value.fix


def test_what_was_done_by_hand_is_named_as_what_turned_it() -> None:
    """It comes as its step ends, and is shut in that step, not in the next: there it would be in hand."""
    tables = tables_of(coin())
    trace = perform(tables, 2, interventions=[Intervention(100, ACT, 0, row_of(tables, "act", "ANNA right"))])
    assert [event.move for event in trace.events] == ["right"]
    assert trace.begun_in(trace.events[0]) == 100
    assert trace.events[0].t == pytest.approx(101 * trace.dt)
    turn = turning_points(trace, 60).sharpest[0]
    assert turn.done == trace.events[0]
    assert (turn.without["right"].share, turn.without["left"].share) == (0.0, 1.0)


def test_an_act_that_took_no_time_to_cross_was_begun_in_the_step_after_its_time() -> None:
    """Of what lies just between two steps, the other kind: it stood above what it takes as its step began."""
    trace = perform(whole_scene(PROPOSAL), 1)
    event = next(event for event in trace.events if abs(event.t / trace.dt - round(event.t / trace.dt)) < 1e-6)
    step, count = trace.begun_in(event), trace.tables.packed.ti[at.SI_RUN] + at.RUN_EVENTS
    assert step == round(event.t / trace.dt)
    assert trace.si(step - 1)[count] <= event.index < trace.si(step)[count]


def test_the_same_is_found_whatever_the_number_of_jobs() -> None:
    trace = perform(whole_scene(LETTER), 3)
    one, other = turning_points(trace, 40), turning_points(trace, 40, jobs=2)
    with pytest.raises(IndexError, match="number must be that of a moment, from 0 to"):
        one.chances(99)
    assert one.record() == other.record()
    assert "It turned" in one.told() and "owned" in one.told()
    assert max(map(len, one.told().splitlines())) <= 80


def test_too_few_continuations_are_refused() -> None:
    with pytest.raises(ValueError, match="must be a whole number from 20 on; got 5"):
        Run(perform(whole_scene(LETTER), 3)).turning_points(5)


DOORS = """falter 1
scene Two Doors
place a hall
set theta0 2
ANNA "the girl", she
  wants to left: strongly
  wants to right: strongly
BEN "the boy", he
  wants to shut-left: strongly
  wants to shut-right: strongly
CARL "the cook", he
  wants to hum: strongly
BEN may shut-left "shuts the left-hand door" if not after shut-right
BEN may shut-right "shuts the right-hand door" if not after shut-left
ANNA may left "goes left" if 12 s after shut-right
ANNA may right "goes right" if 12 s after shut-left
CARL may hum "hums" again, takes 2 s
closes 15 s after left or 15 s after right or at 6 min
ends left if left; right if right; else stood
"""


@pytest.mark.parametrize("seed", range(4))
def test_what_is_done_is_named_where_without_it_it_would_not_have_turned(seed: int) -> None:
    """Which door is shut decides where she goes, and no hum of the cook's has to do with it, nor her going: where the chances change before
    the door is shut, that it is about to be is what is told."""
    points = turning_points(perform(tables_of(DOORS + without("coping", "missed acts")), seed), 100)
    assert {turn.done.who for turn in points.turns if turn.done is not None} <= {"BEN"}
    told, turn = points.told(), points.sharpest[0]
    assert "Ben shuts the" in told or "by nothing that is done" in told
    if turn.done is None:
        assert "Ben's will to shut" in told
    else:
        assert turn.without[turn.swings[0].ending].share in (0.0, 1.0)
        assert "without it" in told


def test_what_was_begun_before_and_takes_effect_then_is_looked_at_too() -> None:
    trace = perform(whole_scene("the-hostage-call"), 2)
    moments = moments_of(trace)
    late = 0
    for number in range(1, len(moments)):
        for event, taken in suspects_of(trace, moments, number):
            step, until = trace.begun_in(event), moments[number].step
            assert taken.step == (min(step, until) if taken.kind == BAR else moments[number - 1].step)
            assert taken.kind != DROP or step < taken.step <= event.lands / trace.dt + 1.0
            late += taken.kind == DROP
    assert late > 0


def test_where_nothing_turns_seldom_is_a_turn_named() -> None:
    """400 times nine moments between which nothing changes, each ending by its own luck, seed 9: a turn is named in one of twenty at most;
    more than 4 standard errors above that would be 38 of 400, false alarm 3 in 100,000."""
    trace, draw = perform(whole_scene(LETTER), 3), numpy.random.default_rng(9)
    moments = tuple(moments_of(trace)[0]._replace(step=number, t=float(number)) for number in range(9))
    named = 0
    for _ in range(400):
        codes = tuple(draw.choice(2, size=100, p=(0.4, 0.6)) for _ in moments)
        named += bool(TurningPoints(trace, moments, codes, dict(enumerate(codes)), 100).turns)
    assert named <= 38


def test_what_somebody_came_nearer_to_is_told_with_the_turn() -> None:
    told = turning_points(perform(whole_scene(LETTER), 3), 200).told()
    assert "by nothing that is done, in the 12 s before: Ben's will to own up\n         rises from 0 % of what it takes to 73 %" in told
    assert "From 0:14.4 on owned was likelier than all else, and\nfrom 0:17.1 on all but sure." in told


def test_what_leaves_0_out_is_not_told_as_0() -> None:
    """From 40 % to 52 %: 12 lucks of a hundred tell, all one way."""
    before, after = (numpy.array([0] * count + [1] * (100 - count)) for count in (40, 52))
    turn = of_codes(before, after).turns[0]
    near = turn.swings[0]._replace(change=turn.swings[0].change._replace(low=0.0031, high=0.2))
    assert " (the change: +0.3 to +20)" in _swung(replace(turn, swings=(near,)))
