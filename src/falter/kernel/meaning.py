"""What the meanings of an act do besides what it is worth: questions, answers, death, departure, feelings held or given away."""

from __future__ import annotations

from falter.kernel.acts import NO_TIME
from falter.kernel.aftermath import master
from falter.kernel.appraise import add_feeling, bring_to_mind, relieve
from falter.kernel.conditions import presence
from falter.kernel.coping import avert, brace, reappraise
from falter.kernel.incidents import bit_of
from falter.kernel.memory import shut_out
from falter.kernel.probing import reach_into
from falter.kernel.questions import answer, ask, tell_what_was_asked, void
from falter.kernel.race import lead_none
from falter.kernel.realise import bring_up, weigh_reply
from falter.kernel.telling import evade
from falter.kernel.ties import forgive, keep_last_readings
from falter.kernel.touching import touch
from falter.numeric.arithmetic import smaller
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def mean_it(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, event: int) -> None:
    """What the act's meanings do besides: debts, departure, death, focus, secrets given away."""
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    answered = tell_what_was_asked(ti, tf, si, sf, doer, event)
    table = ti[TI_WORDING] + si[row + EVENT_WORDING] * TI_WORDING_SIZE
    aim = si[row + EVENT_AIM]
    for meaning in range(ti[table + WORDING_MEANINGS], ti[table + WORDING_MEANINGS_END]):
        at = ti[TI_MEANING] + meaning * TI_MEANING_SIZE
        word = ti[at + MEANING_WORD]
        emotion = ti[at + MEANING_FEELING]
        about = ti[at + MEANING_PERSON]
        if about == -2:
            about = aim
        weigh_reply(ti, tf, si, sf, doer, si[row + EVENT_HEARD], word)
        if word == MEANS_ASKS or word == MEANS_ASKS_INTENT:
            if ti[at + MEANING_QUESTION] >= 0:
                ask(ti, si, sf, ti[at + MEANING_QUESTION], aim, si[row + EVENT_HEARD])
            if word == MEANS_ASKS_INTENT and aim >= 0 and si[row + EVENT_HEARD] & bit_of(aim) != 0:
                bring_up(ti, tf, si, sf, doer, aim)
        elif word == MEANS_EVADES:
            evade(ti, tf, si, sf, doer, si[row + EVENT_HEARD])
        elif word == MEANS_ANSWERS or word == MEANS_REFUSES or word == MEANS_AGREES or word == MEANS_DENIES or word == MEANS_CONFESSES:
            if not answered:
                answer(ti, tf, si, sf, doer, event)
            answered = True
        elif word == MEANS_KILLS:
            end_presence(ti, si, sf, about, 3, si[row + EVENT_HEARD])
        elif word == MEANS_DIES:
            end_presence(ti, si, sf, doer, 3, si[row + EVENT_HEARD])
        elif word == MEANS_LEAVES:
            end_presence(ti, si, sf, doer, 2, si[row + EVENT_HEARD])
        elif word == MEANS_DWELLS_ON and emotion >= 0:
            dwell(ti, tf, sf, doer, emotion)
        elif word == MEANS_MASTERS and emotion >= 0:
            master(ti, tf, sf, doer, emotion)
        elif word == MEANS_SHUTS_OUT:
            shut_out(ti, tf, si, sf, doer, ti[at + MEANING_MEMORY])
        elif word == MEANS_REVEALS and emotion >= 0:
            reveal(ti, si, sf, doer, emotion)
        elif (word == MEANS_SUPPRESSES or word == MEANS_FEIGNS) and emotion >= 0:
            guard(ti, tf, sf, doer, emotion, word == MEANS_FEIGNS)
            if word == MEANS_SUPPRESSES:
                brace(ti, tf, sf, doer)
        elif word == MEANS_REAPPRAISES:
            reappraise(ti, tf, sf, doer)
        elif word == MEANS_LOOKS_AWAY:
            avert(ti, tf, sf, doer, sf[ti[SF_EVENT] + event * SF_EVENT_SIZE + EVENT_ENDS])
        elif word == MEANS_TOUCHES:
            touch(ti, tf, si, sf, doer, about, event)
        elif word == MEANS_FORGIVES and about >= 0:
            forgive(ti, tf, si, sf, doer, about, event)
        elif word == MEANS_SPARES and about >= 0:
            relieve(ti, sf, about)
        elif word == MEANS_PROBES and about >= 0:
            reach_into(ti, si, doer, about)


