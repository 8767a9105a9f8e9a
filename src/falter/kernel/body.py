"""Once a refresh: arousal follows what is felt, meant and mastered; heart, breath and hands follow arousal."""

from __future__ import annotations

from falter.mind.body import followed, rate, shaking, wanted
from falter.numeric.arithmetic import exp
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def settle_body(ti: Ints, tf: Floats, sf: Floats, person: int) -> None:
    """One refresh of a body."""
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    seconds = tf[ti[TF_RUN] + RUN_SECONDS]
    conflict = tf[K_AROUSAL_CONFLICT] * sf[mine + PERSON_CONFLICT]
    effort = tf[K_AROUSAL_EFFORT] * sf[mine + PERSON_EFFORT]
    mood = tf[K_AROUSAL_MOOD] * sf[mine + PERSON_MOOD + 1]
    target = wanted(roused(ti, tf, sf, person), mood, conflict, effort)
    rise = exp(-seconds / tf[K_AROUSAL_RISE])
    fall = exp(-seconds / tf[K_AROUSAL_FALL])
    arousal = followed(sf[mine + PERSON_AROUSAL], target, rise, fall)
    sf[mine + PERSON_AROUSAL] = arousal
    lag = exp(-seconds / tf[K_HEART_LAG])
    quickened = arousal * (1.0 - tf[K_FREEZING_HEART] * sf[mine + PERSON_FROZEN])
    sf[mine + PERSON_HEART] = followed(sf[mine + PERSON_HEART], rate(quickened, tf[K_HEART_REST], tf[K_HEART_PEAK]), lag, lag)
    lag = exp(-seconds / tf[K_BREATH_LAG])
    sf[mine + PERSON_BREATH] = followed(sf[mine + PERSON_BREATH], rate(arousal, tf[K_BREATH_REST], tf[K_BREATH_PEAK]), lag, lag)
    lag = exp(-seconds / tf[K_TREMOR_LAG])
    sf[mine + PERSON_TREMOR] = followed(sf[mine + PERSON_TREMOR], shaking(arousal, tf[K_TREMOR_FROM]), lag, lag)


@step_code
def roused(ti: Ints, tf: Floats, sf: Floats, person: int) -> float:
    """Arousal that emotions bring, in [0, 1]: those that rouse add up like intensities."""
    calm = 1.0
    n = ti[N_EMOTION]
    for emotion in range(n):
        rouses = tf[ti[TF_EMOTION] + emotion * TF_EMOTION_SIZE + EMOTION_PAD + 1]
        if rouses > 0.0:
            calm = calm * (1.0 - rouses * sf[ti[SF_FEELING] + (person * n + emotion) * SF_FEELING_SIZE + FEELING_FELT])
    return 1.0 - calm
