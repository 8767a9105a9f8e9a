"""A run: steps until it closes. The same loop for one performance and for each of a batch."""

from __future__ import annotations

from falter.kernel.step import step
from falter.numeric.blocks import state, table
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

_I, _F, _U = "int64[::1]", "float64[::1]", "uint64[::1]"
SIGNATURE = f"int64({_I}, {_F}, {_U}, {_I}, {_F}, {_I}, {_F}, uint64, uint64, int64, int64, int64)"
"""What `advance` takes and returns when compiled."""


@step_code
def advance(
    ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, ii: Ints, iF: Floats, seed: int, run: int, luck: int, index: int, most: int
) -> int:
    """Up to `most` steps from step `index`, fewer if it closes; returns the index of the next step."""
    for _ in range(most):
        if si[ti[SI_RUN] + RUN_STATUS] != 0:
            return index
        step(table(ti), table(tf), table(tu), state(si), state(sf), table(ii), table(iF), seed, run, luck, index)
        index = index + 1
    return index
