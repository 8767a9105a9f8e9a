"""Row 18: the blade. What cannot be undone has the higher threshold, and so it comes later, and less often, than its twin that can.

1,000 performances of each twin under the same lucks, seed 18. Under one luck the twin that cannot be undone is done less often;
the difference of two shares of 1,000 has a standard error of at most .023; we ask for three: false alarm at most .0013.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 1000
MARGIN = 3 * 0.023
SCENE = """falter 1
scene The Blade
place a room
  mark desk
KYLO "the knight", he
  at desk
  loves HUX: .4
  ordered by SNOKE to strike HUX: .6
  copes by nothing
HUX "the general", he
  at desk
SNOKE "the leader", he, away
KYLO may strike "strikes" on HUX, once, harms{lasting}, takes 1 s, lands at 1 s
KYLO may wait "shifts his feet" again, stays, takes 1 s
closes 0 s after strike or at 20 s
ends struck if strike; else not
"""


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """The blade is lit, and later it comes down."""
    lit = [event.t for event in events if event.move == "light" and not event.cut]
    return any(event.move == "strike" and not event.cut and lit and event.t > min(lit) for event in events)


def performed(lasting: bool) -> Batch:
    return perform_batch(tables_of(SCENE.format(lasting=", cannot be undone" if lasting else "")), 18, 0, RUNS)


def test_what_cannot_be_undone_is_done_less_often_and_later() -> None:
    lasting, undoable = performed(True), performed(False)
    shares = lasting.shares()["struck"], undoable.shares()["struck"]
    print(f"struck within 20 s: {shares[0]:.3f} where it cannot be undone, {shares[1]:.3f} where it can")
    assert shares[1] - shares[0] > MARGIN
    assert lasting.seconds.mean() > undoable.seconds.mean()
