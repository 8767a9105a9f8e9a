"""Which line of which file a record of the model stands on, for reports that point an author at his own words."""

from __future__ import annotations

import re
from typing import Any, Final

from falter.diagnostics.source import Path, Places, Source
from falter.model.moves import Move, Utterance
from falter.model.people import Memory, Person, Words
from falter.model.scene import Detail, Ending, Happening, Later, Scene

SHOWN: Final = 40
"""Letters of a quoted text that are enough to know it by."""


class Lines:
    """Places of one scene, told as a person reads them."""

    def __init__(self, scene: Scene, places: Places, source: Source) -> None:
        self.scene = scene
        self.places = places
        self.source = source

    def number(self, path: Path) -> int | None:
        """The line of the record at a path, or of the nearest record around it, in its own file; None where there is no text."""
        start = self._start(path)
        return None if start is None else self.source.told(start)[1]

    def told(self, path: Path) -> str:
        """`line 7`; `line 7 of people.falter` where that is a file the scene uses; nothing where there is no text.

        >>> Lines(Scene(title=""), {}, Source("", "")).told(("moves", 0))
        ''
        """
        start = self._start(path)
        return "" if start is None else self.source.told_line(start)

    def words(self, path: Path) -> str:
        """What the line is about: `KYLO may strike`, `says "…"`, `thinks "…"`."""
        whose = at_path(self.scene, path[:2]) if path[0] == "people" else None
        who = f"{whose.id} " if isinstance(whose, Person) and len(path) > 2 else ""
        if path[-2:-1] == ("wordings",):
            who = f"{at_path(self.scene, path[:-2]).id}: "
        return who + said_of(at_path(self.scene, path))

    def _start(self, path: Path) -> int | None:
        span = next((self.places[path[:size]] for size in range(len(path), 0, -1) if path[:size] in self.places), None)
        return None if span is None else span.start


def at_path(scene: Scene, path: Path) -> Any:
    """The record at a path of the model."""
    found: Any = scene
    for step in path:
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return found


def said_of(record: object) -> str:
    """A record by the head of its line.

    >>> said_of(Move(id="strike", who=("KYLO",), target="HUX")), said_of(Utterance(kind="says", text="Well?"))
    ('KYLO may strike HUX', 'says "Well?"')
    """
    match record:
        case Move():
            return " ".join([*" or ".join(record.who or ("anyone",)).split(), "may", record.id, *filter(None, [record.target])])
        case Utterance():
            return f"{record.kind or 'wording'} {shortened(record.text)}"
        case Words():
            return f"{record.kind} {f'{record.person} ' if record.person else ''}{shortened(record.text)}"
        case Person():
            return f"{record.id} arrives"
        case Memory():
            return f"remembers {record.id}"
        case Happening():
            return f"happens {record.id}"
        case Later():
            return f"later {record.id}" if record.id != "later" else "later"
        case Detail():
            return f"detail {record.id}"
        case Ending():
            return f"ends {record.name}"
        case _:
            return ""


def shortened(text: str) -> str:
    """A quoted text, or as much of it as one knows it by.

    >>> shortened("{~It was a simple order. It had been simply given.|Four words.}")
    '"It was a simple order. It had been…"'
    """
    plain = re.sub(r"\{[~&!]?([^|}]*)(?:\|[^}]*)?\}", r"\1", text)
    if len(plain) <= SHOWN:
        return f'"{plain}"'
    return f'"{plain[:SHOWN].rsplit(" ", 1)[0].rstrip(",.;:")}…"'
