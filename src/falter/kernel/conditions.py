"""Does a condition hold? Clauses of signed atoms against the state (GRAMMAR, Conditions)."""

from __future__ import annotations

from falter.kernel.crowds import voice_reach
from falter.kernel.incidents import bit_of
from falter.kernel.links import has_line, most_carried, on_line
from falter.mind.display import shown
from falter.mind.noticing import visibility
from falter.model.constants import NEAR
from falter.numeric.arithmetic import smaller, sqrt
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403  the layout's offsets, all of them constants

AT_MARK = 0.5
NO_ONE = -2
"""A row that no atom has for its subject."""
FELT = 0.3
SHOWN = 0.2
RISEN = 0.1
TORN = 0.6
SUSPECTED = 0.5
BELIEVED = 0.6
DOUBTED = 0.4
DARK = 0.6
RACING = 100.0
SHORT = 22.0
SHAKING = 0.25
STILL = 0.3


@step_code
def gap(ti: Ints, sf: Floats, one: int, other: int) -> float:
    """Distance between two people, in m."""
    a = ti[SF_PERSON] + one * SF_PERSON_SIZE
    b = ti[SF_PERSON] + other * SF_PERSON_SIZE
    dx = sf[a + PERSON_X] - sf[b + PERSON_X]
    dy = sf[a + PERSON_Y] - sf[b + PERSON_Y]
    return sqrt(dx * dx + dy * dy)


@step_code
def gap_to_mark(ti: Ints, tf: Floats, sf: Floats, person: int, mark: int) -> float:
    """Distance from a person to a mark, in m."""
    a = ti[SF_PERSON] + person * SF_PERSON_SIZE
    b = ti[TF_MARK] + mark * TF_MARK_SIZE
    dx = sf[a + PERSON_X] - tf[b + MARK_X]
    dy = sf[a + PERSON_Y] - tf[b + MARK_Y]
    return sqrt(dx * dx + dy * dy)


@step_code
def presence(ti: Ints, si: Ints, person: int) -> int:
    """0 here, 1 away, 2 gone, 3 dead."""
    return si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_PRESENCE]


@step_code
def presence_known(ti: Ints, si: Ints, knower: int, person: int) -> int:
    """The presence of someone as another knows it; what is so if it is one's own, or nobody's knowledge is asked for."""
    if knower < 0 or knower == person:
        return presence(ti, si, person)
    return si[ti[SI_PAIR] + (knower * ti[N_PERSON] + person) * SI_PAIR_SIZE + PAIR_KNOWN]


@step_code
def felt(ti: Ints, sf: Floats, person: int, emotion: int) -> float:
    """Intensity of an emotion, in [0, 1]."""
    return sf[ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE + FEELING_FELT]


@step_code
def belief_of(ti: Ints, one: int, other: int, fact: int) -> int:
    """The row of what the one takes the other to hold of a fact; of himself, what he holds."""
    return (one * ti[N_PERSON] + other) * ti[N_FACT] + fact


@step_code
def thought_of(ti: Ints, one: int, other: int, thing: int) -> int:
    """The row of where the one takes the other to think a thing is; of himself, where he thinks it is."""
    return (one * ti[N_PERSON] + other) * ti[N_THING] + thing


@step_code
def spot_gap(ti: Ints, tf: Floats, sf: Floats, person: int, spot: int) -> float:
    """Distance from a person to a spot, in m."""
    a = ti[SF_PERSON] + person * SF_PERSON_SIZE
    b = ti[TF_SPOT] + spot * TF_SPOT_SIZE
    dx = sf[a + PERSON_X] - tf[b + SPOT_X]
    dy = sf[a + PERSON_Y] - tf[b + SPOT_Y]
    return sqrt(dx * dx + dy * dy)


@step_code
def thing_in_sight(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, thing: int) -> bool:
    """Does someone see the thing where it is now, or have it in hand?"""
    at = ti[SI_THING] + thing * SI_THING_SIZE
    by = si[at + THING_BY]
    if by == person:
        return True
    if si[at + THING_HIDDEN] == 1 or (by < 0 and si[at + THING_SPOT] < 0):
        return False
    if by >= 0:
        there = presence(ti, si, by)
        if there == 1 or there == 2 or si[ti[SI_PAIR] + (person * ti[N_PERSON] + by) * SI_PAIR_SIZE + PAIR_NOTICED] == 0:
            return False
    distance = gap(ti, sf, person, by) if by >= 0 else spot_gap(ti, tf, sf, person, si[at + THING_SPOT])
    return visibility(distance, sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM]) * tf[K_SPOTTING] >= tf[K_LEGIBLE]


