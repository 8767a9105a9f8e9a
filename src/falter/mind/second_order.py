"""What one takes another to think of him, and what both know (docs/mind/inference.md).

`B_i[x]`: how sure i is of x. `B_i[B_j[x]]`: how sure i takes j to be, by the same update on only those events that i knows j perceived,
from i's guess of where j began (`tables/readings.guessed_prior`). What is known to both, and by each to be known to the other, is the least
of these. Lewis (1969) and Schiffer (1972) ask for it without end; two turns are as far as most go (Kinderman, Dunbar & Bentall 1998).
"""

from __future__ import annotations

from falter.numeric.arithmetic import smaller
from falter.numeric.mode import step_code

EVEN = 0.5
SURE = 0.9
FADED = 0.4


@step_code
def both_know(first: float, second: float) -> float:
    """`min(B_i[x], B_i[B_j[x]])`, in [0, 1].

    >>> both_know(0.9, 0.4)
    0.4
    """
    return smaller(first, second)


@step_code
def rose(before: float, now: float, highest: float) -> bool:
    """Has a belief passed even odds, or .9, for the first time?"""
    if before < EVEN and now >= EVEN and highest < EVEN:
        return True
    return before < SURE and now >= SURE and highest < SURE


@step_code
def fell(before: float, now: float, highest: float) -> bool:
    """Has a belief that had passed even odds fallen back below .4?"""
    return before >= FADED and now < FADED and highest >= EVEN


@step_code
def left_to_hide(prospect: float, start: float, known: float, share: float) -> float:
    """Prospect of keeping something hidden from one who is taken to know it: never more than `start·(1 − share·known)`; ours."""
    return smaller(prospect, start * (1.0 - share * known))
