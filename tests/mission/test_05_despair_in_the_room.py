"""Row 5: reaching into the other's mind would betray his presence, so he doesn't; the despair in the room reaches him anyway."""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 1000


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the general's office: before he is noticed, and without having probed, the knight has taken on some of the general's despair."""
    noticed = next((found.t for found in incidents if found.kind == "notices" and found.who == "HUX"), 1e9)
    probed = next((event.t for event in events if event.move == "reach-in"), 1e9)
    caught = [found.t for found in incidents if found.kind == "catches" and (found.who, found.what) == ("KYLO", "sadness")]
    return bool(caught) and caught[0] <= noticed and caught[0] < probed


def performed(mood: str = "  mood grief: wholly\n", settings: str = "", power: str = "  can probe: strongly\n") -> Batch:
    """BEN in the door, who must not be known to be there; ANNA, who does not look up."""
    reach = 'BEN may reach "reaches out" to ANNA, inner, probes ANNA, once, if not noticed by ANNA\n' if power else ""
    return perform_batch(
        tables_of(
            f"""falter 1
scene The Door
{settings}set notice 0
place a room at night, dark: strongly
  mark door
  mark desk, 6 m from door
ANNA "the widow", she
  at desk, busy
{mood}BEN "the guest", he
  at door
  loves ANNA: somewhat
  fears ANNA: strongly
  hides love, dread
{power}  wonders how ANNA loves BEN: somewhat
ANNA may read "reads on" stays
{reach}BEN may wait "waits" stays, again
closes at 40 s
"""
        ),
        5,
        0,
        RUNS,
    )


def share(batch: Batch, kind: str, who: str = "BEN", what: str | None = None) -> float:
    return sum(any((i.kind, i.who) == (kind, who) and what in (None, i.what) for i in batch.incidents(run)) for run in range(RUNS)) / RUNS


def test_despair_reaches_him_and_calm_does_not() -> None:
    """1,000 performances a room at seed 5; in the one it befalls nearly all, in the others none: only what he does is left to chance."""
    assert share(performed(power=""), "catches", what="sadness") > 0.95
    assert share(performed(mood="", power=""), "catches", what="sadness") == 0
    assert share(performed(settings="set contagion 0\n", power=""), "catches") == 0


def test_he_reaches_in_less_where_it_would_betray_him() -> None:
    """The same power, noticed or not: he uses it in at least 20 points more of 1,000 performances where nobody could notice (9 standard
    errors of the difference, false alarms below .01 %); and where he uses it and may be noticed, he is at times."""

    def used(batch: Batch) -> float:
        return sum(any(event.move == "reach" for event in batch.events(run)) for run in range(RUNS)) / RUNS

    betrayed, safe = performed(), performed(settings="set probe_noticed 0\n")
    print(f"he reaches in: {used(betrayed):.3f}; unnoticed: {used(safe):.3f}")
    assert used(safe) > used(betrayed) + 0.2
    assert share(safe, "probe noticed", "ANNA") == 0
    assert share(betrayed, "probe noticed", "ANNA") > 0