@step_code
def of_a_thing(ti: Ints, tf: Floats, si: Ints, sf: Floats, atom: int, op: int, one: int, thing: int) -> bool:
    """`holds`, `sees`, `near` and `thinks` of a thing."""
    row = ti[TI_ATOM] + atom * TI_ATOM_SIZE
    if op == OP_HOLDS:
        return si[ti[SI_THING] + thing * SI_THING_SIZE + THING_BY] == one
    if op == OP_SEES and ti[row + ATOM_C] == 0:
        return thing_in_sight(ti, tf, si, sf, one, thing)
    mind = ti[row + ATOM_C] if op == OP_THINKS and ti[row + ATOM_C] >= 0 else one
    cell = ti[SI_WHEREABOUTS] + thought_of(ti, one, mind, thing) * SI_WHEREABOUTS_SIZE
    spot = si[cell + WHEREABOUTS_SPOT]
    by = si[cell + WHEREABOUTS_BY]
    if op == OP_THINKS:
        return spot >= 0 and spot == ti[row + ATOM_B]
    if by >= 0:
        return gap(ti, sf, one, by) <= NEAR
    return spot >= 0 and spot_gap(ti, tf, sf, one, spot) <= NEAR


@step_code
def open_channel(ti: Ints, tf: Floats, si: Ints, person: int, channel: int) -> float:
    """Share of a display channel that no covering hides."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    left = 1.0
    for cover in range(ti[base + PERSON_COVERS], ti[base + PERSON_COVERS_END]):
        if si[ti[SI_COVER] + cover * SI_COVER_SIZE + COVER_ON] == 1:
            left = left * (1.0 - tf[ti[TF_COVER] + cover * TF_COVER_SIZE + COVER_OVER + channel])
    return left


@step_code
def held_down(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int) -> float:
    """How hard the display of an emotion is held down now, at most 1; below 0 it is played up."""
    floats = ti[SF_PERSON] + person * SF_PERSON_SIZE
    if sf[ti[SF_RUN] + RUN_T] < sf[ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE + FEELING_LOOSE]:
        return 0.0
    return smaller(sf[floats + PERSON_HIDES + emotion] * tf[K_HIDING] * sf[floats + PERSON_GRIP], 1.0)


@step_code
def most_shown(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, emotion: int) -> float:
    """How much of an emotion shows on the channel that shows it most, in [0, 1]."""
    held = held_down(ti, tf, sf, person, emotion)
    strength = felt(ti, sf, person, emotion)
    best = 0.0
    for channel in range(6):
        here = shown(strength, channel, held, 1.0 - open_channel(ti, tf, si, person, channel))
        if here > best:
            best = here
    return best


@step_code
def believed(ti: Ints, tf: Floats, si: Ints, sf: Floats, glance: int, emotion: int) -> float:
    """How far a reader believes to see an emotion in the one he reads, in [0, 1]: by its families; 0 while he cannot see him."""
    row = ti[TI_GLANCE] + glance * TI_GLANCE_SIZE
    reader = ti[row + GLANCE_READER]
    actor = ti[row + GLANCE_ACTOR]
    noticed = si[ti[SI_PAIR] + (reader * ti[N_PERSON] + actor) * SI_PAIR_SIZE + PAIR_NOTICED] == 1
    if not noticed or presence_known(ti, si, reader, actor) != 0:
        return 0.0
    looks = ti[TF_EMOTION] + emotion * TF_EMOTION_SIZE + EMOTION_LOOKS
    beliefs = ti[SF_GLANCE] + glance * SF_GLANCE_SIZE + GLANCE_BELIEF
    total = 0.0
    weights = 0.0
    for family in range(6):
        total = total + tf[looks + family] * sf[beliefs + family]
        weights = weights + tf[looks + family]
    return total / weights if weights > 0.0 else 0.0


@step_code
def atom_holds(ti: Ints, tf: Floats, si: Ints, sf: Floats, atom: int, aim: int) -> bool:
    """Does an atom's word hold, its sign aside? `aim` is the person an act is for, -1 none."""
    row = ti[TI_ATOM] + atom * TI_ATOM_SIZE
    op = ti[row + ATOM_OP]
    one = ti[row + ATOM_SUBJECT]
    a = ti[row + ATOM_A]
    amount = tf[ti[TF_ATOM] + atom * TF_ATOM_SIZE + ATOM_AMOUNT]
    t = sf[ti[SF_RUN] + RUN_T]
    if op == OP_DARK:
        return sf[ti[SF_RUN] + RUN_DARKNESS] > DARK
    if op == OP_LIGHT:
        return sf[ti[SF_RUN] + RUN_DARKNESS] <= DARK
    if op == OP_LULL:
        return t - sf[ti[SF_RUN] + RUN_LAST] >= amount
    if op == OP_DONE or op == OP_SINCE:
        return a >= 0 and done_since(ti, si, sf, a, ti[row + ATOM_C], amount)
    if one < 0:
        return False
    person = ti[SI_PERSON] + one * SI_PERSON_SIZE
    if op == OP_NEAR or op == OP_WITHIN or op == OP_NOTICED or op == OP_NOTICED_BY:
        other = a if a >= 0 else aim
        if other < 0:
            return False
        if op == OP_NEAR:
            return gap(ti, sf, one, other) <= NEAR
        if op == OP_WITHIN:
            return gap(ti, sf, one, other) <= amount
        n = ti[N_PERSON]
        pair = one * n + other if op == OP_NOTICED else other * n + one
        return si[ti[SI_PAIR] + pair * SI_PAIR_SIZE + PAIR_NOTICED] == 1
    if op == OP_SUSPECTS or op == OP_BELIEVES or op == OP_DOUBTS:
        if a < 0:
            return False
        thought = sf[ti[SF_WONDER] + a * SF_WONDER_SIZE + WONDER_NOW]
        if op == OP_SUSPECTS:
            return thought >= SUSPECTED
        if op == OP_BELIEVES:
            return thought >= BELIEVED
        return thought <= DOUBTED
    if op == OP_SEES or op == OP_HOLDS or op == OP_THINKS:
        return a >= 0 and of_a_thing(ti, tf, si, sf, atom, op, one, a)
    if op == OP_KNOWS:
        mind = ti[row + ATOM_B]
        held = sf[ti[SF_BELIEF] + belief_of(ti, one, one if mind < 0 else mind, a) * SF_BELIEF_SIZE + BELIEF_ODDS]
        if ti[row + ATOM_C] == 2:
            return held > amount
        return held <= amount if ti[row + ATOM_C] == 1 else held >= amount
    if op == OP_SUSPECTED_BY or op == OP_BELIEVED_BY:
        return taken_to_think(ti, tf, sf, a if a >= 0 else aim, one, op == OP_SUSPECTED_BY)
    if op == OP_ASKED:
        return owes(ti, si, one, a, ti[row + ATOM_B])
    if op == OP_SLIPS:
        return a >= 0 and slips(ti, si, sf, one, a, ti[row + ATOM_KNOWER])
    if op == OP_GONE or op == OP_DEAD or op == OP_HERE:
        there = presence_known(ti, si, ti[row + ATOM_KNOWER], one)
        return there == (2 if op == OP_GONE else (3 if op == OP_DEAD else 0))
    if op == OP_SHOWS and ti[row + ATOM_B] >= 0:
        return a >= 0 and believed(ti, tf, si, sf, ti[row + ATOM_B], a) >= tf[K_BELIEVED]
    return own_atom_holds(ti, tf, si, sf, op, one, person, a)


