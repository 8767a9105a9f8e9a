"""A cause taken away: just that, with the same luck, and what came of the act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from falter.explain.acts import why_told
from falter.explain.acts.shown import is_shown
from falter.explain.acts.why import Why, why
from falter.explain.changes.removing import Without, effect_of, performed, removal, taken_away, the_same, without
from falter.explain.changes.removing_told import TakenAway
from falter.explain.standing import ITSELF
from falter.explain.wording import Wording
from falter.kernel.interventions import ACT_WHEN
from falter.performance import Intervention, perform
from falter.performance.tracefile import from_bytes, to_bytes
from falter.tables import columns as at
from falter.tables.blocking import roomier, taken_out
from falter.tables.layout import ENDLESS
from tests.performing import float_at, row_of, tables_of, whole_scene

SEED = 3
TWO = """falter 1
scene Two
place a yard
ANNA "the girl", she
  loves BEN: strongly
BEN "the boy", he
BEN may call "calls" to ANNA, insults
ANNA may run "runs to him" to BEN, comforts
ANNA may sing "sings" again
closes at 60 s
set theta0 20
set lapse 0
"""


@pytest.fixture(scope="module")
def owned() -> Why:
    trace = perform(whole_scene("ladder/01-the-letter"), SEED)
    return why(trace, next(event for event in trace.events if event.move == "own-up"))


def of(whys: Why, wanted: Callable[[Without], bool]) -> Without:
    return next(one for one in taken_away(whys, 20) if wanted(one))


def test_up_to_where_it_began_to_build_up_all_is_the_same() -> None:
    trace = perform(whole_scene("ladder/03-the-bridge"), 8, 2)
    let = why(trace, next(event for event in trace.events if event.move == "turn-back"))
    assert let.crossing is not None
    since = round(let.crossing.build.since / trace.dt)
    removed = [one for one in taken_away(let, 20) if one.cause == ITSELF]
    assert len(removed) > 1 and since > 50
    for one in removed:
        assert all(one.trace.sf(step).tobytes() == trace.sf(step).tobytes() for step in range(since))
        assert one.trace.sf(since + 5).tobytes() != trace.sf(since + 5).tobytes()


def test_without_a_motive_it_weighs_nothing() -> None:
    trace = perform(whole_scene("ladder/03-the-bridge"), 8, 2)
    let = why(trace, next(event for event in trace.events if event.move == "turn-back"))
    one = of(let, lambda one: one.part is not None and one.part.motive >= 0)
    assert one.part is not None and let.crossing is not None
    label = one.why.trace.tables.labels["motive"][one.part.motive].label
    since = round(let.crossing.build.since / let.trace.dt)
    assert float_at(let.trace, since + 1, "motive", label, "W") > 0.0
    assert float_at(one.trace, since + 1, "motive", label, "W") == 0.0


def test_without_luck_nothing_of_the_act_is_luck(owned: Why) -> None:
    one = of(owned, lambda one: one.part is not None and one.part.kind == "chance")
    if one.event is not None:
        anew = why(one.trace, one.event)
        assert not [part for part in anew.parts if part.kind == "chance"]
        assert [part for part in owned.parts if part.kind == "chance"]


def test_an_act_that_was_a_cause_is_cut_short_and_one_that_was_felt_leaves_cold() -> None:
    """ANNA is called, and runs: what the call stirred in her is behind it. Cut short, the call stirs nothing."""
    tables = tables_of(TWO)
    rows = [
        Intervention(10, ACT_WHEN, 1, row_of(tables, "act", "BEN call ANNA")),
        Intervention(40, ACT_WHEN, 0, row_of(tables, "act", "ANNA run BEN")),
    ]
    trace = perform(tables, SEED, interventions=rows)
    call = trace.events[0]
    run = next(event for event in trace.events if event.move == "run")
    caused = why(trace, run)
    cut = performed(trace, found) if (found := removal(caused, None, ("act", call.index))) else trace
    assert cut.events[0].cut and not call.cut
    assert cut.events[0].t == call.t
    step = round(call.lands / trace.dt) + 2
    assert float_at(cut, step, "feeling", "ANNA hurt", "FELT") < float_at(trace, step, "feeling", "ANNA hurt", "FELT")


def test_rivals_and_what_nothing_gave_cannot_be_taken_away(owned: Why) -> None:
    part = owned.parts[0]
    assert removal(owned, replace(part, kind="rivals", motive=-1), ITSELF) is None
    assert without(owned, None, ITSELF, 0.0) is None


def test_the_act_that_answers_to_one_has_been_done_as_often_before(owned: Why) -> None:
    trace = owned.trace
    assert all(the_same(trace, event, trace) == event for event in trace.events)
    tables = tables_of(TWO)
    runs = [Intervention(step, ACT_WHEN, 0, row_of(tables, "act", "ANNA sing")) for step in (10, 100, 200)]
    often, once = (perform(tables, SEED, interventions=rows) for rows in (runs, runs[1:2]))
    sung = [event for event in often.events if event.move == "sing"]
    found = [the_same(often, event, once) for event in sung]
    assert found[0] is not None and found[0].t == pytest.approx(10.1)
    assert found[1:] == [None] * (len(sung) - 1) and len(sung) == 3


def test_only_what_the_list_names_is_tested(owned: Why) -> None:
    trace = perform(whole_scene("the-huntsman"), SEED)
    spared = why(trace, next(event for event in trace.events if event.move == "spare"))
    told, wording = " ".join(why_told.told(spared, lambda _path: "").split()), Wording(trace, "HUNTSMAN")
    names: dict[bool, list[str]] = {True: [], False: []}
    for part, cause, _ in spared.causes():
        names[is_shown(spared, part, cause)].append(wording.motive(part) if part else wording.cause(cause))
    assert names[True] and names[False]
    assert [name for name in names[True] if name not in told] == []
    assert [name for name in names[False] if name in told] == []
    assert list(taken_away(owned, 20, lambda *_: False)) == []


def test_what_came_of_it_is_told(owned: Why) -> None:
    assert [effect_of(by) for by in (None, 3.0, -3.0, 0.5, 0.0)] == ["not at all", "later", "sooner", "about the same", "all the same"]
    found = TakenAway(owned, tuple(taken_away(owned, 3)))
    lines = found.told().splitlines()
    assert len(lines) == 1 + len(found.without) == 3
    assert all(line.startswith("  not at all") and ("  without " in line or "  had this been cut short: " in line) for line in lines[1:])
    record = found.record()
    assert [one["effect"] for one in record["without"]] == [one.effect for one in found.without]
    assert [one["cause"]["share"] for one in record["without"]] == sorted((one.share for one in found.without), reverse=True)


def test_a_time_that_presses_and_a_pace_are_taken_away_with_the_tables() -> None:
    tables = tables_of(TWO.replace("  loves BEN: strongly", "  loves BEN: strongly\n  tempo quick"))
    packed, anna = tables.packed, tables.names.person["ANNA"]
    assert packed.tf[packed.ti[at.TF_PERSON] + anna * at.TF_PERSON_SIZE + at.PERSON_TEMPER] < 1.0 < packed.tf[at.K_THETA0]
    for what, row in (("tempo", anna), ("theta0", -1), ("deadline", 0)):
        without_it = taken_out(tables, [(what, row)])
        assert without_it.without == ((what, row),)
        assert roomier(without_it).packed.tf.tobytes() == without_it.packed.tf.tobytes()
    assert taken_out(tables, [("tempo", anna)]).packed.tf[packed.ti[at.TF_PERSON] + anna * at.TF_PERSON_SIZE + at.PERSON_TEMPER] == 1.0
    assert taken_out(tables, [("theta0", -1)]).packed.tf[at.K_THETA0] < 20.0
    assert taken_out(tables, [("deadline", 0)]).packed.tf[packed.ti[at.TF_MOTIVE] + at.MOTIVE_DEADLINE] == ENDLESS


def test_a_performance_with_something_taken_out_is_kept_with_that() -> None:
    tables = whole_scene("ladder/01-the-letter")
    less = taken_out(tables, [("act", row_of(tables, "act", "BEN lie ANNA"))])
    trace = perform(less, SEED, 4)
    kept = from_bytes(to_bytes(trace))
    assert kept.tables.without == less.without
    assert perform(tables, SEED, 4).floats.tobytes() != trace.floats.tobytes()
    assert why(kept, kept.events[0]).causes() == why(trace, trace.events[0]).causes()


def test_what_was_taken_away_is_shown_in_a_line(owned: Why) -> None:
    found = TakenAway(owned, tuple(taken_away(owned, 1)))
    assert repr(found) == "<TakenAway 1 cause of BEN own-up>"
    assert repr(found.without).startswith("(<Without ") and len(repr(found.without)) < 80
