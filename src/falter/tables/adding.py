"""Sums that have the same last bit under every Python: since 3.12 its `sum` carries what rounding loses, and before that it did not."""

from __future__ import annotations

from collections.abc import Iterable


def added(values: Iterable[float]) -> float:
    """One after the other, as step code adds.

    >>> added([1e16, 1.0, 1.0]) - 1e16, added([])
    (0.0, 0.0)
    """
    total = 0.0
    for value in values:
        total = total + value
    return total
