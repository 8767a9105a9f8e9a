"""Every name a scene uses, with where it stands: what the check of names goes through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from falter.diagnostics.source import Path
from falter.model.conditions import Atom
from falter.model.moves import Meant
from falter.model.people import Person, Promise, Wonder
from falter.model.scene import Scene
from falter.model.words import FELT_WORDS, MEANINGS
from falter.scene.checks.walk import ASKER, Made, Named, conditions, is_of_a_fact, made, meanings, written

_SPOKEN: Final = re.compile(r"\{([A-Z][A-Za-z0-9_'-]*?)(?:'s)?\}")
"""A person's id in a text: `{HUX}`, `{HUX's}`; alternatives hold a bar and are no ids."""


def used(scene: Scene) -> Iterator[Named]:
    """All names used, in the order of the model."""
    yield from _head(scene)
    for i, person in enumerate(scene.people):
        yield from _person(("people", i), person)
    for each in made(scene):
        yield from _move(scene, each)
    for judged in conditions(scene):
        for path, atom in judged.atoms():
            yield from _atom(path, atom)
    yield from _frame(scene)


def _head(scene: Scene) -> Iterator[Named]:
    for i, mark in enumerate(scene.place.marks if scene.place else ()):
        for reach in mark.reaches:
            if reach.mark != mark.id:
                yield Named("mark", reach.mark, ("place", "marks", i), (mark.id, "from"))
    for i, close in enumerate(scene.told.close):
        yield Named("person", close.person, ("told", "close", i), ("close to",))
        if close.after:
            yield Named("move", close.after, ("told", "close", i), (close.person, "from"))
    for i, elision in enumerate(scene.told.elided):
        yield Named("move", elision.move, ("told", "elided", i))


def _person(path: Path, person: Person) -> Iterator[Named]:
    if person.at:
        yield Named("mark", person.at, (*path, "at"), ("at",))
    if person.beside:
        yield Named("person", person.beside, (*path, "at"), ("from",))
    if person.arrives:
        yield Named("mark", person.arrives.mark, path, ("arrives",))
        yield from _spoken(path, person.arrives.text or "")
    for i, tie in enumerate(person.ties):
        yield Named("person", tie.person, (*path, "ties", i), (tie.word,))
    for i, order in enumerate(person.orders):
        yield Named("person", order.by, (*path, "orders", i), ("by",))
        yield from _deed((*path, "orders", i), ("to",), order.move, order.target)
        if order.keeps:
            yield Named("person", order.keeps[0], (*path, "orders", i), ("keep",))
            yield Named("link", order.keeps[1], (*path, "orders", i), ("keep", order.keeps[0], "on"))
    for i, want in enumerate(person.wants):
        yield from _deed((*path, "wants", i), ("to",), want.move, want.target)
    for i, promise in enumerate(person.promises):
        yield from _promise((*path, "promises", i), promise)
    for i, memory in enumerate(person.memories):
        if memory.with_:
            yield Named("person", memory.with_, (*path, "memories", i), ("with",))
    for i, fact in enumerate(person.knows):
        yield Named("thing" if fact.isupper() else "fact", fact, (*path, "knows", i), ("knows",))
    for i, known in enumerate(person.knows_of):
        yield Named("person", known.person, (*path, "knows_of", i))
        yield Named("fact", known.fact, (*path, "knows_of", i), ("knows",))
    for i, wonder in enumerate(person.wonders):
        yield from _wonder((*path, "wonders", i), wonder)
    for i, words in enumerate(person.words):
        if words.person:
            yield Named("person", words.person, (*path, "words", i), (words.kind,))
        for text in (words.text, *words.again, words.last or ""):
            yield from _spoken((*path, "words", i), text)


def _promise(path: Path, promise: Promise) -> Iterator[Named]:
    yield from _deed(path, ("promises",), promise.move, promise.target)


def _deed(path: Path, after: tuple[str, ...], move: str | None, target: str | None) -> Iterator[Named]:
    if move:
        yield Named("move", move, path, after)
        if target:
            yield Named("person", target, path, (*after, move))


def _wonder(path: Path, wonder: Wonder) -> Iterator[Named]:
    if wonder.person:
        yield Named("person", wonder.person, path, ("wonders",))
    yield from _deed(path, ("means to",), wonder.move, wonder.target)
    if wonder.fact:
        yield Named("fact", wonder.fact, path, ("if",))
    if wonder.other:
        yield Named("person", wonder.other, path, (wonder.person or "", wonder.tie or ""))


def _move(scene: Scene, each: Made) -> Iterator[Named]:
    move = each.move
    for who in move.who:
        yield Named("person", who, each.path)
    if move.target and move.target != ASKER and not _is_mark(scene, move.target):
        walked = move.towards in ("toward", "from") and not move.target.isupper()
        to_thing = move.towards == "toward" and any(thing.id == move.target for thing in scene.things)
        yield Named("thing" if to_thing else "mark" if walked else "person", move.target, each.path, ("may", move.id, move.towards or ""))
    if move.returns:
        yield Named("mark", move.returns.mark, each.path, ("returns",))
        yield from _spoken(each.path, move.returns.text or "")
    for word, things in (("drops", move.drops), ("dons", move.dons)):
        for thing in things:
            yield Named("covering", thing, each.path, ("may", move.id, word))
    for word, held in (("gives", move.gives), ("grabs", move.grabs), ("puts", move.puts[0] if move.puts else None)):
        if held is not None:
            yield Named("thing", held, each.path, ("may", move.id, word))
    if move.puts is not None:
        yield Named("spot", move.puts[2], each.path, ("may", move.id, "puts", move.puts[1]))
    if move.searches is not None:
        yield Named("spot", move.searches, each.path, ("may", move.id, "searches"))
    for word, link in (("opens", move.opens), ("closes", move.closes)):
        if link is not None:
            yield Named("link", link, each.path, ("may", move.id, word))
    for fact in move.tells:
        yield Named("fact", fact, each.path, ("may", move.id, "tells"))
    for path, meant in meanings(each):
        yield from _meant(path, meant)
    for w, wording in enumerate(move.wordings):
        yield from _spoken((*each.path, "wordings", w), wording.text)


def _is_mark(scene: Scene, name: str) -> bool:
    return scene.place is not None and any(mark.id == name for mark in scene.place.marks)


def _meant(path: Path, meant: Meant) -> Iterator[Named]:
    known = MEANINGS.get(meant.word)
    if known is not None and meant.object and known.object == "person" and meant.object != ASKER and not _about_a_fact(meant):
        yield Named("person", meant.object, path, ("may", meant.word))
    if known is not None and meant.object and known.object == "memory":
        yield Named("memory", meant.object, path, ("may", meant.word))
    if meant.object and _about_a_fact(meant):
        yield Named("fact", meant.object, path, ("may", meant.word))
    if meant.by:
        yield Named("person", meant.by, path, ("may", meant.word, "by"))


def _about_a_fact(meant: Meant) -> bool:
    """`denies broke`, `makes broke`, `asks about broke`."""
    if meant.word in ("denies", "reveals"):
        return meant.word == "denies" and meant.object not in FELT_WORDS
    return meant.word == "makes" or (meant.word == "asks" and meant.object is not None and not meant.object[:1].isupper())


def _atom(path: Path, atom: Atom) -> Iterator[Named]:
    lead = tuple(word for word in written(atom)[:-1] if word)
    for who in (atom.subject, atom.person, None if atom.word == "thinks" else atom.other):
        if who:
            yield Named("person", who, path, _until(lead, who))
    if atom.move:
        yield Named("move", atom.move, path, () if atom.word in ("done", "since") else _until(lead, atom.move))
    kind = {"at": "mark", "wears": "covering", "recalls": "memory", "on": "link"}.get(atom.word)
    if kind == "mark" and atom.name:
        yield Named("mark", atom.name, path, lead)
    elif kind == "covering" and atom.name:
        yield Named("covering", atom.name, path, lead)
    elif kind == "memory" and atom.name:
        yield Named("memory", atom.name, path, lead)
    elif kind == "link" and atom.name:
        yield Named("link", atom.name, path, lead)
    elif atom.word in ("sees", "holds", "thinks", "near") and atom.name:
        yield Named("thing", atom.name, path, lead if atom.word != "thinks" else ())
        if atom.word == "thinks" and atom.other:
            yield Named("spot", atom.other, path)
    elif is_of_a_fact(atom) and atom.name:
        yield Named("fact", atom.name, path, lead)


def _until(words: tuple[str, ...], name: str) -> tuple[str, ...]:
    return words[: words.index(name)] if name in words else words


def _spoken(path: Path, text: str) -> Iterator[Named]:
    for found in _SPOKEN.finditer(text):
        yield Named("person", found[1], path, ("{",))


def _frame(scene: Scene) -> Iterator[Named]:
    for i, thing in enumerate(scene.things):
        if thing.where is not None:
            held = thing.preposition == "held by"
            yield Named("person" if held else "spot", thing.where, ("things", i), (thing.preposition or "",))
    for i, link in enumerate(scene.links):
        for mark in dict.fromkeys(link.between):
            yield Named("mark", mark, ("links", i), (link.id,))
    for i, detail in enumerate(scene.details):
        for text in (detail.first, *detail.again, detail.last or ""):
            yield from _spoken(("details", i), text)
    for p, part in enumerate(scene.parts):
        yield Named("move", part.after, ("parts", p), ("after",))
    for i, happening in enumerate(scene.happenings):
        if happening.at:
            yield Named("mark", happening.at, ("happenings", i), ("at",))
        for m, meant in enumerate(happening.means):
            yield from _meant(("happenings", i, "means", m), meant)
        yield from _spoken(("happenings", i), happening.text)
    for i, later in enumerate(scene.laters):
        if later.after:
            yield Named("move", later.after, ("laters", i), ("after",))
    for i, never in enumerate(scene.nevers):
        yield Named("move", never.move, ("nevers", i), ("never",))
        yield Named("move", never.after, ("nevers", i), ("after",))
    for i, must in enumerate(scene.musts):
        yield Named("move", must.move, ("musts", i), ("must",))
        if must.before:
            yield Named("move", must.before, ("musts", i), ("before",))
    for i, closing in enumerate(scene.closings):
        if closing.after:
            yield Named("move", closing.after, ("closings", i), ("after",))
