"""Aftermath: remorse by how close the decision was, emptiness when what one lived by has no object, urges and their end."""

from __future__ import annotations

from falter.kernel.appraise import add_feeling, bond
from falter.kernel.incidents import befall, befall_by, bit_of
from falter.mind.aftermath import close_remorse, emptied
from falter.mind.feeling import combine
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def rue(ti: Ints, tf: Floats, sf: Floats, si: Ints, doer: int, event: int) -> None:
    """Who did someone he loves an ill feels it the more, the closer the decision was."""
    row = ti[SI_EVENT] + event * SI_EVENT_SIZE
    table = ti[TI_WORDING] + si[row + EVENT_WORDING] * TI_WORDING_SIZE
    conflict = sf[ti[SF_EVENT] + event * SF_EVENT_SIZE + EVENT_CONFLICT]
    for meaning in range(ti[table + WORDING_MEANINGS], ti[table + WORDING_MEANINGS_END]):
        at = ti[TI_MEANING] + meaning * TI_MEANING_SIZE
        about = ti[at + MEANING_PERSON]
        if about == -2:
            about = si[row + EVENT_AIM]
        good = tf[ti[TF_WORD] + ti[at + MEANING_WORD] * TF_WORD_SIZE + WORD_GOOD]
        if about < 0 or about == doer or good >= 0.0:
            continue
        tie = bond(ti, sf, doer, about)
        if tie > 0.0:
            add_feeling(ti, sf, doer, FEELS_REMORSE, close_remorse(-good, tie, conflict, tf[K_REMORSE_CONFLICT]))


@step_code
def lose(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, lost: float, drive: float, whom: int) -> None:
    """Motives of this much pull, of all one's drive, have lost their object: what is left is emptiness."""
    fall = emptied(lost, drive, tf[K_HOLLOW])
    cell = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_HOLLOW
    sf[cell] = combine(sf[cell], fall)
    if fall >= tf[K_HOLLOW_TOLD]:
        events = si[ti[SI_RUN] + RUN_EVENTS]
        befall_by(ti, si, sf, BEFALLS_HOLLOW, person, whom, -1, bit_of(person), sf[cell], events - 1)


@step_code
def feel_urges(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int) -> None:
    """In one who is empty, an urge that has grown strong is written down, once: to stay, to pay, to get away."""
    if sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_HOLLOW] < tf[K_HOLLOW_TOLD]:
        return
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        kind = ti[ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE + MOTIVE_KIND]
        row = ti[SI_MOTIVE] + m * SI_MOTIVE_SIZE
        if (kind == MOTIVE_IS_STILL or kind == MOTIVE_IS_ATONE or kind == MOTIVE_IS_FLEE) and si[row + MOTIVE_URGED] == 0:
            weight = sf[ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE + MOTIVE_W]
            if weight >= tf[K_URGE_TOLD]:
                si[row + MOTIVE_URGED] = 1
                befall(ti, si, sf, BEFALLS_URGE, person, -1, m, bit_of(person), weight)


@step_code
def fill_up(ti: Ints, tf: Floats, sf: Floats, person: int) -> None:
    """Emptiness halves in its half-life."""
    cell = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_HOLLOW
    sf[cell] = sf[cell] * tf[ti[TF_RUN] + RUN_HOLLOW_KEPT]


@step_code
def master(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int) -> None:
    """Putting a feeling down, and with grief or remorse a part of the emptiness."""
    add_feeling(ti, sf, person, emotion, -tf[K_MASTER_FEELING])
    if emotion == FEELS_DISTRESS or emotion == FEELS_REMORSE:
        cell = ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_HOLLOW
        sf[cell] = sf[cell] * (1.0 - tf[K_MASTER_FEELING])
