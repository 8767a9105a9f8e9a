"""What is done to a performance from outside: nothing where nobody asks for it, just what was asked for, the same in both modes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from falter.kernel.interventions import ACT_WHEN, BAR, COLD, DROP, MUTE, QUIET
from falter.performance import Intervention, Trace, perform
from falter.performance.batch import perform_batch
from falter.session import Session
from falter.tables import columns as at
from falter.tables.blocking import blocked
from falter.tables.tables import Tables
from tests.performing import float_at, int_at, row_of, tables_of, whole_scene

SEED = 8
BRIDGE = "ladder/03-the-bridge"
ASK = "SISTER ask-over SENTRY"
LET = "SENTRY let-over SISTER"
WORDS = """falter 1
scene Words
place a yard
ANNA "the girl", she
  loves BEN: strongly
BEN "the boy", he
BEN may shout "shouts" again, to ANNA, threatens, insults
ANNA may hit "hits him" on BEN, harms
closes at 20 s
set theta0 20
set lapse 0
"""


@pytest.fixture(scope="module")
def bridge() -> Tables:
    return whole_scene(BRIDGE)


def both(tables: Tables, run: int, rows: Sequence[Intervention]) -> Trace:
    """The performance, which is the same in both modes, alone and in a batch."""
    plain, compiled = perform(tables, SEED, run, interventions=rows, plain=True), perform(tables, SEED, run, interventions=rows)
    assert plain.floats.tobytes() == compiled.floats.tobytes() and plain.ints.tobytes() == compiled.ints.tobytes()
    assert plain.last_floats.tobytes() == compiled.last_floats.tobytes() and plain.last_ints.tobytes() == compiled.last_ints.tobytes()
    assert perform_batch(tables, SEED, run, 1, interventions=rows).events(0) == plain.events
    return plain


def act(tables: Tables, label: str) -> int:
    return row_of(tables, "act", label)


def test_what_meddles_with_nobody_changes_no_bit(bridge: Tables) -> None:
    """Someone is left cold in a step in which nothing stirs her; luck is taken out only from a later step on."""
    written = perform(bridge, SEED, 2)
    last = written.steps - 2
    rows = [Intervention(last, QUIET, 0, act(bridge, ASK)), Intervention(0, COLD, 0, -1)]
    assert float_at(written, 0, "person", "SISTER", "COLD") == 0.0
    other = both(bridge, 2, rows)
    assert other.events == written.events
    assert all(other.sf(step).tobytes() == written.sf(step).tobytes() for step in range(last))


def test_who_is_left_cold_feels_no_more_for_it_and_has_no_more_on_his_mind() -> None:
    tables = tables_of(WORDS)
    shout = Intervention(5, ACT_WHEN, 0, act(tables, "BEN shout ANNA"))
    stirred = both(tables, 1, [shout])
    event = next(event for event in stirred.events if event.move == "shout")
    step = next(step for step in range(stirred.steps) if event.lands <= step * stirred.dt)
    cold = both(tables, 1, [shout, Intervention(step, COLD, tables.names.person["ANNA"], -1)])
    for emotion in ("hurt", "anger", "fear", "reproach"):
        label = f"ANNA {emotion}"
        assert float_at(cold, step, "feeling", label, "FELT") <= float_at(cold, step - 1, "feeling", label, "FELT")
    assert float_at(stirred, step, "feeling", "ANNA hurt", "FELT") > float_at(stirred, step - 1, "feeling", "ANNA hurt", "FELT") + 0.05
    motive = next(row.label for row in tables.labels["motive"] if row.label.startswith("cherish"))
    assert float_at(stirred, step, "motive", motive, "CUE") > float_at(cold, step, "motive", motive, "CUE")
    assert float_at(cold, step, "person", "ANNA", "COLD") == 0.0
    assert cold.si(step - 1).tobytes() == stirred.si(step - 1).tobytes()
    assert float_at(cold, step, "feeling", "BEN anger", "FELT") == float_at(stirred, step, "feeling", "BEN anger", "FELT")


def test_without_luck_an_act_has_none_and_others_have_theirs(bridge: Tables) -> None:
    """The hushed act's noise is 0 at every step, and another's is not."""
    rows = [Intervention(0, QUIET, 0, act(bridge, ASK))]
    hushed = both(bridge, 2, rows)
    column = at.ACT_NOISE_NOW
    ti = bridge.packed.ti
    mine, hers = (ti[at.SF_ACT] + act(bridge, label) * at.SF_ACT_SIZE + column for label in (ASK, LET))
    noise = [hushed.sf(step)[mine] for step in range(hushed.steps)]
    assert not any(noise)
    assert any(hushed.sf(step)[hers] for step in range(hushed.steps))
    assert any(perform(bridge, SEED, 2).sf(step)[mine] for step in range(50))


def test_what_is_due_is_done_as_soon_as_it_can_be_and_once(bridge: Tables) -> None:
    written = perform(bridge, SEED, 2)
    label = "SISTER ask-over SENTRY"
    rows = [Intervention(0, ACT_WHEN, 0, act(bridge, label))]
    due = both(bridge, 2, rows)
    first = next(step for step in range(due.steps) if int_at(due, step, "act", label, "OPEN"))
    done = [event for event in due.events if event.move == "ask-over"]
    assert done[0].t == pytest.approx((first + 1) * due.dt)
    assert done[0].t < next(event.t for event in written.events if event.move == "ask-over")
    words = tables_of(WORDS)
    asked = [Intervention(step, ACT_WHEN, 0, act(words, "BEN shout ANNA")) for step in (5, 60)]
    assert [round(event.t, 1) for event in both(words, 1, asked).events] == [0.6, 6.1]
    shout = act(words, "BEN shout ANNA")
    in_hand = [Intervention(step, ACT_WHEN, who, shout) for step, who in ((5, 0), (6, 0), (12, -1))]
    assert [round(event.t, 1) for event in both(words, 1, in_hand).events] == [0.6]


def test_what_is_barred_is_never_open_again(bridge: Tables) -> None:
    """Barred from the start, it is what `blocked` makes of it, to the last bit; barred later, all is the same until then."""
    late = 105
    assert late % bridge.packed.ti[bridge.packed.ti[at.TI_RUN] + at.RUN_EVERY], "at a refresh all is considered anew anyhow"
    row = act(bridge, LET)
    tables = blocked(bridge, LET)
    one, other = both(bridge, 2, [Intervention(0, BAR, 0, row)]), perform(tables, SEED, 2)
    assert one.floats.tobytes() == other.floats.tobytes() and one.last_floats.tobytes() == other.last_floats.tobytes()
    assert not any(event.move == "let-over" for event in one.events)
    barred, written = both(bridge, 2, [Intervention(late, BAR, 0, row)]), perform(bridge, SEED, 2)
    assert all(barred.sf(step).tobytes() == written.sf(step).tobytes() for step in range(late))
    assert any(int_at(written, step, "act", LET, "OPEN") for step in range(late, late + 50))
    assert not any(int_at(barred, step, "act", LET, "OPEN") for step in range(late, barred.steps))


def test_a_session_takes_them_and_a_saved_one_goes_on_with_them(bridge: Tables) -> None:
    row = act(bridge, LET)
    rows = [Intervention(0, ACT_WHEN, 0, act(bridge, ASK)), Intervention(40, BAR, 0, row), Intervention(30, COLD, 1, -1)]
    trace = perform(bridge, SEED, 0, interventions=rows)
    session = Session(bridge, SEED)
    session.interventions += rows
    session.advance(3.5)
    gone_on = Session.restore(bridge, session.save())
    for one in (session, gone_on):
        one.advance(500.0)
        assert one.state()[1].startswith(trace.sf(trace.steps - 1).tobytes())


def test_a_dropped_event_is_cut_off(bridge: Tables) -> None:
    written = perform(bridge, SEED, 2)
    event = written.events[0]
    dropped = both(bridge, 2, [Intervention(int(event.t / written.dt) + 1, DROP, 0, event.index)])
    assert dropped.events[0].cut and not event.cut


def test_a_muted_motive_weighs_nothing_from_then_on_and_stirs_no_feeling_by_that(bridge: Tables) -> None:
    late = 105
    label = "cherish SISTER"
    row = row_of(bridge, "motive", label)
    muted, written = both(bridge, 2, [Intervention(late, MUTE, 0, row)]), perform(bridge, SEED, 2)
    assert all(muted.sf(step).tobytes() == written.sf(step).tobytes() for step in range(late))
    assert all(float_at(written, step, "motive", label, "SHARE") > 0.0 for step in range(late))
    assert not any(float_at(muted, step, "motive", label, "SHARE") for step in range(late, muted.steps))
    assert float_at(muted, late, "motive", label, "P") == float_at(written, late, "motive", label, "P")
    for emotion in ("joy", "distress", "relief", "fear", "satisfaction", "disappointment"):
        felt = [float_at(trace, late, "feeling", f"SENTRY {emotion}", "FELT") for trace in (muted, written)]
        assert felt[0] == felt[1]
