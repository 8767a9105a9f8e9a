"""What one person perceives, feels and believes, read out of a trace. Nothing else of the trace can be reached through it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Final

from falter.kernel import conditions, links
from falter.mind.noticing import visibility
from falter.model.scene import Scene
from falter.model.words import CONDITIONS, FAMILIES, MOTIVES
from falter.performance.event import Event, Incident
from falter.performance.view import Attended, Body
from falter.tables import columns as at

if TYPE_CHECKING:
    from falter.performance.trace import Trace

HERE: Final = 0
GONE: Final = 2
DEAD: Final = 3
PRESENCES: Final = {"here": HERE, "gone": GONE, "dead": DEAD}
SECRET: Final = frozenset(
    {"noticed", "suspects", "believes", "doubts", "suspected by", "believed by", "feels", "rises", "torn", "attends"}
    | {"recalls", "knows", "sees", "thinks", "heart races", "frozen"}
)
"""Condition words about what is inside someone: of another they are never known, but for whether he has noticed oneself."""
UNSEEN: Final = frozenset({"answered", "alone"})
"""Condition words about another's dealings with third people."""
TO_BE_HEARD_OR_SEEN: Final = frozenset({"happens", "later", "arrives", "slips", "undertone", "falters"})
"""Incidents of another whose amount is out in the open; of any else, how much it is stays with the one it befell."""
HAIR: Final = 1e-9
OPS: Final = tuple(CONDITIONS)


