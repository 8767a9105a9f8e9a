"""Reading feelings off another's face, voice and bearing: a belief over six families of feeling and none (docs/mind/reading.md).

On each channel that reaches the reader there is a cue of three numbers, `e_c = r_c Σ_k shown_{c,k} M_{c,k} + r_c b_c + ε_c`: what is
shown of each family, the person's own manner b, and noise. The reader asks which one feeling, under which rule of display, would give it.
"""

from __future__ import annotations

from falter.mind.display import CONTROL, EXPRESSION
from falter.numeric.arithmetic import exp, log, sqrt
from falter.numeric.mode import step_code

CHANNELS = 6
FAMILIES = 6
NEUTRAL = 6
"""The place of «nothing in particular» in a belief, behind the six families."""
FEELINGS = 7
AXES = 3
RULES = 4
"""What a reader reckons with: let be, toned down, held down, masked with a smile."""

MEANT = (
    # face: joy, sadness, anger, fear, tenderness, aversion
    (8.2, -6.3, 0.0, 2.5, 1.0, -0.7, 3.6, 5.6, 0.3, 4.0, 1.7, 1.5, 3.4, -2.6, -2.4, 5.9, 3.7, -0.9),
    # voice
    (4.8, 0.1, -1.7, 3.5, 1.8, 0.6, 5.8, -2.6, 0.1, 5.4, 1.8, -0.2, 2.2, 2.4, -2.0, 5.4, -0.3, 1.2),
    # body
    (2.4, 2.2, 0.0, -3.0, 0.0, -0.8, 1.8, -1.6, 3.0, -0.8, -2.2, -2.2, 0.4, 2.4, -0.8, 0.2, -1.8, 1.6),
    # hands
    (1.4, 0.8, 0.0, -1.6, 0.2, 0.0, 2.8, -0.8, 1.4, 2.2, -2.2, -1.4, -0.6, 2.2, 0.2, 1.0, -1.2, 0.8),
    # breath
    (1.4, 0.6, 0.0, -1.0, 2.0, 0.2, 2.4, 0.8, 1.6, 3.2, -1.6, 0.0, -1.4, 1.2, 0.0, 0.8, 0.0, 1.0),
    # gaze
    (1.6, 0.8, 0.0, -2.4, -0.8, 0.0, 2.2, -1.4, 2.2, 0.2, -3.0, -1.4, 1.4, 2.4, -1.4, -2.2, -0.8, 1.8),
)
"""M: how each family looks on each channel, three numbers each, in units of the noise of a clip of 2.5 s. Face and voice: fitted to the
answers of CREMA-D's raters (Cao et al. 2014), on whose principal axes they stand; tenderness there, and the other channels, are ours, in
the directions of Wallbott 1998 (body, hands), Boiten, Frijda & Wientjes 1994 (breath) and Adams & Kleck 2005 (gaze)."""

TYPICAL = 0.6
"""Intensity a reader expects of a feeling that shows: ours, of the same fit."""
HELD = (0.0, 0.5, 1.0)
"""How hard the first three rules hold a feeling down, as `held` of `mind.display`."""
EXPECTED = (0.47, 0.28, 0.19, 0.06)
"""How often a reader expects each rule: ours. A smile is the commonest mask (Ekman & Friesen 1975)."""

NEARNESS = (1.0, 1.0, 1.5, 0.6, 0.15, 0.4)
"""Distance at which a channel is half as plain, as a share of `sight`, of `earshot` for the voice: ours. A face is read from afar (Hager &
Ekman 1979), a breath beside one's ear."""


MEANT_BY_AXIS = tuple(tuple(m for axis in range(AXES) for m in (*row[axis::AXES], 0.0, 0.0)) for row in MEANT)
"""The same by axis, the families side by side, and twice 0."""
SIZES = tuple(
    (*(0.0 + row[k] * row[k] + row[k + 1] * row[k + 1] + row[k + 2] * row[k + 2] for k in range(0, len(row), AXES)), 0.0, 0.0)
    for row in MEANT
)
"""|M|² on each channel, of each family, and twice 0."""


@step_code
def meant(channel: int, family: int, axis: int) -> float:
    """M on one channel, for one family, on one axis."""
    return MEANT[channel][family * AXES + axis]