@step_code
def done_since(ti: Ints, si: Ints, sf: Floats, move: int, known: int, seconds: float) -> bool:
    """Has the move been done, the last time so many s ago: as one knows it by whom it is judged (`known`), else as it is (-1)?"""
    if known >= 0:
        done = si[ti[SI_KNOWN] + known * SI_KNOWN_SIZE + KNOWN_DONE] == 1
        return done and sf[ti[SF_RUN] + RUN_T] - sf[ti[SF_KNOWN] + known * SF_KNOWN_SIZE + KNOWN_LATEST] >= seconds
    done = si[ti[SI_MOVE] + move * SI_MOVE_SIZE + MOVE_DONE] > 0
    return done and sf[ti[SF_RUN] + RUN_T] - sf[ti[SF_MOVE] + move * SF_MOVE_SIZE + MOVE_LATEST] >= seconds


@step_code
def who_asked(ti: Ints, si: Ints, person: int, move: int) -> int:
    """Who has asked somebody, by this move, what he has not answered yet; -1 nobody."""
    for question in range(ti[N_QUESTION]):
        row = ti[TI_QUESTION] + question * TI_QUESTION_SIZE
        if si[ti[SI_QUESTION] + question * SI_QUESTION_SIZE + QUESTION_DEBTOR] == person and ti[row + QUESTION_MOVE] == move:
            return ti[row + QUESTION_ASKER]
    return -1


