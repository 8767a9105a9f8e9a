"""Conditions: atoms joined by `and`, alternatives joined by `or if`. Table-driven on the first word of an atom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from falter.diagnostics.nearest import nearest, offer
from falter.model.conditions import Atom
from falter.model.words import CONDITIONS, FELT_WORDS, MOTIVES, TIES, TONES
from falter.scene.cursor import ID, Cursor, Stop, told
from falter.scene.draft import Alternatives, Block, Placed, UseKind
from falter.scene.meant import of_a_state, same
from falter.scene.quantity import is_number, metres, seconds

BEING: Final = ("is", "are", "was", "isn't")
PREPOSITIONS: Final = ("on", "in", "under", "behind")
"""How a thing is at its place."""
Fields = dict[str, Any]
_UNWRITTEN: Final = (
    "done", "since", "noticed by", "suspected by", "believed by", "rises", "slips", "heart races", "breath short", "hands shake",
)  # fmt: skip
"""Words of the model that do not begin an atom in the text."""


def condition(cursor: Cursor, ways: bool = False, also: str = "if") -> Alternatives:
    """A condition up to where it ends. In `ways` a bare `or` belongs to the line, not to the condition.

    `also` is the word that began it: `or when` goes on after `when`.
    """
    found: Alternatives = [[]]
    while True:
        found[-1].append(_placed(cursor))
        if cursor.accept("and"):
            continue
        if cursor.point() == "," and cursor.word(1) == "or" and cursor.word(2) == "if":
            cursor.at += 1
        if cursor.accept("or", "if") or (not ways and cursor.accept("or", also)):
            found.append([])
        elif not ways and cursor.word() == "or":
            cursor.fault("FAL1505", cursor.here)
            cursor.at += 1
            found.append([])
        else:
            return found


def hold(cursor: Cursor, block: Block, name: str, alternatives: Alternatives, open_to: bool = True) -> None:
    """One more condition of a block that must hold; `open_to` more alternatives by `or if` beneath."""
    groups = block.conditions.setdefault(name, [])
    groups.append(alternatives)
    block.states = name if open_to else block.states
    if block.too_many(name):
        cursor.fault("FAL1508", cursor.since(0))
        groups.pop()


def or_if(cursor: Cursor, block: Block) -> None:
    """`or if …` on a line beneath: another alternative of the last condition of the line it stands under."""
    start = cursor.at
    if not cursor.accept("or", "if") and not cursor.accept("or", "when"):
        cursor.fault("FAL1505", cursor.here)
        cursor.at += 1
    found = condition(cursor)
    if not block.states:
        cursor.stop("FAL1511", cursor.since(start))
    groups = block.conditions[block.states]
    groups[-1] = [*groups[-1], *found]
    if block.too_many(block.states):
        cursor.fault("FAL1508", cursor.since(0))
        groups[-1] = groups[-1][: -len(found)]


def _placed(cursor: Cursor) -> Placed:
    start = cursor.at
    atom = _atom(cursor)
    return Placed(atom, cursor.since(start))


def _atom(cursor: Cursor) -> Atom:
    if cursor.point() == "(":
        cursor.stop("FAL1506", cursor.here)
    negated = cursor.accept("not")
    if is_number(cursor):
        return Atom(**_since(cursor), negated=negated)
    subject = cursor.person() if cursor.capital() or _small_subject(cursor) else None
    negated = (subject is not None and cursor.accept("not")) != negated
    if cursor.word(1) in ("rises", "slips"):
        emotion = cursor.choose(FELT_WORDS, "FAL1406", "an emotion")
        return Atom(word=cursor.take().text, name=emotion, subject=subject, negated=negated)
    fields = _worded(cursor)
    return Atom(**fields, subject=subject, negated=negated)


def _small_subject(cursor: Cursor) -> bool:
    """Is this a person in small letters, with a condition word behind?"""
    word = cursor.word()
    return word not in _ATOMS and word.upper() in cursor.draft.cast and word not in cursor.draft.moves


def _worded(cursor: Cursor) -> Fields:
    token = cursor.peek()
    if token is None or token.kind in ("point", "range"):
        cursor.missing("a condition")
    word = token.text
    if word in _ATOMS:
        cursor.at += 1
        return _ATOMS[word](cursor)
    if word in BEING and word not in cursor.draft.moves:
        cursor.at += 1
        cursor.stop("FAL1404", token.span, word=told(token), offer=of_a_state(cursor.word()) or "leave it out, and write a condition word")
    near = None if word in cursor.draft.moves or same(word, (*FELT_WORDS, *TONES)) else nearest(word, _ATOMS)
    if near is None and (word in cursor.draft.moves or _alone(cursor)):
        return {"word": "done", "move": cursor.name("a move", "move")}
    cursor.at += 1
    cursor.fault("FAL1404", token.span, word=told(token), offer=f"write `{near}`" if near else offer("", sorted(_ATOMS)))
    if near is None:
        raise Stop
    return _ATOMS[near](cursor)


def _alone(cursor: Cursor) -> bool:
    """Could the word here be a move's id that no line makes?"""
    after = cursor.peek(1)
    return ID.fullmatch(cursor.word()) is not None and (after is None or after.kind == "point" or after.text in ("and", "or"))


