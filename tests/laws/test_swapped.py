"""Law 15: two people with each other's parameters swap their fates: exactly when addresses swap too, else in distribution.

1,500 performances, seed 15. Two independent shares of 1,500 differ with a standard error of .018 at most: three errors, false alarm .0027.
"""

from __future__ import annotations

from falter.performance.batch import Batch, perform_batch
from tests.performing import tables_of

RUNS = 1500
MARGIN = 3 * 0.018
SCENE = """falter 1
scene The Bench
place a bench
  mark bench
{one} "the first", they{one_once}
  at bench
  loves {other}: .7
  copes by nothing
{other} "the second", they{other_once}
  at bench
  hurt by {one}: .5
  copes by nothing
{one} may speak "speaks" to {other}, once, comforts, takes 1 s
{one} may wait "waits" again, stays, takes 2 s
{other} may go "goes" leaves, once, takes 1 s
{other} may stay-put "stays where they are" again, stays, takes 2 s
closes 0 s after speak or when {other} gone or at 40 s
ends spoken if speak; left if {other} gone; else neither
"""


def performed(one: str, other: str, one_once: str = "", other_once: str = "") -> Batch:
    text = SCENE.format(one=one, other=other, one_once=one_once, other_once=other_once)
    return perform_batch(tables_of(text, capacity=32), 15, 0, RUNS)


def test_the_fates_are_swapped_in_distribution() -> None:
    plain, swapped = performed("ANNA", "BEN").shares(), performed("BEN", "ANNA").shares()
    print("plain:", plain, "swapped:", swapped)
    assert all(abs(plain[ending] - swapped[ending]) < MARGIN for ending in plain)
    assert 0.02 < plain["spoken"] < 0.98


def test_they_are_swapped_to_the_last_bit_where_addresses_are() -> None:
    """`once` keeps the luck that goes with an id: CARA has ANNA's, DORA has BEN's."""
    plain, swapped = performed("ANNA", "BEN"), performed("DORA", "CARA", ", once ANNA", ", once BEN")
    assert plain.endings.tolist() == swapped.endings.tolist()
    assert plain.seconds.tolist() == swapped.seconds.tolist()
