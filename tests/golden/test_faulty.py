"""What a writer gets wrong, and what he is told: each scene of `faulty/` beside the exact words.

`FALTER_ACCEPT=1 pytest tests/golden/test_faulty.py` writes the words anew; the diff is what there is to review.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from falter.diagnostics.page import codes
from falter.diagnostics.render import render
from falter.scene import read
from falter.scene.checks import check

FAULTY = Path(__file__).parent / "faulty"
SCENES = sorted(FAULTY.glob("*.falter"))
ACCEPT = "FALTER_ACCEPT"


def told(path: Path) -> str:
    """All that is said of a scene."""
    reading = read(path.read_bytes(), path.name)
    if reading.scene is not None:
        check(reading.scene, reading.places, reading.faults)
    return render(reading.faults)


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.stem)
def test_a_faulty_scene_is_told_so(path: Path) -> None:
    text = told(path)
    expected = path.with_suffix(".expected")
    if os.environ.get(ACCEPT):
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text, "a scene of this folder has a fault"
    assert text == expected.read_bytes().decode("utf-8")


def test_every_hole_is_filled() -> None:
    for path in SCENES:
        held = set(re.findall(r"\{[a-z_]+\}", path.read_bytes().decode("utf-8", "replace")))
        assert set(re.findall(r"\{[a-z_]+\}", told(path))) <= held, path.name


def test_the_corpus_is_wide() -> None:
    text = "".join(path.with_suffix(".expected").read_text(encoding="utf-8") for path in SCENES)
    raised = set(re.findall(r"\[(FAL\d{4})\]", text))
    assert len(SCENES) >= 80
    assert len(raised) >= 70
    assert raised <= set(codes())


def test_nothing_lies_about() -> None:
    assert {path.stem for path in FAULTY.glob("*.expected")} == {path.stem for path in SCENES}
