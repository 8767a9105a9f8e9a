"""An act begins: its event is written, channels are taken, rivals fall back, those who perceive it take stock."""

from __future__ import annotations

from falter.kernel.incidents import FULL, bit_of
from falter.kernel.infer import take_stock
from falter.kernel.perceive import heard_by
from falter.kernel.realise import grow_aware
from falter.kernel.steering import leant
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

NO_TIME = 1e18


@step_code
def begin_act(ti: Ints, tf: Floats, si: Ints, sf: Floats, a: int, t: float) -> None:
    """The act is done from t on, in the wording it has come to; a full event buffer ends the run with its status."""
    run = ti[SI_RUN]
    event = si[run + RUN_EVENTS]
    if event >= ti[ti[TI_RUN] + RUN_CAPACITY]:
        si[run + RUN_STATUS] = FULL
        return
    si[run + RUN_EVENTS] = event + 1
    state = ti[SI_ACT] + a * SI_ACT_SIZE
    aim = si[state + ACT_AIM]
    doer = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_OWNER]
    until = t + tf[ti[TF_WORDING] + si[state + ACT_NEXT] * TF_WORDING_SIZE + WORDING_TAKES]
    mask = heard_by(ti, tf, si, sf, a, aim, until)
    write_event(ti, tf, si, sf, event, a, t, mask)
    grow_aware(ti, si, doer, aim, mask)
    read_from(ti, tf, si, sf, doer, a, t, mask)
    set_back(ti, tf, si, sf, doer, a)
    take_channels(ti, sf, doer, a, sf[ti[SF_EVENT] + event * SF_EVENT_SIZE + EVENT_ENDS])
    lands = sf[ti[SF_EVENT] + event * SF_EVENT_SIZE + EVENT_LANDS]
    sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_LAND] = lands
    si[state + ACT_PENDING] = event
    si[state + ACT_BRINK] = 0
    si[state + ACT_COUNT] = si[state + ACT_COUNT] + 1
    wording = ti[SI_WORDING] + si[state + ACT_NEXT] * SI_WORDING_SIZE
    si[wording + WORDING_USED] = si[wording + WORDING_USED] + 1
    person = ti[SF_PERSON] + doer * SF_PERSON_SIZE
    if lands < sf[person + PERSON_NEXT_LAND]:
        sf[person + PERSON_NEXT_LAND] = lands
    sf[person + PERSON_ACTED] = t
    if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_INNER] == 0:
        sf[ti[SF_RUN] + RUN_LAST] = t
    make_stale(ti, si)


@step_code
def write_event(ti: Ints, tf: Floats, si: Ints, sf: Floats, event: int, a: int, t: float, mask: int) -> None:
    """The event's row."""
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    floats = ti[SF_EVENT] + event * SF_EVENT_SIZE
    state = ti[SI_ACT] + a * SI_ACT_SIZE
    wording = si[state + ACT_NEXT]
    doer = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_OWNER]
    times = ti[TF_WORDING] + wording * TF_WORDING_SIZE
    since = sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_SINCE]
    acted = sf[ti[SF_PERSON] + doer * SF_PERSON_SIZE + PERSON_ACTED]
    si[row + EVENT_ACT] = a
    si[row + EVENT_WORDING] = wording
    si[row + EVENT_USE] = si[ti[SI_WORDING] + wording * SI_WORDING_SIZE + WORDING_USED]
    si[row + EVENT_AIM] = si[state + ACT_AIM]
    si[row + EVENT_HEARD] = mask
    si[row + EVENT_CUT] = 0
    si[row + EVENT_LATE] = 0
    si[row + EVENT_CAUSE] = cause_of(ti, sf, doer, a)
    sf[floats + EVENT_T] = t
    sf[floats + EVENT_LANDS] = t + tf[times + WORDING_LANDS]
    sf[floats + EVENT_ENDS] = t + tf[times + WORDING_TAKES]
    sf[floats + EVENT_AUTHOR] = leant(ti, tf, sf, a, t)
    sf[floats + EVENT_CONFLICT] = sf[ti[SF_ACT] + a * SF_ACT_SIZE + ACT_CONFLICT]
    sf[floats + EVENT_WAITED] = t - (acted if acted > since else since)


@step_code
def cause_of(ti: Ints, sf: Floats, doer: int, a: int) -> int:
    """The motive that speaks most for the act, -1 if none does."""
    base = ti[TI_PERSON] + doer * TI_PERSON_SIZE
    m0 = ti[base + PERSON_MOTIVES]
    use_row = ti[SF_USE] + ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_USE]
    best = -1
    most = 0.0
    for m in range(m0, ti[base + PERSON_MOTIVES_END]):
        pull = sf[ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE + MOTIVE_SHARE] * sf[use_row + m - m0]
        if pull > most:
            best = m
            most = pull
    return best


@step_code
def read_from(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, a: int, t: float, mask: int) -> None:
    """Everyone who wonders about the doer and perceived the act takes stock."""
    if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_INNER] == 1:
        return
    for read in range(ti[N_READ]):
        row = ti[TI_READ] + read * TI_READ_SIZE
        if ti[row + READ_ACTOR] == doer and mask & bit_of(ti[row + READ_READER]) != 0:
            take_stock(ti, tf, si, sf, read, a, t)


@step_code
def set_back(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, a: int) -> None:
    """`P_a = 0`; every rival falls back by `ρ s_ab`."""
    base = ti[TI_PERSON] + doer * TI_PERSON_SIZE
    first = ti[base + PERSON_ACTS]
    wide = ti[base + PERSON_ACTS_END] - first
    square = ti[SF_RIVALRY] + ti[base + PERSON_RIVALRY] + (a - first) * wide
    for b in range(wide):
        row = ti[SF_ACT] + (first + b) * SF_ACT_SIZE
        if first + b == a:
            sf[row + ACT_P] = 0.0
        elif si[ti[SI_ACT] + (first + b) * SI_ACT_SIZE + ACT_OPEN] == 1:
            sf[row + ACT_P] = sf[row + ACT_P] * (1.0 - tf[K_CARRY] * sf[square + b])


@step_code
def take_channels(ti: Ints, sf: Floats, doer: int, a: int, until: float) -> None:
    """The act's channels are taken until it is over."""
    mask = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_CHANNELS]
    free = ti[SF_PERSON] + doer * SF_PERSON_SIZE + PERSON_FREE
    bit = 1
    seen = ti[SF_PERSON] + doer * SF_PERSON_SIZE + PERSON_SEEN_FREE
    for channel in range(5):
        if mask & bit != 0:
            sf[free + channel] = until
            if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_INNER] == 0:
                sf[seen + channel] = until
        bit = bit + bit


@step_code
def make_stale(ti: Ints, si: Ints) -> None:
    """Everyone reconsiders before the next step, and the ways of closing are judged."""
    si[ti[SI_RUN] + RUN_STIRRED] = 1
    for person in range(ti[N_PERSON]):
        si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_STALE] = 1
