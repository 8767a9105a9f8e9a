"""What a person makes of the situation: weights, which acts are open, what each means now, thresholds, rivalry (docs/mind.md 1, 2, 4)."""

from __future__ import annotations

from falter.kernel.aftermath import feel_urges, lose
from falter.kernel.conditions import belief_of, felt, holds, presence_known
from falter.kernel.feelings import endangered
from falter.kernel.incidents import befall, bit_of
from falter.kernel.infer import forget_act
from falter.kernel.links import kept_on
from falter.kernel.nearness import nearest_target, nearness
from falter.kernel.opening import aim_of, any_part_begun, may
from falter.kernel.steering import note_barred
from falter.kernel.ties import fed_by_ties
from falter.mind.aftermath import will_to_live
from falter.mind.attention import gain, share
from falter.mind.deliberation import conflict, idle_answer, idle_deadline, relative_use, rivalry, threshold, urgency, use
from falter.mind.nearness import pressed
from falter.mind.promise import growing
from falter.mind.prospect import certainty
from falter.mind.second_order import left_to_hide
from falter.numeric.arithmetic import larger, smaller, sqrt
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

NO_DEADLINE = 1e17


@step_code
def reconsider(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Everything between two events that a mind works out anew."""
    weigh_motives(ti, tf, si, sf, person)
    open_acts(ti, tf, si, sf, person)
    value_acts(ti, tf, si, sf, person)
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_STALE] = 0


@step_code
def weigh_motives(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Weight, gain, prospect, share and idle use of every motive, and their sum, the drive."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    drive = 0.0
    before = sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_DRIVE]
    gone = 0.0
    whom = -1
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        row = ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE
        table = ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE
        had = sf[row + MOTIVE_SHARE]
        set_weight(ti, tf, si, sf, person, m, row, table)
        met = ti[table + MOTIVE_KIND] == MOTIVE_IS_OBEY or ti[table + MOTIVE_KIND] == MOTIVE_IS_WANT
        if had > 0.0 and not met and si[ti[SI_MOTIVE] + m * SI_MOTIVE_SIZE + MOTIVE_SETTLED] == 1 and lost(ti, si, person, table):
            gone = gone + had
            whom = ti[table + MOTIVE_TARGET] if ti[table + MOTIVE_TARGET] >= 0 else ti[table + MOTIVE_OBJECT]
        slopes = 0.0
        for g in range(ti[table + MOTIVE_GAINS], ti[table + MOTIVE_GAINS_END]):
            emotion = ti[ti[TI_GAIN] + g * TI_GAIN_SIZE + GAIN_FEELING]
            slopes = slopes + tf[ti[TF_GAIN] + g * TF_GAIN_SIZE + GAIN_SLOPE] * felt(ti, sf, person, emotion)
        sf[row + MOTIVE_G] = gain(slopes)
        sf[row + MOTIVE_SHARE] = share(sf[row + MOTIVE_W], sf[row + MOTIVE_G], sf[row + MOTIVE_CUE])
        drive = drive + sf[row + MOTIVE_SHARE]
    sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_DRIVE] = drive
    if gone > 0.0:
        lose(ti, tf, si, sf, person, gone, before, whom)
    feel_urges(ti, tf, si, sf, person)


@step_code
def set_weight(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, m: int, row: int, table: int) -> None:
    """A motive's weight, prospect and idle use, as the situation has them."""
    kind = ti[table + MOTIVE_KIND]
    w0 = tf[ti[TF_MOTIVE] + m * TF_MOTIVE_SIZE + MOTIVE_W0]
    settled = ti[SI_MOTIVE] + m * SI_MOTIVE_SIZE + MOTIVE_SETTLED
    t = sf[ti[SF_RUN] + RUN_T] + sf[ti[SF_RUN] + RUN_PASSED]
    idle = 0.0
    weight = w0
    if kind == MOTIVE_IS_ATTACK or kind == MOTIVE_IS_FLEE or kind == MOTIVE_IS_STILL or kind == MOTIVE_IS_ATONE:
        weight = w0 * felt(ti, sf, person, ti[table + MOTIVE_FEELING])
        if kind == MOTIVE_IS_STILL:
            weight = larger(weight, w0 * sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_HOLLOW])
    elif kind == MOTIVE_IS_ANSWER:
        mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
        weight = 0.0
        if si[mine + PERSON_CREDITOR] >= 0:
            weight = w0
            floats = ti[SF_PERSON] + person * SF_PERSON_SIZE
            waited = (sf[ti[SF_RUN] + RUN_T] - sf[floats + PERSON_OWED]) * sf[floats + PERSON_PACE]
            idle = idle_answer(waited, tf[K_ANSWER_DUE], tf[K_ANSWER_PRESS])
    elif kind == MOTIVE_IS_CHERISH or kind == MOTIVE_IS_REDRESS or kind == MOTIVE_IS_SAFETY or kind == MOTIVE_IS_REGARD:
        weight = fed_by_ties(ti, tf, sf, person, ti[table + MOTIVE_OBJECT], kind, w0)
    elif kind == MOTIVE_IS_OBEY:
        weight = pressed(w0, nearness(ti, tf, si, sf, person, ti[table + MOTIVE_OBJECT]), tf[K_AUTHORITY_NEAR])
    elif kind == MOTIVE_IS_NORM:
        weight = pressed(w0, nearest_target(ti, tf, si, sf, person), tf[K_VICTIM_NEAR])
    elif kind == MOTIVE_IS_LIVE:
        weight = will_to_live(w0, sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_HOLLOW], tf[K_HOLLOW_LIVE])
        sf[row + MOTIVE_P] = tf[ti[TF_MOTIVE] + m * TF_MOTIVE_SIZE + MOTIVE_P0] * (1.0 - endangered(ti, tf, si, sf, person))
    elif kind == MOTIVE_IS_KNOW:
        fact = ti[table + MOTIVE_FACT]
        if fact >= 0:
            sf[row + MOTIVE_P] = certainty(sf[ti[SF_BELIEF] + belief_of(ti, person, person, fact) * SF_BELIEF_SIZE + BELIEF_ODDS])
        else:
            sf[row + MOTIVE_P] = known(ti, sf, person, ti[table + MOTIVE_OBJECT])
    elif kind == MOTIVE_IS_SECRECY and ti[table + MOTIVE_TOLD] >= 0:
        told = sf[ti[SF_WONDER] + ti[table + MOTIVE_TOLD] * SF_WONDER_SIZE + WONDER_THEIRS_HELD]
        start = tf[ti[TF_MOTIVE] + m * TF_MOTIVE_SIZE + MOTIVE_P0]
        sf[row + MOTIVE_P] = left_to_hide(sf[row + MOTIVE_P], start, told, tf[K_NOTHING_TO_HIDE])
    if lost(ti, si, person, table):
        si[settled] = 1
    deadline = tf[ti[TF_MOTIVE] + m * TF_MOTIVE_SIZE + MOTIVE_DEADLINE]
    if kind == MOTIVE_IS_KEEP and ti[table + MOTIVE_CLAUSES] != ti[table + MOTIVE_CLAUSES_END]:
        weight, idle = promised(ti, tf, si, sf, person, m, w0, deadline - t)
    elif ti[table + MOTIVE_LINK] >= 0:
        weight, idle = kept_on(ti, tf, si, sf, ti[table + MOTIVE_TARGET], ti[table + MOTIVE_LINK], w0)
        if t > deadline:
            si[settled] = 1
    elif deadline < NO_DEADLINE:
        idle = idle_deadline(deadline - t, tf[K_TAU_U], tf[K_DEADLINE_PRESS])
        if t > deadline:
            si[settled] = 1
    if si[settled] == 1 or si[ti[SI_MOTIVE] + m * SI_MOTIVE_SIZE + MOTIVE_MUTED] == 1:
        weight = 0.0
    sf[row + MOTIVE_W] = weight
    sf[row + MOTIVE_IDLE] = idle


