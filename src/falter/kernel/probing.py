"""A probe takes effect: what is felt is known, and perhaps the probe is too (docs/mind/probing.md)."""

from __future__ import annotations

from falter.kernel.appraise import add_feeling, bond
from falter.kernel.conditions import gap, presence
from falter.kernel.discerning import TENDERNESS, believe
from falter.kernel.feelings import become_aware
from falter.kernel.incidents import befall, bit_of
from falter.kernel.infer import conclude
from falter.kernel.reading import felt_of
from falter.mind.probing import care_misfit, certainty, found, noticed_chance
from falter.mind.reading import FAMILIES, NEUTRAL
from falter.numeric.draws import normal, uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.tables.columns import *  # noqa: F403

CALM = 0.25
"""What counts for one who feels nothing in particular: less than any feeling that could be called one."""


@step_code
def reach_into(ti: Ints, si: Ints, doer: int, about: int) -> None:
    """An act that probes has taken effect: what it finds is worked out at the end of the step's landings."""
    base = ti[TI_PERSON] + doer * TI_PERSON_SIZE
    for glance in range(ti[base + PERSON_GLANCES], ti[base + PERSON_GLANCES_END]):
        if ti[ti[TI_GLANCE] + glance * TI_GLANCE_SIZE + GLANCE_ACTOR] == about:
            si[ti[SI_GLANCE] + glance * SI_GLANCE_SIZE + GLANCE_PROBING] = 1


@step_code
def settle_probes(ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, now: int) -> None:
    """Every probe that took effect in this step finds what it finds, and is noticed or not."""
    for glance in range(ti[N_GLANCE]):
        ints = ti[SI_GLANCE] + glance * SI_GLANCE_SIZE
        if si[ints + GLANCE_PROBING] == 1:
            si[ints + GLANCE_PROBING] = 0
            row = ti[TI_GLANCE] + glance * TI_GLANCE_SIZE
            reader = ti[row + GLANCE_READER]
            actor = ti[row + GLANCE_ACTOR]
            strength = tf[ti[TF_PERSON] + reader * TF_PERSON_SIZE + PERSON_PROBES]
            if strength > 0.0 and presence(ti, si, actor) == 0:
                find_out(ti, tf, tu, si, sf, glance, reader, actor, strength, now)
                draw = uniform(now, tu[ti[TU_GLANCE] + glance * TU_GLANCE_SIZE + GLANCE_PROBE + FAMILIES])
                if draw < noticed_chance(tf[K_PROBE_NOTICED], strength):
                    feel_probed(ti, tf, si, sf, actor, reader)


@step_code
def find_out(
    ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, glance: int, reader: int, actor: int, strength: float, now: int
) -> None:
    """What the other feels, family by family, becomes what is believed of him, and tells on his love where one wonders about it."""
    row = ti[SF_GLANCE] + glance * SF_GLANCE_SIZE
    draws = ti[TU_GLANCE] + glance * TU_GLANCE_SIZE + GLANCE_PROBE
    tender = 0.0
    for family in range(FAMILIES):
        felt_now = found(felt_of(ti, tf, sf, actor, family), tf[K_PROBE_NOISE], strength, normal(now, tu[draws + family]))
        sf[row + GLANCE_FOUND + family] = certainty(felt_now, tf[K_PROBE_SHARP])
        if family == TENDERNESS:
            tender = felt_now
    sf[row + GLANCE_FOUND + NEUTRAL] = certainty(CALM, tf[K_PROBE_SHARP])
    believe(ti, tf, sf, glance, 0.0, 1.0)
    read = ti[ti[TI_GLANCE] + glance * TI_GLANCE_SIZE + GLANCE_READ]
    if read >= 0:
        nearness = 1.0 / (1.0 + gap(ti, sf, reader, actor) / tf[K_PRESENCE])
        cells = ti[TI_READ] + read * TI_READ_SIZE
        for cell in range(ti[cells + READ_CELLS], ti[cells + READ_CELLS_END]):
            level = tf[ti[TF_CELL] + cell * TF_CELL_SIZE + CELL_CARE]
            at = ti[SF_CELL] + cell * SF_CELL_SIZE + CELL_LOGL
            sf[at] = sf[at] + care_misfit(tender, level, nearness, 2.0 * tf[K_PROBE_NOISE])
        conclude(ti, tf, si, sf, read)


@step_code
def feel_probed(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, prober: int) -> None:
    """The one probed notices: he knows who is there, and takes it for an intrusion: reproach, fear, and hurt from one he loves."""
    befall(ti, si, sf, BEFALLS_PROBE_NOTICED, person, prober, -1, bit_of(person) | bit_of(prober), 0.0)
    become_aware(ti, si, sf, person, prober)
    amount = tf[K_INTRUSION] * tf[K_APPRAISAL]
    add_feeling(ti, sf, person, FEELS_REPROACH, amount)
    add_feeling(ti, sf, person, FEELS_FEAR, amount)
    tie = bond(ti, tf, person, prober)
    if tie > 0.0:
        add_feeling(ti, sf, person, FEELS_HURT, amount * tie)
