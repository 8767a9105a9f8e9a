"""How stories branch: which acts are taken, and that every run goes the way it went."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy
import pytest
from scipy import stats

import falter
from falter.explore import branching
from falter.explore.branching import CHANCE, DEPTH, Way, chi_square, gain, settling_of, telling, ways
from falter.explore.ensemble import Ensemble
from falter.explore.records import joined_beats
from falter.figures.pictures import NothingToDrawError

OTHELLO = Path(__file__).parents[3] / "scenes" / "othello-at-the-bedside.falter"
RUNS = 60


@pytest.fixture(scope="module")
def found() -> Ensemble:
    ensemble = falter.load(OTHELLO).explore(runs=RUNS, seed=3)
    assert isinstance(ensemble, Ensemble)
    return ensemble


def test_every_run_goes_the_way_it_went(found: Ensemble, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branching, "CHANCE", 0.9)  # take more acts than so few runs tell
    told = ways(found)
    assert told.total() == len(found)
    taken = {act for acts, _ in told for act in acts}
    assert len(taken) > 2 and max(len(acts) for acts, _ in told) > 1
    assert found.acted is not None
    settling = settling_of(found)
    again: Counter[Way] = Counter()
    for run in found.runs.run.tolist():
        acts: list[str] = []
        for act in found.acted.act[found.acted.run == run].tolist():
            if settling[act]:
                break
            name = found.labels.acts[act]
            if name in taken and name not in acts:
                acts.append(name)
        again[tuple(acts[:DEPTH]), found.names[found.runs.ending[run]]] += 1
    assert again == told


def test_what_settles_a_story_is_no_branch_of_it(found: Ensemble) -> None:
    settling = {found.labels.acts[row] for row in numpy.flatnonzero(settling_of(found))}
    assert {"OTHELLO smother DESDEMONA", "OTHELLO believe-her DESDEMONA"} <= settling
    assert not settling & {act for acts, _ in ways(found) for act in acts}


def test_what_an_act_tells_is_the_likelihood_ratio_of_its_table() -> None:
    random = numpy.random.default_rng(5)
    endings = random.integers(0, 3, 300)
    had = random.random(300) < 0.3 + 0.2 * (endings == 1)
    strata = random.integers(0, 2, 300)
    told, freedoms = gain(had, endings, strata)
    tables = [numpy.array([[((had == h) & (endings == e) & (strata == s)).sum() for e in range(3)] for h in (False, True)]) for s in (0, 1)]
    each = [stats.chi2_contingency(table, correction=False, lambda_="log-likelihood") for table in tables]
    assert told == pytest.approx(sum(one.statistic for one in each))
    assert freedoms == sum(one.dof for one in each) == 4


@pytest.mark.parametrize("freedoms", [1, 2, 7, 40])
@pytest.mark.parametrize("beyond", [0.05, CHANCE])
def test_the_bound_is_that_of_a_chi_square(freedoms: int, beyond: float) -> None:
    """Wilson and Hilferty's form is good to 3.1 % here, the worst with one degree of freedom."""
    assert chi_square(freedoms, beyond) == pytest.approx(stats.chi2.isf(beyond, freedoms), rel=0.031)


def test_acts_that_tell_nothing_are_hardly_ever_taken() -> None:
    """1,000 scenes of 300 runs with one act that has nothing to do with the ending, seed 8. Each takes it with probability .001;
    more than 7 of them do with probability 1e-6."""
    random = numpy.random.default_rng(8)
    taken = 0
    for _ in range(1000):
        had, endings = random.random((1, 300)) < 0.4, random.choice(3, 300, p=[0.5, 0.3, 0.2])
        taken += len(telling(had, endings, numpy.ones(1, bool)))
    assert taken <= 7


def test_an_act_that_tells_the_same_as_another_is_not_taken_too() -> None:
    random = numpy.random.default_rng(9)
    endings = random.integers(0, 2, 400)
    cause = (random.random(400) < 0.2) ^ (endings == 1)
    also = (random.random(400) < 0.2) ^ (endings == 1)
    had = numpy.array([cause, cause, also, random.random(400) < 0.5])
    assert telling(had, endings, numpy.ones(4, bool)) == [0, 2]


def test_what_went_to_a_file_is_not_drawn(found: Ensemble) -> None:
    for acted in (None, joined_beats([])):
        with pytest.raises(NothingToDrawError, match="file"):
            replace(found, acted=acted).plot("branches")
    assert len(replace(found, acted=None).plot().to_dict()["vconcat"]) == len(found.plot().to_dict()["vconcat"]) - 1


def test_a_story_that_does_not_branch_is_not_drawn() -> None:
    one = falter.load(OTHELLO.parent / "ladder" / "03-the-bridge.falter").explore(runs=20, seed=3)
    assert isinstance(one, Ensemble)
    with pytest.raises(NothingToDrawError, match="tells anything"):
        one.plot("branches")
