"""Who is in a scene and what there is in it: what the checks look names up in."""

from __future__ import annotations

from functools import cached_property
from math import hypot

from falter.model.moves import Move
from falter.model.people import Person
from falter.model.scene import Scene
from falter.scene.checks.marks import Spot, located
from falter.scene.checks.walk import ASKER, Made, made, means


class Cast:
    """A scene's people, moves, marks and coverings, by id."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.people: dict[str, Person] = {person.id: person for person in reversed(scene.people)}
        self.made = list(made(scene))

    @cached_property
    def ids(self) -> list[str]:
        """The people's ids, in the scene's order."""
        return list(dict.fromkeys(person.id for person in self.scene.people))

    @cached_property
    def moves(self) -> dict[str, list[Made]]:
        """The moves that bear each id: one, if nothing is wrong."""
        found: dict[str, list[Made]] = {}
        for each in self.made:
            found.setdefault(each.move.id, []).append(each)
        return found

    @cached_property
    def turns(self) -> list[str]:
        """The ids of what comes about of itself; conditions and parts may be about it as about a move."""
        return [happening.id for happening in self.scene.happenings] + [later.id for later in self.scene.laters]

    @cached_property
    def marks(self) -> list[str]:
        """The marks' ids."""
        return [mark.id for mark in self.scene.place.marks] if self.scene.place else []

    @cached_property
    def spots(self) -> dict[str, Spot]:
        """Where the marks are."""
        return located(self.scene.place) if self.scene.place else {}

    @cached_property
    def widest(self) -> float:
        """Metres between the two marks furthest apart."""
        spots = list(self.spots.values())
        return max((hypot(a[0] - b[0], a[1] - b[1]) for a in spots for b in spots), default=0.0)

    @cached_property
    def coverings(self) -> dict[str, list[str]]:
        """Who has each covering."""
        found: dict[str, list[str]] = {}
        for person in self.scene.people:
            for covering in person.wears:
                found.setdefault(covering.thing, []).append(person.id)
        return found

    def doers(self, move: Move) -> list[str]:
        """Who may do a move, be they here or not; nobody does it to themselves."""
        named = move.who or tuple(self.ids)
        return [who for who in named if who in self.people and (who != move.target or len(named) == 1)]

    def here(self, who: str) -> bool:
        """Is the person ever in the scene?"""
        person = self.people.get(who)
        return person is not None and (not person.away or person.arrives is not None)

    def targets(self, move: Move) -> list[str]:
        """The people a move may be done to."""
        if move.target == ASKER:
            return list(self.ids)
        return [move.target] if move.target in self.people else []

    def asked(self, who: str) -> list[Made]:
        """The moves by which somebody else asks this person something."""
        return self._asked.get(who, [])

    def asking(self, who: str) -> list[Made]:
        """The moves by which this person asks something."""
        return self._asking.get(who, [])

    def leaving(self, who: str) -> list[Made]:
        """The moves by which this person goes out of the scene."""
        return self._leaving.get(who, [])

    def killing(self, who: str) -> list[Made]:
        """The moves that end this person's life."""
        return [*self._killing.get(who, []), *self._dying.get(who, [])]

    def walks(self, who: str) -> bool:
        """Can the person change place?"""
        return who in self._walkers

    @cached_property
    def _asked(self) -> dict[str, list[Made]]:
        return self._done_to("asks", "asks intent")

    @cached_property
    def _asking(self) -> dict[str, list[Made]]:
        return self._done_by("asks", "asks intent")

    @cached_property
    def _leaving(self) -> dict[str, list[Made]]:
        return self._done_by("leaves")

    @cached_property
    def _killing(self) -> dict[str, list[Made]]:
        return self._done_to("kills")

    @cached_property
    def _dying(self) -> dict[str, list[Made]]:
        return self._done_by("dies")

    @cached_property
    def _walkers(self) -> set[str]:
        return {who for each in self.made if each.move.towards in ("toward", "from") for who in self.doers(each.move)}

    def _done_by(self, *words: str) -> dict[str, list[Made]]:
        """The moves that mean one of the words, by who may do them."""
        found: dict[str, list[Made]] = {}
        for each in self.made:
            if means(each.move, *words):
                for who in self.doers(each.move):
                    found.setdefault(who, []).append(each)
        return found

    def _done_to(self, *words: str) -> dict[str, list[Made]]:
        """The moves that mean one of the words, by whom they may be done to; `asker` may be anyone."""
        found: dict[str, list[Made]] = {}
        for each in self.made:
            doers = self.doers(each.move)
            # what is asked about a fact is asked of the target
            objects = [meant.object if meant.object in (*self.people, ASKER) else None for meant in means(each.move, *words)]
            for object_ in dict.fromkeys(object_ or each.move.target for object_ in objects):
                for who in self.ids if object_ == ASKER else [object_]:
                    if who is not None and any(doer != who for doer in doers):
                        found.setdefault(who, []).append(each)
        return found
