"""What an ending goes with and what follows from what: against the definition, against known truths, and against performances."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest

import falter
from falter.explore.decisive import compared, course_of, drivers
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import paired, wilson
from falter.performance.batch import perform_batch
from falter.performance.perform import perform
from falter.tables.act_names import NoSuchActError
from falter.tables.blocking import blocked, roomier
from tests.performing import row_of, tables_of, whole_scene

LADDER = Path(__file__).parents[3] / "scenes" / "ladder"
LEVEL = 0.95


@pytest.fixture(scope="module")
def letter() -> Ensemble:
    found = falter.load(LADDER / "01-the-letter.falter").explore(runs=400, seed=5)
    assert isinstance(found, Ensemble)
    return found


def test_it_is_the_mean_over_runs_of_what_each_is_set_against() -> None:
    """The definition, run by run; times on a grid, so that many are the same."""
    rng = numpy.random.default_rng(1)
    at, until = rng.integers(0, 12, 90) * 1.0, rng.integers(1, 15, 90) * 1.0
    at[rng.random(90) < 0.3] = numpy.inf
    ended = rng.random(90) < 0.4
    after, otherwise = [], []
    for t, end, came in zip(at, until, ended, strict=True):
        against = ended[(at > t) & (until > t)]
        if t < end and len(against):
            after.append(came)
            otherwise.append(against.mean())
    found = compared(at, until, ended, LEVEL)
    assert found is not None
    assert found.runs == len(after)
    assert found.after.share == pytest.approx(numpy.mean(after), abs=1e-12)
    assert found.otherwise.share == pytest.approx(numpy.mean(otherwise), abs=1e-12)
    assert found.change.change == pytest.approx(numpy.mean(after) - numpy.mean(otherwise), abs=1e-12)


def test_nothing_to_compare_is_nothing() -> None:
    never = numpy.full(5, numpy.inf)
    assert compared(never, numpy.ones(5), numpy.ones(5, bool), LEVEL) is None
    assert compared(numpy.zeros(5), numpy.ones(5), numpy.ones(5, bool), LEVEL) is None


@pytest.mark.parametrize(
    ("runs", "rate", "with_it", "without"),
    [(200, 1.0, 0.6, 0.3), (200, 0.1, 0.6, 0.3), (200, 1.0, 0.02, 0.02), (100, 0.3, 0.95, 0.5), (60, 1.0, 0.5, 0.2)],
)
def test_intervals_hold_the_true_change_as_often_as_they_say(runs: int, rate: float, with_it: float, without: float) -> None:
    """Closes at rate 1, an act at `rate`: of those as far without it a share q = rate / (1 + rate) will still do it, so that the
    change is (with − without)·(1 − q). Seed 2, 1,000 tables: 95 % of the intervals must hold it, less 3.7 standard errors of .0069;
    a right one would fail once in ten thousand times."""
    rng = numpy.random.default_rng(2)
    true, held = (with_it - without) / (1.0 + rate), 0
    for _ in range(1000):
        until, at = rng.exponential(1.0, runs), rng.exponential(1.0 / rate, runs)
        ended = rng.random(runs) < numpy.where(at < until, with_it, without)
        found = compared(at, until, ended, LEVEL)
        assert found is not None
        held += found.change.low <= true <= found.change.high
    assert held / 1000 >= 0.95 - 3.7 * 0.0069


def test_who_lives_long_enough_to_act_is_not_thereby_told_from_others() -> None:
    """Long runs come to the ending, and an act that does nothing is done in long runs more often: by half of the runs, set against the
    rest, it would seem to bring the ending about. Seed 3, 300 tables of 200; the mean of the changes has a standard error of .004."""
    rng, changes, naive = numpy.random.default_rng(3), [], []
    for _ in range(300):
        until, at = rng.exponential(1.0, 200), rng.exponential(1.0, 200)
        ended = until > 1.0
        found = compared(at, until, ended, LEVEL)
        assert found is not None
        changes.append(found.change.change)
        naive.append(ended[at < until].mean() - ended[at >= until].mean())
    assert abs(numpy.mean(changes)) < 4 * 0.004
    assert numpy.mean(naive) > 0.4


def test_a_table_shows_something_by_chance_once_in_twenty_times() -> None:
    """Thirty acts that do nothing, in 150 runs each: with the level shared out, one is told from no change in 5 of 100 tables at most.
    Seed 4, 200 tables; 3.7 standard errors of 1.5."""
    rng, shown = numpy.random.default_rng(4), 0
    for _ in range(200):
        until, ended = rng.exponential(1.0, 150), rng.random(150) < 0.4
        tables = (compared(rng.exponential(rng.choice([0.5, 2.0, 8.0]), 150), until, ended, 1.0 - 0.05 / 30) for _ in range(30))
        shown += any(one is not None and (one.change.low > 0.0 or one.change.high < 0.0) for one in tables)
    assert shown / 200 <= 0.05 + 3.7 * 0.015


@pytest.mark.parametrize(("share", "swaps"), [(0.5, 0.05), (0.5, 0.4), (0.05, 0.02), (0.3, 0.0)])
def test_intervals_of_paired_runs_hold_as_often_as_they_say(share: float, swaps: float) -> None:
    """Runs that come to an ending in `share` of a hundred, of which barring an act turns `swaps` of all to another and none back. Seed 5,
    1,000 pairs of ensembles; 95 of 100 less 3.7 standard errors of .69."""
    rng, held = numpy.random.default_rng(5), 0
    for _ in range(1000):
        draw = rng.random(120)
        mine, theirs = draw < share, draw < share - swaps
        cells = (mine & theirs, ~mine & theirs, mine & ~theirs, ~mine & ~theirs)
        change = paired(*(int(cell.sum()) for cell in cells), level=0.95)  # type: ignore[misc]
        held += change.low <= -swaps <= change.high
    assert held / 1000 >= 0.95 - 3.7 * 0.0069


@pytest.mark.slow
def test_they_do_so_of_performances() -> None:
    """Forty explorations of 150 runs against one of 12,000, whose own error is a ninth of theirs. Seeds 100 to 139; 95 of 100 less 3.7
    standard errors of 3.4, for each act of the letter that lying goes with, and for lying where Ben cannot put her off."""
    scene, act = falter.load(LADDER / "01-the-letter.falter"), "BEN put-off ANNA"
    whole = scene.explore(runs=12_000, seed=1)
    assert isinstance(whole, Ensemble)
    true = {one.act: one.change.change for one in whole.drivers("lied")} | {"barred": whole.paired(whole.without(act), "lied").change}
    held = dict.fromkeys(true, 0)
    for seed in range(100, 140):
        found = scene.explore(runs=150, seed=seed)
        assert isinstance(found, Ensemble)
        changes = {one.act: one.change for one in found.drivers("lied")} | {"barred": found.paired(found.without(act), "lied")}
        for name, change in changes.items():
            held[name] += change.low <= true[name] <= change.high
    assert len(held) == 5 and min(held.values()) / 40 >= 0.95 - 3.7 * 0.034


def test_an_act_is_set_against_runs_as_far_as_that(letter: Ensemble) -> None:
    act = "BEN put-off ANNA"
    found = next(one for one in drivers(letter, "lied") if one.act == act)
    firsts: dict[tuple[int, str], float] = {}
    for run, t, what in letter.beats().select("run", "t", "act").iter_rows():
        firsts.setdefault((run, what), t)
    seconds, endings = letter.runs.seconds, letter.to_polars()["ending"].to_list()
    assert course_of(letter, "lied").until.tolist() == [firsts.get((row, "BEN lie ANNA"), seconds[row]) for row in range(len(letter))]
    had = [row for row in range(len(letter)) if (row, act) in firsts]
    assert found.runs == len(had) > 100
    assert found.after == wilson(sum(endings[row] == "lied" for row in had), len(had))
    assert found.clear and found.change.low > 0.0


def test_acts_that_decide_are_not_among_what_decides(letter: Ensemble) -> None:
    assert "BEN lie ANNA" not in {one.act for one in drivers(letter, "lied")}
    assert [one.begun for one in drivers(letter, "lied")] == sorted(one.begun for one in drivers(letter, "lied"))


def test_without_what_an_ending_asks_for_it_never_comes(letter: Ensemble) -> None:
    other = letter.without("BEN own-up ANNA")
    assert other.endings()["owned"].share == 0.0
    change = letter.paired(other, "owned")
    assert change.change == -letter.endings()["owned"].share
    assert not any(event.move == "own-up" for row in range(20) for event in other.run(row).events)
    wide = letter.compare(other)["owned"]
    assert change.high - change.low <= wide.high - wide.low


def test_what_is_never_open_anyhow_changes_no_bit_when_it_is_barred() -> None:
    never = tables_of(
        """falter 1
