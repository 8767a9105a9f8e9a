"""One person's race through one step: attention, noise, drift, leak, rivalry, and who crosses first (docs/mind.md 3, 4)."""

from __future__ import annotations

from falter.kernel.freezing import held_still, loosened
from falter.kernel.incidents import befall, bit_of
from falter.kernel.interventions import hush, hushed
from falter.kernel.tilting import tilt_noise
from falter.mind.attention import attended_use
from falter.mind.deliberation import crossing_chance, crossing_share, next_preference, noise_scale
from falter.numeric.arithmetic import sqrt
from falter.numeric.draws import exponential, normal, uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

FAR = 15.0
"""A crossing chance below exp(−2 · this) is not drawn for."""
BRINK = 0.85
FALLEN = 0.6
"""Shares of the threshold: as near as this and back below that, it almost happened (ours)."""
SURELY_ABOVE = 1.000001
"""e^{−x} is below 1/(1 + x + x²/2): a draw above that, and a hair, has not crossed, and no exponential need be taken to say so."""


@step_code
def attend(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int) -> None:
    """With its chance, attention is drawn anew: a race of waiting times, each motive's rate its share."""
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    address = tu[ti[TU_PERSON] + person * TU_PERSON_SIZE + PERSON_ATTEND]
    if si[mine + PERSON_ATTENDED] >= 0 and uniform(now, address) >= sf[ti[SF_RUN] + RUN_SWITCH]:
        return
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    best = -1
    soonest = 0.0
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        rate = sf[ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE + MOTIVE_SHARE]
        if rate > 0.0:
            wait = exponential(now, tu[ti[TU_MOTIVE] + m * TU_MOTIVE_SIZE + MOTIVE_DRAW]) / rate
            if best < 0 or wait < soonest:
                best = m
                soonest = wait
    si[mine + PERSON_ATTENDED] = best


@step_code
def channels_taken(ti: Ints, sf: Floats, person: int) -> int:
    """Mask of the act channels in use now; the voice (the first) waits while another is heard to speak (Sacks et al. 1974)."""
    free = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_FREE
    t = sf[ti[SF_RUN] + RUN_T]
    mask = 0
    bit = 1
    for channel in range(5):
        if sf[free + channel] > t:
            mask = mask + bit
        bit = bit + bit
    if mask & 1 == 0 and sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_LISTENS] > t:
        mask = mask + 1
    return mask


@step_code
def blocked(ti: Ints, si: Ints, person: int, a: int) -> bool:
    """Is an act channel of this act taken?"""
    return ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_CHANNELS] & si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_TAKEN] != 0


@step_code
def note_seen_taken(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """Mask of the act channels in use now as far as others can see: what is done inwardly takes hands and voice unseen."""
    free = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_SEEN_FREE
    t = sf[ti[SF_RUN] + RUN_T]
    mask = 0
    bit = 1
    for channel in range(5):
        if sf[free + channel] > t:
            mask = mask + bit
        bit = bit + bit
    if mask & 1 == 0 and sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_LISTENS] > t:
        mask = mask + 1
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_SEEN_TAKEN] = mask


@step_code
def seems_blocked(ti: Ints, si: Ints, person: int, a: int) -> bool:
    """Is an act channel of this act taken, as far as others can see?"""
    return ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_CHANNELS] & si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_SEEN_TAKEN] != 0


@step_code
def race(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int) -> None:
    """Move every open act's preference through one step and note the first to cross."""
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    si[mine + PERSON_CHOSEN] = -1
    si[mine + PERSON_TAKEN] = channels_taken(ti, sf, person) | held_still(ti, sf, person)
    if si[mine + PERSON_OPEN] == 0:
        lead_none(ti, si, sf, person)
        return
    ready, mean = draw_noise(ti, tf, tu, si, sf, person, now)
    if si[ti[SI_RUN] + RUN_TILTED] == 1:
        mean = mean + tilt_noise(ti, tf, si, sf, person, ready)
    if si[ti[SI_RUN] + RUN_MEDDLED] == 1:
        hush(ti, si, sf, person, mean)
    if ready > 0:
        hinder(ti, si, sf, person)
        look_ahead(ti, tf, si, sf, person, ready, mean)
    choose(ti, tf, tu, si, sf, person, now)
    note_leading(ti, si, sf, person)
    note_wavering(ti, si, sf, person)


