"""Every code has a page, every page a code that can be raised, and a page's examples do what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import falter
from falter.diagnostics.page import PAGES, Page, codes, page, read_page, severity
from falter.diagnostics.render import render
from falter.scene import read
from falter.scene.checks import check

SOURCES = list(Path(falter.__file__).parent.rglob("*.py"))
CODE = re.compile(r"\bFAL\d{4}\b")


def told(content: bytes) -> tuple[list[str], str]:
    """The codes of a scene's faults, and how they read."""
    reading = read(content, "page.falter")
    if reading.scene is not None:
        check(reading.scene, reading.places, reading.faults)
    return [fault.code for fault in reading.faults.found], render(reading.faults)


WITH_EXAMPLES = [code for code in codes() if page(code).raises]


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_first_example_raises_exactly_its_code(code: str) -> None:
    for example in page(code).raises:
        found, text = told(example)
        assert code in found, text
        rivals = {other for other in found if other != code and (severity(other) == "error" or severity(code) == "warning")}
        assert not rivals, text


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_second_example_is_clean(code: str) -> None:
    assert page(code).clean
    for example in page(code).clean:
        found, text = told(example)
        assert not [other for other in found if other == code or severity(other) == "error"], text


def test_every_hole_of_an_example_is_filled() -> None:
    for code in WITH_EXAMPLES:
        for example in page(code).raises:
            text = told(example)[1]
            for hole in re.findall(r"\{[a-z_]+\}", page(code).what + page(code).why + page(code).fix):
                assert hole not in text, (code, hole)


def test_every_code_in_the_source_has_a_page_and_every_page_a_code() -> None:
    used = {code for path in SOURCES for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert used == set(codes())


def test_every_scene_fault_without_an_example_is_raised_by_a_test() -> None:
    tests = Path(__file__).parents[2]
    named = {code for path in tests.rglob("test_*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}
    lacking = [code for code in codes() if not page(code).raises and code[3] in "12346" and code not in named]
    assert not lacking


def test_slugs_and_files_are_of_one_form() -> None:
    pages = [page(code) for code in codes()]
    assert len({each.slug for each in pages}) == len(pages)
    assert all(each.code == code for code, each in zip(codes(), pages, strict=True))
    assert len(pages) >= 50


def test_a_page_without_its_fields_is_refused() -> None:
    with pytest.raises(ValueError, match="severity, what, why and fix"):
        read_page("# FAL2001 a-slug\n\nseverity: error\n")
    with pytest.raises(ValueError, match="error or warning"):
        read_page("# FAL2001 a-slug\n\nseverity: grave\nwhat: a\nwhy: b\nfix: c\n")


def test_an_unknown_code_has_no_page() -> None:
    with pytest.raises(KeyError):
        page("FAL0000")


def test_escaped_examples_hold_what_cannot_be_seen() -> None:
    head = "# FAL1000 a\n\nseverity: error\nwhat: a\nwhy: b\nfix: c\n\n"
    found: Page = read_page(head + "## Raises it\n\n```falter escaped\n\\ufeffa\\tb\n```\n\n## Does not\n\n```falter bytes\n\\xff\n```\n")
    assert found.raises == ("\ufeffa\tb\n".encode(),)
    assert found.clean == (b"\xff\n",)


def test_pages_are_packaged_beside_the_code() -> None:
    assert PAGES.parent == Path(falter.__file__).parent / "diagnostics"
