"""Decisions a second, one core, beside ssm-simulators at the same error; PyDDM's closed form beside. 1 if fewer than twice as many.

Run with `python benchmarks/decisions.py`; it needs the extra `bench`. Two tasks that both simulators know:

- *two acts*: one person between two opposed acts, which is the drift diffusion model; the truth is its closed form.
- *four acts*: four people with one act each, and the first to act ends it: four accumulators with noise of their own, which is the race
  of ssm-simulators. It keeps preferences above 0, which we do not: they start so far above it, and rise so fast, that fewer than one in
  300 would get there. The truth is ssm-simulators at .1 ms.

Error is the Kolmogorov–Smirnov distance: the greatest difference between shares decided by a time, at any act and over all acts, at
times 10 ms apart, of so many decisions that chance alone brings half of what is allowed. Within its step a decision is placed by chance:
ssm-simulators does so itself, and ours are treated alike (the engine's own moment within a step is further off, which is printed). Each
simulator takes the longest step of its ladder that is within what is allowed, both the same; then the two take turns. Times are processor
time, and all of a call's.
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from falter.performance.batch import perform_batch
from falter.tables import columns as at
from falter.tables.tables import Tables
from tests.oracles.closed_forms import cdf
from tests.oracles.test_diffusion_limit import FORK, PROSPECT
from tests.performing import tables_of

Numbers = NDArray[numpy.float64]
Integers = NDArray[numpy.int64]
Decided = tuple[Numbers, Integers]
"""When, in s, and for which act."""

ALLOWED = 0.01
MOST = 200_000
"""Decisions an error is measured by: chance brings .003 (95 %), between two samples .0043."""
TIMED = 20_000
ROUNDS = 7
ENOUGH = 2.0
OURS = (0.5, 0.25, 0.2, 0.1, 0.05, 0.04, 0.03, 0.02, 0.01)
THEIRS = (0.01, 0.005, 0.002, 0.001, 0.0008, 0.0005, 0.0004, 0.0003, 0.0002, 0.0001)
TIMES = numpy.arange(1, 1001) * 0.01

RACE = """falter 1
scene The Race
place a field
  mark line
set dt {dt}
set gain 8
set leak 0
set inhibition 0
set kappa_c 0
set kappa_i 0
set latency 0
set lapse 0
set live_weight 0
set theta0 {theta}
JUDGE "the judge", they, away
{runners}
closes {closes} or at 10 min
"""
RUNNER = """RUNNER{n} "runner {n}", they
  at line
  respects JUDGE: 1
