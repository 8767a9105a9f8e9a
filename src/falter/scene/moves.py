"""Moves: who may do what, to whom, with which clauses; and the wordings beneath."""

from __future__ import annotations

from typing import Final

from falter.model.conditions import Atom
from falter.model.moves import Move, Utterance
from falter.model.people import Felt
from falter.model.words import ACT_CHANNELS, MEANINGS, TONES
from falter.scene.clauses import Clause, Clauses, among, flag, items, once, read_clauses
from falter.scene.conditions import PREPOSITIONS, condition, hold
from falter.scene.construct import Construct
from falter.scene.cursor import Cursor
from falter.scene.draft import Block, Placed
from falter.scene.meanings import RESERVED, means, meant
from falter.scene.person import coming, feels
from falter.scene.quantity import is_number, metres, seconds, strength
from falter.scene.quoted import is_text, text


def move(cursor: Cursor, block: Block) -> Block:
    """`KYLO or TOM may strike "brings it down" on HUX, needs within 1.5 m, kills, cannot be undone`."""
    who = _who(cursor)
    if not cursor.accept("may"):
        cursor.missing("`may` and a move")
    token = cursor.peek()
    if token is not None and token.text in RESERVED:
        cursor.fault("FAL1303", token.span, word=token.text)
    id_ = cursor.name("a move", "move")
    if token is not None and id_ != id_.lower():
        cursor.fault("FAL1304", token.span, id=id_, what="a move", lower=id_.lower())
    made = cursor.draft.open(Move, block, "moves", cursor.line.span)
    made.fields |= {"who": who, "id": id_}
    read_clauses(cursor, made, MOVE, _unkeyed)
    return made


def _who(cursor: Cursor) -> tuple[str, ...]:
    if cursor.accept("anyone"):
        return ()
    who = [cursor.person()]
    while cursor.accept("or") or cursor.accept(",") or cursor.accept("and"):
        if cursor.tokens[cursor.at - 1].text != "or":
            cursor.fault("FAL1509", cursor.tokens[cursor.at - 1].span, found=cursor.tokens[cursor.at - 1].text)
        who.append(cursor.person())
    return tuple(who)


def _unkeyed(cursor: Cursor, block: Block) -> bool:
    """What a move's line has without a keyword: its text, and the length of a step."""
    start = cursor.at
    if is_text(cursor.peek()):
        once(cursor, block, "text", cursor.here)
        wording = cursor.draft.open(Utterance, block, "wordings", cursor.here)
        wording.fields["text"] = text(cursor, "what is done")
        return True
    if not is_number(cursor):
        return False
    distance = metres(cursor)
    if "towards" not in block.seen:
        takes = "the line of a move `toward` or `from` somewhere"
        cursor.stop("FAL1503", cursor.since(start), clause="a distance", line="this move's line", takes=takes)
    once(cursor, block, "step", cursor.since(start))
    cursor.draft.set(block, "step", distance, cursor.since(start))
    return True


def _towards(word: str) -> Clause:
    def read(cursor: Cursor, block: Block) -> None:
        start = cursor.at - 1
        if "towards" in block.seen:
            once(cursor, block, "towards", cursor.since(start))
        block.seen["towards"] = cursor.since(start)
        block.fields["towards"] = word
        small = cursor.word().upper() in cursor.draft.cast
        target = cursor.person() if cursor.capital() or small else cursor.name("a person, a mark or `asker`", "mark")
        cursor.draft.set(block, "target", target, cursor.since(start))

    return read


def _once(cursor: Cursor, block: Block) -> None:
    """`once` alone, or `once OLD`: the id before a renaming."""
    word = cursor.word()
    if word and not MOVE.begins(word):
        cursor.draft.set(block, "once", cursor.name("the move's id before", "was"), cursor.since(cursor.at - 2))
    else:
        block.fields["only_once"] = True


def _needs(cursor: Cursor, block: Block) -> None:
    hold(cursor, block, "needs", condition(cursor), open_to=False)


def _if(cursor: Cursor, block: Block) -> None:
    hold(cursor, block, "needs", condition(cursor))


