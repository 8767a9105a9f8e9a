"""Speech under load: what is heard under a tone, what breaks off, and time as it is felt."""

from __future__ import annotations

import pytest

from falter.performance import Trace
from tests.performing import directed, float_at

SCENE = """falter 1
scene The Question
place a room
  mark door
  mark desk, 1 m from door
{constants}
HUX "the general", he
  at desk
  mood grief: strongly, dread: {dread}
  {love}
KYLO "the knight", he
  at door
HUX may ask to KYLO, asks, again, takes 4 s, lands at 4 s
  says "What is it that you are waiting for?" tone weary
KYLO may nod "nods" to HUX, again
closes at 40 s
"""
SOFT = "loves KYLO: strongly, hidden\n  hides love"


def question(love: str = SOFT, constants: str = "set break_off 0", dread: str = "0") -> Trace:
    return directed(SCENE.format(love=love, constants=constants, dread=dread), {10.0: "HUX ask KYLO"}, 30.0)


def test_under_the_weariness_there_is_something_softer() -> None:
    under = [incident for incident in question().incidents if incident.kind == "undertone"]
    assert [(one.who, one.whom, one.what) for one in under] == [("HUX", "KYLO", "tenderness")]
    assert set(under[0].known_to) == {"HUX", "KYLO"}
    assert under[0].t == pytest.approx(10.0, abs=0.2)


def test_without_love_there_is_nothing_soft_under_it() -> None:
    assert not [
        incident for incident in question(love="tempo even").incidents if incident.kind == "undertone" and incident.what == "tenderness"
    ]


def test_who_hears_it_is_hurt_less() -> None:
    heard, deaf = question(), question(constants="set break_off 0\nset undertone 0")
    assert float_at(heard, 150, "feeling", "KYLO distress", "FELT") < float_at(deaf, 150, "feeling", "KYLO distress", "FELT")
    assert not [incident for incident in deaf.incidents if incident.kind == "undertone"]


def test_time_stretches_with_arousal_and_not_without_the_constant() -> None:
    afraid, calm, plain = question(dread="strongly"), question(dread="0"), question(dread="strongly", constants="set stretch 0")
    felt = [float_at(trace, 290, "person", "HUX", "FELT_TIME") for trace in (afraid, calm, plain)]
    assert felt[0] > felt[1] + 1.0
    assert felt[2] == pytest.approx(30.0, abs=1.1)
