"""Row 11: he has been shut out for weeks, and it hurts like betrayal. The hurt is a motive of its own: it makes a blow likelier.

600 performances of each scene under the same lucks, seed 11. The difference of two shares of 600 has a standard error of .029 at
most; we ask for three: false alarm at most .0013.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 600
MARGIN = 3 * 0.029
SCENE = """falter 1
scene The Shut Door
place a room
  mark desk
KYLO "the knight", he
  at desk
  loves HUX: .5
  hurt by HUX: {hurt} "shut out since the defeat"
  ordered by SNOKE to strike HUX: .4
  copes by nothing
HUX "the general", he
  at desk
SNOKE "the leader", he, away
KYLO may strike "strikes" on HUX, once, harms, takes 1 s, lands at 1 s
KYLO may spare "turns aside" to HUX, once, spares HUX, takes 1 s, lands at 1 s
closes 0 s after strike or 0 s after spare or at 3 min
ends struck if strike; else not
"""


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """He does something because of the hurt."""
    return any(event.who == "KYLO" and event.cause.startswith("redress") for event in events)


def performed(hurt: float) -> Batch:
    return perform_batch(tables_of(SCENE.format(hurt=hurt), capacity=8), 11, 0, RUNS)


def test_the_hurt_of_weeks_makes_the_blow_likelier() -> None:
    hurt, whole = performed(0.8), performed(0.0)
    shares = hurt.shares()["struck"], whole.shares()["struck"]
    print(f"struck: {shares[0]:.3f} hurt, {shares[1]:.3f} not")
    assert shares[0] - shares[1] > MARGIN
    assert sum(occurs(hurt.events(run), hurt.incidents(run)) for run in range(RUNS)) > 0.05 * RUNS
    assert not any(occurs(whole.events(run), whole.incidents(run)) for run in range(RUNS))
