"""Why an act was done, and whether it serves what it was done for."""

from __future__ import annotations

from falter.narrate.timeline import timeline
from tests.performing import directed

SCENE = """falter 1
scene The Question
place a room
ANNA "the guard", she
  copes by nothing
BEN "the stranger", he
  copes by nothing
ANNA may ask to BEN, asks, once
  says "Who are you?"
BEN may reply to ANNA, answers, if asked and 14 s after ask
  says "Nobody."
BEN may whistle "whistles" once
closes at 30 s
"""


def test_an_act_may_be_done_for_a_motive_that_it_does_not_serve() -> None:
    """Who owes an answer whistles rather than sit there without one; then he gives it. Both are put down to the question."""
    trace = directed(SCENE, {1.0: "ANNA ask BEN", 12.0: "BEN whistle", 20.0: "BEN reply ANNA"}, 30.0)
    whistled, replied = (next(event for event in trace.events if event.move == move) for move in ("whistle", "reply"))
    assert (whistled.cause, whistled.serves) == ("answer", False)
    assert (replied.cause, replied.serves) == ("answer", True)
    lines = {line.split()[2]: line for line in timeline(trace).splitlines()[1:-1]}
    assert "  (answer)  " in lines["whistle"] and "  answer  " in lines["reply"]
    assert all(event.serves for event in trace.view("ANNA").events)
