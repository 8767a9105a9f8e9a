"""The teller's own luck: a draw is a pure function of the seed and what it is for. It never touches the performance's draws."""

from __future__ import annotations

from typing import Final

_MASK: Final = 0xFFFFFFFFFFFFFFFF


def _mix(word: int) -> int:
    """Steele, Lea & Flood (2014), the finaliser of SplitMix64."""
    word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & _MASK
    return word ^ (word >> 31)


def address(*parts: object) -> int:
    """64 bits of what a draw is for: FNV-1a over its parts (Fowler, Noll & Vo 1991), then mixed."""
    word = 0xCBF29CE484222325
    for byte in "\x1f".join(map(str, parts)).encode():
        word = ((word ^ byte) * 0x100000001B3) & _MASK
    return _mix(word)


def below(limit: int, seed: int, *parts: object) -> int:
    """A draw in 0 … limit − 1.

    >>> below(3, 7, "a") == below(3, 7, "a")
    True
    """
    return _mix((seed + address(*parts)) & _MASK) % limit
