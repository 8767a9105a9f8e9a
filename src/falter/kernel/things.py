"""Things: where they are, who sees them, where each person thinks they are; taken, given, put away, found, and found gone."""

from __future__ import annotations

from falter.kernel.conditions import gap, presence, presence_known, spot_gap, thing_in_sight, thought_of
from falter.kernel.incidents import befall, bit_of
from falter.mind.noticing import visibility
from falter.model.constants import NEAR
from falter.numeric.arithmetic import smaller
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

TAKES = 1
GIVES = 2
SEARCHES = 4
NOWHERE = -1
LOST = -2
ARM = 0.4
"""m: nobody walks nearer to a person than this."""


@step_code
def handy(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, a: int, aim: int) -> bool:
    """May the act be done with its thing, as its doer takes things to be?"""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    what = ti[row + ACT_HANDLES]
    thing = ti[row + ACT_THING]
    if what == SEARCHES:
        return spot_gap(ti, tf, sf, person, ti[row + ACT_SPOT]) <= NEAR
    if thing < 0:
        return True
    own = ti[SI_WHEREABOUTS] + thought_of(ti, person, person, thing) * SI_WHEREABOUTS_SIZE
    mine = si[ti[SI_THING] + thing * SI_THING_SIZE + THING_BY] == person
    if what == 0:
        return not mine and within_reach(ti, tf, sf, person, si[own + WHEREABOUTS_SPOT], si[own + WHEREABOUTS_BY]) == 1
    if what == GIVES:
        return mine and aim >= 0 and gap(ti, sf, person, aim) <= NEAR
    at_hand = within_reach(ti, tf, sf, person, si[own + WHEREABOUTS_SPOT], si[own + WHEREABOUTS_BY]) == 2
    if what == TAKES:
        return at_hand and not mine
    spot = ti[row + ACT_SPOT]
    there = si[own + WHEREABOUTS_SPOT] == spot and si[own + WHEREABOUTS_HIDDEN] == ti[row + ACT_HIDES]
    return (mine or at_hand) and not there and spot >= 0 and spot_gap(ti, tf, sf, person, spot) <= NEAR


@step_code
def within_reach(ti: Ints, tf: Floats, sf: Floats, person: int, spot: int, by: int) -> int:
    """2 if that place is within 1.5 m, 1 if it is farther, 0 if it is none."""
    if by >= 0:
        return 2 if by == person or gap(ti, sf, person, by) <= NEAR else 1
    if spot >= 0:
        return 2 if spot_gap(ti, tf, sf, person, spot) <= NEAR else 1
    return 0


@step_code
def handle(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, a: int, aim: int, mask: int) -> bool:
    """The act's thing changes hands or place, and who sees it knows where it is now; False if it is not where its doer thought."""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    what = ti[row + ACT_HANDLES]
    thing = ti[row + ACT_THING]
    if what == SEARCHES:
        search(ti, tf, si, sf, doer, ti[row + ACT_SPOT], mask)
        return True
    if what == 0 or thing < 0:
        return True
    at = ti[SI_THING] + thing * SI_THING_SIZE
    if not can_have(ti, tf, si, sf, doer, thing):
        put_down(ti, si, doer, doer, thing, LOST, NOWHERE, 0)
        befall(ti, si, sf, BEFALLS_FINDS_GONE, doer, NOWHERE, thing, bit_of(doer), 0.0)
        return False
    si[at + THING_BY] = doer if what == TAKES else (aim if what == GIVES else NOWHERE)
    si[at + THING_SPOT] = ti[row + ACT_SPOT]
    si[at + THING_HIDDEN] = ti[row + ACT_HIDES]
    for one in range(ti[N_PERSON]):
        if mask & bit_of(one) == 0 or presence(ti, si, one) != 0 or not watches(ti, tf, sf, one, doer):
            continue
        for other in range(ti[N_PERSON]):
            sure = other == one or other == doer or other == aim
            if sure or (mask & bit_of(other) != 0 and si[ti[SI_PAIR] + (one * ti[N_PERSON] + other) * SI_PAIR_SIZE + PAIR_NOTICED] == 1):
                if other == one or (tf[K_OTHERS_KNOWLEDGE] > 0.0 and (other == aim or watches(ti, tf, sf, other, doer))):
                    put_down(ti, si, one, other, thing, si[at + THING_SPOT], si[at + THING_BY], si[at + THING_HIDDEN])
    return True


