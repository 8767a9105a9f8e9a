"""What one person perceives, feels and believes, read out of a trace. Nothing else of the trace can be reached through it."""

from __future__ import annotations

from falter.kernel import conditions
from falter.model.words import MOTIVES
from falter.performance.event import Event
from falter.performance.judging import Judging
from falter.performance.view import Attended, Body
from falter.tables import columns as at


class MindView(Judging):
    """A person's own view of a performance; see `performance.view.View` for what each answer means."""

    def felt(self, step: int, emotion: str) -> float:
        """Own feeling, in [0, 1]."""
        return float(conditions.felt(self._ti, self._trace.sf(step), self._me, self._tables.names.emotions[emotion]))

    def body(self, step: int) -> Body:
        """Own heart and breath a minute, and shaking hands."""
        return Body(*(self._float(step, column) for column in (at.PERSON_HEART, at.PERSON_BREATH, at.PERSON_TREMOR)))

    def attended(self, step: int) -> Attended:
        """The motive in mind."""
        row = self._int(step, at.PERSON_ATTENDED)
        if row < 0:
            return Attended("", None)
        table = self._ti[at.TI_MOTIVE] + row * at.TI_MOTIVE_SIZE
        kind = tuple(MOTIVES)[self._ti[table + at.MOTIVE_KIND]]
        for column, names in ((at.MOTIVE_MOVE, self._tables.names.moves), (at.MOTIVE_OBJECT, self._tables.names.people)):
            if self._ti[table + column] >= 0:
                return Attended(kind, names[self._ti[table + column]].id)
        return Attended(kind, None)

    def conflict(self, step: int) -> float:
        """C of the leading act."""
        return self._float(step, at.PERSON_CONFLICT)

    def leading(self, step: int) -> tuple[str | None, float]:
        """The move nearest its threshold, and how near."""
        act = self._int(step, at.PERSON_LEADING)
        if act < 0:
            return None, 0.0
        move = self._ti[self._ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_MOVE]
        return self._tables.names.moves[move].id, min(1.0, max(0.0, self._float(step, at.PERSON_NEAREST)))

    def odds(self, step: int, wonder: int) -> float:
        """Own belief about one of the person's wonders."""
        asked = self._record.wonders[wonder]
        if asked.about == "fact" and asked.fact in self._tables.names.facts:
            row = conditions.belief_of(self._ti, self._me, self._me, self._tables.names.facts[asked.fact])
            return float(self._trace.sf(step)[self._ti[at.SF_BELIEF] + row * at.SF_BELIEF_SIZE + at.BELIEF_ODDS])
        first = self._ti[at.TI_PERSON] + self._me * at.TI_PERSON_SIZE
        for row in range(self._ti[first + at.PERSON_WONDERS], self._ti[first + at.PERSON_WONDERS_END]):
            if self._ti[self._ti[at.TI_WONDER] + row * at.TI_WONDER_SIZE + at.WONDER_ORDER] == wonder:
                return float(self._trace.sf(step)[self._ti[at.SF_WONDER] + row * at.SF_WONDER_SIZE + at.WONDER_NOW])
        return asked.strength

    def pace(self, step: int) -> float:
        """Felt seconds in a second."""
        return self._float(step, at.PERSON_PACE)

    def felt_time(self, step: int) -> float:
        """Time as it was felt to go by, in s."""
        return self._float(step, at.PERSON_FELT_TIME)

    def owes(self, step: int) -> float | None:
        """s for which an answer has been owed."""
        if self._int(step, at.PERSON_CREDITOR) < 0:
            return None
        return max(0.0, step * self.dt - self._float(step, at.PERSON_OWED))

    def owed(self, step: int) -> float | None:
        """s of waiting for an answer."""
        if self._int(step, at.PERSON_DEBTOR) < 0:
            return None
        return max(0.0, step * self.dt - self._float(step, at.PERSON_ASKED))

    def episode(self, step: int, memory: str) -> Event | None:
        """The act that a memory is of."""
        first = self._ti[at.TI_PERSON] + self._me * at.TI_PERSON_SIZE
        for row in range(self._ti[first + at.PERSON_MEMORIES], self._ti[first + at.PERSON_MEMORIES_END]):
            if self._tables.labels["memory"][row].label == memory:
                index = self._trace.si(step)[self._ti[at.SI_MEMORY] + row * at.SI_MEMORY_SIZE + at.MEMORY_EVENT]
                when = self._trace.events[index].t if index >= 0 else -1.0
                return next((event for event in self.events if event.t == when and event.who == self._trace.events[index].who), None)
        return None
