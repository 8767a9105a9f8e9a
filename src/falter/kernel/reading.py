"""People read one another's faces, voices and bearing: once every taking of stock, along the pairs that matter (docs/mind/reading.md)."""

from __future__ import annotations

from falter.kernel.conditions import felt, gap, open_channel, presence
from falter.kernel.crowds import voice_reach
from falter.kernel.incidents import befall, bit_of
from falter.kernel.infer import conclude
from falter.kernel.links import carried
from falter.kernel.showing import shown_on
from falter.mind.reading import (
    AXES,
    CHANNELS,
    FAMILIES,
    FEELINGS,
    NEUTRAL,
    RULES,
    care_likelihood,
    expected,
    gathered,
    manner_left,
    meant,
    over_rules,
    reach,
    score,
    spread,
    strangeness,
    tenderness,
    to_the_fore,
)
from falter.numeric.arithmetic import exp, larger, log
from falter.numeric.draws import exponential, normal, uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

CUES = 18
LIVELY = 0.3
"""How strong a feeling must be for one who sees it to be right."""
FAINT = 0.12
"""How weak for one who sees it to be wrong."""
JOY = 0
TENDERNESS = 4


@step_code
def draw_manners(ti: Ints, tf: Floats, tu: Words, sf: Floats, now: int) -> None:
    """Each person's own manner, drawn once, at the start: how his face and voice differ from most."""
    for person in range(ti[N_PERSON]):
        for cue in range(CUES):
            draw = normal(now, tu[ti[TU_PERSON] + person * TU_PERSON_SIZE + PERSON_MANNERS + cue])
            sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_MANNER + cue] = draw


@step_code
def look_around(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, now: int, seconds: float) -> None:
    """Everyone takes in those whom he reads."""
    changes = 1.0 - exp(-seconds / tf[K_EXPRESSION_HOLDS])
    for person in range(ti[N_PERSON]):
        express(ti, tu, si, sf, person, now, changes)
    kept = exp(-seconds / tf[K_CUE_MEMORY])
    weight = seconds / tf[K_TAU_CUE]
    for glance in range(ti[N_GLANCE]):
        row = ti[TI_GLANCE] + glance * TI_GLANCE_SIZE
        reader = ti[row + GLANCE_READER]
        actor = ti[row + GLANCE_ACTOR]
        noticed = si[ti[SI_PAIR] + (reader * ti[N_PERSON] + actor) * SI_PAIR_SIZE + PAIR_NOTICED] == 1
        looking = noticed and si[ti[SI_PERSON] + reader * SI_PERSON_SIZE + PERSON_ELSEWHERE_NOW] == 0
        if looking and presence(ti, si, reader) == 0 and presence(ti, si, actor) == 0:
            take_in(ti, tf, tu, si, sf, glance, reader, actor, now)
            believe(ti, tf, sf, glance, kept, weight)
            settle_on(ti, tf, si, sf, glance, reader, actor)
            weigh_care(ti, tf, si, sf, glance, reader, actor)


@step_code
def express(ti: Ints, tu: Words, si: Ints, sf: Floats, person: int, now: int, changes: float) -> None:
    """Of several feelings that show, one is to the fore for some seconds, then perhaps another: the stronger the likelier."""
    cell = ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_FOREMOST
    draws = ti[TU_PERSON] + person * TU_PERSON_SIZE + PERSON_EXPRESSES
    if si[cell] >= 0 and shown_openly(ti, sf, person, si[cell]) > 0.0 and uniform(now, tu[draws + FAMILIES]) >= changes:
        return
    best = 1.0e17
    si[cell] = -1
    for family in range(FAMILIES):
        place = to_the_fore(shown_openly(ti, sf, person, family), exponential(now, tu[draws + family]))
        if place < best:
            best = place
            si[cell] = family


@step_code
def shown_openly(ti: Ints, sf: Floats, person: int, family: int) -> float:
    """How much of a family of feeling a person shows on all channels together, coverings aside, as a share of the channels."""
    rows = ti[SF_DISPLAY] + person * CHANNELS * SF_DISPLAY_SIZE + DISPLAY_SHOWN + family
    total = 0.0
    for channel in range(CHANNELS):
        total = total + sf[rows + channel * SF_DISPLAY_SIZE]
    return total / 6.0


@step_code
def familiarity(ti: Ints, sf: Floats, reader: int, actor: int) -> float:
    """How well the one knows the other's manner, in [0, 1]."""
    return sf[ti[SF_PAIR] + (reader * ti[N_PERSON] + actor) * SF_PAIR_SIZE + PAIR_FAMILIAR]


