"""Arousal, and what the body makes of it: heart, breath, shaking hands (docs/mind/body.md).

Arousal comes of emotions (their share in pleasure–arousal–dominance, Gebhard 2005), of mood, of conflict (Critchley et al. 2003,
direction) and of effort (Gross & Levenson 1993, direction); it rises in seconds and falls in tens of them. Sizes ours.
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code


@step_code
def wanted(emotions: float, mood: float, conflict: float, effort: float) -> float:
    """Arousal that the situation keeps up, in [0, 1]: `1 − (1 − emotions)(1 − conflict)(1 − effort) + mood`, held in range.

    Each is a share in [0, 1]; mood, in [-1, 1], is added.

    >>> wanted(0.5, 0.0, 0.0, 0.0), wanted(0.5, 0.0, 0.5, 0.0), wanted(0.0, -0.3, 0.0, 0.0)
    (0.5, 0.75, 0.0)
    """
    return clamp(1.0 - (1.0 - emotions) * (1.0 - conflict) * (1.0 - effort) + mood, 0.0, 1.0)


@step_code
def followed(now: float, target: float, rise: float, fall: float) -> float:
    """One refresh nearer to a target: `rise` and `fall` are the shares of the gap that are left on the way up and down.

    >>> followed(0.0, 1.0, 0.25, 0.5), followed(1.0, 0.0, 0.25, 0.5)
    (0.75, 0.5)
    """
    return target + (now - target) * (rise if target > now else fall)


@step_code
def rate(arousal: float, rest: float, peak: float) -> float:
    """Beats or breaths a minute at an arousal in [0, 1].

    >>> rate(0.0, 65.0, 160.0), rate(1.0, 65.0, 160.0)
    (65.0, 160.0)
    """
    return rest + (peak - rest) * arousal


@step_code
def shaking(arousal: float, begins: float) -> float:
    """Tremor in [0, 1]: none up to `begins`, in proportion above.

    >>> shaking(0.3, 0.4), round(shaking(0.7, 0.4), 3), shaking(1.0, 0.4)
    (0.0, 0.5, 1.0)
    """
    if begins >= 1.0 or arousal <= begins:
        return 0.0
    return (arousal - begins) / (1.0 - begins)
