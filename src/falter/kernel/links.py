"""Links: who is on a line, what comes through it, and what it is to keep somebody on it (docs/mind/links.md).

Whoever is within 1.5 m of an end is on the line while it is open. A link adds to what distance and light let through, and takes
nothing away.
"""

from __future__ import annotations

from falter.kernel.crowds import voice_reach
from falter.kernel.incidents import befall, bit_of
from falter.mind.deliberation import idle_answer
from falter.mind.line import felt_distance
from falter.mind.noticing import visibility
from falter.model.constants import NEAR
from falter.numeric.arithmetic import larger, sqrt
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

ASIDE = 1.5
"""m: how far what is said aside is heard."""
DISPLAYS = 6
"""Channels of display."""


@step_code
def has_line(ti: Ints) -> bool:
    """Has the scene any link at all?"""
    return ti[N_LINK] > 0


@step_code
def span_between(sf: Floats, one: int, x: float, y: float) -> float:
    """Distance from a person's row to a place, in m."""
    dx = sf[one + PERSON_X] - x
    dy = sf[one + PERSON_Y] - y
    return sqrt(dx * dx + dy * dy)


@step_code
def end_of(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, link: int) -> int:
    """At which end of a link somebody is: 1 or 2, 0 at neither; who is not in the scene is at none."""
    if si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_PRESENCE] != 0:
        return 0
    return place_at(ti, tf, sf, person, link)


@step_code
def place_at(ti: Ints, tf: Floats, sf: Floats, person: int, link: int) -> int:
    """At which end of a link somebody stands, or stood when he left or died: 1 or 2, 0 at neither."""
    mine = ti[SF_PERSON] + person * SF_PERSON_SIZE
    for end in range(2):
        mark = ti[TF_MARK] + ti[ti[TI_LINK] + link * TI_LINK_SIZE + (LINK_ONE if end == 0 else LINK_OTHER)] * TF_MARK_SIZE
        if span_between(sf, mine, tf[mark + MARK_X], tf[mark + MARK_Y]) <= NEAR:
            return end + 1
    return 0


@step_code
def is_open(ti: Ints, si: Ints, link: int) -> bool:
    """Is the link open?"""
    return si[ti[SI_LINK] + link * SI_LINK_SIZE + LINK_OPEN] == 1


@step_code
def on_line(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, link: int) -> bool:
    """Is somebody on an open line?"""
    return is_open(ti, si, link) and end_of(ti, tf, si, sf, person, link) > 0


@step_code
def across(ti: Ints, tf: Floats, si: Ints, sf: Floats, one: int, other: int, link: int) -> bool:
    """Are the two at opposite ends of a link?"""
    end = end_of(ti, tf, si, sf, one, link)
    return end > 0 and end_of(ti, tf, si, sf, other, link) == 3 - end


@step_code
def carried(ti: Ints, tf: Floats, si: Ints, sf: Floats, one: int, other: int, channel: int) -> float:
    """How much of a display channel comes through between two people by the best link that is open, in [0, 1]; 0 where there is none."""
    best = 0.0
    for link in range(ti[N_LINK]):
        share = tf[ti[TF_LINK] + link * TF_LINK_SIZE + LINK_CARRIES + channel]
        if share > best and is_open(ti, si, link) and across(ti, tf, si, sf, one, other, link):
            best = share
    return best


@step_code
def most_carried(ti: Ints, tf: Floats, si: Ints, sf: Floats, one: int, other: int) -> float:
    """How much comes through between two people of the display channel that comes through best, in [0, 1]."""
    best = 0.0
    for channel in range(DISPLAYS):
        best = larger(best, carried(ti, tf, si, sf, one, other, channel))
    return best


@step_code
def missed_on_line(ti: Ints, tf: Floats, si: Ints, sf: Floats, one: int, other: int) -> bool:
    """Has it been still so long on a line that the one on it finds the other gone, who was at its far end?"""
    for link in range(ti[N_LINK]):
        end = end_of(ti, tf, si, sf, one, link) if is_open(ti, si, link) else 0
        if end == 0 or place_at(ti, tf, sf, other, link) != 3 - end:
            continue
        silent = sf[ti[SF_RUN] + RUN_T] - sf[ti[SF_LINK] + link * SF_LINK_SIZE + LINK_SPOKEN]
        if silent > tf[K_LINE_DUE] and tf[ti[TF_LINK] + link * TF_LINK_SIZE + LINK_CARRIES + ON_VOICE] >= tf[K_LEGIBLE]:
            return True
    return False


