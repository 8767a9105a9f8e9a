"""What it costs to explain: why, of an act of a saved run of the office; and turning points, as performances a second. 1 if either is slow.

Run with `python benchmarks/explaining.py`. *Why* is of the last act of a kept performance of twelve minutes, loaded and performed once to
have code and tables at hand; beside it stands how long that performance takes by itself. *Turning points* are 45 moments of another
performance, evenly chosen, gone on from 500 times each, on one core; beside them whole performances of the same scene in the same
process. A continuation has fewer steps than a whole performance, so both are also told as steps a second, and it is that which is held:
what a continuation costs beyond its steps is the copying of a state. Times are processor time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from falter.explain.acts.why import why
from falter.explain.turning.moments import moments_of
from falter.performance import Trace, perform
from falter.performance.batch import perform_batch
from falter.performance.onward import perform_onward, standings
from tests.performing import whole_scene

OFFICE = "the-generals-office"
SEED = 7
ROUNDS = 3
MOMENTS, CONTINUATIONS, WHOLE = 45, 500, 500
MOST_WHY = 10.0
"""Times as long as the performance itself that a `why` may take."""
MOST_STEP = 1.2
"""Times as long as in a whole performance that a step of a continuation may take."""


def of_why() -> float:
    """How many times as long as the performance its explanation takes."""
    tables = whole_scene(OFFICE)
    with tempfile.TemporaryDirectory() as folder:
        perform(tables, SEED).save(Path(folder) / "office.trace")
        trace = Trace.load(Path(folder) / "office.trace")
    asked = least = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        found = why(trace, trace.events[-1]).parts
        asked, began = min(asked, time.process_time() - began), time.process_time()
        perform(tables, SEED)
        least = min(least, time.process_time() - began)
    size = f"{trace.steps} steps, {len(trace.events)} acts"
    print(f"why, of the last of {size}: {asked:.2f} s, {len(found)} parts; the performance: {least:.2f} s; ratio {asked / least:.1f}")
    return asked / least


def of_turning() -> float:
    """How many times as long as a step of a whole performance one of a continuation takes."""
    tables = whole_scene(OFFICE)
    moments = moments_of(perform(tables, SEED))
    steps = [moments[(len(moments) - 2) * k // (MOMENTS - 1)].step for k in range(MOMENTS)]
    began = time.process_time()
    stood = standings(tables, SEED, 0, steps)
    states = time.process_time() - began
    ahead = [(one, range(1, 1 + CONTINUATIONS)) for one in stood]
    began = time.process_time()
    found = perform_onward(ahead)
    onward = time.process_time() - began
    began = time.process_time()
    batch = perform_batch(tables, SEED, 0, WHOLE, keep=False)
    whole = time.process_time() - began
    runs, taken = MOMENTS * CONTINUATIONS, sum(int(one.steps.sum()) - one.standing.start.step * CONTINUATIONS for one in found)
    print(f"{MOMENTS} states of one performance: {states:.2f} s")
    print(f"{runs} continuations: {told(runs, taken, onward)}")
    print(f"{WHOLE} whole: {told(WHOLE, int(batch.steps.sum()), whole)}")
    ratio = (onward / taken) / (whole / int(batch.steps.sum()))
    print(f"ratio: {runs / onward / (WHOLE / whole):.2f} as many a second; a step takes {ratio:.2f} times as long")
    return ratio


def told(runs: int, steps: int, seconds: float) -> str:
    """What so many took."""
    return f"{seconds:.1f} s, {runs / seconds:.0f} a second, {steps / runs:.0f} steps each, {steps / seconds:,.0f} steps a second"


if __name__ == "__main__":
    why_costs, step_costs = of_why(), of_turning()
    sys.exit(0 if why_costs <= MOST_WHY and step_costs <= MOST_STEP else 1)
