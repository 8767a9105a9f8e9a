"""Every explanation page has its picture, and every picture is what its module draws now."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from docs.gallery import PICTURES, drawing

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "mind"
IDEAS = sorted(path.stem for path in PAGES.glob("*.md"))
SECTIONS = ("Where it is from", "Constants", "What it gets wrong")


@cache
def builder() -> ModuleType:
    """`docs/make_figures.py`, as a module."""
    spec = importlib.util.spec_from_file_location("make_figures", ROOT / "docs" / "make_figures.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_figure_belongs_to_a_page() -> None:
    assert IDEAS
    assert builder().ideas() == IDEAS


@pytest.mark.parametrize("idea", IDEAS)
def test_a_page_shows_its_picture_and_says_what_it_gets_wrong(idea: str) -> None:
    text = (PAGES / f"{idea}.md").read_text("utf-8")
    assert f"]({idea}.svg)" in text
    assert (PAGES / f"{idea}.svg").read_text("utf-8").startswith("<svg")
    assert [heading for heading in SECTIONS if f"## {heading}" not in text] == []
    assert f"(mind/{idea}.md" in (ROOT / "docs" / "mind.md").read_text("utf-8")


@pytest.mark.parametrize("idea", IDEAS)
def test_what_a_page_says_holds_it_is_there(idea: str) -> None:
    text = (PAGES / f"{idea}.md").read_text("utf-8")
    named = re.findall(r"`((?:tests|src|docs|decisions|benchmarks)/[\w/.-]+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_page_of_figures_shows_every_picture_of_the_gallery() -> None:
    text = (ROOT / "docs" / "figures.md").read_text("utf-8")
    shown = re.findall(r"\]\(gallery/([\w-]+)\.svg\)", text)
    assert sorted(shown) == sorted(PICTURES) == sorted(path.stem for path in (ROOT / "docs" / "gallery").glob("*.svg"))


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_the_gallery_is_what_is_drawn_now(name: str) -> None:
    assert (ROOT / "docs" / "gallery" / f"{name}.svg").read_text("utf-8") == drawing(name)


@pytest.mark.slow
@pytest.mark.parametrize("idea", IDEAS)
def test_a_picture_is_what_its_module_draws(idea: str) -> None:
    assert (PAGES / f"{idea}.svg").read_text("utf-8") == builder().drawing(idea)
