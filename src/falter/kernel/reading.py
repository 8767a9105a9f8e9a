"""People read one another's faces, voices and bearing: once every taking of stock, along the pairs that matter (docs/mind/reading.md)."""

from __future__ import annotations

from falter.kernel.conditions import felt, gap, open_channel, presence
from falter.kernel.crowds import voice_reach
from falter.kernel.discerning import TENDERNESS, believe, over_others, score_channel, score_feelings
from falter.kernel.incidents import befall, bit_of
from falter.kernel.infer import conclude
from falter.kernel.links import carried
from falter.mind.reading import (
    AXES,
    CHANNELS,
    FAMILIES,
    RULES,
    care_likelihood,
    manner_left,
    meant,
    reach,
    strangeness,
    tenderness,
    to_the_fore,
)
from falter.numeric.arithmetic import exp, larger
from falter.numeric.draws import exponential, normal, uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

CUES = 18
LIVELY = 0.3
"""How strong a feeling must be for one who sees it to be right."""
FAINT = 0.12
"""How weak for one who sees it to be wrong."""


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
    for cell in range(LANES * RULES):
        sf[scores + SCORE_RULES + cell] = 0.0
    strange = strangeness(tf[K_FAMILIAR], familiarity(ti, sf, reader, actor))
    for channel in range(CHANNELS):
        plain = plainness(ti, tf, si, sf, reader, actor, channel)
        if plain > 0.0:
            sense(ti, tf, tu, si, sf, glance, actor, channel, plain, strange, now)
            score_channel(ti, tf, sf, channel, plain, strange)
    score_feelings(ti, sf, glance)


@step_code
def sense(
    ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, glance: int, actor: int, channel: int, plain: float, strange: float, now: int
) -> None:
    """The cue of one channel."""
    cue = ti[SF_SCORE] + SCORE_CUE
    first = channel * AXES
    row = ti[SF_DISPLAY] + (actor * CHANNELS + channel) * SF_DISPLAY_SIZE + DISPLAY_SHOWN
    open_air = open_channel(ti, tf, si, actor, channel)
    for axis in range(AXES):
        manner = manner_left(tf[K_MANNER], strange, sf[ti[SF_PERSON] + actor * SF_PERSON_SIZE + PERSON_MANNER + first + axis])
        noise = tf[K_CUE_NOISE] * normal(now, tu[ti[TU_GLANCE] + glance * TU_GLANCE_SIZE + GLANCE_CUE + first + axis])
        sf[cue + axis] = plain * manner + noise
    for family in range(FAMILIES):
        shows = sf[row + family] * open_air
        if shows > 0.0:
            shows = shows * plain / open_air
            if family != si[ti[SI_PERSON] + actor * SI_PERSON_SIZE + PERSON_FOREMOST]:
                shows = shows * tf[K_BLEND]
            for axis in range(AXES):
                sf[cue + axis] = sf[cue + axis] + shows * meant(channel, family, axis)


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
    other = over_others(ti, sf, tf, found, ti[TF_GLANCE] + glance * TF_GLANCE_SIZE + GLANCE_EXPECTED)
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
