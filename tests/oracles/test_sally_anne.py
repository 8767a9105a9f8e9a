"""Where will she look? False belief of the first order (Wimmer & Perner 1983; Baron-Cohen, Leslie & Frith 1985) and of the second
(Perner & Wimmer 1985), each with its control. No chance comes in: each answer must be the right one."""

from __future__ import annotations

import pytest

from docs.figures.shared.marble import FALSE, MOVED, PUT, ROOM, TRUE, played, spot_of
from tests.performing import directed, float_at


def test_who_was_away_looks_where_she_left_it() -> None:
    trace = played(ROOM, PUT | MOVED | FALSE | {46.0: "SALLY take"}, 50)
    before = round(45.0 / trace.dt)
    assert spot_of(trace, "SALLY", "SALLY", "MARBLE", before) == "basket"
    assert float_at(trace, before, "person", "SALLY", "X") == pytest.approx(5.0), "she stands at the basket"
    assert spot_of(trace, "ANNE", "ANNE", "MARBLE", before) == "box"
    assert spot_of(trace, "ANNE", "SALLY", "MARBLE", before) == "basket", "Anne knows that Sally does not know"
    gone = [(incident.who, incident.what) for incident in trace.incidents if incident.kind == "finds gone"]
    assert gone == [("SALLY", "MARBLE")]
    taken = next(event for event in trace.events if event.move == "take")
    assert taken.cut, "her hand comes out empty"


def test_who_watched_looks_where_it_is() -> None:
    trace = played(ROOM, PUT | MOVED | TRUE | {46.0: "SALLY take"}, 50)
    before = round(45.0 / trace.dt)
    assert spot_of(trace, "SALLY", "SALLY", "MARBLE", before) == "box"
    assert float_at(trace, before, "person", "SALLY", "X") == pytest.approx(-5.0), "she stands at the box"
    assert spot_of(trace, "ANNE", "SALLY", "MARBLE", before) == "box"
    assert not [incident for incident in trace.incidents if incident.kind == "finds gone"]
    assert not next(event for event in trace.events if event.move == "take").cut


def test_in_the_dark_nobody_has_watched() -> None:
    """The same as the control but for the light: Sally stays, and sees nothing of it."""
    dark = ROOM.replace("place a nursery", "place a nursery, dark: wholly").replace("{end}", "50") + "set legible 0.3\n"
    trace = directed(dark, PUT | MOVED | TRUE, 50)
    assert spot_of(trace, "SALLY", "SALLY", "MARBLE") == "basket"


PARK = """falter 1
scene The Van
place a village
  mark park
  mark church, 100 m from park
  mark home, 100 m from church, 200 m from park
thing VAN "the van", on park
JOHN "John", he
  at park
MARY "Mary", she
  at park
MAN "the ice-cream man", he
  at park
JOHN may go-home "goes home for money" toward home, 300 m
JOHN may pass-church "walks by the church" toward church, 300 m
MARY may follow "walks along with it" toward church, 300 m
MARY may go-back "goes back to the park" toward park, 300 m
MAN may start "starts the van" grabs VAN
MAN may drive "drives off" toward church, 300 m
MAN may stop "stops by the church" puts VAN on church
closes at {end} s
"""
DRIVEN = {6.0: "JOHN go-home home", 12.0: "MAN start", 16.0: "MAN drive church", 17.0: "MARY follow church", 22.0: "MAN stop"}


def test_of_the_second_order_she_thinks_that_he_thinks_it_is_still_there() -> None:
    """John meets the van by himself once Mary has gone: both know where it is, and she doesn't know that he does."""
    trace = played(PARK, DRIVEN | {28.0: "MARY go-back park", 34.0: "JOHN pass-church church"}, 44)
    assert spot_of(trace, "JOHN", "JOHN", "VAN") == spot_of(trace, "MARY", "MARY", "VAN") == "church"
    assert spot_of(trace, "MARY", "JOHN", "VAN") == "park"


def test_of_the_second_order_she_knows_that_he_knows_if_she_saw_him_see_it() -> None:
    trace = played(PARK, DRIVEN | {34.0: "JOHN pass-church church"}, 44)
    assert spot_of(trace, "JOHN", "JOHN", "VAN") == spot_of(trace, "MARY", "JOHN", "VAN") == "church"


def test_who_keeps_no_track_of_others_fails_the_second_order() -> None:
    trace = played(PARK + "set others_knowledge 0\n", DRIVEN | {34.0: "JOHN pass-church church"}, 44)
    assert spot_of(trace, "MARY", "JOHN", "VAN") is None
