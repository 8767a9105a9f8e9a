"""Rules of display: `plays down anger: somewhat`, `plays up grief: strongly`, `masks hurt with joy`, `feigns joy: strongly`."""

from __future__ import annotations

from typing import Any, Final

from falter.model.people import DisplayRule
from falter.model.words import FELT_WORDS
from falter.scene.clauses import items
from falter.scene.construct import Construct
from falter.scene.cursor import Cursor
from falter.scene.draft import Block
from falter.scene.quantity import colon_strength


def _emotion(cursor: Cursor) -> str:
    return cursor.choose(FELT_WORDS, "FAL1406", "an emotion")


def _each(cursor: Cursor, block: Block, rule: str) -> None:
    """`EMOTION: STRENGTH, …` after the rule's words."""

    def one() -> None:
        start = cursor.at
        made = DisplayRule(rule=rule, emotion=_emotion(cursor), strength=colon_strength(cursor))
        cursor.draft.put(block, "shows", made, cursor.since(start))

    items(cursor, one, bool)
    cursor.leftover()


def plays(cursor: Cursor, block: Block) -> None:
    """`plays down anger: somewhat, fear: barely` and `plays up grief: strongly`."""
    cursor.at += 1
    rule = f"plays {cursor.choose(('down', 'up'), 'FAL3102', 'a direction')}"
    _each(cursor, block, rule)


def feigns(cursor: Cursor, block: Block) -> None:
    """`feigns joy: strongly`."""
    cursor.at += 1
    _each(cursor, block, "feigns")


def masks(cursor: Cursor, block: Block) -> None:
    """`masks hurt with joy`."""
    cursor.at += 1
    fields: dict[str, Any] = {"emotion": _emotion(cursor)}
    if not cursor.accept("with"):
        cursor.missing("`with` and an emotion")
    cursor.draft.put(block, "shows", DisplayRule(rule="masks", **fields, by=_emotion(cursor)), cursor.line.span)
    cursor.leftover("the end of the line")


LINES: Final[dict[str, Construct]] = {"plays": Construct(plays), "feigns": Construct(feigns), "masks": Construct(masks)}
