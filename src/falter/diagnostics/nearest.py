"""The word that was probably meant: one rule for the reader and the checks."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option most like `word`, or None if none is like it; of several, the one that begins most like it.

    >>> nearest("strongley", ["barely", "somewhat", "strongly", "wholly"])
    'strongly'
    >>> nearest("leavs", ["leans", "leaves"])
    'leaves'
    >>> nearest("xyz", ["barely"]) is None
    True
    """
    best: str | None = None
    least = (0, 0)
    for option in options:
        most = max(1, max(len(word), len(option)) // 3)
        if abs(len(word) - len(option)) > most:
            continue
        away = distance(word.lower(), option.lower())
        found = (away, -alike(word.lower(), option.lower()))
        if away <= most and (best is None or found < least):
            best, least = option, found
    return best


def offer(word: str, options: Iterable[str], none: str = "declare it") -> str:
    """What to write instead of `word`: the nearest option, else the options themselves, else `none`.

    >>> offer("HUXX", ["KYLO", "HUX"])
    'write `HUX`'
    >>> offer("ZED", ["KYLO", "HUX"])
    'write one of `KYLO`, `HUX`'
    """
    known = list(dict.fromkeys(options))
    near = nearest(word, known)
    if near is not None:
        return f"write `{near}`"
    if not known:
        return none
    return "write " + ("one of " if len(known) > 1 else "") + listed(known)


def listed(words: Iterable[str], most: int = 12) -> str:
    """Words in backquotes, with commas; beyond `most` only how many more there are.

    >>> listed(["a", "b", "c"], 2)
    '`a`, `b` and 1 more'
    """
    known = list(words)
    shown = ", ".join(f"`{word}`" for word in known[:most])
    return shown if len(known) <= most else f"{shown} and {len(known) - most} more"


def alike(a: str, b: str) -> int:
    """How many letters the two begin with in common.

    >>> alike("leavs", "leaves")
    4
    """
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def distance(a: str, b: str) -> int:
    """Least number of letters to add, drop, change or swap with their neighbour to make `a` into `b`.

    The restricted Damerau-Levenshtein distance: a swap is one slip of a typing hand, not two.

    >>> distance("hxu", "hux")
    1
    """
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
