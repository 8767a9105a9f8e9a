"""What was there of itself and what brought it about: how others are there to somebody, and what keeps up his feelings by that."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from falter.explain.keeping import keeper, menace
from falter.kernel.conditions import presence_known
from falter.model.words import EMOTIONS
from falter.numeric.mode import Floats, Ints
from falter.tables import columns as at
from falter.tables.tables import Tables

Cause = tuple[str, int]
"""("act", index of the event), ("incident", its index), ("reading", row of what is wondered), or what was there of itself."""
ITSELF: Final[Cause] = ("itself", -1)
BEGINNING: Final = 3.0
"""s: who has been noticed by then was there as the scene began, and nothing brought it about."""


class Standing:
    """Follows how others are there to some people: since when, and by what."""

    def __init__(self, tables: Tables, people: Collection[int]) -> None:
        self.tables = tables
        self.people = tuple(people)
        self.came: dict[tuple[int, int], Cause] = {}
        """What last changed how the second is there to the first: he came in, was noticed, died."""
        self._there: dict[tuple[int, int], tuple[int, int]] = {}

    def watch(self, si: Ints, sf: Floats, stirring: dict[int, list[Cause]]) -> None:
        """The state after a step, and what stirred anybody in it."""
        ti = self.tables.packed.ti
        n, t = ti[at.N_PERSON], sf[ti[at.SF_RUN] + at.RUN_T]
        for person in self.people:
            for other in range(n):
                pair = ti[at.SI_PAIR] + (person * n + other) * at.SI_PAIR_SIZE
                there = (si[pair + at.PAIR_NOTICED], presence_known(ti, si, person, other))
                if there != self._there.get((person, other)):
                    self._there[person, other] = there
                    causes = stirring.get(person, [])
                    if t >= BEGINNING and causes:
                        self.came[person, other] = causes[0]

    def keeper(self, si: Ints, sf: Floats, person: int, emotion: int) -> Cause:
        """What keeps a feeling up now; ITSELF for a mood, and for those who were there from the beginning."""
        ti = self.tables.packed.ti
        base = sf[ti[at.SF_FEELING] + (person * len(EMOTIONS) + emotion) * at.SF_FEELING_SIZE + at.FEELING_BASE]
        found = keeper(self.tables, si, sf, person, emotion, base)
        if found is None:
            return ITSELF
        return ("reading", found.row) if found.kind == "threat" else self.came.get((person, found.whom), ITSELF)

    def menace(self, si: Ints, sf: Floats, person: int) -> Cause:
        """What he takes somebody to mean that is the greatest danger to him."""
        wonder = menace(self.tables, si, sf, person)
        return ("reading", wonder) if wonder >= 0 else ITSELF
