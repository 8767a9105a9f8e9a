"""An act that is not done, an act that is: under the same luck, and told where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from falter.api.scene import Scene, load, parse
from falter.api.why import NoSuchActError
from falter.explain.acts.shutting import shut_by
from falter.explain.acts.when_open import open_at, open_spans
from falter.explain.changes.otherwise import AsIf, OtherwiseError, read_as_if
from falter.narrate.timeline import clock
from falter.performance import Trace
from tests.performing import row_of

SCENES = Path(__file__).parents[3] / "scenes"
SEED = 3
TWO_PAIRS = """falter 1
scene Two Pairs
place a yard
  mark here
  mark far, 300 m from here
ANNA "the girl", she
  at here
  loves BEN: strongly
BEN "the boy", he
  at here
CLARA "a girl far off", she
  at far
  hurt by DORA: strongly
DORA "another", she
  at far
ANNA may call "calls" to BEN, comforts, again
BEN may answer-her "answers" to ANNA, comforts, if after call
CLARA may blame "blames" to DORA, accuses, again
DORA may weep "weeps" mourns, again, if after blame
closes at 40 s
"""


@pytest.fixture(scope="module")
def letter() -> Scene:
    return load(SCENES / "ladder" / "01-the-letter.falter")


def acts_of(trace: Trace, *people: str) -> list[tuple[str, float]]:
    return [(event.move, event.t) for event in trace.events if event.who in people]


def test_an_act_cut_short_takes_no_effect_and_all_is_the_same_before(letter: Scene) -> None:
    written = letter.perform(SEED)
    event = written.events[1]
    found = letter.whatif(SEED, without_events=[round(event.t, 1)])
    assert found.changed.events[1].cut and not event.cut
    assert found.changed.events[1].t == event.t
    assert found.changed.events[0] == written.events[0]
    assert f"with {event.who.capitalize()} cut short at" in found.change
    assert found.parting.parted


def test_an_act_is_done_at_its_time_as_if_it_had_been_chosen(letter: Scene) -> None:
    found = letter.whatif(SEED, as_if=["BEN.own-up at 0:07"])
    own_up = next(event for event in found.changed.events if event.move == "own-up")
    assert own_up.t == pytest.approx(7.1)
    assert found.written.events[0] == found.changed.events[0]
    assert "as if Ben had begun to “own up” at 0:07.0" in found.told()
    assert found.record()["change"] == "as if Ben had begun to “own up” at 0:07.0"


def test_when_it_was_done_is_said_where_that_was_later_than_asked() -> None:
    """ANNA's hands are taken for the first 3 s; asked for at 1 s, it is done when they are free."""
    text = TWO_PAIRS.replace("closes at", 'ANNA may fold "folds her hands" uses hands, takes 3 s, once, leans wholly\ncloses at')
    text = text.replace("to BEN, comforts", "to BEN, uses hands, comforts")
    scene = parse(text)
    folded = next(event for event in scene.perform(SEED).events if event.move == "fold")
    asked = folded.t + 0.5
    found = scene.whatif(SEED, as_if=[f"ANNA.call.BEN at {asked:.1f}"])
    call = next(event for event in found.changed.events if event.move == "call")
    assert call.t > asked + 1.0
    assert found.change == f"as if Anna had begun to “call” (Ben) at {clock(call.t)}, as soon after {clock(round(asked, 1))} as it could be"


def test_several_changes_go_together() -> None:
    scene = parse(TWO_PAIRS)
    call = next(event for event in scene.perform(SEED).events if event.move == "call")
    found = scene.whatif(SEED, {"ANNA.loves.BEN": 0.6}, as_if=["ANNA.call.BEN at 0:30"], without_events=[call.t])
    assert found.change.startswith("with Anna's love of Ben at 0.6, with Anna cut short at ")
    assert found.change.endswith(", as if Anna had begun to “call” (Ben) at 0:30.0")
    calls = [event for event in found.changed.events if event.move == "call"]
    assert calls[0].cut and any(event.t == pytest.approx(30.1) for event in calls)


def test_nothing_done_otherwise_is_identical_to_the_last_bit(letter: Scene) -> None:
    assert letter.whatif(SEED).parting.identical


def test_what_two_do_shifts_no_draw_of_two_others() -> None:
    """ANNA's call is cut short, or she is made to call: what CLARA and DORA do, out of sight and hearing, is done at the same instants."""
    scene = parse(TWO_PAIRS)
    written = scene.perform(SEED)
    called = next(event for event in written.events if event.move == "call")
    theirs = acts_of(written.trace, "CLARA", "DORA")
    assert len(theirs) > 3
    for found in (scene.whatif(SEED, without_events=[called.t]), scene.whatif(SEED, as_if=["ANNA.call.BEN at 0:20"])):
        assert acts_of(found.changed.trace, "CLARA", "DORA") == theirs
        assert acts_of(found.changed.trace, "ANNA", "BEN") != acts_of(written.trace, "ANNA", "BEN")


def test_what_is_not_open_then_is_said_with_what_kept_it_shut_and_when_it_is_open(letter: Scene) -> None:
    trace = letter.perform(SEED).trace
    act = row_of(trace.tables, "act", "BEN own-up ANNA")
    spans = open_spans(trace, [act])
    assert not open_at(trace, act, 5) and open_at(trace, act, round(spans[0].begin / trace.dt))
    with pytest.raises(OtherwiseError, match=r"not open at 0:00.5: BEN own-up, since `asked` did not hold") as error:
        letter.whatif(SEED, as_if=["BEN.own-up at 0:00.5"])
    assert error.value.fix.startswith("it is open 0:0")
    assert shut_by(trace, act, 5).words == "`asked` did not hold"
    with pytest.raises(OtherwiseError, match="it is all over at"):
        letter.whatif(SEED, as_if=["BEN.own-up at 99:00"])


def test_what_cannot_be_read_is_said(letter: Scene) -> None:
    tables = letter.tables()
    assert read_as_if("BEN own-up ANNA at 7 s", tables) == AsIf("BEN own-up ANNA", 7.0)
    with pytest.raises(OtherwiseError, match="must be an act and a time"):
        read_as_if("BEN.own-up", tables)
    with pytest.raises(OtherwiseError, match=r"names nothing that anybody may do: `BEN.own-ip`") as error:
        read_as_if("BEN.own-ip at 7", tables)
    assert error.value.fix == "write `BEN.own-up`"
    with pytest.raises(NoSuchActError, match=r"no time when anything was begun: 0:01.0") as nothing:
        letter.whatif(SEED, without_events=[1.0])
    assert nothing.value.fix.startswith("nearest: `0:02.5` (ANNA ask-posted)")


def test_a_line_of_a_cast_that_the_scene_uses_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "pair.falter").write_text('falter 1\nANNA "the girl", she\n  remembers snow "Snow." woken by BEN\nBEN "the boy", he\n')
    scene = tmp_path / "yard.falter"
    scene.write_text('falter 1\nscene Yard\nuse "pair.falter"\nplace a yard\nANNA may call "calls" to BEN, comforts, if recalls snow\n'
                     'BEN may wave "waves" to ANNA, comforts\ncloses at 20 s\n')  # fmt: skip
    found = load(scene).whatif(SEED, without=["ANNA remembers snow"])
    assert found.told().startswith("Gone with it, since they need it: `ANNA may call`.")
    assert {event.move for event in found.changed.events} <= {"wave"}