@step_code
def draw_noise(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int) -> tuple[int, float]:
    """Noise for every act past its latency; returns how many there are, and the mean."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    t = sf[ti[SF_RUN] + RUN_T]
    opened = ti[SI_LIST] + ti[base + PERSON_ACTS]
    ready = 0
    total = 0.0
    for k in range(si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]):
        a = si[opened + k]
        state = ti[SI_ACT] + a * SI_ACT_SIZE
        row = ti[SF_ACT] + a * SF_ACT_SIZE
        if si[state + ACT_READY] == 0:
            if t < sf[row + ACT_SINCE] + tf[K_LATENCY]:
                continue
            si[state + ACT_READY] = 1
        z = normal(now, tu[ti[TU_ACT] + a * TU_ACT_SIZE + ACT_NOISE])
        sf[row + ACT_NOISE_NOW] = z
        total = total + z
        ready = ready + 1
    return ready, total / float(ready) if ready > 1 else 0.0


@step_code
def hinder(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """What rivals hold down of each open act: every preference above 0 stands in the way of the others."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    wide = ti[base + PERSON_ACTS_END] - first
    opened = ti[SI_LIST] + first
    acts = ti[SF_ACT]
    count = si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]
    for k in range(count):
        sf[acts + si[opened + k] * SF_ACT_SIZE + ACT_HINDRANCE] = 0.0
    for j in range(count):
        b = si[opened + j]
        p = sf[acts + b * SF_ACT_SIZE + ACT_P]
        if p > 0.0:
            rivals = ti[SF_RIVALRY] + ti[base + PERSON_RIVALRY] + (b - first) * wide - first
            for k in range(count):
                a = si[opened + k]
                if a != b:
                    cell = acts + a * SF_ACT_SIZE + ACT_HINDRANCE
                    sf[cell] = sf[cell] + sf[rivals + a] * p


@step_code
def look_ahead(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, ready: int, mean: float) -> None:
    """Where each preference stands at the end of the step; the noise is centred over the acts that have any."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    opened = ti[SI_LIST] + ti[base + PERSON_ACTS]
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    rate = tf[K_GAIN] * sf[mine + PERSON_DRIVE] * sf[mine + PERSON_VIGOUR]
    attended = si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_ATTENDED]
    m = attended - ti[base + PERSON_MOTIVES]
    scale = noise_scale(float(ready))
    root_dt = sqrt(tf[K_DT])
    for k in range(si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]):
        a = si[opened + k]
        if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_READY] == 0:
            continue
        row = ti[SF_ACT] + a * SF_ACT_SIZE
        x = sf[row + ACT_MEAN]
        if attended >= 0:
            x = attended_use(x, sf[ti[SF_USE] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE] + m], tf[K_PSI])
        drift = rate * x * loosened(ti, sf, person, a)
        sf[row + ACT_DRIFT] = drift
        noise = (sf[row + ACT_NOISE_NOW] - mean) * scale
        sf[row + ACT_NOISE_NOW] = noise
        hindrance = tf[K_INHIBITION] * sf[row + ACT_HINDRANCE]
        sf[row + ACT_AHEAD] = next_preference(sf[row + ACT_P], drift, tf[K_LEAK], hindrance, noise, tf[K_DT], root_dt)


@step_code
def choose(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int) -> None:
    """Take the step; of the acts that crossed their thresholds and are not blocked, the earliest is chosen."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    floats = ti[SF_PERSON] + person * SF_PERSON_SIZE
    opened = ti[SI_LIST] + ti[base + PERSON_ACTS]
    for k in range(si[mine + PERSON_OPEN]):
        a = si[opened + k]
        if si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_READY] == 0:
            continue
        row = ti[SF_ACT] + a * SF_ACT_SIZE
        theta = sf[row + ACT_THETA]
        before = sf[row + ACT_P]
        after = sf[row + ACT_AHEAD]
        top = tf[K_HOLD] * theta
        if blocked(ti, si, person, a):
            sf[row + ACT_P] = after if after < top else top
            continue
        if crossed(ti, tf, tu, si, a, theta, before, after, now):
            at = crossing_share(theta, before, after)
            if si[mine + PERSON_CHOSEN] < 0 or at < sf[floats + PERSON_CHOSEN_AT]:
                si[mine + PERSON_CHOSEN] = a
                sf[floats + PERSON_CHOSEN_AT] = at
        sf[row + ACT_P] = after if after < theta else top
    if si[mine + PERSON_CHOSEN] < 0 and tf[K_LAPSE] > 0.0:
        lapse(ti, tf, tu, si, sf, person, now)


