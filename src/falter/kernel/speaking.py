"""Speech under load: felt time, the tone under the tone, speech that breaks off, answers that do not come (docs/mind/speech.md)."""

from __future__ import annotations

from falter.kernel.acts import make_stale
from falter.kernel.conditions import open_channel
from falter.kernel.incidents import befall, bit_of
from falter.kernel.showing import FAMILIES, shown_on
from falter.mind.speech import breaking, pace, undertone_good
from falter.numeric.draws import exponential
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def feel_time(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, seconds: float) -> None:
    """Time goes by as this one feels it; and who waits for an answer in vain finds that it is late."""
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    rate = pace(sf[mine + PERSON_AROUSAL], tf[K_STRETCH])
    sf[mine + PERSON_PACE] = rate
    sf[mine + PERSON_FELT_TIME] = sf[mine + PERSON_FELT_TIME] + rate * seconds
    debtor = si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_DEBTOR]
    asked = sf[mine + PERSON_ASKED]
    waited = (sf[ti[SF_RUN] + RUN_T] - asked) * rate
    if debtor >= 0 and asked != sf[mine + PERSON_IN_VAIN] and waited > tf[K_ANSWER_DUE]:
        sf[mine + PERSON_IN_VAIN] = asked
        befall(ti, si, sf, BEFALLS_UNANSWERED, person, debtor, -1, bit_of(person) + bit_of(debtor), waited)


@step_code
def utter(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, a: int, now: int) -> None:
    """An act that was just begun: if it is speech, what is under its tone, and whether it will break off."""
    event = si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_PENDING]
    if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_SPOKEN] == 0 or event < 0:
        return
    doer = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_OWNER]
    sound(ti, tf, si, sf, doer, event)
    mine = ti[SF_PERSON] + doer * SF_PERSON_SIZE
    hazard = breaking(sf[mine + PERSON_AROUSAL], sf[mine + PERSON_CONFLICT], tf[K_BREAK_OFF])
    if hazard <= 0.0:
        return
    begun = sf[ti[SF_EVENT] + event * SF_EVENT_SIZE + EVENT_T]
    ends = begun + exponential(now, tu[ti[TU_ACT] + a * TU_ACT_SIZE + ACT_BREAK]) / hazard
    if ends < sf[ti[SF_EVENT] + event * SF_EVENT_SIZE + EVENT_LANDS]:
        si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_BREAKS] = 1
        sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_LAND] = ends
        if ends < sf[mine + PERSON_NEXT_LAND]:
            sf[mine + PERSON_NEXT_LAND] = ends


@step_code
def sound(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, event: int) -> None:
    """What is felt and comes through in the voice beside the tone that is meant: the family that shows most there."""
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    meant = ti[ti[TI_WORDING] + si[row + EVENT_WORDING] * TI_WORDING_SIZE + WORDING_FAMILY]
    found = -1
    most = 0.0
    for family in range(FAMILIES):
        heard = shown_on(ti, tf, si, sf, doer, ON_VOICE, family)
        if family != meant and heard > most:
            found = family
            most = heard
    mine = ti[SF_PERSON] + doer * SF_PERSON_SIZE
    sf[mine + PERSON_UNDERTONE] = 0.0
    if found >= 0 and most >= tf[K_UNDERTONE_HEARD] and open_channel(ti, tf, si, doer, ON_VOICE) > 0.0:
        sf[mine + PERSON_UNDERTONE] = undertone_good(found, most, tf[K_UNDERTONE])
        if tf[K_UNDERTONE] > 0.0:
            befall(ti, si, sf, BEFALLS_UNDERTONE, doer, si[row + EVENT_AIM], found, si[row + EVENT_HEARD], most)


@step_code
def break_off(ti: Ints, si: Ints, sf: Floats, doer: int, a: int, event: int) -> None:
    """The words do not come to their end: what was said of them stands, what was not is not heard, and they may be tried again."""
    t = sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_LAND]
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    floats = ti[SF_EVENT] + event * SF_EVENT_SIZE
    state = ti[SI_ACT] + a * SI_ACT_SIZE
    said = (t - sf[floats + EVENT_T]) / (sf[floats + EVENT_LANDS] - sf[floats + EVENT_T])
    si[state + ACT_BREAKS] = 0
    si[state + ACT_COUNT] = si[state + ACT_COUNT] - 1
    wording = ti[SI_WORDING] + si[row + EVENT_WORDING] * SI_WORDING_SIZE + WORDING_USED
    si[wording] = si[wording] - 1
    si[row + EVENT_CUT] = 1
    sf[floats + EVENT_ENDS] = t
    sf[ti[SF_PERSON] + doer * SF_PERSON_SIZE + PERSON_FREE + USES_VOICE] = t
    for other in range(ti[N_PERSON]):
        cell = ti[SF_PERSON] + other * SF_PERSON_SIZE + PERSON_LISTENS
        if other != doer and si[row + EVENT_HEARD] & bit_of(other) != 0 and sf[cell] > t:
            sf[cell] = t
    befall(ti, si, sf, BEFALLS_FALTERS, doer, si[row + EVENT_AIM], -1, si[row + EVENT_HEARD], said)
    make_stale(ti, si)