@step_code
def plainness(ti: Ints, tf: Floats, si: Ints, sf: Floats, reader: int, actor: int, channel: int) -> float:
    """How plainly a channel of the one reaches the other now, in [0, 1], coverings counted; a voice that is not used reaches nobody."""
    if channel == 1 and sf[ti[SF_PERSON] + actor * SF_PERSON_SIZE + PERSON_FREE] <= sf[ti[SF_RUN] + RUN_T]:
        return 0.0
    far = reach(channel, gap(ti, sf, reader, actor), sf[ti[SF_RUN] + RUN_DARKNESS], tf[K_SIGHT], voice_reach(ti, tf, actor), tf[K_DIM])
    return larger(far, carried(ti, tf, si, sf, reader, actor, channel)) * open_channel(ti, tf, si, actor, channel)


@step_code
def take_in(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, glance: int, reader: int, actor: int, now: int) -> None:
    """One look: the cues of every channel that reaches the reader, and the log-likelihood of each feeling by them."""
    scores = ti[SF_SCORE]
    for cell in range(FEELINGS * RULES):
        sf[scores + SCORE_RULES + cell] = 0.0
    strange = strangeness(tf[K_FAMILIAR], familiarity(ti, sf, reader, actor))
    for channel in range(CHANNELS):
        plain = plainness(ti, tf, si, sf, reader, actor, channel)
        if plain > 0.0:
            sense(ti, tf, tu, si, sf, glance, actor, channel, plain, strange, now)
            score_channel(ti, tf, sf, channel, plain, strange)
    found = ti[SF_GLANCE] + glance * SF_GLANCE_SIZE + GLANCE_FOUND
    for feeling in range(FEELINGS):
        at = scores + SCORE_RULES + feeling * RULES
        sf[found + feeling] = over_rules(sf[at], sf[at + 1], sf[at + 2], sf[at + 3])


@step_code
def sense(
    ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, glance: int, actor: int, channel: int, plain: float, strange: float, now: int
) -> None:
    """The cue of one channel."""
    cue = ti[SF_SCORE] + SCORE_CUE
    first = channel * AXES
    open_air = open_channel(ti, tf, si, actor, channel)
    for axis in range(AXES):
        manner = manner_left(tf[K_MANNER], strange, sf[ti[SF_PERSON] + actor * SF_PERSON_SIZE + PERSON_MANNER + first + axis])
        noise = tf[K_CUE_NOISE] * normal(now, tu[ti[TU_GLANCE] + glance * TU_GLANCE_SIZE + GLANCE_CUE + first + axis])
        sf[cue + axis] = plain * manner + noise
    for family in range(FAMILIES):
        shows = shown_on(ti, tf, si, sf, actor, channel, family)
        if shows > 0.0:
            shows = shows * plain / open_air
            if family != si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_FOREMOST]:
                shows = shows * tf[K_BLEND]
            for axis in range(AXES):
                sf[cue + axis] = sf[cue + axis] + shows * meant(channel, family, axis)


@step_code
def score_channel(ti: Ints, tf: Floats, sf: Floats, channel: int, plain: float, strange: float) -> None:
    """What one channel's cue says for each feeling under each rule of display."""
    cue = ti[SF_SCORE] + SCORE_CUE
    rules = ti[SF_SCORE] + SCORE_RULES
    variance = spread(tf[K_CUE_NOISE], tf[K_MANNER], strange, plain, tf[K_CUE_MEMORY] / tf[K_TAU_CUE])
    smile = 0.0
    for family in range(FAMILIES):
        overlap = 0.0
        size = 0.0
        for axis in range(AXES):
            m = meant(channel, family, axis)
            overlap = overlap + m * sf[cue + axis]
            size = size + m * m
        at = rules + family * RULES
        worn = 0.0
        for rule in range(RULES - 1):
            worn = score(overlap, size, expected(channel, rule, plain), variance)
            sf[at + rule] = sf[at + rule] + worn
            if family == JOY and rule == 0:
                smile = worn
        if channel <= 1:
            worn = smile
        sf[at + RULES - 1] = sf[at + RULES - 1] + worn
    if channel <= 1:
        at = rules + NEUTRAL * RULES + RULES - 1
        sf[at] = sf[at] + smile


