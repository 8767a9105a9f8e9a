"""Row 7: he is noticed though he has not stirred."""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 1000


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the general's office: the general notices the knight, who has done nothing that could be seen or heard."""
    seen = [incident.t for incident in incidents if incident.kind == "notices" and (incident.who, incident.whom) == ("HUX", "KYLO")]
    return bool(seen) and not any(event.who == "KYLO" and not event.inner and event.t <= seen[0] for event in events)


def performed(dark: str, busy: str = ", busy", settings: str = "") -> Batch:
    """BEN stands in a door and can do nothing but go, which he may not; ANNA is at her desk."""
    return perform_batch(
        tables_of(
            f"""falter 1
scene The Door
{settings}place a room, dark: {dark}
  mark door
  mark desk, 6 m from door
ANNA "the clerk", she
  at desk{busy}
BEN "the visitor", he
  at door
  loves ANNA: somewhat
ANNA may greet "looks up" to BEN, if noticed BEN
BEN may go "goes" leaves, if ANNA dead
closes at 30 s
"""
        ),
        7,
        0,
        RUNS,
    )


def share(batch: Batch) -> float:
    return sum(any(found.kind == "notices" for found in batch.incidents(run)) for run in range(RUNS)) / RUNS


def test_he_is_noticed_by_chance_and_sooner_in_the_light() -> None:
    """1,000 performances a room at seed 7. By the equation `1 − e^{−rate·v·busy·t}` over 30 s; held to 4 standard errors each (false alarms
    below .01 %)."""
    for dark, seen in (("0", 1.0), ("0.95", 1.0 - 0.8 * 0.95)):
        visible = seen / (1.0 + 0.36)
        due = 1.0 - 2.718281828 ** (-1.2 * visible * 0.08 * 30)
        found = share(performed(dark))
        print(f"dark {dark}: noticed within 30 s in {found:.3f}, reckoned {due:.3f}")
        assert abs(found - due) < 4 * (due * (1 - due) / RUNS) ** 0.5 + 0.01


def test_nobody_is_noticed_where_nothing_is_seen() -> None:
    """In a dark that takes all sight."""
    assert share(performed("1", settings="set dim 1\n")) == 0