@step_code
def felt_gap(ti: Ints, tf: Floats, si: Ints, sf: Floats, one: int, other: int, distance: float) -> float:
    """How far off the other feels: by the distance, or by the voice on the line."""
    if ti[N_LINK] == 0:
        return distance
    return felt_distance(distance, carried(ti, tf, si, sf, one, other, ON_VOICE), tf[K_LINE_NEAR])


@step_code
def could_know_on(ti: Ints, tf: Floats, si: Ints, sf: Floats, one: int, other: int, link: int) -> bool:
    """Could one know whether the other is on a line: by being at an end of it, or by seeing him?"""
    theirs = ti[SF_PERSON] + other * SF_PERSON_SIZE
    distance = span_between(sf, ti[SF_PERSON] + one * SF_PERSON_SIZE, sf[theirs + PERSON_X], sf[theirs + PERSON_Y])
    seen = visibility(distance, sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM])
    return end_of(ti, tf, si, sf, one, link) > 0 or seen >= tf[K_LEGIBLE]


@step_code
def works_line_of(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, a: int) -> bool:
    """Does the act open or close a link at whose other end this person is? That is heard there."""
    link = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LINK]
    return link >= 0 and across(ti, tf, si, sf, person, ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_OWNER], link)


@step_code
def out_of_hearing(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, a: int, aim: int) -> bool:
    """Is it spoken to somebody who cannot hear it, neither through the air nor by a line?"""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    if ti[row + ACT_SPOKEN] == 0 or ti[row + ACT_INNER] == 1 or aim < 0:
        return False
    mine = ti[SF_PERSON] + doer * SF_PERSON_SIZE
    theirs = ti[SF_PERSON] + aim * SF_PERSON_SIZE
    far = ASIDE if ti[row + ACT_ASIDE] == 1 else voice_reach(ti, tf, doer)
    if span_between(sf, mine, sf[theirs + PERSON_X], sf[theirs + PERSON_Y]) <= far:
        return False
    return ti[row + ACT_ASIDE] == 1 or carried(ti, tf, si, sf, aim, doer, ON_VOICE) < tf[K_LEGIBLE]


@step_code
def line_lets(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, a: int, aim: int) -> bool:
    """Do the links let the act be done? Who opens or closes one is at an end of it; nobody speaks to who cannot hear him."""
    link = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_LINK]
    if link >= 0:
        if end_of(ti, tf, si, sf, person, link) == 0:
            return False
        return is_open(ti, si, link) != (ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_OPENS] == 1)
    return not out_of_hearing(ti, tf, si, sf, person, a, aim)


@step_code
def note_spoken(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, until: float) -> None:
    """Somebody speaks into every line he is on."""
    for link in range(ti[N_LINK]):
        if on_line(ti, tf, si, sf, doer, link):
            cell = ti[SF_LINK] + link * SF_LINK_SIZE + LINK_SPOKEN
            sf[cell] = larger(sf[cell], until)


@step_code
def work_line(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, a: int) -> None:
    """The act opens a link, or closes it; who is at the other end is cut off."""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    link = ti[row + ACT_LINK]
    if link < 0:
        return
    opens = ti[row + ACT_OPENS]
    if opens == 0 and is_open(ti, si, link):
        for person in range(ti[N_PERSON]):
            if person != doer and across(ti, tf, si, sf, person, doer, link):
                befall(ti, si, sf, BEFALLS_CUT_OFF, person, doer, link, bit_of(person) + bit_of(doer), 0.0)
    si[ti[SI_LINK] + link * SI_LINK_SIZE + LINK_OPEN] = opens
    sf[ti[SF_LINK] + link * SF_LINK_SIZE + LINK_SPOKEN] = sf[ti[SF_RUN] + RUN_T]


@step_code
def kept_on(ti: Ints, tf: Floats, si: Ints, sf: Floats, target: int, link: int, w0: float) -> tuple[float, float]:
    """Weight and idle use of keeping somebody on a line: nothing once he is off it; while he is on, a silence comes to cost."""
    if not on_line(ti, tf, si, sf, target, link):
        return 0.0, 0.0
    silent = sf[ti[SF_RUN] + RUN_T] - sf[ti[SF_LINK] + link * SF_LINK_SIZE + LINK_SPOKEN]
    if silent <= 0.0:
        return w0, 0.0
    return w0, idle_answer(silent, tf[K_LINE_DUE], tf[K_LINE_PRESS])