def _after(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    atom = Atom(word="done", move=cursor.name("a move", "move"))
    hold(cursor, block, "needs", [[Placed(atom, cursor.since(start))]], open_to=False)


def _time(name: str) -> Clause:
    def read(cursor: Cursor, block: Block) -> None:
        start = cursor.at - 1
        cursor.draft.set(block, name, seconds(cursor), cursor.since(start))

    return read


def _leans(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    cursor.draft.set(block, "leans", strength(cursor), cursor.since(start))


def _uses(cursor: Cursor, block: Block) -> None:
    items(
        cursor,
        lambda: cursor.draft.put(block, "uses", cursor.choose(ACT_CHANNELS, "FAL1407", "a channel"), cursor.since(cursor.at - 1)),
        among(ACT_CHANNELS, MOVE.begins),
    )


def _things(name: str) -> Clause:
    """`drops mask`, `drops mask, cloak`, `tells broke`."""

    def read(cursor: Cursor, block: Block) -> None:
        kind, what = ("fact", "a fact") if name == "tells" else ("thing", "a covering")

        def one() -> None:
            start = cursor.at
            cursor.draft.put(block, name, cursor.name(what, "fact" if kind == "fact" else "thing"), cursor.since(start))

        items(cursor, one, lambda word: bool(word) and not MOVE.begins(word))

    return read


def _puts(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    thing = cursor.name("a thing", "thing")
    preposition = cursor.choose(PREPOSITIONS, "FAL1411", "`on`, `in`, `under` or `behind`")
    cursor.draft.set(block, "puts", (thing, preposition, cursor.name("a place", "name")), cursor.since(start))


def _gives(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    cursor.draft.set(block, "gives", cursor.name("a thing", "thing"), cursor.since(start))


def _grabs(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    cursor.draft.set(block, "grabs", cursor.name("a thing", "thing"), cursor.since(start))


def _searches(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    cursor.draft.set(block, "searches", cursor.name("a place", "name"), cursor.since(start))


def _link(name: str) -> Clause:
    """`opens phone`, `closes phone`."""

    def read(cursor: Cursor, block: Block) -> None:
        start = cursor.at - 1
        cursor.draft.set(block, name, cursor.name("a link", "link"), cursor.since(start))

    return read


MOVE: Final = Clauses(
    "a move's line",
    {
        **{word: _towards(word) for word in ("to", "on", "toward", "from")},
        "inner": flag("inner"),
        "aside": flag("aside"),
        "again": flag("again"),
        "once": _once,
        "cannot be undone": flag("lasting"),
        "needs": _needs,
        "if": _if,
        "after": _after,
        "takes": _time("takes"),
        "lands at": _time("lands"),
        "uses": _uses,
        "leans": _leans,
        "returns": coming("returns"),
        "drops": _things("drops"),
        "dons": _things("dons"),
        "tells": _things("tells"),
        "puts": _puts,
        "gives": _gives,
        "grabs": _grabs,
        "searches": _searches,
        "opens": _link("opens"),
        "closes": _link("closes"),
        "means": means,
        **{word: meant(word) for word in MEANINGS},
    },
    ("needs", "if", "after", "drops", "dons", "tells", "uses", "means", "once", *MEANINGS),
)


def wording(cursor: Cursor, block: Block) -> Block:
    """`says "Well?" tone cold, if ignored`, `does "waits"`, beneath a move."""
    kind = cursor.take().text
    line = text(cursor, "the words" if kind == "says" else "what is done")
    made = cursor.draft.open(Utterance, block, "wordings", cursor.line.span)
    made.fields |= {"kind": kind, "text": line}
    read_clauses(cursor, made, WORDING)
    return made


def _tone(cursor: Cursor, block: Block) -> None:
    start = cursor.at - 1
    cursor.draft.set(block, "tone", cursor.choose(TONES, "FAL1405", "a tone"), cursor.since(start))


def _feels(cursor: Cursor, block: Block) -> None:
    found: list[Felt] = []
    feels(cursor, found, WORDING)
    block.lists.setdefault("feels", []).extend(found)


def _when(cursor: Cursor, block: Block) -> None:
    hold(cursor, block, "when", condition(cursor))


WORDING: Final = Clauses(
    "a wording",
    {
        "tone": _tone,
        "feels": _feels,
        "if": _when,
        "means": means,
        **{word: meant(word) for word in MEANINGS},
    },
    ("feels", "if", "means", *MEANINGS),
)
MOVE_LINES: Final[dict[str, Construct]] = {"says": Construct(wording, "alternatives"), "does": Construct(wording, "alternatives")}
