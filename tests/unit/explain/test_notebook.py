"""Explanations in a notebook: what is told stands there, all else opens behind it, and nothing that a name says can break the page."""

from __future__ import annotations

import re
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from falter.api.run import Run
from falter.api.scene import load, parse

VASE = Path(__file__).parents[3] / "scenes" / "the-broken-vase.falter"
OWNED_UP = 113.5
"""When the boy says it, under seed 1."""


class Page(HTMLParser):
    """What one reads: of a page as it comes, and of one on which all is opened. Fails where tags do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.closed, self.opened, self.open = "", "", [""]
        self.feed(text)
        self.close()
        assert self.open == [""]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        if tag in ("li", "p", "h4", "div"):
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self._add(f"{data} ")

    def _add(self, text: str) -> None:
        self.opened += text
        if self.open.count("details") == self.open.count("summary"):
            self.closed += text


def words(text: str) -> list[str]:
    """Lines, but for how they are set."""
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


@cache
def vase() -> Run:
    return load(VASE).perform(1)


def test_what_is_told_of_an_act_stands_there_and_all_else_opens() -> None:
    found = vase().why("TOM own-up", OWNED_UP)
    page = Page(found._repr_html_())
    told = words(found.told())
    told_by_motive = [" ".join(line.split()) for line in found.told().splitlines() if re.match(r"\s{2,4}[+−]", line)]
    shown = [line for line in words(page.closed) if re.match("[+−]", line)]
    assert shown[:-1] == told_by_motive and shown[-1].endswith("all else")
    everything, opened = words(found.told(True)), " ".join(words(page.opened))
    assert all(line in opened for line in everything if re.match("[+−]", line))
    assert len(everything) > 2 * len(told)
    assert all(line in opened for line in everything if line.startswith("first of all"))


def test_nothing_stands_there_that_comes_to_nothing() -> None:
    """Motives that weigh nothing in this scene, as a wish that nobody has, do not stand behind all else."""
    found = vase().why("TOM own-up", OWNED_UP)
    assert any(abs(part.share) < 0.005 for part in found.why.parts)
    lines = words(Page(found._repr_html_()).opened)
    assert not [line for line in lines if re.match("[+−]0 %", line)]
    assert "first of all luck" not in lines


def test_of_an_act_that_was_not_done_too() -> None:
    found = vase().why_not("TOM fit")
    page, told = Page(found._repr_html_()), found.told()
    assert words(page.closed)[0] == words(told)[0]
    assert " ".join(words(told.split("\n\n")[1])) in words(page.closed)


def test_what_stands_in_backquotes_is_code() -> None:
    ball = load(VASE.parent / "ladder" / "04-after-the-ball.falter")
    for page in (ball.perform(2).why_not("CLARA answer-lightly", at=1.0), ball.whatif(1, without=["CLARA wears"])):
        html = page._repr_html_()
        assert "<code>" in html and "`" not in html
    many = ball.whatif_many(2, without=["CLARA wears"])._repr_html_()
    assert "Gone with it" in many and "<code>CLARA may unmask</code>" in many


def test_two_performances_stand_beside_each_other_with_every_act() -> None:
    found = load(VASE).whatif(1, values={"TOM.fears.MOTHER": 0.2})
    html = found._repr_html_()
    lines = words(Page(html).opened)
    one, other = found.parting.rest
    begun = [line for line in lines if re.match(r"\d+:\d\d\.\d [A-Z]", line)]
    assert len(begun) == len(one) + len(other) > 24
    assert html.count("<th>") == 2 and sum(" ends " in f" {line} " for line in lines) >= 2


def test_nothing_changed_is_a_sentence() -> None:
    assert words(Page(load(VASE).whatif(1)._repr_html_()).opened) == words(load(VASE).whatif(1).told())


def test_turning_points_have_their_figure_and_without_altair_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = load(VASE.parent / "ladder" / "01-the-letter.falter").perform(2).turning_points(runs=20)
    assert "<svg" in found._repr_html_()
    monkeypatch.setitem(sys.modules, "altair", None)
    html = found._repr_html_()
    assert "<svg" not in html and found.told().split("\n")[0] in Page(html).opened


def test_a_name_cannot_break_the_page() -> None:
    text = (
        VASE.read_text("utf-8")
        .replace("That's it you're", "That's <b>it & you're")
        .replace("Why is my hearthrug", "<b>Why & is my hearthrug")
    )
    html = parse(text).perform(1).why("TOM own-up", OWNED_UP)._repr_html_()
    assert "<b>" not in html and "&lt;b&gt;it &amp; you" in html and "&lt;b&gt;Why &amp; is" in html
    Page(html)
