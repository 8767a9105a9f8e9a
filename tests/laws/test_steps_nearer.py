"""A step nearer speaks for an intent that needs nearness, and an act that has nothing to do with it speaks against.

Nothing is left to chance: interventions say who does what and when, and what is thought follows by reckoning alone.
"""

from __future__ import annotations

from math import log

from falter.performance import Intervention, Trace, perform
from tests.performing import float_at, row_of, tables_of

SCENE = """falter 1
scene The Door
set display_weight 0
place a room
  mark door
  mark desk, 6 m from door
LORD "the lord", he, away
GUEST "the guest", he
  at door
  loves HOST: .5, hidden
  ordered by LORD to strike HOST: wholly
HOST "the host", he
  at desk
  wonders if GUEST means to strike: .48
  wonders how GUEST loves HOST: .5
GUEST may strike "strikes" on HOST, once, needs within 2 m, kills, cannot be undone
GUEST may step "takes a step" toward HOST, 2 m, again
GUEST may spare "lets his hand fall" on HOST, once, spares HOST
GUEST may cough "coughs" once
closes at 20 s
"""
STEPS = 220
HALF_AS_MUCH_AGAIN = log(1.5)
"""By how much the odds move at least, as a logarithm; where acts are not read (`act_weight` 0) they move by less than a fifth of it."""
MEANS, LOVES = "GUEST means to strike", "GUEST loves HOST"


def played(cues: dict[float, str]) -> Trace:
    """GUEST does only what the cues say, by the act's label, at these times in s."""
    tables = tables_of(SCENE)
    guest = tables.names.person["GUEST"]
    rows = [Intervention(step, 1, guest, -1) for step in range(STEPS)]
    rows += [Intervention(round(time / 0.1), 1, guest, row_of(tables, "act", label)) for time, label in cues.items()]
    return perform(tables, 1, interventions=rows)


def thought(trace: Trace, t: float, about: str) -> float:
    return float_at(trace, round(t / 0.1), "wonder", about, "NOW")


def odds(trace: Trace, t: float) -> float:
    """Log odds of the intent."""
    chance = thought(trace, t, MEANS)
    return log(chance / (1.0 - chance))


def test_each_step_nearer_speaks_for_the_blow_and_a_cough_against() -> None:
    stepping, coughing, still = played({2.0: "GUEST step HOST", 6.0: "GUEST step HOST"}), played({2.0: "GUEST cough"}), played({})
    first, second = odds(stepping, 2.5) - odds(still, 2.5), odds(stepping, 6.5) - odds(stepping, 5.9)
    cough = odds(coughing, 2.5) - odds(still, 2.5)
    print(f"log odds moved by a first step {first:.2f}, a second {second:.2f}, a cough {cough:.2f}")
    assert first > HALF_AS_MUCH_AGAIN
    assert second > HALF_AS_MUCH_AGAIN
    assert cough < -HALF_AS_MUCH_AGAIN


def test_one_who_came_near_and_then_holds_back_is_read_as_one_who_loves() -> None:
    trace = played({2.0: "GUEST step HOST", 6.0: "GUEST step HOST"})
    waited = [thought(trace, t, LOVES) for t in (8.0, 12.0, 16.0, 19.0)]
    print("love, at 8, 12, 16, 19 s:", *(round(value, 3) for value in waited))
    assert waited == sorted(set(waited))
    assert thought(trace, 19.0, MEANS) > thought(trace, 1.0, MEANS)
