"""What keeps a feeling up where nothing stirs it: a tie to one who is by, grief for one who is dead, what another may mean.

A feeling rises for some seconds towards the greatest of these (docs/mind/appraisal.md). Which it is, the engine's own functions say of a
state in which each stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from falter.kernel.feelings import endangered, feared, kept_up_by_ties
from falter.model.words import TIES
from falter.numeric.mode import Floats, Ints
from falter.tables import columns as at
from falter.tables.rows import floats_of
from falter.tables.tables import Tables

KEPT_BY_TIES: Final = {at.FEELS_LOVE: 0, at.FEELS_HURT: 1, at.FEELS_FEAR: 2, at.FEELS_DISTRESS: 3, at.FEELS_HATE: 4}
"""Of each feeling that ties keep up, its place in what the engine says of them."""
HAIR: Final = 1e-9
"""Strength by which what one of several keeps up alone may be off what all do, by rounding."""
NEAR: Final = 1e-3
"""By which a mood must keep a feeling higher than others do, who may have changed since that was worked out in a step."""
FAINT: Final = 0.02
"""What keeps a feeling up no higher than this, keeps it up no longer."""


class Keeper(NamedTuple):
    """What keeps a feeling up."""

    kind: str
    """`tie`, `grief` or `threat`."""
    whom: int
    """The row of the one who is by, is dead, or may mean it."""
    row: int = -1
    """Of a threat, the row of what is wondered."""


def keeper(tables: Tables, si: Ints, sf: Floats, person: int, emotion: int, base: float) -> Keeper | None:
    """What keeps a feeling of a person up at `base`; None for what is his own, or nobody's."""
    if emotion not in KEPT_BY_TIES:
        return None
    kept, ti = _kept(tables, si, sf, person, emotion), tables.packed.ti
    mood = ti[at.TF_FEELING] + (person * ti[at.N_EMOTION] + emotion) * at.TF_FEELING_SIZE + at.FEELING_MOOD
    if kept <= HAIR or (tables.packed.tf[mood] > 0.0 and kept < base - NEAR):
        return None
    alone = _alone(sf, _candidates(tables, person, emotion), lambda state: _kept(tables, si, state, person, emotion))
    return next(one for one, left in alone if left >= kept - HAIR)


def lasts(tables: Tables, si: Ints, sf: Floats, person: int, emotion: int, keeper: Keeper) -> bool:
    """Would this alone keep the feeling up? What a feeling was kept up by lingers after that."""
    alone = _alone(sf, _candidates(tables, person, emotion), lambda state: _kept(tables, si, state, person, emotion))
    return dict(alone)[keeper] > FAINT


def menace(tables: Tables, si: Ints, sf: Floats, person: int) -> int:
    """The row of what a person wonders that is the greatest danger to him, however far; −1 where there is none."""
    ti, tf = tables.packed.ti, tables.packed.tf
    danger = endangered(ti, tf, si, sf, person)
    alone = _alone(sf, _threats(tables, person), lambda state: endangered(ti, tf, si, state, person))
    return next(one.row for one, left in alone if left >= danger - HAIR) if danger > HAIR else -1


def _alone(sf: Floats, cells: Mapping[Keeper, range], measure: Callable[[Floats], float]) -> Iterator[tuple[Keeper, float]]:
    """Each of what stands in these cells of a state, and what is measured where the others are 0."""
    state = floats_of(sf.tobytes())
    for own in cells.values():
        state[own.start : own.stop] = _noughts(own)
    for one, own in cells.items():
        state[own.start : own.stop] = sf[own.start : own.stop]
        yield one, measure(state)
        state[own.start : own.stop] = _noughts(own)


def _noughts(cells: range) -> Floats:
    return floats_of(bytes(8 * len(cells)))


def _kept(tables: Tables, si: Ints, sf: Floats, person: int, emotion: int) -> float:
    """What ties and threats keep up of a feeling."""
    ti, tf = tables.packed.ti, tables.packed.tf
    by_ties = kept_up_by_ties(ti, tf, si, sf, person)[KEPT_BY_TIES[emotion]]
    return max(by_ties, feared(ti, tf, si, sf, person)) if emotion == at.FEELS_FEAR else by_ties


def _candidates(tables: Tables, person: int, emotion: int) -> dict[Keeper, range]:
    """What might keep a feeling up, each with the cells of the state that it stands in."""
    ti = tables.packed.ti
    n, kind = ti[at.N_PERSON], "grief" if emotion == at.FEELS_DISTRESS else "tie"
    rows = ((other, ti[at.SF_PAIR] + (person * n + other) * at.SF_PAIR_SIZE + at.PAIR_LOVES) for other in range(n))
    found = {Keeper(kind, other): range(row, row + len(TIES)) for other, row in rows}
    return found | _threats(tables, person) if emotion == at.FEELS_FEAR else found


def _threats(tables: Tables, person: int) -> dict[Keeper, range]:
    """The same of what another may mean to do."""
    ti = tables.packed.ti
    base = ti[at.TI_PERSON] + person * at.TI_PERSON_SIZE
    found = {}
    for wonder in range(ti[base + at.PERSON_WONDERS], ti[base + at.PERSON_WONDERS_END]):
        whom = ti[ti[at.TI_WONDER] + wonder * at.TI_WONDER_SIZE + at.WONDER_ACTOR]
        cell = ti[at.SF_WONDER] + wonder * at.SF_WONDER_SIZE + at.WONDER_NOW
        found[Keeper("threat", whom, wonder)] = range(cell, cell + 1)
    return found
