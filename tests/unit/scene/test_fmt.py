from __future__ import annotations

import pytest

from falter.scene import read
from falter.scene.fmt import format_text
from tests.unit.scene.frame import FRAME

MESSY = (
    "\ufefffalter   1\r\n\r\n// about\r\nscene  The   Gate  // so\r\nplace a  gate ,dark:strongly\r\n"
    '\tmark gate\r\n    \r\nANNA “the "guard"” ,she   // who\r\n      // where\r\n      at gate\r\n'
    'ANNA may  ask"waves"to ANNA ,takes 2s,comforts( cherish +.6,answer -.1 )'
)
TIDY = (
    "falter 1\r\n\r\n// about\r\nscene The   Gate  // so\r\nplace a  gate ,dark:strongly\r\n"
    '  mark gate\r\n\r\nANNA "the \\"guard\\"", she   // who\r\n  // where\r\n  at gate\r\n'
    'ANNA may ask "waves" to ANNA, takes 2 s, comforts (cherish +.6, answer -.1)'
)


def test_spacing_indentation_quotes_and_mark_are_mended_and_the_rest_is_kept() -> None:
    assert format_text(MESSY) == TIDY
    assert format_text(TIDY) == TIDY


def test_a_tidy_scene_stays_as_it_is() -> None:
    assert format_text(FRAME) == FRAME


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "a\x00b",
        'KYLO may go "unclosed   // text  \n',
        "a\n    b\n  c\n   // d\n      // e\n f",
        "x 1 .. 2  a .. 5 5..  .6 . .",
        "“one” “two\n«three»\n",
        "no end",
    ],
)
def test_formatting_twice_is_formatting_once(text: str) -> None:
    assert format_text(format_text(text)) == format_text(text)


def test_what_fmt_mends_is_then_no_fault() -> None:
    text = FRAME.replace('"the knight"', "“the knight”").replace("  at", "\tat").replace("may ", "may\u00a0")
    assert read("\ufeff" + text, "a").faults.found
    assert read(format_text("\ufeff" + text), "a").faults.found == []


def test_a_comment_keeps_its_distance_and_gets_two_spaces_at_least() -> None:
    assert format_text("falter 1// a\nfalter 1      // b\n") == "falter 1  // a\nfalter 1      // b\n"
