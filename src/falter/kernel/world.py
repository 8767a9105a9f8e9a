"""What comes about of itself: events of nobody's, people who come in or come back (docs/mind/world.md)."""

from __future__ import annotations

from falter.kernel.acts import make_stale
from falter.kernel.appraise import bond, bring_to_mind, feel_news
from falter.kernel.conditions import gap, gap_to_mark, holds, presence
from falter.kernel.effects import note_known
from falter.kernel.feelings import become_aware
from falter.kernel.incidents import befall, bit_of
from falter.kernel.passing import pass_over_minds
from falter.kernel.questions import void
from falter.mind.appraisal import NOBODY
from falter.mind.noticing import visibility
from falter.numeric.draws import uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

EVENT = 0
ARRIVAL = 1
RETURN = 2
LATER = 3
HAIR = 1e-9


@step_code
def story_time(ti: Ints, sf: Floats) -> float:
    """s since the start, with what was passed over."""
    return sf[ti[SF_RUN] + RUN_T] + sf[ti[SF_RUN] + RUN_PASSED]


@step_code
def turn_world(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, now: int, index: int) -> None:
    """Whatever is due comes about. Times are judged every step, conditions at every refresh."""
    refresh = index % ti[ti[TI_RUN] + RUN_EVERY] == 0
    for turn in range(ti[N_TURN]):
        state = ti[SI_TURN] + turn * SI_TURN_SIZE
        if si[state + TURN_STAGE] == 0:
            arm(ti, tf, tu, si, sf, turn, now)
        if si[state + TURN_STAGE] == 1 and due(ti, tf, si, sf, turn, refresh):
            come_about(ti, tf, si, sf, turn)


@step_code
def arm(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, turn: int, now: int) -> None:
    """Draw its time: at the start, or when the one who is to come back has gone."""
    table = ti[TI_TURN] + turn * TI_TURN_SIZE
    state = ti[SI_TURN] + turn * SI_TURN_SIZE
    act = ti[table + TURN_ARMS]
    if act >= 0:
        done = si[ti[SI_ACT] + act * SI_ACT_SIZE + ACT_COUNT]
        if done == si[state + TURN_COUNT] or presence(ti, si, ti[table + TURN_PERSON]) != 2:
            return
        si[state + TURN_COUNT] = done
    times = ti[TF_TURN] + turn * TF_TURN_SIZE
    earliest = tf[times + TURN_EARLIEST]
    wait = earliest + (tf[times + TURN_LATEST] - earliest) * uniform(now, tu[ti[TU_TURN] + turn * TU_TURN_SIZE + TURN_WHEN])
    sf[ti[SF_TURN] + turn * SF_TURN_SIZE + TURN_AT] = story_time(ti, sf) + wait
    si[state + TURN_STAGE] = 1


@step_code
def due(ti: Ints, tf: Floats, si: Ints, sf: Floats, turn: int, refresh: bool) -> bool:
    """Is its time come, and does what it waits for hold?"""
    if story_time(ti, sf) + HAIR < sf[ti[SF_TURN] + turn * SF_TURN_SIZE + TURN_AT]:
        return False
    table = ti[TI_TURN] + turn * TI_TURN_SIZE
    if ti[table + TURN_CLAUSES] == ti[table + TURN_CLAUSES_END]:
        return True
    return refresh and holds(ti, tf, si, sf, ti[table + TURN_CLAUSES], ti[table + TURN_CLAUSES_END], -1)


@step_code
def come_about(ti: Ints, tf: Floats, si: Ints, sf: Floats, turn: int) -> None:
    """It comes about now. Only a return may come about again."""
    table = ti[TI_TURN] + turn * TI_TURN_SIZE
    kind = ti[table + TURN_KIND]
    si[ti[SI_TURN] + turn * SI_TURN_SIZE + TURN_STAGE] = 0 if kind == RETURN else 2
    if kind == EVENT:
        happen(ti, tf, si, sf, turn)
    elif kind == LATER:
        pass_over(ti, tf, si, sf, turn)
    elif presence(ti, si, ti[table + TURN_PERSON]) != 3:
        come_in(ti, tf, si, sf, ti[table + TURN_PERSON], ti[table + TURN_MARK], kind)
    make_stale(ti, si)


@step_code
def happen(ti: Ints, tf: Floats, si: Ints, sf: Floats, turn: int) -> None:
    """An event of nobody's: light may change with it; everyone who perceives it is touched by what it means."""
    table = ti[TI_TURN] + turn * TI_TURN_SIZE
    dark = tf[ti[TF_TURN] + turn * TF_TURN_SIZE + TURN_DARK]
    if dark >= 0.0:
        sf[ti[SF_RUN] + RUN_DARKNESS] = dark
    mask = 0
    for person in range(ti[N_PERSON]):
        if reaches(ti, tf, si, sf, ti[table + TURN_MARK], person):
            mask = mask + bit_of(person)
            if ti[table + TURN_WORDING] >= 0:
                take_in(ti, tf, sf, person, ti[table + TURN_WORDING])
    count_turn(ti, si, sf, ti[table + TURN_MOVE], mask)
    befall(ti, si, sf, BEFALLS_HAPPENS, -1, -1, turn, mask, 0.0)


