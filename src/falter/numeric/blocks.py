"""Blocks as the step sees them: in plain mode themselves, when compiled their addresses (`numeric.pointers`, decisions/kernel-speed.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from falter.numeric.mode import primitive


def _table_compiled(_numba: Any) -> Callable[..., Any]:
    from falter.numeric.pointers import table as body

    return body


@primitive(_table_compiled)
def table(block: Any) -> Any:
    """The block itself, which step code below only reads; when compiled, its address, with the promise that it stays as it is."""
    return block


def _state_compiled(_numba: Any) -> Callable[..., Any]:
    from falter.numeric.pointers import state as body

    return body


@primitive(_state_compiled)
def state(block: Any) -> Any:
    """The block itself; when compiled, its address, at which `len` is not to be had."""
    return block
