"""Once a refresh: mood moves with what is felt, and goes home. At events: how mood tilts what is felt."""

from __future__ import annotations

from falter.mind.mood import homing, moved, tilt, vigour
from falter.numeric.arithmetic import larger
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

FAINT = 0.05
"""What is felt less than this does not move a mood."""
AT_IT = 1.000001
"""A mood is past what is felt if it is farther out by more than a hair: one that rests there is not pushed."""


@step_code
def settle_mood(ti: Ints, tf: Floats, sf: Floats, person: int) -> None:
    """The centre of the active emotions pulls or pushes the mood; then it goes a little home."""
    p, a, d, intensity = centre_of(ti, tf, sf, person)
    mood = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_MOOD
    home = ti[TF_PERSON] + person * TF_PERSON_SIZE + PERSON_HOME
    run = ti[TF_RUN]
    reached = sf[mood] * p + sf[mood + 1] * a + sf[mood + 2] * d
    past = reached > AT_IT * (p * p + a * a + d * d)
    for axis in range(3):
        centre = p if axis == 0 else (a if axis == 1 else d)
        now = sf[mood + axis]
        if intensity > 0.0:
            now = moved(now, centre, past, intensity, tf[run + RUN_SECONDS], tf[K_MOOD_PULL], tf[K_MOOD_PUSH])
        sf[mood + axis] = homing(now, tf[home + axis], tf[run + RUN_HOMING])
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_VIGOUR] = vigour(sf[mood + 1], sf[mood + 2], tf[K_MOOD_WEIGHT], tf[K_MOOD_VIGOUR])


@step_code
def centre_of(ti: Ints, tf: Floats, sf: Floats, person: int) -> tuple[float, float, float, float]:
    """Where the active emotions lie together, each at its place as far as it is felt; and their mean intensity, weighed by itself."""
    p = 0.0
    a = 0.0
    d = 0.0
    total = 0.0
    square = 0.0
    n = ti[N_EMOTION]
    for emotion in range(n):
        felt = sf[ti[SF_FEELING] + (person * n + emotion) * SF_FEELING_SIZE + FEELING_FELT]
        if felt >= FAINT:
            pad = ti[TF_EMOTION] + emotion * TF_EMOTION_SIZE + EMOTION_PAD
            p = p + felt * tf[pad]
            a = a + felt * tf[pad + 1]
            d = d + felt * tf[pad + 2]
            total = total + felt
            square = square + felt * felt
    if total <= 0.0:
        return 0.0, 0.0, 0.0, 0.0
    whole = larger(1.0, total)
    return p / whole, a / whole, d / whole, square / total


@step_code
def tilted(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int) -> float:
    """What the mood now multiplies a new emotion's intensity by."""
    mood = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_MOOD
    return tilt_along(ti, tf, emotion, sf[mood], sf[mood + 1], sf[mood + 2])


@step_code
def tilt_along(ti: Ints, tf: Floats, emotion: int, p: float, a: float, d: float) -> float:
    """The tilt of an emotion by how far a mood goes its way."""
    row = ti[TF_EMOTION] + emotion * TF_EMOTION_SIZE
    length = tf[row + EMOTION_LENGTH]
    if length <= 0.0:
        return 1.0
    pad = row + EMOTION_PAD
    along = (p * tf[pad] + a * tf[pad + 1] + d * tf[pad + 2]) / length
    return tilt(along, tf[K_MOOD_WEIGHT], tf[K_MOOD_BIAS])


@step_code
def base_tilt(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int) -> float:
    """What multiplies the emotion one came in with: 1 while the mood is what it was then."""
    mood = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_MOOD
    home = ti[TF_PERSON] + person * TF_PERSON_SIZE + PERSON_HOME
    return tilt_along(ti, tf, emotion, sf[mood] - tf[home], sf[mood + 1] - tf[home + 1], sf[mood + 2] - tf[home + 2])
