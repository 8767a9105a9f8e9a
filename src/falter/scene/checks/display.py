"""Rules of display that cannot go together: two for one feeling, and a feeling masked with itself."""

from __future__ import annotations

from collections.abc import Iterator

from falter.diagnostics.source import Path
from falter.model.people import Person
from falter.model.words import EMOTION_ALIASES
from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report


def check_display(cast: Cast, report: Report) -> None:
    """One rule for each feeling, and a mask that is another."""
    for i, person in enumerate(cast.scene.people):
        seen: dict[str, str] = {}
        for path, rule, word, by in _rules(person, ("people", i)):
            emotion = EMOTION_ALIASES.get(word, word)
            if by is not None and EMOTION_ALIASES.get(by, by) == emotion:
                report.add("FAL3101", path, [by], ["with"], id=person.id, emotion=word, by=by)
            if emotion in seen:
                report.add("FAL3100", path, [word], id=person.id, emotion=word, rule=rule, first=seen[emotion])
            seen.setdefault(emotion, rule)


def _rules(person: Person, path: Path) -> Iterator[tuple[Path, str, str, str | None]]:
    for h, emotion in enumerate(person.hides):
        yield (*path, "hides", h), "hides", emotion, None
    for s, shown in enumerate(person.shows):
        yield (*path, "shows", s), shown.rule, shown.emotion, shown.by
