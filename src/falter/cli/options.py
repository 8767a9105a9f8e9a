"""Values that flags take, read in one way by every command."""

from __future__ import annotations

from collections.abc import Callable

import typer

SEEDS = 2**64
"""Seeds are whole numbers below this."""


def seed_number(text: str) -> int:
    """A seed, as typed."""
    if not text.isdecimal() or not int(text) < SEEDS:
        raise typer.BadParameter(f"must be a whole number from 0 to {SEEDS - 1}; got `{text}`")
    return int(text)


def one_of(*options: str) -> Callable[[str], str]:
    """A reader of one of these words."""

    def word(text: str) -> str:
        if text not in options:
            raise typer.BadParameter(f"must be one of {', '.join(f'`{option}`' for option in options)}; got `{text}`")
        return text

    return word
