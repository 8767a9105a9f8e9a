"""Ids of a scene as row numbers, and the keys that luck goes by. Rows stand in the order of their addresses, never of the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from falter.model.coping import coping_moves
from falter.model.moves import Move
from falter.model.people import Person
from falter.model.scene import Happening, Later, Scene
from falter.model.words import EMOTION_ALIASES, EMOTIONS
from falter.numeric.addresses import Addresses, address

T = TypeVar("T")


class Names:
    """Row numbers of people, moves, marks, coverings and emotions; keys and addresses of draws."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.addresses = Addresses()
        self.people: list[Person] = sorted(scene.people, key=lambda person: address(self.key_of(person), "person"))
        self.person = {person.id: row for row, person in enumerate(self.people)}
        self.moves: list[Move] = sorted(
            (*scene.all_moves(), *coping_moves(scene), *map(_of_nobody, scene.happenings), *map(_of_nobody, scene.laters)),
            key=lambda move: (address(self.key_of(move), "move"), move.who, move.target or ""),
        )
        self.move: dict[str, int] = {}
        for row, move in enumerate(self.moves):
            self.move.setdefault(move.id, row)
        self.in_parts = frozenset(id(move) for part in scene.parts for move in part.moves)
        self.marks = {mark.id: row for row, mark in enumerate(scene.place.marks)} if scene.place else {}
        self.emotions = {word: index for index, word in enumerate(EMOTIONS)}
        for alias, word in EMOTION_ALIASES.items():
            self.emotions[alias] = self.emotions[word]
        self.things = {id_: row for row, id_ in enumerate(sorted(thing.id for thing in scene.things))}
        self.spots = self.marks | {id_: len(self.marks) + row for row, id_ in enumerate(fixed_things(scene))}
        self.facts = {id_: row for row, id_ in enumerate(sorted(fact.id for fact in scene.facts))}
        self.links = {id_: row for row, id_ in enumerate(sorted(link.id for link in scene.links))}
        self.covers: dict[tuple[str, str], int] = {}
        self.memory: dict[str, int] = {}

    @staticmethod
    def key_of(record: Person | Move) -> str:
        """The id that luck goes by: the one before renamings."""
        return record.once or record.id

    def person_key(self, id: str | None) -> str:
        """The luck's key of a person's id, `-` for none."""
        return self.key_of(self.people[self.person[id]]) if id in self.person else (id or "-")

    def move_key(self, id: str | None) -> str:
        """The luck's key of a move's id, `-` for none."""
        return self.key_of(self.moves[self.move[id]]) if id in self.move else (id or "-")

    def moves_of(self, id: str) -> list[int]:
        """The rows of every move with this id: several people may have one each."""
        return [row for row, move in enumerate(self.moves) if move.id == id]


def outlives(move: Move, names: Names) -> bool:
    """May the move be done on somebody dead? What belongs to a part may, and walking to him, or from him."""
    return move.towards in ("toward", "from") or id(move) in names.in_parts


def fixed_things(scene: Scene) -> list[str]:
    """Ids of the things that stay where they are, on a mark: what other things can be put in, on, under or behind. Sorted."""
    moved = {thing for move in scene.all_moves() for thing in (move.gives, move.grabs, move.puts and move.puts[0])}
    marks = {mark.id for mark in scene.place.marks} if scene.place else set()
    return sorted(thing.id for thing in scene.things if thing.id not in moved and thing.where in marks and thing.preposition != "held by")


def _of_nobody(happening: Happening | Later) -> Move:
    """What happens of itself as a move that nobody may do: so that conditions, parts and closings can be about it."""
    return Move(id=happening.id, who=("",))


def by_address(items: Iterable[T], key: Callable[[T], tuple[str, str, str]]) -> list[T]:
    """Items in the order of the addresses of their keys."""
    return sorted(items, key=lambda item: address(*key(item)))
