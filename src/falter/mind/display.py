"""What shows of what is felt: what is hidden is held down in part, and a covering takes its share of each channel (DESIGN 3.7)."""

from __future__ import annotations

from falter.kernel.mode import step_code


@step_code
def shown(felt: float, held: float, covered: float) -> float:
    """Feeling that reaches the open air on one channel, in [0, 1]: `felt (1 − held)(1 − covered)`. Our assumption."""
    return felt * (1.0 - held) * (1.0 - covered)
