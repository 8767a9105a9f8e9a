"""A scene and the casts it uses, as one: people, things and facts of other files beside its own.

Takes a reading and what fetches another by name; knows nothing of files. Every span of the joined scene lies in one text,
the scene's own with the used ones behind it, so that a fault of a used file is told in that file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any, Final

from falter.diagnostics.nearest import offer
from falter.diagnostics.source import Path, Places, Span
from falter.model.people import Person
from falter.model.scene import CAST_FIELDS, Scene
from falter.scene.adding import added, is_bare
from falter.scene.fitting import fitted
from falter.scene.reader import Reading

Fetch = Callable[[str], Reading]
"""The reading of a file by its name, from where the scene that is read stands. Raises OSError."""

_KINDS: Final = ("people", "things", "facts")


def join(reading: Reading, fetch: Fetch) -> Reading:
    """The scene with all that the files it uses say, or without a scene where one of them cannot be used; faults of all of them."""
    if reading.scene is None or not reading.scene.uses:
        return reading
    joining = _Joining(reading, fetch)
    joining.take(reading.scene, reading.places, reading.faults.source.name, 0, (_plain(reading.faults.source.name),))
    return joining.joined(reading)


@dataclass(frozen=True)
class _Found:
    """A record of a used file: where it stood there, and how far that file's text was moved."""

    record: Any
    path: Path
    places: Places
    moved: int

    def place(self, path: Path) -> Span | None:
        """The span of a record beneath this one, in the joined text."""
        span = self.places.get((*self.path, *path))
        return None if span is None else span.moved(self.moved)


@dataclass
class _Joining:
    """What has been taken from used files so far; faults and text are gathered in the first reading's."""

    first: Reading
    fetch: Fetch
    found: dict[str, list[_Found]] = field(default_factory=lambda: {kind: [] for kind in _KINDS})
    done: set[str] = field(default_factory=set)
    whole: bool = True
    """Could each used file be used?"""

    def take(self, scene: Scene, places: Places, name: str, moved: int, chain: tuple[str, ...]) -> None:
        """What the files say that this scene uses; `chain` are the files that led here."""
        for i, used in enumerate(scene.uses):
            span = places.get(("uses", i))
            self._file(_plain(str(PurePath(name).parent / used)), None if span is None else span.moved(moved), chain)

    def _file(self, name: str, at: Span | None, chain: tuple[str, ...]) -> None:
        faults = self.first.faults
        if name in chain:
            self.whole = False
            faults.add("FAL3551", at, circle=" → ".join((*chain[chain.index(name) :], name)))
        if name in chain or name in self.done:
            return
        self.done.add(name)
        try:
            reading = self.fetch(name)
        except OSError as error:
            self.whole = False
            faults.add("FAL3550", at, name=name, reason=(error.strerror or str(error)).lower())
            return
        faults.source = faults.source.followed_by(reading.faults.source)
        moved = faults.source.files[-1][0]
        for fault in (each for each in reading.faults.found if each.code != "FAL1011"):
            faults.found.append(replace(fault, span=at if fault.span is None else fault.span.moved(moved), path=()))
        if reading.scene is None:
            self.whole = False
            return
        self._more_than_a_cast(reading, name, at, moved)
        self.take(reading.scene, reading.places, name, moved, (*chain, name))
        for kind in _KINDS:
            records = enumerate(getattr(reading.scene, kind))
            self.found[kind] += [_Found(record, (kind, i), reading.places, moved) for i, record in records]

    def _more_than_a_cast(self, reading: Reading, name: str, at: Span | None, moved: int) -> None:
        """Fault the first line of a used file that no other file can take over."""
        assert reading.scene is not None
        said = [key for key in type(reading.scene).model_fields if key not in CAST_FIELDS and getattr(reading.scene, key) != _default(key)]
        spans = [span for path, span in reading.places.items() if path[0] in said]
        if said:
            first = min(spans).moved(moved) if spans else at
            self.first.faults.add("FAL3552", first, name=name)

    def joined(self, reading: Reading) -> Reading:
        """The one scene of all."""
        scene, places = reading.scene, dict(reading.places)
        assert scene is not None
        if not self.whole:
            return reading._replace(scene=None)
        changed = {"people": self._people(scene, places), "uses": ()}
        changed |= {kind: self._behind(kind, list(getattr(scene, kind)), self.found[kind], places) for kind in ("things", "facts")}
        used = {kind: frozenset(each.record.id for each in self.found[kind]) for kind in ("people", "things")}
        return reading._replace(scene=fitted(scene.model_copy(update=changed), used["people"], used["things"]), places=places)

    def _people(self, scene: Scene, places: Places) -> tuple[Person, ...]:
        """The scene's people, then those of the casts whom it does not name."""
        people, waiting = list(scene.people), list(self.found["people"])
        for at, person in enumerate(scene.people):
            opened = next((each for each in waiting if each.record.id == person.id), None)
            if opened is not None and is_bare(person):
                waiting.remove(opened)
                people[at] = self._added(opened, person, ("people", at), places)
            elif opened is None and is_bare(person):
                self._nobody(person, places.get(("people", at)))
        return self._behind("people", people, waiting, places)

    @staticmethod
    def _behind(kind: str, records: list[Any], found: list[_Found], places: Places) -> tuple[Any, ...]:
        """The scene's records and those of used files behind them, with their places."""
        for each in found:
            _place(each, (kind, len(records)), places)
            records.append(each.record)
        return tuple(records)

    def _added(self, opened: _Found, own: Person, path: Path, places: Places) -> Person:
        """Somebody of a used file, with what the scene says of him; the places of what is kept go with it."""
        person, kept = added(opened.record, own)
        for (name, before), after in kept.items():
            _place(opened, (*path, name, after), places, (name, before))
        return person

    def _nobody(self, person: Person, at: Span | None) -> None:
        known = [each.record.id for each in self.found["people"]]
        self.first.faults.add("FAL3553", at, id=person.id, offer=offer(person.id, known, "name somebody of the file that is used"))


def _plain(name: str) -> str:
    """A file's name without detours, so that one file has one name."""
    return posixpath.normpath(PurePath(name).as_posix())


def _default(key: str) -> object:
    return Scene.model_fields[key].default if key != "title" else ""


def _place(found: _Found, path: Path, places: Places, within: Path = ()) -> None:
    """Put down where a used record, or one within it, stands, under the path it has in the joined scene."""
    start = (*found.path, *within)
    for old, span in found.places.items():
        if old[: len(start)] == start:
            places[(*path, *old[len(start) :])] = span.moved(found.moved)
