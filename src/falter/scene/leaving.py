"""A scene's text without one of its lines, and without what names it: conditions that can no longer hold, and what hangs on them alone.

What is left out is not so any more: a condition that asks for it never holds, one that asks for its contrary always does. A line that could
never come goes; a move that handles, recalls or tells of it goes. Where a name stands for more than that (whom the telling keeps close to,
when all closes, what must be), nothing is decided here, and the fault stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from falter.diagnostics.fault import Fault
from falter.diagnostics.page import fill, page, severity
from falter.diagnostics.source import Span
from falter.scene.checks import check
from falter.scene.reader import read
from falter.scene.without import WithoutError, depth, without

NAMES: Final = frozenset(
    ("FAL2001", "FAL2002", "FAL2003", "FAL2004", "FAL2005", "FAL3401", "FAL3411", "FAL3412", "FAL3530", "FAL3601", "FAL2608", "FAL2609")
)
"""Faults of a name that names nothing."""
NEVER: Final = frozenset(
    ("FAL2302", "FAL2303", "FAL2304", "FAL2305", "FAL2306", "FAL2307", "FAL2308", "FAL2309", "FAL2310", "FAL2320", "FAL2321", "FAL2322")
) | frozenset(("FAL3303", "FAL3404"))
"""Faults of a condition that nothing can fulfil."""
DROPPED: Final = re.compile(
    r"[ \t]+(?!ordered |promises |wants )\S|[A-Z][A-Z0-9_-]* (?:may|thinks|waits|senses|sees|knows|wonders|remembers)\b"
    r"|(?:detail|happens|later|arrives|never|ends|expect|aim|part) "
)
"""Lines that may be left out with another: what stands under something, moves and words, and what comes about."""
JOINTS: Final = re.compile(r" and | or if | or |(?:,? )?\b(?:if|when|unless) |, |; |: | within (?=[\d.]+ (?:s|min|h)\b)|\n")
"""What stands between the parts of a printed line, its conditions and what comes after them."""
AT_ONCE: Final = re.compile(r"\s*(?:promises|later) |happens (?![^\n]* in \d)")
"""Lines that say something else, or nothing, without their condition."""
LISTS: Final = {"ends": "; ", "expect": "; ", "aim": "; ", "told": "; ", "closes": " or "}
"""Lines whose parts are each a thing of its own, and what stands between them. One that could never come goes, if another is left."""
QUOTED: Final = re.compile(r'"[^"\n]*"')
MOST: Final = 400
"""Names and conditions that are left out before one gives up."""


@dataclass(frozen=True)
class Shorter:
    """A text without a line; what went with it."""

    text: str
    lines: tuple[str, ...] = ()
    """Lines left out with it, as they stood."""
    conditions: tuple[str, ...] = ()
    """Parts of conditions that always hold without it, or never, where something else is left."""


def left_out(text: str, asked: Sequence[str]) -> Shorter:
    """The text without the lines that begin with these words, and without what needs them.

    Raises WithoutError where no line begins so, or several; and where a line needs one of them of which that cannot be decided.
    """
    for line in asked:
        text = without(text, line)
    shorter = Shorter(text)
    for _ in range(MOST):
        further = _further(shorter)
        if further.text == shorter.text:
            break
        shorter = further
    needing = next((_line_at(shorter.text, span.start) for span in _unfit(shorter.text)), None)
    if needing is not None:
        fix = f"leave that out as well: `--without '{_head(needing)}'`"
        raise WithoutError(f"leaves a line of which it is not plain what it should be then: `{needing}`", fix)
    amiss = next((fault for fault in _faults(shorter.text) if severity(fault.code) == "error"), None)
    if amiss is not None:
        told = fill(page(amiss.code).what, amiss.holes)
        raise WithoutError(f"cannot leave out `{'`, `'.join(asked)}`, for then {told}", "leave out another line")
    return shorter


def _unfit(text: str) -> list[Span]:
    """Where names stand that name nothing, and conditions that never hold; in their order."""
    return sorted(fault.span for fault in _faults(text) if fault.span is not None and fault.code in NAMES | NEVER)


def _faults(text: str) -> list[Fault]:
    """All that is wrong with a text."""
    reading = read(text, "scene")
    if reading.scene is not None:
        check(reading.scene, reading.places, reading.faults)
    return reading.faults.found


def _line_at(text: str, place: int) -> str:
    """The line around a place, with its owner before it."""
    start = text.rfind("\n", 0, place) + 1
    return f"{_owner(text, start)}{text[start : text.find(chr(10), place)].strip()}"


def _further(shorter: Shorter) -> Shorter:
    """The text with every name that names nothing, and every condition that never holds, taken care of where it can be, the last first."""
    untouched = len(shorter.text)
    for span in reversed(_unfit(shorter.text)):
        if span.end <= untouched:
            step = _without_name(shorter, span.start)
            if step is not None:
                untouched = _alike(shorter.text, step.text)
                shorter = step
    return shorter


def _alike(one: str, other: str) -> int:
    """For how many letters from their beginning two texts are the same."""
    return next((at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), min(len(one), len(other)))


def _without_name(shorter: Shorter, place: int) -> Shorter | None:
    """The text without the condition that a name stands in, or without the whole line; None where that cannot be decided."""
    text = shorter.text
    bare = QUOTED.sub(lambda quote: "\0" * len(quote[0]), text)
    start = bare.rfind("\n", 0, place) + 1
    atom = _atom(bare, start, place)
    listed = LISTS.get(bare[start : bare.find(" ", start)])
    if atom is not None:
        begin, end, contrary = atom
        first, last = _alternative(bare, start, begin, end)
        if contrary and (first, last) != (begin, end):
            return _trimmed(shorter, start, *_joined(bare, begin, end, " and "))
        if contrary:
            always = None if listed or AT_ONCE.match(bare, start) else _condition(bare, start, begin)
            return _trimmed(shorter, start, *always) if always else None
        if " or if " in (_opening(bare, first), _closing(bare, last)):
            return _trimmed(shorter, start, *_joined(bare, first, last, " or if "))
    if listed is not None:
        part = _part(bare, start, place, listed)
        return _trimmed(shorter, start, *part) if part else None
    if (cue := _cue(bare, start, place)) is not None:
        return _trimmed(shorter, start, *cue)
    return _without_line(shorter, start)


def _atom(bare: str, start: int, at: int) -> tuple[int, int, bool] | None:
    """Where the part of a condition around a place begins and ends, and whether it says that something is not so; None outside of them."""
    begin, opening = start, ""
    for joint in JOINTS.finditer(bare, start, at):
        begin, opening = joint.end(), joint[0]
    if opening not in (" and ", " or if ") and opening.lstrip(", ") not in ("if ", "when ", "unless "):
        return None
    if re.match(r"\s*(?:\S+ )?wonders ", bare[start:begin]):
        return None
    found = JOINTS.search(bare, at)
    return begin, found.start() if found else len(bare), bare.startswith("not ", begin)


def _alternative(bare: str, start: int, begin: int, end: int) -> tuple[int, int]:
    """Where the alternative around a part of a condition begins and ends."""
    for joint in JOINTS.finditer(bare, start, begin):
        if joint[0] != " and ":
            begin_of = joint.end()
    while _closing(bare, end) == " and ":
        found = JOINTS.search(bare, end + len(" and "))
        end = found.start() if found else len(bare)
    return begin_of, end


def _condition(bare: str, start: int, begin: int) -> tuple[int, int]:
    """The whole condition around a place, with the word that opens it; it is the last thing on its line."""
    opening = [joint for joint in JOINTS.finditer(bare, start, begin) if joint[0] not in (" and ", " or if ")][-1]
    return opening.start(), bare.find("\n", begin)


def _joined(bare: str, begin: int, end: int, joint: str) -> tuple[int, int]:
    """A stretch with the joint that goes with it: the one after it, else the one before."""
    if _closing(bare, end) == joint:
        return begin, end + len(joint)
    return begin - len(joint), end


def _opening(bare: str, begin: int) -> str:
    """The joint that ends where a stretch begins."""
    return next((joint[0] for joint in JOINTS.finditer(bare, bare.rfind("\n", 0, begin) + 1, begin) if joint.end() == begin), "")


def _closing(bare: str, end: int) -> str:
    """The joint that begins where a stretch ends."""
    found = JOINTS.match(bare, end)
    return found[0] if found else ""


def _part(bare: str, start: int, at: int, between: str) -> tuple[int, int] | None:
    """The part of a list around a place, with what stands between it and the next; None for the only one."""
    first, last = bare.find(" ", start) + 1, bare.find("\n", at)
    begin, end = bare.rfind(between, first, at), bare.find(between, at, last)
    if end >= 0:
        return (begin + len(between) if begin >= 0 else first), end + len(between)
    return (begin, last) if begin >= 0 else None


def _cue(bare: str, start: int, at: int) -> tuple[int, int] | None:
    """One of several things that wake a memory, with its comma; None for what is none, or the only one."""
    woken = re.search(r"\bwoken by ([^\n]*)", bare[start : bare.find("\n", at)])
    if woken is None or at < start + woken.start(1) or "," not in woken[1]:
        return None
    begin = max(start + woken.start(1), bare.rfind(", ", start, at))
    end = min(one for one in (bare.find(",", at), bare.find("\n", at)) if one >= 0)
    return (begin, end) if bare[begin] == "," else (begin, end + 2)


def _trimmed(shorter: Shorter, start: int, begin: int, end: int) -> Shorter:
    """The text without a stretch of a condition."""
    text = shorter.text
    told = f"{_bare(text[begin:end])} ({_owner(text, start)}{_head(text[start : text.find(chr(10), start)])})"
    return replace(shorter, text=text[:begin] + text[end:], conditions=(*shorter.conditions, told))


def _without_line(shorter: Shorter, start: int) -> Shorter | None:
    """The text without the line that begins there and all that stands under it; None where that is not plainly meant."""
    lines = shorter.text.splitlines()
    at = shorter.text.count("\n", 0, start)
    if not DROPPED.match(lines[at]):
        return None
    end = next((row for row in range(at + 1, len(lines)) if lines[row].strip() and depth(lines[row]) <= depth(lines[at])), len(lines))
    told = f"{_owner(shorter.text, start)}{lines[at].strip()}"
    return replace(shorter, text="\n".join([*lines[:at], *lines[end:], ""]), lines=(*shorter.lines, told))


def _owner(text: str, start: int) -> str:
    """Whose line it is, of one that stands under another."""
    if not text[start].isspace() or re.match(r"\s*[A-Z][A-Z0-9_-]* may ", text[start:]):
        return ""
    above = next((line for line in reversed(text[:start].splitlines()) if line.strip() and not depth(line)), "")
    return f"{above.split(' ')[0]} "


def _bare(part: str) -> str:
    """A part of a condition, or of a list, without what joins it to others."""
    return re.sub(r"^(?:and|or if|or) | (?:and|or if|or)$", "", part.strip(" ,;"))


def _head(line: str) -> str:
    """How a line begins, as far as one needs to know it by."""
    first = line.split(" ")[0]
    return first if first in LISTS else " ".join(line.split('"')[0].split(",")[0].split()[:6])
