"""The step: the one function that moves a performance on, for one scene or a hundred thousand (docs/mind.md, «The order of a step»).

It reads the state at t and leaves it at t + dt. Interventions (what if, play, rare endings) are rows of a table that it
looks through; a trace is rows of the state that the driver copies. Neither adds a draw or an operation.
"""

from __future__ import annotations

from falter.kernel.acts import begin_act
from falter.kernel.aftermath import fill_up
from falter.kernel.closing import close_if_due
from falter.kernel.contagion import catch_moods
from falter.kernel.coping import ease_off
from falter.kernel.effects import drawn_first, land_due
from falter.kernel.feelings import notice_others
from falter.kernel.infer import take_stock
from falter.kernel.interventions import apply_before, apply_to_race
from falter.kernel.leaking import slip
from falter.kernel.memory import remember
from falter.kernel.probing import settle_probes
from falter.kernel.race import attend, race
from falter.kernel.reading import draw_manners, look_around
from falter.kernel.reconsider import reconsider
from falter.kernel.settling import settle
from falter.kernel.showing import show
from falter.kernel.speaking import utter
from falter.kernel.telling import keep_silent
from falter.kernel.things import look_about
from falter.kernel.ties import take_news
from falter.kernel.world import turn_world
from falter.mind.attention import switch_chance
from falter.numeric.draws import now_word
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def step(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, ii: Ints, iF: Floats, seed: int, run: int, luck: int, index: int) -> None:
    """One step of `dt` s, the `index`-th: refresh, land, attend, race, act, close."""
    sf[ti[SF_RUN] + RUN_T] = float(index) * tf[K_DT]
    now = now_word(seed, run, index, luck)
    apply_before(ti, si, sf, ii, iF, index)
    slow_round(ti, tf, tu, si, sf, now, index)
    turn_world(ti, tf, tu, si, sf, now, index)
    land_due(ti, tf, tu, si, sf, now)
    settle_probes(ti, tf, tu, si, sf, now)
    for person in range(ti[N_PERSON]):
        mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
        if si[mine + PERSON_PRESENCE] == 0:
            if si[mine + PERSON_STALE] == 1:
                reconsider(ti, tf, si, sf, person)
                show(ti, tf, si, sf, person)
            attend(ti, tf, tu, si, sf, person, now)
            race(ti, tf, tu, si, sf, person, now)
    apply_to_race(ti, si, sf, ii, index)
    begin_chosen(ti, tf, tu, si, sf, now)
    close_if_due(ti, tf, si, sf, index)


@step_code
def slow_round(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, now: int, index: int) -> None:
    """What is done once a refresh, and once a taking of stock."""
    every = ti[ti[TI_RUN] + RUN_EVERY]
    t = sf[ti[SF_RUN] + RUN_T]
    if index == 0:
        draw_manners(ti, tf, tu, sf, now)
    if index % ti[ti[TI_RUN] + RUN_READ_EVERY] == 0:
        look_around(ti, tf, tu, si, sf, now, float(ti[ti[TI_RUN] + RUN_READ_EVERY]) * tf[K_DT])
        for read in range(ti[N_READ]):
            take_stock(ti, tf, si, sf, read, -1, t)
        take_news(ti, tf, si, sf)
    if index % every == 0:
        sf[ti[SF_RUN] + RUN_SWITCH] = switch_chance(tf[K_DT], tf[K_TAU_ATTENTION])
        for person in range(ti[N_PERSON]):
            mine = ti[SI_PERSON] + person * SI_PERSON_SIZE
            if si[mine + PERSON_PRESENCE] == 0:
                settle(ti, tf, si, sf, person)
                catch_moods(ti, tf, si, sf, person, float(every) * tf[K_DT])
                keep_silent(ti, tf, si, sf, person)
                look_about(ti, tf, si, sf, person)
                fill_up(ti, tf, sf, person)
                ease_off(ti, tf, sf, person)
                notice_others(ti, tf, tu, si, sf, person, now, float(every) * tf[K_DT])
                slip(ti, tf, tu, si, sf, person, now, float(every) * tf[K_DT])
                remember(ti, tf, tu, si, sf, person, now, float(every) * tf[K_DT])
                si[mine + PERSON_STALE] = 1


@step_code
def begin_chosen(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, now: int) -> None:
    """Begin the acts chosen in this step, the earlier crossing first; of two at once the keyed draw decides."""
    start = sf[ti[SF_RUN] + RUN_T]
    for _ in range(ti[N_PERSON]):
        first = -1
        for person in range(ti[N_PERSON]):
            if si[ti[SI_PERSON] + person * SI_PERSON_SIZE + PERSON_CHOSEN] >= 0:
                if first < 0 or earlier(ti, tu, sf, person, first, now):
                    first = person
        if first < 0:
            return
        mine = ti[SI_PERSON] + first * SI_PERSON_SIZE
        a = si[mine + PERSON_CHOSEN]
        si[mine + PERSON_CHOSEN] = -1
        begin_act(ti, tf, si, sf, a, start + tf[K_DT] * sf[ti[SF_PERSON] + first * SF_PERSON_SIZE + PERSON_CHOSEN_AT])
        utter(ti, tf, tu, si, sf, a, now)


@step_code
def earlier(ti: Ints, tu: Words, sf: Floats, one: int, other: int, now: int) -> bool:
    """Did the one choose before the other?"""
    a = sf[ti[SF_PERSON] + one * SF_PERSON_SIZE + PERSON_CHOSEN_AT]
    b = sf[ti[SF_PERSON] + other * SF_PERSON_SIZE + PERSON_CHOSEN_AT]
    if a != b:
        return a < b
    return drawn_first(ti, tu, one, other, now)
