"""Going through the words of one line, with a fault and a way on for everything that is not as it should be.

`Stop` ends the reading of one clause; whoever reads clauses goes on behind the next comma. It never leaves the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NoReturn

from falter.diagnostics.nearest import nearest, offer
from falter.diagnostics.source import Span
from falter.scene.draft import Draft, Use, UseKind
from falter.scene.meant import instead, meant
from falter.scene.tokens import Token
from falter.scene.tree import Line

ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
CAPITALS: Final = re.compile(r"[A-Z][A-Z0-9_-]*")
_ARTICLES: Final = frozenset(("a", "an", "the"))


class Stop(Exception):  # noqa: N818 - not an error: its fault is already recorded
    """The rest of this clause cannot be read."""


class Cursor:
    """A place among the tokens of a line."""

    def __init__(self, line: Line, draft: Draft) -> None:
        self.line = line
        self.draft = draft
        self.tokens = line.facts
        self.at = 0

    # --- looking ---

    @property
    def ended(self) -> bool:
        """Is nothing left on the line?"""
        return self.at >= len(self.tokens)

    def peek(self, ahead: int = 0) -> Token | None:
        """The token here, or further on."""
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def word(self, ahead: int = 0) -> str:
        """The word here, or further on; "" if there is none or it is no word."""
        token = self.peek(ahead)
        return token.text if token is not None and token.kind == "word" else ""

    def point(self) -> str:
        """The sign here (`,`, `:` …), or ""."""
        token = self.peek()
        return token.text if token is not None and token.kind == "point" else ""

    def capital(self, ahead: int = 0) -> bool:
        """Is this word an id in capitals?"""
        return CAPITALS.fullmatch(self.word(ahead)) is not None

    @property
    def here(self) -> Span:
        """The token here; at the end of the line, the last one."""
        token = self.peek() or self.tokens[-1]
        return token.span

    def since(self, start: int) -> Span:
        """From token number `start` to the last one taken."""
        last = max(start, self.at - 1)
        return Span(self.tokens[min(start, len(self.tokens) - 1)].start, self.tokens[min(last, len(self.tokens) - 1)].span.end)

    # --- taking ---

    def accept(self, *words: str) -> bool:
        """Take these words or signs if they come next."""
        for ahead, word in enumerate(words):
            token = self.peek(ahead)
            if token is None or token.text != word or token.kind not in ("word", "point", "range"):
                return False
        self.at += len(words)
        return True

    def take(self) -> Token:
        """The token here, whatever it is."""
        token = self.peek()
        if token is None:
            self.missing("more words")
        self.at += 1
        return token

    def name(self, what: str, kind: UseKind) -> str:
        """An id that names something of this kind."""
        self.stray_colon(what)
        token = self.peek()
        if token is None or token.kind in ("point", "range"):
            self.missing(what)
        if token.kind != "word":
            self.stop("FAL1109", token.span, found=told(token), expected=what)
        if ID.fullmatch(token.text) is None:
            return self._spelt(token, what)
        self.at += 1
        self.use(kind, token.text, token.span)
        return token.text

    def person(self, what: str = "a person") -> str:
        """A person's id. One written in small letters is faulted and understood."""
        token = self.peek()
        if token is None or token.kind != "word" or self.capital():
            return self.name(what, "person")
        cast = self.draft.cast
        upper = token.text.upper()
        near = upper if upper in cast else None if token.text in _ARTICLES else nearest(upper, cast)
        self.at += 1
        self.fault("FAL1302", token.span, id=token.text, what=what, offer=offer(upper, cast, "write the person's name in capitals"))
        if near is None:
            raise Stop
        return near

    def stray_colon(self, what: str) -> None:
        """Pass over a colon where none belongs, as in `tone: cold`."""
        if self.point() == ":" and self.peek(1) is not None:
            self.fault("FAL1109", self.here, found=":", expected=what)
            self.at += 1

    def use(self, kind: UseKind, id_: str, span: Span) -> None:
        """Note that an id was written here."""
        self.draft.uses.append(Use(kind, id_, span))

    def choose(self, options: Iterable[str], code: str, what: str) -> str:
        """One word of a closed list. A word that is like one is faulted and taken for it."""
        known = list(options)
        self.stray_colon(what)
        token = self.peek()
        if token is None or token.kind in ("point", "range"):
            self.missing(what)
        self.at += 1
        if token.kind == "word" and token.text in known:
            return token.text
        found = told(token)
        self.fault(code, token.span, word=found, offer=instead(token.text, known))
        near = meant(token.text, known) if token.kind == "word" else None
        if near is None:
            raise Stop
        return near

    # --- faulting ---

    def fault(self, code: str, span: Span, **holes: object) -> None:
        """Record a fault."""
        self.draft.faults.add(code, span, path=(), **holes)

    def stop(self, code: str, span: Span, **holes: object) -> NoReturn:
        """Record a fault, and end the clause."""
        self.fault(code, span, **holes)
        raise Stop

    def missing(self, what: str) -> NoReturn:
        """Something had to come here, and a comma or the end of the line did."""
        token = self.peek()
        before = self.tokens[self.at - 1] if self.at else None
        after = f"after `{before.text}`" if before is not None else "at the start of the line"
        span = token.span if token is not None else (before.span if before is not None else self.here)
        self.stop("FAL1108", span, expected=what, after=after)

    def skip(self, *stops: str) -> None:
        """Go on to the next comma, or another sign given, outside brackets."""
        depth = 0
        while not self.ended:
            sign = self.point()
            if not depth and (sign == "," or (sign and sign in stops)):
                return
            depth += (sign == "(") - (sign == ")" and depth > 0)
            self.at += 1

    def leftover(self, expected: str = "a comma or the end of the line") -> None:
        """Fault whatever is still on the line."""
        token = self.peek()
        if token is not None:
            self.fault("FAL1109", token.span, found=told(token), expected=expected)
            self.at = len(self.tokens)

    def _spelt(self, token: Token, what: str) -> str:
        """An id with signs that no id may have: faulted, and read without them if that leaves one."""
        letters = re.sub(r"[^A-Za-z0-9_-]+", "-", token.text).strip("-_")
        fine = ID.fullmatch(letters) is not None
        mend = f"write `{letters}`" if fine else "give it a name of letters, digits and hyphens that starts with a letter"
        self.at += 1
        self.fault("FAL1301", token.span, id=token.text, what=what, offer=mend)
        if not fine:
            raise Stop
        return letters


def told(token: Token) -> str:
    """A token as a fault names it; a long one is cut."""
    return token.text if len(token.text) <= 40 else token.text[:39] + "…"