scene The Gate
place a gate
  mark gate
ANNA "the guard", she
  at gate
BEN "the stranger", he
  at gate
ANNA may ask "puts up a hand" to BEN, asks
ANNA may shout "shouts" to BEN, threatens, if after kneel
BEN may kneel "kneels" submits, if BEN gone
BEN may answer "gives a name" to ANNA, answers, if asked
closes at 1 min
"""
    )
    barred = blocked(never, "ANNA shout BEN")
    one, other = perform_batch(never, 1, 0, 20), perform_batch(barred, 1, 0, 20)
    assert len(one.acts) > 20
    assert one.acts.tobytes() == other.acts.tobytes() and one.moments.tobytes() == other.moments.tobytes()


def test_what_is_barred_stays_so_where_more_room_is_needed() -> None:
    tables = blocked(whole_scene("ladder/01-the-letter"), "BEN own-up ANNA")
    assert roomier(tables).without == (("act", row_of(tables, "act", "BEN own-up ANNA")),)
    assert roomier(tables).capacity == 2 * tables.capacity
    plain, compiled = perform(tables, 1, 3, plain=True), perform(roomier(tables), 1, 3)
    assert [event.t for event in plain.events] == [event.t for event in compiled.events]
    assert not any(event.move == "own-up" for event in plain.events)


def test_an_act_that_is_none_is_refused_and_the_nearest_offered(letter: Ensemble) -> None:
    with pytest.raises(NoSuchActError, match="names no act of this scene") as caught:
        letter.without("BEN own-op ANNA")
    assert caught.value.fix == "write `BEN own-up ANNA`"


def test_an_ending_that_is_none_and_runs_that_are_not_the_same_are_refused(letter: Ensemble) -> None:
    with pytest.raises(ValueError, match=r"`ending` names no ending of this scene: `died`; write `lied`"):
        letter.drivers("died")
    shorter = falter.load(LADDER / "01-the-letter.falter").explore(runs=10, seed=5)
    assert isinstance(shorter, Ensemble)
    with pytest.raises(ValueError, match="same runs"):
        letter.paired(shorter, "lied")