@step_code
def owes(ti: Ints, si: Ints, person: int, move: int, asker: int) -> bool:
    """Does somebody owe an answer: to a question put by this move, and by this asker (-1: any)?"""
    for question in range(ti[N_QUESTION]):
        row = ti[TI_QUESTION] + question * TI_QUESTION_SIZE
        if si[ti[SI_QUESTION] + question * SI_QUESTION_SIZE + QUESTION_DEBTOR] == person:
            if (move < 0 or ti[row + QUESTION_MOVE] == move) and (asker < 0 or ti[row + QUESTION_ASKER] == asker):
                return True
    return False


@step_code
def slips(ti: Ints, si: Ints, sf: Floats, one: int, emotion: int, knower: int) -> bool:
    """Is a feeling that is held down getting away now; of another, to the knowledge of whom it is asked of?"""
    loose = sf[ti[SF_FEELING] + (one * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE + FEELING_LOOSE]
    if sf[ti[SF_RUN] + RUN_T] >= loose:
        return False
    return knower < 0 or knower == one or si[ti[SI_PERSON] + one * SI_PERSON_SIZE + PERSON_SLIP_SEEN] & bit_of(knower) != 0


@step_code
def taken_to_think(ti: Ints, tf: Floats, sf: Floats, other: int, one: int, intent: bool) -> bool:
    """Does this person take the other to suspect him of meaning something, or to believe in his tie?"""
    if other < 0 or tf[K_SECOND_ORDER] <= 0.0:
        return False
    base = ti[TI_PERSON] + other * TI_PERSON_SIZE
    for wonder in range(ti[base + PERSON_WONDERS], ti[base + PERSON_WONDERS_END]):
        row = ti[TI_WONDER] + wonder * TI_WONDER_SIZE
        if ti[row + WONDER_ACTOR] == one and (ti[row + WONDER_INTENT] > 0) == intent:
            theirs = sf[ti[SF_WONDER] + wonder * SF_WONDER_SIZE + WONDER_THEIRS]
            if theirs >= (SUSPECTED if intent else BELIEVED):
                return True
    return False


@step_code
def own_atom_holds(ti: Ints, tf: Floats, si: Ints, sf: Floats, op: int, one: int, person: int, a: int) -> bool:
    """The words about one person alone."""
    t = sf[ti[SF_RUN] + RUN_T]
    floats = ti[SF_PERSON] + one * SF_PERSON_SIZE
    if op == OP_AT:
        return a >= 0 and gap_to_mark(ti, tf, sf, one, a) <= AT_MARK
    if op == OP_IGNORED:
        return si[person + PERSON_DEBTOR] >= 0 and (t - sf[floats + PERSON_ASKED]) * sf[floats + PERSON_PACE] > tf[K_ANSWER_DUE]
    if op == OP_ANSWERED:
        return si[person + PERSON_ANSWERED] == 1
    if op == OP_FEELS:
        return a >= 0 and felt(ti, sf, one, a) >= FELT
    if op == OP_SHOWS:
        return a >= 0 and most_shown(ti, tf, si, sf, one, a) >= SHOWN
    if op == OP_RISES:
        row = ti[SF_FEELING] + (one * ti[N_EMOTION] + a) * SF_FEELING_SIZE
        return a >= 0 and sf[row + FEELING_FELT] - sf[row + FEELING_BEFORE] >= RISEN
    if op == OP_TORN:
        return sf[floats + PERSON_CONFLICT] >= TORN
    if op == OP_HEART_RACES:
        return sf[floats + PERSON_HEART] >= RACING
    if op == OP_BREATH_SHORT:
        return sf[floats + PERSON_BREATH] >= SHORT
    if op == OP_HANDS_SHAKE:
        return sf[floats + PERSON_TREMOR] >= SHAKING
    if op == OP_FROZEN:
        return sf[floats + PERSON_FROZEN] >= STILL
    if op == OP_ATTENDS:
        m = si[person + PERSON_ATTENDED]
        return m >= 0 and ti[ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE + MOTIVE_KIND] == a
    if op == OP_RECALLS:
        return a >= 0 and t - sf[ti[SF_MEMORY] + a * SF_MEMORY_SIZE + MEMORY_LATEST] <= tf[K_RECALL_LASTS]
    if op == OP_ALONE:
        return alone(ti, tf, si, sf, one)
    if op == OP_ON:
        return a >= 0 and on_line(ti, tf, si, sf, one, a)
    if op == OP_WEARS:
        return a >= 0 and si[ti[SI_COVER] + a * SI_COVER_SIZE + COVER_ON] == 1
    return False


@step_code
def could_perceive(ti: Ints, tf: Floats, si: Ints, sf: Floats, other: int, one: int) -> bool:
    """Is this one near enough to the other to be seen or heard by him, or on a line that carries something of him?"""
    distance = gap(ti, sf, one, other)
    if distance <= voice_reach(ti, tf, one):
        return True
    if visibility(distance, sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], tf[K_DIM]) >= tf[K_LEGIBLE]:
        return True
    return has_line(ti) and most_carried(ti, tf, si, sf, other, one) >= tf[K_LEGIBLE]


