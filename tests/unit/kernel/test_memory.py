"""Memories in performances: what wakes them, what they bring, that nothing of them is left when they are switched off."""

from __future__ import annotations

from itertools import pairwise

from falter.performance import perform
from falter.performance.batch import Batch, perform_batch
from tests.performing import directed, float_at, int_at, tables_of

SCENE = """falter 1
scene The Gate
place a gate
  mark gate
  mark road, 2 m from gate
{more}
ANNA "the guard", she
  at gate
BEN "the stranger", he
  at road
  loves ANNA: strongly
  remembers nights "Warm dark." with ANNA, feels love strongly, woken by near, voice, touch
  remembers door "A door that [stays] shut." with ANNA, feels hurt, woken by call
  thinks "So." when recalls nights
ANNA may call to BEN, again
  says "Hey."
ANNA may take on BEN, touches BEN, again
  does "takes his hand"
ANNA may strike-him on BEN, harms BEN, insults BEN, again
  does "strikes him"
BEN may shut-it inner, shuts out nights, again
  does "thinks of nothing"
closes at 3 min
"""


def batch_of(*constants: str, runs: int = 200) -> Batch:
    """The scene many times, with constants set."""
    return perform_batch(tables_of(SCENE.format(more="\n".join(f"set {line}" for line in constants))), 7, 0, runs)


def test_a_memory_that_comes_is_known_to_its_owner_alone_and_brings_its_feeling() -> None:
    trace = directed(SCENE.format(more="set recall_threshold -20\nset recall_rate 10\nset recall_feeling 1"), {}, 5)
    first = next(incident for incident in trace.incidents if incident.kind == "recalls" and incident.what == "nights")
    assert (first.who, first.whom, first.known_to) == ("BEN", "ANNA", ("BEN",))
    step = round(first.t / trace.dt)
    assert int_at(trace, step, "memory", "nights", "COUNT") == 1
    before, after = (trace.view("BEN").felt(at, "love") for at in (max(0, step - 1), step))
    assert after > before or step == 0
    assert trace.view("BEN").holds(step, 0)
    assert not [incident for incident in trace.view("ANNA").incidents if incident.who == "BEN" and incident.kind == "recalls"]


def test_it_is_in_mind_for_its_time_and_then_rests() -> None:
    trace = directed(SCENE.format(more="set recall_threshold -20\nset recall_rate 10\nset recall_lasts 4\nset recall_rest 9"), {}, 60)
    mine = [incident.t for incident in trace.incidents if incident.what == "nights"]
    assert len(mine) >= 2
    assert min(b - a for a, b in pairwise(mine)) >= 13.0
    step = round(mine[0] / trace.dt)
    assert [trace.view("BEN").holds(step + round(s / trace.dt), 0) for s in (0.0, 3.5, 4.5)] == [True, True, False]


def test_a_voice_a_touch_and_a_move_warm_what_they_wake_and_cool() -> None:
    trace = directed(SCENE.format(more=""), {1.0: "ANNA call BEN", 20.0: "ANNA take BEN"}, 40)
    warm = [[float_at(trace, round(t / trace.dt), "waker", cue, "HEAT") for t in (0.5, 4.0, 19.0)] for cue in ("voice", "call")]
    for before, after, later in warm:
        assert before == 0.0 and after > 0.7 and 0.0 < later < 0.5 * after
    assert float_at(trace, 190, "waker", "touch", "HEAT") == 0.0
    assert float_at(trace, 230, "waker", "touch", "HEAT") > 0.7


def test_what_stirs_enough_is_laid_down_with_what_it_stirred() -> None:
    trace = directed(SCENE.format(more="set recall_rate 1"), {1.0: "ANNA strike-him BEN"}, 90)
    assert int_at(trace, 5, "memory", "BEN 1", "EVENT") == -1
    laid = next(step for step in range(trace.steps) if int_at(trace, step, "memory", "BEN 1", "EVENT") == 0)
    assert laid * trace.dt >= trace.events[0].lands
    back = [incident for incident in trace.incidents if incident.kind == "recalls" and incident.what == "BEN 1"]
    assert back and back[0].whom == "ANNA"
    episode = trace.view("BEN").episode(round(back[0].t / trace.dt), "BEN 1")
    assert episode is not None and episode.move == "strike-him"
    assert trace.view("BEN").episode(0, "nights") is None


def test_shutting_out_is_counted_and_wears_off() -> None:
    trace = directed(SCENE.format(more=""), {1.0: "BEN shut-it"}, 40)
    assert int_at(trace, 100, "memory", "nights", "TRIES") == 1
    until = float_at(trace, 100, "memory", "nights", "SHUT")
    assert 20.0 < until < 24.0


def test_switched_off_they_might_as_well_not_be_there() -> None:
    """With the rate at 0 a scene's memories change no act and no incident: 40 runs."""
    lines = [line for line in SCENE.format(more="set recall_rate 0").splitlines() if "shut-it" not in line and "of nothing" not in line]
    bare = [line for line in lines if "remembers" not in line and "recalls" not in line]
    with_them, without = (perform_batch(tables_of("\n".join(text)), 7, 0, 40) for text in (lines, bare))
    for run in range(40):
        assert with_them.events(run) == without.events(run)
        assert with_them.incidents(run) == without.incidents(run)
    assert any(incident.kind == "recalls" for run in range(40) for incident in batch_of(runs=40).incidents(run))


def test_compiled_and_plain_agree_with_memories_in_play() -> None:
    tables = tables_of(SCENE.format(more="set recall_rate 1"))
    batch = perform_batch(tables, 11, 0, 20)
    for run in range(0, 20, 5):
        trace = perform(tables, 11, run)
        assert batch.events(run) == trace.events
        assert batch.incidents(run) == trace.incidents
