"""Row 2: he masters his breathing; his pulse and his hands betray him; it costs effort, and the effort runs out.

One who is afraid and hides it stands before another for four minutes; or one who is not afraid. 400 performances each, seed 31. Afraid,
he tires, and something shows on hands or breath, in at least half of the performances: a share has a standard error of at most .025, so
that a false alarm is below 1e-6 where the true share is .65 or more, as two slips a minute make it.
Calm, there is no such thing: exact.
"""

from __future__ import annotations

from collections.abc import Sequence

from falter.performance import perform
from falter.performance.batch import perform_batch
from falter.performance.event import Event, Incident
from tests.performing import float_at, tables_of

RUNS = 400
SCENE = """falter 1
scene The Inspection
place a yard
  mark gate
  mark wall, 1 m from gate
KYLO "the knight", he
  at gate
  mood fear: {fear}
  hides fear
HUX "the general", he
  at wall
HUX may look "looks at him" to KYLO, again
closes at 4 min
"""
BODILY = ("hands", "breath")


def shares(fear: float) -> tuple[float, float]:
    """In how many performances he tires, and in how many hands or breath betray him."""
    batch = perform_batch(tables_of(SCENE.format(fear=fear)), 31, 0, RUNS)
    tired = betrayed = 0
    for run in range(RUNS):
        incidents = [incident for incident in batch.incidents(run) if incident.who == "KYLO"]
        tired += any(incident.kind == "tires" for incident in incidents)
        betrayed += any(incident.kind == "slips" and incident.channel in BODILY and "HUX" in incident.known_to for incident in incidents)
    return tired / RUNS, betrayed / RUNS


def test_afraid_he_tires_and_is_betrayed_and_calm_he_is_not() -> None:
    tired, betrayed = shares(0.8)
    print(f"afraid: tires {tired:.3f}, betrayed by hands or breath {betrayed:.3f}")
    assert tired > 0.5
    assert betrayed > 0.5
    assert shares(0.0) == (0.0, 0.0)


def test_his_heart_goes_though_his_face_does_not() -> None:
    afraid, calm = (perform(tables_of(SCENE.format(fear=fear) + "set slip 0\n"), 31) for fear in (0.8, 0.0))
    for trace in (afraid, calm):
        print({name: round(float_at(trace, 600, "person", "KYLO", name), 2) for name in ("HEART", "BREATH", "TREMOR", "EFFORT", "RESERVE")})
    assert float_at(afraid, 600, "person", "KYLO", "HEART") > float_at(calm, 600, "person", "KYLO", "HEART") + 20.0
    assert float_at(afraid, 600, "person", "KYLO", "TREMOR") > 0.05 > float_at(calm, 600, "person", "KYLO", "TREMOR")


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: hands or breath give KYLO away, and he tires of holding himself."""
    own = [incident for incident in incidents if incident.who == "KYLO"]
    betrayed = any(incident.kind == "slips" and incident.channel in BODILY for incident in own)
    return betrayed and any(incident.kind == "tires" for incident in own)
