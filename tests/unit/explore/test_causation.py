"""Necessary, and sufficient: planted scenes whose probabilities of causation are known, and the bounds that hold for any."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.explore.causation import Causation, Worlds
from falter.explore.ensemble import Ensemble
from falter.explore.sweep import explored
from falter.tables.blocking import NoSuchActError
from falter.tables.tables import Tables
from tests.performing import tables_of, whole_scene, without

SEED = 6
RUNS = 200
FAR = 4.0
"""Standard errors: a normal figure is farther off in 6 of 100,000 trials."""

GATE = """falter 1
scene The Gate
place a yard
set theta0 2
set lapse 0
ANNA "the girl", she
  wants to open: somewhat
BEN "the boy", he
  wants to left: strongly
  wants to right: strongly
  wants to stay: strongly
CARL "the cook", he
  wants to hum: strongly
ANNA may open "opens the gate" once{first}
CARL may hum "hums" once
{moves}closes at {close}
ends {ending}; else stood
"""
THROUGH = """BEN may left "goes left" cannot be undone, if after open and not after right
BEN may right "goes right" cannot be undone, if after open and not after left
"""


def gate(moves: str, ending: str, close: str = "15 s", first: str = "") -> Ensemble:
    """`first` is when only ANNA may open the gate."""
    text = GATE.format(moves=moves, ending=ending, close=close, first=first) + without("coping", "missed acts")
    return explored(tables_of(text), SEED, RUNS, 1, lambda _count: None)


def many(tables: Tables, runs: int = RUNS) -> Ensemble:
    return explored(tables, SEED, runs, 1, lambda _count: None)


UNLESS_HUMMED = ", if not after hum"
"""Whether the gate is opened hangs on who is first; where it is not, it could have been at once."""


def test_what_alone_brings_an_ending_is_necessary_and_sufficient() -> None:
    """Nobody goes through a gate that is shut; through an open one, which he cannot miss, goes who wants to, in four minutes."""
    found = gate('BEN may left "goes through" if after open\n', "gone if left", "4 min", UNLESS_HUMMED).causation("ANNA open", "gone")
    assert 20 < found.worlds.done.sum() < RUNS - 20
    assert (found.necessary.share, found.sufficient.share, found.both.share, found.against.share) == (1.0, 1.0, 1.0, 0.0)


def test_what_has_nothing_to_do_with_it_is_neither() -> None:
    found = gate(THROUGH, "gone if left or if right").causation("CARL hum", "gone")
    assert 10 < found.worlds.ended.sum() < RUNS - 10
    assert (found.necessary.share, found.sufficient.share, found.both.share, found.against.share) == (0.0, 0.0, 0.0, 0.0)


def test_a_share_that_is_known_is_found() -> None:
    """Left and right are alike but in name: of gates that stayed shut, had they been opened, half had led left. Seed 6, 200 runs; within 4
    standard errors of one half, false alarm 6 in 100,000."""
    found = gate(THROUGH, "left if left", "4 min", UNLESS_HUMMED).causation("ANNA open", "left")
    other = gate(THROUGH, "right if right", "4 min", UNLESS_HUMMED).causation("ANNA open", "right")
    neither = ~found.worlds.done & found.worlds.possible
    left, right = (int((neither & one.worlds.otherwise).sum()) for one in (found, other))
    assert found.sufficient.share == left / neither.sum()
    assert found.necessary.share == 1.0
    assert not (neither & found.worlds.otherwise & other.worlds.otherwise).any()
    assert left + right > 30
    assert abs(left - right) <= FAR * (left + right) ** 0.5


def test_what_another_would_have_done_anyway_is_not_necessary() -> None:
    """Who rings first is no matter: each rings in every run."""
    moves = 'BEN may stay "rings" once\n'
    found = gate(moves, "rung if open or if stay", "4 min").causation("ANNA open", "rung")
    assert found.worlds.ended.all()
    assert found.necessary.share == 0.0
    assert found.impossible == 0


def test_what_can_never_be_done_is_counted_apart() -> None:
    found = gate('BEN may stay "bars it" once, if after left\n', "barred if stay").causation("BEN stay", "barred")
    assert found.impossible == RUNS
    assert (found.sufficient.low, found.sufficient.high) == (0.0, 1.0)
    assert found.told().endswith("It could not be done at any time in any of them: there is nothing to compare.\n")
    assert "%" not in found.told()


def test_up_to_the_act_the_other_world_is_the_same_and_in_it_it_is_never_done() -> None:
    """Seen in runs with the act: it is in none of the barred, and all that came before it is in both."""
    from falter.explore.causation import _parts, _performed
    from falter.kernel.interventions import BAR
    from falter.performance import perform

    ensemble = many(whole_scene("ladder/01-the-letter"), 40)
    row = list(ensemble.labels.acts).index("BEN put-off ANNA")
    found = ensemble.causation("BEN put-off", "lied")
    begun = numpy.flatnonzero(found.worlds.done)
    assert len(begun) > 5
    for place in begun[:5].tolist():
        run = int(ensemble.runs.run[place])
        free = perform(ensemble.tables, SEED, run)
        first = next(event for event in free.events if event.move == "put-off")
        parts = _parts(ensemble.tables, row, ensemble.runs.run, found.worlds.done, numpy.full(40, int(first.t / free.dt)))
        part = next(part for part in parts if part.places == [place])
        assert part.intervention.kind == BAR
        barred = perform(ensemble.tables, SEED, run, interventions=[part.intervention])
        assert all(event.move != "put-off" for event in barred.events)
        step = part.intervention.step
        assert barred.sf(step - 1).tobytes() == free.sf(step - 1).tobytes()
        assert not _performed(ensemble.tables, SEED, part, row)[1].any()


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=60))
def test_the_bounds_of_tian_and_pearl_hold_of_any_runs(rows: list[tuple[bool, bool, bool]]) -> None:
    """Tian & Pearl (2000), with x the act and y the ending: both bounds on the probability of necessity, and on that of both."""
    done, ended, otherwise = (numpy.array(column) for column in zip(*rows, strict=True))
    one = Causation("A", "B", 0, Worlds(done, ended, otherwise, numpy.ones(len(rows), bool)), 0.95)
    with_it, without_it = one.with_it.mean(), one.without_it.mean()
    xy, x_not_y, y = (done & ended).mean(), (done & ~ended).mean(), ended.mean()
    not_x_y, neither = (~done & ended).mean(), (~done & ~ended).mean()
    both = [0.0, with_it - without_it, y - without_it, with_it - y]
    assert max(both) <= one.both.share + 1e-9
    assert one.both.share <= min(with_it, 1.0 - without_it, xy + neither, with_it - without_it + x_not_y + not_x_y) + 1e-9
    if xy > 0.0:
        assert max(0.0, (y - without_it) / xy) <= one.necessary.share + 1e-9
        assert one.necessary.share <= min(1.0, (1.0 - without_it - neither) / xy) + 1e-9
    if neither > 0.0:
        assert max(0.0, (with_it - y) / neither) <= one.sufficient.share + 1e-9
        assert one.sufficient.share <= min(1.0, (with_it - xy) / neither) + 1e-9


def test_the_act_is_named_as_in_a_table_and_one_that_is_not_there_is_answered_with_the_nearest() -> None:
    ensemble = many(whole_scene("ladder/01-the-letter"), 20)
    assert ensemble.causation("BEN own-up", "owned").act == ensemble.causation("BEN own-up ANNA", "owned").act == "BEN own-up ANNA"
    with pytest.raises(NoSuchActError) as error:
        ensemble.causation("BEN own-upp", "owned")
    assert "own-up" in error.value.fix
    with pytest.raises(ValueError, match="ending must be one of"):
        ensemble.causation("BEN own-up", "drowned")


def test_it_is_the_same_whatever_the_number_of_jobs() -> None:
    ensemble = many(whole_scene("ladder/01-the-letter"), 80)
    one, other = ensemble.causation("BEN put-off", "lied"), ensemble.causation("BEN put-off", "lied", jobs=2)
    assert one.record() == other.record()
    assert "Was it necessary?" in one.told()
