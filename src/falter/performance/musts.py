"""Which performance is shown of a scene that says what must be: the first that meets it, and what share of them do.

Rejection among runs: no draw is touched, so what is shown is a performance like any other.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from falter.tables.tables import Tables

TRIED: Final = 512
"""Performances that the share is estimated from. With it a scene of which 2 % meet what must be is refused in 6 of 100 seeds, one of which
3 % do in 2 of 1,000; one of which ½ % do is let pass in 5 of 100 (binomial)."""
LEAST: Final = 0.01


class Chosen(NamedTuple):
    """The run to show, None where too few meet what must be; how many of how many do."""

    run: int | None
    met: int
    of: int


def chosen(tables: Tables, seed: int, luck: int = 0) -> Chosen:
    """The first run of a seed that meets what must be, from `TRIED` compiled ones."""
    from falter.performance.batch import perform_batch

    batch = perform_batch(tables, seed, 0, TRIED, luck, keep=False)
    met = int(batch.met.sum())
    return Chosen(int(batch.met.argmax()) if met >= LEAST * TRIED else None, met, TRIED)
