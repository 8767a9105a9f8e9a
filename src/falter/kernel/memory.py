"""Memories in a performance: what wakes them, when they come back unasked, what they bring, what keeping them out does."""

from __future__ import annotations

from falter.kernel.appraise import add_feeling, bring_to_mind
from falter.kernel.conditions import felt, gap, gap_to_mark, presence_known
from falter.kernel.incidents import befall, bit_of
from falter.mind.feeling import combine
from falter.mind.memory import (
    association,
    base_level,
    bulk,
    chance,
    congruence,
    faded,
    held_out,
    intrusion,
    learned,
    log_odds,
    overshoot,
    readiness,
    spreading,
)
from falter.numeric.arithmetic import larger, ratio
from falter.numeric.draws import uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

KEPT = 4
"""Uses of a memory that are kept one by one."""


@step_code
def remember(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int, seconds: float) -> None:
    """Once a refresh: with its chance an attempt is made, and of the memories that come up far enough the one farthest up comes to mind."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    if tf[K_RECALL_RATE] <= 0.0 or ti[base + PERSON_MEMORIES] == ti[base + PERSON_MEMORIES_END]:
        return
    t = sf[ti[SF_RUN] + RUN_T]
    cool(ti, tf, sf, person)
    attempt = uniform(now, tu[ti[TU_PERSON] + person * TU_PERSON_SIZE + PERSON_RECALL])
    if attempt >= intrusion(tf[K_RECALL_RATE], 1.0, seconds):
        return
    valence = pleasantness(ti, sf, person)
    best = -1
    most = 0.0
    for memory in range(ti[base + PERSON_MEMORIES], ti[base + PERSON_MEMORIES_END]):
        row = ti[SF_MEMORY] + memory * SF_MEMORY_SIZE
        if t - sf[row + MEMORY_LATEST] < tf[K_RECALL_LASTS]:
            return
        if laid_down(ti, si, memory):
            above = how_ready(ti, tf, si, sf, person, memory, valence, t)
            above = above + log_odds(uniform(now, tu[ti[TU_MEMORY] + memory * TU_MEMORY_SIZE + MEMORY_COME]))
            if above > most and may_come(ti, tf, sf, memory, t):
                best = memory
                most = above
    if best >= 0:
        come_back(ti, tf, si, sf, person, best, t)


@step_code
def laid_down(ti: Ints, si: Ints, memory: int) -> bool:
    """Is it a memory, and no empty place for one?"""
    if ti[ti[TI_MEMORY] + memory * TI_MEMORY_SIZE + MEMORY_EPISODE] == 0:
        return True
    return si[ti[SI_MEMORY] + memory * SI_MEMORY_SIZE + MEMORY_EVENT] >= 0


@step_code
def may_come(ti: Ints, tf: Floats, sf: Floats, memory: int, t: float) -> bool:
    """What came a moment ago, or has only just happened, does not come again."""
    row = ti[SF_MEMORY] + memory * SF_MEMORY_SIZE
    rested = t - sf[row + MEMORY_LATEST] >= tf[K_RECALL_LASTS] + tf[K_RECALL_REST]
    return rested and t - sf[row + MEMORY_BORN] >= tf[K_RECALL_REST]


@step_code
def cool(ti: Ints, tf: Floats, sf: Floats, person: int) -> None:
    """What was heard or felt fades."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for memory in range(ti[base + PERSON_MEMORIES], ti[base + PERSON_MEMORIES_END]):
        table = ti[TI_MEMORY] + memory * TI_MEMORY_SIZE
        for waker in range(ti[table + MEMORY_WAKERS], ti[table + MEMORY_WAKERS_END]):
            row = ti[SF_WAKER] + waker * SF_WAKER_SIZE + WAKER_HEAT
            sf[row] = sf[row] * tf[ti[TF_RUN] + RUN_WAKE_KEPT]


@step_code
def pleasantness(ti: Ints, sf: Floats, person: int) -> float:
    """How pleasant it is to be this person now, in [−1, 1]: the pleasant feelings together less the unpleasant."""
    good = 1.0
    ill = 1.0
    for emotion in range(ti[N_EMOTION]):
        strength = felt(ti, sf, person, emotion)
        if pleasant(emotion):
            good = good * (1.0 - strength)
        else:
            ill = ill * (1.0 - strength)
    return ill - good


@step_code
def pleasant(emotion: int) -> bool:
    """Is the emotion a pleasant one?"""
    if emotion == FEELS_JOY or emotion == FEELS_HOPE or emotion == FEELS_SATISFACTION or emotion == FEELS_RELIEF:
        return True
    if emotion == FEELS_HAPPY_FOR or emotion == FEELS_GLOATING or emotion == FEELS_PRIDE or emotion == FEELS_ADMIRATION:
        return True
    return emotion == FEELS_GRATIFICATION or emotion == FEELS_GRATITUDE or emotion == FEELS_LOVE


