"""Faults are values: gathered, sorted by place and rendered at the end; a scene is never read in part because of one.

The words of a fault are not here: each code has one page in `pages/`, and the holes in the page's template are filled
from `Fault.holes`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from falter.diagnostics.source import Path, Source, Span


@dataclass(frozen=True)
class Fault:
    """One fault: its code, where it stands (a span of the text, or the model path if there is no text), what fills the page's holes."""

    code: str
    span: Span | None
    holes: dict[str, str] = field(default_factory=dict)
    path: Path = ()


@dataclass
class Faults:
    """All faults of one source, in the order found."""

    source: Source
    found: list[Fault] = field(default_factory=list)

    def add(self, code: str, span: Span | None, *, path: Path = (), **holes: object) -> None:
        """Record a fault; `holes` fill the template of the code's page."""
        self.found.append(Fault(code, span, {key: str(value) for key, value in holes.items()}, path))
