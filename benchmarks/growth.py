"""How the cost of a performance grows: with runs, with story time, with people. 1 if any of it grows faster than in proportion.

Run with `python benchmarks/growth.py`. Scenes are made for it: people who love, read and wonder about the next one, or the next few, and
have so many moves towards each of those, none of which closes the scene. *Pairs that matter* are those of whom one perceives what the
other does: two and two, far out of each other's sight; and all with all, round one table, where what one does everyone takes in. Each row
is a size and what it costs, the least of some rounds, all sizes in turn in every round; times are processor time. The exponent is the
slope of a straight line through the logarithms: 1 is in proportion, 2 would be a square. Two and two is not quite in proportion: each
second everyone looks about for everyone there, near or not, and the tables of forty people no longer fit a processor's nearest memory.
It is held to less than halfway to a square.
"""

from __future__ import annotations

import sys
import time
from math import log
from pathlib import Path

import numpy

sys.path.insert(0, str(Path(__file__).parents[1]))

from falter.performance.batch import perform_batch
from falter.tables.tables import Tables
from tests.performing import tables_of

ROUNDS = 5
MOST = 1.1
"""The greatest exponent allowed."""
MOST_APART = 1.5
"""Of people who do not perceive each other."""
PEOPLE = (2, 4, 10, 20, 40)
PERSON = """P{me} "number {me}", they
  at spot{me}
{ties}
"""
TIE = """  loves P{other}: .5
  wonders how P{other} loves P{me}: .4
"""
MOVE = """P{me} may do{me}x{other}x{move} "says a word" to P{other}, again, takes 3 s, praises P{other} (regard .0{move}1)
"""


def scene(people: int, neighbours: int, moves: int, minutes: float, couples: bool = False) -> Tables:
    """People round a table, a third of a metre apart; in `couples`, each two 1 m from each other and 300 m from the next."""
    gaps = [("300" if n % 2 == 0 else "1") if couples else ".3" for n in range(people)]
    marks = ["  mark spot0", *(f"  mark spot{n}, {gaps[n]} m from spot{n - 1}" for n in range(1, people))]
    text = ["falter 1", "scene The Round", "place a long table", *marks]
    near = {me: sorted({(me + k) % people for k in range(1, neighbours + 1)} - {me}) for me in range(people)}
    if couples:
        near = {me: [me ^ 1] for me in range(people)}
    for me, others in near.items():
        text.append(PERSON.format(me=me, ties="".join(TIE.format(me=me, other=other) for other in others)))
    text += [MOVE.format(me=me, other=other, move=move) for me, others in near.items() for other in others for move in range(moves)]
    return tables_of("\n".join([*text, f"closes at {minutes:g} min"]) + "\n", capacity=4096)


def costs(sizes: list[tuple[float, Tables, int]]) -> list[tuple[float, float]]:
    """Each size with the s that its runs take, the least of some rounds."""
    for _, tables, _ in sizes:
        perform_batch(tables, 7, 0, 1)
    least = [float("inf")] * len(sizes)
    for _ in range(ROUNDS):
        for at, (_, tables, runs) in enumerate(sizes):
            began = time.process_time()
            perform_batch(tables, 7, 0, runs)
            least[at] = min(least[at], time.process_time() - began)
    return [(size, seconds) for (size, _, _), seconds in zip(sizes, least, strict=True)]


def exponent(found: list[tuple[float, float]]) -> float:
    """The slope through the logarithms."""
    slope, _ = numpy.polyfit([log(size) for size, _ in found], [log(cost) for _, cost in found], 1)
    return float(slope)


def told(what: str, unit: str, found: list[tuple[float, float]], most: float = MOST) -> bool:
    """Print one kind of growth; is it no faster than it may be?"""
    slope = exponent(found)
    print(f"{what}: " + ", ".join(f"{size:g}: {cost * 1000:.1f}" for size, cost in found) + f" {unit}; exponent {slope:.2f}", flush=True)
    if slope > most:
        print(f"that exponent is above {most:g}")
    return slope <= most


def main() -> int:
    """Print all kinds of growth; 1 if one is faster than in proportion."""
    few = scene(4, 1, 4, 1.0)
    good = told("runs", "ms", costs([(runs, few, runs) for runs in (10, 20, 40, 80, 160)]))
    good &= told(
        "minutes of story", "ms for 10 runs", costs([(minutes, scene(4, 1, 4, minutes), 10) for minutes in (0.5, 1.0, 2.0, 4.0, 8.0)])
    )
    for couples, what in ((True, "two and two, {} people, 4 moves"), (False, "all with all, {} people, 4 moves")):
        often = [max(2, 40 // people) for people in PEOPLE]
        sizes = [
            (4 * people * (1 if couples else people - 1), scene(people, 1, 4, 1.0, couples), runs)
            for people, runs in zip(PEOPLE, often, strict=True)
        ]
        found = [(size, cost / runs) for (size, cost), runs in zip(costs(sizes), often, strict=True)]
        good &= told(
            f"pairs that matter x moves, {what.format(f'{PEOPLE[0]} to {PEOPLE[-1]}')}", "ms a run", found, MOST_APART if couples else MOST
        )
    found = costs([(10 * moves, scene(10, 1, moves, 1.0, couples=True), 4) for moves in (1, 2, 4, 8)])
    good &= told("… two and two, 10 people, 1 to 8 moves", "ms for 4 runs", found)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