@step_code
def how_ready(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, memory: int, valence: float, t: float) -> float:
    """Log odds that an attempt on this memory succeeds: use, cues, feeling, and what keeps it out. Notes its activation and its chance."""
    row = ti[SF_MEMORY] + memory * SF_MEMORY_SIZE
    activation = used_level(ti, tf, si, sf, memory, t) + cued(ti, tf, si, sf, person, memory)
    sf[row + MEMORY_A] = activation
    odds = readiness(activation, tf[K_RECALL_THRESHOLD], tf[K_RECALL_NOISE])
    flavour = flavour_of(ti, si, sf, memory)
    odds = odds + congruence(flavour, valence, tf[K_CONGRUENCE_ILL], tf[K_CONGRUENCE_GOOD], tf[K_CONGRUENCE_ACROSS])
    odds = odds - kept_out(ti, tf, si, sf, memory, t)
    sf[row + MEMORY_READY] = chance(odds)
    return odds


@step_code
def used_level(ti: Ints, tf: Floats, si: Ints, sf: Floats, memory: int, t: float) -> float:
    """Base-level activation: the latest uses one by one, older ones in bulk (Petrov 2006)."""
    row = ti[SF_MEMORY] + memory * SF_MEMORY_SIZE
    kept = si[ti[SI_MEMORY] + memory * SI_MEMORY_SIZE + MEMORY_KEPT]
    summed = 0.0
    newest = 1.0
    for k in range(kept):
        newest = t - sf[row + MEMORY_USED + k]
        summed = summed + faded(newest, tf[K_MEMORY_DECAY])
    return base_level(summed + bulk(sf[row + MEMORY_OLDER], newest, t - sf[row + MEMORY_BORN], tf[K_MEMORY_DECAY]))


@step_code
def flavour_of(ti: Ints, si: Ints, sf: Floats, memory: int) -> float:
    """How pleasant a memory is, in [−1, 1]: its feelings, each by its strength."""
    table = ti[TI_MEMORY] + memory * TI_MEMORY_SIZE
    sum_ = 0.0
    weight = 0.0
    for echo in range(ti[table + MEMORY_ECHOES], ti[table + MEMORY_ECHOES_END]):
        emotion = si[ti[SI_ECHO] + echo * SI_ECHO_SIZE + ECHO_FEELING]
        if emotion >= 0:
            strength = sf[ti[SF_ECHO] + echo * SF_ECHO_SIZE + ECHO_STRENGTH]
            sum_ = sum_ + (strength if pleasant(emotion) else -strength)
            weight = weight + strength
    return ratio(sum_, larger(weight, 0.0))


@step_code
def cued(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, memory: int) -> float:
    """Activation that spreads to a memory from what is there now; what was heard or felt fades on the way."""
    table = ti[TI_MEMORY] + memory * TI_MEMORY_SIZE
    pulled = 0.0
    attention = 0.0
    for waker in range(ti[table + MEMORY_WAKERS], ti[table + MEMORY_WAKERS_END]):
        there = tf[K_CUE_WEIGHT] * presence_of(ti, tf, si, sf, person, memory, waker)
        pulled = pulled + there * association(tf[K_CUE_STRENGTH], tf[ti[TF_WAKER] + waker * TF_WAKER_SIZE + WAKER_FAN])
        attention = attention + there
    return spreading(pulled, attention)


@step_code
def presence_of(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, memory: int, waker: int) -> float:
    """How much of a cue is there now, in [0, 1]."""
    row = ti[TI_WAKER] + waker * TI_WAKER_SIZE
    kind = ti[row + WAKER_KIND]
    about = ti[row + WAKER_ABOUT]
    if kind == WAKES_NEAR:
        return nearness(ti, tf, si, sf, person, si[ti[SI_MEMORY] + memory * SI_MEMORY_SIZE + MEMORY_WITH])
    if kind == WAKES_PERSON:
        return 1.0 if in_sight(ti, si, person, about) else 0.0
    if kind == WAKES_EMOTION:
        return felt(ti, sf, person, about)
    if kind == WAKES_MARK:
        return 1.0 / (1.0 + gap_to_mark(ti, tf, sf, person, about) * gap_to_mark(ti, tf, sf, person, about))
    if kind == WAKES_COVERING:
        owner = ti[ti[TI_COVER] + about * TI_COVER_SIZE + COVER_OWNER]
        worn = si[ti[SI_COVER] + about * SI_COVER_SIZE + COVER_ON] == 1
        return 1.0 if worn and (owner == person or in_sight(ti, si, person, owner)) else 0.0
    return sf[ti[SF_WAKER] + waker * SF_WAKER_SIZE + WAKER_HEAT]


