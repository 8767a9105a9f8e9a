"""An act takes effect: places, coverings, prospects, feelings and what is thought of its doer change when it lands, not before."""

from __future__ import annotations

from falter.kernel.acts import NO_TIME, make_stale
from falter.kernel.aftermath import rue
from falter.kernel.appraise import appraise, bring_to_mind
from falter.kernel.conditions import gap, gap_to_mark, presence
from falter.kernel.episodes import note_prior, take_in
from falter.kernel.freezing import freeze
from falter.kernel.incidents import bit_of
from falter.kernel.infer import update_picture
from falter.kernel.links import has_line, out_of_hearing, work_line
from falter.kernel.meaning import mean_it
from falter.kernel.opening import CLOSEST
from falter.kernel.speaking import break_off
from falter.kernel.telling import speak_of_facts
from falter.kernel.things import handle, seek
from falter.kernel.ties import move_ties
from falter.mind.prospect import after_act
from falter.numeric.arithmetic import clamp, smaller
from falter.numeric.draws import uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def land_due(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, now: int) -> None:
    """Whatever takes effect by now, the earliest first; of two at once the keyed draw decides."""
    t = sf[ti[SF_RUN] + RUN_T]
    while True:
        first = -1
        for person in range(ti[N_PERSON]):
            if presence(ti, si, person) == 0 and sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_NEXT_LAND] <= t:
                if first < 0 or lands_before(ti, tu, sf, person, first, now):
                    first = person
        if first < 0:
            return
        land_next(ti, tf, tu, si, sf, first, now)


@step_code
def lands_before(ti: Ints, tu: Words, sf: Floats, one: int, other: int, now: int) -> bool:
    """Does the one's act take effect before the other's?"""
    a = sf[ti[SF_PERSON] + one * SF_PERSON_SIZE + PERSON_NEXT_LAND]
    b = sf[ti[SF_PERSON] + other * SF_PERSON_SIZE + PERSON_NEXT_LAND]
    if a != b:
        return a < b
    return drawn_first(ti, tu, one, other, now)


@step_code
def drawn_first(ti: Ints, tu: Words, one: int, other: int, now: int) -> bool:
    """Of two at the same moment, does the keyed draw put the one first?"""
    turn = ti[TU_PERSON] + PERSON_TURN
    return uniform(now, tu[turn + one * TU_PERSON_SIZE]) < uniform(now, tu[turn + other * TU_PERSON_SIZE])


@step_code
def land_next(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int) -> None:
    """The first of this person's acts in hand takes effect; when the next does is noted."""
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    due = sf[mine + PERSON_NEXT_LAND]
    next_land = NO_TIME
    act = -1
    for a in range(ti[base + PERSON_ACTS], ti[base + PERSON_ACTS_END]):
        if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_PENDING] >= 0:
            lands = sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_LAND]
            if act < 0 and lands <= due:
                act = a
            else:
                next_land = smaller(next_land, lands)
    sf[mine + PERSON_NEXT_LAND] = next_land
    if act >= 0:
        event = si[ti[SI_ACT] + act * SI_ACT_SIZE + ACT_PENDING]
        si[ti[SI_ACT] + act * SI_ACT_SIZE + ACT_PENDING] = -1
        land(ti, tf, tu, si, sf, person, act, event, now)


@step_code
def misses(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, a: int, aim: int) -> bool:
    """Has the one it is for left, died or got out of reach since it began?"""
    if aim < 0:
        return False
    there = presence(ti, si, aim)
    if there == 1 or there == 2 or (there == 3 and ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_OBJECTLESS] == 0):
        return True
    if has_line(ti) and out_of_hearing(ti, tf, si, sf, doer, a, aim):
        return True
    return gap(ti, sf, doer, aim) > tf[ti[TF_ACT] + a * TF_ACT_SIZE + ACT_REACH]


@step_code
def land(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, doer: int, a: int, event: int, now: int) -> None:
    """One act takes effect, or comes to nothing."""
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    wording = si[row + EVENT_WORDING]
    aim = si[row + EVENT_AIM]
    if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_BREAKS] == 1:
        break_off(ti, si, sf, doer, a, event)
        return
    if misses(ti, tf, si, sf, doer, a, aim):
        si[row + EVENT_CUT] = 1
        make_stale(ti, si)
        return
    if not handle(ti, tf, si, sf, doer, a, aim, si[row + EVENT_HEARD]):
        si[row + EVENT_CUT] = 1
        make_stale(ti, si)
        return
    count_move(ti, si, sf, a, si[row + EVENT_HEARD])
    walk(ti, tf, si, sf, doer, a, aim)
    switch_covers(ti, si, a)
    if has_line(ti):
        work_line(ti, tf, si, sf, doer, a)
    change_prospects(ti, tf, si, sf, doer, a, wording)
    for person in range(ti[N_PERSON]):
        if si[row + EVENT_HEARD] & bit_of(person) != 0 and presence(ti, si, person) == 0:
            note_prior(ti, sf, person)
            appraise(ti, tf, sf, person, doer, wording, aim)
            move_ties(ti, tf, si, sf, person, doer, event)
            cue(ti, tf, sf, person, doer, aim)
            if person == aim and person != doer:
                freeze(ti, tf, si, sf, person, doer)
            take_in(ti, tf, si, sf, person, doer, a, aim, wording, event)
    rue(ti, tf, sf, si, doer, event)
    for read in range(ti[N_READ]):
        table = ti[TI_READ] + read * TI_READ_SIZE
        if ti[table + READ_ACTOR] == doer and si[row + EVENT_HEARD] & bit_of(ti[table + READ_READER]) != 0:
            update_picture(ti, tf, si, sf, read, a, wording)
    speak_of_facts(ti, tf, tu, si, sf, doer, event, now)
    mean_it(ti, tf, si, sf, doer, event)
    make_stale(ti, si)


