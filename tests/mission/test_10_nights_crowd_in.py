"""Row 10: their nights together crowd in on him, and he tries to shut them out.

400 performances of 2 min a scene, seed 1010. A share has a standard error of at most 2.5 points; a difference is asked to be
4 of its own, so that one which is not there is found less than once in ten thousand times.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import sqrt

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS, SEED = 400, 1010
SCENE = """falter 1
scene The Doorway
{sets}place a room at night
  mark door
  mark desk, {apart} m from door
HUX "the general", he
  at desk
KYLO "the knight", he
  at door
  loves HUX: strongly
  hides love
  remembers nights "Warm dark, and no rank between them." with HUX, feels love, woken by near, voice
HUX may speak-low to KYLO, again
  says "It is late."
HUX may turn-page "turns a page" again
KYLO may shut-away "counts the pins on the map" inner, shuts out nights (secrecy +.6, live +.3), again, if recalls nights
KYLO may stand-there "shifts his weight" again
closes at 2 min
"""


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: the nights come back to him, and he tries to shut them out."""
    came = [incident.t for incident in incidents if incident.kind == "recalls" and incident.who == "KYLO" and incident.what == "nights"]
    shut = [event.t for event in events if event.who == "KYLO" and event.move == "shut-away" and not event.cut]
    return bool(came) and any(t >= came[0] for t in shut)


@cache
def performed(apart: float, *constants: str) -> Batch:
    sets = "".join(f"set {line}\n" for line in constants)
    return perform_batch(tables_of(SCENE.format(apart=apart, sets=sets)), SEED, 0, RUNS)


def share(batch: Batch) -> float:
    """Of the performances in which it occurs."""
    return sum(occurs(batch.events(run), batch.incidents(run)) for run in range(RUNS)) / RUNS


def test_beside_him_the_nights_come_and_are_shut_out_and_across_a_field_they_hardly_do() -> None:
    near, far = share(performed(1.0)), share(performed(60.0))
    more, error = near - far, sqrt((near * (1 - near) + far * (1 - far)) / RUNS)
    print(f"near {near:.3f}, far {far:.3f}, more by {more:.3f} ± {error:.3f}")
    assert more > 4.0 * error
    assert far < 0.5 * near


def test_where_nothing_is_recalled_nothing_is_shut_out() -> None:
    assert share(performed(1.0, "recall_rate 0")) == 0.0
