"""Memory: how ready an episode is to come to mind, what wakes it, and what keeping it out does (docs/mind/memory.md).

Activation is that of ACT-R (Anderson & Schooler 1991; Anderson et al. 2004): use over time, cues, noise; feeling carries it as in
Bower (1981). That a memory comes unasked is a hazard: attempts at a rate, each of which may succeed. Both are ours in size.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp, exp, larger, log, ratio, smaller
from falter.numeric.mode import step_code

YOUNGEST = 1.0
"""s: a use counts as at least this old."""


@step_code
def faded(age: float, decay: float) -> float:
    """`age^(−d)`, ages floored at 1 s: what one use still gives.

    >>> round(faded(100.0, 0.5), 6), faded(0.0, 0.5)
    (0.1, 1.0)
    """
    return exp(-decay * log(larger(age, YOUNGEST)))


@step_code
def bulk(uses: float, newest: float, oldest: float, decay: float) -> float:
    """Uses not kept one by one, as if spread evenly over the ages between `newest` and `oldest` s (Petrov 2006, eq. 6).

    With `newest` at the floor this is the standard approximation `n L^(−d) / (1 − d)` (Anderson 1993). d in (0, 1).

    >>> round(bulk(20.0, 1.0, 3.6e6, 0.5), 4), bulk(0.0, 1.0, 9.0, 0.5)
    (0.0211, 0.0)
    """
    first = larger(newest, YOUNGEST)
    span = oldest - first
    if uses <= 0.0:
        return 0.0
    if span <= 1e-6 * oldest:
        return uses * faded(oldest, decay)
    rest = 1.0 - decay
    whole = exp(rest * log(larger(oldest, YOUNGEST))) - exp(rest * log(first))
    return uses * ratio(whole, rest * span)


@step_code
def base_level(summed: float) -> float:
    """`B = ln Σ t_j^(−d)` of the sum; a memory never used is as good as none.

    >>> round(base_level(faded(10.0, 0.5) + faded(40.0, 0.5)), 3)
    -0.746
    """
    return log(larger(summed, 1e-12))


@step_code
def association(strength: float, fan: float) -> float:
    """`S_ji = S − ln fan_j`: a cue that goes with many memories wakes each less; never below 0.

    >>> association(2.0, 1.0), round(association(2.0, 3.0), 3)
    (2.0, 0.901)
    """
    return larger(0.0, strength - log(larger(fan, 1.0)))


@step_code
def spreading(pulled: float, attention: float) -> float:
    """`Σ W_j S_ji`, for cues that pull `pulled = Σ c_j S_ji` and take `attention = Σ c_j` of it: all together at most 1 (`ΣW = 1`).

    >>> spreading(1.0, 0.5), spreading(4.0, 2.0)
    (1.0, 2.0)
    """
    return ratio(pulled, larger(1.0, attention))


@step_code
def congruence(memory: float, now: float, ill: float, good: float, across: float) -> float:
    """What feeling adds to the log odds of recall: the log of how much likelier like follows like (Bower 1981; sizes Cohen & Kahana 2022).

    `memory`, `now`: how pleasant, in [−1, 1]; `ill`, `good`, `across`: ratios for two unpleasant, two pleasant, and one of each.

    >>> round(congruence(-1.0, -1.0, 1.66, 1.25, 0.86), 3), round(congruence(1.0, 1.0, 1.66, 1.25, 0.86), 3)
    (0.507, 0.223)
    """
    likeness = memory * now
    if likeness < 0.0:
        return -likeness * log(across)
    return likeness * log(ill if now < 0.0 else good)


@step_code
def readiness(activation: float, threshold: float, noise: float) -> float:
    """Log odds that an attempt succeeds, `(A − τ)/s`, the noise being logistic with scale s > 0.

    >>> round(readiness(-2.0, -2.2, 0.4), 3)
    0.5
    """
    return ratio(activation - threshold, noise)


@step_code
def chance(odds: float) -> float:
    """`P = 1/(1 + e^(−x))` of log odds x.

    >>> chance(0.0), round(chance(2.0), 4)
    (0.5, 0.8808)
    """
    return 1.0 / (1.0 + exp(-clamp(odds, -30.0, 30.0)))


@step_code
def log_odds(share: float) -> float:
    """`ln(u / (1 − u))` of a share: for a uniform draw, a draw from the logistic distribution. Kept within ±30.

    >>> log_odds(0.5), round(log_odds(0.9), 4)
    (0.0, 2.1972)
    """
    return clamp(log(larger(share, 1e-300)) - log(larger(1.0 - share, 1e-300)), -30.0, 30.0)


@step_code
def intrusion(rate: float, recall: float, seconds: float) -> float:
    """Chance that a memory comes unasked within `seconds`: `1 − e^(−rate · P · t)`.

    >>> round(intrusion(0.05, 0.5, 10.0), 4), intrusion(0.0, 1.0, 10.0)
    (0.2212, 0.0)
    """
    return 1.0 - exp(-rate * recall * seconds)


@step_code
def learned(tries: int, slope: float) -> float:
    """What trying `tries` times to keep a memory out takes from the log odds: `slope · ln n` (fitted to Legrand et al. 2022).

    >>> learned(0, 0.6), learned(1, 0.6), round(learned(8, 0.6), 3)
    (0.0, 0.0, 1.248)
    """
    return slope * log(float(tries)) if tries > 1 else 0.0


@step_code
def held_out(block: float, reserve: float) -> float:
    """What trying takes from the log odds now: all of `block` while there is strength for it, none when `reserve` is spent.

    >>> held_out(2.0, 1.0), held_out(2.0, 0.25)
    (2.0, 0.5)
    """
    return block * clamp(reserve, 0.0, 1.0)


@step_code
def overshoot(rebound: float, held: float, since: float, half_life: float) -> float:
    """What comes back when trying stops, after `since` s (Wegner et al. 1987): by how long it was held, halving in `half_life` s.

    `held` in [0, 1]: the share of a whole stretch of trying.

    >>> overshoot(1.0, 1.0, 60.0, 60.0), overshoot(1.0, 0.0, 0.0, 60.0)
    (0.5, 0.0)
    """
    return rebound * smaller(held, 1.0) * exp(-0.6931471805599453 * ratio(since, half_life))
