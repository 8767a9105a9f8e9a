"""Things are taken, given and put away by hand; each person knows where one is by having seen it, and may be wrong."""

from __future__ import annotations

import pytest

from falter.performance import Trace
from tests.oracles.test_sally_anne import spot_of
from tests.performing import directed, int_at, tables_of

SCENE = """falter 1
scene The Study
set absent 0
place a study{light}
  mark desk
  mark safe, 8 m from desk
thing KEY "the key", on desk
thing RUG "the rug", on desk
thing RING "the ring", held by EVE
EVE "Eve", she
  at desk
ADAM "Adam", he
  at desk
CAIN "Cain", he
  at safe, busy
EVE may give to ADAM, gives RING
  does "holds out the ring"
EVE may give-far to CAIN, gives RING
  does "holds out the ring"
EVE may hide "slides the key under the rug" puts KEY under RUG
EVE may lay "lays the ring down" puts RING on desk
EVE may walk "walks over" toward safe, 8 m
ADAM may take-ring "takes the ring" grabs RING
ADAM may take-key "takes the key" grabs KEY
ADAM may lift "lifts the rug" searches RUG
ADAM may turn "turns his back" toward safe, 8 m
CAIN may take-key "takes the key" grabs KEY
CAIN may fetch "goes for the key" toward KEY, 8 m
{more}closes at 30 s
"""


def played(cues: dict[float, str], *, light: str = "", more: str = "") -> Trace:
    return directed(SCENE.replace("{light}", light).replace("{more}", more), cues, 30)


def holder(trace: Trace, thing: str) -> str | None:
    row = int_at(trace, trace.steps - 1, "thing", thing, "BY")
    return trace.tables.names.people[row].id if row >= 0 else None


def befell(trace: Trace, who: str) -> list[tuple[str, str | None]]:
    return [(incident.kind, incident.what) for incident in trace.incidents if incident.who == who and incident.kind.startswith("finds")]


def test_what_is_given_is_in_the_others_hand() -> None:
    assert holder(played({2: "EVE give ADAM"}), "RING") == "ADAM"
    assert holder(played({2: "EVE give-far CAIN"}), "RING") == "EVE", "he stands 8 m off"


def test_what_lies_about_can_be_taken_and_what_is_held_taken_from_the_hand() -> None:
    assert holder(played({2: "ADAM take-key"}), "KEY") == "ADAM"
    assert holder(played({2: "ADAM take-ring"}), "RING") == "ADAM"
    assert holder(played({2: "CAIN take-key"}), "KEY") is None, "it lies 8 m from him"


def test_what_is_hidden_is_known_to_who_watched() -> None:
    trace = played({2: "EVE hide"})
    assert spot_of(trace, "ADAM", "ADAM", "KEY") == "RUG"
    assert spot_of(trace, "ADAM", "EVE", "KEY") == spot_of(trace, "EVE", "ADAM", "KEY") == "RUG"
    assert spot_of(trace, "CAIN", "CAIN", "KEY") != "RUG", "he was busy"


def test_what_is_missed_is_missed_by_sight_if_it_lay_open() -> None:
    away = {1: "ADAM turn safe", 5: "EVE hide"}
    dim = played(away, light=", dark: wholly", more="set legible .15\n")
    assert spot_of(dim, "ADAM", "ADAM", "KEY") == "desk", "he can't see so far in the dark"
    assert befell(dim, "ADAM") == []
    lit = played(away)
    assert spot_of(lit, "ADAM", "ADAM", "KEY") == "RUG", "by day he sees her do it"


def test_who_grabs_where_it_no_longer_is_finds_it_gone() -> None:
    away = {1: "EVE walk safe", 5: "ADAM take-key"}
    trace = played(away, light=", dark: wholly", more="set legible .15\n")
    assert holder(trace, "KEY") == "ADAM"
    assert spot_of(trace, "EVE", "EVE", "KEY") == "desk"
    assert befell(trace, "EVE") == []


def test_a_search_brings_to_light_what_is_hidden_and_what_is_not_there() -> None:
    hidden = SCENE.replace('"the key", on desk', '"the key", under RUG').replace("{light}", "").replace("{more}", "")
    trace = directed(hidden, {2: "ADAM lift"}, 30)
    assert spot_of(directed(hidden, {}, 30), "ADAM", "ADAM", "KEY") is None
    assert spot_of(trace, "ADAM", "ADAM", "KEY") == spot_of(trace, "EVE", "ADAM", "KEY") == "RUG"
    assert befell(trace, "ADAM") == befell(trace, "EVE") == [("finds", "KEY")]


def test_nobody_sees_a_thing_where_spotting_is_off() -> None:
    assert spot_of(played({}), "ADAM", "ADAM", "KEY") == "desk"
    assert spot_of(played({}, more="set spotting 0\n"), "ADAM", "ADAM", "KEY") is None


def test_one_walks_to_where_one_thinks_it_is() -> None:
    trace = played({2: "CAIN fetch KEY"}, more="CAIN knows KEY\n")
    assert [event.move for event in trace.events] == ["fetch"]
    assert played({2: "CAIN fetch KEY"}, light=", dark: wholly", more="set legible .5\n").events == (), "he has no idea where it is"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("holds RING", True), ("holds KEY", False), ("sees KEY", True), ("near KEY", True), ("thinks KEY on desk", True),
        ("thinks ADAM thinks KEY on desk", True), ("thinks KEY on RUG", False), ("CAIN near KEY", False), ("ADAM holds RING", False),
    ],
)  # fmt: skip
def test_conditions_about_things(condition: str, holds: bool) -> None:
    scene = SCENE.replace("{light}", "").replace("{more}", f'EVE may nod "nods" to ADAM, if {condition}\n')
    assert tables_of(scene)
    trace = directed(scene, {2: "EVE nod ADAM"}, 30)
    assert any(event.move == "nod" for event in trace.events) == holds
