"""Many people looked at by many readers, compiled: what each shows is set, and what each reader makes of it is counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy
from numpy.typing import NDArray

from falter.kernel.reading import believe, draw_manners, express, take_in
from falter.mind.display import EXPRESSION
from falter.model.words import DISPLAY_CHANNELS
from falter.numeric.arithmetic import exp
from falter.numeric.cache import compiled
from falter.numeric.draws import now_word, uniform
from falter.numeric.mode import Floats, Ints, Words, step_code
from falter.pipeline import compile_scene, read_scene
from falter.tables import columns as at
from falter.tables.columns import (
    DISPLAY_SHOWN,
    GLANCE_BELIEF,
    GLANCE_LOGL,
    GLANCE_PRIOR,
    K_CUE_MEMORY,
    K_READ_EVERY,
    K_TAU_CUE,
    SF_DISPLAY,
    SF_DISPLAY_SIZE,
    SF_GLANCE,
    TF_GLANCE,
)

FEELINGS = 7
LEAST = 0.15
"""The weakest of the intensities shown; they run evenly up to 1."""
READER, ACTOR = "ANNA", "BEN"

_I, _F, _U = "int64[::1]", "float64[::1]", "uint64[::1]"


@step_code
def look_often(
    ti: Ints, tf: Floats, tu: Words, si: Ints, sf: Floats, draws: Words, actor: int, looks: int, count: int, tender: int, seed: int,
    answers: Ints,
) -> None:  # fmt: skip
    """`count` readings of each of seven displays, each of a new person, by `looks` looks; answers[shown, read] counts them."""
    kept = exp(-tf[K_READ_EVERY] / tf[K_CUE_MEMORY])
    row = ti[SF_GLANCE]
    priors = ti[TF_GLANCE] + GLANCE_PRIOR
    for run in range(count * FEELINGS):
        shows = run // count
        now = now_word(seed, run, 0, 0)
        draw_manners(ti, tf, tu, sf, now)
        strength = LEAST + (1.0 - LEAST) * uniform(now, draws[0])
        for channel in range(6):
            for family in range(6):
                cell = ti[SF_DISPLAY] + (actor * 6 + channel) * SF_DISPLAY_SIZE + DISPLAY_SHOWN + family
                sf[cell] = strength * EXPRESSION[channel] if family == shows else 0.0
        express(ti, tu, si, sf, actor, now, 1.0)
        for feeling in range(FEELINGS):
            sf[row + GLANCE_LOGL + feeling] = tf[priors + feeling]
            sf[row + GLANCE_BELIEF + feeling] = exp(tf[priors + feeling])
        for look in range(looks):
            take_in(ti, tf, tu, si, sf, 0, 1 - actor, actor, now_word(seed, run, 1 + look, 0))
            believe(ti, tf, sf, 0, kept, tf[K_READ_EVERY] / tf[K_TAU_CUE])
        answers[shows * FEELINGS + answer(ti, sf, row, uniform(now, draws[1]), tender)] += 1


@step_code
def answer(ti: Ints, sf: Floats, row: int, draw: float, tender: int) -> int:
    """The feeling believed most; of several alike, one by chance. Without `tender`, tenderness is no answer that may be given."""
    top = 0.0
    alike = 0
    for feeling in range(FEELINGS):
        belief = sf[row + GLANCE_BELIEF + feeling]
        if feeling != 4 or tender == 1:
            if belief > top + 1.0e-12:
                top = belief
                alike = 1
            elif belief >= top - 1.0e-12:
                alike = alike + 1
    pick = int(draw * float(alike))
    for feeling in range(FEELINGS):
        belief = sf[row + GLANCE_BELIEF + feeling]
        if (feeling != 4 or tender == 1) and belief >= top - 1.0e-12:
            if pick == 0:
                return feeling
            pick = pick - 1
    return 6


SIGNATURE = f"void({_I},{_F},{_U},{_I},{_F},{_U},int64,int64,int64,int64,uint64,{_I})"


@cache
def scene_with(covered: tuple[str, ...], familiar: float, distance: float, dark: float, constants: tuple[tuple[str, float], ...]) -> Any:
    """Two people, one of whom reads the other; the channels named are covered wholly."""
    wears = f"  wears veil over {', '.join(f'{channel} 1' for channel in covered)}\n" if covered else ""
    knows = f"  familiar with {ACTOR}: {familiar:g}\n" if familiar else "  wonders how BEN loves ANNA: .5\n"
    reading = read_scene(
        "falter 1\nscene Faces\n"
        + "".join(f"set {name} {value:g}\n" for name, value in constants)
        + f"place a room, dark: {dark:g}\n  mark here\n  mark there, {distance:g} m from here\n"
        + f'{READER} "the reader", she\n  at here\n{knows}'
        + f'{ACTOR} "the other", he\n  at there\n{wears}'
        + 'ANNA may go "goes" leaves\ncloses at 1 min\n',
        "faces.falter",
    )
    assert reading.scene is not None
    return compile_scene(reading.scene, reading.places)


def readings(
    count: int,
    *,
    bare: Sequence[str] = tuple(DISPLAY_CHANNELS),
    familiar: float = 0.0,
    distance: float = 1.0,
    dark: float = 0.0,
    looks: int = 3,
    tender: bool = True,
    seed: int = 1,
    constants: tuple[tuple[str, float], ...] = (),
) -> NDArray[numpy.int64]:
    """How often each of seven displays (rows, the last neutral) was read as each (columns): `count` new people a display, who speak all
    the while; `bare` are the channels that are not covered."""
    covered = tuple(channel for channel in DISPLAY_CHANNELS if channel not in bare)
    tables = scene_with(covered, familiar, distance, dark, constants)
    ti, tf, tu, si, sf = (numpy.array(block) for block in tables.packed[:5])
    reader, actor = tables.names.person[READER], tables.names.person[ACTOR]
    assert reader == 1 - actor
    sf[ti[at.SF_PERSON] + actor * at.SF_PERSON_SIZE + at.PERSON_FREE] = 1e9
    draws = numpy.array([tables.names.addresses.give("test", purpose) for purpose in ("strength", "pick")], numpy.uint64)
    answers = numpy.zeros(FEELINGS * FEELINGS, numpy.int64)
    compiled(look_often, SIGNATURE)(ti, tf, tu, si, sf, draws, actor, looks, count, int(tender), seed, answers)
    return answers.reshape(FEELINGS, FEELINGS)


def accuracy(answers: NDArray[numpy.int64], rows: Sequence[int] = tuple(range(FEELINGS))) -> float:
    """Share read right, the mean over the displays shown."""
    return float(numpy.mean([answers[row, row] / answers[row].sum() for row in rows]))
