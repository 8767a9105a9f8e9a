"""How likely a motive is to be met: prospects move with what is done and settle with what cannot be undone (docs/mind.md 1, 9)."""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code


@step_code
def after_act(p: float, v: float, lasting: float) -> float:
    """A prospect after an act of worth v in [-1, 1]: half-way towards what it promised, all the way if it cannot be undone."""
    part = v if lasting > 0.0 else 0.5 * v
    moved = p + part * (1.0 - p) if part > 0.0 else p + part * p
    return clamp(moved, 0.0, 1.0)


@step_code
def certainty(odds: float) -> float:
    """The prospect of knowing: 1 when the odds are 0 or 1, 0 when they are even."""
    return 1.0 - 4.0 * odds * (1.0 - odds)
