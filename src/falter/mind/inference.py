"""Reading motives from acts and from delay (docs/mind.md 8).

For each cell of a grid (how much he cares, whether he means to) the reader follows the mean m and variance V of each
preference of the other by a Gaussian filter for a leaky accumulator, and scores what was done and what was not. The
closed forms for two boundaries (Navarro & Fuss 2009) hold only for stationary two-act tasks; this holds to order √Δ among rivals.
"""

from __future__ import annotations

from falter.numeric.arithmetic import exp, larger, log, mills, sqrt
from falter.numeric.mode import step_code

BRIDGE = 0.5826
"""Shift of a boundary that is looked at only now and then (Broadie, Glasserman & Kou 1997): −ζ(½)/√(2π)."""
CUT = 0.7
"""Share of the variance that cutting a normal off takes which a preference loses by staying below its threshold. Its density is 0 at
the threshold and not highest there, as a cut normal's may be: ours, by simulation (decisions/reading-accuracy.md)."""
FLOOR = 1e-6
TWO_OVER_PI = 0.6366197723675814


@step_code
def below(z: float, phi: float) -> float:
    """Φ(z), given φ(z); never below 1e-6, which floors the hazards."""
    tail = phi * mills(abs(z))
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
def expected_push(m: float, v: float) -> float:
    """`E[max(0, P)]` for P of mean m and variance v: `½ (m + √(m² + 2v/π))`, exact at m = 0 and far from it, at most .06 √v off.

    What a rival holds down grows with its preference where that is above 0; taking max(0, m) for it overlooks those who may be.

    >>> expected_push(-1.0, 0.0), expected_push(2.0, 0.0), abs(expected_push(0.0, 1.0) - 0.3989422804014327) < 1e-12
    (0.0, 2.0, True)
    """
    return 0.5 * (m + sqrt(m * m + TWO_OVER_PI * v))


@step_code
def log_undone(above: float, all_below: float) -> float:
    """log of the chance that no act was done, from the sum of the chances of each and the product of those of none.

    Noise is centred: what takes one preference over its threshold keeps the others down, so that chances add, `1 − Σ(1 − Φ)`, as long as
    that leaves more than the square of the product.
    """
    return log(larger(FLOOR, larger(1.0 - above, all_below * all_below)))


@step_code
def log_rate(phi: float) -> float:
    """log of an act's rate about the time it was done, `−ln Φ(z)`, z until half a look later; floored.

    The mass beyond the threshold at the moment of the act is no measure of it: of a normal that has stayed below, part lies beyond already.
    """
    chance = phi if phi < 1.0 - FLOOR else 1.0 - FLOOR
    return log(-log(chance))
