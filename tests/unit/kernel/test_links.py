"""Links: who is on a line, what comes through it, who can open and close it, and what it is to keep somebody on one."""

from __future__ import annotations

import pytest

from falter.performance import Trace
from falter.tables import columns as at
from falter.tables.tables import Tables
from tests.performing import directed, float_at, int_at, row_of, tables_of

CALL = """falter 1
scene The Call
set absent 0
place a street
  mark van
  mark bank, 200 m from van
  mark roof, 210 m from van
ANNA "the officer", she
  at van
  loves VARGA: strongly
{anna}
VARGA "the caller", he
  at bank
TOM "the clerk", he
  at roof
CAL "the captain", he
  at van
  busy
{link}
ANNA may talk to VARGA, again
  says "Are you there?"
ANNA may mutter to CAL, aside, again
  says "Keep him talking."
ANNA may wave "waves a hand"
VARGA may curse to ANNA, again
  says "Go away."
VARGA may hang-up "puts the receiver down" closes phone
VARGA may ring "rings again" opens phone, again
closes at 20 s
"""
PHONE = "link phone, van to bank, carries voice"


def scene(link: str = PHONE, anna: str = "") -> str:
    return CALL.format(link=link, anna=anna)


def played(cues: dict[float, str] | None = None, link: str = PHONE, anna: str = "", seconds: float = 12.0) -> Trace:
    """The call with just these acts, each by the second it begins at."""
    return directed(scene(link, anna), cues or {}, seconds)


def heard(trace: Trace, move: str) -> set[str]:
    return set(next(event for event in trace.events if event.move == move).heard_by)


def test_speech_goes_through_a_line_to_who_is_at_its_other_end_and_to_nobody_else() -> None:
    trace = played({0.5: "ANNA talk VARGA"})
    assert heard(trace, "talk") == {"ANNA", "CAL", "VARGA"}, "the captain stands by; the clerk is ten metres from the receiver"


def test_what_is_said_aside_goes_through_no_line() -> None:
    assert heard(played({0.5: "ANNA mutter CAL"}), "mutter") == {"ANNA", "CAL"}


@pytest.mark.parametrize(("carries", "seen"), [("voice", False), ("voice, hands", True), ("voice, face", False)])
def test_a_deed_goes_through_on_the_channel_it_is_done_with(carries: str, seen: bool) -> None:
    trace = played({0.5: "ANNA wave"}, link=f"link phone, van to bank, carries {carries}")
    assert ("VARGA" in heard(trace, "wave")) is seen


def test_nobody_speaks_to_someone_out_of_earshot_who_is_on_no_line() -> None:
    closed = played(link="link phone, van to bank, closed, carries voice")
    assert int_at(closed, 3, "act", "ANNA talk VARGA", "OPEN") == 0
    assert int_at(played(), 3, "act", "ANNA talk VARGA", "OPEN") == 1


def test_closing_is_heard_at_the_other_end_and_ends_it() -> None:
    trace = played({0.5: "VARGA hang-up"})
    assert {"ANNA", "CAL"} <= heard(trace, "hang-up"), "both are within 1.5 m of the end"
    assert "TOM" in heard(trace, "hang-up"), "he sees it done"
    cut = {incident.who for incident in trace.incidents if incident.kind == "cut off"}
    assert cut == {"ANNA", "CAL"}
    landed = next(round(event.lands / trace.dt) for event in trace.events if event.move == "hang-up") + 2
    assert int_at(trace, landed, "link", "phone", "OPEN") == 0
    assert int_at(trace, landed + 12, "act", "ANNA talk VARGA", "OPEN") == 0
    assert int_at(trace, landed + 12, "act", "VARGA ring", "OPEN") == 1


def test_what_is_being_said_when_the_line_is_closed_is_cut_off() -> None:
    trace = played({0.5: "VARGA hang-up", 0.8: "ANNA talk VARGA"})
    assert next(event for event in trace.events if event.move == "talk").cut
    assert not next(event for event in played({0.8: "ANNA talk VARGA"}).events).cut


def test_a_voice_on_the_line_brings_the_other_near() -> None:
    near, far = (played(link=f"link phone, van to bank, {state}carries voice") for state in ("", "closed, "))
    love = [float_at(trace, 50, "feeling", "ANNA love", "BASE") for trace in (near, far)]
    assert love[0] > 10 * love[1] > 0.0


def test_someone_is_to_be_kept_on_a_line_as_long_as_he_is_on_it() -> None:
    order = "  ordered by CAL to keep VARGA on phone: strongly"
    trace = played({5.0: "VARGA hang-up"}, anna=order)
    motive = "obey VARGA phone"
    assert float_at(trace, 40, "motive", motive, "W") == 0.7
    assert -0.5 < float_at(trace, 40, "motive", motive, "IDLE") < float_at(trace, 10, "motive", motive, "IDLE") < 0.0
    assert float_at(trace, 90, "motive", motive, "W") == 0.0


def test_speech_holds_him_and_closing_it_oneself_loses_him() -> None:
    order = '  ordered by CAL to keep VARGA on phone: strongly\nANNA may cut-it "cuts the line" closes phone'
    tables = tables_of(scene(anna=order))
    worth = {act: _own_worth(tables, act, "obey VARGA phone") for act in ("ANNA talk VARGA", "ANNA cut-it", "ANNA wave")}
    assert worth == {"ANNA talk VARGA": 0.3, "ANNA cut-it": -1.0, "ANNA wave": 0.0}


def _own_worth(tables: Tables, act: str, motive: str) -> float:
    ti, tf = tables.packed.ti, tables.packed.tf
    wording = ti[ti[at.TI_ACT] + row_of(tables, "act", act) * at.TI_ACT_SIZE + at.ACT_WORDINGS]
    person = ti[at.TI_PERSON] + tables.names.person["ANNA"] * at.TI_PERSON_SIZE
    column = row_of(tables, "motive", motive) - ti[person + at.PERSON_MOTIVES]
    worth = ti[ti[at.TI_WORDING] + wording * at.TI_WORDING_SIZE + at.WORDING_WORTH]
    return float(tf[ti[at.TF_WORTH] + (worth + column) * at.TF_WORTH_SIZE + at.WORTH_OWN])


def test_a_view_knows_who_is_on_the_line_only_from_an_end_of_it() -> None:
    line = '  thinks "He is there." when VARGA on phone'
    trace = played(anna=line, seconds=2.0)
    assert trace.view("ANNA").holds(5, 0)
    off = played(link="link phone, van to bank, closed, carries voice", anna=line, seconds=2.0)
    assert not off.view("ANNA").holds(5, 0)


def test_who_leaves_the_far_end_is_missed_once_the_line_has_been_still() -> None:
    """He curses until 2.1 s and goes unseen at 3 s; 4 s of silence tell those at this end, and nobody where it carries no voice."""
    lines = 'VARGA may go "goes" leaves, takes 1 s, lands at 1 s\nset line_due 4\n'
    cues = {0.5: "VARGA curse ANNA", 2.5: "VARGA go"}
    gone = {}
    for carries in ("voice", "hands"):
        text = scene(f"link phone, van to bank, carries {carries}").replace("closes at 20 s", lines + "closes at 20 s")
        trace = directed(text, cues, 12.0)
        anna = trace.view("ANNA")
        gone[carries] = [anna.gone(step, "VARGA") for step in (40, 55, 100)]
    assert gone == {"voice": [False, False, True], "hands": [False, False, False]}
