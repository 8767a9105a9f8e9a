"""Groups: that several people are called by a word for several, or by one for a single thing."""

from __future__ import annotations

from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report


def check_groups(cast: Cast, report: Report) -> None:
    """`GUESTS "the guests", they, 6 people`."""
    for i, person in enumerate(cast.scene.people):
        if person.count != 1 and person.pronoun in ("he", "she"):
            report.add("FAL3540", ("people", i), [person.pronoun], id=person.id, count=f"{person.count}", pronoun=person.pronoun)
