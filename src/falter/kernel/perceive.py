"""Who perceives an act when it is done: by hearing, by sight, by touch."""

from __future__ import annotations

from falter.kernel.conditions import gap, presence
from falter.kernel.coping import looks_elsewhere
from falter.kernel.crowds import voice_reach
from falter.kernel.feelings import become_aware
from falter.kernel.incidents import befall
from falter.kernel.links import carried, has_line, note_spoken, works_line_of
from falter.mind.noticing import visibility
from falter.numeric.arithmetic import larger
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

TOUCHING = 1.0
ASIDE = 1.5
"""m: how far what is said aside is heard."""


@step_code
def perceives(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, a: int, aim: int) -> bool:
    """Does someone here perceive the act? Speech within earshot makes its speaker noticed; so does being touched."""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    doer = ti[row + ACT_OWNER]
    if person == doer:
        return True
    if ti[row + ACT_INNER] == 1 or presence(ti, si, person) != 0:
        return False
    distance = gap(ti, sf, person, doer)
    if ti[row + ACT_SPOKEN] == 1:
        if distance <= (ASIDE if ti[row + ACT_ASIDE] == 1 else voice_reach(ti, tf, doer)):
            return True
        if ti[row + ACT_ASIDE] == 1:
            return False
        if carried(ti, tf, si, sf, person, doer, ON_VOICE) >= tf[K_LEGIBLE]:
            return True
    if works_line_of(ti, tf, si, sf, person, a):
        return True
    if person == aim and distance <= TOUCHING:
        return True
    if si[ti[SI_PAIR] + (person * ti[N_PERSON] + doer) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
        return False
    if looks_elsewhere(ti, sf, person):
        return False
    if visibility(distance, sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM]) >= tf[K_LEGIBLE]:
        return True
    return has_line(ti) and seen_through(ti, tf, si, sf, person, doer, ti[row + ACT_CHANNELS])


@step_code
def seen_through(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, doer: int, channels: int) -> bool:
    """Does a link between the two carry one of the channels that the act is done with: hands, body or gaze?"""
    best = 0.0
    if channels // 2 % 2 == 1:
        best = carried(ti, tf, si, sf, person, doer, ON_HANDS)
    if channels // 4 % 2 == 1:
        best = larger(best, carried(ti, tf, si, sf, person, doer, ON_BODY))
    if channels // 8 % 2 == 1:
        best = larger(best, carried(ti, tf, si, sf, person, doer, ON_GAZE))
    return best >= tf[K_LEGIBLE]


@step_code
def missed(ti: Ints, si: Ints, sf: Floats, person: int, a: int, aim: int) -> bool:
    """Does someone miss an act that was there to be perceived, his attention being elsewhere?

    Not his own, not what is said or done to him, not what cannot be undone; but that someone walks up to him he may miss.
    """
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    doer = ti[row + ACT_OWNER]
    if person == doer or ti[row + ACT_LASTING] == 1 or si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_ELSEWHERE_NOW] == 0:
        return False
    if person == aim and (ti[row + ACT_WAY] == 0 or gap(ti, sf, person, doer) <= TOUCHING):
        return False
    befall(ti, si, sf, BEFALLS_MISSES, person, doer, a, 0, 0.0)
    return True


@step_code
def listen(ti: Ints, sf: Floats, person: int, until: float) -> None:
    """The person hears someone out."""
    cell = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_LISTENS
    if sf[cell] < until:
        sf[cell] = until


@step_code
def heard_by(ti: Ints, tf: Floats, si: Ints, sf: Floats, a: int, aim: int, until: float) -> int:
    """Mask of those who perceive the act, over at `until` s; each is aware of its doer from now on, and listens while he speaks."""
    mask = 0
    doer = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_OWNER]
    bit = 1
    for person in range(ti[N_PERSON]):
        if perceives(ti, tf, si, sf, person, a, aim) and not missed(ti, si, sf, person, a, aim):
            mask = mask + bit
            if person != doer:
                become_aware(ti, si, sf, person, doer)
                if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_SPOKEN] == 1:
                    listen(ti, sf, person, until)
        bit = bit + bit
    if has_line(ti) and ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_SPOKEN] == 1:
        note_spoken(ti, tf, si, sf, doer, until)
    return mask
