"""Prose as it was when somebody last read it and found it good.

`FALTER_ACCEPT=1 pytest tests/golden/test_prose.py` writes it anew; the diff is what there is to read.
"""

from __future__ import annotations

import os
import textwrap
from pathlib import Path

import pytest

from falter.narrate import prose, script
from tests.unit.narrate.scenes import FERRY, TABLE, scene
from tests.unit.narrate.stage import Stage

FOLDER = Path(__file__).parent / "prose"
ACCEPT = "FALTER_ACCEPT"
STAGES = {"ferry-22": (FERRY, 22), "ferry-36": (FERRY, 36), "table-2": (TABLE, 2), "table-7": (TABLE, 7)}


def wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(paragraph, 80) for paragraph in text.split("\n\n")) + "\n"


def compare(name: str, text: str) -> None:
    path = FOLDER / f"{name}.txt"
    if os.environ.get(ACCEPT):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STAGES)
def test_prose(name: str) -> None:
    text, seed = STAGES[name]
    compare(name, wrapped(str(prose(Stage(scene(text), seed, seconds=75.0)))))


def test_screenplay() -> None:
    compare("ferry-36.script", script(Stage(scene(FERRY), 36, seconds=75.0)) + "\n")