@step_code
def end_presence(ti: Ints, si: Ints, sf: Floats, person: int, how: int, mask: int) -> None:
    """Someone leaves or dies: what they had in hand is cut off, what they owed or were owed is void; those of the mask know it."""
    if person < 0 or presence(ti, si, person) != 0:
        return
    keep_last_readings(ti, si, sf, person)
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    si[mine + PERSON_PRESENCE] = how
    si[mine + PERSON_OPEN] = 0
    si[mine + PERSON_CHOSEN] = -1
    si[mine + PERSON_ATTENDED] = -1
    lead_none(ti, si, sf, person)
    for other in range(ti[N_PERSON]):
        if mask & bit_of(other) != 0:
            si[ti[SI_PAIR] + (other * ti[N_PERSON] + person) * SI_PAIR_SIZE + PAIR_KNOWN] = how
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for a in range(ti[base + PERSON_ACTS], ti[base + PERSON_ACTS_END]):
        state = ti[SI_ACT] + a * SI_ACT_SIZE
        si[state + ACT_OPEN] = 0
        si[state + ACT_READY] = 0
        sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_P] = 0.0
        event = si[state + ACT_PENDING]
        if event >= 0:
            si[ti[SI_EVENT] + event * SI_EVENT_SIZE + EVENT_CUT] = 1
            ends = ti[SF_EVENT] + event * SF_EVENT_SIZE + EVENT_ENDS
            sf[ends] = smaller(sf[ends], sf[ti[SF_RUN] + RUN_T])
            si[state + ACT_PENDING] = -1
            si[state + ACT_BREAKS] = 0
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_NEXT_LAND] = NO_TIME
    void(ti, si, sf, person)


@step_code
def dwell(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int) -> None:
    """Holding on to a feeling: it grows, and attention goes to what it drives."""
    add_feeling(ti, sf, person, emotion, tf[K_DWELL_FEELING])
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        table = ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE
        drives = ti[table + MOTIVE_FEELING] == emotion and ti[table + MOTIVE_KIND] != MOTIVE_IS_SECRECY
        for g in range(ti[table + MOTIVE_GAINS], ti[table + MOTIVE_GAINS_END]):
            if ti[ti[TI_GAIN] + g * TI_GAIN_SIZE + GAIN_FEELING] == emotion and tf[ti[TF_GAIN] + g * TF_GAIN_SIZE + GAIN_SLOPE] > 0.0:
                drives = True
        if drives:
            bring_to_mind(ti, sf, person, m, tf[K_DWELL_BUMP])


@step_code
def guard(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int, feigned: bool) -> None:
    """A feeling is held down from now on, or put on; what got away is in hand again."""
    floats = ti[SF_PERSON] + person * SF_PERSON_SIZE
    if feigned:
        sf[floats + PERSON_POSES + emotion] = tf[K_PUT_ON]
        return
    sf[floats + PERSON_HIDES + emotion] = 1.0
    sf[ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE + FEELING_LOOSE] = 0.0


@step_code
def reveal(ti: Ints, si: Ints, sf: Floats, person: int, emotion: int) -> None:
    """A feeling is no longer hidden, masked or feigned, and keeping it hidden no longer a motive."""
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_HIDES + emotion] = 0.0
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_POSES + emotion] = 0.0
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    if si[mine + PERSON_MASKED + emotion] >= 0:
        si[mine + PERSON_MASKED + emotion] = -1
        si[mine + PERSON_MASKS] = si[mine + PERSON_MASKS] - 1
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        table = ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE
        if ti[table + MOTIVE_KIND] == MOTIVE_IS_SECRECY and ti[table + MOTIVE_FEELING] == emotion:
            si[ti[SI_MOTIVE] + m * SI_MOTIVE_SIZE + MOTIVE_SETTLED] = 1
