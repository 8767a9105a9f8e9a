"""Row 1: he is bound to kill him, and cannot bring himself to: he comes near it, and falls back.

2,000 performances of 4 min a scene, seed 1001. A share has a standard error of at most 1.2 points; a difference is asked to be
4 of its own, so that one which is not there is found less than once in ten thousand times.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import sqrt

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of, without

RUNS, SEED = 2000, 1001
SCENE = """falter 1
scene The Doorway
place a room at night
  mark door
  mark desk, 1 m from door
SNOKE "the leader", he, away
HUX "the general", he
  at desk
KYLO "the knight", he
  at door
  loves HUX: {love}
  ordered by SNOKE to strike HUX: {order}
KYLO may strike "brings it down" on HUX, kills, cannot be undone
KYLO may spare "lets his hand fall open" on HUX, spares HUX, defies SNOKE, cannot be undone
closes when HUX dead or after spare or at 4 min
ends killed if HUX dead; spared if spare; else standoff
"""


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: he came near to the blow he was sent to strike and fell back; or he lit the blade, and lowered it or gave
    back a step; or ten seconds after he raised it he had not brought it down."""
    if any(incident.kind == "wavers" and incident.what == "KYLO strike HUX" for incident in incidents):
        return True
    done = [event for event in events if event.who == "KYLO" and not event.cut]
    lit = min((event.lands for event in done if event.move == "light"), default=float("inf"))
    if any(event.move in ("lower", "draw-back") and event.t > lit for event in done):
        return True
    raised = min((event.lands for event in done if event.move == "raise"), default=float("inf"))
    end = min((event.t for event in done if event.move in ("strike", "spare", "leave")), default=max(event.t for event in events))
    return end - raised >= 10.0


def wavered(batch: Batch, run: int) -> bool:
    """Did he come near to the blow and fall back?"""
    return any(incident.kind == "wavers" and incident.what == "KYLO strike HUX" for incident in batch.incidents(run))


@cache
def performed(love: str, order: str) -> Batch:
    return perform_batch(tables_of(SCENE.format(love=love, order=order) + without("coping", "nearness", "new episodes")), SEED, 0, RUNS)


def share(batch: Batch) -> float:
    """Of the performances in which he wavers."""
    return sum(wavered(batch, run) for run in range(RUNS)) / RUNS


def test_bound_and_in_love_he_wavers_and_takes_his_time_and_else_he_does_not() -> None:
    torn, free = performed("strongly", "wholly"), performed("0", "wholly")
    more, error = share(torn) - share(free), sqrt((share(torn) * (1 - share(torn)) + share(free) * (1 - share(free))) / RUNS)
    print(f"wavers: in love {share(torn):.3f}, not {share(free):.3f}, more by {more:.3f} ± {error:.3f}")
    print(f"mean s: {torn.seconds.mean():.1f}, {free.seconds.mean():.1f}")
    assert more > 4.0 * error
    assert share(free) < 0.5 * share(torn)
    assert torn.seconds.mean() > 1.5 * free.seconds.mean()


def test_what_he_wavers_over_is_not_yet_done_and_nobody_else_knows() -> None:
    batch = performed("strongly", "wholly")
    for run in range(RUNS):
        done = next((event.t for event in batch.events(run) if event.move == "strike"), 1e9)
        for incident in batch.incidents(run):
            if incident.kind == "wavers":
                assert incident.known_to == (incident.who,)
                assert incident.what != "KYLO strike HUX" or incident.t <= done
                assert incident.amount < 0.6
