"""A person's opening line, and the plain facts beneath it: where, how busy, what is worn, moods, what is hidden or known."""

from __future__ import annotations

from typing import Final

from falter.diagnostics.nearest import nearest
from falter.model.coping import COPING
from falter.model.people import Arrival, Covering, Felt, Hidden, Knowing, Person, Power
from falter.model.words import DISPLAY_CHANNELS, FELT_WORDS, PRONOUNS
from falter.scene.clauses import Clause, Clauses, among, flag, items, once, read_clauses
from falter.scene.construct import Construct
from falter.scene.cursor import CAPITALS, Cursor
from falter.scene.draft import Block
from falter.scene.head import tempo, tempo_line
from falter.scene.quantity import colon_strength, is_number, is_strength, metres, strength, time_range, unsigned
from falter.scene.quoted import is_text, text


def opening(cursor: Cursor, scene: Block) -> Block:
    """`KYLO "the knight", he, at door, once REN`."""
    token = cursor.tokens[0]
    id_ = cursor.person()
    block = cursor.draft.people.get(id_)
    if block is None:
        block = cursor.draft.open(Person, scene, "people", cursor.line.span)
        block.fields["id"] = id_
        cursor.draft.people[id_] = block
    else:
        first = cursor.draft.faults.source.place(block.span.start)[0]
        cursor.fault("FAL1106", token.span, id=id_, line=first)
        block.seen.clear()
    if is_text(cursor.peek()):
        block.fields["called"] = text(cursor, "what the person is called", told_text=False)
    elif cursor.word() and not OPENING.begins(cursor.word()) and (cursor.word(1) or nearest(cursor.word(), OPENING.first) is None):
        cursor.fault("FAL1207", cursor.here, what="what the person is called", found=cursor.word())
        cursor.skip()
    read_clauses(cursor, block, OPENING, _people)
    return block


def _pronoun(word: str) -> Clause:
    def read(cursor: Cursor, block: Block) -> None:
        if "pronoun" in block.seen:
            once(cursor, block, "pronoun", cursor.since(cursor.at - 1))
        block.seen.setdefault("pronoun", cursor.since(cursor.at - 1))
        cursor.draft.set(block, "pronoun", word, cursor.since(cursor.at - 1))

    return read


def _people(cursor: Cursor, block: Block) -> bool:
    """`6 people`."""
    if not is_number(cursor):
        return False
    start = cursor.at
    count = unsigned(cursor, "how many people")
    if not (cursor.accept("people") or cursor.accept("person")):
        cursor.missing("`people`")
    if count != int(count) or count < 1:
        cursor.stop("FAL1610", cursor.since(start), found=f"{count:g}")
    once(cursor, block, "people", cursor.since(start))
    cursor.draft.set(block, "count", int(count), cursor.since(start))
    return True


def coming(name: str) -> Clause:
    """`arrives door in 2..5 min "comes in"`, and `returns …` of a move that leaves."""

    def read(cursor: Cursor, block: Block) -> None:
        start = cursor.at - 1
        mark = cursor.name("a mark", "mark")
        if not cursor.accept("in"):
            cursor.missing("`in` and a time")
        earliest, latest = time_range(cursor)
        told = text(cursor, "how it is told") if is_text(cursor.peek()) else None
        cursor.draft.set(block, name, Arrival(mark=mark, earliest=earliest, latest=latest, text=told), cursor.since(start))

    return read


def _once(cursor: Cursor, block: Block) -> None:
    token = cursor.peek()
    if token is not None and token.kind == "word" and CAPITALS.fullmatch(token.text) is None:
        cursor.stop("FAL1302", token.span, id=token.text, what="the person's name before", offer=f"write `{token.text.upper()}`")
    cursor.draft.set(block, "once", cursor.name("the person's name before", "was"), cursor.since(cursor.at - 2))


