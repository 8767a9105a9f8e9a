"""Row 9: time stretches; an answer is owed and does not come; speech fails under load.

One is asked. Torn, he is afraid, bound by an order and by love, and the answer speaks for one and against the other; calm, he has nothing
to hide. 400 performances each, seed 51. Torn, the answer is late in at least .3 more of the performances than calm, and speech breaks
off in at least .05 more: a difference of shares has a standard error of at most .036; false alarm below 1e-4 for .42 and .12.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance import perform
from falter.performance.batch import perform_batch
from falter.performance.event import Event, Incident
from tests.performing import float_at, tables_of

RUNS = 400
SCENE = """falter 1
scene The Answer
place a room
  mark door
  mark desk, 2 m from door
set answer_due 10
SNOKE "the leader", he, away
KYLO "the knight", he
  at door
  {state}
HUX "the general", he
  at desk
  wonders if KYLO means to strike: somewhat
HUX may ask to KYLO, asks intent, once
  says "What have you come for?"
KYLO may answer to HUX, answers (answer +.9, secrecy -.7, obey -.6, cherish +.3)
  says "I was sent to you, and I said that I would come."
KYLO may strike "strikes" on HUX, needs within 1 m, kills, cannot be undone
KYLO may step "takes a step" toward HUX, again
closes 5 s after answer or at 1 min
"""
TORN = """mood dread: strongly
  loves HUX: strongly
  hides love
  ordered by SNOKE to strike HUX: wholly
  fears SNOKE: strongly"""
CALM = "loves HUX: barely"


def shares(state: str) -> tuple[float, float]:
    """In how many performances HUX waits in vain, and in how many a line breaks off."""
    batch = perform_batch(tables_of(SCENE.format(state=state)), 51, 0, RUNS)
    kinds = [{incident.kind for incident in batch.incidents(run)} for run in range(RUNS)]
    return sum("unanswered" in kind for kind in kinds) / RUNS, sum("falters" in kind for kind in kinds) / RUNS


def test_the_answer_of_one_who_is_torn_does_not_come() -> None:
    torn, calm = shares(TORN), shares(CALM)
    print(f"torn: no answer {torn[0]:.3f}, breaks off {torn[1]:.3f}; calm: {calm[0]:.3f}, {calm[1]:.3f}")
    assert torn[0] > calm[0] + 0.3
    assert torn[1] > calm[1] + 0.05


def test_time_is_longer_for_him() -> None:
    torn, calm = (perform(tables_of(SCENE.format(state=state)), 51) for state in (TORN, CALM))
    step = min(torn.steps, calm.steps) - 1
    assert float_at(torn, step, "person", "KYLO", "FELT_TIME") > 1.1 * float_at(calm, step, "person", "KYLO", "FELT_TIME")


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: HUX waits for an answer of KYLO's, and it does not come when it is due."""
    return any(incident.kind == "unanswered" and (incident.who, incident.whom) == ("HUX", "KYLO") for incident in incidents)