@step_code
def in_sight(ti: Ints, si: Ints, person: int, other: int) -> bool:
    """Has the other been noticed, and is not known to be away or gone?"""
    if other < 0 or si[ti[SI_PAIR] + (person * ti[N_PERSON] + other) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
        return False
    there = presence_known(ti, si, person, other)
    return there == 0 or there == 3


@step_code
def nearness(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, other: int) -> float:
    """How near somebody is, in [0, 1]: `1 / (1 + (d / presence)²)`; the nearest of all, where nobody is named."""
    best = 0.0
    for one in range(ti[N_PERSON]):
        if one != person and (one == other or other < 0) and in_sight(ti, si, person, one):
            d = ratio(gap(ti, sf, person, one), tf[K_PRESENCE])
            best = larger(best, 1.0 / (1.0 + d * d))
    return best


@step_code
def kept_out(ti: Ints, tf: Floats, si: Ints, sf: Floats, memory: int, t: float) -> float:
    """What shutting it out takes from the log odds; below 0 when it rebounds."""
    row = ti[SF_MEMORY] + memory * SF_MEMORY_SIZE
    tries = si[ti[SI_MEMORY] + memory * SI_MEMORY_SIZE + MEMORY_TRIES]
    if tries == 0:
        return 0.0
    practice = learned(tries, tf[K_SHUT_LEARNS])
    until = sf[row + MEMORY_SHUT]
    if t < until:
        return practice + held_out(tf[K_SHUT_BLOCK], strength_left(ti, sf, ti[ti[TI_MEMORY] + memory * TI_MEMORY_SIZE + MEMORY_OWNER]))
    held = ratio(until - sf[row + MEMORY_SHUT_SINCE], tf[K_SHUT_LASTS])
    return practice - overshoot(tf[K_SHUT_REBOUND], held, t - until, tf[K_REBOUND_HALF_LIFE])


@step_code
def strength_left(ti: Ints, sf: Floats, person: int) -> float:
    """What strength to hold things down a person has left, in [0, 1]: the reserve that keeping up a display draws on too."""
    return sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_RESERVE]


@step_code
def shutting(ti: Ints, tf: Floats, sf: Floats, person: int) -> float:
    """The effort of keeping memories out now, in [0, 1]."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    t = sf[ti[SF_RUN] + RUN_T]
    effort = 0.0
    for memory in range(ti[base + PERSON_MEMORIES], ti[base + PERSON_MEMORIES_END]):
        if t < sf[ti[SF_MEMORY] + memory * SF_MEMORY_SIZE + MEMORY_SHUT]:
            effort = combine(effort, tf[K_SHUT_EFFORT])
    return effort


@step_code
def come_back(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, memory: int, t: float) -> None:
    """A memory comes unasked: part of its feeling with it, and attention to what it is about; and it comes the easier next time."""
    table = ti[TI_MEMORY] + memory * TI_MEMORY_SIZE
    state = ti[SI_MEMORY] + memory * SI_MEMORY_SIZE
    row = ti[SF_MEMORY] + memory * SF_MEMORY_SIZE
    whom = si[state + MEMORY_WITH]
    befall(ti, si, sf, BEFALLS_RECALLS, person, whom, memory, bit_of(person), sf[row + MEMORY_A])
    sf[row + MEMORY_LATEST] = t
    si[state + MEMORY_COUNT] = si[state + MEMORY_COUNT] + 1
    use_once(ti, si, sf, memory, t)
    for echo in range(ti[table + MEMORY_ECHOES], ti[table + MEMORY_ECHOES_END]):
        emotion = si[ti[SI_ECHO] + echo * SI_ECHO_SIZE + ECHO_FEELING]
        if emotion >= 0:
            strength = sf[ti[SF_ECHO] + echo * SF_ECHO_SIZE + ECHO_STRENGTH]
            add_feeling(ti, sf, person, emotion, tf[K_RECALL_FEELING] * strength)
            draw_attention(ti, tf, sf, person, emotion, whom, tf[K_RECALL_BUMP] * strength)
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_STALE] = 1


@step_code
def use_once(ti: Ints, si: Ints, sf: Floats, memory: int, t: float) -> None:
    """One more use, the latest kept, the oldest of those kept counted with the older ones."""
    state = ti[SI_MEMORY] + memory * SI_MEMORY_SIZE
    row = ti[SF_MEMORY] + memory * SF_MEMORY_SIZE
    if si[state + MEMORY_KEPT] < KEPT:
        si[state + MEMORY_KEPT] = si[state + MEMORY_KEPT] + 1
    else:
        sf[row + MEMORY_OLDER] = sf[row + MEMORY_OLDER] + 1.0
    for k in range(KEPT - 1):
        place = row + MEMORY_USED + KEPT - 1 - k
        sf[place] = sf[place - 1]
    sf[row + MEMORY_USED] = t


@step_code
def draw_attention(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int, whom: int, amount: float) -> None:
    """Attention goes to what the feeling drives and, half as much, to whatever else there is about the one remembered."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        table = ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE
        share = 0.5 if whom >= 0 and ti[table + MOTIVE_OBJECT] == whom else 0.0
        if drives(ti, tf, table, emotion) and (share > 0.0 or whom < 0 or ti[table + MOTIVE_OBJECT] < 0):
            share = 1.0
        if share > 0.0:
            bring_to_mind(ti, sf, person, m, share * amount)


