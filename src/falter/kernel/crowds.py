"""Groups: how many eyes someone has, how many there are to be seen, and how far the voice carries (docs/mind/crowds.md)."""

from __future__ import annotations

from falter.mind.crowd import carrying, heads
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def eyes(ti: Ints, tf: Floats, person: int) -> float:
    """How many pairs of eyes look out, or are there to be noticed, where this person is."""
    return heads(tf[ti[TF_PERSON] + person * TF_PERSON_SIZE + PERSON_COUNT], tf[K_CROWD_EYES])


@step_code
def voice_reach(ti: Ints, tf: Floats, person: int) -> float:
    """How far this person's voice is heard, in m."""
    return carrying(tf[K_EARSHOT], heads(tf[ti[TF_PERSON] + person * TF_PERSON_SIZE + PERSON_COUNT], tf[K_CROWD_VOICE]))


@step_code
def all_of_them(ti: Ints, tf: Floats, person: int, chance: float) -> float:
    """The chance that something is so of every one of them, each for himself: `chance^n`."""
    together = chance
    if tf[K_CROWD_EYES] > 0.0:
        for _ in range(int(tf[ti[TF_PERSON] + person * TF_PERSON_SIZE + PERSON_COUNT]) - 1):
            together = together * chance
    return together
