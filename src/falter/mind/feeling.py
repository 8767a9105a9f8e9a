"""How a feeling comes and goes: it rises towards what the situation keeps up, its excess halves in its half-life, events add to it."""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code


@step_code
def relax(felt: float, base: float, excess_kept: float, rise_kept: float) -> float:
    """One refresh: above its base a feeling decays by its half-life, below it rises with its own time constant. All in [0, 1]."""
    return base + (felt - base) * (excess_kept if felt > base else rise_kept)


@step_code
def combine(felt: float, added: float) -> float:
    """`1 − (1 − f)(1 − x)`: intensities add up without leaving [0, 1]; x < 0 takes that share away."""
    if added < 0.0:
        return felt * (1.0 + clamp(added, -1.0, 0.0))
    return 1.0 - (1.0 - felt) * (1.0 - clamp(added, 0.0, 1.0))


@step_code
def presence(tie: float, distance: float, half: float) -> float:
    """What a tie keeps up with the other at `distance` m: half its strength at `half` m."""
    return tie / (1.0 + distance / half)
