"""Law 13: remorse after the act rises with the attachment it broke and with how close the decision was (C_a).

The act is commanded at 3 s, so that nothing hangs on chance: no false alarms.
"""

from __future__ import annotations

from itertools import pairwise

from tests.performing import directed, float_at

SCENE = """falter 1
scene The Blow
{constants}
place a room
  mark desk
KYLO "the knight", he
  at desk
  loves HUX: {love}
  ordered by SNOKE to strike HUX: {order}
  copes by nothing
HUX "the general", he
  at desk
  copes by nothing
SNOKE "the leader", he, away
KYLO may strike "strikes" on HUX, once, kills, cannot be undone, takes 1 s, lands at 1 s
closes 3 s after strike or at 10 s
"""
LOVES = (0.1, 0.3, 0.5, 0.7, 0.9)


def remorse(love: float, order: float, constants: str = "") -> tuple[float, float]:
    """Remorse just after the blow, and how torn he was when he began it."""
    trace = directed(SCENE.format(love=love, order=order, constants=constants), {3.0: "KYLO strike HUX"}, 10.0)
    begun = next(event for event in trace.events if event.move == "strike")
    before = round(begun.t / trace.dt) - 1
    torn = float_at(trace, before, "act", "KYLO strike HUX", "CONFLICT")
    return float_at(trace, round(begun.lands / trace.dt) + 1, "feeling", "KYLO remorse", "FELT"), torn


def test_remorse_rises_with_the_attachment_that_was_broken() -> None:
    found = [remorse(love, 0.8)[0] for love in LOVES]
    print("remorse by love:", [round(each, 3) for each in found])
    assert all(later > earlier for earlier, later in pairwise(found))


def test_remorse_rises_with_how_close_the_decision_was() -> None:
    """The same love; an order that leaves much doubt, and one that leaves little."""
    close, clear = remorse(0.6, 0.8), remorse(0.6, 0.1)
    print(f"remorse {close[0]:.3f} at C {close[1]:.2f}, {clear[0]:.3f} at C {clear[1]:.2f}")
    assert close[1] > clear[1] + 0.1
    assert close[0] > clear[0] + 0.02


def test_switched_off_closeness_is_nothing() -> None:
    off = "set remorse_conflict 0"
    assert abs(remorse(0.6, 0.8, off)[0] - remorse(0.6, 0.1, off)[0]) < 0.02
