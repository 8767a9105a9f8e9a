"""Law 9 for one question: what delay says to one who watches.

WATCHER wonders how ACTOR loves WATCHER, whom everybody knows ACTOR hates somewhat; ACTOR may harm or spare. Nothing is left to chance:
interventions hold ACTOR still until the delay is over, then have it done, and the posterior is read off just after. So there is no
sampling error, and no false alarm. Directions are asked of every pair of neighbouring delays.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from falter.performance import Intervention, perform
from tests.performing import float_at, row_of, tables_of

DELAYS = (2.0, 5.0, 10.0, 20.0, 40.0)
PRIORS = (0.15, 0.3, 0.5, 0.7, 0.9)
BALANCE = (0.3, 0.55)
"""Care at which neither act gains: .36 for sparing, .48 for harming, by worth and prospects; between the levels .25 and .5 of the grid."""
SCENE = """falter 1
scene The Watch
set refresh 0.5
set display_weight 0
place a room
  mark wall
  mark door, 2 m from wall
ACTOR "the one who may", they
  at wall
  hates WATCHER: .5
WATCHER "the one who watches", they
  at door
  wonders how ACTOR loves WATCHER: {prior}
ACTOR may harm "strikes out" on WATCHER, once, harms WATCHER, takes 1 s, lands at 1 s
ACTOR may spare "turns away" on WATCHER, once, spares WATCHER, takes 1 s, lands at 1 s
closes at 1 min
"""


def care(prior: float, act: str | None, delay: float) -> float:
    """What WATCHER puts the tie at once ACTOR has done it after this many seconds (None: has done nothing until then)."""
    tables = tables_of(SCENE.format(prior=prior))
    actor, step = tables.names.person["ACTOR"], round(delay / 0.1)
    rows = [Intervention(index, 1, actor, -1) for index in range(step + 30)]
    if act:
        rows[step] = Intervention(step, 1, actor, row_of(tables, "act", f"ACTOR {act} WATCHER"))
    trace = perform(tables, 1, interventions=rows)
    assert [event.move for event in trace.events if event.t < delay + 1.0] == ([act] if act else [])
    return float_at(trace, step, "read", "WATCHER reads ACTOR", "CARE")


@pytest.mark.parametrize("prior", PRIORS)
def test_while_nothing_happens_the_estimate_moves_towards_the_balance(prior: float) -> None:
    waited = [care(prior, None, delay) for delay in (0.0, *DELAYS)]
    print(f"prior {prior}: care after", dict(zip((0, *DELAYS), [round(value, 3) for value in waited], strict=True)))
    low, high = BALANCE
    away = [max(low - value, value - high, 0.0) for value in waited]
    assert all(later <= earlier for earlier, later in pairwise(away))
    if not low <= prior <= high:
        assert abs(waited[-1] - prior) > 0.02
        assert (waited[-1] > prior) == (prior < low)


@pytest.mark.parametrize("prior", [0.15, 0.3, 0.5])
def test_a_later_harm_reads_as_more_care_than_a_prompt_one(prior: float) -> None:
    """Where a prompt harm is read as less care than the balance: for priors up to an even one."""
    harmed = [care(prior, "harm", delay) for delay in DELAYS]
    print(f"prior {prior}: after harm", dict(zip(DELAYS, [round(value, 3) for value in harmed], strict=True)))
    assert harmed[0] < BALANCE[1]
    assert all(later > earlier for earlier, later in pairwise(harmed))
    assert harmed[-1] > harmed[0] + 0.05


@pytest.mark.parametrize("prior", [0.6, 0.7, 0.9])
def test_a_later_help_reads_as_less_care_than_a_prompt_one(prior: float) -> None:
    """For priors above the balance. At an even one delay says almost nothing, by brute force too (tests/oracles/test_reading.py)."""
    helped = [care(prior, "spare", delay) for delay in DELAYS]
    print(f"prior {prior}: after help", dict(zip(DELAYS, [round(value, 3) for value in helped], strict=True)))
    assert helped[0] > BALANCE[1]
    assert all(later < earlier for earlier, later in pairwise(helped))
    assert helped[-1] < helped[0] - 0.02


@pytest.mark.parametrize("prior", PRIORS)
def test_help_reads_as_more_care_than_harm_after_any_delay(prior: float) -> None:
    gaps = [care(prior, "spare", delay) - care(prior, "harm", delay) for delay in DELAYS]
    print(f"prior {prior}: help over harm", [round(gap, 3) for gap in gaps])
    assert min(gaps) > 0.0
