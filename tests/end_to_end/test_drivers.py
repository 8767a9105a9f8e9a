"""`falter drivers`, as one types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from falter.diagnostics import exits
from tests.end_to_end.shell import falter

LETTER = str(Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter")


def test_it_says_which_acts_an_ending_goes_with_and_what_follows_from_one() -> None:
    words = ("drivers", LETTER, "--ending", "owned", "-n", "200", "--without", "BEN own-up ANNA")
    found = json.loads(falter(*words, "--as", "json").out)
    assert found["runs"] == 200
    assert found["without"][0]["change"]["change"] == -found["share"]["share"]
    assert all(one["change"]["low"] <= one["change"]["change"] <= one["change"]["high"] for one in found["acts"])
    table = falter(*words).out
    assert table.startswith("owned: ") and "never open" in table and "as far without it" in table


def test_where_nothing_is_blocked_it_says_how() -> None:
    said = falter("drivers", LETTER, "--ending", "lied", "-n", "200").out
    assert 'what goes together need not follow: see `--without "BEN own-up ANNA"`' in said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--ending", "lide"), "fix: write `lied`"),
        (("--ending", "lied", "--without", "BEN own-op ANNA"), "fix: write `BEN own-up ANNA`"),
        ((), "--ending"),
    ],
)
def test_what_cannot_be_asked_is_said(words: tuple[str, ...], says: str) -> None:
    said = falter("drivers", LETTER, *words, "-n", "10")
    assert said.code == exits.USAGE
    assert says in said.err