@step_code
def search(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, spot: int, mask: int) -> None:
    """What is in, under or behind the place comes to light, for the doer and who watches; what is not there is missed."""
    for thing in range(ti[N_THING]):
        at = ti[SI_THING] + thing * SI_THING_SIZE
        there = si[at + THING_SPOT] == spot
        for one in range(ti[N_PERSON]):
            if mask & bit_of(one) == 0 or presence(ti, si, one) != 0 or not watches(ti, tf, sf, one, doer):
                continue
            own = ti[SI_WHEREABOUTS] + thought_of(ti, one, one, thing) * SI_WHEREABOUTS_SIZE
            thought = si[own + WHEREABOUTS_SPOT] == spot
            if there and not thought:
                befall(ti, si, sf, BEFALLS_FINDS, one, NOWHERE, thing, bit_of(one), 0.0)
            if there:
                put_down(ti, si, one, one, thing, spot, NOWHERE, si[at + THING_HIDDEN])
                if one != doer and tf[K_OTHERS_KNOWLEDGE] > 0.0:
                    put_down(ti, si, one, doer, thing, spot, NOWHERE, si[at + THING_HIDDEN])
            elif thought:
                befall(ti, si, sf, BEFALLS_FINDS_GONE, one, NOWHERE, thing, bit_of(one), 0.0)
                put_down(ti, si, one, one, thing, LOST, NOWHERE, 0)


@step_code
def watches(ti: Ints, tf: Floats, sf: Floats, one: int, doer: int) -> bool:
    """Is what the doer does with his hands plain to see from where the one is?"""
    if one == doer:
        return True
    distance = gap(ti, sf, one, doer)
    return distance <= NEAR or visibility(distance, sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM]) >= tf[K_LEGIBLE]


@step_code
def can_have(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, thing: int) -> bool:
    """Is the thing in his hands, in sight within reach, or hidden where he thinks it is?"""
    at = ti[SI_THING] + thing * SI_THING_SIZE
    by = si[at + THING_BY]
    spot = si[at + THING_SPOT]
    if by >= 0 and by != doer and (presence(ti, si, by) == 1 or presence(ti, si, by) == 2):
        return False
    if within_reach(ti, tf, sf, doer, spot, by) != 2:
        return False
    own = ti[SI_WHEREABOUTS] + thought_of(ti, doer, doer, thing) * SI_WHEREABOUTS_SIZE
    return si[at + THING_HIDDEN] == 0 or si[own + WHEREABOUTS_SPOT] == spot


@step_code
def put_down(ti: Ints, si: Ints, one: int, other: int, thing: int, spot: int, by: int, hidden: int) -> None:
    """What the one takes the other to think of where a thing is."""
    cell = ti[SI_WHEREABOUTS] + thought_of(ti, one, other, thing) * SI_WHEREABOUTS_SIZE
    si[cell + WHEREABOUTS_SPOT] = spot
    si[cell + WHEREABOUTS_BY] = by
    si[cell + WHEREABOUTS_HIDDEN] = hidden


