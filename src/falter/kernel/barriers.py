"""What stands in an act's way: counted, look by look, beside a performance and never in it. For those who ask why a line is not reached.

Reads the state between two steps and writes to counters of its own, so that no performance knows of it. The counters lie in one block:
a head of `HEAD` places, then a row an act, a wording, an atom and a line of words.
"""

from __future__ import annotations

from falter.kernel.conditions import atom_holds, presence, presence_known
from falter.kernel.coping import rests
from falter.kernel.interventions import kept_shut
from falter.kernel.links import has_line, line_lets
from falter.kernel.opening import any_part_begun, bounded, part_open
from falter.kernel.steering import barred
from falter.kernel.things import handy
from falter.numeric.blocks import state, table
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

_I, _F = "int64[::1]", "float64[::1]"
SIGNATURE = f"int64({_I}, {_F}, {_I}, {_F}, {_I})"
"""What `note_barriers` takes when compiled: tables, state, counters."""

HEAD = 5
"""Where the rows of acts, wordings, atoms and lines begin, and how many lines there are."""
ACT_COUNTERS = 13
ACT_LOOKS = 0
"""Looks at which the doer was there."""
ACT_OPENED = 1
"""Looks at which it was open; then come those at which each of `bar_of` stood in its way."""
WORDING_COUNTERS = 2
WORDING_FITS = 0
WORDING_NEXT = 1
"""It was the one the act would be done in."""
ATOM_COUNTERS = 3
ATOM_LOOKS = 0
ATOM_HELD = 1
ATOM_ALONE = 2
"""It alone of its clause did not hold."""
LINE_COUNTERS = 5
LINE_CLAUSES = 0
LINE_CLAUSES_END = 1
LINE_PERSON = 2
"""Whose it is; -1 nobody's."""
LINE_LOOKS = 3
LINE_HELD = 4

DONE_ONCE = 1
OUTSIDE_ITS_PART = 2
AFTER_ITS_NEVER = 3
RESTING = 4
NOBODY_ASKED = 5
AIM_AWAY = 6
AIM_UNNOTICED = 7
OUT_OF_HEARING = 8
NOT_AT_HAND = 9
ALREADY_THERE = 10
KEPT_SHUT = 11


@step_code
def note_barriers(ti: Ints, tf: Floats, si: Ints, sf: Floats, wi: Ints) -> int:
    """One look at everybody's acts and at the lines of words."""
    look(table(ti), table(tf), state(si), state(sf), state(wi))
    return 0


@step_code
def look(ti: Ints, tf: Floats, si: Ints, sf: Floats, wi: Ints) -> None:
    """Every act whose doer is there, every line whose person is."""
    begun = any_part_begun(ti, si)
    for person in range(ti[N_PERSON]):
        if presence(ti, si, person) == 0:
            base = ti[TI_PERSON] + person * TI_PERSON_SIZE
            for a in range(ti[base + PERSON_ACTS], ti[base + PERSON_ACTS_END]):
                look_at_act(ti, tf, si, sf, wi, person, a, begun)
    for line in range(wi[4]):
        row = wi[3] + line * LINE_COUNTERS
        whose = wi[row + LINE_PERSON]
        if whose < 0 or presence(ti, si, whose) == 0:
            wi[row + LINE_LOOKS] = wi[row + LINE_LOOKS] + 1
            if note_clauses(ti, tf, si, sf, wi, wi[row + LINE_CLAUSES], wi[row + LINE_CLAUSES_END], -1):
                wi[row + LINE_HELD] = wi[row + LINE_HELD] + 1


