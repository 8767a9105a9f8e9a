"""Ways through a story as a tree: nobody is lost on the way, and nothing lies on anything else."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy
import pytest

from falter.figures.branches import BENDS, GAP, HIGH, bands, ends
from falter.figures.tree import NOTHING, REST, THIN, WIDE, Branch, Laid, Way, grown, laid

ENDINGS = ["killed", "spared", "fled"]


def made(seed: int) -> Counter[Way]:
    """Some hundreds of performances that went any way."""
    random = numpy.random.default_rng(seed)
    found: Counter[Way] = Counter()
    for _ in range(400):
        acts = random.permutation(["ask", "draw", "kneel", "rise"])[: random.integers(0, 4)]
        found[tuple(acts.tolist()), ENDINGS[random.choice(3, p=[0.7, 0.25, 0.05])]] += 1
    return found


def every(branch: Branch) -> list[Branch]:
    return [branch, *(one for child in branch.children for one in every(child))]


@pytest.mark.parametrize("seed", range(5))
def test_what_goes_in_comes_out(seed: int) -> None:
    ways = made(seed)
    trunk = grown(ways, ENDINGS)
    assert trunk.endings == {name: sum(count for (_, ending), count in ways.items() if ending == name) for name in ENDINGS}
    for branch in every(trunk):
        if branch.children:
            assert sum((Counter(child.endings) for child in branch.children), Counter[str]()) == Counter(branch.endings)


@pytest.mark.parametrize("seed", range(5))
def test_a_branch_is_those_who_did_so_in_this_order(seed: int) -> None:
    ways = made(seed)
    for first in grown(ways, ENDINGS).children:
        such = sum(count for (acts, _), count in ways.items() if acts[:1] == (() if first.name == NOTHING else (first.name,)))
        assert first.name == REST or first.runs == such
        for then in first.children:
            if then.name not in (NOTHING, REST):
                assert then.runs == sum(count for (acts, _), count in ways.items() if acts[:2] == (first.name, then.name))


def test_what_is_thin_is_one_branch_and_what_is_narrow_not_divided() -> None:
    total = 1000
    thin = int(THIN * total) - 5
    ways = {(("ask",), "killed"): total - 2 * thin, (("draw", "rise"), "spared"): thin, (("kneel",), "fled"): thin}
    trunk = grown(ways, ENDINGS)
    assert [(one.name, one.runs) for one in trunk.children] == [("ask", total - 2 * thin), (REST, 2 * thin)]
    narrow = int(WIDE * total) - 5
    ways = {(("ask",), "killed"): total - narrow, (("draw", "rise"), "spared"): narrow // 2, (("draw",), "fled"): narrow - narrow // 2}
    assert [one.children for one in grown(ways, ENDINGS).children] == [(), ()]


def test_branches_that_end_alike_lie_beside_each_other() -> None:
    ways = {(("ask",), "fled"): 40, (("draw",), "killed"): 30, (("kneel",), "spared"): 30, (("rise",), "killed"): 30}
    assert [one.name for one in grown(ways, ENDINGS).children] == ["draw", "rise", "kneel", "ask"]


@pytest.mark.parametrize("seed", range(5))
def test_nothing_lies_on_anything_else(seed: int) -> None:
    trunk = grown(made(seed), ENDINGS)
    tree = laid(trunk, HIGH / trunk.runs, GAP)
    leaves = [one for one in tree.all() if not one.children]
    for above, below in pairwise(leaves):
        assert below.place.top == pytest.approx(above.place.foot + GAP)
    for one in tree.all():
        assert one.place.foot - one.place.top == pytest.approx(HIGH * one.branch.runs / trunk.runs)
    last = max(one.branch.step for one in tree.all()) + 1
    assert sum(row["foot"] - row["top"] for row in ends(tree, 100.0 * last)) == pytest.approx(HIGH)


def test_a_band_is_as_wide_as_there_are_performances_all_along() -> None:
    trunk = grown(made(1), ENDINGS)
    tree: Laid = laid(trunk, HIGH / trunk.runs, GAP)
    widths: dict[str, list[float]] = {}
    counts = {}
    for row in bands(tree, 4, 100.0):
        widths.setdefault(row["band"], []).append(row["foot"] - row["top"])
        counts[row["band"]] = row["performances"]
    assert {len(one) for one in widths.values()} == {BENDS + 1, 2}
    for band, wide in widths.items():
        assert wide == pytest.approx([HIGH * counts[band] / trunk.runs] * len(wide))


def test_bands_leave_the_start_one_below_the_other() -> None:
    trunk = grown(made(1), ENDINGS)
    tree = laid(trunk, HIGH / trunk.runs, GAP)
    starts = sorted((row["top"], row["foot"]) for row in bands(tree, 4, 100.0) if row["x"] == 0.0)
    assert starts[0][0] == pytest.approx(tree.place.top) and starts[-1][1] == pytest.approx(tree.place.foot)
    for above, below in pairwise(starts):
        assert below[0] == pytest.approx(above[1])
