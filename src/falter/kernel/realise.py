"""What comes of a reading: someone realises, it comes into the open, each knows that the other knows (docs/mind/inference.md)."""

from __future__ import annotations

from falter.kernel.incidents import befall, bit_of
from falter.mind.second_order import both_know, fell, rose
from falter.numeric.arithmetic import larger
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

GREAT = 0.5
"""A tie of this or more is meant by «he loves me», yes or no."""
KNOWN = 0.7
"""Odds from which something is taken to be known."""


@step_code
def judge(ti: Ints, tf: Floats, si: Ints, sf: Floats, wonder: int, first: int, end: int) -> None:
    """What is now thought of one thing wondered, and what the other takes that to be; a realisation is written down."""
    row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
    at = ti[SF_WONDER] + wonder * SF_WONDER_SIZE
    intent = ti[row + WONDER_INTENT]
    before = sf[at + WONDER_NOW]
    now = 0.0
    held = 0.0
    theirs = 0.0
    theirs_held = 0.0
    for cell in range(first, end):
        cells = ti[SF_CELL] + cell * SF_CELL_SIZE
        if intent > 0:
            if ti[ti[TI_CELL] + cell * TI_CELL_SIZE + CELL_INTENT] == intent:
                now = now + sf[cells + CELL_POST]
                theirs = theirs + sf[cells + CELL_THEIRS]
        else:
            care = tf[ti[TF_CELL] + cell * TF_CELL_SIZE + CELL_CARE]
            now = now + sf[cells + CELL_POST] * care
            theirs = theirs + sf[cells + CELL_THEIRS] * care
            if care >= GREAT:
                held = held + sf[cells + CELL_POST]
                theirs_held = theirs_held + sf[cells + CELL_THEIRS]
    sf[at + WONDER_NOW] = now
    sf[at + WONDER_HELD] = now if intent > 0 else held
    sf[at + WONDER_THEIRS] = theirs
    sf[at + WONDER_THEIRS_HELD] = theirs if intent > 0 else theirs_held
    note_realised(ti, si, sf, wonder, before, now)
    if tf[K_SECOND_ORDER] > 0.0:
        note_both(ti, tf, si, sf, wonder)


@step_code
def note_realised(ti: Ints, si: Ints, sf: Floats, wonder: int, before: float, now: float) -> None:
    """Past even odds, or past .9, for the first time; or back below even odds after that."""
    highest = ti[SF_WONDER] + wonder * SF_WONDER_SIZE + WONDER_HIGHEST
    up = rose(before, now, sf[highest])
    if up or fell(before, now, sf[highest]):
        sf[highest] = larger(sf[highest], now) if up else now
        row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
        reader = ti[row + WONDER_READER]
        befall(ti, si, sf, BEFALLS_REALISES, reader, ti[row + WONDER_ACTOR], wonder, bit_of(reader), now)


@step_code
def note_both(ti: Ints, tf: Floats, si: Ints, sf: Floats, wonder: int) -> None:
    """The first time that something so is known to both, and known by each to be known to the other."""
    flag = ti[SI_WONDER] + wonder * SI_WONDER_SIZE + WONDER_BOTH
    if si[flag] == 1:
        return
    least = known_of(ti, tf, sf, wonder)
    other = ti[ti[TI_WONDER] + wonder * TI_WONDER_SIZE + WONDER_MUTUAL]
    if other >= 0:
        least = both_know(least, known_of(ti, tf, sf, other))
    if least < KNOWN:
        return
    si[flag] = 1
    if other >= 0:
        si[ti[SI_WONDER] + other * SI_WONDER_SIZE + WONDER_BOTH] = 1
    row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
    reader = ti[row + WONDER_READER]
    actor = ti[row + WONDER_ACTOR]
    befall(ti, si, sf, BEFALLS_BOTH_KNOW, reader, actor, wonder, bit_of(reader) | bit_of(actor), least)


