"""What an act that took effect makes each one feel who perceived it."""

from __future__ import annotations

from falter.kernel.mood import tilted
from falter.mind.appraisal import OTHER, SELF, appraised, confirmation, hurt, news
from falter.mind.feeling import combine
from falter.numeric.arithmetic import clamp, smaller
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

OCC = 22
"""Emotions of Ortony, Clore & Collins: all but hurt."""
MOST_CUED = 3.0
"""What cues may add to a motive's share of attention, at most."""
PRAISE = 0.5
"""What pride, shame, admiration and reproach are of the feelings at what one has to gain or lose: ours."""


@step_code
def add_feeling(ti: Ints, sf: Floats, person: int, emotion: int, amount: float) -> None:
    """Add to an emotion, within [0, 1]; in one who is left cold, nothing rises."""
    if amount > 0.0 and sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_COLD] > 0.0:
        return
    row = ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE
    sf[row + FEELING_FELT] = combine(sf[row + FEELING_FELT], amount)


@step_code
def bring_to_mind(ti: Ints, sf: Floats, person: int, m: int, amount: float) -> None:
    """Draw attention to a motive, up to a bound; of one who is left cold, nothing does."""
    if sf[ti[SF_PERSON] + person * SF_PERSON_SIZE + PERSON_COLD] > 0.0:
        return
    row = ti[SF_MOTIVE] + m * SF_MOTIVE_SIZE + MOTIVE_CUE
    sf[row] = smaller(sf[row] + amount, MOST_CUED)


@step_code
def raise_feeling(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int, amount: float) -> None:
    """What an event makes one feel, tilted by the mood one is in."""
    add_feeling(ti, sf, person, emotion, amount * tilted(ti, tf, sf, person, emotion))


@step_code
def feel_news(
    ti: Ints, tf: Floats, sf: Floats, person: int, d: float, before: float, after: float,
    own: bool, tie: float, agent: int, norm: float, attraction: float, scale: float,
) -> None:  # fmt: skip
    """What a piece of news makes one feel, all of it: confirmations go by how far it was hoped or feared."""
    row = ti[SF_FEELING] + person * ti[N_EMOTION] * SF_FEELING_SIZE + FEELING_FELT
    awaited = sf[row + (FEELS_HOPE if d > 0.0 else FEELS_FEAR) * SF_FEELING_SIZE]
    found = appraised(d, before, after, awaited, own, tie, agent, norm, attraction)
    for emotion in range(OCC):
        amount = found[emotion]
        if amount > 0.0:
            if FEELS_PRIDE <= emotion and emotion <= FEELS_REPROACH:
                amount = amount * PRAISE
            raise_feeling(ti, tf, sf, person, emotion, amount * scale)


@step_code
def appraise(ti: Ints, tf: Floats, sf: Floats, person: int, doer: int, wording: int, aim: int) -> None:
    """Go through the meanings of what was done as this person sees them, then the tone it was said in."""
    table = ti[TI_WORDING] + wording * TI_WORDING_SIZE
    for meaning in range(ti[table + WORDING_MEANINGS], ti[table + WORDING_MEANINGS_END]):
        row = ti[TI_MEANING] + meaning * TI_MEANING_SIZE
        about = ti[row + MEANING_PERSON]
        if about == -2:
            about = aim
        word = ti[TF_WORD] + ti[row + MEANING_WORD] * TF_WORD_SIZE
        good = 0.0 if about == doer or about < 0 else tf[word + WORD_GOOD]
        judge(ti, tf, sf, person, doer, about, good, tf[word + WORD_LIKELY], tf[word + WORD_WORTHY])
    warmth = tf[ti[TF_WORDING] + wording * TF_WORDING_SIZE + WORDING_WARMTH]
    if ti[ti[TI_ACT] + ti[table + WORDING_ACT] * TI_ACT_SIZE + ACT_SPOKEN] == 1:
        warmth = clamp(warmth + sf[ti[SF_PERSON] + doer * SF_PERSON_SIZE + PERSON_UNDERTONE], -1.0, 1.0)
    if person == aim and person != doer and warmth != 0.0:
        judge(ti, tf, sf, person, doer, aim, warmth, 1.0, 0.0)


@step_code
def judge(ti: Ints, tf: Floats, sf: Floats, person: int, doer: int, about: int, good: float, likely: float, worthy: float) -> None:
    """One thing that was done, of which some good or ill for someone is likely to come, as this person sees it."""
    own = person == about
    agent = SELF if person == doer else OTHER
    tie = 0.0 if own else bond(ti, sf, person, about)
    attraction = 0.0
    if own and agent == OTHER:
        drawn = bond(ti, sf, person, doer)
        if drawn * good > 0.0:
            attraction = drawn * abs(good)
        elif drawn > 0.0:
            raise_feeling(ti, tf, sf, person, FEELS_HURT, hurt(good * tf[K_APPRAISAL], drawn))
    if good == 0.0 and worthy == 0.0:
        return
    feel_news(ti, tf, sf, person, good, 0.0, likely, own, tie, agent, worthy, attraction, tf[K_APPRAISAL])


@step_code
def bond(ti: Ints, sf: Floats, person: int, other: int) -> float:
    """How one wishes the other well (ill), in [-1, 1]: loves − hates."""
    if other < 0:
        return 0.0
    row = ti[SF_PAIR] + (person * ti[N_PERSON] + other) * SF_PAIR_SIZE
    return sf[row + PAIR_LOVES] - sf[row + PAIR_HATES]


@step_code
def relieve(ti: Ints, sf: Floats, person: int) -> None:
    """What was feared did not come about: the fear turns to relief."""
    row = ti[SF_FEELING] + (person * ti[N_EMOTION] + FEELS_FEAR) * SF_FEELING_SIZE + FEELING_FELT
    add_feeling(ti, sf, person, FEELS_RELIEF, confirmation(news(-1.0, sf[row], 0.0), 0.0, 1.0))
    sf[row] = combine(sf[row], -0.5)
