"""Orders and promises: what a person is bound to do."""

from __future__ import annotations

from typing import Any, Final

from falter.model.people import Order, Promise
from falter.scene.clauses import Clauses, read_clauses
from falter.scene.conditions import condition, hold
from falter.scene.construct import Construct
from falter.scene.cursor import Cursor
from falter.scene.draft import Block
from falter.scene.quantity import colon_strength, seconds, strength
from falter.scene.ties import reason


def order(cursor: Cursor, block: Block) -> None:
    """`ordered by SNOKE to strike HUX: wholly, within 10 min "because"`."""
    cursor.at += 1
    if not cursor.accept("by"):
        cursor.missing("`by` and a person")
    fields: dict[str, Any] = {"by": cursor.person()}
    if not cursor.accept("to"):
        cursor.missing("`to` and a move")
    if cursor.word() == "keep" and cursor.capital(1):
        cursor.at += 1
        person = cursor.person()
        if not cursor.accept("on"):
            cursor.missing("`on` and a link")
        fields["keeps"] = (person, cursor.name("a link", "link"))
    else:
        fields["move"] = cursor.name("a move", "move")
        fields["target"] = cursor.person() if cursor.word() else None
    fields["strength"] = colon_strength(cursor)
    if cursor.accept(",", "within") or cursor.accept("within"):
        fields["within"] = seconds(cursor)
    fields["because"] = reason(cursor)
    cursor.draft.put(block, "orders", Order(**fields), cursor.line.span)
    cursor.leftover("`, within` and a time, a reason in quotes or the end of the line")


def _unless(cursor: Cursor, block: Block) -> None:
    hold(cursor, block, "unless", condition(cursor, also="unless"))


def _within(cursor: Cursor, block: Block) -> None:
    block.fields["within"] = seconds(cursor)


PROMISE: Final = Clauses("a `promises` line", {"unless": _unless, "within": _within})


def promise(cursor: Cursor, block: Block) -> Block:
    """`promises shoot HUX unless CAR here within 10 min: strongly`."""
    cursor.at += 1
    move = cursor.name("a move", "move")
    made = cursor.draft.open(Promise, block, "promises", cursor.line.span)
    made.fields["move"] = move
    if cursor.capital():
        made.fields["target"] = cursor.person()
    read_clauses(cursor, made, PROMISE, _strength)
    return made


def _strength(cursor: Cursor, block: Block) -> bool:
    if not cursor.accept(":"):
        return False
    block.fields["strength"] = strength(cursor)
    return True


LINES: Final[dict[str, Construct]] = {"ordered": Construct(order), "promises": Construct(promise, "alternatives")}
