"""What anybody can do about what he feels: the ways, who has them, and what each does."""

from __future__ import annotations

from falter.performance.trace import Trace
from tests.performing import directed, float_at, tables_of

SCENE = """falter 1
scene The Yard
place a yard
  mark pump
ANNA "the elder", she
  at pump
  loves BEN: strongly
  hurt by BEN: strongly
  hides love
  mood hurt: strongly, fear: strongly, love: strongly
  {copes}
BEN "the younger", he
  at pump
  copes by nothing
BEN may nod "nods" again, takes 1 s
{moves}
closes at 20 s
"""


def labels(copes: str = "", moves: str = "") -> set[str]:
    tables = tables_of(SCENE.format(copes=copes, moves=moves))
    return {row.label for row in tables.labels["act"] if row.label.startswith("ANNA")}


def played(cues: dict[float, str]) -> Trace:
    return directed(SCENE.format(copes="", moves=""), cues, 20.0)


def felt(trace: Trace, emotion: str, t: float) -> float:
    return float_at(trace, round(t / trace.dt), "feeling", f"ANNA {emotion}", "FELT")


def test_everybody_has_every_way_unless_the_scene_says_otherwise() -> None:
    everything = {"ANNA dwell-on-hurt", "ANNA dwell-on-love", "ANNA keep-down-love", "ANNA think-again", "ANNA look-away BEN"}
    assert labels() == everything
    assert labels("copes by nothing") == set()
    assert labels("copes by dwelling, looking away") == {"ANNA dwell-on-hurt", "ANNA dwell-on-love", "ANNA look-away BEN"}


def test_a_move_of_the_scene_takes_the_place_of_the_built_in_one() -> None:
    assert "ANNA dwell-on-hurt" not in labels(moves='ANNA may brood "broods" inner, dwells on hurt')


def test_thinking_again_lowers_the_feeling_and_holding_down_does_not() -> None:
    idle, again, down = played({}), played({2.0: "ANNA think-again"}), played({2.0: "ANNA keep-down-love"})
    before = max(("fear", "hurt"), key=lambda emotion: felt(idle, emotion, 8.0))
    assert felt(again, before, 8.5) < 0.9 * felt(idle, before, 8.5)
    assert felt(down, "love", 4.0) == felt(idle, "love", 4.0)
    assert float_at(down, 45, "person", "ANNA", "GRIP") >= float_at(idle, 45, "person", "ANNA", "GRIP")


def test_who_looks_away_misses_what_is_done_in_silence() -> None:
    trace = played({2.0: "ANNA look-away BEN", 3.0: "BEN nod", 10.0: "BEN nod"})
    nods = [event for event in trace.events if event.move == "nod"]
    assert [("ANNA" in event.heard_by) for event in nods] == [False, True]
    assert "BEN" in trace.events[0].heard_by


def test_nothing_is_done_again_at_once() -> None:
    trace = played({2.0: "ANNA think-again", 9.0: "ANNA think-again"})
    assert [event.move for event in trace.events if event.who == "ANNA"] == ["think-again"]
