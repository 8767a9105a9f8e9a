"""Groups: many eyes notice sooner, many voices carry farther, and the telling has them in the plural."""

from __future__ import annotations

import pytest

from falter.mind.crowd import heads
from falter.mind.noticing import notice_chance
from falter.narrate import prose
from falter.performance import Trace, perform
from tests.performing import directed, tables_of

YARD = """falter 1
scene The Yard
set absent 0
set absent_busy 0
{lines}
place a yard
  mark gate
  mark wall, 30 m from gate
told {told}
GUARDS "the guards", they, {count} people
  at gate
  {busy}
TOM "the boy", he
  at wall
  {tom}
GUARDS may shout
  says "Who is there?"
GUARDS may wait "waits by the gate, and [looks] about" again
TOM may wave "waves"
closes at 12 s
"""


def yard(count: int = 1, lines: str = "", busy: str = "", tom: str = "", told: str = "past") -> str:
    return YARD.format(count=count, lines=lines, busy=busy, tom=tom, told=told)


def noticed_at(trace: Trace, who: str) -> float:
    return min((incident.t for incident in trace.incidents if incident.kind == "notices" and incident.who == who), default=99.0)


@pytest.mark.parametrize("many", ["GUARDS", "TOM"])
def test_the_many_notice_and_are_noticed_sooner(many: str) -> None:
    """The same draws are compared with a higher hazard: never later, and for most of 20 seeds sooner."""
    busy = {"busy": "busy"} if many == "GUARDS" else {"tom": "busy"}
    lines = "set notice 1\nset notice_busy 1\nset dim 0"
    one, six = tables_of(yard(1, lines, **busy)), tables_of(yard(6, lines, **busy))
    times = [(noticed_at(perform(one, seed), many), noticed_at(perform(six, seed), many)) for seed in range(20)]
    assert all(late >= soon for late, soon in times)
    assert sum(late > soon for late, soon in times) >= 12


def test_any_of_them_may_notice_each_with_the_same_chance() -> None:
    for n in (1, 2, 6, 40):
        one = notice_chance(0.3, 1.2, 0.08, 1.0)
        assert notice_chance(0.3, 1.2, 0.08 * heads(float(n), 1.0), 1.0) == pytest.approx(1.0 - (1.0 - one) ** n)


@pytest.mark.parametrize(("count", "share", "reaches"), [(1, 1.0, False), (6, 1.0, True), (6, 0.0, False)])
def test_what_the_many_say_carries_farther(count: int, share: float, reaches: bool) -> None:
    trace = directed(yard(count, f"set crowd_voice {share:g}\nset sight 1", busy="", tom="busy"), {1.0: "GUARDS shout"}, 12.0)
    (event,) = trace.events
    assert ("TOM" in event.heard_by) is reaches, "thirty metres: out of earshot for one"


def test_they_are_told_in_the_plural() -> None:
    told = str(prose(directed(yard(6, told="present"), {1.0: "GUARDS wait"}, 12.0)))
    assert "The guards wait by the gate, and look about" in told
