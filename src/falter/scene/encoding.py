"""From bytes to text, and what is wrong with the text as a whole: encoding, tabs, marks that cannot be seen, curly quotes."""

from __future__ import annotations

import codecs
import re
from typing import Final

from falter.diagnostics.fault import Faults
from falter.diagnostics.source import Source, Span
from falter.scene.tokens import STRAY, Token
from falter.scene.tree import Tree

_ARCHIVE: Final = b"PK\x03\x04"
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes | str) -> tuple[str, int | None]:
    """The text, and the offset in it of the first character that is not UTF-8."""
    if isinstance(data, str):
        return data, None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return data.decode("utf-8", "replace"), len(data[: error.start].decode("utf-8", "replace"))


def judge_bytes(data: bytes | str, source: Source, faults: Faults, undecoded: int | None) -> bool:
    """Is this text at all? What it is instead is faulted."""
    if isinstance(data, bytes) and data.startswith(_ARCHIVE):
        faults.add("FAL1013", None)
        return False
    if isinstance(data, bytes) and data.startswith(_UTF16):
        faults.add("FAL1003", Span(0, 1), found="UTF-16")
        return False
    if source.text.startswith("{\\rtf"):
        faults.add("FAL1012", Span(0, 5))
        return False
    zero = source.text.find("\x00")
    if zero >= 0:
        faults.add("FAL1002", Span(zero, zero + 1))
        return False
    if undecoded is not None:
        faults.add("FAL1003", Span(undecoded, undecoded + 1), found="another encoding")
    if not re.search(r"\S", source.text.replace("\ufeff", "")):
        faults.add("FAL1001", None)
        return False
    return True


def judge_marks(tree: Tree, faults: Faults, titles: frozenset[int]) -> None:
    """Fault a byte-order mark, tabs, unseen marks and curly quotes: each kind once a file, with the number of lines.

    `titles` are the lines whose words stand as they are, quotes and all.
    """
    if tree.source.text.startswith("\ufeff"):
        faults.add("FAL1004", Span(0, 1))
    tabs, strays, smart = _marks(tree, titles)
    if tabs:
        faults.add("FAL1005", tabs[0], lines=_lines(len(tabs)))
    if smart:
        faults.add("FAL1006", smart[0], lines=_lines(len(smart)))
    if strays:
        sign = tree.source.text[strays[0].start]
        faults.add("FAL1007", strays[0], sign=f"U+{ord(sign):04X}")


def _marks(tree: Tree, titles: frozenset[int]) -> tuple[list[Span], list[Span], list[Span]]:
    tabs: list[Span] = []
    strays: list[Span] = []
    smart: list[Span] = []
    if not re.search(r"[\t“”„«»‘]|" + STRAY.pattern, tree.source.text):
        return tabs, strays, smart
    for line in tree.lines:
        kept = [token for token in line.tokens if token.kind not in ("comment", "end", "bom")]
        tabs += _first(kept, re.compile("\t"))
        strays += _first([token for token in kept if token.kind == "space"], STRAY)
        if line.index not in titles:
            smart += [token.span for token in kept if token.kind == "smart"][:1]
    return tabs, strays, smart


def _first(tokens: list[Token], sign: re.Pattern[str]) -> list[Span]:
    for token in tokens:
        found = sign.search(token.text)
        if found is not None:
            return [Span(token.start + found.start(), token.start + found.end())]
    return []


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"
