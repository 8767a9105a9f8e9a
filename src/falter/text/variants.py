"""Text that varies: ink's four forms, chosen by how often a text was used, and people's names left in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from falter.text.draws import below

PERSON: Final = re.compile(r"\{([A-Z][A-Z0-9_-]*)(['’]s)?\}")
"""`{HUX}`, and `{HUX's}` for what is his."""
_MARKS: Final = "&!~"


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of the text: (plain, False) and (inside of one pair of braces, True)."""
    depth, start = 0, 0
    for at, char in enumerate(text):
        if char == "{":
            if depth == 0:
                yield text[start:at], False
                start = at + 1
            depth += 1
        elif char == "}" and depth:
            depth -= 1
            if depth == 0:
                yield text[start:at], True
                start = at + 1
    yield text[start:], False


def _alternatives(inside: str) -> list[str]:
    depth, parts, start = 0, [], 0
    for at, char in enumerate(inside):
        depth += (char == "{") - (char == "}")
        if char == "|" and depth == 0:
            parts.append(inside[start:at])
            start = at + 1
    return [*parts, inside[start:]]


def _pick(mark: str, count: int, use: int, seed: int, purpose: str) -> int | None:
    if mark == "&":
        return use % count
    if mark == "!":
        return use if use < count else None
    if mark == "~":
        return below(count, seed, "shuffle", purpose, use)
    return min(use, count - 1)


def vary(text: str, use: int, seed: int = 0, purpose: str = "") -> str:
    """The text as told at its `use`-th use (from 0). `purpose` is the text's id; names in braces are left.

    >>> vary("takes {a step|another step}", 0), vary("takes {a step|another step}", 5), vary("{!once}", 1)
    ('takes a step', 'takes another step', '')
    """
    told: list[str] = []
    for number, (piece, braced) in enumerate(_pieces(text)):
        if not braced:
            told.append(piece)
            continue
        mark = piece[:1] if piece[:1] in _MARKS else ""
        parts = _alternatives(piece[len(mark) :])
        if len(parts) == 1 and not mark:
            told.append("{" + piece + "}")
            continue
        chosen = _pick(mark, len(parts), use, seed, f"{purpose}/{number}")
        told.append("" if chosen is None else vary(parts[chosen], use, seed, f"{purpose}/{number}/{chosen}"))
    return re.sub(r"  +", " ", "".join(told)).strip()


def readings(text: str) -> list[str]:
    """Texts that between them hold every alternative at least once."""
    widest = max((len(_alternatives(piece)) for piece, braced in _pieces(text) if braced), default=1)
    return [_nth(text, number) for number in range(widest)]


def _nth(text: str, number: int) -> str:
    told = []
    for piece, braced in _pieces(text):
        if not braced:
            told.append(piece)
            continue
        parts = _alternatives(piece[1:] if piece[:1] in _MARKS else piece)
        whole = len(parts) == 1 and piece[:1] not in _MARKS
        told.append("{" + piece + "}" if whole else _nth(parts[min(number, len(parts) - 1)], number))
    return re.sub(r"  +", " ", "".join(told)).strip()
