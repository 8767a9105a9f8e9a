"""Necessary, and sufficient: planted scenes whose probabilities of causation are known."""

from __future__ import annotations

import numpy
import pytest

from falter.explore import causation
from falter.explore.causation import Part, _performed
from falter.explore.driven import act_record
from falter.explore.ensemble import Ensemble
from falter.explore.records import Flags, Integers
from falter.explore.sweep import explored
from falter.kernel.interventions import BAR
from falter.performance import Intervention, perform
from falter.tables.act_names import NoSuchActError
from falter.tables.tables import Tables
from tests.performing import SCENES, tables_of, whole_scene, without

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


def test_it_is_shut_in_the_step_in_which_it_was_begun_and_is_done_in_none_of_the_other_worlds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what `causation()` itself has performed. Acts that slip out come as a step ends: at a time that is the next one's as well."""
    last: dict[int, tuple[Intervention, bool]] = {}

    def seen(tables: Tables, seed: int, part: Part, row: int) -> tuple[Integers, Flags]:
        came, was_done = _performed(tables, seed, part, row)
        last.update({run: (part.intervention, bool(was_done.any())) for run in part.runs})
        return came, was_done

    monkeypatch.setattr(causation, "_performed", seen)
    text = (SCENES / "ladder/01-the-letter.falter").read_text(encoding="utf-8")
    ensemble = many(tables_of(f"{text}set lapse 0.03\n"), 30)
    found, between = ensemble.causation("ANNA let-be", "lied"), 0
    for run in numpy.flatnonzero(found.worlds.done).tolist():
        trace = perform(ensemble.tables, SEED, run)
        first = next(event for event in trace.events if event.move == "let-be")
        (shut, was_done), step = last[run], trace.begun_in(first)
        assert (shut.kind, shut.step, was_done) == (BAR, step, False)
        between += round(first.t / trace.dt) == step + 1 and abs(first.t / trace.dt - step - 1) < 1e-6
        other = perform(ensemble.tables, SEED, run, interventions=[shut])
        assert other.sf(step - 1).tobytes() == trace.sf(step - 1).tobytes()
    assert 3 <= between < found.worlds.done.sum() - 3


BOAT = """falter 1
scene Boat
place a shore
RUI "the fisher", he
IDA "the girl", she
  wants to call: strongly
RUI may mend "mends the net" again
IDA may call "calls" to RUI, insults, once
closes at 4 min
ends called if call; else still
must call
"""


def test_a_world_that_is_not_what_must_be_has_come_to_no_ending() -> None:
    """Without what must be done, none is; that is no ending, and is said, and paired shares are of the same runs."""
    ensemble = many(tables_of(BOAT), 40)
    found = ensemble.causation("IDA call", "called")
    assert found.unmet == found.runs == len(ensemble) > 0
    assert found.necessary.share == 1.0
    assert f"{found.runs} would not have met what must be, and so have come to no ending." in found.told()
    barred = ensemble.without("IDA call RUI")
    assert len(barred) == 0
    assert ensemble.paired(barred, "called").change == -1.0
    assert ensemble.paired(barred, "still").change == 0.0
    assert act_record(ensemble, "called", {"IDA call RUI": barred})["without"][0]["share"]["share"] == 0.0


def test_the_act_is_named_as_in_a_table_and_one_that_is_not_there_is_answered_with_the_nearest() -> None:
    ensemble = many(whole_scene("ladder/01-the-letter"), 20)
    assert ensemble.causation("BEN own-up", "owned").act == ensemble.causation("BEN own-up ANNA", "owned").act == "BEN own-up ANNA"
    with pytest.raises(NoSuchActError) as error:
        ensemble.causation("BEN own-upp", "owned")
    assert "own-up" in error.value.fix
    with pytest.raises(ValueError, match="names no ending of this scene"):
        ensemble.causation("BEN own-up", "drowned")


def test_it_is_the_same_whatever_the_number_of_jobs() -> None:
    ensemble = many(whole_scene("ladder/01-the-letter"), 80)
    one, other = ensemble.causation("BEN put-off", "lied"), ensemble.causation("BEN put-off", "lied", jobs=2)
    assert one.record() == other.record()
    assert "Was it necessary?" in one.told()
