"""A slip: what is held down gets away from one for a moment. The feeling is no stronger for it; only its display (docs/mind/leaks.md).

Leakage on the channels that are least controlled: Ekman & Friesen (1969). That stronger feelings are leaked more: Porter et al. (2008).
The hazard's form and size are ours.
"""

from __future__ import annotations

from falter.numeric.arithmetic import exp
from falter.numeric.mode import step_code


@step_code
def slip_hazard(felt: float, held: float, grip: float, rate: float) -> float:
    """Slips a second: `rate · felt · held / grip`, for what is held down; it grows with what is felt, and as control tires. Ours.

    >>> slip_hazard(0.5, 1.0, 1.0, 0.04), slip_hazard(0.5, 1.0, 0.5, 0.04), slip_hazard(0.5, -0.5, 1.0, 0.04)
    (0.02, 0.04, 0.0)
    """
    if held <= 0.0 or grip <= 0.0:
        return 0.0
    return rate * felt * held / grip


@step_code
def slip_chance(hazard: float, seconds: float) -> float:
    """Chance of a slip within some seconds: `1 − e^{−hazard·seconds}`.

    >>> slip_chance(0.0, 1.0)
    0.0
    """
    return 1.0 - exp(-hazard * seconds)
