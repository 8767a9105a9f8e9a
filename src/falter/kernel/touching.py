"""A touch: it calms by what the other means to one, and draws one nearer; or it alarms."""

from __future__ import annotations

from falter.kernel.appraise import add_feeling, bring_to_mind
from falter.kernel.conditions import gap, presence
from falter.kernel.incidents import befall_by, bit_of
from falter.kernel.ties import move_tie
from falter.mind.touch import eased, welcome
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403

ARM = 1.5
"""m: how far a hand reaches."""


@step_code
def touch(ti: Ints, tf: Floats, si: Ints, sf: Floats, doer: int, person: int, event: int) -> None:
    """The person is touched."""
    if tf[K_TOUCH] <= 0.0 or person < 0 or person == doer or presence(ti, si, person) != 0 or gap(ti, sf, doer, person) > ARM:
        return
    tie = ti[SF_PAIR] + (person * ti[N_PERSON] + doer) * SF_PAIR_SIZE
    welcomed = welcome(sf[tie + PAIR_LOVES], sf[tie + PAIR_TRUSTS], sf[tie + PAIR_HATES], sf[tie + PAIR_FEARS])
    befall_by(ti, si, sf, BEFALLS_TOUCHED, person, doer, -1, bit_of(person) + bit_of(doer), welcomed, event)
    if welcomed < 0.0:
        add_feeling(ti, sf, person, FEELS_FEAR, -0.5 * tf[K_TOUCH] * welcomed)
        add_feeling(ti, sf, person, FEELS_ANGER, -0.5 * tf[K_TOUCH] * welcomed)
        return
    ease(ti, tf, sf, person, FEELS_FEAR, welcomed)
    ease(ti, tf, sf, person, FEELS_ANGER, welcomed)
    ease(ti, tf, sf, person, FEELS_DISTRESS, 0.5 * welcomed)
    ease(ti, tf, sf, person, FEELS_HURT, 0.5 * welcomed)
    add_feeling(ti, sf, person, FEELS_LOVE, 0.5 * tf[K_TOUCH] * welcomed)
    move_tie(ti, tf, si, sf, person, doer, TIE_IS_LOVES, tf[K_TOUCH] * welcomed, event)
    move_tie(ti, tf, si, sf, person, doer, TIE_IS_TRUSTS, tf[K_TOUCH] * welcomed, event)
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    for m in range(ti[base + PERSON_MOTIVES], ti[base + PERSON_MOTIVES_END]):
        table = ti[TI_MOTIVE] + m * TI_MOTIVE_SIZE
        if ti[table + MOTIVE_KIND] == MOTIVE_IS_CHERISH and ti[table + MOTIVE_OBJECT] == doer:
            bring_to_mind(ti, sf, person, m, 2.0 * tf[K_TOUCH] * welcomed)


@step_code
def ease(ti: Ints, tf: Floats, sf: Floats, person: int, emotion: int, welcomed: float) -> None:
    """Some of a feeling goes."""
    row = ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE + FEELING_FELT
    sf[row] = eased(sf[row], welcomed, tf[K_TOUCH])
