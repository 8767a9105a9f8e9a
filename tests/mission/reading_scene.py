"""The small scene of rows 14, 19 and 20: one sent, who loves; one who wonders at both. Each does what the test says and nothing else."""

from __future__ import annotations

from falter.performance import Intervention, Trace, perform
from tests.performing import float_at, row_of, tables_of

SCENE = """falter 1
scene The Door
set display_weight 0
place a room
  mark door
  mark desk, 2 m from door
LORD "the lord", he, away
GUEST "the guest", he
  at door
  loves HOST: {love}, hidden
  hurt by HOST: strongly
  familiar with HOST: wholly
  ordered by LORD to strike HOST: wholly
HOST "the host", he
  at desk
  wonders if GUEST means to strike: .48
  wonders how GUEST loves HOST: .3
GUEST may strike "strikes" on HOST, once, after arm, kills, cannot be undone
GUEST may arm "lights the blade" once, threatens HOST, obeys LORD
GUEST may spare "lets his hand fall" on HOST, once, spares HOST
GUEST may kiss "kisses his brow" on HOST, again, touches, comforts
GUEST may bide "counts to twenty" inner, once, uses hands, body, takes 20 s
HOST may ask-why "asks him" to GUEST, once, asks intent
HOST may look "looks up" to GUEST, once
closes at {end} s
"""


def played(cues: dict[float, str], end: float = 60.0, love: float = 0.7, also: str = "") -> Trace:
    """Everybody does only what the cues say, by the act's label, at these times."""
    tables = tables_of(SCENE.format(love=love, end=end).replace("set display_weight 0", f"set display_weight 0\n{also}"))
    people = [tables.names.person[who] for who in ("GUEST", "HOST")]
    rows = [Intervention(step, 1, person, -1) for step in range(round(end / 0.1) + 2) for person in people]
    for time, label in cues.items():
        rows.append(Intervention(round(time / 0.1), 1, tables.names.person[label.split()[0]], row_of(tables, "act", label)))
    return perform(tables, 1, interventions=rows)


def thought(trace: Trace, t: float, about: str, column: str = "NOW") -> float:
    """What HOST thinks at a time, or with THEIRS what GUEST takes him to think."""
    return float_at(trace, round(t / 0.1), "wonder", about, column)


LOVES = "GUEST loves HOST"
MEANS = "GUEST means to strike"
