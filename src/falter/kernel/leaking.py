"""Slips: what someone holds down gets away from him for a moment, on a channel that nothing covers (docs/mind/leaks.md)."""

from __future__ import annotations

from falter.kernel.conditions import felt, gap, open_channel, presence
from falter.kernel.crowds import voice_reach
from falter.kernel.effects import cue
from falter.kernel.incidents import befall, bit_of
from falter.kernel.links import carried
from falter.kernel.showing import CHANNELS
from falter.mind.display import shown
from falter.mind.leak import slip_chance, slip_hazard
from falter.mind.noticing import visibility
from falter.numeric.draws import exponential, uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def reaches(ti: Ints, tf: Floats, si: Ints, sf: Floats, observer: int, person: int, channel: int) -> bool:
    """Can the one make out what shows on a channel of the other? The voice by ear, the breath from near, the rest by sight."""
    if observer == person or presence(ti, si, observer) != 0:
        return False
    if si[ti[SI_PAIR] + (observer * ti[N_PERSON] + person) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
        return False
    if carried(ti, tf, si, sf, observer, person, channel) >= tf[K_LEGIBLE]:
        return True
    distance = gap(ti, sf, observer, person)
    if channel == ON_VOICE:
        return distance <= voice_reach(ti, tf, person)
    if channel == ON_BREATH:
        return distance <= tf[K_BREATH_HEARD]
    return visibility(distance, sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM]) >= tf[K_LEGIBLE]


@step_code
def speaks(ti: Ints, sf: Floats, person: int) -> bool:
    """Is this one's voice in use?"""
    return sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_FREE + USES_VOICE] > sf[ti[SF_RUN] + RUN_T]


@step_code
def slip(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int, seconds: float) -> None:
    """Chance that one of the feelings held down gets away; not again so soon after the last time."""
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    if tf[K_SLIP] <= 0.0 or sf[ti[SF_RUN] + RUN_T] - sf[mine + PERSON_SLIPPED] < tf[K_SLIP_REST]:
        return
    found = -1
    surest = 1.0
    for emotion in range(ti[N_EMOTION]):
        held = sf[mine + PERSON_HIDES + emotion] * tf[K_HIDING]
        chance = slip_chance(slip_hazard(felt(ti, sf, person, emotion), held, sf[mine + PERSON_GRIP], tf[K_SLIP]), seconds)
        if chance > 0.0:
            row = ti[TU_FEELING] + (person * ti[N_EMOTION] + emotion) * TU_FEELING_SIZE
            part = uniform(now, tu[row + FEELING_SLIP]) / chance
            if part < surest:
                found = emotion
                surest = part
    if found >= 0:
        let_slip(ti, tf, tu, si, sf, person, found, now)


@step_code
def let_slip(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, emotion: int, now: int) -> None:
    """The feeling shows for a moment as if it were let be. Where: a race of the channels, each by what would show there."""
    strength = felt(ti, sf, person, emotion)
    channel = -1
    soonest = 0.0
    amount = 0.0
    for c in range(CHANNELS):
        here = shown(strength, c, 0.0, 1.0 - open_channel(ti, tf, si, person, c))
        if here > 0.0 and here >= tf[K_SLIP_SEEN] and (c != ON_VOICE or speaks(ti, sf, person)):
            wait = exponential(now, tu[ti[TU_PERSON] + person * TU_PERSON_SIZE + PERSON_SLIP_ON + c]) / here
            if channel < 0 or wait < soonest:
                channel = c
                soonest = wait
                amount = here
    if channel < 0:
        return
    t = sf[ti[SF_RUN] + RUN_T]
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_SLIPPED] = t
    sf[ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE + FEELING_LOOSE] = t + tf[K_SLIP_LASTS]
    seen = bit_of(person)
    for other in range(ti[N_PERSON]):
        if reaches(ti, tf, si, sf, other, person, channel):
            seen = seen + bit_of(other)
            cue(ti, tf, sf, other, person, other)
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_SLIP_SEEN] = seen
    row = ti[SI_INCIDENT] + si[ti[SI_RUN] + RUN_INCIDENTS] * SI_INCIDENT_SIZE
    befall(ti, si, sf, BEFALLS_SLIPS, person, -1, emotion, seen, amount)
    if si[ti[SI_RUN] + RUN_STATUS] == 0:
        si[row + INCIDENT_CHANNEL] = channel + 1
