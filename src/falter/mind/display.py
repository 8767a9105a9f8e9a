"""What shows of what is felt, channel by channel (docs/mind.md 6).

A feeling comes out on every channel in its own measure; where it is hidden it is held down as far as the channel can be
controlled; a covering takes its share. What cannot be controlled leaks. Channels in the order of `model.words.DISPLAY_CHANNELS`:
face, voice, body, hands, breath, gaze. The rules are those of Ekman & Friesen (1969, 1975) and Matsumoto et al. (2005): play up, play down,
neutralise, mask, let be; and feigning what is not felt. What it costs: Gross & Levenson (1993).
"""

from __future__ import annotations

from falter.numeric.arithmetic import clamp
from falter.numeric.mode import step_code

EXPRESSION = (0.9, 0.7, 0.5, 0.5, 0.5, 0.6)
"""Share of a feeling that comes out on each channel when let be: face most (Ekman & Friesen 1969, sending capacity), sizes ours."""
CONTROL = (0.9, 0.6, 0.5, 0.3, 0.2, 0.6)
"""Share of that which can be held down: the face best, hands and breath least (Ekman & Friesen 1969, leakage), sizes ours."""


@step_code
def shown(felt: float, channel: int, held: float, covered: float) -> float:
    """Feeling that reaches the open air on one channel, >= 0: `felt · expression · (1 − control·held)(1 − covered)`.

    held <= 1: how hard the display is held down, below 0 how far it is played up; covered in [0, 1]: the share the coverings hide.

    >>> round(shown(0.8, 0, 0.0, 0.0), 3), round(shown(0.8, 0, 1.0, 0.0), 3), round(shown(0.8, 4, 1.0, 0.0), 3)
    (0.72, 0.072, 0.32)
    """
    return felt * EXPRESSION[channel] * (1.0 - CONTROL[channel] * held) * (1.0 - covered)


@step_code
def feigned(strength: float, channel: int) -> float:
    """What is shown of a feeling put on at this strength, in [0, 1]: only as far as the channel can be controlled.

    >>> round(feigned(0.8, 0), 3), round(feigned(0.8, 4), 3)
    (0.648, 0.08)
    """
    return strength * EXPRESSION[channel] * CONTROL[channel]


@step_code
def grip(reserve: float, depletion: float) -> float:
    """Share of the control over display that is exercised, in [0, 1]: `1 − depletion (1 − reserve)`. Ours.

    >>> grip(1.0, 0.7), round(grip(0.0, 0.7), 3), grip(0.0, 0.0)
    (1.0, 0.3, 1.0)
    """
    return 1.0 - depletion * (1.0 - reserve)


@step_code
def labour(felt: float, held: float, put_on: float, open_share: float) -> float:
    """What one emotion's display costs, in [0, 1]: what is held down or played up of it, or put on beyond it, where it is not covered.

    open_share in [0, 1]: of what can be controlled, the share that no covering hides.

    >>> labour(0.5, 1.0, 0.0, 1.0), labour(0.5, 0.0, 0.0, 1.0), labour(0.0, 0.0, 0.5, 0.5), labour(0.5, -0.5, 0.0, 1.0)
    (0.5, 0.0, 0.25, 0.25)
    """
    work = felt * abs(held)
    if put_on > felt:
        work = work + put_on - felt
    return clamp(work, 0.0, 1.0) * open_share


@step_code
def reserve_after(reserve: float, effort: float, drain: float, respite: float, seconds: float) -> float:
    """The reserve after some seconds of this effort, in [0, 1]: `dR/dt = (1 − E)(1 − R)/respite − drain E R`, an Euler step. Ours.

    >>> round(reserve_after(1.0, 1.0, 0.01, 300.0, 1.0), 4), round(reserve_after(0.5, 0.0, 0.01, 300.0, 1.0), 4)
    (0.99, 0.5017)
    """
    change = (1.0 - effort) * (1.0 - reserve) / respite - drain * effort * reserve
    return clamp(reserve + change * seconds, 0.0, 1.0)
