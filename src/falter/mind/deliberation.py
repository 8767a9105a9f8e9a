"""How a preference grows and what it takes to act (docs/mind.md 2, 4).

Decision field theory (Busemeyer & Townsend 1993; Roe, Busemeyer & Townsend 2001) with the leak and inhibition of the
leaky competing accumulator (Usher & McClelland 2001). Noise is 1 by convention; thresholds are one-sided: with two
opposed acts the gap between the boundaries of the equivalent diffusion is 2θ.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp, exp, smaller, sqrt
from falter.numeric.mode import step_code


@step_code
def use(v: float, p: float) -> float:
    """What an act means now, `U = V⁺(1 − p) − V⁻p`: a good counts by what is still to be gained, a harm by what there is to lose.

    v in [-1, 1], p in [0, 1]; result in [-1, 1].
    """
    return v * (1.0 - p) if v > 0.0 else v * p


@step_code
def relative_use(u: float, total: float, idle: float, part: float) -> float:
    """`X = U_a − (U_∅ + Σ_{b≠a} U_b) / n`: against doing nothing and the other open acts; `total` is ΣU over them, `part` is 1/n."""
    return u - (idle + total - u) * part


@step_code
def noise_scale(n: float) -> float:
    """`√(n/(n−1))`, the factor that gives centred noise unit variance; 1 for a single act."""
    return sqrt(n / (n - 1.0)) if n > 1.0 else 1.0


@step_code
def conflict(pro: float, con: float) -> float:
    """`C = 2 min(pro, con) / (pro + con + ½)`, in [0, 1): high when much speaks for and as much against."""
    return 2.0 * smaller(pro, con) / (pro + con + 0.5)


@step_code
def urgency(left: float, u_min: float, tau: float) -> float:
    """`1 − (1 − u_min) e^{−left/τ}`: the share of the threshold that holds with `left` s to a deadline (Cisek et al. 2009, form)."""
    if left <= 0.0:
        return u_min
    return 1.0 - (1.0 - u_min) * exp(-left / tau)


@step_code
def threshold(theta0: float, temper: float, kappa_i: float, lasting: float, kappa_c: float, c: float, urgent: float) -> float:
    """`θ = θ₀ · temper · (1 + κ_i·irreversible) · (1 + κ_c·C) · urgency`, in √s."""
    return theta0 * temper * (1.0 + kappa_i * lasting) * (1.0 + kappa_c * c) * urgent


@step_code
def next_preference(p: float, drift: float, leak: float, hindrance: float, noise: float, dt: float, root_dt: float) -> float:
    """One Euler step of `dP = [−leak·P + drift − hindrance] dt + dW`."""
    return p + (drift - leak * p - hindrance) * dt + noise * root_dt


@step_code
def crossing_chance(theta: float, before: float, after: float, dt: float) -> float:
    """Chance that a Brownian path of unit noise from `before` to `after`, both below θ, was above it within the step:
    `exp(−2(θ − P)(θ − P′)/dt)`, the bridge's law (Karatzas & Shreve 1991, 4.3.40)."""
    if after >= theta or before >= theta:
        return 1.0
    return exp(-2.0 * (theta - before) * (theta - after) / dt)


@step_code
def crossing_share(theta: float, before: float, after: float) -> float:
    """Where in the step it crossed, in [0, 1]: by the distances to θ at both ends (our approximation); 0 if it began above."""
    if before >= theta:
        return 0.0
    ahead = abs(theta - before)
    behind = abs(after - theta)
    return ahead / (ahead + behind) if ahead + behind > 0.0 else 0.0


@step_code
def rivalry(cosine: float) -> float:
    """`s = max(0, −cos(U_a, U_b))`: acts on different channels hinder each other as far as their uses point apart."""
    return clamp(-cosine, 0.0, 1.0)


@step_code
def idle_answer(waited: float, due: float, press: float) -> float:
    """`U_∅` of an owed answer: 0 when just asked, nearing −press long after it was due."""
    return -press * (1.0 - exp(-waited / due))


@step_code
def idle_deadline(left: float, tau: float, press: float) -> float:
    """`U_∅` of something due: 0 while there is time, −press at the deadline."""
    return -press * exp(-left / tau) if left > 0.0 else -press