@step_code
def reach(channel: int, distance: float, dark: float, sight: float, earshot: float, dim: float) -> float:
    """How plainly a channel reaches a reader, in [0, 1]: light and distance for what is seen, distance alone for voice and breath. m.

    >>> round(reach(0, 10.0, 0.0, 10.0, 20.0, 0.8), 3), round(reach(0, 0.0, 1.0, 10.0, 20.0, 0.8), 3)
    (0.5, 0.2)
    >>> round(reach(1, 20.0, 1.0, 10.0, 20.0, 0.8), 3)
    0.5
    """
    heard = channel == 1 or channel == 4
    far = distance / (NEARNESS[channel] * (earshot if channel == 1 else sight))
    plain = 1.0 / (1.0 + far * far)
    return plain if heard else plain * (1.0 - dim * dark)


@step_code
def to_the_fore(shown: float, draw: float) -> float:
    """The place of a feeling in the race to the fore, the least first: `draw/shown²`, draw exponential; what does not show never wins."""
    return draw / (shown * shown) if shown > 0.0 else 1.0e18


@step_code
def strangeness(familiar: float, familiarity: float) -> float:
    """Share of the variance of another's manner that is left to one who knows him: `1 − familiar · familiarity`."""
    return 1.0 - familiar * familiarity


@step_code
def spread(noise: float, manner: float, strange: float, plain: float, glances: float) -> float:
    """Variance of one cue: `σ² + n b² strange r²`. The manner is the same at every look, so each of the n looks that a belief rests on
    must carry n times its variance, or they would be taken for n different people's."""
    return noise * noise + glances * manner * manner * strange * plain * plain


@step_code
def expected(channel: int, rule: int, plain: float) -> float:
    """How much of a feeling a reader expects on a channel under a rule of display: `r · typical · expression (1 − control · held)`."""
    return plain * TYPICAL * EXPRESSION[channel] * (1.0 - CONTROL[channel] * HELD[rule])


@step_code
def score(overlap: float, size: float, scale: float, variance: float) -> float:
    """Log-likelihood of a cue against that of nothing shown: `(s e·M − ½ s² |M|²)/V`.

    >>> score(2.0, 4.0, 1.0, 1.0), score(2.0, 4.0, 0.0, 1.0)
    (0.0, 0.0)
    """
    return (scale * overlap - 0.5 * scale * scale * size) / variance


@step_code
def over_rules(plain: float, toned: float, held: float, masked: float) -> float:
    """Log-likelihood of a feeling, whatever the rule it is shown by: `log Σ_r w_r e^{l_r}`.

    >>> round(over_rules(1.5, 1.5, 1.5, 1.5), 6)
    1.5
    """
    top = plain
    if toned > top:
        top = toned
    if held > top:
        top = held
    if masked > top:
        top = masked
    total = EXPECTED[0] * exp(plain - top) + EXPECTED[1] * exp(toned - top)
    return top + log(total + EXPECTED[2] * exp(held - top) + EXPECTED[3] * exp(masked - top))


@step_code
def gathered(before: float, prior: float, found: float, kept: float, weight: float) -> float:
    """Log-odds after a look: what was there fades towards the prior, and what was found is added: `π + kept (L − π) + weight · l`."""
    return prior + kept * (before - prior) + weight * found


@step_code
def manner_left(manner: float, strange: float, draw: float) -> float:
    """What of someone's manner misleads this reader: `b √strange`, b of deviation `manner`; the rest he knows and allows for."""
    return manner * sqrt(strange) * draw


@step_code
def tenderness(tender: float, other: float) -> tuple[float, float, float]:
    """A look as one who wonders about love takes it: the greater log-likelihood, and the odds of tenderness and of all else against it."""
    top = tender if tender > other else other
    return top, exp(tender - top), exp(other - top)


@step_code
def care_likelihood(top: float, tender: float, other: float, level: float, nearness: float, weight: float) -> float:
    """Log-likelihood of a look if he cares at this level: tenderness is then there a share `q = level · nearness` of the time,
    `weight · log(q e^{tender} + (1 − q) e^{other})`; the first three by `tenderness`.

    >>> round(care_likelihood(*tenderness(1.0, 1.0), 0.5, 1.0, 0.3), 6)
    0.3
    """
    q = level * nearness
    return weight * (top + log(q * tender + (1.0 - q) * other + 1.0e-12))