@step_code
def promised(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, m: int, w0: float, left: float) -> tuple[float, float]:
    """Weight and idle use of a promise that something may release one from: it binds the more the nearer its time; released, it lapses."""
    table = ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE
    settled = ti[SI_MOTIVE] + m * SI_MOTIVE_SIZE + MOTIVE_SETTLED
    if si[settled] == 0 and holds(ti, tf, si, sf, ti[table + MOTIVE_CLAUSES], ti[table + MOTIVE_CLAUSES_END], -1):
        si[settled] = 1
        befall(ti, si, sf, BEFALLS_LAPSES, person, -1, m, bit_of(person), w0)
    if left >= NO_DEADLINE:
        return w0, 0.0
    return w0 * growing(left, tf[K_PROMISE_RISE]), idle_deadline(larger(left, 0.0), tf[K_TAU_U], tf[K_DEADLINE_PRESS])


@step_code
def lost(ti: Ints, si: Ints, person: int, table: int) -> bool:
    """Is the one a motive is about, or the one its move is for, dead, as far as its bearer knows? What may be done on the dead outlives
    the one it is for."""
    for column in range(2 - ti[table + MOTIVE_OUTLIVES]):
        one = ti[table + (MOTIVE_OBJECT if column == 0 else MOTIVE_TARGET)]
        if one >= 0 and one != person and presence_known(ti, si, person, one) == 3:
            return True
    return False


