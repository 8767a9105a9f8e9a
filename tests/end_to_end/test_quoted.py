"""What the README and the tutorial quote is what there is: scenes to the letter, performances as they come out.

After a change that is meant, `FALTER_ACCEPT=1 pytest tests/end_to_end/test_quoted.py` writes the new text; read it as a diff.
"""

from __future__ import annotations

import json
import os
import re
import shlex
from pathlib import Path

import pytest

from falter.files import write_file
from tests.end_to_end.shell import falter

QUOTE = re.compile(
    r"(<!-- (?P<kind>quoted|performed|printed): (?P<words>[^\n]+?) -->\n```[a-z]*\n)(?P<text>.*?)(?P<end>^```$)", re.M | re.S
)


def wanted(kind: str, words: str, root: Path) -> str:
    """What should stand in the block."""
    if kind == "quoted":
        return (root / words).read_text("utf-8")
    command, file, *flags = shlex.split(words) if kind == "printed" else ["run", *words.split()]
    said = falter(command, str(root / file), *flags)
    assert said.code == 0, said.err
    return said.out


TUTORIAL = re.compile(
    r"(?P<before>^```falter\n)(?P<scene>falter 1\n.*?)(?P<middle>^```\n.*?^falter run (?P<words>\S+ --seed \d+)$"
    r".*?<!-- performed: \d+ -->\n)(?P<told>.*?)(?P<end><!-- /performed: \d+ -->)",
    re.M | re.S,
)
"""A scene quoted whole, the command that performs it, and what comes of it."""


def kept_or_equal(page: Path, text: str, found: str) -> None:
    """Hold a page to what it should say, or write that where it is asked for."""
    if os.environ.get("FALTER_ACCEPT"):
        write_file(page, found.encode())
    else:
        assert text == found


PAGES = (
    ("README.md", 3),
    pytest.param("docs/performances.md", 15, marks=pytest.mark.slow),
    pytest.param("docs/performances-2.md", None, marks=pytest.mark.slow),
    pytest.param("docs/performances-3.md", None, marks=pytest.mark.slow),
    ("docs/the-whole-scene.md", 1),
    ("docs/explaining.md", 3),
    ("docs/turning.md", 1),
    ("docs/explaining-minds.md", 3),
    ("docs/explanations.md", 10),
    ("docs/drivers.md", 3),
    ("docs/nearest.md", 1),
)
"""Pages, and how many passages each quotes."""


@pytest.mark.parametrize(("name", "quotations"), PAGES)
def test_what_a_page_quotes_is_what_there_is(root: Path, name: str, quotations: int | None) -> None:
    text = (root / name).read_text("utf-8")
    assert len(QUOTE.findall(text)) == (text.count("\n### ") if quotations is None else quotations)
    found = QUOTE.sub(lambda quote: quote[1] + wanted(quote["kind"], quote["words"], root) + quote["end"], text)
    kept_or_equal(root / name, text, found)


HEADED = re.compile(r"^### (\S+)\n\n`falter run (\S+) (--seed \d+)`$", re.M)
"""A performance's heading, which is its ending, and the command that performs it."""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["docs/performances.md", "docs/performances-2.md"])
def test_a_performance_ends_as_its_heading_says(root: Path, name: str) -> None:
    headed = HEADED.findall((root / name).read_text("utf-8"))
    assert len(headed) >= 14
    for ending, file, seed in headed:
        told = json.loads(falter("run", str(root / file), *seed.split(), "--as", "json").out)
        assert told["ending"] == ending, f"{file} {seed}"


def test_the_scenes_of_the_tutorial(root: Path) -> None:
    page = root / "docs" / "tutorial.md"
    text = page.read_text("utf-8")

    def whole(found: re.Match[str]) -> str:
        scene = wanted("quoted", found["words"].split()[0], root)
        told = f"\n```text\n{wanted('performed', found['words'], root)}```\n\n"
        return found["before"] + scene + found["middle"] + told + found["end"]

    assert len(TUTORIAL.findall(text)) == len(list((root / "scenes" / "ladder").glob("*.falter")))
    kept_or_equal(page, text, TUTORIAL.sub(whole, text))


def test_the_scenes_of_the_tutorial_are_short(scenes: Path) -> None:
    ladder = sorted((scenes / "ladder").glob("*.falter"))
    assert len(ladder) >= 5
    assert [path.name for path in ladder if len(path.read_text("utf-8").splitlines()) > 40] == []


def test_the_python_of_the_readme_runs(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(root)
    performs, explores, builds = re.findall(r"^```python\n(.*?)^```", (root / "README.md").read_text("utf-8"), re.M | re.S)
    exec(compile(performs, "README.md", "exec"), {})
    assert "ask-posted" in capsys.readouterr().out
    exec(compile(explores, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("owned: ")
    exec(compile(builds, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("A gate in a wall.")
