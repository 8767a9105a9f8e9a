"""A scene's text without one of its lines, and all that stands under it: `remembers nights`, `KYLO remembers nights`, `happens bell`."""

from __future__ import annotations

from falter.diagnostics.nearest import listed, nearest
from falter.diagnostics.unfit import UnfitError


class WithoutError(UnfitError):
    """No line, or more than one, reads as was asked for; `fix` says what to write."""

    OF = "without"


def without(text: str, line: str) -> str:
    """The text without the one line that begins with these words, its owner's id before them if there are several. Raises WithoutError."""
    lines = text.splitlines()
    found = [index for index, called in enumerate(_called(lines)) if any(_begins(name, line) for name in called)]
    if len(found) != 1:
        raise _not_one(lines, found, line)
    end = next((index for index in range(found[0] + 1, len(lines)) if depth(lines[index]) <= depth(lines[found[0]])), len(lines))
    return "\n".join([*lines[: found[0]], *lines[end:], ""])


def _called(lines: list[str]) -> list[tuple[str, ...]]:
    """What each line may be called: as it begins, and with its owner's id before that; nothing where it is empty."""
    owner, called = "", list[tuple[str, ...]]()
    for line in lines:
        words = " ".join(line.split())
        if not words:
            called.append(())
        elif depth(line) == 0:
            owner = words.split(" ")[0]
            called.append((words,))
        else:
            called.append((words, f"{owner} {words}"))
    return called


def _begins(line: str, asked: str) -> bool:
    """Does a line begin with these words, and no word of them only in part?"""
    asked = " ".join(asked.split())
    return line == asked or (line.startswith(asked) and bool(asked) and not line[len(asked)].isalnum() and line[len(asked)] not in "-_")


def depth(line: str) -> int:
    """Columns it is indented by; beyond any where it is empty."""
    return len(line) - len(line.lstrip()) if line.strip() else 10_000


def _not_one(lines: list[str], found: list[int], asked: str) -> WithoutError:
    called = _called(lines)
    if found:
        return WithoutError(f"begins {len(found)} lines: `{asked}`", f"write one of {listed(called[index][-1] for index in found)}")
    heads = {" ".join(name.split()[: len(asked.split())]).rstrip(":,") for names in called for name in names}
    near = nearest(" ".join(asked.split()), heads)
    return WithoutError(f"begins no line of the scene: `{asked}`", f"write `{near}`" if near else "write how the line begins")
