"""Freezing: someone who is roused, afraid and torn is stopped dead by a look or a threat, and thaws (docs/mind/freezing.md).

Threat of what may come and conflict over what to do bring freezing, with a slowed heart, and not flight (Roelofs 2017, direction).
That it goes by the product of the three, and all sizes, are ours.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code

BEGINS = 0.3
"""Freezing of less than this is none."""
ENDS = 0.1
"""Below this it is over."""


@step_code
def frozen_by(size: float, arousal: float, conflict: float, fear: float, used_to: float) -> float:
    """How hard an event freezes, in [0, 1]: `size · arousal · conflict · fear · (1 − used_to)`, each of them in [0, 1]; 0 below `BEGINS`.

    >>> frozen_by(4.0, 0.5, 0.8, 0.5, 0.0), frozen_by(4.0, 0.5, 0.8, 0.5, 0.75), frozen_by(4.0, 0.5, 0.0, 0.9, 0.0)
    (0.8, 0.0, 0.0)
    """
    found = clamp(size * arousal * conflict * fear * (1.0 - used_to), 0.0, 1.0)
    return found if found >= BEGINS else 0.0


@step_code
def thawed(freezing: float, kept: float) -> float:
    """One refresh on: the share `kept` is left; nothing once it is below `ENDS`.

    >>> thawed(0.8, 0.5), thawed(0.15, 0.5)
    (0.4, 0.0)
    """
    left = freezing * kept
    return left if left >= ENDS else 0.0