@step_code
def known_of(ti: Ints, tf: Floats, sf: Floats, wonder: int) -> float:
    """How far both know one thing of the one it is about, who knows it of himself if it is so; 0 if it is not."""
    at = ti[SF_WONDER] + wonder * SF_WONDER_SIZE
    if tf[ti[TF_WONDER] + wonder * TF_WONDER_SIZE + WONDER_TRUE] < GREAT:
        return 0.0
    return both_know(sf[at + WONDER_HELD], sf[at + WONDER_THEIRS_HELD])


@step_code
def bring_up(ti: Ints, tf: Floats, si: Ints, sf: Floats, asker: int, asked: int) -> None:
    """A question about intent that was heard: from now on both know that it is wondered; the one asked takes the other to suspect it."""
    base = ti[TI_PERSON] + asker * TI_PERSON_SIZE
    for wonder in range(ti[base + PERSON_WONDERS], ti[base + PERSON_WONDERS_END]):
        row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
        if ti[row + WONDER_ACTOR] != asked or ti[row + WONDER_INTENT] == 0:
            continue
        flag = ti[SI_WONDER] + wonder * SI_WONDER_SIZE + WONDER_OPEN
        if si[flag] == 1:
            continue
        si[flag] = 1
        shift(ti, sf, wonder, 0.0, tf[K_ASKED_TELLS] * tf[K_SECOND_ORDER])
        odds = sf[ti[SF_WONDER] + wonder * SF_WONDER_SIZE + WONDER_NOW]
        befall(ti, si, sf, BEFALLS_IN_THE_OPEN, asker, asked, wonder, bit_of(asker) | bit_of(asked), odds)


@step_code
def shift(ti: Ints, sf: Floats, wonder: int, own: float, shared: float) -> None:
    """Evidence for an intent, in nats: for the one who wonders, and for what the other takes him to have."""
    row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
    read = ti[TI_READ] + ti[row + WONDER_READ] * TI_READ_SIZE
    for cell in range(ti[read + READ_CELLS], ti[read + READ_CELLS_END]):
        if ti[ti[TI_CELL] + cell * TI_CELL_SIZE + CELL_INTENT] == ti[row + WONDER_INTENT]:
            at = ti[SF_CELL] + cell * SF_CELL_SIZE
            sf[at + CELL_LOGL] = sf[at + CELL_LOGL] + own
            sf[at + CELL_SHARED] = sf[at + CELL_SHARED] + shared


@step_code
def weigh_reply(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, mask: int, word: int) -> None:
    """What someone says once his intent is in the open tells of it: owning up, denying, evading."""
    said = 0.0
    if word == MEANS_CONFESSES:
        said = tf[K_AVOWAL]
    elif word == MEANS_DENIES:
        said = -tf[K_AVOWAL]
    elif word == MEANS_EVADES or word == MEANS_REFUSES:
        said = tf[K_EVADED]
    if said == 0.0:
        return
    for wonder in range(ti[N_WONDER]):
        row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
        heard = mask & bit_of(ti[row + WONDER_READER]) != 0
        if ti[row + WONDER_ACTOR] == doer and heard and si[ti[SI_WONDER] + wonder * SI_WONDER_SIZE + WONDER_OPEN] == 1:
            believed = said
            if said < 0.0:
                believed = said * sf[ti[SF_PAIR] + (ti[row + WONDER_READER] * ti[N_PERSON] + doer) * SF_PAIR_SIZE + PAIR_TRUSTS]
            shift(ti, sf, wonder, believed, believed * tf[K_SECOND_ORDER])


@step_code
def grow_aware(ti: Ints, si: Ints, doer: int, aim: int, mask: int) -> None:
    """Who is addressed knows that the other knows that he is there; and the other sees that he was heard."""
    if aim < 0 or aim == doer or mask & bit_of(aim) == 0:
        return
    n = ti[N_PERSON]
    si[ti[SI_PAIR] + (doer * n + aim) * SI_PAIR_SIZE + PAIR_AWARE] = 1
    si[ti[SI_PAIR] + (aim * n + doer) * SI_PAIR_SIZE + PAIR_AWARE] = 1
