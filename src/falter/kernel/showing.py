"""What each person shows, channel by channel: rules of display, feigning, and the effort these cost (docs/mind.md 6)."""

from __future__ import annotations

from falter.kernel.conditions import alone, felt, held_down, open_channel, presence
from falter.kernel.incidents import befall, bit_of
from falter.kernel.memory import shutting
from falter.mind.coping import braced
from falter.mind.display import CONTROL, EXPRESSION, feigned, grip, labour, reserve_after, shown
from falter.mind.feeling import combine
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

CHANNELS = 6
FAMILIES = 6
CONTROLLED = 2.09
"""Sum over channels of expression x control: what there is to control."""


@step_code
def shown_on(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, channel: int, family: int) -> float:
    """How much of a family of feeling reaches the room on one channel now, coverings counted, in [0, 1].

    The dead and the absent show nothing.
    """
    if presence(ti, si, person) != 0:
        return 0.0
    row = ti[SF_DISPLAY] + (person * CHANNELS + channel) * SF_DISPLAY_SIZE + DISPLAY_SHOWN
    return sf[row + family] * open_channel(ti, tf, si, person, channel)


@step_code
def put_on(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, emotion: int) -> float:
    """How strongly an emotion is put on, in [0, 1]: feigned outright, or as the mask of what is felt."""
    floats = ti[SF_PERSON] + person * SF_PERSON_SIZE
    ints = ti[SI_PERSON] + person * SI_PERSON_SIZE
    most = sf[floats + PERSON_POSES + emotion]
    if si[ints + PERSON_MASKS] == 0:
        return most * tf[K_FEIGNING]
    for under in range(ti[N_EMOTION]):
        if si[ints + PERSON_MASKED + under] == emotion:
            strength = felt(ti, sf, person, under)
            if strength > most:
                most = strength
    return most * tf[K_FEIGNING]


@step_code
def show(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Work out anew what a person would show with nothing on, on each channel, of each family."""
    floats = ti[SF_PERSON] + person * SF_PERSON_SIZE
    rows = ti[SF_DISPLAY] + person * CHANNELS * SF_DISPLAY_SIZE
    for cell in range(CHANNELS * SF_DISPLAY_SIZE):
        sf[rows + cell] = 0.0
    guard = 0.0
    if not alone(ti, tf, si, sf, person):
        guard = grip(sf[floats + PERSON_RESERVE], tf[K_DEPLETION])
        guard = braced(guard, sf[floats + PERSON_BRACED])
    sf[floats + PERSON_GRIP] = guard
    for emotion in range(ti[N_EMOTION]):
        strength = felt(ti, sf, person, emotion)
        pose = put_on(ti, tf, si, sf, person, emotion) * guard
        if strength <= 0.0 and pose <= 0.0:
            continue
        held = held_down(ti, tf, sf, person, emotion)
        looks = ti[TF_EMOTION] + emotion * TF_EMOTION_SIZE + EMOTION_LOOKS
        for family in range(FAMILIES):
            if tf[looks + family] > 0.0:
                for channel in range(CHANNELS):
                    cell = rows + channel * SF_DISPLAY_SIZE + DISPLAY_SHOWN + family
                    sf[cell] = combine(sf[cell], comes_out(strength, pose, held, channel) * tf[looks + family])


@step_code
def comes_out(strength: float, pose: float, held: float, channel: int) -> float:
    """How much of an emotion would show on a channel with nothing on, in [0, 1]: what is felt, or what is put on where that is more."""
    here = shown(strength, channel, held, 0.0)
    acted = feigned(pose, channel)
    if acted > here:
        here = acted
    return here if here < 1.0 else 1.0


@step_code
def exert(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, seconds: float) -> None:
    """The effort of keeping up a display, and what it leaves of the reserve. Alone one makes none; what is covered costs none."""
    floats = ti[SF_PERSON] + person * SF_PERSON_SIZE
    effort = 0.0
    if not alone(ti, tf, si, sf, person):
        bare = 0.0
        for channel in range(CHANNELS):
            bare = bare + EXPRESSION[channel] * CONTROL[channel] * open_channel(ti, tf, si, person, channel)
        for emotion in range(ti[N_EMOTION]):
            held = sf[floats + PERSON_HIDES + emotion] * tf[K_HIDING]
            pose = put_on(ti, tf, si, sf, person, emotion)
            if held != 0.0 or pose > 0.0:
                effort = combine(effort, labour(felt(ti, sf, person, emotion), held, pose, bare / CONTROLLED))
    effort = combine(effort, shutting(ti, tf, sf, person))
    sf[floats + PERSON_EFFORT] = effort
    before = sf[floats + PERSON_RESERVE]
    left = reserve_after(before, effort, tf[K_DRAIN], tf[K_RESPITE], seconds)
    sf[floats + PERSON_RESERVE] = left
    if before >= tf[K_SPENT] and left < tf[K_SPENT]:
        befall(ti, si, sf, BEFALLS_TIRES, person, -1, -1, bit_of(person), effort)
