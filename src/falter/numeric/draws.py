"""Chance, addressed and not streamed: a draw is a function of (seed; run, step, luck) and of its own address.

So adding a person or a move shifts nobody else's draws, and run k is the same alone and in a batch. Knows nothing of
what is drawn for.
"""

from __future__ import annotations

from falter.numeric.arithmetic import log, sqrt
from falter.numeric.mode import step_code, u64

ROUND_A = 0xD2511F53
ROUND_B = 0xCD9E8D57
KEY_A = 0x9E3779B9
KEY_B = 0xBB67AE85
LOW_32 = 0xFFFFFFFF
MIX_A = 0xBF58476D1CE4E5B9
MIX_B = 0x94D049BB133111EB
TWO_TO_MINUS_52 = 2.220446049250313e-16


@step_code
def philox4x32_10(c0: int, c1: int, c2: int, c3: int, k0: int, k1: int) -> tuple[int, int, int, int]:
    """The counter-based generator Philox4x32 with ten rounds (Salmon, Moraes, Dror & Shaw 2011).

    Four 32-bit words, from a counter of four and a key of two.
    """
    low = u64(LOW_32)
    round_a = u64(ROUND_A)
    round_b = u64(ROUND_B)
    key_a = u64(KEY_A)
    key_b = u64(KEY_B)
    for _ in range(10):
        a = round_a * c0  # two words below 2³²: the product does not wrap
        b = round_b * c2
        c0 = (b >> 32) ^ c1 ^ k0
        c2 = (a >> 32) ^ c3 ^ k1
        c1 = b & low
        c3 = a & low
        k0 = (k0 + key_a) & low
        k1 = (k1 + key_b) & low
    return c0, c1, c2, c3


@step_code
def now_word(seed: int, run: int, step: int, luck: int) -> int:
    """The word of chance of one step: 64 bits from the seed and run (64 bits each), the step and luck (32 bits each)."""
    low = u64(LOW_32)
    key = u64(seed)
    which = u64(run)
    w0, w1, _w2, _w3 = philox4x32_10(u64(step) & low, which & low, which >> 32, u64(luck) & low, key & low, key >> 32)
    return u64(w1 << 32) | w0


@step_code
def finalise(word: int) -> int:
    """A bijection of 64-bit words in which every bit depends on all (Stafford 2011, mix 13, as in SplitMix64: Steele, Lea & Flood 2014)."""
    word = word ^ (word >> 30)
    word = u64(word * MIX_A)
    word = word ^ (word >> 27)
    word = u64(word * MIX_B)
    return word ^ (word >> 31)


@step_code
def uniform(now: int, address: int) -> float:
    """A number in (0, 1), ends excluded."""
    return (float(finalise(now ^ address) >> 12) + 0.5) * TWO_TO_MINUS_52


@step_code
def exponential(now: int, address: int) -> float:
    """A waiting time at rate 1: −log of a uniform draw."""
    return -log(uniform(now, address))


@step_code
def normal(now: int, address: int) -> float:
    """A standard normal number, from one uniform draw by the inverse of its distribution: |z| ≤ 8.2."""
    return normal_quantile(uniform(now, address))


@step_code
def normal_quantile(p: float) -> float:
    """The z with Φ(z) = p, for p in (0, 1): Wichura (1988), AS 241, PPND16; relative error about 1e-16.

    Exactly antisymmetric about ½. The tails take one log and one square root, the middle 85 % neither.
    """
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        n = 2.5090809287301226727e3 * r + 3.3430575583588128105e4
        n = (n * r + 6.7265770927008700853e4) * r + 4.5921953931549871457e4
        n = (n * r + 1.3731693765509461125e4) * r + 1.9715909503065514427e3
        n = (n * r + 1.3314166789178437745e2) * r + 3.3871328727963666080e0
        d = 5.2264952788528545610e3 * r + 2.8729085735721942674e4
        d = (d * r + 3.9307895800092710610e4) * r + 2.1213794301586595867e4
        d = (d * r + 5.3941960214247511077e3) * r + 6.8718700749205790830e2
        d = (d * r + 4.2313330701600911252e1) * r + 1.0
        return q * n / d
    r = sqrt(-log(p if q < 0.0 else 1.0 - p))
    z = near_tail(r - 1.6) if r <= 5.0 else far_tail(r - 5.0)
    return -z if q < 0.0 else z


@step_code
def near_tail(r: float) -> float:
    """AS 241, equation (2): r = √(−log p) − 1.6, in (0, 3.4]."""
    n = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2
    n = (n * r + 2.41780725177450611770e-1) * r + 1.27045825245236838258e0
    n = (n * r + 3.64784832476320460504e0) * r + 5.76949722146069140550e0
    n = (n * r + 4.63033784615654529590e0) * r + 1.42343711074968357734e0
    d = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4
    d = (d * r + 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1
    d = (d * r + 6.89767334985100004550e-1) * r + 1.67638483018380384940e0
    d = (d * r + 2.05319162663775882187e0) * r + 1.0
    return n / d


@step_code
def far_tail(r: float) -> float:
    """AS 241, equation (3): r = √(−log p) − 5, above 0."""
    n = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
    n = (n * r + 1.24266094738807843860e-3) * r + 2.65321895265761230930e-2
    n = (n * r + 2.96560571828504891230e-1) * r + 1.78482653991729133580e0
    n = (n * r + 5.46378491116411436990e0) * r + 6.65790464350110377720e0
    d = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7
    d = (d * r + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4
    d = (d * r + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1
    d = (d * r + 5.99832206555887937690e-1) * r + 1.0
    return n / d
