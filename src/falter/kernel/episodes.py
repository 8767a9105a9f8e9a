"""New memories: what an act stirs enough in somebody is laid down, with the feelings that rose most (docs/mind/memory.md)."""

from __future__ import annotations

from falter.kernel.conditions import felt
from falter.kernel.memory import laid_down, use_once, wake
from falter.numeric.mode import Floats, Ints, step_code
from falter.tables.columns import *  # noqa: F403


@step_code
def note_prior(ti: Ints, sf: Floats, person: int) -> None:
    """What is felt before an act takes effect, so that it can be said what the act stirred."""
    for emotion in range(ti[N_EMOTION]):
        row = ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE
        sf[row + FEELING_PRIOR] = sf[row + FEELING_FELT]


@step_code
def take_in(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, doer: int, a: int, aim: int, wording: int, event: int) -> None:
    """What an act perceived does to memory: it wakes what goes with it, and may itself be remembered."""
    wake(ti, si, sf, person, doer, a, aim, means_touch(ti, wording))
    if ti[ti[TI_ACT] + a * TI_ACT_SIZE + ACT_INNER] == 0:
        learn(ti, tf, si, sf, person, doer, aim, event)


@step_code
def means_touch(ti: Ints, wording: int) -> bool:
    """Is one of the wording's meanings a touch, a blow among them?"""
    table = ti[TI_WORDING] + wording * TI_WORDING_SIZE
    for meaning in range(ti[table + WORDING_MEANINGS], ti[table + WORDING_MEANINGS_END]):
        word = ti[ti[TI_MEANING] + meaning * TI_MEANING_SIZE + MEANING_WORD]
        if word == MEANS_TOUCHES or word == MEANS_HARMS:
            return True
    return False


@step_code
def learn(ti: Ints, tf: Floats, si: Ints, sf: Floats, person: int, doer: int, aim: int, event: int) -> None:
    """What stirred a person enough is laid down with the feelings that rose most, in the place that is free or has been taken longest."""
    if tf[K_RECALL_RATE] <= 0.0:
        return
    risen = 0.0
    first = -1
    second = -1
    most = 0.0
    next_most = 0.0
    for emotion in range(ti[N_EMOTION]):
        row = ti[SF_FEELING] + (person * ti[N_EMOTION] + emotion) * SF_FEELING_SIZE
        rise = sf[row + FEELING_FELT] - sf[row + FEELING_PRIOR]
        if rise > 0.0:
            risen = risen + rise
            if rise > most:
                second = first
                next_most = most
                first = emotion
                most = rise
            elif rise > next_most:
                second = emotion
                next_most = rise
    if risen < tf[K_EPISODE_LEAST]:
        return
    place = free_place(ti, si, sf, person)
    if place < 0:
        return
    state = ti[SI_MEMORY] + place * SI_MEMORY_SIZE
    row = ti[SF_MEMORY] + place * SF_MEMORY_SIZE
    t = sf[ti[SF_RUN] + RUN_T]
    si[state + MEMORY_WITH] = aim if person == doer else doer
    si[state + MEMORY_EVENT] = event
    si[state + MEMORY_COUNT] = 0
    si[state + MEMORY_TRIES] = 0
    si[state + MEMORY_KEPT] = 0
    sf[row + MEMORY_OLDER] = 0.0
    sf[row + MEMORY_BORN] = t
    sf[row + MEMORY_LATEST] = -1e18
    sf[row + MEMORY_SHUT] = 0.0
    use_once(ti, si, sf, place, t)
    echo = ti[ti[TI_MEMORY] + place * TI_MEMORY_SIZE + MEMORY_ECHOES]
    carry(ti, si, sf, person, echo, first)
    carry(ti, si, sf, person, echo + 1, second)


@step_code
def carry(ti: Ints, si: Ints, sf: Floats, person: int, echo: int, emotion: int) -> None:
    """A new memory carries a feeling, as strong as it is now."""
    si[ti[SI_ECHO] + echo * SI_ECHO_SIZE + ECHO_FEELING] = emotion
    sf[ti[SF_ECHO] + echo * SF_ECHO_SIZE + ECHO_STRENGTH] = felt(ti, sf, person, emotion) if emotion >= 0 else 0.0


@step_code
def free_place(ti: Ints, si: Ints, sf: Floats, person: int) -> int:
    """A place for a new memory: one that is free, else the one taken longest; -1 for one who has none."""
    base = ti[TI_PERSON] + person * TI_PERSON_SIZE
    best = -1
    for memory in range(ti[base + PERSON_MEMORIES], ti[base + PERSON_MEMORIES_END]):
        if ti[ti[TI_MEMORY] + memory * TI_MEMORY_SIZE + MEMORY_EPISODE] == 1:
            if not laid_down(ti, si, memory):
                return memory
            born = sf[ti[SF_MEMORY] + memory * SF_MEMORY_SIZE + MEMORY_BORN]
            if best < 0 or born < sf[ti[SF_MEMORY] + best * SF_MEMORY_SIZE + MEMORY_BORN]:
                best = memory
    return best
