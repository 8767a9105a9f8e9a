"""Row 15: he takes the mask off of his own will, and from then on his face can be read.

200 performances of 2 min, seed 1015, and directed ones. That the other sees more is certain in each, and no matter of chance.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from falter.performance.batch import perform_batch
from falter.performance.event import Event, Incident
from tests.performing import directed, tables_of

RUNS, SEED = 200, 1015
SCENE = """falter 1
scene The Doorway
place a room at noon
  mark door
  mark desk, 1 m from door
HUX "the general", he
  at desk
KYLO "the knight", he
  at door
  loves HUX: wholly
  {wears}
KYLO may unmask "takes off the mask" once, {drops}, reveals love (cherish +.5)
KYLO may stand-there "shifts his weight" again
HUX may read-on "reads on" again
closes at 2 min
"""
MASKED = SCENE.format(wears="wears mask over face wholly", drops="drops mask")
BARE = SCENE.format(wears="wears mask over voice barely", drops="drops mask")


def occurs(events: Sequence[Event], incidents: Sequence[Incident]) -> bool:
    """In the office: the mask comes off, the other sees it done, and within twenty seconds he has made up his mind about something in
    that face, or about what he wondered."""
    seen = [event.lands for event in events if event.move == "unmask" and not event.cut and "HUX" in event.heard_by]
    made_up = [found.t for found in incidents if found.who == "HUX" and found.kind in ("reads", "misreads", "realises")]
    return bool(seen) and any(seen[0] <= t <= seen[0] + 20.0 for t in made_up)


def shown(text: str, at: float) -> float:
    """How much love the other sees on him, `at` s in which the mask comes off at 5 s."""
    trace = directed(text, {35.0: "KYLO unmask"}, 50)
    return trace.view("HUX").shown(round(at / trace.dt), "KYLO", "love")


def test_the_face_can_be_read_from_then_on() -> None:
    print(f"love shown: {shown(MASKED, 30.0):.3f} before, {shown(MASKED, 45.0):.3f} after")
    assert shown(MASKED, 45.0) > 1.2 * shown(MASKED, 30.0)


def test_where_it_hid_nothing_of_the_face_nothing_is_gained() -> None:
    assert shown(BARE, 45.0) == pytest.approx(shown(BARE, 30.0), rel=0.15)


def test_he_does_it_of_his_own_will_and_the_other_sees_it() -> None:
    batch = perform_batch(tables_of(MASKED), SEED, 0, RUNS)
    share = sum(occurs(batch.events(run), batch.incidents(run)) for run in range(RUNS)) / RUNS
    print(f"takes it off in {share:.3f}")
    assert share >= 0.5
