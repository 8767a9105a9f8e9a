"""Row 3: a cloak and a mask stand between his face and the room; some channels are hidden wholly, some in part, and the rest leak.

One who is afraid and hides it, before one who looks at him: masked over the face wholly and the voice somewhat, cloaked over hands and
body somewhat; or with neither. 600 performances of two minutes each, seed 21. Masked, no slip is on the face: exact, there is no chance in
it. That it leaks elsewhere is asked of half of the performances, and that it leaks on the face when bare of two in five: a share has a
standard error of at most .021, and a slip comes every half minute or so, on the face more often than anywhere else; false alarm below 1e-6
where the true shares are .5 or more.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 600
SCENE = """falter 1
scene The Sentry
place a yard
  mark gate
  mark wall, 1 m from gate
KYLO "the knight", he
  at gate
  mood fear: strongly
  hides fear
  {worn}
HUX "the general", he
  at wall
HUX may look "looks at him" to KYLO, again
closes at 2 min
"""
WORN = "wears mask over face wholly, voice somewhat\n  wears cloak over hands somewhat, body somewhat"


def performed(worn: str) -> Batch:
    return perform_batch(tables_of(SCENE.format(worn=worn)), 21, 0, RUNS)


def seen(batch: Batch, run: int) -> set[str | None]:
    """The channels on which HUX saw him slip."""
    return {incident.channel for incident in batch.incidents(run) if incident.kind == "slips" and "HUX" in incident.known_to}


def test_the_mask_keeps_the_face_and_the_rest_leaks() -> None:
    masked = performed(WORN)
    channels = [seen(masked, run) for run in range(RUNS)]
    print("masked, seen:", {c: sum(c in run for run in channels) / RUNS for c in ("face", "body", "hands", "breath", "gaze")})
    assert not any("face" in run for run in channels)
    assert sum(bool(run) for run in channels) > 0.5 * RUNS


def test_bare_the_face_leaks_too() -> None:
    bare = performed("tempo even")
    channels = [seen(bare, run) for run in range(RUNS)]
    print("bare, seen:", {c: sum(c in run for run in channels) / RUNS for c in ("face", "body", "hands", "breath", "gaze")})
    assert sum("face" in run for run in channels) > 0.4 * RUNS


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: masked, he lets something slip, HUX sees it, and not on his face."""
    bared = min((event.lands for event in events if event.who == "KYLO" and event.move == "unmask" and not event.cut), default=float("inf"))
    slips = [incident for incident in incidents if incident.kind == "slips" and incident.who == "KYLO" and "HUX" in incident.known_to]
    return any(incident.t < bared and incident.channel != "face" for incident in slips)
