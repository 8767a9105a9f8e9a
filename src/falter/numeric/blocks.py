"""Blocks as the step sees them: in plain mode themselves, when compiled their addresses (decisions/kernel-speed.md)."""

from __future__ import annotations

from typing import Any

from falter.numeric.mode import cast


@cast("table")
def table(block: Any) -> Any:
    """The block itself, which step code below only reads; when compiled, its address, with the promise that it stays as it is."""
    return block


@cast("state")
def state(block: Any) -> Any:
    """The block itself; when compiled, its address, at which `len` is not to be had."""
    return block
