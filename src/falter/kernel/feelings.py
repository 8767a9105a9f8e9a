"""The slow round, once a refresh: feelings relax, cues fade, those who are there are noticed."""

from __future__ import annotations

from falter.kernel.conditions import gap, presence, presence_known
from falter.kernel.crowds import all_of_them, eyes
from falter.kernel.incidents import befall, bit_of
from falter.kernel.links import carried, felt_gap, has_line, missed_on_line
from falter.kernel.mood import base_tilt
from falter.mind.appraisal import threat
from falter.mind.feeling import presence as kept_up
from falter.mind.feeling import relax
from falter.mind.noticing import notice_chance, visibility
from falter.numeric.arithmetic import clamp, larger
from falter.numeric.draws import uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

GONE = 2
GRIEF_SHARE = 0.9
HURT_SHARE = 0.8
AWAY_FEAR = 0.5


@step_code
def settle_feelings(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Work out what the situation keeps up of each emotion, and relax towards it."""
    n = ti[N_EMOTION]
    love, hurt, fear, grief, hate = kept_up_by_ties(ti, tf, si, sf, person)
    fear = larger(fear, feared(ti, tf, si, sf, person))
    for emotion in range(n):
        row = ti[SF_FEELING] + (person * n + emotion) * SF_FEELING_SIZE
        base = tf[ti[TF_FEELING] + (person * n + emotion) * TF_FEELING_SIZE + FEELING_MOOD]
        if base > 0.0:
            base = clamp(base * base_tilt(ti, tf, sf, person, emotion), 0.0, 1.0)
        if emotion == FEELS_LOVE:
            base = larger(base, love)
        elif emotion == FEELS_HURT:
            base = larger(base, hurt)
        elif emotion == FEELS_FEAR:
            base = larger(base, fear)
        elif emotion == FEELS_DISTRESS:
            base = larger(base, grief)
        elif emotion == FEELS_HATE:
            base = larger(base, hate)
        sf[row + FEELING_BASE] = base
        now = sf[row + FEELING_FELT]
        if now != base:
            kept = tf[ti[TF_EMOTION] + emotion * TF_EMOTION_SIZE + EMOTION_KEPT]
            now = relax(now, base, kept, tf[ti[TF_RUN] + RUN_RISE_KEPT])
            sf[row + FEELING_FELT] = now
        sf[row + FEELING_BEFORE] = now + (sf[row + FEELING_BEFORE] - now) * tf[ti[TF_RUN] + RUN_RECENT_KEPT]


@step_code
def kept_up_by_ties(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> tuple[float, float, float, float, float]:
    """Love, hurt, fear and hate that the presence of others keeps up, and grief for one who was loved and is dead."""
    love = 0.0
    hurt = 0.0
    fear = 0.0
    grief = 0.0
    hate = 0.0
    n = ti[N_PERSON]
    for other in range(n):
        if other == person or si[ti[SI_PAIR] + (person * n + other) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
            if other != person and presence(ti, si, other) == 1:
                fear = larger(fear, AWAY_FEAR * sf[ti[SF_PAIR] + (person * n + other) * SF_PAIR_SIZE + PAIR_FEARS])
            continue
        tie = ti[SF_PAIR] + (person * n + other) * SF_PAIR_SIZE
        status = presence_known(ti, si, person, other)
        if status == 0:
            distance = felt_gap(ti, tf, si, sf, person, other, gap(ti, sf, person, other))
            love = larger(love, kept_up(sf[tie + PAIR_LOVES], distance, tf[K_PRESENCE]))
            hate = larger(hate, kept_up(sf[tie + PAIR_HATES], distance, tf[K_PRESENCE]))
            hurt = larger(hurt, HURT_SHARE * kept_up(sf[tie + PAIR_HURT], 0.5 * distance, tf[K_PRESENCE]))
            fear = larger(fear, kept_up(sf[tie + PAIR_FEARS], 0.5 * distance, tf[K_PRESENCE]))
        elif status == 3:
            grief = larger(grief, GRIEF_SHARE * sf[tie + PAIR_LOVES])
        elif status == 1:
            fear = larger(fear, AWAY_FEAR * sf[tie + PAIR_FEARS])
    return love, hurt, fear, grief, hate


@step_code
def feared(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> float:
    """The greatest threat this person sees in what others may mean to do, by how near they are, in [0, 1]."""
    return worst_threat(ti, tf, si, sf, person, 0.5 / tf[K_PRESENCE])


@step_code
def endangered(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> float:
    """The greatest odds this person gives to a harm that someone here means to do, however far."""
    return worst_threat(ti, tf, si, sf, person, 0.0)


@step_code
def worst_threat(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, fading: float) -> float:
    """The greatest of the harms this person thinks others may mean; `fading` a metre says how distance takes from it."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    worst = 0.0
    for wonder in range(ti[base + PERSON_WONDERS], ti[base + PERSON_WONDERS_END]):
        row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
        actor = ti[row + WONDER_ACTOR]
        noticed = si[ti[SI_PAIR] + (person * ti[N_PERSON] + actor) * SI_PAIR_SIZE + PAIR_NOTICED] == 1
        if ti[row + WONDER_THREAT] == 1 and noticed and presence_known(ti, si, person, actor) == 0:
            reach = 1.0 / (1.0 + fading * gap(ti, sf, person, actor))
            worst = larger(worst, threat(sf[ti[SF_WONDER] + wonder * SF_WONDER_SIZE + WONDER_NOW], 1.0, reach))
    return worst


@step_code
def fade_cues(ti: Ints, tf: Floats, sf: Floats, person: int) -> None:
    """What cues and focus add to attention fades."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        row = ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE
        sf[row + MOTIVE_CUE] = sf[row + MOTIVE_CUE] * tf[ti[TF_RUN] + RUN_CUE_KEPT]


@step_code
def notice_others(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int, seconds: float) -> None:
    """Chance to become aware of each one who is here and has not been noticed; of those noticed, one sees who has gone or lies dead."""
    n = ti[N_PERSON]
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    busy = si[mine + PERSON_BUSY_NOW] == 1
    attention = tf[K_NOTICE_BUSY] if busy else 1.0
    away = uniform(now, tu[ti[TU_PERSON] + person * TU_PERSON_SIZE + PERSON_ELSEWHERE])
    absent = all_of_them(ti, tf, person, tf[K_ABSENT_BUSY] if busy else tf[K_ABSENT])
    si[mine + PERSON_ELSEWHERE_NOW] = 1 if away < absent else 0
    looking = attention * eyes(ti, tf, person)
    for other in range(n):
        pair = ti[SI_PAIR] + (person * n + other) * SI_PAIR_SIZE
        there = presence(ti, si, other)
        if other == person or (si[pair + PAIR_NOTICED] == 1 and si[pair + PAIR_KNOWN] == there):
            continue
        seen = visibility(gap(ti, sf, person, other), sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM])
        seen = larger(seen, carried(ti, tf, si, sf, person, other, ON_BREATH))
        if si[pair + PAIR_NOTICED] == 1:
            if seen >= tf[K_LEGIBLE]:
                si[pair + PAIR_KNOWN] = there
            elif si[pair + PAIR_KNOWN] == 0 and has_line(ti) and missed_on_line(ti, tf, si, sf, person, other):
                si[pair + PAIR_KNOWN] = GONE
        elif there == 0:
            draw = uniform(now, tu[ti[TU_PAIR] + (person * n + other) * TU_PAIR_SIZE + PAIR_NOTICE])
            if draw < notice_chance(seen, tf[K_NOTICE], looking * eyes(ti, tf, other), seconds):
                become_aware(ti, si, sf, person, other)


@step_code
def become_aware(ti: Ints, si: Ints, sf: Floats, person: int, other: int) -> None:
    """The person knows from now on that the other is there, and is no longer busy."""
    pair = ti[SI_PAIR] + (person * ti[N_PERSON] + other) * SI_PAIR_SIZE
    if si[pair + PAIR_NOTICED] == 0:
        befall(ti, si, sf, BEFALLS_NOTICES, person, other, -1, bit_of(person), 0.0)
    si[pair + PAIR_NOTICED] = 1
    si[pair + PAIR_KNOWN] = presence(ti, si, other)
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    si[mine + PERSON_BUSY_NOW] = 0
    si[mine + PERSON_STALE] = 1
