"""Row 17: a touch, a kiss. Tenderness is an act that changes the other's motives.

2,500 performances of each scene under the same lucks, seed 17. The difference of two shares of 2,500 has a standard error of .0142 at
most; we ask for three: false alarm at most .0013.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of, without

RUNS = 2500
MARGIN = 3 * 0.0142
SCENE = """falter 1
scene The Hand
{constants}
place a room
  mark desk
  mark door, 6 m from desk
KYLO "the knight", he
  at {where}
  loves HUX: .5
  ordered by SNOKE to strike HUX: wholly
  copes by nothing
HUX "the general", he
  at desk
  loves KYLO: strongly
  copes by nothing
SNOKE "the leader", he, away
HUX may kiss "kisses him" on KYLO, needs within 1 m, touches KYLO, again, takes 1 s
KYLO may strike "strikes" on HUX, once, kills, cannot be undone, takes 1 s, lands at 1 s
KYLO may spare "turns aside" to HUX, once, spares HUX, cannot be undone, takes 1 s, lands at 1 s
closes 0 s after strike or 0 s after spare or at 3 min
ends killed if strike; else not
"""


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """He is touched by the other, and it is welcome."""
    return any(incident.kind == "touched" and incident.who == "KYLO" and incident.amount > 0.0 for incident in incidents)


def performed(where: str = "desk", constants: str = "") -> Batch:
    return perform_batch(tables_of(SCENE.format(where=where, constants=constants) + without("nearness", "new episodes")), 17, 0, RUNS)


def test_a_touch_turns_some_from_the_blow() -> None:
    touched, cold = performed(), performed(constants="set touch 0")
    shares = touched.shares()["killed"], cold.shares()["killed"]
    print(f"killed: {shares[0]:.3f} where a touch tells, {shares[1]:.3f} where it is like any act")
    assert shares[1] - shares[0] > MARGIN
    assert sum(occurs(touched.events(run), touched.incidents(run)) for run in range(RUNS)) > 0.3 * RUNS


def test_nobody_is_touched_from_across_the_room() -> None:
    batch = performed(where="door")
    assert not any(occurs(batch.events(run), batch.incidents(run)) for run in range(RUNS))
