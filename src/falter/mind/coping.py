"""What one does about what one feels (docs/mind/coping.md).

Gross (1998): to see a thing in another light lowers the feeling itself; to hold its display down does not, and costs. Looking away lowers
the arousal of being near (Argyle & Dean 1965). Holding on to a feeling feeds what it drives. Sizes are ours.
"""

from __future__ import annotations

from falter.numeric.mode import step_code


@step_code
def lowered(felt: float, share: float) -> float:
    """What is left of a feeling of which a share goes: `f (1 − share)`."""
    return felt * (1.0 - share)


@step_code
def braced(guard: float, brace: float) -> float:
    """How firmly displays are held down by one who braces himself: `g + brace (1 − g)`, in [0, 1]."""
    return guard + brace * (1.0 - guard)
