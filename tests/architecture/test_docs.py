"""The docs are in step with the code: commands, flags, words, constants, links, and the pages made from the code."""

from __future__ import annotations

import io
import json
import re
import shlex
import unicodedata
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import typer

from docs.make_reference import FOLDER, PAGES
from falter.api.scene import load
from falter.cli.app import app
from falter.model import words
from falter.model.constants import CONSTANTS
from falter.performance.tracefile import to_bytes

ROOT = Path(__file__).parents[2]
PAGES_OF_WORDS = [
    words.STRENGTHS, words.PRONOUNS, words.DISPLAY_CHANNELS, words.ACT_CHANNELS, words.TIES, words.MOTIVES, words.TONES,
    words.EMOTIONS, words.EMOTION_ALIASES, words.MEANINGS, words.CONDITIONS, words.UNITS,
]  # fmt: skip


def documents() -> list[Path]:
    """Every page a reader may open."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "decisions").rglob("*.md")])


def commands_in(text: str) -> list[str]:
    """The command lines of `falter` that a page shows: in blocks of shell and in backquotes."""
    fenced = re.findall(r"^```([^\n]*)\n(.*?)^```$", text, re.M | re.S)
    blocks = [block for kind, block in fenced if kind in ("", "sh", "console", "bash")]
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("falter ")] + re.findall(r"(?<!`)`(falter [^`\n]+)`(?!`)", text)


def flags_of_commands() -> dict[str, set[str]]:
    """Every command and the flags it takes."""
    group = typer.main.get_command(app)
    with group.make_context("falter", ["check", "-"]) as context:
        names = {name: group.get_command(context, name) for name in group.list_commands(context)}
        found = {name: {flag for param in command.get_params(context) for flag in param.opts} for name, command in names.items()}
        found[""] = {flag for param in group.get_params(context) for flag in param.opts}
    return found


KNOWN = flags_of_commands()
LANGUAGE = ("falter 1", "falter lines", "falter fault CODE")
"""What stands in backquotes and is no command line: a scene's first line, and kinds of examples."""


def faults_of(line: str) -> list[str]:
    """What a shown command line says that no command knows."""
    if line in LANGUAGE or "{" in line:  # a page of a fault has holes in its words
        return []
    spaced = shlex.split(line.partition("  ")[0], comments=True)[1:]
    name = next((word for word in spaced if not word.startswith("-")), "")
    if name not in KNOWN:
        return [f"{line!r}: no command {name!r}"]
    flags = [word.partition("=")[0] for word in spaced if word.startswith("-") and word != "-"]
    return [f"{line!r}: no flag {flag!r}" for flag in flags if flag not in KNOWN[name] | KNOWN[""]]


@pytest.mark.parametrize("page", documents(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_shown_is_one(page: Path) -> None:
    assert [fault for line in commands_in(page.read_text("utf-8")) for fault in faults_of(line)] == []


def test_a_command_that_is_none_is_seen() -> None:
    assert commands_in("```sh\n$ falter fly  # up\n```\nor `falter run x --wings`") == ["falter fly  # up", "falter run x --wings"]
    assert faults_of("falter fly x")
    assert faults_of("falter run x --wings=2")
    assert not faults_of("falter run x --seed 3     the same again")


@pytest.mark.parametrize("page", documents(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_made_from_the_code_are_in_step(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == PAGES[name](), f"docs/reference/{name} is behind: make docs"


def test_every_word_and_constant_is_documented() -> None:
    page = (FOLDER / "words.md").read_text("utf-8")
    assert [word for found in PAGES_OF_WORDS for word in found if f"| `{word}` |" not in page] == []
    page = (FOLDER / "constants.md").read_text("utf-8")
    assert [name for name in CONSTANTS if f"| `{name}` |" not in page] == []


def test_the_readme_shows_every_command() -> None:
    shown = {line.split()[1] for line in commands_in((ROOT / "README.md").read_text("utf-8"))}
    assert {name for name in KNOWN if name} <= shown


def test_the_map_can_be_read_at_one_sitting() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()) <= 250


def test_every_decision_is_in_the_list() -> None:
    listed = (ROOT / "decisions" / "README.md").read_text("utf-8")
    assert [
        path.name for path in sorted((ROOT / "decisions").glob("*.md")) if path.name != "README.md" and f"({path.name})" not in listed
    ] == []


def test_the_sources_stand_by_the_letters_of_their_names() -> None:
    _, introduction, *sources = (ROOT / "docs" / "bibliography.md").read_text(encoding="utf-8").split("\n\n")
    plain = [unicodedata.normalize("NFKD", one.partition("(")[0]).encode("ascii", "ignore").decode().casefold() for one in sources]
    assert introduction.startswith("Every source")
    assert [one for one, after in pairwise(plain) if one > after] == []


def test_the_page_of_the_trace_file_names_all_that_is_in_it() -> None:
    scene = load(ROOT / "scenes" / "ladder" / "01-the-letter.falter")
    page = (FOLDER / "trace-file.md").read_text(encoding="utf-8")
    with zipfile.ZipFile(io.BytesIO(to_bytes(scene.perform().trace))) as archive:
        inside = [*archive.namelist(), *json.loads(archive.read("meta.json"))]
    assert [name for name in inside if f"`{name}`" not in page and name != "falter"] == []


def test_a_word_has_one_line_in_the_glossary() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (FOLDER / "glossary.md").read_text(encoding="utf-8"), re.M)
    found = Counter(word.strip() for row in rows for word in row.split(",") if row not in ("word", "---"))
    assert found.total() > 100 and [word for word, count in found.items() if count > 1] == []
