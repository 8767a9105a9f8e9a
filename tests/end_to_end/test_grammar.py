"""Every fenced block of GRAMMAR.md does what the page says of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from falter.api.check import check_file
from falter.diagnostics.page import severity
from falter.diagnostics.render import render
from falter.scene import Reading, read
from falter.scene.checks import check
from falter.scene.fmt import format_text
from falter.scene.printer import print_scene

GRAMMAR = Path(__file__).parents[2] / "GRAMMAR.md"
FRAME = Path(__file__).with_name("grammar_frame.falter")


class Block(NamedTuple):
    """A fenced block: what is said after `falter`, its line in the page, and its text."""

    kind: str
    line: int
    text: str


def blocks() -> list[Block]:
    """The blocks of the page."""
    page = GRAMMAR.read_text(encoding="utf-8")
    found = re.finditer(r"^```falter ?([^\n]*)\n(.*?)^```$", page, re.M | re.S)
    return [Block(match[1], page.count("\n", 0, match.start()) + 1, match[2]) for match in found]


def framed(lines: str) -> str:
    """A fragment in its frame. Its `scene`, `place`, `closes` and `ends` lines stand for the frame's; marks are added to it."""
    frame = FRAME.read_text(encoding="utf-8").split("\n")
    rest: list[str] = []
    home: int | None = None
    for line in lines.split("\n"):
        word = line.split(" ", 1)[0]
        if word in ("scene", "place", "closes", "ends"):
            at = next(at for at, other in enumerate(frame) if other.startswith(word))
            frame[at] = line
            home = at
        elif home is not None and line.startswith(" "):
            while frame[home + 1].startswith(" "):
                home += 1
            frame.insert(home + 1, line)
        else:
            home = None
            rest.append(line)
    return "\n".join(frame) + "\n".join(rest)


def judged(text: str) -> Reading:
    """The text, read and checked."""
    reading = read(text, "grammar.falter")
    assert reading.scene is not None
    check(reading.scene, reading.places, reading.faults)
    return reading


def errors(reading: Reading) -> list[str]:
    """The codes of its errors."""
    return [fault.code for fault in reading.faults.found if severity(fault.code) == "error"]


BLOCKS = blocks()


def named(kind: str) -> list[object]:
    """The blocks of a kind, each called by its line."""
    return [pytest.param(block, id=f"line-{block.line}") for block in BLOCKS if block.kind.split(" ")[0] == kind]


@pytest.mark.parametrize("block", named(""))
def test_a_whole_scene_is_read_and_checked_without_fault(block: Block) -> None:
    reading = judged(block.text)
    assert not errors(reading), render(reading.faults)


@pytest.mark.parametrize("block", named("lines"))
def test_a_fragment_is_read_in_its_frame(block: Block) -> None:
    reading = read(framed(block.text), "grammar.falter")
    assert not reading.faults.found, render(reading.faults)
    assert reading.scene is not None
    check(reading.scene, reading.places, reading.faults)
    assert not errors(reading), render(reading.faults)


def test_a_scene_that_uses_a_cast_is_checked_with_it(tmp_path: Path) -> None:
    casts = [block for block in BLOCKS if block.kind.startswith("cast ")]
    scenes = [block for block in BLOCKS if block.kind == "uses"]
    assert casts
    assert scenes
    for block in casts:
        (tmp_path / block.kind.split(" ")[1]).write_text(block.text, encoding="utf-8")
        assert not check_file(tmp_path / block.kind.split(" ")[1]).found
    for block in scenes:
        (tmp_path / "scene.falter").write_text(block.text, encoding="utf-8")
        found = check_file(tmp_path / "scene.falter")
        assert not found.found, render(found)


@pytest.mark.parametrize("block", [*named(""), *named("lines"), *named("uses"), *named("cast")])
def test_a_block_is_formatted_as_it_stands_and_printed_without_loss(block: Block) -> None:
    text = framed(block.text) if block.kind == "lines" else block.text
    assert format_text(text) == text
    scene = read(text, "grammar.falter").scene
    assert scene is not None
    assert read(print_scene(scene), "printed").scene == scene


def test_the_frame_is_the_one_in_the_page() -> None:
    whole = [block.text for block in BLOCKS if block.kind == ""]
    assert whole[1] == FRAME.read_text(encoding="utf-8")
    assert len(BLOCKS) >= 10
