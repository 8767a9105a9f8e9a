"""Looking for a performance: what is wanted, read and judged; the first run that has it; how rare it is."""

from __future__ import annotations

from pathlib import Path

import pytest

import falter
from falter.api.finding import find
from falter.explore.finding import Found, SearchInterrupted
from falter.explore.found_report import found_table
from falter.explore.intervals import wilson
from falter.explore.wanted import WantedError, wanted
from tests.performing import whole_scene

LETTER = Path(__file__).parents[3] / "scenes" / "ladder" / "01-the-letter.falter"
RUNS = 40


@pytest.fixture(scope="module")
def scene() -> falter.Scene:
    return falter.load(LETTER)


def found(scene: falter.Scene, text: str, jobs: int = 1) -> Found:
    return scene.find(text, runs=RUNS, seed=5, jobs=jobs)


@pytest.fixture(scope="module")
def performed(scene: falter.Scene) -> list[falter.Run]:
    return [scene.perform(5, run=number) for number in range(RUNS)]


def had(performed: list[falter.Run], text: str) -> list[int]:
    """The runs that have it, each judged by its own trace."""
    such = []
    for number, run in enumerate(performed):
        lied = [event.t for event in run.events if event.move == "lie"]
        put_off = any(event.move == "put-off" for event in run.events)
        holds = {
            "ending=owned": run.ending == "owned",
            "not ending=owned": run.ending != "owned",
            "act=BEN.lie": bool(lied),
            "act=BEN.lie.ANNA before 15": any(t < 15.0 for t in lied),
            "act=BEN.lie after 15": any(t >= 15.0 for t in lied),
            "lasts<35 and not act=BEN.put-off": run.seconds < 35.0 and not put_off,
            "ending=lied and lasts>35": run.ending == "lied" and run.seconds > 35.0,
        }
        such += [number] if holds[text] else []
    return such


@pytest.mark.parametrize(
    "text",
    [
        "ending=owned", "not ending=owned", "act=BEN.lie", "act=BEN.lie.ANNA before 15", "act=BEN.lie after 15",
        "lasts<35 and not act=BEN.put-off", "ending=lied and lasts>35",
    ],
)  # fmt: skip
def test_what_is_found_is_what_the_traces_have(scene: falter.Scene, performed: list[falter.Run], text: str) -> None:
    one, such = found(scene, text), had(performed, text)
    assert 0 < len(such) < RUNS, "the example says nothing"
    assert (one.run, one.hits, one.runs) == (such[0], len(such), RUNS)
    assert one.share == wilson(len(such), RUNS)


def test_two_at_a_time_find_the_same(scene: falter.Scene) -> None:
    assert found(scene, "ending=owned", 2).record() == found(scene, "ending=owned").record()


def test_what_was_found_performs_again(scene: falter.Scene) -> None:
    one = found(scene, "ending=lied and lasts>35")
    trace = one.perform()
    assert (trace.ending, trace.seed, trace.run) == ("lied", 5, one.run)
    assert trace.seconds > 35.0
    again = scene.perform(5, run=one.run)
    assert again.events == trace.events


def test_what_is_not_found_is_rarer_than_a_bound(scene: falter.Scene) -> None:
    one = found(scene, "lasts<1")
    assert (one.run, one.hits, one.share.low) == (None, 0, 0.0)
    assert one.never_bound == pytest.approx(0.0722, abs=1e-4)  # 1 − .05^(1/40)
    with pytest.raises(LookupError, match="lasts<1"):
        one.perform()


def test_a_search_that_is_stopped_says_what_it_knows_and_no_more(scene: falter.Scene) -> None:
    """Stopped among the plain runs: nothing was pushed, and nothing is said of pushing."""

    def told(count: int) -> None:
        if count:
            raise KeyboardInterrupt

    with pytest.raises(SearchInterrupted) as stopped:
        find(scene, "lasts<1", 5000, 5, 1, told)
    one = stopped.value.found
    assert one is None or (0 < one.runs < 5000 and "pushed" not in found_table(one, None))
    assert "pushed" in found_table(found(scene, "lasts<1"), None)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("ending=ownd", "`owned`"),
        ("act=ZOE.jump", "write one of"),
        ("act=BEN.own-upp", "`BEN.own-up`"),
        ("act=BEN", "`BEN lie`"),
        ("act=BEN own-upp ANNA", "`BEN own-up ANNA`"),
        ("ending<owned", "`ending=owned`"),
        ("ending=owned before 3", "`ending=owned`"),
        ("lasts=3", "as in"),
        ("lasts<never", "`lasts<90`"),
        ("lasts<nan", "`lasts<90`"),
        ("act=BEN.lie before -2", "`lasts<90`"),
        ("", "as in"),
        ("ending=owned and", "as in"),
    ],
)
def test_what_means_nothing_here_is_told_with_what_does(text: str, fix: str) -> None:
    with pytest.raises(WantedError) as told:
        wanted(text, whole_scene("ladder/01-the-letter"))
    assert fix in told.value.fix


@pytest.mark.parametrize("run", [-1, 2**64, True, 1.5])
def test_a_run_that_is_no_number_is_refused(scene: falter.Scene, run: object) -> None:
    with pytest.raises(ValueError, match=r"`run` must be a whole number"):
        scene.perform(1, run=run)  # type: ignore[arg-type]
