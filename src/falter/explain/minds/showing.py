"""How many of some weights are told, so that what is left out weighs less than what is told; and in what figures."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor


def until_outweighed(weights: Sequence[float], few: int) -> int:
    """How many to show of weights that are sorted, the weightiest first: `few`, or as many as leave a rest lighter than the last shown.

    >>> until_outweighed([5.0, 1.0, 0.5], 1), until_outweighed([5.0, 4.0, 3.0, 1.0, 1.0], 1)
    (1, 3)
    """
    few = max(few, min(1, len(weights)))
    while few < len(weights) and abs(sum(weights[few:])) >= abs(weights[few - 1]):
        few += 1
    return few


def in_hundredths(shares: Sequence[float]) -> list[int]:
    """Parts of a whole, in per cent: those with the largest remainders rounded up, as many as make them add up to 100.

    >>> in_hundredths([0.474, 0.263, 0.263]), in_hundredths([1.024, -0.024])
    ([48, 26, 26], [102, -2])
    """
    figures = [floor(100.0 * share) for share in shares]
    order = sorted(range(len(shares)), key=lambda row: figures[row] - 100.0 * shares[row])
    for row in order[: 100 - sum(figures)]:
        figures[row] += 1
    return figures