@step_code
def known(ti: Ints, sf: Floats, person: int, other: int) -> float:
    """How sure this person is of what is wondered about the other, the least sure: what is meant, or where that is settled, the ties."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    least = 1.0
    for wonder in range(ti[base + PERSON_WONDERS], ti[base + PERSON_WONDERS_END]):
        row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
        if ti[row + WONDER_ACTOR] == other and ti[row + WONDER_INTENT] > 0:
            least = smaller(least, certainty(sf[ti[SF_WONDER] + wonder * SF_WONDER_SIZE + WONDER_NOW]))
    if least < 1.0:
        return least
    for wonder in range(ti[base + PERSON_WONDERS], ti[base + PERSON_WONDERS_END]):
        if ti[ti[TI_WONDER] + wonder * TI_WONDER_SIZE + WONDER_ACTOR] == other:
            least = smaller(least, certainty(sf[ti[SF_WONDER] + wonder * SF_WONDER_SIZE + WONDER_NOW]))
    return least


@step_code
def open_acts(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Which acts are open now, for whom, in which wording; one that closes starts from nothing when it opens again."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    t = sf[ti[SF_RUN] + RUN_T]
    first = ti[base + PERSON_ACTS]
    begun = any_part_begun(ti, si)
    count = 0
    for a in range(first, ti[base + PERSON_ACTS_END]):
        state = ti[SI_ACT] + a * SI_ACT_SIZE
        floats = ti[SF_ACT] + a * SF_ACT_SIZE
        aim = aim_of(ti, si, person, a)
        si[state + ACT_AIM] = aim
        wording = -1
        if may(ti, tf, si, sf, person, a, aim, begun):
            wording = next_wording(ti, tf, si, sf, a, aim)
        si[state + ACT_NEXT] = wording
        if wording >= 0:
            si[ti[SI_LIST] + first + count] = a
            count = count + 1
            if si[state + ACT_OPEN] == 0:
                si[state + ACT_OPEN] = 1
                si[state + ACT_BRINK] = 0
                sf[floats + ACT_SINCE] = t
                sf[floats + ACT_P] = 0.0
                sf[floats + ACT_THETA] = 0.0
        elif si[state + ACT_OPEN] == 1:
            note_barred(ti, si, sf, person, a, aim)
            si[state + ACT_OPEN] = 0
            si[state + ACT_READY] = 0
            sf[floats + ACT_P] = 0.0
            forget_act(ti, sf, person, a)
    si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN] = count


@step_code
def next_wording(ti: Ints, tf: Floats, si: Ints, sf: Floats, a: int, aim: int) -> int:
    """The first unused wording that fits; with `again`, the least used of those that fit; -1 none."""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    best = -1
    least = 0
    for w in range(ti[row + ACT_WORDINGS], ti[row + ACT_WORDINGS_END]):
        used = si[ti[SI_WORDING] + w * SI_WORDING_SIZE + WORDING_USED]
        if (best >= 0 and used >= least) or (used > 0 and ti[row + ACT_AGAIN] == 0):
            continue
        table = ti[TI_WORDING] + w * TI_WORDING_SIZE
        if holds(ti, tf, si, sf, ti[table + WORDING_CLAUSES], ti[table + WORDING_CLAUSES_END], aim):
            best = w
            least = used
            if used == 0:
                break
    return best


@step_code
def value_acts(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """Use of every open act for every motive, rivalry by it; then relative use, its mean over attention, conflict, threshold."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    m0 = ti[base + PERSON_MOTIVES]
    m1 = ti[base + PERSON_MOTIVES_END]
    count = si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]
    opened = ti[SI_LIST] + ti[base + PERSON_ACTS]
    drive = sf[mine + PERSON_DRIVE]
    for m in range(m0, m1):
        sf[ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE + MOTIVE_TOTAL] = 0.0
    for k in range(count):
        set_use(ti, tf, si, sf, si[opened + k], m0, m1)
    set_rivalry(ti, si, sf, person)
    urgent = urgency(time_left(ti, tf, sf, person), tf[K_U_MIN], tf[K_TAU_U])
    part = 1.0 / float(count) if count > 0 else 0.0
    for k in range(count):
        weigh_act(ti, tf, sf, person, si[opened + k], m0, m1, part, drive, urgent)


