"""One Markdown page a code: the words of a fault, a scene that raises it and one that does not.

Code, reference and tests all read the pages. A page is opened only when its fault must be weighed or shown; this
module knows nothing of scenes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from falter.diagnostics.fault import Fault

PAGES: Final = Path(__file__).with_name("pages")
"""The folder of the pages."""

Severity = Literal["error", "warning"]

_HEAD = re.compile(r"# (FAL\d{4}) ([a-z0-9-]+)")
_FIELD = re.compile(r"(severity|what|why|fix): (.*)")
_BLOCK = re.compile(r"^```falter( escaped| bytes)?\n(.*?)^```$", re.M | re.S)
_HOLE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Page:
    """A code's page: its templates, and the examples as the bytes of whole files."""

    code: str
    slug: str
    severity: Severity
    what: str
    why: str
    fix: str
    raises: tuple[bytes, ...]
    clean: tuple[bytes, ...]
    text: str


@cache
def page(code: str) -> Page:
    """The page of a code. Raises KeyError for a code without one."""
    path = PAGES / f"{code}.md"
    if not path.is_file():
        raise KeyError(code)
    return read_page(path.read_text(encoding="utf-8"))


def codes() -> list[str]:
    """All codes that have a page, sorted."""
    return sorted(path.stem for path in PAGES.glob("FAL*.md"))


def severity(code: str) -> Severity:
    """Does the fault keep a scene from being performed?"""
    return page(code).severity


def has_errors(faults: list[Fault]) -> bool:
    """Is any of them an error, not a warning?"""
    return any(severity(fault.code) == "error" for fault in faults)


def fill(template: str, holes: dict[str, str]) -> str:
    """A template with its holes filled; a hole that nothing fills stays as it is written, braces and all.

    >>> fill("there is no person {id}", {"id": "HUXX"})
    'there is no person HUXX'
    """
    return _HOLE.sub(lambda found: holes.get(found[1], found[0]), template)


def read_page(text: str) -> Page:
    """The page written in `text`. Raises ValueError if it has not the form of a page."""
    head = _HEAD.match(text)
    fields = dict(_FIELD.findall(text.split("\n## ", 1)[0]))
    if head is None or fields.keys() != {"severity", "what", "why", "fix"}:
        raise ValueError(f"a page starts with `# FALnnnn slug` and has severity, what, why and fix; got {text[:60]!r}")
    if fields["severity"] not in ("error", "warning"):
        raise ValueError(f"severity of {head[1]} must be error or warning; got {fields['severity']!r}")
    kind: Severity = "error" if fields["severity"] == "error" else "warning"
    raises, clean = _examples(text, "Raises it"), _examples(text, "Does not")
    return Page(head[1], head[2], kind, fields["what"], fields["why"], fields["fix"], raises, clean, text)


def _examples(text: str, heading: str) -> tuple[bytes, ...]:
    """The examples under a heading. `falter escaped` has Python's escapes in it; `falter bytes` escapes for single bytes."""
    _, found, rest = text.partition(f"\n## {heading}\n")
    section = rest.split("\n## ", 1)[0] if found else ""
    return tuple(_bytes(kind.strip(), body) for kind, body in _BLOCK.findall(section))


def _bytes(kind: str, body: str) -> bytes:
    if kind == "bytes":
        return body.encode("ascii").decode("unicode_escape").encode("latin-1")
    if kind == "escaped":
        return body.encode("ascii", "backslashreplace").decode("unicode_escape").encode("utf-8")
    return body.encode("utf-8")
