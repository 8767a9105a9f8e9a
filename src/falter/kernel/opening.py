"""Which acts are open: what the situation lets someone do, and what of that another can see."""

from __future__ import annotations

from falter.kernel.conditions import gap, gap_to_mark, holds, holds_outwardly, presence_known, who_asked
from falter.kernel.coping import rests
from falter.kernel.interventions import kept_shut
from falter.kernel.links import has_line, line_lets
from falter.kernel.steering import barred
from falter.kernel.things import handy
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

CLOSEST = 0.4
"""m: nobody walks nearer than this."""
WORTH_WALKING = 0.1
"""m: a way shorter than this is none."""


@step_code
def part_open(ti: Ints, si: Ints, move: int, begun: bool) -> bool:
    """Is the move's part open, or if it has none, has no part begun that closes it?"""
    row = ti[TI_MOVE] + move * TI_MOVE_SIZE
    part = ti[row + MOVE_PART]
    if part >= 0:
        return begun and part_begun(ti, si, part)
    return not begun or ti[row + MOVE_STANDING] == 1


@step_code
def any_part_begun(ti: Ints, si: Ints) -> bool:
    """Has any part of the scene begun?"""
    for part in range(ti[N_PART]):
        if part_begun(ti, si, part):
            return True
    return False


@step_code
def part_begun(ti: Ints, si: Ints, part: int) -> bool:
    """Has the act that opens the part been done?"""
    after = ti[ti[TI_PART] + part * TI_PART_SIZE + PART_AFTER]
    return after >= 0 and si[ti[SI_MOVE] + after * SI_MOVE_SIZE + MOVE_DONE] > 0


@step_code
def aim_of(ti: Ints, si: Ints, person: int, a: int) -> int:
    """Whom the act is for now: its target, or whoever is owed an answer; -1 nobody."""
    target = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_TARGET]
    if target == -2:
        named = ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_ANSWERS]
        if named >= 0:
            return who_asked(ti, si, person, named)
        return si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_CREDITOR]
    return target


@step_code
def bounded(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, a: int, aim: int, begun: bool) -> bool:
    """Do its part, its target, its distance and how often it was done let the act be done, its conditions aside?"""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    if kept_shut(ti, si, a):
        return False
    if ti[row + ACT_ONCE] == 1 and si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_COUNT] > 0:
        return False
    if not part_open(ti, si, ti[row + ACT_MOVE], begun) or barred(ti, si, ti[row + ACT_MOVE]) or rests(ti, tf, si, sf, a):
        return False
    if ti[row + ACT_TARGET] == -2 and aim < 0:
        return False
    if aim >= 0:
        there = presence_known(ti, si, person, aim)
        if there == 1 or there == 2 or (there == 3 and ti[row + ACT_OBJECTLESS] == 0):
            return False
        if si[ti[SI_PAIR] + (person * ti[N_PERSON] + aim) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
            return False
    if has_line(ti) and not line_lets(ti, tf, si, sf, person, a, aim):
        return False
    if not handy(ti, tf, si, sf, person, a, aim):
        return False
    if ti[row + ACT_WAY] == 1 and ti[row + ACT_THING] < 0:
        mark = ti[row + ACT_MARK]
        left = gap_to_mark(ti, tf, sf, person, mark) if mark >= 0 else gap(ti, sf, person, aim) - CLOSEST
        if left < WORTH_WALKING:
            return False
    return True


@step_code
def may(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, a: int, aim: int, begun: bool) -> bool:
    """May the act be done now, its wordings aside?"""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    if not bounded(ti, tf, si, sf, person, a, aim, begun):
        return False
    return holds(ti, tf, si, sf, ti[row + ACT_CLAUSES], ti[row + ACT_CLAUSES_END], aim)


@step_code
def may_seem(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, a: int, begun: bool) -> bool:
    """Would the act be open, for all that can be seen from outside?"""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    aim = aim_of(ti, si, person, a)
    if not bounded(ti, tf, si, sf, person, a, aim, begun):
        return False
    return holds_outwardly(ti, tf, si, sf, ti[row + ACT_CLAUSES], ti[row + ACT_CLAUSES_END], person, aim)
