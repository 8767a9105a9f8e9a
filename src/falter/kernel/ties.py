"""Ties move with what is done and with what is learned, and each change keeps its cause."""

from __future__ import annotations

from falter.kernel.appraise import bond
from falter.kernel.conditions import presence
from falter.kernel.incidents import befall, befall_by, bit_of
from falter.mind.ties import kept_weight, moved, push_of_deed
from falter.numeric.arithmetic import larger
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

TIES = 8
"""How many tie words there are."""


@step_code
def move_tie(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, other: int, tie: int, push: float, cause: int) -> None:
    """Move one tie; once it has moved far enough since that was last written down, write it down, with the event that did it."""
    row = ti[SF_PAIR] + (person * ti[N_PERSON] + other) * SF_PAIR_SIZE
    cell = row + PAIR_LOVES + tie
    sf[cell] = moved(sf[cell], push, tf[K_TIE_RATE])
    change = sf[cell] - sf[row + PAIR_NOTED + tie]
    if abs(change) >= tf[K_TIE_TOLD]:
        sf[row + PAIR_NOTED + tie] = sf[cell]
        befall_by(ti, si, sf, BEFALLS_TIE_MOVES, person, other, tie, bit_of(person), change, cause)


@step_code
def mattering(ti: Ints, sf: Floats, person: int, other: int) -> float:
    """How much the other matters to this person: the more of love and trust, in [0, 1]."""
    row = ti[SF_PAIR] + (person * ti[N_PERSON] + other) * SF_PAIR_SIZE
    return larger(sf[row + PAIR_LOVES], sf[row + PAIR_TRUSTS])


@step_code
def move_ties(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, doer: int, event: int) -> None:
    """What an act that this person perceived does to what binds him to its doer: by what it did to him, or to one he loves."""
    if person == doer or tf[K_TIE_RATE] <= 0.0:
        return
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    wording = si[row + EVENT_WORDING]
    aim = si[row + EVENT_AIM]
    table = ti[TI_WORDING] + wording * TI_WORDING_SIZE
    mattered = mattering(ti, sf, person, doer)
    for meaning in range(ti[table + WORDING_MEANINGS], ti[table + WORDING_MEANINGS_END]):
        at = ti[TI_MEANING] + meaning * TI_MEANING_SIZE
        about = ti[at + MEANING_PERSON]
        if about == -2:
            about = aim
        word = ti[at + MEANING_WORD]
        if about < 0 or about == doer or (about == person and word == MEANS_KILLS):
            continue
        take_deed(ti, tf, si, sf, person, doer, about, tf[ti[TF_WORD] + word * TF_WORD_SIZE + WORD_GOOD], mattered, event)
    warmth = tf[ti[TF_WORDING] + wording * TF_WORDING_SIZE + WORDING_WARMTH]
    if person == aim and warmth != 0.0:
        take_deed(ti, tf, si, sf, person, doer, person, warmth, mattered, event)


@step_code
def take_deed(
    ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, doer: int, about: int, good: float, mattered: float, event: int
) -> None:
    """One deed, or its tone, moves every tie a little."""
    care = 1.0 if about == person else bond(ti, sf, person, about)
    if good == 0.0 or care <= 0.0:
        return
    for tie in range(TIES):
        push = push_of_deed(tie, good, care, mattered)
        if push != 0.0:
            move_tie(ti, tf, si, sf, person, doer, tie, push, event)


@step_code
def forgive(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, other: int, event: int) -> None:
    """Who forgives lets the hurt and the hatred go, as far as this act goes."""
    if other >= 0 and other != person:
        move_tie(ti, tf, si, sf, person, other, TIE_IS_HURT_BY, -1.0, event)
        move_tie(ti, tf, si, sf, person, other, TIE_IS_HATES, -1.0, event)


@step_code
def take_news(ti: Ints, tf: Floats, si: Ints, sf: Floats) -> None:
    """What is thought of another has moved: that he means harm, or that he loves one."""
    if tf[K_TIE_RATE] <= 0.0:
        return
    for wonder in range(ti[N_WONDER]):
        table = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
        row = ti[SF_WONDER] + wonder * SF_WONDER_SIZE
        person = ti[table + WONDER_READER]
        news = sf[row + WONDER_NOW] - sf[row + WONDER_TAKEN]
        if abs(news) < tf[K_TIE_NEWS_STEP] or presence(ti, si, person) != 0:
            continue
        sf[row + WONDER_TAKEN] = sf[row + WONDER_NOW]
        if ti[table + WONDER_THREAT] == 1:
            news = -news
        elif ti[table + WONDER_TIE] != TIE_IS_LOVES or ti[table + WONDER_WHOM] != person:
            continue
        other = ti[table + WONDER_ACTOR]
        cause = si[ti[SI_RUN] + RUN_EVENTS] - 1
        take_deed(ti, tf, si, sf, person, other, person, tf[K_TIE_NEWS] * news, mattering(ti, sf, person, other), cause)


@step_code
def keep_last_reading(ti: Ints, si: Ints, sf: Floats, wonder: int) -> None:
    """Write down what one believes of the other's tie at the last, once."""
    table = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
    kept = ti[SI_WONDER] + wonder * SI_WONDER_SIZE + WONDER_KEPT
    if ti[table + WONDER_TIE] < 0 or si[kept] == 1:
        return
    si[kept] = 1
    reader = ti[table + WONDER_READER]
    care = sf[ti[SF_WONDER] + wonder * SF_WONDER_SIZE + WONDER_NOW]
    befall(ti, si, sf, BEFALLS_LAST_READING, reader, ti[table + WONDER_ACTOR], ti[table + WONDER_TIE], bit_of(reader), care)


@step_code
def keep_last_readings(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """Somebody leaves or dies, or all is over (-1): what he believed of others, and they of him as far as they are there, is their last
    reading."""
    for wonder in range(ti[N_WONDER]):
        table = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
        reader = ti[table + WONDER_READER]
        if reader == person or ((person < 0 or ti[table + WONDER_ACTOR] == person) and presence(ti, si, reader) == 0):
            keep_last_reading(ti, si, sf, wonder)


@step_code
def fed_by_ties(ti: Ints, tf: Floats, sf: Floats, person: int, other: int, kind: int, weight: float) -> float:
    """Weight of a motive that ties feed, by what they were and are."""
    row = ti[SF_PAIR] + (person * ti[N_PERSON] + other) * SF_PAIR_SIZE
    start = ti[TF_PAIR] + (person * ti[N_PERSON] + other) * TF_PAIR_SIZE + PAIR_START
    one = TIE_IS_LOVES
    two = TIE_IS_LOVES
    if kind == MOTIVE_IS_REDRESS:
        one = TIE_IS_HATES
        two = TIE_IS_HURT_BY
    elif kind == MOTIVE_IS_SAFETY:
        one = TIE_IS_FEARS
        two = TIE_IS_FEARS
    elif kind == MOTIVE_IS_REGARD:
        one = TIE_IS_RESPECTS
        two = TIE_IS_OWES
    before = larger(tf[start + one], tf[start + two])
    return kept_weight(weight, before, larger(sf[row + PAIR_LOVES + one], sf[row + PAIR_LOVES + two]))
