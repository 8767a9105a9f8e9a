"""`E slips`: it holds while a feeling held down is out of hand, of oneself always, of another as far as one saw or heard it."""

from __future__ import annotations

import pytest

from falter.performance import perform
from tests.performing import int_at, tables_of

SCENE = """falter 1
scene The Hall
set slip 1
set slip_rest 6
set absent 0
place a hall
  mark door
  mark bench, 2 m from door
  mark yard, 300 m from door
ANNA "the first", she
  at door
  mood fear: .9
  hides fear
  senses "There it was." when fear slips
BEN "the second", he
  at bench
  sees ANNA "Her hand opened." when fear slips
  thinks "So." when ANNA fear slips
CARA "the third", she
  at yard
  thinks "So." when ANNA fear slips
BEN may start "starts" if ANNA fear slips
CARA may start "starts" if ANNA fear slips
ANNA may sit "sits down" leans barely
closes at 30 s
"""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_holds_from_the_slip_on_as_long_as_it_lasts_for_who_perceived_it(seed: int) -> None:
    """Bare in the light at 2 m and noticed, every slip on face, hands, body or gaze is seen; at 300 m none is."""
    trace = perform(tables_of(SCENE), seed)
    slipped = [incident for incident in trace.incidents if incident.kind == "slips"]
    assert len(slipped) >= 2
    anna, ben, cara = (trace.view(who) for who in ("ANNA", "BEN", "CARA"))
    known = 0
    for step in range(trace.steps):
        now = next((each for each in slipped if each.t <= step * trace.dt + 1e-9 < each.t + 2.0), None)
        assert anna.holds(step, 0) == (now is not None)
        seen = now is not None and "BEN" in now.known_to
        assert ben.holds(step, 0) == ben.holds(step, 1) == seen
        assert not cara.holds(step, 0)
        known += seen
        assert int_at(trace, step, "act", "CARA start", "OPEN") == 0
    assert known > 0
    assert any(int_at(trace, step, "act", "BEN start", "OPEN") for step in range(trace.steps))
