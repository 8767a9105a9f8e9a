"""Addresses of draws: whose draw, for what, about what. A 64-bit word, from ids alone, so that no order of lines moves luck.

Imports nothing of Falter: the tables carry addresses as a column, the kernel draws by them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


class CollisionError(ValueError):
    """Two draws have the same address; `first` and `second` are their (person, purpose, thing)."""

    def __init__(self, first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
        super().__init__(f"the draws {'/'.join(first)} and {'/'.join(second)} have the same address: rename one of them")
        self.first = first
        self.second = second


def address(person: str, purpose: str, thing: str = "") -> int:
    """The address of a draw, 64 bits: a digest of the three ids, each with its length, so that ("AB", "C") is not ("A", "BC").

    >>> hex(address("KYLO", "noise", "strike"))
    '0x9090c3484a615dc5'
    """
    parts = (part.encode() for part in (person, purpose, thing))
    text = b"".join(len(part).to_bytes(4, "little") + part for part in parts)
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little")


@dataclass
class Addresses:
    """The addresses given out for one scene."""

    given: dict[int, tuple[str, str, str]] = field(default_factory=dict)

    def give(self, person: str, purpose: str, thing: str = "") -> int:
        """The address of a draw, noted; the same draw may ask again. Raises CollisionError where another draw has it.

        By chance that befalls one scene of 10,000 draws in 3.7·10¹¹ (n²/2 in 2⁶⁴).
        """
        word = address(person, purpose, thing)
        asked = (person, purpose, thing)
        holder = self.given.setdefault(word, asked)
        if holder != asked:
            raise CollisionError(holder, asked)
        return word
