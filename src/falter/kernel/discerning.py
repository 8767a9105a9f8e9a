"""What a look tells of each feeling: all of them side by side, so that a processor can do several at once (docs/mind/reading.md).

The workings of one look stand in rows of eight (`LANES`): the six families, none, and one that nobody reads.
"""

from __future__ import annotations

from falter.mind.reading import (
    FEELINGS,
    MEANT_BY_AXIS,
    SIZES,
    expected,
    gathered,
    over_rules,
    score,
    spread,
)
from falter.numeric.arithmetic import exp, larger, log
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

JOY = 0
TENDERNESS = 4


@step_code
def score_channel(ti: Ints, tf: Floats, sf: Floats, channel: int, plain: float, strange: float) -> None:
    """What one channel's cue says for each feeling under each rule of display."""
    cue = ti[SF_SCORE] + SCORE_CUE
    x = sf[cue]
    y = sf[cue + 1]
    z = sf[cue + 2]
    rules = ti[SF_SCORE] + SCORE_RULES
    variance = spread(tf[K_CUE_NOISE], tf[K_MANNER], strange, plain, tf[K_CUE_MEMORY] / tf[K_TAU_CUE])
    let_be = expected(channel, 0, plain)
    toned = expected(channel, 1, plain)
    held = expected(channel, 2, plain)
    smile = score(overlap(channel, JOY, x, y, z), SIZES[channel][JOY], let_be, variance)
    masked = channel <= 1
    for lane in range(LANES):
        size = SIZES[channel][lane]
        alike = overlap(channel, lane, x, y, z)
        worn = score(alike, size, held, variance)
        at = rules + lane
        sf[at] = sf[at] + score(alike, size, let_be, variance)
        sf[at + LANES] = sf[at + LANES] + score(alike, size, toned, variance)
        sf[at + 2 * LANES] = sf[at + 2 * LANES] + worn
        sf[at + 3 * LANES] = sf[at + 3 * LANES] + (smile if masked else worn)


@step_code
def overlap(channel: int, family: int, x: float, y: float, z: float) -> float:
    """How far a cue points where a family's does: e·M."""
    total = 0.0 + MEANT_BY_AXIS[channel][family] * x
    return total + MEANT_BY_AXIS[channel][LANES + family] * y + MEANT_BY_AXIS[channel][2 * LANES + family] * z


@step_code
def score_feelings(ti: Ints, sf: Floats, glance: int) -> None:
    """The log-likelihood of each feeling by a whole look, whatever the rule it is shown by."""
    rules = ti[SF_SCORE] + SCORE_RULES
    told = rules - SCORE_RULES + SCORE_FOUND
    for lane in range(LANES):
        at = rules + lane
        sf[told + lane] = over_rules(sf[at], sf[at + LANES], sf[at + 2 * LANES], sf[at + 3 * LANES])
    found = ti[SF_GLANCE] + glance * SF_GLANCE_SIZE + GLANCE_FOUND
    for feeling in range(FEELINGS):
        sf[found + feeling] = sf[told + feeling]


@step_code
def believe(ti: Ints, tf: Floats, sf: Floats, glance: int, kept: float, weight: float) -> None:
    """The belief after a look: what was gathered fades, what was found is added."""
    row = ti[SF_GLANCE] + glance * SF_GLANCE_SIZE
    priors = ti[TF_GLANCE] + glance * TF_GLANCE_SIZE + GLANCE_PRIOR
    odds = ti[SF_SCORE] + SCORE_ODDS
    top = -1.0e300
    for feeling in range(FEELINGS):
        at = row + GLANCE_LOGL + feeling
        sf[at] = gathered(sf[at], tf[priors + feeling], sf[row + GLANCE_FOUND + feeling], kept, weight)
        top = larger(top, sf[at])
    for feeling in range(FEELINGS):
        sf[odds + feeling] = sf[row + GLANCE_LOGL + feeling] - top
    sf[odds + FEELINGS] = 0.0
    for lane in range(LANES):
        sf[odds + lane] = exp(sf[odds + lane])
    total = 0.0
    for feeling in range(FEELINGS):
        total = total + sf[odds + feeling]
    for feeling in range(FEELINGS):
        sf[row + GLANCE_BELIEF + feeling] = sf[odds + feeling] / total


@step_code
def over_others(ti: Ints, sf: Floats, tf: Floats, found: int, expecting: int) -> float:
    """Log-likelihood of anything but tenderness, by how often each is to be looked for."""
    odds = ti[SF_SCORE] + SCORE_ODDS
    top = -1.0e300
    for feeling in range(FEELINGS):
        if feeling != TENDERNESS:
            top = larger(top, sf[found + feeling])
    for feeling in range(FEELINGS):
        sf[odds + feeling] = sf[found + feeling] - top
    sf[odds + FEELINGS] = 0.0
    for lane in range(LANES):
        sf[odds + lane] = exp(sf[odds + lane])
    total = 0.0
    weights = 0.0
    for feeling in range(FEELINGS):
        if feeling != TENDERNESS:
            w = tf[expecting + feeling]
            total = total + w * sf[odds + feeling]
            weights = weights + w
    return top + log(total / weights)
