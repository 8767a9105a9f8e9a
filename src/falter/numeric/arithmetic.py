"""Arithmetic that plain and compiled mode, and any two machines, do to the same last bit, and that raises in neither mode.

exp and log are our own, in `+ − * /` and floor only (decisions/arithmetic.md): those of the C library differ between libraries and
processors. Knows nothing of minds or draws.
"""

from __future__ import annotations

import hashlib
import math

from falter.numeric.mode import primitive, step_code

EXP_LOW = -708.0
EXP_HIGH = 709.0
LEAST = 2.2250738585072014e-308
GREATEST = 1.7976931348623157e308
LOG2_E = 1.4426950408889634
LN2_HIGH = 0.6931471803691238
"""log 2 to 32 bits, so that its product with an exponent is exact; LN2_LOW is the rest."""
LN2_LOW = 1.9082149292705877e-10
ROOT_HALF = 0.7071067811865476
ROOT_TWO_PI = 2.5066282746310002
LOG_ROOT_TWO_PI = 0.9189385332046728
MILLS_FAR = 1e8


@primitive(
    "f",
    """  %biased = add i64 %k, 1023
  %bits = shl i64 %biased, 52
  %power = bitcast i64 %bits to double
  ret double %power""",
)
def power_of_two(k: int) -> float:
    """2ᵏ, exactly, for k in [-1022, 1023]: written as an exponent when compiled."""
    return math.ldexp(1.0, k)


@primitive(
    "fi",
    """  %bits = bitcast double %x to i64
  %kept = and i64 %bits, 4503599627370495
  %half = or i64 %kept, 4602678819172646912
  %m = bitcast i64 %half to double
  %high = ashr i64 %bits, 52
  %k = sub i64 %high, 1022
  %one = insertvalue {double, i64} poison, double %m, 0
  %both = insertvalue {double, i64} %one, i64 %k, 1
  ret {double, i64} %both""",
)
def split(x: float) -> tuple[float, int]:
    """(m, k) with x = m·2ᵏ exactly and m in [½, 1), for x in [LEAST, GREATEST]: read off the bits when compiled."""
    return math.frexp(x)


@step_code
def exp(x: float) -> float:
    """eˣ, within 1 unit in the last place: 2ᵏ·eʳ with |r| ≤ ½ log 2, eʳ by its series to r¹³.

    0 below -708, e⁷⁰⁹ above 709: never infinite, never denormal.

    >>> exp(0.0), exp(-1e9), abs(exp(1.0) / math.e - 1.0) < 3e-16
    (1.0, 0.0, True)
    """
    if x != x or x < EXP_LOW:
        return x if x != x else 0.0
    if x > EXP_HIGH:
        x = EXP_HIGH
    k = math.floor(x * LOG2_E + 0.5)
    r = (x - k * LN2_HIGH) - k * LN2_LOW
    # In pairs, and pairs of pairs, so that a processor need not wait for one product to begin the next.
    s = r * r
    q = s * s
    a = (0.5 + r * (1.0 / 6.0)) + s * (1.0 / 24.0 + r * (1.0 / 120.0))
    b = (1.0 / 720.0 + r * (1.0 / 5040.0)) + s * (1.0 / 40320.0 + r * (1.0 / 362880.0))
    c = (1.0 / 3628800.0 + r * (1.0 / 39916800.0)) + s * (1.0 / 479001600.0 + r * (1.0 / 6227020800.0))
    return (1.0 + (r + s * (a + q * (b + q * c)))) * power_of_two(k)


@step_code
def log(x: float) -> float:
    """The natural logarithm, within 2 units in the last place: x = m·2ᵏ, m about 1, log m = 2 artanh((m − 1)/(m + 1)).

    Below the least normal number, 0 and negative numbers included, the log of that number (-708.4): never infinite.

    >>> log(1.0), log(0.0) == log(-3.0) < -708.0, abs(log(math.e) - 1.0) < 3e-16
    (0.0, True, True)
    """
    if x != x:
        return x
    if x < LEAST:
        x = LEAST
    if x > GREATEST:
        x = GREATEST
    m, k = split(x)
    if m < ROOT_HALF:
        m = m + m
        k = k - 1
    f = (m - 1.0) / (m + 1.0)
    s = f * f
    q = s * s
    low = (1.0 / 3.0 + s * (1.0 / 5.0)) + q * (1.0 / 7.0 + s * (1.0 / 9.0))
    high = (1.0 / 11.0 + s * (1.0 / 13.0)) + q * ((1.0 / 15.0 + s * (1.0 / 17.0)) + q * (1.0 / 19.0))
    t = low + (q * q) * high
    return k * LN2_HIGH + (2.0 * f + (2.0 * f * s * t + k * LN2_LOW))