@step_code
def drives(ti: Ints, tf: Floats, table: int, emotion: int) -> bool:
    """Does the emotion feed this motive?"""
    if ti[table + MOTIVE_FEELING] == emotion and ti[table + MOTIVE_KIND] != MOTIVE_IS_SECRECY:
        return True
    for g in range(ti[table + MOTIVE_GAINS], ti[table + MOTIVE_GAINS_END]):
        if ti[ti[TI_GAIN] + g * TI_GAIN_SIZE + GAIN_FEELING] == emotion and tf[ti[TF_GAIN] + g * TF_GAIN_SIZE + GAIN_SLOPE] > 0.0:
            return True
    return False


@step_code
def wake(ti: Ints, si: Ints, sf: Floats, person: int, doer: int, a: int, aim: int, touching: bool) -> None:
    """An act perceived warms the cues it is: the doer's voice, a touch, the move itself."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    act = ti[TI_ACT] + a * TI_ACT_SIZE
    move = ti[ti[TI_MOVE] + ti[act + ACT_MOVE] * TI_MOVE_SIZE + MOVE_TALLY]
    other = doer if person != doer else aim
    for memory in range(ti[base + PERSON_MEMORIES], ti[base + PERSON_MEMORIES_END]):
        table = ti[TI_MEMORY] + memory * TI_MEMORY_SIZE
        whom = si[ti[SI_MEMORY] + memory * SI_MEMORY_SIZE + MEMORY_WITH]
        for waker in range(ti[table + MEMORY_WAKERS], ti[table + MEMORY_WAKERS_END]):
            kind = ti[ti[TI_WAKER] + waker * TI_WAKER_SIZE + WAKER_KIND]
            warm = kind == WAKES_MOVE and ti[ti[TI_WAKER] + waker * TI_WAKER_SIZE + WAKER_ABOUT] == move
            if kind == WAKES_VOICE:
                warm = ti[act + ACT_SPOKEN] == 1 and doer != person and (whom < 0 or whom == doer)
            elif kind == WAKES_TOUCH:
                warm = touching and (person == doer or person == aim) and (whom < 0 or whom == other)
            if warm:
                sf[ti[SF_WAKER] + waker * SF_WAKER_SIZE + WAKER_HEAT] = 1.0


@step_code
def shut_out(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, memory: int) -> None:
    """Keep a memory out: for a while it comes less, each try better than the last. None named: the one in mind, else the readiest."""
    chosen = memory if memory >= 0 else most_pressing(ti, tf, si, sf, person)
    if chosen < 0:
        return
    t = sf[ti[SF_RUN] + RUN_T]
    row = ti[SF_MEMORY] + chosen * SF_MEMORY_SIZE
    state = ti[SI_MEMORY] + chosen * SI_MEMORY_SIZE
    si[state + MEMORY_TRIES] = si[state + MEMORY_TRIES] + 1
    if t >= sf[row + MEMORY_SHUT]:
        sf[row + MEMORY_SHUT_SINCE] = t
    sf[row + MEMORY_SHUT] = t + tf[K_SHUT_LASTS]


@step_code
def most_pressing(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> int:
    """The memory in mind, else the readiest; -1 for one who has none."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    t = sf[ti[SF_RUN] + RUN_T]
    valence = pleasantness(ti, sf, person)
    best = -1
    most = 0.0
    for memory in range(ti[base + PERSON_MEMORIES], ti[base + PERSON_MEMORIES_END]):
        if laid_down(ti, si, memory):
            ready = how_ready(ti, tf, si, sf, person, memory, valence, t)
            if t - sf[ti[SF_MEMORY] + memory * SF_MEMORY_SIZE + MEMORY_LATEST] <= tf[K_RECALL_LASTS]:
                return memory
            if best < 0 or ready > most:
                best = memory
                most = ready
    return best
