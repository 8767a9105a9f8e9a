"""Words of the closed lists, constants and people's places: what a scene not read from text may still get wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from falter.diagnostics.nearest import offer
from falter.diagnostics.source import Path
from falter.model.constants import CONSTANTS
from falter.model.coping import COPING
from falter.model.people import Felt, Person
from falter.model.scene import Scene
from falter.model.words import ACT_CHANNELS, CONDITIONS, DISPLAY_CHANNELS, FELT_WORDS, MEANINGS, MOTIVES, TIES, TONES
from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report
from falter.scene.checks.walk import conditions, is_of_a_fact, made, meanings

MOST_PEOPLE: Final = 63
"""Who perceived an act is kept as one bit a person in an integer of 64 bits, its sign left alone."""
Listed = tuple[str, str, Iterable[str], Path]
"""What kind of word, the word, its closed list, its path."""


def check_lists(scene: Scene, report: Report) -> None:
    """Each word of a closed list is on it."""
    for kind, word, known, path in _words(scene):
        if word not in known:
            report.add("FAL2901", path, [word], kind=kind, word=word, offer=offer(word, known))


def _words(scene: Scene) -> Iterator[Listed]:
    for i, person in enumerate(scene.people):
        yield from _persons(("people", i), person)
    for each in made(scene):
        for channel in each.move.uses:
            yield "channel of acts", channel, ACT_CHANNELS, each.path
        for path, meant in meanings(each):
            yield "meaning word", meant.word, MEANINGS, path
        for w, wording in enumerate(each.move.wordings):
            if wording.tone is not None:
                yield "tone", wording.tone, TONES, (*each.path, "wordings", w)
            yield from _felt((*each.path, "wordings", w), wording.feels)
    for judged in conditions(scene):
        for path, atom in judged.atoms():
            yield "condition word", atom.word, CONDITIONS, path
            if atom.word in ("feels", "shows", "rises", "slips") and atom.name is not None:
                yield "emotion", atom.name, FELT_WORDS, path
            elif atom.word in ("believes", "doubts") and atom.name is not None and not is_of_a_fact(atom):
                yield "tie", atom.name, TIES, path
            elif atom.word == "attends" and atom.name is not None:
                yield "motive", atom.name, MOTIVES, path


def _persons(path: Path, person: Person) -> Iterator[Listed]:
    for i, covering in enumerate(person.wears):
        for hidden in covering.over:
            yield "channel of display", hidden.channel, DISPLAY_CHANNELS, (*path, "wears", i)
    for i, tie in enumerate(person.ties):
        yield "tie", tie.word, TIES, (*path, "ties", i)
    for i, norm in enumerate(person.norms):
        yield "meaning word", norm.meaning, MEANINGS, (*path, "norms", i)
    for i, wonder in enumerate(person.wonders):
        if wonder.tie is not None:
            yield "tie", wonder.tie, TIES, (*path, "wonders", i)
    for i, memory in enumerate(person.memories):
        yield from _felt((*path, "memories", i), memory.feels)
    for i, emotion in enumerate(person.hides):
        yield "emotion", emotion, FELT_WORDS, (*path, "hides", i)
    for i, shown in enumerate(person.shows):
        for emotion in (shown.emotion, *([] if shown.by is None else [shown.by])):
            yield "emotion", emotion, FELT_WORDS, (*path, "shows", i)
    for i, way in enumerate(person.copes or ()):
        yield "way of coping", way, COPING, (*path, "copes", i)
    yield from _felt((*path, "moods"), person.moods)


def _felt(path: Path, felt: Iterable[Felt]) -> Iterator[Listed]:
    for each in felt:
        yield "emotion", each.emotion, FELT_WORDS, path


def check_constants(scene: Scene, report: Report) -> None:
    """`set`: a constant there is, within its range, once."""
    names = [name for name, _ in scene.constants]
    for i, (name, value) in enumerate(scene.constants):
        path = ("constants", i)
        known = CONSTANTS.get(name)
        if known is None:
            report.add("FAL2801", path, [name], ["set"], name=name, offer=offer(name, CONSTANTS))
        elif not known.low <= value <= known.high:
            unit = "" if known.unit == "1" else " " + known.unit.replace("1/", "per ")
            given = {"low": f"{known.low:g}", "high": f"{known.high:g}", "default": f"{known.default:g}", "unit": unit}
            report.add("FAL2802", path, [f"{value:g}"], [name], name=name, value=f"{value:g}", meaning=known.meaning, **given)
        elif name in names[:i]:
            report.add("FAL2803", path, [name], ["set"], name=name)


def check_places(cast: Cast, report: Report) -> None:
    """Everybody stands somewhere; who is away stands nowhere; and nobody is one too many."""
    if not cast.scene.people and report.unread.nothing:
        report.add("FAL2902", ())
    elif not cast.made and report.unread.nothing:
        report.add("FAL2903", ())
    if len(cast.scene.people) > MOST_PEOPLE:
        first = cast.scene.people[MOST_PEOPLE].id
        report.add("FAL2904", ("people", MOST_PEOPLE), [first], id=first, count=len(cast.scene.people), most=MOST_PEOPLE)
    for i, person in enumerate(cast.scene.people):
        path = ("people", i)
        if person.away and (person.at is not None or person.beside is not None):
            report.add("FAL2707", path, [person.id], id=person.id)
        elif person.beside == person.id:
            report.add("FAL2708", (*path, "at"), [person.id], ["from"], id=person.id)
        elif person.beside is not None and person.beside in cast.people and _adrift(cast, person.id):
            report.add("FAL2709", (*path, "at"), [person.beside], ["from"], id=person.id, other=person.beside)
        elif not person.away and person.at is None and person.beside is None and cast.marks and person.id not in report.unread.doubtful:
            report.add("FAL2710", path, [person.id], id=person.id, first=cast.marks[0])


def _adrift(cast: Cast, who: str) -> bool:
    """Does following who stands beside whom lead round in a ring, or to somebody away?"""
    seen: list[str] = []
    at = who
    while at not in seen:
        seen.append(at)
        person = cast.people.get(at)
        if person is None or person.beside is None:
            return person is not None and not cast.here(at)
        at = person.beside
    return True
