"""Laws 5 (the one who is read) and 6: coverings lower what shows; leaks grow with what is felt; hiding lowers what shows, not what is felt.

What shows follows from the state and has no chance in it: those comparisons are exact. Slips are counted over 400 performances of three
minutes a level, seed 11. Counts of a run are at most nine and all but independent between runs, so the mean of 400 has a standard error
below .08; neighbouring levels must differ by .3 or more: false alarm below .004 a comparison.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from falter.kernel.showing import shown_on
from falter.performance import Trace, perform
from falter.performance.batch import perform_batch
from falter.tables import columns as at
from tests.performing import directed, float_at, row_of, tables_of, without

RUNS = 400
SCENE = """falter 1
scene The Vigil
place a room
  mark door
  mark chair, 2 m from door
ANNA "the widow", she
  at door
  mood fear: {fear}
  {lines}
BEN "the brother", he
  at chair
ANNA may unveil "lifts the veil" once, drops veil, takes 1 s, lands at 1 s
BEN may nod "nods" to ANNA, once
closes at 3 min
"""
VEIL = "wears veil over face wholly, voice somewhat"


def text(fear: float = 0.6, lines: str = "") -> str:
    veil = "" if "veil" in lines else "wears veil over body 0\n  "
    return SCENE.format(fear=fear, lines=veil + lines) + without("coping", "new episodes")


def shows(trace: Trace, step: int, channel: int) -> float:
    packed = trace.tables.packed
    anna = row_of(trace.tables, "person", "ANNA")
    return shown_on(packed.ti, packed.tf, trace.si(step), trace.sf(step), anna, channel, at.SHOWS_FEAR)


def slips(fear: float, lines: str) -> tuple[float, set[str | None]]:
    """Slips a performance, and the channels they were on."""
    veiled = text(fear, lines).replace("once, drops veil,", "once,")
    batch = perform_batch(tables_of(veiled, capacity=16), 11, 0, RUNS)
    found = [incident for run in range(RUNS) for incident in batch.incidents(run) if incident.kind == "slips"]
    return len(found) / RUNS, {incident.channel for incident in found}


def test_a_covering_lowers_what_shows_on_its_channels_and_taking_it_off_restores_it() -> None:
    covered, bare = directed(text(lines=VEIL), {30.0: "ANNA unveil"}, 60.0), directed(text(), {}, 60.0)
    for step in (10, 290):
        assert shows(covered, step, at.ON_FACE) < 0.06 * shows(bare, step, at.ON_FACE)
        assert shows(covered, step, at.ON_VOICE) == pytest.approx(0.6 * shows(bare, step, at.ON_VOICE))
        assert shows(covered, step, at.ON_HANDS) == shows(bare, step, at.ON_HANDS)
    for channel in range(6):
        assert shows(covered, 320, channel) == pytest.approx(shows(bare, 320, channel))
    print(f"face, veiled {shows(covered, 290, at.ON_FACE):.3f}, unveiled {shows(covered, 320, at.ON_FACE):.3f}")


def test_leaks_grow_with_what_is_felt() -> None:
    counts = [slips(fear, "hides fear")[0] for fear in (0.0, 0.25, 0.5, 0.75, 1.0)]
    print("slips a performance by fear 0, ¼, ½, ¾, 1:", [round(count, 2) for count in counts])
    assert counts[0] == 0.0
    assert all(later > earlier + 0.3 for earlier, later in pairwise(counts))


def test_what_is_let_be_does_not_slip_and_what_is_covered_slips_elsewhere() -> None:
    assert slips(0.8, "tempo even")[0] == 0.0
    assert "face" in slips(0.8, "hides fear")[1]
    assert slips(0.8, f"hides fear\n  {VEIL}")[1] == {"body", "hands", "breath", "gaze"}


def test_suppressing_lowers_what_shows_not_what_is_felt_and_costs_reserve() -> None:
    hidden, bare = perform(tables_of(text(lines="hides fear") + "set slip 0\n"), 3), perform(tables_of(text()), 3)
    for step in (10, 900, 1_700):
        for channel in range(6):
            assert shows(hidden, step, channel) < shows(bare, step, channel)
        assert float_at(hidden, step, "feeling", "ANNA fear", "FELT") == float_at(bare, step, "feeling", "ANNA fear", "FELT")
    assert float_at(bare, 1_700, "person", "ANNA", "RESERVE") == 1.0
    left = [float_at(hidden, step, "person", "ANNA", "RESERVE") for step in (10, 600, 1_200, 1_700)]
    print("shown on the face after 1 s:", round(shows(hidden, 10, 0), 3), "for", round(shows(bare, 10, 0), 3), "reserve:", left)
    assert left == sorted(left, reverse=True)
    assert left[-1] < 0.6


def test_as_the_reserve_drains_more_of_it_shows() -> None:
    trace = perform(tables_of(text(lines="hides fear") + "set slip 0\n"), 3)
    tireless = perform(tables_of(text(lines="hides fear") + "set slip 0\nset depletion 0\n"), 3)
    print(f"shown on the face, fresh {shows(trace, 10, 0):.3f}, after three minutes {shows(trace, 1_790, 0):.3f}")
    assert shows(trace, 1_790, at.ON_FACE) > 2.0 * shows(trace, 10, at.ON_FACE)
    assert shows(tireless, 1_790, at.ON_FACE) == shows(tireless, 10, at.ON_FACE)
