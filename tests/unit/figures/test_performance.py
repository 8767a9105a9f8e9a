"""Figures of one performance: what they show is what its trace holds."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

import falter
from falter.api.forms import ManyKind, RunKind
from falter.explore import plots
from falter.figures import performance
from falter.figures.acts import WIDTH, Mark, placed
from falter.figures.performance import named
from falter.figures.pictures import NothingToDrawError
from falter.figures.preferences import NAMED, chosen
from falter.figures.sampling import POINTS, Line, beliefs_of, channels_of, feelings_of, people_of, preferences_of, sampled
from falter.model.words import DISPLAY_CHANNELS
from tests.unit.explore.test_plots import rows

LADDER = Path(__file__).parents[3] / "scenes" / "ladder"
NOBODY = """falter 1
scene The Yard
place a yard
ANNA "the girl", she
BEN "the boy", he
BEN may wave "waves" to ANNA
closes at .1 s
"""


@pytest.fixture(scope="module")
def run() -> falter.Run:
    return falter.load(LADDER / "04-after-the-ball.falter").perform(3)


def test_kinds_are_the_same_in_library_and_shell() -> None:
    assert get_args(RunKind) == performance.KINDS
    assert get_args(ManyKind) == plots.KINDS


def test_steps_are_spread_over_the_whole(run: falter.Run) -> None:
    steps = sampled(run.trace)
    assert (steps[0], steps[-1]) == (0, run.trace.steps - 1)
    assert POINTS // 2 <= len(steps) <= POINTS + 1


def test_feelings_and_preferences_are_those_of_the_trace(run: falter.Run) -> None:
    trace = run.trace
    steps = sampled(trace)[:: POINTS // 10]
    told = {(row.step, row.person, row.kind, row.name): row.value for row in trace.states() if row.step in steps}
    for person in trace.people:
        for name, pair in feelings_of(trace, person, steps).items():
            for kind, line in zip(("felt", "shown"), pair, strict=True):
                assert line.values == [told[step, person, kind, name] for step in steps]
        for line in preferences_of(trace, person, steps):
            label = f"{person} {line.name}"
            for step, value in zip(steps, line.values, strict=True):
                near, open_ = told.get((step, person, "preference", label)), value == value
                assert open_ == (near is not None)
                assert near is None or value == near / told[step, person, "threshold", label]


def test_what_shows_most_is_what_shows_on_its_channel(run: falter.Run) -> None:
    steps = sampled(run.trace)[:: POINTS // 10]
    for person in run.people:
        for emotion, (felt, most) in feelings_of(run.trace, person, steps).items():
            found = channels_of(run.trace, person, emotion, steps)
            assert list(found) == list(DISPLAY_CHANNELS)
            assert [max(values) for values in zip(*(out.values for _, out in found.values()), strict=True)] == most.values
            for free, _ in found.values():
                assert all(value <= one for value, one in zip(free.values, felt.values, strict=True))


@pytest.mark.parametrize("person", ["CLARA", "MARTIN"])
def test_an_act_is_begun_at_the_top_of_its_line(run: falter.Run, person: str) -> None:
    """A state is stamped with the start of its step, and has the drop after the act already: it must not come before the top."""
    found = rows(run.plot("preferences", people=[person]).to_dict())
    lines = [row for row in found if "run" in row]
    dots = [(row["t"], row["name"]) for row in found if row.get("near") == 1.0 and "name" in row and "run" not in row]
    begun = [event for event in run.events if event.who == person and named(event) in {name for _, name in dots}]
    assert len(dots) == len(begun) > 0
    for event, (at, name) in zip(begun, dots, strict=True):
        assert name == named(event) and at <= event.t < at + run.trace.dt
        piece = next(row["run"] for row in lines if (row["t"], row["name"], row["near"]) == (at, name, 1.0))
        *before, top = sorted(row["t"] for row in lines if (row["name"], row["run"]) == (name, piece))
        assert top == at and all(t + run.trace.dt <= event.t for t in before)


def test_beliefs_are_those_of_the_trace(run: falter.Run) -> None:
    trace = run.trace
    steps = sampled(trace)[:: POINTS // 10]
    told = {(row.step, row.person, row.name): row.value for row in trace.states() if row.step in steps and row.kind == "belief"}
    found = beliefs_of(trace, steps)
    assert found
    for owner, line in found:
        holder, _, about = line.name.partition(": ")
        taker, on, reader = holder.partition(" on ")
        assert owner == taker
        name = f"{reader} takes it that {about}" if on else about
        assert line.values == [told[step, taker, name] for step in steps]


def test_every_act_has_its_mark_where_it_was_begun(run: falter.Run) -> None:
    shown = {(row["t"], row["who"], row["words"]) for row in rows(run.plot("acts").to_dict()) if "words" in row}
    assert shown == {(event.t, event.who, run.words(event)) for event in run.events}


def test_names_of_acts_do_not_lie_on_each_other() -> None:
    marks = [Mark(float(t), "MARTIN", "says-something-long", "", False, t % 3) for t in range(60)]
    found = placed(marks, 60.0)
    assert {mark.weight for mark, _ in found} == {2}  # the most telling have what room there is
    for lane in (0, 1):
        starts = sorted(mark.t / 60.0 * WIDTH for mark, at in found if at == lane)
        assert all(later - earlier > 100.0 for earlier, later in pairwise(starts))


def test_what_cannot_be_undone_is_named_before_what_came_nearer() -> None:
    lines = [Line(f"act {k}", [0.0], [0.1 * k]) for k in range(12)]
    names = chosen(lines, ["act 3", "act 4"], ["act 1"])
    assert names == ["act 1", "act 3", "act 4", "act 9", "act 10", "act 11"]
    assert len(names) == NAMED


def test_of_many_people_those_who_do_most_are_drawn() -> None:
    run = falter.load(LADDER.parent / "othello-at-the-bedside.falter").perform(2)
    assert "OTHELLO" in people_of(run.trace)
    assert len(people_of(run.trace)) <= 3
    one = run.plot("feelings", people=["DESDEMONA"]).to_dict()
    assert [panel["title"]["text"] for panel in one["vconcat"]] == ["What DESDEMONA feels and shows"]


def test_what_is_believed_is_that_of_the_people_drawn(run: falter.Run) -> None:
    shown = {row["name"] for row in rows(run.plot("beliefs", people=["MARTIN"]).to_dict()) if "odds" in row and "name" in row}
    assert shown == {"MARTIN: CLARA loves MARTIN"}
    with pytest.raises(NothingToDrawError):  # she wonders nothing
        run.plot("beliefs", people=["CLARA"])


def test_all_is_every_panel(run: falter.Run) -> None:
    titles = [panel["title"]["text"] for panel in run.plot().to_dict()["vconcat"]]
    people = people_of(run.trace)
    assert titles[0] == "What is done" and titles[-1] == "What is believed"
    assert [title for title in titles[1:-1] if title.startswith("What")] == [
        f"What {person} {does}" for does in ("feels and shows", "weighs") for person in people
    ]
    assert [title.split()[-1] for title in titles if title.startswith("How")] == people


def test_what_is_not_there_is_not_drawn(run: falter.Run) -> None:
    with pytest.raises(ValueError, match="feelings"):
        run.plot("emotions")
    with pytest.raises(ValueError, match="NOBODY"):
        run.plot(people=["NOBODY"])
    nothing: Any = falter.parse(NOBODY).perform(1)
    for kind in ("acts", "beliefs"):
        with pytest.raises(NothingToDrawError, match=kind):
            nothing.plot(kind)
