"""Verdicts on what an author expects: given where an interval allows it, and hardly ever wrong."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
import pytest

import falter
from falter.explore import expecting
from falter.explore.expecting import held, looks, undone_moves, verdict_on
from falter.explore.growing import Growing
from falter.explore.intervals import Share, wilson
from falter.explore.lines import Lines
from falter.model.scene import Expectation
from tests.performing import SCENES, tables_of, whole_scene

LETTER = (SCENES / "ladder" / "01-the-letter.falter").read_text("utf-8")
UNDONE = 'BEN may sing "sings" if 39 s after lie\n'
"""The performance closes before that."""


def expecting_text(lines: str, more: str = "") -> str:
    return f"{LETTER}{more}expect {lines}\n"


def nobody(_count: int) -> None:
    pass


def test_the_runs_are_doubled_up_to_the_most() -> None:
    assert looks(100, 800) == [100, 200, 400, 800]
    assert looks(100, 100) == [100]


@pytest.mark.parametrize(("count", "verdict"), [(40, "pass"), (15, "cannot tell"), (0, "fail"), (69, "cannot tell"), (100, "fail")])
def test_a_verdict_needs_the_whole_interval(count: int, verdict: str) -> None:
    assert verdict_on(wilson(count, 100), 0.2, 0.7) == verdict


def test_a_range_that_begins_at_nothing_can_pass() -> None:
    assert verdict_on(wilson(0, 1000), 0.0, 0.05) == "pass"
    assert verdict_on(wilson(1000, 1000), 0.95, 1.0) == "pass"


def test_lines_are_judged_by_no_more_runs_than_they_need() -> None:
    tables = tables_of(expecting_text("lied 30..90 %; expect owned 60..100 %; expect unanswered 1..40 %; expect every move performed"))
    wide, wrong, near, moves = held(tables, 1, 100, 400, 1, nobody)
    assert (wide.verdict, wide.runs) == ("pass", 100)
    assert wrong.verdict == "fail" and wrong.share is not None and wrong.share.high < 0.6
    assert (near.verdict, near.runs) == ("cannot tell", 400)
    assert (moves.verdict, moves.never, moves.moves) == ("pass", (), 5)
    assert [one.path for one in (wide, wrong, near, moves)] == [("expectations", k) for k in range(4)]


def test_the_runs_it_grows_by_are_the_runs_there_would_have_been() -> None:
    tables = whole_scene("ladder/01-the-letter")
    growing = Growing(tables, 3, 2, nobody)
    growing.upto(10)
    grown, whole = growing.upto(25), Growing(tables, 3, 1, nobody).upto(25)
    assert grown.runs.run.tolist() == list(range(25))
    assert grown.runs.seconds.tobytes() == whole.runs.seconds.tobytes()


def test_a_move_that_is_never_done_fails_at_the_last_look_and_is_named() -> None:
    scene = falter.parse(expecting_text("every move performed", UNDONE))
    (found,) = scene.test(runs=20, most=40)
    assert (found.verdict, found.runs, found.never) == ("fail", 40, (("moves", 5),))
    assert found.bound == pytest.approx(1.0 - 0.05 ** (1 / 40))
    lines = Lines(scene.model, scene.places, scene.source)
    assert lines.words(found.never[0]) == "BEN may sing"
    assert scene.source.line(lines.number(found.never[0]) or 0).startswith("BEN may sing")


def test_a_move_that_only_one_of_two_does_is_done() -> None:
    text = LETTER.replace("ANNA may let-be stays", "ANNA or BEN may let-be stays")
    assert undone_moves(Growing(tables_of(text), 1, 1, nobody).upto(30)) == (5, ())


@dataclass
class Coins:
    """Stands for an ensemble that grows: an ending of a known share."""

    tosses: numpy.ndarray
    runs: int = 0

    def upto(self, runs: int) -> Coins:
        return Coins(self.tosses, runs)

    def endings(self) -> dict[str, Share]:
        return {"heads": wilson(int(self.tosses[: self.runs].sum()), self.runs)}

    def __len__(self) -> int:
        return self.runs


@pytest.mark.parametrize(("least", "most", "wrong"), [(30.0, 70.0, "fail"), (30.1, 70.0, "pass")])
def test_a_wrong_verdict_is_as_rare_as_said(least: float, most: float, wrong: str) -> None:
    """2,000 tests (seed 11) of a share of exactly .3, the worst case, with looks after 100, 200, 400 and 800: a wrong verdict on one side
    in at most .025 of them; 78 is that and four standard errors, so that the test fails by chance in under 1 of 10,000."""
    chance = numpy.random.default_rng(11)
    told = 0
    for _ in range(2000):
        coins = Coins(chance.random(800) < 0.3)
        (found,) = expecting._until_told(
            coins, [(("expectations", 0), Expectation(ending="heads", least=least, most=most))], looks(100, 800), 0.95
        )  # type: ignore[arg-type]
        told += found.verdict == wrong
    assert told <= 78