@step_code
def alone(ti: Ints, tf: Floats, si: Ints, sf: Floats, one: int) -> bool:
    """Nobody else alive is here, as far as this person has noticed, who could see or hear him."""
    n = ti[N_PERSON]
    for other in range(n):
        noticed = si[ti[SI_PAIR] + (one * n + other) * SI_PAIR_SIZE + PAIR_NOTICED] == 1
        if other != one and noticed and presence_known(ti, si, one, other) == 0 and could_perceive(ti, tf, si, sf, other, one):
            return False
    return True


@step_code
def inward(op: int) -> bool:
    """Is the word about what nobody else can see of its subject?"""
    if op == OP_SUSPECTS or op == OP_BELIEVES or op == OP_DOUBTS or op == OP_FEELS or op == OP_RISES or op == OP_SLIPS:
        return True
    if op == OP_SUSPECTED_BY or op == OP_BELIEVED_BY:
        return True
    if op == OP_HEART_RACES or op == OP_BREATH_SHORT or op == OP_HANDS_SHAKE or op == OP_FROZEN:
        return True
    return op == OP_TORN or op == OP_ATTENDS or op == OP_ALONE or op == OP_RECALLS or op == OP_KNOWS or op == OP_THINKS


@step_code
def holds_outwardly(ti: Ints, tf: Floats, si: Ints, sf: Floats, first: int, end: int, doer: int, aim: int) -> bool:
    """Does any of the clauses hold, what is inside the doer taken as given?"""
    if first == end:
        return True
    for clause in range(first, end):
        row = ti[TI_CLAUSE] + clause * TI_CLAUSE_SIZE
        good = True
        for atom in range(ti[row + CLAUSE_ATOMS], ti[row + CLAUSE_ATOMS_END]):
            table = ti[TI_ATOM] + atom * TI_ATOM_SIZE
            if ti[table + ATOM_SUBJECT] == doer and inward(ti[table + ATOM_OP]):
                continue
            if atom_holds(ti, tf, si, sf, atom, aim) == (ti[table + ATOM_NEGATED] == 1):
                good = False
                break
        if good:
            return True
    return False


@step_code
def holds(ti: Ints, tf: Floats, si: Ints, sf: Floats, first: int, end: int, aim: int) -> bool:
    """Does any of the clauses hold? No clause at all means always."""
    return holds_outwardly(ti, tf, si, sf, first, end, NO_ONE, aim)