class MindView:
    """A person's own view of a performance; see `performance.view.View` for what each answer means."""

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
        self._judged_at = -1
        self._judged: dict[tuple[float, ...], bool] = {}

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
                known.append(seen if mine else replace(seen, waited=event.t - last, cause="", late=late))
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

    def _shows(self, step: int, other: str, emotion: int, atom: int) -> bool:
        """Is an emotion seen in the other: by what this person makes of him where he reads him, else by what shows."""
        if self._column(atom, at.ATOM_B) >= 0 and self._column(atom, at.ATOM_KNOWER) == self._me:
            return self._so(step, atom)
        return self.shown(step, other, tuple(self._tables.names.emotions)[emotion]) >= conditions.SHOWN

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

    def episode(self, step: int, memory: str) -> Event | None:
        """The act that a memory is of."""
        first = self._ti[at.TI_PERSON] + self._me * at.TI_PERSON_SIZE
        for row in range(self._ti[first + at.PERSON_MEMORIES], self._ti[first + at.PERSON_MEMORIES_END]):
            if self._tables.labels["memory"][row].label == memory:
                index = self._trace.si(step)[self._ti[at.SI_MEMORY] + row * at.SI_MEMORY_SIZE + at.MEMORY_EVENT]
                when = self._trace.events[index].t if index >= 0 else -1.0
                return next((event for event in self.events if event.t == when and event.who == self._trace.events[index].who), None)
        return None

    def holds(self, step: int, words: int) -> bool:
        """Does the condition of one of the person's words hold?"""
        return self._clauses_hold(step, *self._tables.narrated[self.person, words])

    def detail_holds(self, step: int, detail: int) -> bool:
        """Does the condition of a detail hold?"""
        return self._clauses_hold(step, *self._tables.narrated["", detail])

    def _clauses_hold(self, step: int, first: int, end: int) -> bool:
        """Does any of the clauses hold? Plain loops: the teller asks this tens of thousands of times."""
        if first == end:
            return True
        if step != self._judged_at:
            self._judged_at, self._judged = step, {}
        judged = self._judged
        for clause in range(first, end):
            for atom, asked in self._atoms[clause]:
                if asked not in judged:
                    judged[asked] = self._judge(step, atom)
                if not judged[asked]:
                    break
            else:
                return True
        return False

    @cached_property
    def _atoms(self) -> list[list[tuple[int, tuple[float, ...]]]]:
        """For each clause its atoms, each with what it asks."""
        ti, alike = self._ti, self._alike
        starts = range(ti[at.TI_CLAUSE], ti[at.TI_CLAUSE] + ti[at.N_CLAUSE] * at.TI_CLAUSE_SIZE, at.TI_CLAUSE_SIZE)
        return [[(atom, alike[atom]) for atom in range(ti[row + at.CLAUSE_ATOMS], ti[row + at.CLAUSE_ATOMS_END])] for row in starts]

    @cached_property
    def _alike(self) -> list[tuple[float, ...]]:
        """For each atom, its cells: lines that ask the same are judged once a step."""
        ti, tf = self._ti, self._tf
        starts = range(ti[at.TI_ATOM], ti[at.TI_ATOM] + ti[at.N_ATOM] * at.TI_ATOM_SIZE, at.TI_ATOM_SIZE)
        amounts = range(ti[at.TF_ATOM], ti[at.TF_ATOM] + ti[at.N_ATOM] * at.TF_ATOM_SIZE, at.TF_ATOM_SIZE)
        return [(*ti[row : row + at.TI_ATOM_SIZE], tf[amount]) for row, amount in zip(starts, amounts, strict=True)]

    def _judge(self, step: int, atom: int) -> bool:
        """The atom, if it is about what this person can know; what cannot be known does not hold, negated or not."""
        negated, subject = bool(self._column(atom, at.ATOM_NEGATED)), self._column(atom, at.ATOM_SUBJECT)
        word, argument = OPS[self._column(atom, at.ATOM_OP)], self._column(atom, at.ATOM_A)
        amount = self._tf[self._ti[at.TF_ATOM] + atom * at.TF_ATOM_SIZE + at.ATOM_AMOUNT]
        if word in ("done", "since"):
            own = self._column(atom, at.ATOM_KNOWER) == self._me
            return (self._so(step, atom) if own else self._done_since(step, argument, amount)) != negated
        if word == "lull":
            return self._lull(step, amount) != negated
        if subject < 0 or subject == self._me:
            return self._knows_where(step, word, argument) and self._of_oneself(step, word, argument, atom) != negated
        return self._of_other(step, self._tables.names.people[subject].id, word, argument, atom, negated)

    def _done_since(self, step: int, move: int, amount: float) -> bool:
        """Was the move seen or heard to be done, the last time at least `amount` s ago?"""
        if move < 0:
            return False
        now, id_ = step * self.dt, self._tables.names.moves[move].id
        landed = [event.lands for event in self.events if event.move == id_ and not event.cut and event.lands <= now]
        landed += [incident.t for incident in self.incidents if incident.kind == "happens" and incident.what == id_ and incident.t <= now]
        return bool(landed) and now - ceil(max(landed) / self.dt - HAIR) * self.dt >= amount - HAIR

    def _lull(self, step: int, amount: float) -> bool:
        """Has nothing that was perceived been done for so long?"""
        now = step * self.dt
        last = [event.t for event in self.events if event.t < now + self.dt]
        last += [incident.t for incident in self.incidents if incident.kind in ("happens", "arrives") and incident.t < now + self.dt]
        return now - max(last, default=0.0) >= amount

    def _knows_where(self, step: int, word: str, other: int) -> bool:
        """How far someone is, and whether he has noticed one, is known of those whom one has noticed."""
        return word not in ("near", "within", "noticed by") or other < 0 or self.noticed(step, self._tables.names.people[other].id)

    def _of_oneself(self, step: int, word: str, argument: int, atom: int) -> bool:
        if word == "alone":
            others = [person.id for person in self._tables.names.people if person.id != self.person]
            return not any(self.noticed(step, other) and self._known(step, other) == HERE for other in others)
        lost = word in ("near", "within") and argument >= 0 and not self._is_somewhere(step, argument)
        if lost or (word == "sees" and not self._can_tell(step, argument, atom)):
            return False
        return self._so(step, atom)

    def _column(self, atom: int, column: int) -> int:
        return self._ti[self._ti[at.TI_ATOM] + atom * at.TI_ATOM_SIZE + column]

    def _so(self, step: int, atom: int) -> bool:
        return bool(conditions.atom_holds(self._ti, self._tf, self._trace.si(step), self._trace.sf(step), atom, -1))

    def _is_somewhere(self, step: int, row: int) -> bool:
        """Is someone in the place, alive or dead, as far as this person knows?"""
        return row == self._me or self.distance(step, self._tables.names.people[row].id) is not None

    def _thought_in_hand(self, step: int, thing: int) -> int:
        """The row of the person who has a thing in hand, as this person thinks; -1 for nobody."""
        cell = self._ti[at.SI_WHEREABOUTS] + conditions.thought_of(self._ti, self._me, self._me, thing) * at.SI_WHEREABOUTS_SIZE
        return int(self._trace.si(step)[cell + at.WHEREABOUTS_BY])

    def _can_tell(self, step: int, thing: int, atom: int) -> bool:
        """A thing that is thought to be in someone's hands is near when he is: so he must be known to be somewhere."""
        if thing < 0 or self._column(atom, at.ATOM_C) == 0:
            return True
        return (by := self._thought_in_hand(step, thing)) < 0 or self._is_somewhere(step, by)

    def _bodily(self, step: int, other: str, word: str) -> bool:
        """Are another's breath or hands seen to betray him: open to view, and near and light enough?"""
        distance = self.distance(step, other)
        if distance is None or self._known(step, other) == DEAD:
            return False
        row, si, sf = self._tables.names.person[other], self._trace.si(step), self._trace.sf(step)
        channel, column, rest, much = (
            (at.ON_BREATH, at.PERSON_BREATH, self._tf[at.K_BREATH_REST], conditions.SHORT)
            if word == "breath short"
            else (at.ON_HANDS, at.PERSON_TREMOR, 0.0, conditions.SHAKING)
        )
        seen = visibility(distance, sf[self._ti[at.SF_RUN] + at.RUN_DARKNESS], self._tf[at.K_SIGHT], self._tf[at.K_DIM])
        open_ = conditions.open_channel(self._ti, self._tf, si, row, channel)
        excess = sf[self._ti[at.SF_PERSON] + row * at.SF_PERSON_SIZE + column] - rest
        return seen >= self._tf[at.K_LEGIBLE] and excess * open_ >= much - rest

    def _of_other(self, step: int, other: str, word: str, argument: int, atom: int, negated: bool) -> bool:
        """An atom about another: by what shows, by what lies between the two, by the place; never by what is inside him."""
        if not self.noticed(step, other):
            return False
        if word == "shows":
            return self._shows(step, other, argument, atom) != negated
        row = self._tables.names.person[other]
        if word == "asked":
            by = self._column(atom, at.ATOM_B)
            return (by in (-1, self._me) and conditions.owes(self._ti, self._trace.si(step), row, argument, self._me)) != negated
        if word == "slips":
            return self._column(atom, at.ATOM_KNOWER) == self._me and self._so(step, atom) != negated
        if word == "ignored":
            late = step * self.dt - self._float(step, at.PERSON_OWED) > self._tf[at.K_ANSWER_DUE]
            return (self._int(step, at.PERSON_CREDITOR) == row and late) != negated
        if word in ("breath short", "hands shake"):
            return self._bodily(step, other, word) != negated
        if word in UNSEEN or (word in SECRET and not (word == "noticed" and argument == self._me)):
            return False
        si, sf = self._trace.si(step), self._trace.sf(step)
        if word == "on" and not links.could_know_on(self._ti, self._tf, si, sf, self._me, row, argument):
            return False
        if word in PRESENCES:
            return (self._known(step, other) == PRESENCES[word]) != negated
        if word == "holds":
            return (argument >= 0 and self._thought_in_hand(step, argument) == row) != negated
        if word in ("near", "within", "noticed by") and argument not in (-1, self._me) and not self._knows_where(step, word, argument):
            return False
        here = word not in ("at", "near", "within") or self._is_somewhere(step, row)
        if not here or (word in ("near", "within") and argument >= 0 and not self._is_somewhere(step, argument)):
            return negated
        return self._so(step, atom) != negated
