"""Row 8: he is asked, wearily, what he is waiting for, and there is something softer under the weariness.

A general who grieves asks, in a weary tone; he loves the one he asks and hides it, or he does not love him. 400 performances each, seed
41. Loving, half of the askings or more are heard with tenderness under them; not loving, none is: exact. A share has a standard error of at
most .05, with a hundred askings or more; false alarm below 1e-4 where the true share is .7 or more.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 400
SCENE = """falter 1
scene The Asking
place a room
  mark door
  mark desk, 1 m from door
set break_off 0
KYLO "the knight", he
  at door
HUX "the general", he
  at desk
  mood grief: strongly
  {love}
  wonders how KYLO loves HUX: somewhat
HUX may ask to KYLO, asks, once
  says "What are you waiting for?" tone weary
KYLO may shift "shifts his feet" to HUX, again
closes at 1 min
"""
LOVING = "loves KYLO: wholly, hidden\n  hides love"


def softly(events: Sequence[Event], incidents: Sequence[Incident], moves: Sequence[str]) -> list[bool]:
    """Of each asking, was tenderness heard under it?"""
    under = [incident for incident in incidents if incident.kind == "undertone" and incident.what == "tenderness"]
    asked = [event for event in events if event.who == "HUX" and event.move in moves and not event.cut]
    return [any(one.who == "HUX" and abs(one.t - event.t) < 0.3 for one in under) for event in asked]


def share(love: str) -> float:
    batch = perform_batch(tables_of(SCENE.format(love=love)), 41, 0, RUNS)
    askings = [soft for run in range(RUNS) for soft in softly(batch.events(run), batch.incidents(run), ("ask",))]
    assert len(askings) > RUNS / 4
    return sum(askings) / len(askings)


def test_under_the_weariness_something_softer() -> None:
    loving, not_loving = share(LOVING), share("tempo even")
    print(f"askings with tenderness under them: loving {loving:.3f}, not loving {not_loving:.3f}")
    assert loving > 0.5
    assert not_loving == 0.0


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: HUX asks how long, which he does in a weary tone, and tenderness is heard under it."""
    return any(softly(events, incidents, ("ask-how-long",)))
