"""Text to scene, by hand: each line is found in the table of the block it stands in and read by its construct's own file.

Collects all faults in one pass, goes on at the next line whatever happens, and never raises on any text or bytes.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from falter.diagnostics.fault import Faults
from falter.diagnostics.nearest import listed, offer
from falter.diagnostics.source import Places, Source
from falter.model.people import Person
from falter.model.scene import CAST_FIELDS, Scene
from falter.scene import closing, display, head, inner, moves, orders, person, ties, world
from falter.scene.conditions import or_if
from falter.scene.construct import Construct
from falter.scene.cursor import CAPITALS, Cursor, Stop, told
from falter.scene.draft import Block, Draft, Use
from falter.scene.encoding import decode, judge_bytes, judge_marks
from falter.scene.meant import meant
from falter.scene.meant import meant as intended
from falter.scene.tree import Line, Tree, grow

TOP: Final[dict[str, Construct]] = {**head.LINES, **world.LINES, **closing.LINES}
PERSON: Final[dict[str, Construct]] = {**person.LINES, **ties.LINES, **orders.LINES, **inner.LINES, **display.LINES}
ALTERNATIVES: Final[dict[str, Construct]] = {"or": Construct(lambda cursor, block: or_if(cursor, block))}
TABLES: Final[dict[str, dict[str, Construct]]] = {
    "scene": TOP,
    "place": head.PLACE_LINES,
    "person": PERSON,
    "move": {**moves.MOVE_LINES, **ALTERNATIVES},
    "alternatives": ALTERNATIVES,
    "part": {},
}
"""The lines that may stand in each kind of block, by first word; in `scene` and `part` a line may also begin with a person."""
_MOVE: Final = Construct(moves.move, "move")
_OPENING: Final = Construct(person.opening, "person")
_EITHER: Final = frozenset(("at", "busy", "tempo"))
"""Words that open a person or add to one, as there is an opening line elsewhere or not."""
_HOMES: Final = {"place": "`place`", "person": "a person", "move": "a move", "alternatives": "a line with a condition", "part": "`part`"}


class Reading(NamedTuple):
    """What came of reading: the scene (None if nothing could be built), the tree, where everything stands, every fault."""

    scene: Scene | None
    tree: Tree
    places: Places
    faults: Faults
    uses: tuple[Use, ...] = ()
    """Every id where it was written, and what it names."""


class _Home(NamedTuple):
    """What the lines under a line belong to: a table and a block; None if the line could not be read."""

    table: str
    block: Block


def read(data: bytes | str, name: str = "scene") -> Reading:
    """Read a scene. Never raises for what is in it."""
    text, undecoded = decode(data)
    source = Source(name, text)
    faults = Faults(source)
    tree = grow(source)
    draft = Draft(faults, Block(Scene, (), tree.lines[0].span))
    if not judge_bytes(data, source, faults, undecoded):
        return Reading(None, tree, {}, faults)
    lines = [line for line in tree.lines if line.facts]
    judge_marks(tree, faults, frozenset(line.index for line in lines if _text(line, 0) in ("scene", "place")))
    if not lines:
        faults.add("FAL1001", None)
    if not lines or not _version(lines[0], draft):
        return Reading(None, tree, {}, faults)
    _Reader(draft, lines[1:] if "unread" in draft.scene.seen else lines).read()
    scene = draft.finish()
    assert isinstance(scene, Scene)
    return Reading(scene, tree, draft.places, faults, tuple(draft.uses))


def _version(line: Line, draft: Draft) -> bool:
    """Does the file say its version? False if it is one of the future: nothing more can be said of it then."""
    if _text(line, 0) != "falter":
        draft.faults.add("FAL1008", line.span, known=head.VERSION)
        words = [token.text for token in line.facts]
        if words[0] not in TOP and not CAPITALS.fullmatch(words[0]) and "may" not in words:
            # No line of a scene either: a slip in the word, or another kind of file. Once is enough.
            draft.scene.seen["unread"] = line.span
        return True
    number = line.facts[1] if len(line.facts) > 1 else None
    future = number is not None and number.kind == "number" and float(number.text) > head.VERSION
    if future:
        assert number is not None
        draft.faults.add("FAL1009", number.span, found=number.text, known=head.VERSION)
    return not future


def _text(line: Line, at: int) -> str:
    return line.facts[at].text if at < len(line.facts) else ""


class _Reader:
    """One pass over the lines."""

    def __init__(self, draft: Draft, lines: list[Line]) -> None:
        self.draft = draft
        self.lines = lines
        self.top = _Home("scene", draft.scene)
        self.homes: dict[int, _Home | None] = {}
        """For every line read, what its own lines belong to."""
        self.around: dict[int, _Home | None] = {}
        """For every line read, what it belongs to itself."""
        self.barren: set[int] = set()
        """Lines that take no lines beneath, faulted once."""
        self.latest: dict[str, Block] = {}
        self.openers: set[int] = set()

    def read(self) -> None:
        """All lines; facts about a person that stand outside come last, when everyone has been opened."""
        self._cast()
        late: set[int] = set()
        held: list[Line] = []
        for line in self.lines:
            if line.parent in late or (line.level == 0 and self._adds(line)):
                late.add(line.index)
                held.append(line)
            else:
                self._line(line)
        for line in held:
            self._line(line)
        if "title" not in self.draft.scene.fields:
            if "scene" not in self.draft.scene.seen and not self._is_cast():
                self.draft.faults.add("FAL1011", None)
            self.draft.scene.fields["title"] = ""

    def _is_cast(self) -> bool:
        """Is this no scene, but a cast for scenes to use?"""
        said = self.draft.scene.fields.keys() | self.draft.scene.lists.keys()
        return bool(said) and said <= CAST_FIELDS and all(_text(line, 0) not in ("place", "told") for line in self.lines)

    def _cast(self) -> None:
        """Who is opened and which moves are made, before any line is read: order of lines carries no meaning."""
        made = set()
        definite: dict[str, None] = {}
        either: list[Line] = []
        for line in self.lines:
            words = [token.text for token in line.facts]
            if "may" in words[1:-1]:
                made.add(words[words.index("may", 1) + 1])
            if words[0] in ("happens", "later") and len(words) > 1:
                made.add(words[1])
            if line.facts[0].kind == "word" and CAPITALS.fullmatch(words[0]) and self._opens(line):
                if len(words) > 1 and words[1] in _EITHER:
                    either.append(line)
                else:
                    definite[words[0]] = None
                    self.openers.add(line.index)
        for line in either:
            id_ = line.facts[0].text
            if id_ not in definite:
                definite[id_] = None
                self.openers.add(line.index)
        self.draft.cast = frozenset(definite)
        self.draft.moves = frozenset(made)
        self.draft.borrows = any(_text(line, 0) == "use" for line in self.lines)
        self.draft.things = frozenset(_text(line, 1) for line in self.lines if _text(line, 0) == "thing")

    @staticmethod
    def _opens(line: Line) -> bool:
        """Could a line that begins with a person's id open that person?"""
        if len(line.facts) == 1:
            return True
        second = line.facts[1]
        if second.kind != "word":
            return True
        if second.text in ("may", "or", "and"):
            return False
        if second.text in person.OPENING.first:
            return True
        if line.facts[0].text.lower() in TOP:
            return False
        meant = second.text in PERSON or intended(second.text, (*PERSON, "may")) is not None
        return not meant and all(token.text != "may" for token in line.facts)

    def _adds(self, line: Line) -> bool:
        """Does the line add a fact to a person opened elsewhere?"""
        first, second = line.facts[0], _text(line, 1)
        return first.kind == "word" and CAPITALS.fullmatch(first.text) is not None and line.index not in self.openers and second in PERSON

    def _line(self, line: Line) -> None:
        home = self._home(line)
        self.around[line.index] = home
        self.homes[line.index] = None
        if home is None:
            return
        if line.skewed:
            self.draft.faults.add("FAL1101", line.facts[0].span, width=line.width)
        cursor = Cursor(line, self.draft)
        try:
            self.homes[line.index] = self._read(cursor, home)
        except Stop:
            return

    def _home(self, line: Line) -> _Home | None:
        """What a line belongs to. Under a line that takes none, what that line belongs to."""
        if line.parent is None:
            return self.top
        home = self.homes.get(line.parent)
        if home is not None and home.table:
            return home
        if home is None:
            return None
        if line.parent not in self.barren:
            self.barren.add(line.parent)
            first = self.lines_by_index[line.parent].facts[0].text
            self.draft.faults.add("FAL1102", line.facts[0].span, line=first)
        return self.around[line.parent]

    @property
    def lines_by_index(self) -> dict[int, Line]:
        """The lines by their place in the file."""
        if not hasattr(self, "_by_index"):
            self._by_index = {line.index: line for line in self.lines}
        return self._by_index

    def _read(self, cursor: Cursor, home: _Home) -> _Home | None:
        construct, home = self._construct(cursor, home)
        block = construct.read(cursor, home.block)
        cursor.leftover()
        if not construct.beneath:
            return _Home("", home.block)
        if block is None:
            return None
        self.latest[construct.beneath] = block
        return _Home(construct.beneath, block)

    def _construct(self, cursor: Cursor, home: _Home) -> tuple[Construct, _Home]:
        """The construct of a line, and the block it goes to."""
        word = cursor.word()
        if not word:
            cursor.stop("FAL1110", cursor.here, found=told(cursor.tokens[0]))
        if home.table in ("scene", "part"):
            named = self._named(cursor, home)
            if named is not None:
                return named
        if word in TABLES[home.table]:
            return TABLES[home.table][word], home
        return self._misplaced(cursor, home) or self._misspelt(cursor, home)

    def _named(self, cursor: Cursor, home: _Home) -> tuple[Construct, _Home] | None:
        """A line that begins with who it is about."""
        if cursor.word() == "anyone" or cursor.word(1) == "may" or (cursor.word(1) in ("or", "and") and cursor.word() != "or"):
            return _MOVE, home
        if not cursor.capital() or (cursor.word().lower() in TOP and cursor.line.index not in self.openers):
            return None
        if home.table == "part":
            cursor.stop("FAL1103", cursor.here, word=cursor.word(), belongs="at the start of a line, not indented", home="`part`")
        if cursor.line.index in self.openers:
            return _OPENING, home
        return self._about(cursor)

    def _about(self, cursor: Cursor) -> tuple[Construct, _Home]:
        """A line that adds a fact to a person opened elsewhere."""
        id_, second = cursor.word(), cursor.word(1)
        if second not in PERSON:
            near = intended(second, ("may", *PERSON, *person.OPENING.first))
            if near is None or near in person.OPENING.first:
                return _OPENING, self.top
            token = cursor.tokens[1]
            cursor.fault("FAL1104", token.span, word=second, where="after a person", offer=f"write `{near}`")
            if near == "may":
                raise Stop
            cursor.tokens = (cursor.tokens[0], token._replace(text=near), *cursor.tokens[2:])
            second = near
        block = self.draft.people.get(id_)
        if block is None and self.draft.borrows:
            # Whether a used file opens him is found when it is joined to this one.
            block = self.draft.open(Person, self.draft.scene, "people", cursor.line.span)
            block.fields["id"] = id_
            self.draft.people[id_] = block
        if block is None:
            options = self.draft.cast
            cursor.stop("FAL1107", cursor.here, id=id_, offer=offer(id_, options, f'open the person first: `{id_} "the …", they`'))
        cursor.draft.uses.append(Use("person", id_, cursor.here))
        cursor.at = 1
        return PERSON[second], _Home("person", block)

    def _misplaced(self, cursor: Cursor, home: _Home) -> tuple[Construct, _Home] | None:
        """A line that belongs to another block: faulted, and read there if there is one."""
        word = cursor.word()
        if home.table != "scene" and (
            word in TOP or word == "anyone" or (cursor.capital() and home.table != "part" and word.lower() not in TABLES[home.table])
        ):
            cursor.fault("FAL1103", cursor.here, word=word, belongs="at the start of a line, not indented", home=_HOMES[home.table])
            return self._construct(cursor, self.top)
        for table, constructs in TABLES.items():
            if table != "scene" and word in constructs:
                home_name = _HOMES.get(home.table, "the start of a line")
                cursor.fault("FAL1103", cursor.here, word=word, belongs=f"indented under {_HOMES[table]}", home=home_name)
                block = self.latest.get(table)
                if block is None:
                    raise Stop
                # What stands beneath was meant for that block too: one fault tells of them all.
                there = _Home(table, block)
                self.around[cursor.line.index] = there
                self.barren.add(cursor.line.index)
                return constructs[word], there
        return None

    def _misspelt(self, cursor: Cursor, home: _Home) -> tuple[Construct, _Home]:
        """A line whose first word is like one that may stand here: faulted, and read as that."""
        word = cursor.word()
        table = TABLES[home.table]
        if home.table == "scene" and word.upper() in self.draft.cast:
            cursor.fault("FAL1302", cursor.here, id=word, what="a person", offer=f"write `{word.upper()}`")
            raise Stop
        near = meant(word, table)
        options = f"write `{near}`" if near else "write one of " + listed(sorted(table), 60) if table else "write a move: `NAME may …`"
        where = "at the start of a line" if home.table == "scene" else f"under {_HOMES[home.table]}"
        cursor.fault("FAL1104", cursor.here, word=told(cursor.tokens[0]), where=where, offer=options)
        if near is None:
            raise Stop
        self._mend(cursor, near)
        return table[near], home

    @staticmethod
    def _mend(cursor: Cursor, word: str) -> None:
        """Go on as if the word had been written right."""
        first = cursor.tokens[0]
        cursor.tokens = (first._replace(text=word), *cursor.tokens[1:])
