"""Time passed over: what it does to feelings, deadlines and what is due. Promises: when they bind, when they lapse, when they are kept."""

from __future__ import annotations

import math
from typing import NamedTuple

import pytest

from falter.narrate import prose
from falter.performance import Trace, perform
from falter.performance.batch import perform_batch
from tests.performing import directed, float_at, int_at, tables_of

BANK = """falter 1
scene The Bank
place a bank
  mark floor
  mark vault, 4 m from floor
told close to ANNA
ANNA "the teller", she
  at floor
VARGA "the robber", he
  at vault
  loves ANNA: wholly
{promise}
CAR "the driver", he, away, arrives floor in {car} "is at the door with the car"
ANNA may rise "gets up"
ANNA may ask to VARGA, asks
  says "What do you want?"
VARGA may shoot "fires" on ANNA, harms
VARGA may pace "paces" stays, again
{lines}
closes at {seconds} s
"""


def scene(lines: str = "", promise: str = "", car: str = "500 s", seconds: float = 60.0) -> str:
    return BANK.format(lines=lines, promise=promise, car=car, seconds=f"{seconds:g}")


def played(text: str, seed: int = 1) -> Trace:
    return perform(tables_of(text), seed)


def test_feelings_fade_by_it_and_what_was_owed_is_let_go() -> None:
    text = scene('ANNA may fume "fumes" dwells on anger, inner\nlater dusk 20 min "Toward four," after rise', seconds=12.0)
    trace = directed(text, {0.0: "ANNA fume", 4.0: "ANNA ask VARGA", 8.0: "ANNA rise"}, 12.0)
    (passed,) = [incident for incident in trace.incidents if incident.kind == "later"]
    assert (passed.what, passed.amount) == ("dusk", 1200.0)
    at = round(passed.t / trace.dt)
    before, after = (float_at(trace, step, "feeling", "ANNA anger", "FELT") for step in (at - 1, at))
    assert before > 0.1 and after < 0.02
    assert int_at(trace, at - 1, "person", "VARGA", "CREDITOR") >= 0
    assert int_at(trace, at, "person", "VARGA", "CREDITOR") == -1


def test_what_is_due_comes_nearer_by_it() -> None:
    """Due in 500 s of story time; 600 s are passed over at about 9 s of a performance of 20."""
    trace = directed(scene("later 10 min after rise", seconds=20.0), {8.0: "ANNA rise"}, 20.0)
    came = next(incident for incident in trace.incidents if incident.kind == "arrives")
    passed = next(incident for incident in trace.incidents if incident.kind == "later")
    assert abs(came.t - passed.t) <= trace.dt + 1e-9


def test_without_a_time_of_its_own_it_comes_in_a_lull_and_its_part_opens() -> None:
    text = scene('later dusk 1 min\npart after dusk\n  ANNA may weep "weeps"', seconds=40.0)
    trace = directed(text, {2.0: "ANNA rise", 30.0: "ANNA weep"}, 40.0)
    rose = next(event for event in trace.events if event.move == "rise")
    passed = next(incident for incident in trace.incidents if incident.kind == "later")
    assert 20.0 <= passed.t - rose.t <= 21.1


PROMISE = "  promises shoot unless CAR here within 30 s: wholly"


@pytest.mark.parametrize("seconds", [0.0, 10.0, 20.0, 28.0, 30.0, 45.0])
def test_a_promise_grows_towards_its_time(seconds: float) -> None:
    """.95 e^{−left/5}, all of it from 30 s on, as it was at the last time that he took stock: within a second of it."""
    trace = directed(scene(promise=PROMISE), {}, 50.0)
    found = float_at(trace, round(seconds / trace.dt), "motive", "keep shoot", "W")
    bounds = [0.95 * min(1.0, math.exp((at - 30.0) / 5.0)) for at in (seconds - 1.1, seconds)]
    assert bounds[0] - 1e-9 <= found <= bounds[1] + 1e-9


RUNS = 400


class Share(NamedTuple):
    """A share of performances, and its standard error."""

    value: float
    error: float


def shot(promise: str, start: float, end: float) -> Share:
    """Of the performances in which he has not fired before `start`, seed 1, those in which he does before `end`."""
    batch = perform_batch(tables_of(scene(promise=promise)), 1, 0, RUNS)
    times = [min((event.t for event in batch.events(run) if event.move == "shoot"), default=99.0) for run in range(RUNS)]
    left = sum(time >= start for time in times)
    value = sum(start <= time < end for time in times) / left
    return Share(value, math.sqrt(max(value * (1.0 - value), 1.0 / left) / left))


def test_a_promise_binds_when_its_time_is_come_and_not_before() -> None:
    """400 performances each, under the same lucks. In the first 10 s it weighs .02 at most: what is done differs by less than 3 standard
    errors (false alarm at most .003). From 20 s on it comes to bind: more is done by more than 3 (false alarm .0013)."""
    early, unbound = shot(PROMISE, 0.0, 10.0), shot("", 0.0, 10.0)
    late, after = shot(PROMISE, 20.0, 60.0), shot("", 20.0, 60.0)
    print(f"fires by 10 s: {early.value:.3f}, without the promise {unbound.value:.3f}; later {late.value:.3f}, {after.value:.3f}")
    assert abs(early.value - unbound.value) < 3.0 * math.hypot(early.error, unbound.error)
    assert late.value - after.value > 3.0 * math.hypot(late.error, after.error)


def test_it_lapses_when_what_releases_from_it_comes_about() -> None:
    text = scene(promise="  promises shoot unless CAR here within 30 s: wholly", car="5 s")
    trace = played(text)
    lapsed = next(incident for incident in trace.incidents if incident.kind == "lapses")
    assert (lapsed.who, lapsed.what) == ("VARGA", "keep shoot") and 5.0 <= lapsed.t <= 6.2
    assert float_at(trace, trace.steps - 1, "motive", "keep shoot", "W") == 0.0


def test_it_is_kept_once_it_is_done() -> None:
    trace = directed(scene(promise="  promises shoot within 30 s"), {1.0: "VARGA shoot ANNA"}, 10.0)
    assert float_at(trace, 5, "motive", "keep shoot", "W") == 0.7
    assert float_at(trace, 60, "motive", "keep shoot", "W") == 0.0


def test_it_is_told() -> None:
    text = scene('later dusk 20 min "Toward four," after rise\npart after dusk\n  ANNA may weep "weeps"', seconds=20.0)
    told = str(prose(directed(text, {2.0: "ANNA rise", 10.0: "ANNA weep"}, 20.0)))
    assert "* * *\n\nToward four, " in told


def test_compiled_and_plain_agree() -> None:
    tables = tables_of(scene("later dusk 20 min after pace", promise="  promises shoot unless CAR here within 30 s"))
    batch = perform_batch(tables, 3, 0, 4)
    for run in range(4):
        trace = perform(tables, 3, run)
        assert trace.events == batch.events(run) and trace.incidents == batch.incidents(run)