def _at(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    if is_number(cursor):
        apart = metres(cursor)
        if not cursor.accept("from"):
            cursor.missing("`from` and a person")
        block.fields["apart"] = apart
        cursor.draft.set(block, "beside", cursor.person(), cursor.since(start))
        return
    cursor.draft.set(block, "at", cursor.name("a mark", "mark"), cursor.since(start))


OPENING: Final = Clauses(
    "the line that opens a person",
    {
        **{word: _pronoun(word) for word in PRONOUNS},
        "away": flag("away"),
        "arrives": coming("arrives"),
        "once": _once,
        "at": _at,
        "busy": flag("busy"),
        "tempo": tempo,
    },
)
WHERE: Final = Clauses("an `at` line", {"at": _at, "busy": flag("busy")})


def where(cursor: Cursor, block: Block) -> Block:
    """`at door, busy`."""
    read_clauses(cursor, block, WHERE)
    return block


def wears(cursor: Cursor, block: Block) -> None:
    """`wears mask over face wholly, voice somewhat`."""
    cursor.at += 1
    thing = cursor.name("a covering", "thing")
    if not cursor.accept("over"):
        cursor.missing("`over` and what it hides")
    over: list[Hidden] = []

    def channel() -> None:
        name = cursor.choose(DISPLAY_CHANNELS, "FAL1407", "a channel")
        cursor.accept(":")
        over.append(Hidden(channel=name, strength=strength(cursor)))

    items(cursor, channel, bool)
    cursor.leftover()
    cursor.draft.put(block, "wears", Covering(thing=thing, over=tuple(over)), cursor.line.span)


def mood(cursor: Cursor, block: Block) -> None:
    """`mood grief: strongly, dread: barely`."""
    cursor.at += 1

    def felt() -> None:
        start = cursor.at
        emotion = cursor.choose(FELT_WORDS, "FAL1406", "an emotion")
        cursor.draft.put(block, "moods", Felt(emotion=emotion, strength=colon_strength(cursor)), cursor.since(start))

    items(cursor, felt, bool)
    cursor.leftover()


def hides(cursor: Cursor, block: Block) -> None:
    """`hides love, dread`."""
    cursor.at += 1

    def emotion() -> None:
        start = cursor.at
        cursor.draft.put(block, "hides", cursor.choose(FELT_WORDS, "FAL1406", "an emotion"), cursor.since(start))

    items(cursor, emotion, bool)
    cursor.leftover()


def copes(cursor: Cursor, block: Block) -> None:
    """`copes by dwelling, looking away`, `copes by nothing`."""
    cursor.at += 1
    if not cursor.accept("by"):
        cursor.missing("`by` and how")
    if cursor.accept("nothing"):
        block.fields["copes"] = ()
        cursor.leftover()
        return
    ways = {way.split()[0]: way for way in COPING}

    def way() -> None:
        start = cursor.at
        first = cursor.choose(ways, "FAL3701", "a way of coping")
        for word in ways[first].split()[1:]:
            if not cursor.accept(word):
                cursor.missing(f"`{word}`")
        cursor.draft.put(block, "copes", ways[first], cursor.since(start))

    items(cursor, way, bool)
    cursor.leftover()


def knows(cursor: Cursor, block: Block) -> None:
    """`knows broke`, `knows TOM knows broke`."""
    cursor.at += 1

    def fact() -> None:
        start = cursor.at
        if cursor.word(1) == "knows":
            person = cursor.person()
            cursor.at += 1
            known = Knowing(person=person, fact=cursor.name("a fact", "fact"))
            cursor.draft.put(block, "knows_of", known, cursor.since(start))
        else:
            cursor.draft.put(block, "knows", cursor.name("a fact", "fact"), cursor.since(start))

    items(cursor, fact, bool)
    cursor.leftover()


def can(cursor: Cursor, block: Block) -> None:
    """`can probe: strongly`."""
    cursor.at += 1
    if cursor.peek() is None:
        cursor.missing("`probe`")
    if not cursor.accept("probe"):
        cursor.stop("FAL1403", cursor.here, word=cursor.word(), line="a `can` line", offer="write `probe`")
    cursor.draft.put(block, "powers", Power(word="probe", strength=colon_strength(cursor)), cursor.line.span)
    cursor.leftover("the end of the line")


def felt(cursor: Cursor) -> Felt:
    """`grief` or `grief strongly`."""
    emotion = cursor.choose(FELT_WORDS, "FAL1406", "an emotion")
    return Felt(emotion=emotion, strength=strength(cursor) if is_strength(cursor) else None)


def feels(cursor: Cursor, into: list[Felt], clauses: Clauses) -> None:
    """`feels EMOTION [STRENGTH], …`, the keyword taken."""
    items(cursor, lambda: into.append(felt(cursor)), among(FELT_WORDS, clauses.begins))


LINES: Final[dict[str, Construct]] = {
    "at": Construct(where),
    "busy": Construct(where),
    "tempo": Construct(tempo_line),
    "wears": Construct(wears),
    "mood": Construct(mood),
    "hides": Construct(hides),
    "copes": Construct(copes),
    "knows": Construct(knows),
    "can": Construct(can),
}