@step_code
def set_use(ti: Ints, tf: Floats, si: Ints, sf: Floats, a: int, m0: int, m1: int) -> None:
    """`U` of one act, by the worth of the wording it would take and the prospects as they are; added to each motive's total."""
    use_row = ti[SF_USE] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE]
    wording = si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_NEXT]
    worth = ti[TF_WORTH] + ti[ti[TI_WORDING] + wording * TI_WORDING_SIZE + WORDING_WORTH] * TF_WORTH_SIZE
    square = 0.0
    for m in range(m0, m1):
        v = tf[worth + (m - m0) * TF_WORTH_SIZE + WORTH_V]
        u = 0.0
        if v != 0.0:
            motive = ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE
            u = use(v, sf[motive + MOTIVE_P])
            sf[motive + MOTIVE_TOTAL] = sf[motive + MOTIVE_TOTAL] + u
            square = square + sf[motive + MOTIVE_SHARE] * u * u
        sf[use_row + m - m0] = u
    sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_SIZE] = sqrt(square)


@step_code
def weigh_act(ti: Ints, tf: Floats, sf: Floats, person: int, a: int, m0: int, m1: int, part: float, drive: float, urgent: float) -> None:
    """`X`, the mean over attention, `C` and `θ` of one act."""
    row = ti[SF_ACT] + a * SF_ACT_SIZE
    table = ti[TI_ACT] + a * TI_ACT_SIZE
    use_row = ti[SF_USE] + ti[table + ACT_USE]
    mean = 0.0
    pro = 0.0
    con = 0.0
    for m in range(m0, m1):
        motive = ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE
        x = relative_use(sf[use_row + m - m0], sf[motive + MOTIVE_TOTAL], sf[motive + MOTIVE_IDLE], part)
        sf[use_row + m - m0] = x
        pull = sf[motive + MOTIVE_SHARE] * x
        mean = mean + pull
        if pull > 0.0:
            pro = pro + pull
        else:
            con = con - pull
    sf[row + ACT_MEAN] = mean / drive if drive > 0.0 else 0.0
    sf[row + ACT_CONFLICT] = conflict(pro, con)
    fresh = sf[row + ACT_THETA] == 0.0
    temper = tf[ti[TF_PERSON] + person * TF_PERSON_SIZE + PERSON_TEMPER]
    lasting = float(ti[table + ACT_LASTING])
    theta = threshold(tf[K_THETA0], temper, tf[K_KAPPA_I], lasting, tf[K_KAPPA_C], sf[row + ACT_CONFLICT], urgent)
    sf[row + ACT_THETA] = theta
    if fresh:
        sf[row + ACT_P] = theta * tf[ti[TF_ACT] + a * TF_ACT_SIZE + ACT_LEAN]


