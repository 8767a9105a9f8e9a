"""When a performance closes and what it is then called; what is expected of it; what may not or must come before what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from falter.model.scene import Aim, Closing, Ending, Expectation, Must, Never
from falter.scene.conditions import condition, hold
from falter.scene.construct import Construct
from falter.scene.cursor import Cursor, Stop
from falter.scene.draft import Block
from falter.scene.quantity import is_number, seconds, share_range


def closes(cursor: Cursor, block: Block) -> None:
    """`closes 30 s after strike or when KYLO gone or at 12 min`."""
    cursor.at = 1
    while True:
        start = cursor.at
        try:
            _way(cursor, block)
        except Stop:
            cursor.at = max(cursor.at, start + (cursor.at == start))
            while not cursor.ended and cursor.word() != "or":
                cursor.at += 1
        if cursor.ended:
            return
        if not cursor.accept("or"):
            cursor.accept(",")
            if not cursor.accept("or"):
                cursor.leftover("`or` and another way to close, or the end of the line")
                return


def _way(cursor: Cursor, block: Block) -> None:
    start = cursor.at
    if is_number(cursor):
        after = seconds(cursor)
        if not cursor.accept("after"):
            cursor.missing("`after` and a move")
        made = Closing(after=cursor.name("a move", "move"), seconds=after)
        cursor.draft.put(block, "closings", made, cursor.since(start))
    elif cursor.accept("at"):
        at = seconds(cursor)
        cursor.draft.put(block, "closings", Closing(at=at), cursor.since(start))
    elif cursor.accept("after"):
        made = Closing(after=cursor.name("a move", "move"), seconds=0.0)
        cursor.draft.put(block, "closings", made, cursor.since(start))
    elif cursor.accept("when") or cursor.accept("if"):
        alternatives = condition(cursor, ways=True)
        opened = cursor.draft.open(Closing, block, "closings", cursor.since(start))
        hold(cursor, opened, "when", alternatives, open_to=False)
    else:
        cursor.missing("a time `after` a move, `when` and a condition, or `at` and a time")


def _sentences(cursor: Cursor, read: Callable[[], None]) -> None:
    """What stands between semicolons, each read on its own."""
    cursor.at = 1
    while True:
        start = cursor.at
        try:
            read()
        except Stop:
            cursor.at = max(cursor.at, start + (cursor.at == start))
            while not cursor.ended and cursor.point() != ";":
                cursor.at += 1
        while cursor.accept(";"):
            pass
        if cursor.ended:
            return
        if cursor.at == start or cursor.tokens[cursor.at - 1].text != ";":
            cursor.leftover("`;` or the end of the line")
            return


def ends(cursor: Cursor, block: Block) -> None:
    """`ends killed if HUX dead; spared if spare; else standoff`."""

    def ending() -> None:
        start = cursor.at
        if cursor.accept("else"):
            made = Ending(name=cursor.name("an ending", "ending"))
            cursor.draft.put(block, "endings", made, cursor.since(start))
            return
        name = cursor.name("an ending", "ending")
        if not cursor.accept("if") and not cursor.accept("when"):
            cursor.missing("`if` and a condition")
        alternatives = condition(cursor)
        opened = cursor.draft.open(Ending, block, "endings", cursor.since(start))
        opened.fields["name"] = name
        hold(cursor, opened, "when", alternatives, open_to=False)

    _sentences(cursor, ending)


def expects(cursor: Cursor, block: Block) -> None:
    """`expect killed 30..70 %; expect every move performed`."""

    def expectation() -> None:
        start = cursor.at
        cursor.accept("expect")
        if cursor.accept("every", "move", "performed"):
            made = Expectation()
        else:
            ending = cursor.name("an ending", "ending")
            least, most = share_range(cursor)
            made = Expectation(ending=ending, least=least, most=most)
        cursor.draft.put(block, "expectations", made, cursor.since(start))

    _sentences(cursor, expectation)


def aims(cursor: Cursor, block: Block) -> None:
    """`aim spared 30..45 %`."""

    def aim() -> None:
        start = cursor.at
        cursor.accept("aim")
        ending = cursor.name("an ending", "ending")
        least, most = share_range(cursor)
        cursor.draft.put(block, "aims", Aim(ending=ending, least=least, most=most), cursor.since(start))

    _sentences(cursor, aim)


def never(cursor: Cursor, block: Block) -> None:
    """`never kiss after strike`."""
    cursor.at = 1
    move = cursor.name("a move", "move")
    if not cursor.accept("after"):
        cursor.missing("`after` and a move")
    cursor.draft.put(block, "nevers", Never(move=move, after=cursor.name("a move", "move")), cursor.line.span)
    cursor.leftover("the end of the line")


def must(cursor: Cursor, block: Block) -> None:
    """`must unmask before strike`, `must unmask`."""
    cursor.at = 1
    move = cursor.name("a move", "move")
    before = cursor.name("a move", "move") if cursor.accept("before") else None
    cursor.draft.put(block, "musts", Must(move=move, before=before), cursor.line.span)
    cursor.leftover("`before` and a move, or the end of the line")


LINES: Final[dict[str, Construct]] = {
    "closes": Construct(closes),
    "ends": Construct(ends),
    "expect": Construct(expects),
    "aim": Construct(aims),
    "never": Construct(never),
    "must": Construct(must),
}
