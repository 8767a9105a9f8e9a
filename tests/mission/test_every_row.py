"""Every row of the mission occurs in the general's office, and one performance, printed in the docs, has them all."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from falter.performance import perform
from tests.mission.office import ROWS, SCENE, rows, rows_by_seed, rows_of
from tests.performing import whole_scene

PERFORMANCES = 20_000
PAGE = Path(__file__).parents[2] / "docs" / "the-whole-scene.md"


def test_every_row_has_its_test() -> None:
    assert sorted(rows()) == list(range(1, ROWS + 1))


def test_the_performance_in_the_docs_has_every_row() -> None:
    seeds = re.findall(rf"<!-- performed: scenes/{SCENE}\.falter --seed (\d+)", PAGE.read_text("utf-8"))
    assert len(seeds) == 1
    trace = perform(whole_scene(SCENE), int(seeds[0]))
    assert sorted(set(rows()) - rows_of(trace.events, trace.incidents)) == []


@pytest.mark.slow
def test_every_row_occurs_in_twenty_thousand_performances() -> None:
    """Seeds 0–19,999, each performed once; nothing is estimated, so there is no false alarm: a row is there or it is not."""
    counts: Counter[int] = Counter()
    whole = 0
    for found in rows_by_seed(0, PERFORMANCES):
        counts.update(found)
        whole += len(found) == ROWS
    print("\nrow: share of performances")
    for row in sorted(rows()):
        print(f"{row:>3}: {counts[row] / PERFORMANCES:.4f}")
    print(f"all: {whole / PERFORMANCES:.4f}")
    assert [row for row in rows() if not counts[row]] == []
    assert whole >= 1
