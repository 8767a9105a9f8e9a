"""What the mood of a room does to whoever is in it (docs/mind/noticing.md).

People take on, without meaning to, what those about them show (Hatfield, Cacioppo & Rapson 1993); it spreads by being there, not by being
looked at (Barsade 2002). Form and sizes are ours.
"""

from __future__ import annotations

from falter.numeric.arithmetic import smaller
from falter.numeric.mode import step_code


@step_code
def caught(felt: float, shown: float, plain: float, rate: float, seconds: float) -> float:
    """How much of another's feeling is taken on in some seconds: `min(1, rate · r Δ) (shown − felt)`, at least 0.

    shown, felt and the plainness r with which it reaches one in [0, 1]; rate in 1/s.

    >>> round(caught(0.2, 0.7, 0.5, 0.04, 1.0), 6), caught(0.8, 0.7, 0.5, 0.04, 1.0)
    (0.01, 0.0)
    >>> round(caught(0.2, 0.7, 1.0, 9.0, 1.0), 9)
    0.5
    """
    return smaller(rate * plain * seconds, 1.0) * (shown - felt) if shown > felt else 0.0
