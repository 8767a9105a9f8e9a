"""A chart as a file: four kinds, none of which asks the network for anything, and nothing drawn where it cannot be kept."""

from __future__ import annotations

import json
import os
import re
import struct
from pathlib import Path

import pytest

from falter.figures.look import dressed, titled
from falter.figures.pictures import ENDS, SHARP, check_place, draw
from falter.figures.shares import Bar, bars
from falter.files import WriteError


@pytest.fixture(scope="module")
def chart() -> object:
    return dressed(
        bars([Bar("spared", 0.25, 0.2, 0.3, "25 %"), Bar("an ending <of> its own & more", 0.75, 0.7, 0.8)], titled("How it ends", "so"))
    )


def test_an_svg_has_the_words_as_text(chart: object, tmp_path: Path) -> None:
    draw(chart, tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text("utf-8")
    assert text.startswith("<svg")
    assert ">spared<" in text and ">How it ends<" in text and "an ending &lt;of&gt; its own &amp; more" in text


def test_a_png_is_sharp(chart: object, tmp_path: Path) -> None:
    draw(chart, tmp_path / "a.PNG")
    content = (tmp_path / "a.PNG").read_bytes()
    assert content.startswith(b"\x89PNG")
    draw(chart, tmp_path / "a.svg")
    (wide,) = re.findall(r'<svg[^>]* width="(\d+)', (tmp_path / "a.svg").read_text("utf-8"))
    assert struct.unpack(">I", content[16:20])[0] == pytest.approx(SHARP * int(wide), abs=2)


def test_a_page_needs_no_network(chart: object, tmp_path: Path) -> None:
    draw(chart, tmp_path / "a.html")
    text = (tmp_path / "a.html").read_text("utf-8")
    assert "vegaEmbed(" in text and "spared" in text
    assert re.findall(r"""<(?:script|link)[^>]*(?:src|href)=""", text) == []
    assert "cdn.jsdelivr.net" not in text


def test_the_declaration_says_what_it_is(chart: object, tmp_path: Path) -> None:
    draw(chart, tmp_path / "a.json")
    declared = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert "vega-lite" in declared["$schema"]
    assert declared["config"]["font"] == "sans-serif"


@pytest.mark.parametrize("name", ["a.pdf", "a", "svg", "a.svg.txt"])
def test_another_kind_of_file_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=re.escape(ENDS[0])):
        check_place(tmp_path / name)


def test_a_place_that_takes_nothing_is_found_out_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    for place in (tmp_path / "nowhere" / "a.svg", tmp_path / "folder.svg"):
        with pytest.raises(WriteError) as error:
            check_place(place)
        assert error.value.filename == str(place)
    if os.geteuid():
        tmp_path.chmod(0o500)
        with pytest.raises(WriteError):
            check_place(tmp_path / "a.svg")
