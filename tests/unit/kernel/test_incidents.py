"""What befalls people is written down like acts: in order, known to whom it should be, and never lost for want of room."""

from __future__ import annotations

from falter.performance import perform
from falter.performance.batch import perform_batch
from tests.performing import tables_of

SCENE = """falter 1
scene The Gate
place a gate, dark: strongly
  mark gate
  mark road, 6 m from gate
ANNA "the guard", she
  at gate, busy
BEN "the stranger", he
  at road, busy
ANNA may wave "waves" to BEN, again
BEN may nod "nods" to ANNA, again
closes at 2 min
"""


def test_noticing_is_an_incident_that_only_the_noticer_knows_of() -> None:
    trace = perform(tables_of(SCENE), 1)
    noticed = {(incident.who, incident.whom): incident for incident in trace.incidents if incident.kind == "notices"}
    assert set(noticed) == {("ANNA", "BEN"), ("BEN", "ANNA")}
    assert all(incident.known_to == (incident.who,) for incident in noticed.values())
    assert [incident.t for incident in trace.incidents] == sorted(incident.t for incident in trace.incidents)
    for who in ("ANNA", "BEN"):
        mine = [incident for incident in trace.view(who).incidents if incident.kind == "notices"]
        assert [(incident.who, incident.known_to) for incident in mine] == [(who, ())]
        step = round(mine[0].t / trace.dt)
        assert trace.view(who).noticed(step, mine[0].whom or "")
        assert step == 0 or not trace.view(who).noticed(step - 1, mine[0].whom or "")


def test_a_batch_keeps_the_same_incidents_as_each_run_alone() -> None:
    batch = perform_batch(tables_of(SCENE, capacity=1), 5, 0, 40)
    for run in range(40):
        assert batch.incidents(run) == perform(tables_of(SCENE), 5, run).incidents
    assert any(batch.incidents(run) for run in range(40))
