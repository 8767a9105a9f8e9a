"""A scene as a simulator: the very performances that an exploration has, in arrays that other tools take."""

from __future__ import annotations

import re
import sys
from types import SimpleNamespace
from typing import Any

import numpy
import pytest

import falter
from falter.explore.simulating import Simulator
from falter.explore.sweep import Sweep
from falter.explore.varying import VaryError
from falter.explore.wanted import WantedError
from tests.unit.explore.test_decisive import LADDER

VARY = {"BEN.respects.ANNA": (0, 1), "theta0": "1..3"}
THETA = [[0.0, 1.0], [0.5, 2.0], [1.0, 3.0], [0.25, 2.5]]


@pytest.fixture(scope="module")
def scene() -> falter.Scene:
    return falter.load(LADDER / "01-the-letter.falter")


@pytest.fixture(scope="module")
def simulator(scene: falter.Scene) -> Simulator:
    return scene.simulator(VARY, ["ending", "deed", "seconds", "deed_t", "acts", "act=BEN.put-off before 15"])


def same(one: dict[str, Any], other: dict[str, Any], rows: slice = slice(None)) -> bool:
    return all(one[name].tobytes() == other[name][rows].tobytes() for name in one)


def test_a_row_is_the_point_of_an_exploration(scene: falter.Scene, simulator: Simulator) -> None:
    found = simulator([[0.5, 2.0]], seed=3, runs=40)
    sweep = scene.explore(runs=40, seed=3, vary={"BEN.respects.ANNA": [0.5], "theta0": [2.0]})
    assert isinstance(sweep, Sweep)
    runs, beats = sweep[0].runs, sweep[0].beats()
    for name in ("ending", "deed", "seconds", "deed_t", "acts"):
        assert found[name].shape == (1, 40)
        assert found[name][0].tobytes() == getattr(runs, name).tobytes(), name
    early = {run for run, t, act in beats.select("run", "t", "act").iter_rows() if act == "BEN put-off ANNA" and t < 15.0}
    assert found["act=BEN.put-off before 15"][0].tolist() == [float(run in early) for run in range(40)]
    assert 0 < len(early) < 40


def test_a_row_has_the_same_numbers_whatever_the_others_and_the_jobs(simulator: Simulator) -> None:
    whole = simulator(THETA, seed=5)
    assert whole["seconds"].shape == (4,)
    assert same(whole, simulator(THETA, seed=5, jobs=2))
    assert same(simulator(THETA[:2], seed=5), whole, slice(2))
    assert same(simulator(THETA[2:], seed=5, first=2), whole, slice(2, None))
    assert not same(simulator(THETA, seed=6), whole)


def test_a_matrix_has_a_column_an_ending_and_means_over_runs(simulator: Simulator) -> None:
    found, matrix = simulator(THETA, seed=5, runs=8), simulator.matrix(THETA, seed=5, runs=8)
    assert matrix.shape == (4, len(simulator.columns))
    assert simulator.columns[:3] == ("ending=owned", "ending=lied", "ending=unanswered")
    column = simulator.columns.index("ending=lied")
    assert matrix[:, column].tolist() == (found["ending"] == simulator.endings.index("lied")).mean(axis=1).tolist()
    times = found["deed_t"]
    expected = [numpy.mean(row[~numpy.isnan(row)]) if (~numpy.isnan(row)).any() else numpy.nan for row in times]
    assert matrix[:, simulator.columns.index("deed_t")].tolist() == pytest.approx(expected, nan_ok=True)


def test_for_sbi_there_are_bounds_and_each_call_has_luck_of_its_own(simulator: Simulator) -> None:
    box, simulate = simulator.to_sbi(seed=5)
    assert (box.low.tolist(), box.high.tolist()) == ([0.0, 1.0], [1.0, 3.0])
    drawn = box.sample(50, seed=1)
    assert (box.log_prob(drawn) == -numpy.log(2.0)).all() and box.log_prob([[0.5, 4.0]]).tolist() == [-numpy.inf]
    first, second = simulate(THETA), simulate(THETA)
    assert first.tolist() != second.tolist()
    assert numpy.array_equal(simulator.to_sbi(seed=5)[1](THETA[0]), first[:1], equal_nan=True)
    assert numpy.array_equal(second, simulator.matrix(THETA, seed=5, first=4), equal_nan=True)


def test_a_tensor_gives_a_tensor_and_torch_is_never_fetched(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """In torch's place stands what is used of it."""

    class Tensor:
        def __init__(self, cells: Any) -> None:
            self.cells = numpy.asarray(cells, "f4")

        def detach(self) -> Tensor:
            return self

        cpu = detach

        def numpy(self) -> Any:
            return self.cells

    monkeypatch.delitem(sys.modules, "torch", raising=False)
    plain = simulator.to_sbi(seed=5)[1](THETA)
    assert "torch" not in sys.modules
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(Tensor=Tensor, float32="f4", as_tensor=lambda cells, dtype: Tensor(cells)))
    found = simulator.to_sbi(seed=5)[1](Tensor(THETA))
    assert isinstance(found, Tensor)
    assert numpy.array_equal(found.cells, plain.astype("f4"), equal_nan=True)


def test_for_salib_there_is_a_problem_and_its_evaluation(scene: falter.Scene) -> None:
    from SALib.analyze.sobol import analyze
    from SALib.sample.sobol import sample

    problem, evaluate = scene.simulator(VARY, ["ending=lied"]).to_salib(seed=1, runs=4)
    points = sample(problem, 16, calc_second_order=False, seed=1)
    found = evaluate(points)
    assert found.shape == (64,)
    assert numpy.isfinite(analyze(problem, found, calc_second_order=False, seed=1)["ST"]).all()


@pytest.mark.parametrize(
    ("theta", "says"),
    [
        ([0.5, 2.0], r"theta must have 2 columns.*shape \(2,\)"),
        ([[0.5]], r"shape \(1, 1\)"),
        ([[0.5, 2.0], [0.5, 3.5]], r"theta0 must lie in \[1, 3\]; got 3.5"),
        ([[numpy.nan, 2.0]], r"BEN.respects.ANNA must lie in \[0, 1\]; got nan"),
    ],
)
def test_rows_that_are_none_are_refused(simulator: Simulator, theta: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        simulator(theta, seed=1)


def test_what_cannot_be_varied_or_put_out_is_refused_at_once(scene: falter.Scene) -> None:
    with pytest.raises(VaryError, match="needs a range"):
        scene.simulator({"theta0": 2.0})
    with pytest.raises(WantedError, match="names no ending of this scene"):
        scene.simulator({"theta0": (1, 2)}, ["ending=lide"])
    with pytest.raises(WantedError):
        scene.simulator({"theta0": (1, 2)}, ["second"])


def test_the_python_of_the_page_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = LADDER.parents[1]
    monkeypatch.chdir(root)
    (page,) = re.findall(r"^```python\n(.*?)^```", (root / "docs" / "simulator.md").read_text("utf-8"), re.M | re.S)
    exec(compile(page, "simulator.md", "exec"), {})
    assert capsys.readouterr().out == "(2, 100) ('owned', 'lied', 'unanswered', 'undecided')\n"