def _since(cursor: Cursor) -> Fields:
    amount = seconds(cursor)
    if not cursor.accept("after"):
        cursor.missing("`after` and a move")
    return {"word": "since", "amount": amount, "move": cursor.name("a move", "move")}


def _noticed(cursor: Cursor) -> Fields:
    return {"word": "noticed by" if cursor.accept("by") else "noticed", "person": cursor.person()}


def _asked(cursor: Cursor) -> Fields:
    """`asked`, `asked by HUX`, `asked by ask-why`."""
    if not cursor.accept("by"):
        return {"word": "asked"}
    if cursor.capital() or cursor.word().upper() in cursor.draft.cast:
        return {"word": "asked", "person": cursor.person()}
    return {"word": "asked", "move": cursor.name("a move or a person", "move")}


def _of_a_fact(cursor: Cursor, word: str) -> Fields | None:
    """`suspects broke`: a fact in small letters where a person would stand in capitals."""
    if cursor.capital() or cursor.word().upper() in cursor.draft.cast or cursor.ended:
        return None
    after = cursor.word(1)
    if (word == "suspects" and after == "means") or any(after == tie.split()[0] for tie in TIES):
        return None
    return {"word": word, "name": cursor.name("a person or a fact", "fact")}


def _knows(cursor: Cursor) -> Fields:
    """`knows broke`, `knows TOM knows broke`."""
    if cursor.word(1) != "knows":
        return {"word": "knows", "name": cursor.name("a fact", "fact")}
    person = cursor.person()
    cursor.at += 1
    return {"word": "knows", "person": person, "name": cursor.name("a fact", "fact")}


def _by(word: str) -> Callable[[Cursor], Fields]:
    def read(cursor: Cursor) -> Fields:
        if not cursor.accept("by"):
            cursor.missing("`by` and a person")
        return {"word": f"{word} by", "person": cursor.person()}

    return read


def _suspects(cursor: Cursor) -> Fields:
    fact = _of_a_fact(cursor, "suspects")
    if fact is not None:
        return fact
    person = cursor.person()
    if not cursor.accept("means", "to"):
        cursor.missing("`means to` and a move")
    fields = {"word": "suspects", "person": person, "move": cursor.name("a move", "move")}
    return {**fields, "other": cursor.person()} if cursor.capital() else fields


def _tied(word: str) -> Callable[[Cursor], Fields]:
    def read(cursor: Cursor) -> Fields:
        fact = _of_a_fact(cursor, word)
        if fact is not None:
            return fact
        person = cursor.person()
        tie = tie_word(cursor)
        return {"word": word, "person": person, "name": tie, "other": cursor.person()}

    return read


