"""A person or a move under another name, everywhere in a scene's text, and nothing else changed.

The line that opens the person or makes the move keeps the first name with `once`, and with it its luck and saved runs.
"""

from __future__ import annotations

from falter.diagnostics.fault import Faults
from falter.diagnostics.nearest import offer
from falter.diagnostics.source import Path, Span
from falter.scene.adding import is_bare
from falter.scene.cursor import CAPITALS, ID
from falter.scene.meanings import RESERVED
from falter.scene.reader import Reading, read
from falter.scene.tokens import Token

Edit = tuple[Span, str]


def rename(text: str, old: str, new: str) -> str | Faults:
    """The text with the person or move `old` called `new`; what keeps it from being renamed, if anything does."""
    reading = read(text, "scene")
    if reading.scene is None or reading.faults.found:
        return reading.faults
    people = [at for at, person in enumerate(reading.scene.people) if person.id == old]
    openings: list[Path] = [("people", at) for at in people] or _made(reading, old)
    borrowed = bool(reading.scene.uses) and CAPITALS.fullmatch(old) is not None and _mentioned(reading, old, people)
    _judge(reading, openings, old, new, borrowed)
    if reading.faults.found:
        return reading.faults
    if borrowed:
        # The file that opens him keeps the first name.
        openings = []
    kinds = ("person", "name") if people or borrowed else ("move", "name")
    edits = [(use.span, new) for use in reading.uses if use.id == old and use.kind in kinds]
    edits += [edit for path in openings for edit in _kept(reading, path, old, new)]
    return _edited(text, edits)


def _mentioned(reading: Reading, id_: str, people: list[int]) -> bool:
    """Is this somebody whom a used file opens, as far as this one tells?"""
    assert reading.scene is not None
    if people:
        return all(is_bare(reading.scene.people[at]) for at in people)
    return any(use.id == id_ and use.kind == "person" for use in reading.uses)


def _made(reading: Reading, id_: str) -> list[Path]:
    """Where the moves of this id are made."""
    assert reading.scene is not None
    found: list[Path] = [("moves", at) for at, move in enumerate(reading.scene.moves) if move.id == id_]
    for part, made in enumerate(reading.scene.parts):
        found += [("parts", part, "moves", at) for at, move in enumerate(made.moves) if move.id == id_]
    return found


def _judge(reading: Reading, openings: list[Path], old: str, new: str, borrowed: bool) -> None:
    """Fault an unknown old name and a new one that cannot be."""
    scene, faults = reading.scene, reading.faults
    assert scene is not None
    people = [person.id for person in scene.people]
    moves = [move.id for move in scene.all_moves()]
    if not openings and not borrowed:
        faults.add("FAL1701", None, id=old, offer=offer(old, [*people, *moves]))
        return
    place = reading.places[openings[0]] if openings else next(use.span for use in reading.uses if use.id == old)
    if ID.fullmatch(new) is None or new in RESERVED or new in ("anyone", "asker"):
        faults.add("FAL1702", place, id=new)
    elif (old in people or borrowed) != (CAPITALS.fullmatch(new) is not None):
        what, letters = ("person's", "capitals") if old in people or borrowed else ("move's", "small letters")
        faults.add("FAL1703", place, id=new, what=what, letters=letters, offer=new.upper() if old in people or borrowed else new.lower())
    elif new != old and any(use.id == new and use.kind != "was" for use in reading.uses):
        first = next(use.span for use in reading.uses if use.id == new and use.kind != "was")
        faults.add("FAL1704", first, id=new)


def _kept(reading: Reading, path: Path, old: str, new: str) -> list[Edit]:
    """The edits that keep the first name on the opening line: none if it is kept already, one out if it is `new` itself."""
    written = reading.places.get((*path, "once"))
    tokens = _tokens(reading, path)
    if written is None:
        end = _behind(tokens, path)
        after = next((token for token in tokens if token.start >= end), None)
        comma = "" if after is None or after.text == "," else ","
        return [(Span(end, end), f", once {old}{comma}")] if old != new else []
    if reading.faults.source.text[written.start : written.end].split()[-1] != new:
        return []
    before = next((token for token in reversed(tokens) if token.span.end <= written.start), None)
    start = before.start if before is not None and before.text == "," else written.start
    return [(Span(start, written.end), "")]


def _tokens(reading: Reading, path: Path) -> tuple[Token, ...]:
    place = reading.places[path]
    number = reading.faults.source.place(place.start)[0]
    return reading.tree.lines[number - 1].facts


def _behind(tokens: tuple[Token, ...], path: Path) -> int:
    """Where `once` goes in: behind a person's last word, or behind a move's id, text and target."""
    if path[0] == "people":
        return tokens[-1].span.end
    at = next(place for place, token in enumerate(tokens) if token.text == "may") + 1
    while at + 1 < len(tokens):
        following = tokens[at + 1]
        if following.kind == "text":
            at += 1
        elif following.text in ("to", "on", "toward", "from") and at + 2 < len(tokens):
            at += 2
        else:
            break
    return tokens[at].span.end


def _edited(text: str, edits: list[Edit]) -> str:
    """The text with each span replaced; where two begin at one place the shorter goes first."""
    done: list[str] = []
    at = 0
    for span, instead in sorted(set(edits)):
        done += [text[at : span.start], instead]
        at = max(at, span.end)
    return "".join(done) + text[at:]