RUNNER{n} may run{n} "runs" once, takes 0.1 s, uses hands, obeys JUDGE (regard {worth:.9f}), leans {lean}
"""


@dataclass(frozen=True)
class Task:
    """Drifts of the acts (1/√s), thresholds (√s), starts as shares of them."""

    name: str
    drifts: tuple[float, ...]
    theta: float
    lean: float = 0.0

    def tables(self, dt: float) -> Tables:
        """The scene with this step."""
        if len(self.drifts) == 1:
            use = self.drifts[0] / (3.0 * 1.5)
            left, right = use / (1.0 - PROSPECT), -use / PROSPECT
            return tables_of(FORK.format(dt=dt, theta=self.theta, psi=0.3, left=left, right=right, lean=""), capacity=4)
        worths = [drift / 8.0 / (1.0 - PROSPECT) for drift in self.drifts]
        runners = "".join(RUNNER.format(n=n, worth=worth, lean=self.lean) for n, worth in enumerate(worths))
        closes = " or ".join(f"0 s after run{n}" for n in range(len(worths)))
        return tables_of(RACE.format(dt=dt, theta=self.theta, runners=runners, closes=closes), capacity=8)

    def ours(self, dt: float, *, as_told: bool = False) -> Callable[[int, int], Decided]:
        """Performances of the scene: the first act of each, in its step by chance; or at the moment that the engine tells."""
        tables = self.tables(dt)
        names = [label.label.rpartition(" ")[2] for label in tables.labels["act"]]
        order = ["left", "right"] if len(self.drifts) == 1 else [f"run{n}" for n in range(len(self.drifts))]
        place = numpy.array([order.index(name) if name in order else -1 for name in names])
        perform_batch(tables, 1, 0, 1)

        def decided(count: int, seed: int) -> Decided:
            batch = perform_batch(tables, seed, 0, count)
            first = batch.starts[:-1]
            when, which = batch.moments[first, at.EVENT_T], place[batch.acts[first, at.EVENT_ACT]]
            if as_told:
                return when, which
            return (numpy.ceil(when / dt - 1e-9) - numpy.random.default_rng(seed).random(count)) * dt, which

        return decided

    def theirs(self, dt: float) -> Callable[[int, int], Decided]:
        """ssm-simulators."""
        from ssms.basic_simulators.simulator import simulator

        two = len(self.drifts) == 1
        theta = [*self.drifts, self.theta, 0.5 if two else self.lean, 0.0]
        model = "ddm" if two else f"race_no_bias_{len(self.drifts)}"

        def decided(count: int, seed: int) -> Decided:
            made = simulator(theta=numpy.array([theta]), model=model, n_samples=count, delta_t=dt, max_t=20.0, random_state=seed + 1)
            chosen = made["choices"].ravel().astype(numpy.int64)
            return made["rts"].ravel().astype(float), (1 - chosen) // 2 if two else chosen

        return decided

    def truth(self) -> Numbers:
        """Shares decided by each time, a row an act."""
        if len(self.drifts) == 1:
            gap = 2.0 * self.theta
            return numpy.array([cdf(TIMES, self.drifts[0], gap, 0.5, upper=upper) for upper in (True, False)])
        return shares(self.theirs(THEIRS[-1])(MOST, 99), len(self.drifts))


def shares(decided: Decided, acts: int) -> Numbers:
    """Shares decided by each time, a row an act."""
    when, which = decided
    return numpy.array([numpy.searchsorted(numpy.sort(when[which == act]), TIMES, "right") / len(when) for act in range(acts)])


def error(found: Numbers, truth: Numbers) -> float:
    """The greatest difference, at any act and over all."""
    return float(max(abs(found - truth).max(), abs(found.sum(axis=0) - truth.sum(axis=0)).max()))


def longest(make: Callable[[float], Callable[[int, int], Decided]], ladder: tuple[float, ...], truth: Numbers) -> tuple[float, float]:
    """The longest step whose error is allowed, and that error; the shortest where none is."""
    step = far = 0.0
    for step in ladder:
        far = error(shares(make(step)(MOST, 3), len(truth)), truth)
        if far <= ALLOWED:
            break
    return step, far


def rate(decide: Callable[[int, int], Decided], seed: int) -> float:
    """Decisions a second of processor time."""
    began = time.process_time()
    decide(TIMED, seed)
    return TIMED / (time.process_time() - began)


def compare(task: Task) -> float:
    """Print one task; returns how many times as many decisions we make."""
    truth = task.truth()
    found = [(name, make, *longest(make, ladder, truth)) for name, make, ladder in (
        ("Falter", task.ours, OURS), ("ssm-simulators", task.theirs, THEIRS))]  # fmt: skip
    deciders = [make(step) for _, make, step, _ in found]
    rounds = [[rate(decide, seed) for decide in deciders] for seed in range(ROUNDS)]
    print(f"{task.name}: drift {', '.join(map(str, task.drifts))}, threshold {task.theta}")
    for (name, _, step, far), rates in zip(found, zip(*rounds, strict=True), strict=True):
        print(f"  {name:15} {statistics.median(rates):9,.0f} decisions/s with a step of {step * 1000:g} ms, error {far:.4f}")
    told = error(shares(task.ours(found[0][2], as_told=True)(MOST, 3), len(truth)), truth)
    print(f"  at the moments that the engine tells, its error would be {told:.4f}")
    ratios = [ours / theirs for ours, theirs in rounds]
    print(f"  {statistics.median(ratios):.2f} times as many ({min(ratios):.2f} to {max(ratios):.2f} in {ROUNDS} rounds)", flush=True)
    return statistics.median(ratios)


def closed_form(task: Task) -> None:
    """Print what PyDDM's closed form with sampling makes of the two acts: no simulation, so no rival."""
    from pyddm import BoundConstant, DriftConstant, ICPointRatio, Model, NoiseConstant

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = Model(drift=DriftConstant(drift=task.drifts[0]), noise=NoiseConstant(noise=1.0), bound=BoundConstant(B=task.theta),
                      IC=ICPointRatio(x0=0.0), dx=0.005, dt=0.005, T_dur=10.0)  # fmt: skip
        solve = time.process_time()
        solution = model.solve_analytical()
        solved = time.process_time()
        solution.sample(TIMED, seed=1)
    drawn = time.process_time()
    print(f"  PyDDM's closed form: {(solved - solve) * 1000:.1f} ms, then {TIMED / (drawn - solved):,.0f} samples/s")


def main() -> int:
    """Print all tasks; 1 if one is too slow."""
    two = [Task("two acts", (0.5,), 1.0), Task("two acts", (1.0,), 1.5)]
    four = Task("four acts", (2.5, 2.3, 2.1, 1.9), 3.0, 0.5)
    ratios = []
    for task in (*two, four):
        ratios.append(compare(task))
        if len(task.drifts) == 1:
            closed_form(task)
    for ratio in ratios:
        if ratio < ENOUGH:
            print(f"{ratio:.2f} times as many decisions are fewer than {ENOUGH:g} times")
    return 1 if min(ratios) < ENOUGH else 0


if __name__ == "__main__":
    sys.exit(main())
