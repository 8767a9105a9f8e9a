"""Row 21: afterwards he is hollow; he wants to stay with the body, wants to die too, masters both, and goes.

400 performances of each scene, seed 21. Who kills one he loved is hollow for certain, as far as he strikes; of the rest a share
is asked for, whose standard error is at most .025: false alarm at most .0013 at three of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 400
SCENE = """falter 1
scene Afterwards
{constants}
place a room
  mark desk
KYLO "the knight", he
  at desk
  loves HUX: {love}
  ordered by SNOKE to strike HUX: wholly
  copes by nothing
HUX "the general", he
  at desk
SNOKE "the leader", he, away
KYLO may strike "strikes" on HUX, once, kills, cannot be undone, takes 1 s, lands at 1 s
part after strike
  KYLO may kneel "kneels by him" mourns HUX, stays, once
  KYLO may turn-blade "turns the blade round" atones (atone +.6, live -.1), once
  KYLO may master-it "puts it away" inner, masters grief (still -.4, live +.5), once, if after kneel
  KYLO may go "goes" leaves (flee +.6, live +.5, still -.3), if 10 s after strike
closes when KYLO gone or at 6 min
ends gone if KYLO gone; else still-there
"""


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """Hollow, an urge to stay and one to pay; what grief does, and the blade turned; mastered, and gone."""
    hollow = any(incident.kind == "hollow" and incident.who == "KYLO" for incident in incidents)
    urges = {incident.what.split()[0] for incident in incidents if incident.kind == "urge" and incident.who == "KYLO" and incident.what}
    done = [event.move for event in events if event.who == "KYLO" and not event.cut]
    stayed = "kneel" in done or "lie-down" in done
    went = "go" in done and ("master-it" in done or "stand" in done or "take-mask" in done)
    return hollow and {"still", "atone"} <= urges and stayed and "turn-blade" in done and went


def performed(love: float, constants: str = "") -> Batch:
    return perform_batch(tables_of(SCENE.format(love=love, constants=constants)), 21, 0, RUNS)


def hollow(batch: Batch) -> int:
    return sum(any(incident.kind == "hollow" for incident in batch.incidents(run)) for run in range(RUNS))


def struck(batch: Batch) -> int:
    return sum(any(event.move == "strike" and not event.cut for event in batch.events(run)) for run in range(RUNS))


def test_afterwards_he_is_hollow_and_masters_it_and_goes() -> None:
    batch = performed(0.7)
    whole = sum(occurs(batch.events(run), batch.incidents(run)) for run in range(RUNS))
    print(f"struck {struck(batch)}, hollow {hollow(batch)}, all of it {whole}, of {RUNS}")
    assert hollow(batch) == struck(batch) > 0.2 * RUNS
    assert whole > 0.1 * struck(batch)


def test_who_loved_nobody_is_not_emptied() -> None:
    batch = performed(0.0)
    assert struck(batch) > 0.5 * RUNS
    assert hollow(batch) == 0


def test_switched_off_nobody_is() -> None:
    assert hollow(performed(0.7, "set hollow 0")) == 0
