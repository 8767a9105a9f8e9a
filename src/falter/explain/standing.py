"""What keeps a feeling up where nothing stirred it just now: somebody's being there, dead or away, or what one takes him to mean.

A feeling rises for some seconds towards what the situation keeps up (docs/mind/appraisal.md). Who or what that is, is found by
working it out again, by the engine's own functions, as if that one were not there.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection
from typing import Final, cast

from falter.kernel.conditions import presence_known
from falter.kernel.feelings import endangered, feared, kept_up_by_ties
from falter.model.words import EMOTIONS
from falter.numeric.mode import Floats, Ints
from falter.tables import columns as at
from falter.tables.tables import Tables

Cause = tuple[str, int]
"""("act", index of the event), ("incident", its index), ("reading", row of what is wondered), or what was there of itself."""
ITSELF: Final[Cause] = ("itself", -1)
BEGINNING: Final = 3.0
"""s: who has been noticed by then was there as the scene began, and nothing brought it about."""
KEPT: Final = tuple(list(EMOTIONS).index(emotion) for emotion in ("love", "hurt", "fear", "distress", "hate"))
"""Feelings that others keep up, in the order in which `kept_up_by_ties` gives them."""
FEAR: Final = list(EMOTIONS).index("fear")
GONE: Final = 2
LEAST: Final = 1e-6


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
        if emotion not in KEPT:
            return ITSELF
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        base = sf[ti[at.SF_FEELING] + (person * len(EMOTIONS) + emotion) * at.SF_FEELING_SIZE + at.FEELING_BASE]
        if emotion == FEAR and base > 0.0 and feared(ti, tf, si, sf, person) >= base - LEAST:
            return self.menace(si, sf, person)
        which = KEPT.index(emotion)
        if kept_up_by_ties(ti, tf, si, sf, person)[which] < base - LEAST:
            return ITSELF
        for other in range(ti[at.N_PERSON]):
            if other != person and kept_up_by_ties(ti, tf, self._without(si, person, other), sf, person)[which] < base - LEAST:
                return self.came.get((person, other), ITSELF)
        return ITSELF

    def menace(self, si: Ints, sf: Floats, person: int) -> Cause:
        """What he takes somebody to mean who is the greatest danger to him."""
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        whole = endangered(ti, tf, si, sf, person)
        base = ti[at.TI_PERSON] + person * at.TI_PERSON_SIZE
        for wonder in range(ti[base + at.PERSON_WONDERS], ti[base + at.PERSON_WONDERS_END]):
            row = ti[at.TI_WONDER] + wonder * at.TI_WONDER_SIZE
            actor = ti[row + at.WONDER_ACTOR]
            if ti[row + at.WONDER_THREAT] == 1 and endangered(ti, tf, self._without(si, person, actor), sf, person) < whole - LEAST:
                return ("reading", wonder)
        return ITSELF

    def _without(self, si: Ints, person: int, other: int) -> Ints:
        """The state as if the other were not there to that person."""
        ti = self.tables.packed.ti
        copied = array("q")
        copied.frombytes(si.cast("B"))  # at once, not cell by cell
        pair = ti[at.SI_PAIR] + (person * ti[at.N_PERSON] + other) * at.SI_PAIR_SIZE
        copied[pair + at.PAIR_NOTICED] = 0
        copied[pair + at.PAIR_KNOWN] = GONE
        copied[ti[at.SI_PERSON] + other * at.SI_PERSON_SIZE + at.PERSON_PRESENCE] = GONE
        return cast("Ints", memoryview(copied))
