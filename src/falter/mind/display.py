"""What shows of what is felt, channel by channel (docs/mind.md 6).

A feeling comes out on every channel in its own measure; where it is hidden it is held down as far as the channel can be
controlled; a covering takes its share. What cannot be controlled leaks. Channels in the order of `model.words.DISPLAY_CHANNELS`:
face, voice, body, hands, breath, gaze.
"""

from __future__ import annotations

from falter.numeric.mode import step_code

EXPRESSION = (0.9, 0.7, 0.5, 0.5, 0.5, 0.6)
"""Share of a feeling that comes out on each channel when let be: face most (Ekman & Friesen 1969, sending capacity), sizes ours."""
CONTROL = (0.9, 0.6, 0.5, 0.3, 0.2, 0.6)
"""Share of that which can be held down: the face best, hands and breath least (Ekman & Friesen 1969, leakage), sizes ours."""


@step_code
def shown(felt: float, channel: int, held: float, covered: float) -> float:
    """Feeling that reaches the open air on one channel, in [0, 1]: `felt · expression · (1 − control·held)(1 − covered)`.

    held in [0, 1]: how hard the display is held down; covered in [0, 1]: the share the coverings hide.

    >>> round(shown(0.8, 0, 0.0, 0.0), 3), round(shown(0.8, 0, 1.0, 0.0), 3), round(shown(0.8, 4, 1.0, 0.0), 3)
    (0.72, 0.072, 0.32)
    """
    return felt * EXPRESSION[channel] * (1.0 - CONTROL[channel] * held) * (1.0 - covered)
