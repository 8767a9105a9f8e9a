"""Between our units and those in which diffusion models are published: noise 1 and thresholds θ here, (v, a, z) with any noise there.

For two opposed acts without leak, inhibition or idle use, with nothing of wandering attention (docs/mind.md 10). No part of a
performance: for whoever compares one with fitted parameters.
"""

from __future__ import annotations

from typing import NamedTuple


class Diffusion(NamedTuple):
    """A diffusion between 0 and `gap` (a), from `start` (z), with `drift` (v) a second and `noise` (s) a root second."""

    drift: float
    gap: float
    start: float
    noise: float

    @property
    def share(self) -> float:
        """The start as a share of the gap: w, or z/a."""
        return self.start / self.gap

    def with_noise(self, noise: float) -> Diffusion:
        """The same decisions at the same times in another unit: `noise` 0.1 is that of Ratcliff's tables. noise > 0."""
        scale = noise / self.noise
        return Diffusion(self.drift * scale, self.gap * scale, self.start * scale, noise)


def diffusion(drift: float, theta: float, theta_other: float | None = None, lean: float = 0.0, lean_other: float = 0.0) -> Diffusion:
    """The diffusion that two opposed acts make, the first at the upper boundary. Drift in 1/√s, thresholds in √s, leans in [0, 1) of them.

    >>> diffusion(0.5, 2.0)
    Diffusion(drift=0.5, gap=4.0, start=2.0, noise=1.0)
    >>> diffusion(0.5, 2.0, lean=0.5).share
    0.6666666666666666
    """
    other = theta if theta_other is None else theta_other
    below = other * (1.0 - lean_other)
    return Diffusion(drift, below + theta * (1.0 - lean), below, 1.0)
