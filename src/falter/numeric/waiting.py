"""Who is told, before it begins, of what keeps a person waiting for seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

COMPILING = "making machine code of the engine for this computer: about ten seconds, and never again until the engine changes"

_listeners: list[Callable[[str], None]] = []


@contextmanager
def telling(listener: Callable[[str], None]) -> Iterator[None]:
    """As long as this lasts, the listener is told.

    >>> with telling(print):
    ...     tell("a moment")
    a moment
    >>> tell("nobody hears")
    """
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def tell(what: str) -> None:
    """Say what is about to be waited for."""
    for listener in tuple(_listeners):
        listener(what)
