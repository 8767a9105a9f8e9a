"""The smallest change that makes an ending likely, held against a grid: `python benchmarks/nearest.py [FILE] [WANTED] [BUDGET]`.

Of a whole scene, `falter whatif --find` must bring the ending to half of fresh performances, within 100,000 performances of search, by a
change no more than 1.15 times as far as the best that a grid finds on the two strongest strengths; and so must the best of those that
move just these two, if it has one. The grid's points are .02 apart and gone through by how far they are; each that two looks do not rule
out is held to as many fresh performances, of the same seed, as what the search found, and the first that holds is the grid's best. There
are 3,000 of these: with 1,000 a grid that may try a dozen points has one that holds by luck (of .67 and .17, 50.5 % of 1,000, 47.8 % of
3,000 others). 1 where it is not so.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from math import hypot, sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy

import falter
from falter.explain.nearest.found import Alternative, Smallest
from falter.explain.nearest.ground import Ground
from falter.explain.nearest.holding import Fresh, share_of
from falter.explain.nearest.searching import BUDGET
from falter.explain.nearest.trials import counted
from falter.explore.records import Numbers

MOST_SEARCHED = 100_000
FARTHER = 1.15
STEP = 0.02
LOOKS = (100, 700)
"""Performances of the looks at a point of the grid."""
RUNS = 3_000
"""Fresh performances."""
RULED_OUT = 2.5
"""Standard deviations that a look must lie under what is asked for."""
AT_ONCE = 16
SCENE = Path(__file__).parents[1] / "scenes" / "the-generals-office.falter"


def nobody(_count: int) -> None:
    """Hears nothing of it."""


def grid_of(ground: Ground) -> list[tuple[float, Numbers]]:
    """Points of two strengths moved by steps, the nearest first."""
    steps = [numpy.arange(-round(1 / STEP), round(1 / STEP) + 1) * STEP] * 2
    points = [ground.written + numpy.round(numpy.array(moved), 9) for moved in product(*steps)]
    inside = [numpy.round(point, 9) for point in points if (point >= ground.least - 1e-9).all() and (point <= ground.most + 1e-9).all()]
    return sorted(((hypot(*ground.offsets(point)), point) for point in inside), key=lambda pair: pair[0])


class Grid:
    """The points of two strengths, each looked at with runs of its own."""

    def __init__(self, found: Smallest, jobs: int) -> None:
        two = [next(free for free in found.free if free.name == name) for name in found.strongest[:2]]
        self.ground = Ground(found.scene, {}, tuple(two))
        self.found, self.jobs, self.looked = found, jobs, 0
        self.fresh = Fresh(found.goal, found.share, found.seed, found.runs, jobs, nobody)

    def hopeful(self, points: list[tuple[float, Numbers]], runs: int) -> list[tuple[float, Numbers]]:
        """Those that a look does not rule out."""
        firsts = [self.looked + k * runs for k in range(len(points))]
        self.looked += len(points) * runs
        goal, seed, values = self.found.goal, self.found.seed + 2, [point.tolist() for _, point in points]
        counts = counted(goal, self.ground, values, seed, firsts, runs, self.jobs, nobody)
        least = self.found.share - RULED_OUT * sqrt(self.found.share * (1.0 - self.found.share) / runs)
        return [pair for pair, count in zip(points, counts, strict=True) if count.share >= least]

    def best(self) -> float:
        """How far the nearest point is that holds."""
        points = grid_of(self.ground)
        for first in range(0, len(points), AT_ONCE):
            some = points[first : first + AT_ONCE]
            for runs in LOOKS:
                some = self.hopeful(some, runs) if some else some
            for way, point in some:
                share = share_of(self.fresh.count(self.ground, point, 0))
                print(f"  grid: {way:.3f}  {point.round(2).tolist()}  {share.share:.3f}", flush=True)
                if share.share >= self.found.share:
                    return way
        raise LookupError("the grid reaches it nowhere")


def shown(one: Alternative) -> str:
    """An alternative on a line."""
    moved = ", ".join(f"{name} {one.written[name]:g} -> {value:g}" for name, value in one.values.items())
    return f"{one.way:.3f}  {moved or one.without}  {one.share.share:.3f} ({one.share.low:.3f}-{one.share.high:.3f}), pushed {one.tried}"


def main(file: str = str(SCENE), wanted: str = "ending=spared", budget: str = str(BUDGET)) -> int:
    """Both, side by side."""
    jobs = os.cpu_count() or 1
    found = falter.load(file).smallest(wanted, budget=int(budget), runs=RUNS, jobs=jobs)
    print(f"{wanted}: as written {found.written.share:.3f}; {found.performed} performances of search", flush=True)
    for one in found.alternatives:
        print(f"  found: {shown(one)}", flush=True)
    if not found.alternatives:
        return 1
    way = Grid(found, jobs).best()
    first = found.alternatives[0]
    both = next((one for one in found.alternatives if one.kind == set(found.strongest[:2])), first)
    print(f"nearest {first.way:.3f}, of the two strongest {both.way:.3f}; the grid's best {way:.3f}; {both.way / way:.2f} times as far")
    good = found.performed <= MOST_SEARCHED and first.share.share >= found.share and both.way <= FARTHER * way + 1e-9
    print("held" if good else "not held")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