@step_code
def count_turn(ti: Ints, si: Ints, sf: Floats, move: int, mask: int) -> None:
    """It has come about, as a move is done, to the knowledge of those of the mask; a lull is over."""
    t = sf[ti[SF_RUN] + RUN_T]
    si[ti[SI_MOVE] + move * SI_MOVE_SIZE + MOVE_DONE] = 1
    sf[ti[SF_MOVE] + move * SF_MOVE_SIZE + MOVE_FIRST] = t
    sf[ti[SF_MOVE] + move * SF_MOVE_SIZE + MOVE_LATEST] = t
    sf[ti[SF_RUN] + RUN_LAST] = t
    note_known(ti, si, sf, move, mask)


@step_code
def reaches(ti: Ints, tf: Floats, si: Ints, sf: Floats, mark: int, person: int) -> bool:
    """Does someone perceive what happens at a mark, or, without one, all over the place?"""
    if presence(ti, si, person) != 0:
        return False
    return mark < 0 or gap_to_mark(ti, tf, sf, person, mark) <= tf[K_EARSHOT]


@step_code
def take_in(ti: Ints, tf: Floats, sf: Floats, person: int, wording: int) -> None:
    """What it means to one: joy or distress for oneself, fear where it only threatens, and what it means for those one is tied to.

    Nobody did it, so nobody is thanked or blamed (Ortony, Clore & Collins 1988: no agent, no attribution).
    """
    table = ti[TI_WORDING] + wording * TI_WORDING_SIZE
    for meaning in range(ti[table + WORDING_MEANINGS], ti[table + WORDING_MEANINGS_END]):
        row = ti[TI_MEANING] + meaning * TI_MEANING_SIZE
        about = ti[row + MEANING_PERSON]
        word = ti[TF_WORD] + ti[row + MEANING_WORD] * TF_WORD_SIZE
        own = about == person or about < 0
        tie = 0.0 if own else bond(ti, sf, person, about)
        feel_news(ti, tf, sf, person, tf[word + WORD_GOOD], 0.0, tf[word + WORD_LIKELY], own, tie, NOBODY, 0.0, 0.0, tf[K_APPRAISAL])
        heed(ti, tf, sf, person, about)


@step_code
def heed(ti: Ints, tf: Floats, sf: Floats, person: int, about: int) -> None:
    """Attention goes to the motives about the one it concerns."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        if about >= 0 and ti[ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE + MOTIVE_OBJECT] == about:
            bring_to_mind(ti, sf, person, m, tf[K_CUE_BUMP])


@step_code
def come_in(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, mark: int, kind: int) -> None:
    """Someone is there from now on. Whoever has eyes for it sees them come (Yantis & Jonides 1984: an onset draws attention)."""
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    si[mine + PERSON_PRESENCE] = 0
    if mark >= 0:
        sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_X] = tf[ti[TF_MARK] + mark * TF_MARK_SIZE + MARK_X]
        sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_Y] = tf[ti[TF_MARK] + mark * TF_MARK_SIZE + MARK_Y]
    sf[ti[SF_RUN] + RUN_LAST] = sf[ti[SF_RUN] + RUN_T]
    n = ti[N_PERSON]
    seen = bit_of(person)
    for other in range(n):
        pair = ti[SI_PAIR] + (other * n + person) * SI_PAIR_SIZE
        if other == person or presence(ti, si, other) != 0:
            continue
        if si[pair + PAIR_KNOWN] != 0:
            si[pair + PAIR_NOTICED] = 0
        busy = si[ti[SI_PERSON] + other * SI_PERSON_SIZE + PERSON_BUSY_NOW] == 1
        light = visibility(gap(ti, sf, other, person), sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM])
        if not busy and light >= tf[K_ONSET]:
            seen = seen + bit_of(other)
    befall(ti, si, sf, BEFALLS_ARRIVES, person, -1, mark, seen, 1.0 if kind == RETURN else 0.0)
    for other in range(n):
        if other != person and presence(ti, si, other) == 0 and seen & bit_of(other) != 0:
            become_aware(ti, si, sf, other, person)


@step_code
def pass_over(ti: Ints, tf: Floats, si: Ints, sf: Floats, turn: int) -> None:
    """Time is passed over: no step is taken for it, but feelings fade, deadlines and what is due come nearer by it."""
    seconds = tf[ti[TF_TURN] + turn * TF_TURN_SIZE + TURN_PASSES]
    sf[ti[SF_RUN] + RUN_PASSED] = sf[ti[SF_RUN] + RUN_PASSED] + seconds
    mask = 0
    for person in range(ti[N_PERSON]):
        if presence(ti, si, person) == 0:
            mask = mask + bit_of(person)
            pass_over_minds(ti, tf, si, sf, person, seconds)
            void(ti, si, sf, person)
    count_turn(ti, si, sf, ti[ti[TI_TURN] + turn * TI_TURN_SIZE + TURN_MOVE], mask)
    befall(ti, si, sf, BEFALLS_LATER, -1, -1, turn, mask, seconds)
