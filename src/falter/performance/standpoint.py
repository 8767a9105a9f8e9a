"""Where one person stands in a performance: the acts and incidents he knows of, who is there, how far, and what shows on them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Final

from falter.kernel import conditions
from falter.mind.noticing import visibility
from falter.model.scene import Scene
from falter.model.words import FAMILIES
from falter.performance.event import Event, Incident
from falter.tables import columns as at

if TYPE_CHECKING:
    from falter.performance.trace import Trace

HERE: Final = 0
GONE: Final = 2
DEAD: Final = 3
TO_BE_HEARD_OR_SEEN: Final = frozenset({"happens", "later", "arrives", "slips", "undertone", "falters"})
"""Incidents of another whose amount is out in the open; of any else, how much it is stays with the one it befell."""
HAIR: Final = 1e-9


class Standpoint:
    """What lies around a person, as far as it is perceived."""

    def __init__(self, trace: Trace, person: str) -> None:
        tables = trace.tables
        self.scene: Scene = trace.scene
        self.person = person
        self.seed = trace.seed
        self.steps = trace.steps
        self.dt = trace.dt
        self._trace = trace
        self._tables = tables
        self._me = tables.names.person[person]
        self._ti = tables.packed.ti
        self._tf = tables.packed.tf
        self._record = tables.names.people[self._me]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The acts perceived, in order; of others' acts what only the doer knows is blank, and what was cut off was not heard.

        That an answer came late is known to him who gave it and to him who waited.
        """
        known: list[Event] = []
        last = 0.0
        for event in self._trace.events:
            if self.person in event.heard_by:
                seen = replace(event, index=len(known), author=0.0, heard_by=self._heard_by(event))
                mine = event.who == self.person
                late = event.late and event.to == self.person
                known.append(seen if mine else replace(seen, waited=event.t - last, cause="", late=late, serves=True))
                last = event.t
        return tuple(known)

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """What befell this person, or others to this one's knowledge, in order of time; who else knows of it is blank.

        Nobody knows that he misread another: to him it is what he read. That both know is the least of two minds, of which one is his.
        """
        known = [incident for incident in self._trace.incidents if self.person in incident.known_to]
        acts = [event.index for event in self._trace.events if self.person in event.heard_by]
        return tuple(
            replace(self._as_known(index, incident), cause=acts.index(incident.cause) if incident.cause in acts else None)
            for index, incident in enumerate(known)
        )

    def _as_known(self, index: int, incident: Incident) -> Incident:
        own = incident.who == self.person and incident.kind != "both know"
        amount = incident.amount if own or incident.kind in TO_BE_HEARD_OR_SEEN else 0.0
        kind = "reads" if incident.kind == "misreads" else incident.kind
        return replace(incident, index=index, known_to=(), kind=kind, amount=amount)

    def _heard_by(self, event: Event) -> tuple[str, ...]:
        """Of an own act: oneself, and whom one knew to be there. Of another's: not known."""
        if event.who != self.person:
            return ()
        step = min(max(0, ceil(event.t / self.dt - HAIR)), self.steps - 1)
        return tuple(other for other in event.heard_by if other == self.person or self.noticed(step, other))

    def _float(self, step: int, column: int) -> float:
        return float(self._trace.sf(step)[self._ti[at.SF_PERSON] + self._me * at.SF_PERSON_SIZE + column])

    def _int(self, step: int, column: int) -> int:
        return int(self._trace.si(step)[self._ti[at.SI_PERSON] + self._me * at.SI_PERSON_SIZE + column])

    def here(self, step: int) -> bool:
        """In the scene and alive."""
        return self._int(step, at.PERSON_PRESENCE) == HERE

    def noticed(self, step: int, other: str) -> bool:
        """Does the person know that the other is there?"""
        row = self._tables.names.person[other]
        pair = self._me * len(self._tables.names.people) + row
        return bool(self._trace.si(step)[self._ti[at.SI_PAIR] + pair * at.SI_PAIR_SIZE + at.PAIR_NOTICED])

    def distance(self, step: int, other: str) -> float | None:
        """m to someone noticed who has not left."""
        if not self.noticed(step, other) or self._known(step, other) not in (HERE, DEAD):
            return None
        return float(conditions.gap(self._ti, self._trace.sf(step), self._me, self._tables.names.person[other]))

    def shown(self, step: int, other: str, emotion: str) -> float:
        """How much of an emotion can be seen on the other: what shows, by how well one sees at this distance and light."""
        distance = self.distance(step, other)
        if distance is None or self._known(step, other) == DEAD:
            return 0.0
        si, sf, names = self._trace.si(step), self._trace.sf(step), self._tables.names
        dark = sf[self._ti[at.SF_RUN] + at.RUN_DARKNESS]
        seen = visibility(distance, dark, self._tf[at.K_SIGHT], self._tf[at.K_DIM])
        return float(seen * conditions.most_shown(self._ti, self._tf, si, sf, names.person[other], names.emotions[emotion]))

    def reads(self, step: int, other: str) -> tuple[str | None, float]:
        """The family of feeling believed most in the other, and how far; (None, 0) where nothing in particular is, or nobody is read."""
        glance = self._glances.get(self._tables.names.person[other])
        if glance is None or self.distance(step, other) is None or self._known(step, other) != HERE:
            return None, 0.0
        first = self._ti[at.SF_GLANCE] + glance * at.SF_GLANCE_SIZE + at.GLANCE_BELIEF
        beliefs = list(self._trace.sf(step)[first : first + len(FAMILIES) + 1])
        top = max(range(len(beliefs)), key=beliefs.__getitem__)
        return (tuple(FAMILIES)[top], beliefs[top]) if top < len(FAMILIES) else (None, 0.0)

    @cached_property
    def _glances(self) -> dict[int, int]:
        """The rows of those whom this person reads."""
        base = self._ti[at.TI_PERSON] + self._me * at.TI_PERSON_SIZE
        rows = range(self._ti[base + at.PERSON_GLANCES], self._ti[base + at.PERSON_GLANCES_END])
        return {self._ti[self._ti[at.TI_GLANCE] + row * at.TI_GLANCE_SIZE + at.GLANCE_ACTOR]: row for row in rows}

    def _known(self, step: int, other: str) -> int:
        """The other's presence as this person knows it."""
        row = self._tables.names.person[other]
        return int(conditions.presence_known(self._ti, self._trace.si(step), self._me, row))

    def gone(self, step: int, other: str) -> bool:
        """Has the other left, and was it perceived?"""
        return self._known(step, other) == GONE

    def dead(self, step: int, other: str) -> bool:
        """Is the other dead, and was it perceived?"""
        return self._known(step, other) == DEAD

    def wearing(self, step: int, other: str, thing: str) -> bool:
        """Is a covering on, as far as one perceived?"""
        cover = self._tables.names.covers.get((other, thing))
        if cover is None or not (other == self.person or self.noticed(step, other)):
            return False
        return bool(self._trace.si(step)[self._ti[at.SI_COVER] + cover * at.SI_COVER_SIZE + at.COVER_ON])
