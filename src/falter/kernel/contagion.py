"""The mood of a room reaches whoever is in it, whether he has looked at anyone or not (docs/mind/noticing.md)."""

from __future__ import annotations

from falter.kernel.appraise import add_feeling
from falter.kernel.conditions import felt, gap, presence
from falter.kernel.crowds import voice_reach
from falter.kernel.incidents import befall, bit_of
from falter.kernel.links import carried
from falter.kernel.showing import shown_on
from falter.mind.contagion import caught
from falter.mind.reading import CHANNELS, reach
from falter.numeric.arithmetic import larger
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

SPREADING = 4
"""Families that spread: the first four, joy, sadness, anger, fear."""
TAKEN_ON = (FEELS_JOY, FEELS_DISTRESS, FEELS_ANGER, FEELS_FEAR)
"""The emotion each becomes in the one who catches it."""


@step_code
def catch_moods(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, seconds: float) -> None:
    """What those about him show takes hold of this person; the first time it has taken hold for good, it is written down."""
    if tf[K_CONTAGION] <= 0.0:
        return
    for family in range(SPREADING):
        emotion = TAKEN_ON[family]
        mine = felt(ti, sf, person, emotion)
        most = 0.0
        source = -1
        for other in range(ti[N_PERSON]):
            if other != person and presence(ti, si, other) == 0:
                amount = from_one(ti, tf, si, sf, person, other, family, mine, seconds)
                if amount > most:
                    most = amount
                    source = other
        if source >= 0:
            add_feeling(ti, sf, person, emotion, most)
            so_far = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_CAUGHT + family
            before = sf[so_far]
            sf[so_far] = before + most
            if before < tf[K_CAUGHT] and sf[so_far] >= tf[K_CAUGHT]:
                befall(ti, si, sf, BEFALLS_CATCHES, person, source, family, bit_of(person), mine + most)


@step_code
def from_one(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, other: int, family: int, mine: float, seconds: float) -> float:
    """What is caught of one other's feeling: on the channel that carries most of it."""
    best = 0.0
    rows = ti[SF_DISPLAY] + other * CHANNELS * SF_DISPLAY_SIZE + DISPLAY_SHOWN + family
    for channel in range(CHANNELS):
        if sf[rows + channel * SF_DISPLAY_SIZE] <= mine:  # nor could it be more with something worn over it
            continue
        shows = shown_on(ti, tf, si, sf, other, channel, family)
        if shows > mine and (channel != 1 or speaks(ti, sf, other)):
            distance = gap(ti, sf, person, other)
            plain = reach(channel, distance, sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_EARSHOT], tf[K_DIM])
            if channel == 1 and distance > voice_reach(ti, tf, other):
                plain = 0.0
            plain = larger(plain, carried(ti, tf, si, sf, person, other, channel))
            amount = caught(mine, shows, plain, tf[K_CONTAGION], seconds)
            if plain >= tf[K_LEGIBLE] and amount > best:
                best = amount
    return best


@step_code
def speaks(ti: Ints, sf: Floats, other: int) -> bool:
    """Is the other speaking?"""
    return sf[ti[SF_PERSON] + other * SF_PERSON_SIZE + PERSON_FREE] > sf[ti[SF_RUN] + RUN_T]