@step_code
def sqrt(x: float) -> float:
    """The square root, correctly rounded; 0 for what is below 0."""
    return math.sqrt(x) if x > 0.0 else 0.0


@step_code
def smaller(x: float, y: float) -> float:
    """The lesser of two numbers; `x` if they are equal or one is not a number."""
    return y if y < x else x


@step_code
def larger(x: float, y: float) -> float:
    """The greater of two numbers; `x` if they are equal or one is not a number."""
    return y if y > x else x


@step_code
def clamp(x: float, low: float, high: float) -> float:
    """`x`, moved to the nearer end if it is outside [low, high]."""
    if x < low:
        return low
    if x > high:
        return high
    return x


@step_code
def ratio(part: float, whole: float) -> float:
    """part / whole; 0 where the whole is 0."""
    return part / whole if whole != 0.0 else 0.0


@step_code
def normal_pdf(z: float) -> float:
    """φ(z), the density of the standard normal distribution; 0 beyond |z| = 37.6."""
    return exp(-0.5 * z * z) / ROOT_TWO_PI


@step_code
def mills(x: float) -> float:
    """(1 − Φ(x)) / φ(x), Mills' ratio, for x ≥ 0: a rational function fitted to it, relative error below 2e-13 everywhere.

    All coefficients are positive, so nothing cancels; above and below are monic, so it ends as 1/x, as it must.
    """
    if x > MILLS_FAR:
        return 1.0 / x
    above = (x + 21.294651841759816) * x + 224.00296750890777
    above = (above * x + 1486.6760211166593) * x + 6738.852679864206
    above = (above * x + 21278.85604540066) * x + 45776.409903927335
    above = (above * x + 61834.162741052874) * x + 40952.24245537719
    below = (x + 21.294651841759816) * x + 225.00296750873434
    below = (below * x + 1507.9706730430685) * x + 6960.8556356374675
    below = (below * x + 22722.943504313236) * x + 52077.230220252095
    below = (below * x + 80353.21451201357) * x + 75407.53105115303
    return above / (below * x + 32675.16198540109)


@step_code
def normal_cdf(z: float) -> float:
    """Φ(z), relative error below 2e-13 in the lower tail too; 0 below z = -37.6.

    >>> normal_cdf(0.0), abs(normal_cdf(-8.0) / 6.220960574271785e-16 - 1.0) < 1e-13
    (0.5, True)
    """
    if z < 0.0:
        return normal_pdf(z) * mills(-z)
    return 1.0 - normal_pdf(z) * mills(z)


@step_code
def inverse_mills(z: float) -> float:
    """φ(z) / Φ(z), at every z: about -z far below 0, and never 0/0."""
    if z < -MILLS_FAR:
        return -z
    if z < 0.0:
        return 1.0 / mills(-z)
    return normal_pdf(z) / normal_cdf(z)


@step_code
def log_normal_cdf(z: float) -> float:
    """log Φ(z), also where Φ is too small to be written, and where it is almost 1."""
    if z < 0.0:
        return log(mills(-z)) - (0.5 * z * z + LOG_ROOT_TWO_PI)
    upper = normal_pdf(z) * mills(z)
    if upper < 0.001:
        return -upper * (1.0 + upper * (0.5 + upper * (1.0 / 3.0 + upper * (0.25 + upper * 0.2))))
    return log(1.0 - upper)


def arithmetic_fingerprint() -> str:
    """A digest of exp, log and Φ at known points: two machines where it differs cannot repeat each other's runs to the bit.

    >>> arithmetic_fingerprint()
    '9d396e944f0476d1'
    """
    values = []
    x = 1e-6
    for _ in range(60):
        values += [exp(x), log(abs(x)), sqrt(abs(x)), normal_cdf(x), log_normal_cdf(x)]
        x = -1.37 * x
    return hashlib.blake2b(" ".join(value.hex() for value in values).encode(), digest_size=8).hexdigest()
