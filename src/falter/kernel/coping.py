"""Inner moves at work: a display held down harder, eyes taken off someone, a thing seen in another light."""

from __future__ import annotations

from falter.kernel.conditions import felt
from falter.mind.coping import lowered
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def rests(ti: Ints, tf: Floats, si: Ints, sf: Floats, a: int) -> bool:
    """A built-in way of coping is not for everybody in every scene, nor done again at once."""
    rest = tf[ti[TF_ACT] + a * TF_ACT_SIZE + ACT_REST]
    if rest <= 0.0:
        return False
    if tf[K_COPE] <= 0.0:
        return True
    done = si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_COUNT] > 0
    return done and sf[ti[SF_RUN] + RUN_T] < sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_LAND] + rest


@step_code
def lower(ti: Ints, sf: Floats, person: int, emotion: int, share: float) -> None:
    """A share of a feeling goes."""
    row = ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE + FEELING_FELT
    sf[row] = lowered(sf[row], share)


@step_code
def reappraise(ti: Ints, tf: Floats, sf: Floats, person: int) -> None:
    """The strongest of the feelings one would rather not have is lowered at its root."""
    strongest = FEELS_FEAR
    if felt(ti, sf, person, FEELS_ANGER) > felt(ti, sf, person, strongest):
        strongest = FEELS_ANGER
    if felt(ti, sf, person, FEELS_DISTRESS) > felt(ti, sf, person, strongest):
        strongest = FEELS_DISTRESS
    if felt(ti, sf, person, FEELS_HURT) > felt(ti, sf, person, strongest):
        strongest = FEELS_HURT
    if felt(ti, sf, person, FEELS_REMORSE) > felt(ti, sf, person, strongest):
        strongest = FEELS_REMORSE
    lower(ti, sf, person, strongest, tf[K_REAPPRAISE])


@step_code
def avert(ti: Ints, tf: Floats, sf: Floats, person: int, until: float) -> None:
    """The eyes go elsewhere until then: what is done in silence is not seen, and what was felt eases a little."""
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_AVERTED] = until
    lower(ti, sf, person, FEELS_FEAR, tf[K_AVERT])
    lower(ti, sf, person, FEELS_HURT, tf[K_AVERT])
    lower(ti, sf, person, FEELS_LOVE, tf[K_AVERT])
    lower(ti, sf, person, FEELS_SHAME, tf[K_AVERT])


@step_code
def looks_elsewhere(ti: Ints, sf: Floats, person: int) -> bool:
    """Are the eyes averted now?"""
    return sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_AVERTED] > sf[ti[SF_RUN] + RUN_T]


@step_code
def brace(ti: Ints, tf: Floats, sf: Floats, person: int) -> None:
    """Displays are held down harder for a while."""
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_BRACED] = tf[K_BRACE]


@step_code
def ease_off(ti: Ints, tf: Floats, sf: Floats, person: int) -> None:
    """Bracing oneself fades like what cues add to attention."""
    cell = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_BRACED
    sf[cell] = sf[cell] * tf[ti[TF_RUN] + RUN_CUE_KEPT]
