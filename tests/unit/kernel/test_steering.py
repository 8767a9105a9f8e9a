"""The author's hand: what may never come after what, what must be, what a lean gave. No draw is touched by any of it."""

from __future__ import annotations

import pytest

from falter import SceneError, parse
from falter.mind.steering import left_of_lean
from falter.performance import Trace, perform
from falter.performance.batch import perform_batch
from tests.performing import tables_of

ROOM = """falter 1
scene The Room
place a room
  mark door
  mark desk, 1 m from door
ANNA "the clerk", she
  at desk
  loves TOM: {loves}
TOM "the boy", he
  at door
  loves ANNA: somewhat
TOM may confess to ANNA, confesses{lean}
  says "It was me."
TOM may kiss "kisses her" on ANNA, touches, again
TOM may wait "waits" stays, again
{lines}
closes at 30 s
ends told if confess; else untold
"""


def scene(lines: str = "", lean: str = "", loves: str = "somewhat") -> str:
    return ROOM.format(lines=lines, lean=lean, loves=loves)


def played(text: str, seed: int = 1) -> Trace:
    return perform(tables_of(text), seed)


def test_what_may_never_come_after_does_not_and_what_came_before_is_as_it_was() -> None:
    """Over 8 seeds: no kiss is begun once the confession has landed; up to there, not an instant is changed."""
    closed = 0
    for seed in range(8):
        free, held = played(scene(), seed), played(scene("never kiss after confess"), seed)
        told = next((event.lands for event in held.events if event.move == "confess"), 99.0)
        assert not [event for event in held.events if event.move == "kiss" and event.t > told]
        before = [[(event.t, event.move) for event in trace.events if event.t < told] for trace in (free, held)]
        assert before[0] == before[1]
        closed += sum(incident.kind == "barred" and incident.what == "kiss" for incident in held.incidents)
        assert all(incident.known_to == () for incident in held.incidents if incident.kind == "barred")
    assert closed >= 3, "that it was the author who closed it is written down"


def test_a_lean_is_the_author_s_share_and_leaks_away() -> None:
    assert left_of_lean(0.4, 0.05, 0.0) == 0.4
    shares = []
    for seed in range(6):
        for event in played(scene(lean=", leans somewhat"), seed).events:
            assert event.author == 0.0 or event.move == "confess"
            if event.move == "confess":
                shares.append((event.waited, event.author))
    assert shares and all(0.0 < author <= 0.4 for _, author in shares)
    assert all(event.author == 0.0 for event in played(scene()).events)


def test_what_must_be_is_had_by_passing_over_performances() -> None:
    """Half a thousand compiled runs: those that meet it are those a condition on their acts finds, and the first of them is shown."""
    text = scene("must confess before kiss")
    tables = tables_of(text)
    batch = perform_batch(tables, 5, 0, 64)
    for run in range(64):
        landed = [event for event in batch.events(run) if not event.cut]
        first = {move: min((event.lands for event in landed if event.move == move), default=99.0) for move in ("confess", "kiss")}
        assert batch.met[run] == (first["kiss"] == 99.0 or first["confess"] < first["kiss"])
    run = parse(text).perform(5)
    assert run.met is not None and run.passed_over == int(batch.met.argmax())
    assert run.record()["passed_over"] == run.passed_over
    assert run.events == batch.events(run.passed_over), "it is a performance like any other"


def test_what_under_one_in_a_hundred_does_is_refused() -> None:
    with pytest.raises(SceneError, match="FAL3512"):
        parse(scene('TOM may hit "hits her" on ANNA, harms, cannot be undone\nmust hit\nset kappa_i 10')).perform(1)


def test_a_range_is_performed_with_its_middle() -> None:
    middle, ranged = played(scene(loves=".5")), played(scene(loves=".4 to .6"))
    assert middle.events == ranged.events
    assert middle.floats == ranged.floats


def test_an_aim_changes_nothing() -> None:
    assert played(scene("aim told 30..40 %")).floats == played(scene()).floats


def test_compiled_and_plain_agree() -> None:
    tables = tables_of(scene("never kiss after confess\nmust confess", lean=", leans somewhat"))
    batch = perform_batch(tables, 2, 0, 6)
    for run in range(6):
        trace = perform(tables, 2, run)
        assert trace.events == batch.events(run) and trace.incidents == batch.incidents(run)
