"""What comes about of itself: when, who perceives it, what it changes; people who come in, go out and come back."""

from __future__ import annotations

import pytest

from falter.performance import Trace, perform
from falter.performance.batch import perform_batch
from tests.performing import float_at, int_at, tables_of

ROOM = """falter 1
scene The Room
place a room, dark: {dark}
  mark door
  mark desk, 4 m from door
  mark yard, 60 m from desk
told close to ANNA
ANNA "the clerk", she
  at desk{busy}
  loves TOM: strongly
TOM "the boy", he, away, arrives door in 5..15 s "comes in with {{his hat on|snow on him}}"
SAL "the maid", she
  at desk
CAL "the groom", he
  at yard
SAL may go "goes out" leaves, returns door in 4..6 s "is back with the coals"
ANNA may look "looks up" to TOM
{lines}
closes at {seconds} s
"""


def scene(lines: str = "", dark: str = "barely", busy: str = "", seconds: float = 30.0) -> str:
    return ROOM.format(lines=lines, dark=dark, busy=busy, seconds=f"{seconds:g}")


def played(lines: str = "", seed: int = 1, **given: object) -> Trace:
    return perform(tables_of(scene(lines, **given)), seed)  # type: ignore[arg-type]


def test_someone_arrives_within_his_time_at_his_mark() -> None:
    tables = tables_of(scene())
    times = []
    for seed in range(12):
        trace = perform(tables, seed)
        (came,) = [incident for incident in trace.incidents if incident.kind == "arrives" and incident.who == "TOM"]
        times.append(came.t)
        step = round(came.t / trace.dt)
        assert came.what == "door" and came.amount == 0.0
        assert int_at(trace, step - 1, "person", "TOM", "PRESENCE") == 1
        assert int_at(trace, step, "person", "TOM", "PRESENCE") == 0
    assert all(5.0 <= t <= 15.1 for t in times)
    assert max(times) - min(times) > 2.0, "the time is drawn"


def test_who_has_eyes_for_it_sees_him_come_and_a_busy_one_need_not() -> None:
    def knows(busy: str) -> list[bool]:
        trace = played("set notice_busy 0", busy=busy)
        came = next(incident for incident in trace.incidents if incident.kind == "arrives" and incident.who == "TOM")
        return ["ANNA" in came.known_to, "CAL" in came.known_to]

    assert knows("") == [True, False], "Cal, sixty metres off, does not see it"
    assert knows(", busy")[0] is False


def test_what_is_done_while_one_is_out_is_not_perceived_and_he_comes_back() -> None:
    """Sally goes out; what Anna does meanwhile only those who are in the room perceive."""
    trace = played('ANNA may hide "hides the letter" after go, again', seconds=40.0)
    went = next(event for event in trace.events if event.move == "go")
    back = next(incident for incident in trace.incidents if incident.kind == "arrives" and incident.who == "SAL")
    assert 4.0 <= back.t - went.lands <= 6.2 and back.amount == 1.0
    out = [event for event in trace.events if went.lands < event.t < back.t]
    assert all("SAL" not in event.heard_by for event in out)
    assert int_at(trace, round(back.t / trace.dt), "person", "SAL", "PRESENCE") == 0


def test_the_light_goes_out_and_what_waits_for_it_opens() -> None:
    trace = played('ANNA may weep "weeps" if dark and after lamp\nhappens lamp "The lamp [goes] out." in 3 s, dark: wholly', seconds=60.0)
    assert float_at(trace, 29, "run", "The Room", "DARKNESS") == pytest.approx(0.15)
    assert float_at(trace, 31, "run", "The Room", "DARKNESS") == pytest.approx(0.95)
    wept = [event for event in trace.events if event.move == "weep"]
    assert all(event.t > 3.0 for event in wept)
    happened = next(incident for incident in trace.incidents if incident.kind == "happens")
    assert (happened.who, happened.what) == ("", "lamp")
    assert {"ANNA", "CAL"} <= set(happened.known_to) and "TOM" not in happened.known_to, "who is not in the scene perceives nothing"


def test_what_happens_at_a_mark_is_perceived_within_earshot_of_it() -> None:
    trace = played('happens bell "A bell [rings]." in 2 s, at yard', seconds=4.0)
    assert next(incident for incident in trace.incidents if incident.kind == "happens").known_to == ("CAL",)


def test_it_happens_in_a_lull_and_ends_it() -> None:
    trace = played('happens rain "It [begins] to rain." when lull 8 s\nhappens wind "The wind [turns]." when lull 6 s', seconds=30.0)
    wind, rain = (next(i.t for i in trace.incidents if i.what == what) for what in ("wind", "rain"))
    assert rain - wind >= 7.9 or wind - rain >= 5.9


def test_a_threat_that_is_nobody_s_frightens_whom_it_is_about_and_moves_who_loves_him() -> None:
    lines = 'happens shot "A shot [falls]." in 20 s, threatens TOM'
    with_it, without = (played(line, seconds=21.0) for line in (lines, lines.replace(", threatens TOM", "")))
    for who, emotion in (("TOM", "fear"), ("ANNA", "pity")):
        felt = [float_at(trace, 201, "feeling", f"{who} {emotion}", "FELT") for trace in (with_it, without)]
        assert felt[0] > felt[1] + 0.1, (who, felt)


def test_adding_a_happening_that_means_nothing_shifts_nobody_s_luck() -> None:
    def acts(trace: Trace) -> list[tuple[float, str, str]]:
        return [(event.t, event.who, event.move) for event in trace.events]

    for seed in range(4):
        assert acts(played(seed=seed)) == acts(played('happens drip "A tap [drips]." in 7 s', seed=seed))


def test_compiled_and_plain_agree() -> None:
    """Bit for bit, over eight runs."""
    tables = tables_of(scene('happens lamp "The lamp [goes] out." in 3..9 s, dark: wholly, threatens TOM', seconds=30.0))
    batch = perform_batch(tables, 3, 0, 8)
    for run in range(8):
        trace = perform(tables, 3, run)
        assert trace.events == batch.events(run) and trace.incidents == batch.incidents(run)


def test_it_is_told() -> None:
    from falter.narrate import prose

    told = str(prose(played('happens lamp "The lamp [goes] out." in 20..22 s, dark: wholly')))
    assert "The lamp went out." in told
    assert "came in with his hat on." in told
