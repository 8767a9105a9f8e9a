"""Many performances and each again with something changed: run against run, under the same luck."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest

from falter.api.scene import Scene, load, parse
from falter.explain.acts.when_open import open_at
from falter.explain.changes.many import UNMET, WhatIfMany
from falter.explain.changes.otherwise import OtherwiseError
from falter.performance import Trace
from tests.performing import int_at, row_of

LETTER = Path(__file__).parents[3] / "scenes" / "ladder" / "01-the-letter.falter"
SEED = 3
RUNS = 120


@pytest.fixture(scope="module")
def letter() -> Scene:
    return load(LETTER)


@pytest.fixture(scope="module")
def less_respect(letter: Scene) -> WhatIfMany:
    return letter.whatif_many(RUNS, {"BEN.respects.ANNA": 0.0}, seed=SEED)


def test_a_run_of_many_is_the_very_performance_and_its_like_has_the_same_luck(letter: Scene, less_respect: WhatIfMany) -> None:
    alone = letter.whatif(SEED, {"BEN.respects.ANNA": 0.0})
    table = less_respect.to_polars()
    assert table.row(0)[:3] == (0, alone.written.ending, alone.changed.ending)
    assert table["seconds_changed"][0] == alone.changed.trace.seconds


def test_shares_changes_and_flips_are_those_of_the_runs(less_respect: WhatIfMany) -> None:
    table = less_respect.to_polars()
    one, other = table["ending_as_written"].to_list(), table["ending_changed"].to_list()
    assert len(table) == RUNS
    for ending in less_respect.endings():
        assert ending.written.share == pytest.approx(one.count(ending.name) / RUNS)
        assert ending.change.change == pytest.approx((other.count(ending.name) - one.count(ending.name)) / RUNS)
        assert ending.change.low <= ending.change.change <= ending.change.high
    flips = {(flip.written, flip.changed): flip.runs for flip in less_respect.flips()}
    assert flips == {pair: sum(each == pair for each in zip(one, other, strict=True)) for pair in flips}
    assert sum(flips.values()) == sum(mine != theirs for mine, theirs in zip(one, other, strict=True)) > 10
    assert less_respect.flipped.share == pytest.approx(sum(flips.values()) / RUNS)


def test_paired_intervals_are_narrower_than_those_of_runs_drawn_apart(less_respect: WhatIfMany) -> None:
    """The same luck tells more: with an ending that most runs keep, by what is correlated between the two."""
    apart = less_respect.written.compare(less_respect.changed)
    kept = [one for one in less_respect.endings() if 0.1 < one.written.share < 0.9]
    assert any(one.change.high - one.change.low < apart[one.name].high - apart[one.name].low for one in kept)


def test_nothing_changed_turns_nothing(letter: Scene) -> None:
    same = letter.whatif_many(30, seed=SEED)
    assert same.flips() == [] and all(one.change.change == 0.0 for one in same.endings())
    assert same.written.runs.seconds.tobytes() == same.changed.runs.seconds.tobytes()
    assert "None ends otherwise." in same.told()


def test_jobs_make_no_difference(letter: Scene, less_respect: WhatIfMany) -> None:
    assert letter.whatif_many(RUNS, {"BEN.respects.ANNA": 0.0}, seed=SEED, jobs=2).record() == less_respect.record()


def in_hand(trace: Trace, step: int) -> bool:
    """Is BEN owning up when a step is over, or speaking?"""
    taken = int_at(trace, step + 1, "person", "BEN", "TAKEN") & 1
    return taken == 1 or int_at(trace, step, "act", "BEN own-up ANNA", "PENDING") >= 0


def test_an_act_is_done_in_every_run_in_which_it_is_open_then(letter: Scene) -> None:
    """Held to the performances as written, one by one: could BEN own up at 7 s, or in the 5 s after that, if he is not at it already?"""
    many = letter.whatif_many(40, as_if=["BEN.own-up at 0:07"], seed=SEED)
    act = row_of(many.written.tables, "act", "BEN own-up ANNA")
    for run, done in zip(many.runs.tolist(), many.done.tolist(), strict=True):
        written, again = many.written.run(run), many.changed.run(run)
        opened = next((step for step in range(70, 120) if open_at(written, act, step) and not in_hand(written, step - 1)), None)
        assert done == (opened is not None)
        assert again.ending == many.changed.names[many.changed.runs.ending[run]]
        assert all(again.sf(step).tobytes() == written.sf(step).tobytes() for step in range(opened or written.steps))
    assert 5 < len(many.compared) < 40
    assert f"It could be done in {len(many.compared)} of them." in " ".join(many.told().split())
    assert numpy.array_equal(many.compared, many.runs[many.done])


def test_what_can_never_be_done_then_is_compared_in_no_run(letter: Scene) -> None:
    never = letter.whatif_many(10, as_if=["BEN.own-up at 59:00"], seed=SEED)
    assert len(never.compared) == 0
    assert "In none of them could it be done." in " ".join(never.told().split())
    assert never.record()["compared"] == 0 and never._repr_html_()


BOAT = """falter 1
scene Boat
place a shore
RUI "the fisher", he
IDA "the girl", she
  wants to call: somewhat
RUI may mend "mends the net" again
IDA may call "calls" to RUI, insults, once
closes at 1 min
ends called if call; else still
must call
"""


def test_what_the_change_keeps_from_meeting_what_must_be_is_told_of() -> None:
    """All runs that count as written are compared: those that do not call any more are just what the change did."""
    boat = parse(BOAT, "boat.falter")
    many = boat.whatif_many(60, {"IDA.wants.call": 0.0}, seed=SEED)
    assert len(many.compared) == len(many.written) > len(many.changed)
    lost = int((many.changed.runs.met[many.written.counted] == 0).sum())
    assert [(one.written, one.changed, one.runs) for one in many.flips()] == [("called", UNMET, lost)]
    shares = {one.name: (one.written.share, one.changed.share) for one in many.endings()}
    assert shares[UNMET] == (0.0, pytest.approx(lost / len(many.compared)))
    assert shares["called"] == (1.0, pytest.approx(1.0 - lost / len(many.compared)))
    assert f"called -> {UNMET}" in many.told()


def test_one_performance_and_no_change_are_told_as_such(letter: Scene) -> None:
    assert letter.whatif_many(1, seed=SEED).told().startswith("1 performance as written, and again, under the same luck.")
    assert letter.whatif_many(2, seed=SEED).told().startswith("2 performances as written, and each again, under the same luck.")


def test_it_is_told_and_shown(less_respect: WhatIfMany) -> None:
    told = less_respect.told()
    assert told.startswith(f"{RUNS} performances as written, and each again with Ben's respect for Anna at 0, under the same luck.")
    first = less_respect.flips()[0]
    assert f"{first.written} -> {first.changed}" in told
    assert "<td>" in less_respect._repr_html_()
    with pytest.raises(ValueError, match="`runs` must be a whole number"):
        load(LETTER).whatif_many(0)


def test_an_act_for_several_people_must_say_for_whom(letter: Scene) -> None:
    bridge = load(LETTER.parents[1] / "the-huntsman.falter")
    labels = [row.label for row in bridge.tables().labels["act"]]
    several = next((one for one in labels if sum(label.split()[:2] == one.split()[:2] for label in labels) > 1), None)
    if several is not None:
        with pytest.raises(OtherwiseError, match="may be for several people"):
            bridge.whatif_many(2, as_if=[f"{' '.join(several.split()[:2])} at 10"])
