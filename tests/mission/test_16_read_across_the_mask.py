"""Row 16: the other has always been able to read him: familiarity sharpens what is read."""

from __future__ import annotations

from collections.abc import Sequence

from docs.figures.shared.faces import accuracy, readings
from falter.performance.event import Event, Incident

COUNT = 3000
MASKED = ("body", "breath", "hands", "gaze")
"""What a mask over face and voice leaves."""


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the general's office: the general reads what the knight feels while the mask is on."""
    bare = next((event.lands for event in events if event.move == "unmask" and not event.cut), 1e9)
    return any(found.kind == "reads" and (found.who, found.whom) == ("HUX", "KYLO") and found.t < bare for found in incidents)


def test_one_who_has_always_known_him_reads_him_across_a_mask() -> None:
    """21,000 readings a condition at seed 16 (standard error .0035): at least 2 points more than a stranger, 4 standard errors of the
    difference; false alarms below .01 %."""
    known, strange = (accuracy(readings(COUNT, bare=MASKED, familiar=level, seed=16)) for level in (0.95, 0.0))
    print(f"read right behind a mask: {known:.3f} by an intimate, {strange:.3f} by a stranger")
    assert known > strange + 0.02


def test_not_where_there_is_nothing_to_know() -> None:
    """With the mechanism switched off the intimate is a stranger, to the last reading."""
    off = (("familiar", 0.0),)
    known = readings(COUNT, bare=MASKED, familiar=0.95, seed=16, constants=off)
    assert (known == readings(COUNT, bare=MASKED, familiar=0.15, seed=16, constants=off)).all()
