"""What is in mind: each motive's share of attention (docs/mind.md 3; Busemeyer & Townsend 1993, attention switching)."""

from __future__ import annotations

from falter.model.constants import LEAST_GAIN, MOST_GAIN
from falter.numeric.arithmetic import clamp, exp
from falter.numeric.mode import step_code


@step_code
def share(w: float, g: float, cue: float) -> float:
    """`w g κ`: a motive's pull on attention and its part of the drive; κ = 1 + what cues and focus add.

    w in [0, 1], g in [0.5, 3], cue >= 0.
    """
    return w * g * (1.0 + cue)


@step_code
def switch_chance(dt: float, tau: float) -> float:
    """Chance that attention is drawn anew within `dt` s, when a motive stays in mind `tau` s on average."""
    return 1.0 - exp(-dt / tau)


@step_code
def gain(slopes: float) -> float:
    """Emotional gain of a motive, in [0.5, 3], from the sum of slope times feeling: the only way emotion enters the race."""
    return clamp(1.0 + slopes, LEAST_GAIN, MOST_GAIN)


@step_code
def attended_use(mean: float, attended: float, psi: float) -> float:
    """`X_a = (1 − ψ) Σ q_m X_{a,m} + ψ X_{a,m*}`: the mean over attention, and the motive in mind."""
    return (1.0 - psi) * mean + psi * attended
