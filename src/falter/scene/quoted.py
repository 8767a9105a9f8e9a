"""Texts in quotes: their value, and the braces and brackets in them. What braces become is the narrator's business."""

from __future__ import annotations

import re
from typing import Final

from falter.diagnostics.source import Span
from falter.scene.cursor import CAPITALS, Cursor, told
from falter.scene.draft import Draft, Use
from falter.scene.tokens import CONTROL, Token

_ESCAPE: Final = re.compile(r"\\(.?)", re.S)
_SIGN: Final = re.compile(r"[{}\[\]|]")
_OPENERS: Final = {"{": "}", "[": "]"}


def text(cursor: Cursor, what: str, told_text: bool = True) -> str:
    """A text in quotes; `told_text` if it is told to the reader, so that braces mean something in it."""
    cursor.stray_colon(f"{what} in quotes")
    token = cursor.peek()
    if token is None or token.kind == "point":
        cursor.missing(f"{what} in quotes")
    if token.kind not in ("text", "smart", "open"):
        cursor.stop("FAL1207", token.span, what=what, found=told(token))
    cursor.at += 1
    value = unquoted(cursor.draft, token)
    if not value.strip():
        cursor.fault("FAL1206", token.span, what=what)
    if told_text:
        braces(cursor.draft, token)
    return value


def is_text(token: Token | None) -> bool:
    """Does a text stand here, well quoted or not?"""
    return token is not None and token.kind in ("text", "smart", "open")


def unquoted(draft: Draft, token: Token) -> str:
    """The value of a quoted text; faults in its quotes and escapes are recorded."""
    control = CONTROL.search(token.text)
    if control is not None:
        at = token.start + control.start()
        draft.faults.add("FAL1007", Span(at, at + 1), sign=f"U+{ord(control[0]):04X}")
    if token.kind == "open":
        draft.faults.add("FAL1201", token.span, found=told(token))
        return token.text[1:].rstrip()
    if token.kind == "smart":
        return token.text[1:-1]
    if "\\" not in token.text:
        return token.text[1:-1]
    return _ESCAPE.sub(lambda found: _escaped(draft, token, found), token.text[1:-1])


def _escaped(draft: Draft, token: Token, found: re.Match[str]) -> str:
    if found[1] in ('"', "\\"):
        return found[1]
    at = token.start + 1 + found.start()
    draft.faults.add("FAL1202", Span(at, at + 2), escape=found[0])
    return found[1]


def quote(value: str) -> str:
    """A text as it stands in a scene.

    >>> print(quote('so "free"'))
    "so \\"free\\""
    """
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def braces(draft: Draft, token: Token) -> None:
    """Fault braces and brackets that do not pair and bars outside them, and note the people named in them."""
    open_signs: list[tuple[str, int, bool]] = []
    raw = token.text
    for found in _SIGN.finditer(raw):
        sign, at = found[0], found.start()
        if sign in _OPENERS:
            open_signs.append((sign, at, False))
        elif sign == "|":
            if open_signs:
                open_signs[-1] = (*open_signs[-1][:2], True)
            else:
                _fault(draft, token, "FAL1209", at, at + 1)
        elif not open_signs or _OPENERS[open_signs[-1][0]] != sign:
            _fault(draft, token, "FAL1203", at, at + 1, sign=sign)
            return
        else:
            opener, start, several = open_signs.pop()
            _closed(draft, token, start, at, opener, several)
    if open_signs:
        _fault(draft, token, "FAL1203", open_signs[-1][1], open_signs[-1][1] + 1, sign=open_signs[-1][0])


def _closed(draft: Draft, token: Token, start: int, end: int, opener: str, several: bool) -> None:
    inside = token.text[start + 1 : end]
    if opener == "[":
        if not all(part.strip() for part in inside.split("=")) or inside.count("=") > 1:
            _fault(draft, token, "FAL1205", start, end + 1, found=inside)
    elif not inside.strip("&!~ "):
        _fault(draft, token, "FAL1204", start, end + 1, found=inside)
    elif not several and inside[0] not in "&!~":
        name = inside.removesuffix("'s").removesuffix("’s")
        if CAPITALS.fullmatch(name) is None:
            _fault(draft, token, "FAL1204", start, end + 1, found=inside)
        else:
            draft.uses.append(Use("name", name, Span(token.start + start + 1, token.start + start + 1 + len(name))))


def _fault(draft: Draft, token: Token, code: str, start: int, end: int, **holes: object) -> None:
    draft.faults.add(code, Span(token.start + start, token.start + end), path=(), **holes)
