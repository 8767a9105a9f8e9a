"""Row 4: the distance matters: the door, then the side of the desk, then within arm's reach."""

from __future__ import annotations

from collections.abc import Sequence

from docs.figures.shared.faces import accuracy, readings
from falter.performance.batch import Batch, perform_batch
from falter.performance.event import Event, Incident
from tests.performing import tables_of

RUNS = 600
CLOSE = frozenset({"touch", "kiss", "reach-out", "strike", "raise", "say-name-near", "lean"})


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the general's office: the knight comes nearer twice or more, and then something is done that only nearness allows."""
    steps = [event.lands for event in events if event.who == "KYLO" and event.move == "approach" and not event.cut]
    return len(steps) >= 2 and any(event.move in CLOSE and event.t > steps[1] for event in events)


def performed(distance: float) -> Batch:
    """BEN may step up, and do three things: one from anywhere, one from the desk's side, one within reach."""
    return perform_batch(
        tables_of(
            f"""falter 1
scene The Desk
place an office
  mark desk
  mark door, {distance:g} m from desk
ANNA "the clerk", she
  at desk
BEN "the visitor", he
  at door
  loves ANNA: strongly
BEN may step "takes a step" toward ANNA, 1 m, comforts ANNA, again, if not within 0.6 m of ANNA
BEN may nod "nods" to ANNA, comforts ANNA, once
BEN may show "holds out a letter" to ANNA, comforts ANNA, once, if within 3 m of ANNA
BEN may touch "touches her sleeve" on ANNA, touches ANNA, needs within 1 m, once
closes at 2 min
"""
        ),
        4,
        0,
        RUNS,
    )


def first(batch: Batch, move: str) -> list[tuple[float, int]]:
    """For each performance in which it was done: when, and how many steps had been taken by then."""
    found = []
    for run in range(RUNS):
        events = batch.events(run)
        at = next((event.t for event in events if event.move == move), None)
        if at is not None:
            found.append((at, sum(event.move == "step" and event.lands <= at for event in events)))
    return found


def test_what_may_be_done_hangs_on_how_near_he_is() -> None:
    """Certain, not a matter of chance: from 6 m three steps of a metre to the desk's side, five to his reach; from 2.5 m none, and two."""
    far, near = performed(6.0), performed(2.5)
    for batch, show, touch in ((far, 3, 5), (near, 0, 2)):
        assert len(first(batch, "show")) > RUNS // 2 and len(first(batch, "touch")) > RUNS // 2
        assert min(steps for _, steps in first(batch, "show")) >= show
        assert min(steps for _, steps in first(batch, "touch")) >= touch


def test_what_is_seen_hangs_on_how_near_he_is() -> None:
    """A face across a dark room, at the side of the desk, and within arm's reach: each 14,000 readings at seed 1, at least 2 points apart,
    3.4 standard errors (false alarms below .1 %)."""
    found = [accuracy(readings(2000, bare=("face", "hands", "breath", "gaze"), distance=far, dark=0.7)) for far in (6.0, 2.5, 0.6)]
    print("read right in the dark at 6, 2.5 and .6 m:", [round(value, 3) for value in found])
    assert found[0] + 0.02 < found[1] < found[2] - 0.02