@step_code
def believe(ti: Ints, tf: Floats, sf: Floats, glance: int, kept: float, weight: float) -> None:
    """The belief after a look: what was gathered fades, what was found is added."""
    row = ti[SF_GLANCE] + glance * SF_GLANCE_SIZE
    priors = ti[TF_GLANCE] + glance * TF_GLANCE_SIZE + GLANCE_PRIOR
    top = -1.0e300
    for feeling in range(FEELINGS):
        at = row + GLANCE_LOGL + feeling
        sf[at] = gathered(sf[at], tf[priors + feeling], sf[row + GLANCE_FOUND + feeling], kept, weight)
        top = larger(top, sf[at])
    total = 0.0
    for feeling in range(FEELINGS):
        sf[row + GLANCE_BELIEF + feeling] = exp(sf[row + GLANCE_LOGL + feeling] - top)
        total = total + sf[row + GLANCE_BELIEF + feeling]
    for feeling in range(FEELINGS):
        sf[row + GLANCE_BELIEF + feeling] = sf[row + GLANCE_BELIEF + feeling] / total


@step_code
def felt_of(ti: Ints, tf: Floats, sf: Floats, person: int, family: int) -> float:
    """How strongly a person feels something of this family, in [0, 1]: the strongest of its emotions."""
    most = 0.0
    for emotion in range(ti[N_EMOTION]):
        most = larger(most, felt(ti, sf, person, emotion) * tf[ti[TF_EMOTION] + emotion * TF_EMOTION_SIZE + EMOTION_LOOKS + family])
    return most


@step_code
def settle_on(ti: Ints, tf: Floats, si: Ints, sf: Floats, glance: int, reader: int, actor: int) -> None:
    """A feeling that has been read for some time is written down, once for each: rightly read, or mistaken."""
    row = ti[SF_GLANCE] + glance * SF_GLANCE_SIZE
    ints = ti[SI_GLANCE] + glance * SI_GLANCE_SIZE
    leads = -1
    for family in range(FAMILIES):
        if sf[row + GLANCE_BELIEF + family] >= tf[K_READ_SETTLED]:
            leads = family
    t = sf[ti[SF_RUN] + RUN_T]
    if leads != si[ints + GLANCE_LEADS]:
        si[ints + GLANCE_LEADS] = leads
        sf[row + GLANCE_SINCE] = t
    if leads < 0 or si[ints + GLANCE_TOLD] & bit_of(leads) != 0 or t - sf[row + GLANCE_SINCE] < tf[K_READ_FOR]:
        return
    strength = felt_of(ti, tf, sf, actor, leads)
    if strength >= LIVELY or strength < FAINT:
        si[ints + GLANCE_TOLD] = si[ints + GLANCE_TOLD] | bit_of(leads)
        kind = BEFALLS_READS if strength >= LIVELY else BEFALLS_MISREADS
        befall(ti, si, sf, kind, reader, actor, leads, bit_of(reader), sf[row + GLANCE_BELIEF + leads])


@step_code
def weigh_care(ti: Ints, tf: Floats, si: Ints, sf: Floats, glance: int, reader: int, actor: int) -> None:
    """What a look says of how much the other loves one, where one wonders: tenderness shown, more to be looked for the nearer he is."""
    read = ti[ti[TI_GLANCE] + glance * TI_GLANCE_SIZE + GLANCE_READ]
    if read < 0 or tf[K_DISPLAY_WEIGHT] <= 0.0:
        return
    row = ti[TI_READ] + read * TI_READ_SIZE
    found = ti[SF_GLANCE] + glance * SF_GLANCE_SIZE + GLANCE_FOUND
    other = over_others(sf, tf, found, ti[TF_GLANCE] + glance * TF_GLANCE_SIZE + GLANCE_PRIOR)
    top, tender, behind = tenderness(sf[found + TENDERNESS], other)
    nearness = tf[K_TENDER_SHARE] / (1.0 + gap(ti, sf, reader, actor) / tf[K_PRESENCE])
    level = -1.0
    told = 0.0
    for cell in range(ti[row + READ_CELLS], ti[row + READ_CELLS_END]):
        care = tf[ti[TF_CELL] + cell * TF_CELL_SIZE + CELL_CARE]
        if care != level:
            level = care
            told = care_likelihood(top, tender, behind, level, nearness, tf[K_DISPLAY_WEIGHT])
        at = ti[SF_CELL] + cell * SF_CELL_SIZE + CELL_LOGL
        sf[at] = sf[at] + told
    conclude(ti, tf, si, sf, read)


@step_code
def over_others(sf: Floats, tf: Floats, found: int, priors: int) -> float:
    """Log-likelihood of anything but tenderness, by how often each is to be looked for."""
    top = -1.0e300
    for feeling in range(FEELINGS):
        if feeling != TENDERNESS:
            top = larger(top, sf[found + feeling])
    total = 0.0
    weights = 0.0
    for feeling in range(FEELINGS):
        if feeling != TENDERNESS:
            w = exp(tf[priors + feeling])
            total = total + w * exp(sf[found + feeling] - top)
            weights = weights + w
    return top + log(total / weights)