@step_code
def look_at_act(ti: Ints, tf: Floats, si: Ints, sf: Floats, wi: Ints, person: int, a: int, begun: bool) -> None:
    """Is it open; if it is bounded from outside, by what; if not, do its conditions hold, and those of which wordings?"""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    held = ti[SI_ACT] + a * SI_ACT_SIZE
    counts = wi[0] + a * ACT_COUNTERS
    wi[counts + ACT_LOOKS] = wi[counts + ACT_LOOKS] + 1
    if si[held + ACT_OPEN] == 1:
        wi[counts + ACT_OPENED] = wi[counts + ACT_OPENED] + 1
        cell = wi[1] + si[held + ACT_NEXT] * WORDING_COUNTERS + WORDING_NEXT
        wi[cell] = wi[cell] + 1
    aim = si[held + ACT_AIM]
    bar = bar_of(ti, tf, si, sf, person, a, aim, begun)
    if bar > 0:
        wi[counts + ACT_OPENED + bar] = wi[counts + ACT_OPENED + bar] + 1
        return
    if note_clauses(ti, tf, si, sf, wi, ti[row + ACT_CLAUSES], ti[row + ACT_CLAUSES_END], aim):
        for w in range(ti[row + ACT_WORDINGS], ti[row + ACT_WORDINGS_END]):
            words = ti[TI_WORDING] + w * TI_WORDING_SIZE
            if note_clauses(ti, tf, si, sf, wi, ti[words + WORDING_CLAUSES], ti[words + WORDING_CLAUSES_END], aim):
                cell = wi[1] + w * WORDING_COUNTERS + WORDING_FITS
                wi[cell] = wi[cell] + 1


@step_code
def bar_of(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, a: int, aim: int, begun: bool) -> int:
    """What keeps the act from being done, its conditions aside; 0 nothing. The order is that of `opening.bounded`, which decides."""
    row = ti[TI_ACT] + a * TI_ACT_SIZE
    if bounded(ti, tf, si, sf, person, a, aim, begun):
        return 0
    if kept_shut(ti, si, a):
        return KEPT_SHUT
    if ti[row + ACT_ONCE] == 1 and si[ti[SI_ACT] + a * SI_ACT_SIZE + ACT_COUNT] > 0:
        return DONE_ONCE
    if not part_open(ti, si, ti[row + ACT_MOVE], begun):
        return OUTSIDE_ITS_PART
    if barred(ti, si, ti[row + ACT_MOVE]):
        return AFTER_ITS_NEVER
    if rests(ti, tf, si, sf, a):
        return RESTING
    if ti[row + ACT_TARGET] == -2 and aim < 0:
        return NOBODY_ASKED
    if aim >= 0:
        there = presence_known(ti, si, person, aim)
        if there == 1 or there == 2 or (there == 3 and ti[row + ACT_OBJECTLESS] == 0):
            return AIM_AWAY
        if si[ti[SI_PAIR] + (person * ti[N_PERSON] + aim) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
            return AIM_UNNOTICED
    if has_line(ti) and not line_lets(ti, tf, si, sf, person, a, aim):
        return OUT_OF_HEARING
    if not handy(ti, tf, si, sf, person, a, aim):
        return NOT_AT_HAND
    return ALREADY_THERE


@step_code
def note_clauses(ti: Ints, tf: Floats, si: Ints, sf: Floats, wi: Ints, first: int, end: int, aim: int) -> bool:
    """Does any clause hold? Of every atom it is counted whether it does, and whether nothing else of its clause fails."""
    good = first == end
    for clause in range(first, end):
        row = ti[TI_CLAUSE] + clause * TI_CLAUSE_SIZE
        fails = 0
        last = -1
        for atom in range(ti[row + CLAUSE_ATOMS], ti[row + CLAUSE_ATOMS_END]):
            cell = wi[2] + atom * ATOM_COUNTERS
            wi[cell + ATOM_LOOKS] = wi[cell + ATOM_LOOKS] + 1
            if atom_holds(ti, tf, si, sf, atom, aim) == (ti[ti[TI_ATOM] + atom * TI_ATOM_SIZE + ATOM_NEGATED] == 1):
                fails = fails + 1
                last = cell
            else:
                wi[cell + ATOM_HELD] = wi[cell + ATOM_HELD] + 1
        if fails == 0:
            good = True
        elif fails == 1:
            wi[last + ATOM_ALONE] = wi[last + ATOM_ALONE] + 1
    return good
