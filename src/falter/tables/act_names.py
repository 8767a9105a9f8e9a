"""How acts are called by whoever asks about them: `own-up`, `BEN own-up`, `BEN own-up ANNA`, with points or spaces between."""

from __future__ import annotations

from collections.abc import Sequence

from falter.diagnostics.nearest import listed, offer
from falter.diagnostics.unfit import UnfitError


class NoSuchActError(UnfitError):
    """There is no such act; `fix` says what to write."""

    OF = "act"


def is_called(label: Sequence[str], name: str) -> bool:
    """Is an act called so, by who does it, what it is, and to whom?

    >>> [is_called(("BEN", "own-up", "ANNA"), name) for name in ("own-up", "BEN own-up", "BEN.own-up.ANNA", "BEN", "ANNA own-up")]
    [True, True, True, False, False]
    """
    asked, words = name.replace(".", " ").split(), list(label)
    return asked in (words[1:2], words[:2], words)


def rows_called(labels: Sequence[str], name: str) -> list[int]:
    """The rows of the acts that are called so."""
    return [row for row, label in enumerate(labels) if is_called(label.split(" "), name)]


def row_called(labels: Sequence[str], name: str, error: type[UnfitError] = NoSuchActError, own: Sequence[str] | None = None) -> int:
    """The row of the one act that is called so. Raises the error where none is, or several, with what to write; of none, one of `own`."""
    if not isinstance(name, str):
        raise error(f"must be the name of an act; got {name!r}", offered(labels, ""))
    rows = rows_called(labels, name)
    if len(rows) > 1:
        raise error(f"names several acts of this scene: `{name}`", f"write one of {listed(labels[row] for row in rows)}")
    if not rows:
        raise error(f"names no act of this scene: `{name}`", offered(labels if own is None else own, name))
    return rows[0]


def offered(labels: Sequence[str], name: str, none: str = "write who, and a move") -> str:
    """What to write in place of a name that no act has: one that is like it in all its words; else without whom it is for."""
    words = [label.split(" ") for label in labels]
    asked, sign = name.replace(".", " ").split(), "." if "." in name else " "
    if len(asked) == 1 and asked[0] not in {each[0] for each in words}:
        return offer(name, [each[1] for each in words], none)
    doer = [each for each in words if each[:1] == asked] or words
    return offer(name, [sign.join(each[:2] if len(asked) < 3 else each) for each in doer], none)
