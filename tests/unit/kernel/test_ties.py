"""What is done moves what binds people, each change keeps its cause, and the last reading of a tie is kept."""

from __future__ import annotations

import pytest

from falter.performance.trace import Trace
from tests.performing import directed, float_at

SCENE = """falter 1
scene The Yard
{constants}
place a yard
  mark pump
ANNA "the elder", she
  at pump
  trusts BEN: {trust}
  hurt by BEN: {hurt}
  wonders how BEN loves ANNA: somewhat
BEN "the younger", he
  at pump
  loves ANNA: somewhat
CARL "the stranger", he
  at pump
ANNA may pardon "lets it go" to BEN, forgives BEN, takes 1 s, lands at 1 s
BEN may push "pushes her" on ANNA, harms ANNA, again, takes 1 s, lands at 1 s
BEN may carry "carries her pail" to ANNA, comforts ANNA, again, takes 1 s, lands at 1 s
BEN may fall dies, cannot be undone, takes 1 s, lands at 1 s
  does "falls"
closes at 12 s
"""


def played(cues: dict[float, str], trust: float = 0.6, hurt: float = 0.0, constants: str = "") -> Trace:
    return directed(SCENE.format(trust=trust, hurt=hurt, constants=constants), cues, 12.0)


def tie(trace: Trace, column: str, step: int = -1) -> float:
    return float_at(trace, trace.steps - 1 if step < 0 else step, "pair", "ANNA of BEN", column)


def test_an_ill_costs_trust_and_hurts_and_says_by_which_act() -> None:
    trace = played({2.0: "BEN push ANNA"})
    assert tie(trace, "TRUSTS") < 0.6
    assert tie(trace, "HURT") > 0.0
    moved = [incident for incident in trace.incidents if incident.kind == "tie moves"]
    assert ("ANNA", "BEN", "trusts") in {(incident.who, incident.whom, incident.what) for incident in moved}
    for incident in moved:
        assert incident.cause is not None
        assert trace.events[incident.cause].move == "push"
        assert incident.known_to == (incident.who,)


def test_the_view_of_a_person_knows_the_cause_by_its_own_count() -> None:
    view = played({1.0: "BEN carry ANNA", 4.0: "BEN push ANNA"}).view("ANNA")
    hurt = next(incident for incident in view.incidents if incident.what == "hurt by")
    assert hurt.cause is not None
    assert view.events[hurt.cause].move == "push"
    assert not [incident for incident in played({2.0: "BEN push ANNA"}).view("BEN").incidents if incident.kind == "tie moves"]


def test_it_is_a_betrayal_where_trust_was() -> None:
    trusting, wary = (played({2.0: "BEN push ANNA"}, trust=trust) for trust in (0.9, 0.1))
    assert tie(trusting, "HURT") > 2.0 * tie(wary, "HURT") > 0.0


def test_good_is_thanked_and_forgiving_heals() -> None:
    kind = played({2.0: "BEN carry ANNA"}, trust=0.3, hurt=0.5)
    assert tie(kind, "TRUSTS") > 0.3
    assert tie(kind, "OWES") > 0.0
    forgiven = played({2.0: "ANNA pardon BEN"}, hurt=0.5)
    assert tie(forgiven, "HURT") < 0.5
    assert tie(forgiven, "TRUSTS") == 0.6


def test_the_motive_a_tie_feeds_follows_it() -> None:
    trace = played({2.0: "BEN push ANNA"})
    assert float_at(trace, 10, "motive", "redress BEN", "W") == 0.0
    assert float_at(trace, trace.steps - 1, "motive", "redress BEN", "W") == pytest.approx(tie(trace, "HURT"))


def test_switched_off_no_tie_moves() -> None:
    trace = played({2.0: "BEN push ANNA", 5.0: "BEN carry ANNA", 7.0: "ANNA pardon BEN"}, hurt=0.5, constants="set tie_rate 0")
    assert (tie(trace, "TRUSTS"), tie(trace, "HURT"), tie(trace, "HATES")) == (0.6, 0.5, 0.0)
    assert not [incident for incident in trace.incidents if incident.kind == "tie moves"]


@pytest.mark.parametrize("cues", [{2.0: "BEN fall"}, {}])
def test_the_last_reading_of_a_tie_is_kept_once(cues: dict[float, str]) -> None:
    """When the one it is of dies, else when the performance closes."""
    trace = played(cues)
    last = [incident for incident in trace.incidents if incident.kind == "last reading"]
    assert [(incident.who, incident.whom, incident.what) for incident in last] == [("ANNA", "BEN", "loves")]
    step = min(round(last[0].t / trace.dt), trace.steps - 1)
    assert last[0].amount == pytest.approx(trace.view("ANNA").odds(step, 0), abs=0.05)
    assert last[0].t == pytest.approx(3.0 if cues else trace.seconds, abs=0.15)