@step_code
def look_about(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Once a refresh: what lies open to someone who is not busy is seen, by him and by whom he sees there; what is gone is missed."""
    if si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_BUSY_NOW] == 1:
        return
    for thing in range(ti[N_THING]):
        if thing_in_sight(ti, tf, si, sf, person, thing):
            see_thing(ti, tf, si, sf, person, thing)
        else:
            miss_thing(ti, tf, si, sf, person, thing)


@step_code
def see_thing(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, thing: int) -> None:
    """It is seen where it is, which may be news."""
    at = ti[SI_THING] + thing * SI_THING_SIZE
    own = ti[SI_WHEREABOUTS] + thought_of(ti, person, person, thing) * SI_WHEREABOUTS_SIZE
    spot = si[own + WHEREABOUTS_SPOT]
    by = si[own + WHEREABOUTS_BY]
    moved = spot != si[at + THING_SPOT] or by != si[at + THING_BY]
    if moved and (spot != NOWHERE or by >= 0):
        befall(ti, si, sf, BEFALLS_FINDS, person, si[at + THING_BY], thing, bit_of(person), 0.0)
    put_down(ti, si, person, person, thing, si[at + THING_SPOT], si[at + THING_BY], si[at + THING_HIDDEN])
    for other in range(ti[N_PERSON]):
        noticed = si[ti[SI_PAIR] + (person * ti[N_PERSON] + other) * SI_PAIR_SIZE + PAIR_NOTICED] == 1
        if other != person and noticed and presence_known(ti, si, person, other) == 0 and tf[K_OTHERS_KNOWLEDGE] > 0.0:
            if presence(ti, si, other) == 0 and watches(ti, tf, sf, person, other) and thing_in_sight(ti, tf, si, sf, other, thing):
                put_down(ti, si, person, other, thing, si[at + THING_SPOT], si[at + THING_BY], si[at + THING_HIDDEN])


@step_code
def miss_thing(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, thing: int) -> None:
    """It was thought to lie open at a place that is in sight, and does not."""
    own = ti[SI_WHEREABOUTS] + thought_of(ti, person, person, thing) * SI_WHEREABOUTS_SIZE
    spot = si[own + WHEREABOUTS_SPOT]
    if spot < 0 or si[own + WHEREABOUTS_HIDDEN] == 1:
        return
    at = ti[SI_THING] + thing * SI_THING_SIZE
    there = si[at + THING_SPOT] == spot and si[at + THING_HIDDEN] == 0
    seen = visibility(spot_gap(ti, tf, sf, person, spot), sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM]) * tf[K_SPOTTING]
    if not there and seen >= tf[K_LEGIBLE]:
        put_down(ti, si, person, person, thing, LOST, NOWHERE, 0)
        befall(ti, si, sf, BEFALLS_FINDS_GONE, person, NOWHERE, thing, bit_of(person), 0.0)


@step_code
def seek(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, thing: int, step: float) -> None:
    """A step towards where one thinks the thing is, wherever it may be."""
    own = ti[SI_WHEREABOUTS] + thought_of(ti, person, person, thing) * SI_WHEREABOUTS_SIZE
    spot = si[own + WHEREABOUTS_SPOT]
    by = si[own + WHEREABOUTS_BY]
    if by < 0 and spot < 0:
        return
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    x = sf[ti[SF_PERSON] + by * SF_PERSON_SIZE + PERSON_X] if by >= 0 else tf[ti[TF_SPOT] + spot * TF_SPOT_SIZE + SPOT_X]
    y = sf[ti[SF_PERSON] + by * SF_PERSON_SIZE + PERSON_Y] if by >= 0 else tf[ti[TF_SPOT] + spot * TF_SPOT_SIZE + SPOT_Y]
    left = gap(ti, sf, person, by) - ARM if by >= 0 else spot_gap(ti, tf, sf, person, spot)
    distance = gap(ti, sf, person, by) if by >= 0 else left
    if left > 0.0 and distance > 0.0:
        part = smaller(step, left) / distance
        sf[mine + PERSON_X] = sf[mine + PERSON_X] + (x - sf[mine + PERSON_X]) * part
        sf[mine + PERSON_Y] = sf[mine + PERSON_Y] + (y - sf[mine + PERSON_Y]) * part
