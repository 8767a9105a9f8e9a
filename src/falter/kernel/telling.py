"""Facts pass from mind to mind: what is said, seen to come about, evaded or kept silent moves the odds of those who perceive it."""

from __future__ import annotations

from falter.kernel.appraise import add_feeling
from falter.kernel.conditions import belief_of, gap, presence
from falter.kernel.incidents import befall, bit_of
from falter.kernel.links import carried
from falter.mind.noticing import visibility
from falter.mind.telling import given_away, moved, taken_at_word, weight_of_word
from falter.numeric.arithmetic import larger
from falter.numeric.draws import normal
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

CERTAIN = 0.99
SURE = 0.8
"""Odds from which on one knows, and below 1 less which one knows that it is not so."""
MAKES_SO = 2


@step_code
def odds_of(ti: Ints, sf: Floats, one: int, other: int, fact: int) -> float:
    """What the one takes the other to hold of a fact; of himself, what he holds."""
    return sf[ti[SF_BELIEF] + belief_of(ti, one, other, fact) * SF_BELIEF_SIZE + BELIEF_ODDS]


@step_code
def tells_of(ti: Ints, wording: int, fact: int) -> bool:
    """Does the wording say of the fact that it is so, or not?"""
    table = ti[TI_WORDING] + wording * TI_WORDING_SIZE
    for saying in range(ti[table + WORDING_SAYINGS], ti[table + WORDING_SAYINGS_END]):
        row = ti[TI_SAYING] + saying * TI_SAYING_SIZE
        if fact >= 0 and ti[row + SAYING_FACT] == fact and ti[row + SAYING_KIND] != MAKES_SO:
            return True
    return False


@step_code
def speak_of_facts(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, doer: int, event: int, now: int) -> None:
    """What the act that took effect says of facts, or makes so, reaches those who perceived it."""
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    table = ti[TI_WORDING] + si[row + EVENT_WORDING] * TI_WORDING_SIZE
    mask = si[row + EVENT_HEARD]
    aside = ti[ti[TI_ACT] + si[row + EVENT_ACT] * TI_ACT_SIZE + ACT_ASIDE]
    for saying in range(ti[table + WORDING_SAYINGS], ti[table + WORDING_SAYINGS_END]):
        at = ti[TI_SAYING] + saying * TI_SAYING_SIZE
        fact = ti[at + SAYING_FACT]
        if ti[at + SAYING_KIND] == MAKES_SO:
            witness(ti, tf, si, sf, doer, fact, mask)
        else:
            claim(ti, tf, tu, si, sf, doer, si[row + EVENT_AIM], fact, ti[at + SAYING_KIND], mask, aside, now)


@step_code
def witness(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, fact: int, mask: int) -> None:
    """A fact comes about: who perceives it knows it, and knows of each other who was seen to perceive it."""
    si[ti[SI_FACT] + fact * SI_FACT_SIZE + FACT_SO] = 1
    for one in range(ti[N_PERSON]):
        if mask & bit_of(one) != 0 and presence(ti, si, one) == 0:
            own = belief_of(ti, one, one, fact)
            si[ti[SI_BELIEF] + own * SI_BELIEF_SIZE + BELIEF_FIRM] = 1
            hold(ti, si, sf, one, doer, fact, CERTAIN)
            for other in range(ti[N_PERSON]):
                if other != one and mask & bit_of(other) != 0 and aware(ti, si, one, other, doer):
                    suppose(ti, tf, sf, one, other, fact, CERTAIN)


@step_code
def aware(ti: Ints, si: Ints, one: int, other: int, doer: int) -> bool:
    """Does the one know that the other was there to perceive it? Of the doer himself, always."""
    return other == doer or si[ti[SI_PAIR] + (one * ti[N_PERSON] + other) * SI_PAIR_SIZE + PAIR_NOTICED] == 1