def tie_word(cursor: Cursor) -> str:
    """`loves`, `hurt by` …"""
    for tie in TIES:
        if cursor.accept(*tie.split()):
            return tie
    first = {tie.split()[0]: tie for tie in TIES}
    tie = first[cursor.choose(first, "FAL1409", "a tie")]
    cursor.accept(*tie.split()[1:])
    return tie


def _within(cursor: Cursor) -> Fields:
    amount = metres(cursor)
    return {"word": "within", "amount": amount, "person": cursor.person() if cursor.accept("of") else None}


def _near(cursor: Cursor) -> Fields:
    """`near KYLO`, `near the VASE` of the scene's things."""
    if cursor.word() in cursor.draft.things or (cursor.draft.borrows and cursor.word() and not cursor.capital()):
        return {"word": "near", "name": cursor.name("a thing", "thing")}
    return {"word": "near", "person": cursor.person()}


def _thinks(cursor: Cursor) -> Fields:
    """`thinks MARBLE in basket`, `thinks SALLY thinks MARBLE in basket`."""
    fields: Fields = {"word": "thinks"}
    if cursor.word(1) == "thinks":
        fields["person"] = cursor.person()
        cursor.at += 1
    fields["name"] = cursor.name("a thing", "thing")
    cursor.choose(PREPOSITIONS, "FAL1411", "`on`, `in`, `under` or `behind`")
    return {**fields, "other": cursor.name("a place", "name")}


def _after(cursor: Cursor) -> Fields:
    return {"word": "done", "move": cursor.name("a move", "move")}


def _lull(cursor: Cursor) -> Fields:
    return {"word": "lull", "amount": seconds(cursor)}


def _felt(word: str) -> Callable[[Cursor], Fields]:
    return lambda cursor: {"word": word, "name": cursor.choose(FELT_WORDS, "FAL1406", "an emotion")}


def _attends(cursor: Cursor) -> Fields:
    return {"word": "attends", "name": cursor.choose(MOTIVES, "FAL1408", "a motive")}


def _named(word: str, what: str, kind: UseKind) -> Callable[[Cursor], Fields]:
    return lambda cursor: {"word": word, "name": cursor.name(what, kind)}


def _bodily(first: str, second: str) -> Callable[[Cursor], Fields]:
    def read(cursor: Cursor) -> Fields:
        if not cursor.accept(second):
            cursor.missing(f"`{second}` after `{first}`")
        return {"word": f"{first} {second}"}

    return read


def _bare(word: str) -> Callable[[Cursor], Fields]:
    return lambda cursor: {"word": word}


_ATOMS: Final[dict[str, Callable[[Cursor], Fields]]] = {
    **{word: _bare(word) for word in CONDITIONS if word not in _UNWRITTEN},
    "heart": _bodily("heart", "races"),
    "breath": _bodily("breath", "short"),
    "hands": _bodily("hands", "shake"),
    "noticed": _noticed,
    "asked": _asked,
    "suspected": _by("suspected"),
    "believed": _by("believed"),
    "suspects": _suspects,
    "believes": _tied("believes"),
    "doubts": _tied("doubts"),
    "near": _near,
    "within": _within,
    "at": _named("at", "a mark", "mark"),
    "feels": _felt("feels"),
    "shows": _felt("shows"),
    "attends": _attends,
    "after": _after,
    "wears": _named("wears", "a covering", "thing"),
    "lull": _lull,
    "sees": _named("sees", "a thing", "thing"),
    "holds": _named("holds", "a thing", "thing"),
    "knows": _knows,
    "thinks": _thinks,
    "recalls": _named("recalls", "a memory", "memory"),
    "on": _named("on", "a link", "link"),
}
"""What begins an atom, and what reads the rest of it."""
