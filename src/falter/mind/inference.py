"""Reading motives from acts and from delay (docs/mind.md 8).

For each cell of a grid (how much he cares, whether he means to) the reader follows the mean m and variance V of each
preference of the other by a Gaussian filter for a leaky accumulator, and scores what was done and what was not. The
closed forms for two boundaries (Navarro & Fuss 2009) hold only for stationary two-act tasks; this holds to order √Δ among rivals.
"""

from __future__ import annotations

from falter.numeric.arithmetic import exp, log, sqrt
from falter.numeric.mode import step_code

ROOT_HALF_PI_INVERSE = 0.3989422804014327
BRIDGE = 0.5826
"""Shift of a boundary that is looked at only now and then (Broadie, Glasserman & Kou 1997): −ζ(½)/√(2π)."""
FLOOR = 1e-6


@step_code
def density(z: float) -> float:
    """The standard normal density φ(z)."""
    return ROOT_HALF_PI_INVERSE * exp(-0.5 * z * z)


@step_code
def below(z: float, phi: float) -> float:
    """Φ(z), given φ(z): Abramowitz & Stegun (1964) 26.2.17, |error| < 7.5e-8; never below 1e-6, which floors the hazards."""
    x = abs(z)
    t = 1.0 / (1.0 + 0.2316419 * x)
    tail = phi * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    value = tail if z < 0.0 else 1.0 - tail
    return value if value > FLOOR else FLOOR


@step_code
def gathering_time(leak: float, seconds: float) -> float:
    """`(1 − e^{−λΔ})/λ`, in s: how long Δ s of gathering count for when what is gathered leaks; λ → 0: Δ.

    A mean m that grows by μ a second is then `m⁻ = m + (μ − λm)·` this; a variance likewise, with 2λ for λ.
    """
    if leak * seconds < 1e-9:
        return seconds
    return (1.0 - exp(-leak * seconds)) / leak


@step_code
def gathered(before: float, rate: float, leak: float, time: float) -> float:
    """A mean, or a variance, after a `gathering_time` without a look: `x e^{−λΔ} + rate (1 − e^{−λΔ})/λ`."""
    return before + (rate - leak * before) * time


@step_code
def margin(theta: float, m: float, v: float, sigma2: float, seconds: float) -> float:
    """`z = (θ − .5826 √(σ²Δ) − m⁻)/√V⁻`: how far below its threshold the preference stands, in its own deviations."""
    return (theta - BRIDGE * sqrt(sigma2 * seconds) - m) / sqrt(v) if v > 0.0 else 8.0


@step_code
def held_mean(m: float, v: float, r: float, rivals: float) -> float:
    """Mean given that neither it nor its rivals were done: `m = m⁻ − √V⁻ (r − Σ_{b≠a} r_b/(n−1))`, r = φ(z)/Φ(z).

    Noise is centred, so that each two of n preferences correlate by −1/(n−1): what holds the rivals down holds this one up.
    `rivals` is that sum. Without it one who has long done nothing is reckoned to be ever further from doing it, and a late
    harm would read as less care than a prompt one.
    """
    return m - sqrt(v) * (r - rivals)


@step_code
def held_variance(v: float, cut: float, rivals: float) -> float:
    """Variance given the same: `V = V⁻ (1 − c − Σ_{b≠a} c_b/(n−1)²)`, c = z r + r², never negative; `rivals` is that sum."""
    left = 1.0 - cut - rivals
    return v * left if left > 0.0 else 0.0


@step_code
def attention_variance(psi: float, tau: float, rate: float, mean_square: float, mean: float) -> float:
    """`2 τ ψ² rate² Var_q(X)`, rate = gain·D: what wandering attention adds to the noise, from the first two moments of X under q."""
    spread = mean_square - mean * mean
    if spread < 0.0:
        spread = 0.0
    return 2.0 * tau * psi * psi * rate * rate * spread


@step_code
def log_odds_floor(x: float) -> float:
    """log of a chance, floored."""
    return log(x if x > FLOOR else FLOOR)
