"""What reaches a person: seeing by distance and light, hearing by distance, noticing by chance and time (docs/mind.md 7)."""

from __future__ import annotations

from falter.numeric.arithmetic import exp
from falter.numeric.mode import step_code


@step_code
def visibility(distance: float, dark: float, sight: float, dim: float) -> float:
    """How well one is seen, in [0, 1]: `(1 − dim·dark) / (1 + (d/sight)²)`. Distances in m. Our assumption."""
    far = distance / sight
    return (1.0 - dim * dark) / (1.0 + far * far)


@step_code
def notice_chance(seen: float, rate: float, attention: float, dt: float) -> float:
    """Chance that someone there is noticed within `dt` s: a hazard of `rate` per s, by visibility and by how much attention is free."""
    return 1.0 - exp(-rate * seen * attention * dt)
