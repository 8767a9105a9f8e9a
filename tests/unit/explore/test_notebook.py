"""Ensembles in a notebook: the counts, the figure, and nothing that a title or a name could break."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import falter
from falter.explore.ensemble import Ensemble
from falter.explore.report import percent
from falter.explore.sweep import Sweep

LETTER = Path(__file__).parents[3] / "scenes" / "ladder" / "01-the-letter.falter"


class Cells(HTMLParser):
    """The texts of table cells, and the tags that were left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("td", "th"):
            self.cells.append(data)


@pytest.fixture(scope="module")
def found() -> Ensemble:
    text = LETTER.read_text("utf-8").replace("scene The Letter", "scene The <b>Letter & more")
    ensemble = falter.parse(text).explore(runs=40, seed=3)
    assert isinstance(ensemble, Ensemble)
    return ensemble


def test_the_endings_stand_in_a_table_above_their_figure(found: Ensemble) -> None:
    page = found._repr_html_()
    read = Cells(page)
    assert read.open == []
    for name, share in found.endings().items():
        assert name in read.cells and percent(share.share) in read.cells
    assert page.index("<table") < page.index("<svg")
    assert "The &lt;b&gt;Letter &amp; more" in page and "<b>" not in page


def test_without_altair_there_is_the_table(found: Ensemble, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    page = found._repr_html_()
    assert "<table" in page and "<svg" not in page


def test_a_sweep_has_a_line_for_each_ending_at_each_point() -> None:
    sweep = falter.load(LETTER).explore(runs=20, vary={"BEN.respects.ANNA": [0, 1]}, seed=3)
    assert isinstance(sweep, Sweep)
    page = sweep._repr_html_()
    read = Cells(page)
    assert read.open == [] and "<svg" in page
    assert read.cells.count("owned") == 2 and read.cells.count("0.0") == 3
