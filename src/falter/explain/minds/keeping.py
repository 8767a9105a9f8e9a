"""What keeps a feeling up: the scene's own line, a tie to one who is by, grief for one who is dead, what another may mean."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from typing import Final

from falter.explain.minds.occasions import LINE, Reason
from falter.kernel.feelings import feared, kept_up_by_ties
from falter.numeric.mode import Floats, Ints
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.rows import floats_of

KEPT_BY_TIES: Final = {at.FEELS_LOVE: 0, at.FEELS_HURT: 1, at.FEELS_FEAR: 2, at.FEELS_DISTRESS: 3, at.FEELS_HATE: 4}
"""Of each feeling that ties keep up, its place in what the engine says of them."""
TIES: Final = 8
HAIR: Final = 1e-9
FAINT: Final = 0.02
"""What keeps a feeling up no higher than this, keeps it up no longer."""


def lasts(trace: Trace, step: int, person: int, emotion: int, reason: Reason) -> bool:
    """Would this alone still keep the feeling up at a step? What a feeling was kept up by lingers after that."""
    others = [cell for other, cells in _candidates(trace, person, emotion) if other != reason for cell in cells]
    kept = [cell for one, cells in _candidates(trace, person, emotion) if one == reason for cell in cells]
    floats = _without(trace, step, [cell for cell in others if cell not in kept])
    return _kept(trace, trace.si(step), floats, person, emotion) > FAINT


def keeper(trace: Trace, step: int, person: int, emotion: int, base: float) -> Reason:
    """What keeps a feeling of a person up at `base` at a step: asked of the engine by taking away one thing after the other."""
    kept = _kept(trace, trace.si(step), trace.sf(step), person, emotion)
    if kept <= HAIR or kept < base - 1e-3:
        return LINE
    for reason, cells in _candidates(trace, person, emotion):
        without = _without(trace, step, cells)
        if _kept(trace, trace.si(step), without, person, emotion) < kept - HAIR:
            return reason
    return LINE


def _without(trace: Trace, step: int, cells: Collection[int]) -> Floats:
    """A state's floats, some of them 0."""
    floats = array("d")
    floats.frombytes(trace.sf(step).tobytes())
    for cell in cells:
        floats[cell] = 0.0
    return floats_of(floats.tobytes())


def _kept(trace: Trace, si: Ints, sf: Floats, person: int, emotion: int) -> float:
    """What ties and threats keep up of a feeling."""
    if emotion not in KEPT_BY_TIES:
        return 0.0
    ti, tf = trace.tables.packed.ti, trace.tables.packed.tf
    by_ties = kept_up_by_ties(ti, tf, si, sf, person)[KEPT_BY_TIES[emotion]]
    return max(by_ties, feared(ti, tf, si, sf, person)) if emotion == at.FEELS_FEAR else by_ties


def _candidates(trace: Trace, person: int, emotion: int) -> list[tuple[Reason, list[int]]]:
    """What might keep it up, each with the cells of the state that it stands in."""
    ti = trace.tables.packed.ti
    kind = "grief" if emotion == at.FEELS_DISTRESS else "tie"
    found = []
    for other in range(ti[at.N_PERSON]):
        ties = ti[at.SF_PAIR] + (person * ti[at.N_PERSON] + other) * at.SF_PAIR_SIZE + at.PAIR_LOVES
        found.append((Reason(kind, whom=other), list(range(ties, ties + TIES))))
    if emotion == at.FEELS_FEAR:
        row = ti[at.TI_PERSON] + person * at.TI_PERSON_SIZE
        for wonder in range(ti[row + at.PERSON_WONDERS], ti[row + at.PERSON_WONDERS_END]):
            whom = ti[ti[at.TI_WONDER] + wonder * at.TI_WONDER_SIZE + at.WONDER_ACTOR]
            cell = ti[at.SF_WONDER] + wonder * at.SF_WONDER_SIZE + at.WONDER_NOW
            found.append((Reason("threat", whom=whom, row=wonder), [cell]))
    return found