@step_code
def hold(ti: Ints, si: Ints, sf: Floats, one: int, source: int, fact: int, odds: float) -> None:
    """Someone's own odds are now these; growing sure of it either way is an incident."""
    cell = ti[SF_BELIEF] + belief_of(ti, one, one, fact) * SF_BELIEF_SIZE + BELIEF_ODDS
    before = sf[cell]
    sf[cell] = odds
    if (before < SURE <= odds) or (before > 1.0 - SURE >= odds):
        befall(ti, si, sf, BEFALLS_LEARNS, one, source, fact, bit_of(one), odds)


@step_code
def suppose(ti: Ints, tf: Floats, sf: Floats, one: int, other: int, fact: int, odds: float) -> None:
    """What the one takes the other to hold goes to these odds, as far as people keep track of what others learn."""
    cell = ti[SF_BELIEF] + belief_of(ti, one, other, fact) * SF_BELIEF_SIZE + BELIEF_ODDS
    sf[cell] = sf[cell] + tf[K_OTHERS_KNOWLEDGE] * (odds - sf[cell])


@step_code
def claim(
    ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, doer: int, aim: int, fact: int, so: int, mask: int, aside: int, now: int
) -> None:  # fmt: skip
    """Someone says that a fact is so (`so` 1), or is not (0). It is a lie if he holds the opposite for likelier."""
    held = odds_of(ti, sf, doer, doer, fact)
    held = held if so == 1 else 1.0 - held
    lie = held < 0.5
    for one in range(ti[N_PERSON]):
        if mask & bit_of(one) == 0 or presence(ti, si, one) != 0:
            continue
        fresh = note_said(ti, si, one, doer, fact, so)
        if one != doer:
            known = si[ti[SI_PAIR] + (doer * ti[N_PERSON] + one) * SI_PAIR_SIZE + PAIR_NOTICED] == 1
            if one != aim and (not known or aside == 1):
                befall(ti, si, sf, BEFALLS_OVERHEARS, one, doer, fact, bit_of(one), odds_of(ti, sf, one, one, fact))
            hear(ti, tf, tu, si, sf, one, doer, fact, so, lie, fresh, now)
        if fresh:
            follow(ti, tf, si, sf, one, doer, fact, so, mask)
    if lie:
        befall(ti, si, sf, BEFALLS_LIES, doer, aim, fact, bit_of(doer), held)
        add_feeling(ti, sf, doer, FEELS_FEAR, tf[K_LIE_FEAR] * (1.0 - 2.0 * held))


@step_code
def note_said(ti: Ints, si: Ints, one: int, doer: int, fact: int, so: int) -> bool:
    """Is it the first time that the one hears this from the doer? What is said over again is no new evidence."""
    cell = ti[SI_BELIEF] + belief_of(ti, one, doer, fact) * SI_BELIEF_SIZE + BELIEF_SAID
    bit = 2 - so
    if si[cell] // bit % 2 == 1:
        return False
    si[cell] = si[cell] + bit
    return True


@step_code
def word_of(ti: Ints, tf: Floats, sf: Floats, one: int, other: int) -> float:
    """How far the one takes the other at his word."""
    pair = ti[SF_PAIR] + (one * ti[N_PERSON] + other) * SF_PAIR_SIZE
    return taken_at_word(tf[K_CREDIT], sf[pair + PAIR_TRUSTS], sf[pair + PAIR_HATES])


@step_code
def leak_of(ti: Ints, tf: Floats, si: Ints, sf: Floats, hearer: int, doer: int) -> float:
    """By how much a lie differs from the truth to this hearer: half by the voice, half by what is seen of the speaker."""
    seen = visibility(gap(ti, sf, hearer, doer), sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM])
    seen = larger(seen, carried(ti, tf, si, sf, hearer, doer, ON_FACE))
    return tf[K_LIE_LEAK] * (0.5 + 0.5 * seen)


