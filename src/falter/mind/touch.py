"""What a touch does to the one touched (docs/mind/touch.md).

A hand held calms by what its owner means to one: Coan, Schaefer & Davidson (2006) found less threat in the brain the better the marriage,
and less with a husband's hand than with a stranger's. An unwelcome touch does the opposite. Sizes are ours.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp, larger
from falter.numeric.mode import step_code


@step_code
def welcome(loves: float, trusts: float, hates: float, fears: float) -> float:
    """How welcome someone's touch is, in [-1, 1]: what he is loved or trusted, less what he is hated or feared.

    >>> welcome(0.5, 0.2, 0.0, 0.1), welcome(0.0, 0.0, 0.6, 0.0)
    (0.4, -0.6)
    """
    return clamp(larger(loves, trusts) - larger(hates, fears), -1.0, 1.0)


@step_code
def eased(felt: float, welcomed: float, scale: float) -> float:
    """What a touch leaves of fear, anger or distress: `f (1 − scale · welcome)`; one that is not welcome takes nothing away."""
    return felt * (1.0 - clamp(scale * welcomed, 0.0, 1.0))
