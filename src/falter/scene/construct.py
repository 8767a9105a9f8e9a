"""What every kind of line has: how it is read, and which lines may stand under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from falter.scene.cursor import Cursor
from falter.scene.draft import Block

Read = Callable[[Cursor, Block], Block | None]
"""Reads a line into the block it stands in; gives the block that lines beneath belong to."""


class Construct(NamedTuple):
    """A kind of line: what reads it, and the name of the table of lines beneath it ("" for none)."""

    read: Read
    beneath: str = ""