@step_code
def hear(
    ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, hearer: int, doer: int, fact: int, so: int, lie: bool, fresh: bool, now: int
) -> None:  # fmt: skip
    """What the hearer makes of it: nothing if he has seen how it is, or has heard it from him before; else by how far he believes him."""
    odds = odds_of(ti, sf, hearer, hearer, fact)
    firm = si[ti[SI_BELIEF] + belief_of(ti, hearer, hearer, fact) * SI_BELIEF_SIZE + BELIEF_FIRM] == 1
    weight = 0.0
    if fresh and not firm:
        leak = leak_of(ti, tf, si, sf, hearer, doer)
        pair = ti[TU_PAIR] + (hearer * ti[N_PERSON] + doer) * TU_PAIR_SIZE + PAIR_CATCH
        manner = normal(now, tu[pair]) + (leak if lie else 0.0)
        weight = weight_of_word(word_of(ti, tf, sf, hearer, doer), given_away(manner, leak), tf[K_HEARSAY])
    odds = moved(odds, weight if so == 1 else -weight) if weight != 0.0 else odds
    hold(ti, si, sf, hearer, doer, fact, odds)
    believed = odds if so == 1 else 1.0 - odds
    if believed <= 1.0 - SURE:
        befall(ti, si, sf, BEFALLS_SEES_THROUGH, hearer, doer, fact, bit_of(hearer), 1.0 - believed)


@step_code
def follow(ti: Ints, tf: Floats, si: Ints, sf: Floats, one: int, doer: int, fact: int, so: int, mask: int) -> None:
    """What one takes the others to make of what was said: the speaker to hold it, as far as one believes him; each who heard it to
    be moved as one would be in his place (our assumption)."""
    for other in range(ti[N_PERSON]):
        if other == one or mask & bit_of(other) == 0 or not aware(ti, si, one, other, doer):
            continue
        before = odds_of(ti, sf, one, other, fact)
        if other == doer:
            suppose(ti, tf, sf, one, other, fact, odds_of(ti, sf, one, one, fact))
        elif before > 1.0 - CERTAIN and before < CERTAIN:
            word = word_of(ti, tf, sf, one, doer if one != doer else other)
            weight = weight_of_word(word, 0.0, tf[K_HEARSAY])
            suppose(ti, tf, sf, one, other, fact, moved(before, weight if so == 1 else -weight))


@step_code
def evade(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, mask: int) -> None:
    """Speaking past a question about a fact speaks for the fact, to each who hears it."""
    question = si[ti[SI_PERSON] + doer * SI_PERSON_SIZE + PERSON_QUESTION]
    if question < 0:
        return
    fact = ti[ti[TI_QUESTION] + question * TI_QUESTION_SIZE + QUESTION_FACT]
    hushed = ti[SI_QUESTION] + question * SI_QUESTION_SIZE + QUESTION_HUSHED
    if fact < 0 or si[hushed] == 1:
        return
    si[hushed] = 1
    for hearer in range(ti[N_PERSON]):
        if hearer != doer and mask & bit_of(hearer) != 0 and presence(ti, si, hearer) == 0:
            infer_from_silence(ti, tf, si, sf, hearer, doer, fact)


@step_code
def keep_silent(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """An answer about a fact that is late is an evasion, to the one who asked; of the questions open, the one in hand counts."""
    question = si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_QUESTION]
    if question < 0:
        return
    table = ti[TI_QUESTION] + question * TI_QUESTION_SIZE
    hushed = ti[SI_QUESTION] + question * SI_QUESTION_SIZE + QUESTION_HUSHED
    late = sf[ti[SF_RUN] + RUN_T] - sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_OWED] > 2.0 * tf[K_ANSWER_DUE]
    if late and si[hushed] == 0 and ti[table + QUESTION_FACT] >= 0:
        si[hushed] = 1
        infer_from_silence(ti, tf, si, sf, ti[table + QUESTION_ASKER], person, ti[table + QUESTION_FACT])


@step_code
def infer_from_silence(ti: Ints, tf: Floats, si: Ints, sf: Floats, hearer: int, doer: int, fact: int) -> None:
    """Who could say no and does not makes it likelier that it is so."""
    if si[ti[SI_BELIEF] + belief_of(ti, hearer, hearer, fact) * SI_BELIEF_SIZE + BELIEF_FIRM] == 0:
        hold(ti, si, sf, hearer, doer, fact, moved(odds_of(ti, sf, hearer, hearer, fact), tf[K_EVASION]))