@step_code
def count_move(ti: Ints, si: Ints, sf: Floats, a: int, mask: int) -> None:
    """The move has been done once more, to the knowledge of those of the mask."""
    tally = ti[ti[TI_MOVE] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_MOVE] * TI_MOVE_SIZE + MOVE_TALLY]
    t = sf[ti[SF_RUN] + RUN_T]
    row = ti[SI_MOVE] + tally * SI_MOVE_SIZE
    floats = ti[SF_MOVE] + tally * SF_MOVE_SIZE
    if si[row + MOVE_DONE] == 0:
        sf[floats + MOVE_FIRST] = t
    si[row + MOVE_DONE] = si[row + MOVE_DONE] + 1
    sf[floats + MOVE_LATEST] = t
    note_known(ti, si, sf, tally, mask)


@step_code
def note_known(ti: Ints, si: Ints, sf: Floats, move: int, mask: int) -> None:
    """Those of the mask know that the move was done, or that it came about."""
    for known in range(ti[N_KNOWN]):
        row = ti[TI_KNOWN] + known * TI_KNOWN_SIZE
        if ti[row + KNOWN_MOVE] == move and mask & bit_of(ti[row + KNOWN_KNOWER]) != 0:
            si[ti[SI_KNOWN] + known * SI_KNOWN_SIZE + KNOWN_DONE] = 1
            sf[ti[SF_KNOWN] + known * SF_KNOWN_SIZE + KNOWN_LATEST] = sf[ti[SF_RUN] + RUN_T]


@step_code
def walk(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, a: int, aim: int) -> None:
    """A step towards or away, on the straight line, never nearer to a person than 0.4 m."""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    way = ti[row + ACT_WAY]
    if way == 0:
        return
    mine = ti[SF_PERSON] + doer * SF_PERSON_SIZE
    mark = ti[row + ACT_MARK]
    if ti[row + ACT_THING] >= 0 and ti[row + ACT_HANDLES] == 0:
        seek(ti, tf, si, sf, doer, ti[row + ACT_THING], tf[ti[TF_ACT] + a * TF_ACT_SIZE + ACT_STEP])
        return
    if mark < 0 and aim < 0:
        return
    distance = gap_to_mark(ti, tf, sf, doer, mark) if mark >= 0 else gap(ti, sf, doer, aim)
    if distance <= 0.0:
        if way == -1:
            sf[mine + PERSON_X] = sf[mine + PERSON_X] + tf[ti[TF_ACT] + a * TF_ACT_SIZE + ACT_STEP]
        return
    x = tf[ti[TF_MARK] + mark * TF_MARK_SIZE + MARK_X] if mark >= 0 else sf[ti[SF_PERSON] + aim * SF_PERSON_SIZE + PERSON_X]
    y = tf[ti[TF_MARK] + mark * TF_MARK_SIZE + MARK_Y] if mark >= 0 else sf[ti[SF_PERSON] + aim * SF_PERSON_SIZE + PERSON_Y]
    step = tf[ti[TF_ACT] + a * TF_ACT_SIZE + ACT_STEP]
    if way == 1:
        step = smaller(step, clamp(distance if mark >= 0 else distance - CLOSEST, 0.0, distance))
    else:
        step = -step
    sf[mine + PERSON_X] = sf[mine + PERSON_X] + (x - sf[mine + PERSON_X]) * step / distance
    sf[mine + PERSON_Y] = sf[mine + PERSON_Y] + (y - sf[mine + PERSON_Y]) * step / distance


@step_code
def switch_covers(ti: Ints, si: Ints, a: int) -> None:
    """Coverings come off or go on."""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    for switch in range(ti[row + ACT_SWITCHES], ti[row + ACT_SWITCHES_END]):
        table = ti[TI_SWITCH] + switch * TI_SWITCH_SIZE
        si[ti[SI_COVER] + ti[table + SWITCH_COVER] * SI_COVER_SIZE + COVER_ON] = ti[table + SWITCH_ON]


@step_code
def change_prospects(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, a: int, wording: int) -> None:
    """The doer's prospects move by what the act was worth; an order done is settled."""
    base = ti[TI_PERSON] + doer * TI_PERSON_SIZE
    m0 = ti[base + PERSON_MOTIVES]
    worth = ti[TF_WORTH] + ti[ti[TI_WORDING] + wording * TI_WORDING_SIZE + WORDING_WORTH] * TF_WORTH_SIZE
    lasting = float(ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LASTING])
    tally = ti[ti[TI_MOVE] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_MOVE] * TI_MOVE_SIZE + MOVE_TALLY]
    for m in range(m0, ti[base + PERSON_MOTIVES_END]):
        row = ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE
        kind = ti[ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE + MOTIVE_KIND]
        sf[row + MOTIVE_P] = after_act(sf[row + MOTIVE_P], tf[worth + (m - m0) * TF_WORTH_SIZE + WORTH_OWN], lasting)
        if (kind == MOTIVE_IS_OBEY or kind == MOTIVE_IS_KEEP) and ti[ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE + MOTIVE_MOVE] == tally:
            si[ti[SI_MOTIVE] + m * SI_MOTIVE_SIZE + MOTIVE_SETTLED] = 1


@step_code
def cue(ti: Ints, tf: Floats, sf: Floats, person: int, doer: int, aim: int) -> None:
    """What someone does draws attention to the motives about them."""
    about = aim if person == doer else doer
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    if about < 0:
        return
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        if ti[ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE + MOTIVE_OBJECT] == about:
            bring_to_mind(ti, sf, person, m, (0.5 if person == doer else 1.0) * tf[K_CUE_BUMP])