@step_code
def crossed(ti: Ints, tf: Floats, tu: Words, si: Ints, a: int, theta: float, before: float, after: float, now: int) -> bool:
    """Did the path cross within the step?"""
    if after >= theta or before >= theta:
        return True
    dt = tf[K_DT]
    room = (theta - before) * (theta - after)
    if room > FAR * dt or hushed(ti, si, a):
        return False
    u = uniform(now, tu[ti[TU_ACT] + a * TU_ACT_SIZE + ACT_CROSS])
    x = 2.0 * room / dt
    if u * (1.0 + x + 0.5 * x * x) > SURELY_ABOVE:
        return False
    return u < crossing_chance(theta, before, after, dt)


@step_code
def lapse(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, person: int, now: int) -> None:
    """Now and then an act happens for no reason: any open one that can be undone, all alike."""
    words = ti[TU_PERSON] + person * TU_PERSON_SIZE
    if uniform(now, tu[words + PERSON_LAPSE]) >= tf[K_LAPSE] * tf[K_DT]:
        return
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
    soonest = 0.0
    opened = ti[SI_LIST] + ti[base + PERSON_ACTS]
    for k in range(si[mine + PERSON_OPEN]):
        a = si[opened + k]
        ready = si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_READY] == 1
        if ready and ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LASTING] == 0 and not blocked(ti, si, person, a):
            wait = exponential(now, tu[ti[TU_ACT] + a * TU_ACT_SIZE + ACT_PICK])
            if si[mine + PERSON_CHOSEN] < 0 or wait < soonest:
                si[mine + PERSON_CHOSEN] = a
                soonest = wait
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_CHOSEN_AT] = 1.0


@step_code
def lead_none(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """Nothing is open: no act leads, and nothing is in conflict."""
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_LEADING] = -1
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_NEAREST] = 0.0
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_CONFLICT] = 0.0


@step_code
def note_leading(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """Which act is nearest its threshold, how near, and how torn he is over it."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    opened = ti[SI_LIST] + ti[base + PERSON_ACTS]
    best = -1
    most = 0.0
    for k in range(si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]):
        row = ti[SF_ACT] + si[opened + k] * SF_ACT_SIZE
        near = sf[row + ACT_P] / sf[row + ACT_THETA] if sf[row + ACT_THETA] > 0.0 else 0.0
        if best < 0 or near > most:
            best = si[opened + k]
            most = near
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_LEADING] = best
    floats = ti[SF_PERSON] + person * SF_PERSON_SIZE
    sf[floats + PERSON_NEAREST] = most
    sf[floats + PERSON_CONFLICT] = sf[ti[SF_ACT] + best * SF_ACT_SIZE + ACT_CONFLICT] if best >= 0 else 0.0


@step_code
def note_wavering(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """A grave act that came near and fell back without being done is written down, once each time it does."""
    opened = ti[SI_LIST] + ti[ti[TI_PERSON] + person * TI_PERSON_SIZE + PERSON_ACTS]
    for k in range(si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]):
        a = si[opened + k]
        if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_GRAVE] == 0:
            continue
        row = ti[SF_ACT] + a * SF_ACT_SIZE
        state = ti[SI_ACT] + a * SI_ACT_SIZE
        theta = sf[row + ACT_THETA]
        if sf[row + ACT_P] >= BRINK * theta:
            si[state + ACT_BRINK] = 1
        elif si[state + ACT_BRINK] == 1 and sf[row + ACT_P] < FALLEN * theta:
            si[state + ACT_BRINK] = 0
            share = sf[row + ACT_P] / theta if theta > 0.0 else 0.0
            befall(ti, si, sf, BEFALLS_WAVERS, person, si[state + ACT_AIM], a, bit_of(person), share)
