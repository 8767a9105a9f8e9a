"""Mood: where pleasure, arousal and dominance stand (Mehrabian 1996), pulled about by emotions and outlasting them (docs/mind/mood.md).

The form is that of ALMA (Gebhard 2005): active emotions have a weighted centre; a mood this side of it is pulled towards it,
one past it is pushed farther, and left alone it goes home to the person's temperament. Mood acts by tilting emotions that agree
with it (Bower 1981, direction) and by vigour (Niv et al. 2007, direction). Nothing here knows a person.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp, exp
from falter.numeric.mode import step_code


@step_code
def moved(mood: float, centre: float, past: bool, intensity: float, seconds: float, pull: float, push: float) -> float:
    """One axis after `seconds` under emotions whose centre on it is `centre`, all in [-1, 1], of mean intensity in [0, 1].

    Pulled: the distance to the centre shrinks by `e^(−intensity·t/pull)`. Past the centre: pushed on by `centre·intensity·t/push`.

    >>> round(moved(0.0, -0.4, False, 1.0, 180.0, 180.0, 600.0), 4), round(moved(-0.5, -0.4, True, 1.0, 60.0, 180.0, 600.0), 4)
    (-0.2528, -0.54)
    """
    if past:
        return clamp(mood + centre * intensity * seconds / push, -1.0, 1.0)
    return centre + (mood - centre) * exp(-intensity * seconds / pull)


@step_code
def homing(mood: float, home: float, kept: float) -> float:
    """One axis on its way home: `kept` is the share of the distance that is left.

    >>> round(homing(0.5, -0.1, 0.5), 12)
    0.2
    """
    return home + (mood - home) * kept


@step_code
def tilt(along: float, weight: float, bias: float) -> float:
    """What an emotion's intensity is multiplied by, in [¼, 2]: `1 + weight·bias·along`, with the mood's extent along the emotion.

    >>> tilt(0.5, 1.0, 0.8), tilt(-2.0, 1.0, 0.8), tilt(0.5, 0.0, 0.8)
    (1.4, 0.25, 1.0)
    """
    return clamp(1.0 + weight * bias * along, 0.25, 2.0)


@step_code
def vigour(arousal: float, dominance: float, weight: float, size: float) -> float:
    """What drifts are multiplied by, in [½, 1½]: less in a mood that is low and beaten, more in one that is roused and sure.

    >>> round(vigour(-0.2, -0.5, 1.0, 0.6), 3), vigour(0.4, 0.4, 0.0, 0.6)
    (0.79, 1.0)
    """
    return clamp(1.0 + weight * size * 0.5 * (arousal + dominance), 0.5, 1.5)
