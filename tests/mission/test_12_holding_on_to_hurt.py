"""Row 12: he tries to use that hurt, to hold on to it long enough to do what he came for. Attention turned on one feeling drives
resolve.

600 performances of each scene under the same lucks, seed 12. The difference of two shares of 600 has a standard error of .029 at
most; we ask for three: false alarm at most .0013.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of, without

RUNS = 600
MARGIN = 3 * 0.029
SCENE = """falter 1
scene The Held Hurt
{constants}
place a room
  mark desk
KYLO "the knight", he
  at desk
  loves HUX: .7
  hurt by HUX: {hurt} "shut out since the defeat"
  ordered by SNOKE to strike HUX: .25
  copes by {ways}
HUX "the general", he
  at desk
SNOKE "the leader", he, away
KYLO may cling "holds on to the shut door" inner, dwells on hurt, again, if feels hurt
KYLO may strike "strikes" on HUX, once, harms, cannot be undone, takes 1 s, lands at 1 s
KYLO may spare "turns aside" to HUX, once, spares HUX, cannot be undone, takes 1 s, lands at 1 s
closes 0 s after strike or 0 s after spare or at 3 min
ends struck if strike; else not
"""
IDLE = "set dwell_feeling 0\nset dwell_bump 0"


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """He holds on to the hurt before he does, or does not do, what he came for."""
    return any(event.who == "KYLO" and event.move in ("cling", "dwell-on-hurt") for event in events)


def performed(hurt: float = 0.45, ways: str = "nothing", constants: str = "") -> Batch:
    text = SCENE.format(hurt=hurt, ways=ways, constants=constants) + without("nearness", "new episodes")
    return perform_batch(tables_of(text), 12, 0, RUNS)


def test_a_hurt_held_on_to_drives_the_blow() -> None:
    held, idle = performed(), performed(constants=IDLE)
    shares = held.shares()["struck"], idle.shares()["struck"]
    print(f"struck: {shares[0]:.3f} where dwelling works, {shares[1]:.3f} where it does nothing")
    assert shares[0] - shares[1] > MARGIN
    assert sum(occurs(held.events(run), held.incidents(run)) for run in range(RUNS)) > 0.3 * RUNS


def test_where_nothing_hurts_there_is_nothing_to_hold_on_to() -> None:
    batch = performed(hurt=0.0)
    assert not any(occurs(batch.events(run), batch.incidents(run)) for run in range(RUNS))