@step_code
def time_left(ti: Ints, tf: Floats, sf: Floats, person: int) -> float:
    """s to the nearest deadline of a motive that still counts."""
    motive = next_due(ti, tf, sf, person)
    deadline = tf[ti[TF_MOTIVE] + motive * TF_MOTIVE_SIZE + MOTIVE_DEADLINE] if motive >= 0 else NO_DEADLINE
    return deadline - (sf[ti[SF_RUN] + RUN_T] + sf[ti[SF_RUN] + RUN_PASSED])


@step_code
def next_due(ti: Ints, tf: Floats, sf: Floats, person: int) -> int:
    """The motive that still counts with the nearest deadline; -1 none. What falls due at its time, and not by it, hurries nobody."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    nearest = NO_DEADLINE
    found = -1
    now = sf[ti[SF_RUN] + RUN_T] + sf[ti[SF_RUN] + RUN_PASSED]
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        deadline = tf[ti[TF_MOTIVE] + m * TF_MOTIVE_SIZE + MOTIVE_DEADLINE]
        table = ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE
        falls_due = ti[table + MOTIVE_CLAUSES] != ti[table + MOTIVE_CLAUSES_END] or ti[table + MOTIVE_LINK] >= 0
        if not falls_due and deadline < nearest and deadline >= now and sf[ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE + MOTIVE_W] > 0.0:
            nearest = deadline
            found = m
    return found


@step_code
def set_rivalry(ti: Ints, si: Ints, sf: Floats, person: int) -> None:
    """`s_ab` between open acts: 1 where they share an act channel, else by how far their weighted uses point apart."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    wide = ti[base + PERSON_ACTS_END] - first
    opened = ti[SI_LIST] + first
    count = si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_OPEN]
    for k in range(count):
        a = si[opened + k]
        square = ti[base + PERSON_RIVALRY] + (a - first) * wide - first
        for j in range(k + 1, count):
            b = si[opened + j]
            s = 1.0
            if ti[ti[TI_RIVALRY] + square + b] == 0:
                s = rivalry(cosine(ti, sf, person, a, b))
            sf[ti[SF_RIVALRY] + square + b] = s
            sf[ti[SF_RIVALRY] + ti[base + PERSON_RIVALRY] + (b - first) * wide + a - first] = s


@step_code
def cosine(ti: Ints, sf: Floats, person: int, a: int, b: int) -> float:
    """Cosine between two acts' uses, each motive weighted by its share; 0 where one has none."""
    size = sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_SIZE] * sf[ti[SF_ACT] + b * SF_ACT_SIZE + ACT_SIZE]
    if size <= 0.0:
        return 0.0
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    m0 = ti[base + PERSON_MOTIVES]
    xa = ti[SF_USE] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE]
    xb = ti[SF_USE] + ti[ti[TI_ACT] + b * TI_ACT_SIZE + ACT_USE]
    share = ti[SF_MOTIVE] + m0 * SF_MOTIVE_SIZE + MOTIVE_SHARE
    dot = 0.0
    for m in range(ti[base + PERSON_MOTIVES_END] - m0):
        dot = dot + sf[share + m * SF_MOTIVE_SIZE] * sf[xa + m] * sf[xb + m]
    return dot / size
