"""Reaching into another's mind: it reads what is felt, not what is shown, and may be noticed (docs/mind/probing.md). All of it is ours."""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code


@step_code
def noticed_chance(rate: float, strength: float) -> float:
    """Chance that a probe is noticed by the one probed: `rate · strength`, in [0, 1]."""
    return clamp(rate * strength, 0.0, 1.0)


@step_code
def found(felt: float, noise: float, strength: float, draw: float) -> float:
    """What a probe finds of a feeling, in [0, 1]: what is felt, with noise of deviation `noise (1.5 − strength)`.

    >>> found(0.7, 0.1, 0.5, 0.0), found(0.95, 0.1, 0.5, 2.0)
    (0.7, 1.0)
    """
    return clamp(felt + noise * (1.5 - strength) * draw, 0.0, 1.0)


@step_code
def certainty(intensity: float, sharpness: float) -> float:
    """Log-likelihood that a feeling found at this intensity is the one that counts: `sharpness · intensity`."""
    return sharpness * intensity


@step_code
def care_misfit(tender: float, level: float, nearness: float, spread: float) -> float:
    """Log-likelihood of tenderness found in a mind that cares at this level: `−((found − level·nearness)/spread)²/2`."""
    off = (tender - level * nearness) / spread
    return -0.5 * off * off
