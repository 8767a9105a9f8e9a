"""Speech under load: time that stretches, a voice that lets through more than is meant, a sentence that breaks off (docs/mind/speech.md).

Felt time: arousal speeds the inner clock, so that more of it goes by (Droit-Volet & Meck 2007). That the voice carries what is felt beside
what is said: Scherer (2003). That speech breaks down under anxiety: Mahl (1956). Forms and sizes are ours.
"""

from __future__ import annotations

from falter.numeric.mode import step_code

UNDERTONES = (0.2, 0.0, -0.3, 0.0, 0.3, -0.3)
"""What each family of feeling, heard under the words, does to the one they are for, in [-1, 1]: ours. Order of `model.words.FAMILIES`."""


@step_code
def pace(arousal: float, stretch: float) -> float:
    """Felt seconds in a second: `1 + stretch · arousal`.

    >>> pace(0.0, 0.6), pace(0.5, 0.6)
    (1.0, 1.3)
    """
    return 1.0 + stretch * arousal


@step_code
def breaking(arousal: float, conflict: float, rate: float) -> float:
    """How often a second speech breaks off: `rate · arousal · conflict`.

    >>> breaking(0.5, 0.5, 0.2), breaking(0.0, 1.0, 0.2)
    (0.05, 0.0)
    """
    return rate * arousal * conflict


@step_code
def undertone_good(family: int, amount: float, weight: float) -> float:
    """What an undertone adds to what the tone does to the one spoken to, in [-1, 1].

    >>> undertone_good(4, 0.5, 1.0), undertone_good(2, 0.5, 0.0) == 0.0
    (0.15, True)
    """
    return weight * amount * UNDERTONES[family]
