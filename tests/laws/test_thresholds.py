"""Law 4: raising a threshold buys consistency with time; a deadline takes it back.

1,500 performances a point under the same lucks, seed 4. Shares of 1,500 differ with a standard error of .018 at most; three are asked for:
false alarm
at most .0013 a comparison.
"""

from __future__ import annotations

from falter.performance.batch import Batch, perform_batch
from tests.performing import tables_of

RUNS = 1500
MARGIN = 3 * 0.018
SCENE = """falter 1
scene The Fork
set theta0 {theta}
set leak 0
place a road
  mark fork
ANNA "the carter", she
  at fork
  ordered by BEN to go-left: .5{within}
  copes by nothing
BEN "the miller", he, away
ANNA may go-left "goes left" once, takes 1 s, lands at 1 s
ANNA may go-right "goes right" once, stays, takes 1 s, lands at 1 s
closes 0 s after go-left or 0 s after go-right or at 5 min
ends left if go-left; right if go-right; else neither
"""


def performed(theta: float, within: str = "") -> Batch:
    return perform_batch(tables_of(SCENE.format(theta=theta, within=within), capacity=4), 4, 0, RUNS)


def test_a_higher_threshold_buys_consistency_with_time_and_a_deadline_takes_it_back() -> None:
    low, high, pressed = performed(0.5), performed(1.6), performed(1.6, ", within 2 s")
    shares = [batch.shares()["left"] for batch in (low, high, pressed)]
    times = [float(batch.seconds.mean()) for batch in (low, high, pressed)]
    print("done as ordered, low, high, high with a deadline:", [round(share, 3) for share in shares], "s:", [round(t, 2) for t in times])
    assert shares[1] - shares[0] > MARGIN
    assert times[1] > 1.2 * times[0]
    assert times[2] < times[1]
    assert shares[1] - shares[2] > 0.0
