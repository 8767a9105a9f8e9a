"""How many of some weights are told, so that what is left out weighs less than what is told."""

from __future__ import annotations

from collections.abc import Sequence


def until_outweighed(weights: Sequence[float], few: int) -> int:
    """How many to show of weights that are sorted, the weightiest first: `few`, or as many as leave a rest lighter than the last shown.

    >>> until_outweighed([5.0, 1.0, 0.5], 1), until_outweighed([5.0, 4.0, 3.0, 1.0, 1.0], 1)
    (1, 3)
    """
    few = max(few, min(1, len(weights)))
    while few < len(weights) and abs(sum(weights[few:])) >= abs(weights[few - 1]):
        few += 1
    return few
