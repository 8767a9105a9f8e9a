"""`falter drivers`, as one types it."""

from __future__ import annotations

import json
import re
import shlex
import sys
from pathlib import Path

import pytest

from falter.diagnostics import exits
from tests.end_to_end.shell import falter
from tests.end_to_end.test_quoted import kept_or_equal

LETTER = str(Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter")


def test_it_says_which_acts_an_ending_goes_with_and_what_follows_from_one() -> None:
    words = ("drivers", LETTER, "--ending", "owned", "-n", "200", "--without", "BEN own-up ANNA")
    found = json.loads(falter(*words, "--as", "json").out)
    assert (found["kind"], found["scene"], found["seed"], found["runs"]) == ("drivers", "The Letter", 1, 200)
    assert found["without"][0]["change"]["change"] == -found["share"]["share"]
    assert all(one["change"]["low"] <= one["change"]["change"] <= one["change"]["high"] for one in found["acts"])
    table = falter(*words).out
    assert table.startswith("owned: ") and "never open" in table and "as far without it" in table


def test_where_nothing_is_blocked_it_says_how() -> None:
    said = falter("drivers", LETTER, "--ending", "lied", "-n", "200").out
    assert 'what goes together need not follow: see `--without "BEN put-off ANNA"`' in said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--ending", "lide"), "fix: write `lied`"),
        (("--ending", "lied", "--without", "BEN own-op ANNA"), "fix: write `BEN own-up ANNA`"),
        ((), "--ending"),
        (("--ending", "lied", "--vary", "theta0=1..2"), "must be 3072 or more"),
        (("--ending", "lied", "--vary", "theta0=1..2", "--without", "BEN lie ANNA"), "has no effect beside `--vary`"),
        (("--ending", "lied", "--act", "BEN own-op"), "fix: write `BEN own-up`"),
        (("--ending", "lied", "--act", "BEN own-up", "--without", "BEN lie ANNA"), "has no effect beside `--without`"),
    ],
)
def test_what_cannot_be_asked_is_said(words: tuple[str, ...], says: str) -> None:
    said = falter("drivers", LETTER, *words, "-n", "10")
    assert said.code == exits.USAGE
    assert says in said.err


def test_it_says_which_quantities_decide() -> None:
    """Who respects her lies more: in about 25 % where he does least, in 55 % where he does most."""
    words = ("drivers", LETTER, "--ending", "lied", "-n", "3072", "--vary", "BEN.respects.ANNA=0..1")
    found = json.loads(falter(*words, "--as", "json").out)
    assert (found["kind"], found["scene"], found["runs"], found["told"]) == ("drivers, varied", "The Letter", 3072, True)
    (one,) = found["quantities"]
    assert one["name"] == "BEN.respects.ANNA" and one["low"]["high"] < one["high"]["low"] and one["total"]["high"] > 0.8


def test_where_nothing_decides_it_says_so() -> None:
    said = falter("drivers", LETTER, "--ending", "lied", "-n", "3072", "--vary", "line_near=1..5")
    assert "nothing varied decides anything of it that can be told from luck" in said.out


def test_what_must_be_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "SALib.sample.sobol", None)
    monkeypatch.setitem(sys.modules, "SALib", None)
    said = falter("drivers", LETTER, "--ending", "lied", "--vary", "theta0=1..2")
    assert "FAL8020" in said.err and 'pip install "falter[science]"' in said.err


SLOWLY = re.compile(r"(<!-- printed slowly: (?P<words>[^\n]+?) -->\n```text\n)(?P<text>.*?)(?P<end>^```$)", re.M | re.S)


@pytest.mark.slow
def test_what_the_page_says_of_the_office_is_what_is_printed(root: Path) -> None:
    """To be written anew with `FALTER_ACCEPT=1`, and read as a diff."""
    page = root / "docs" / "drivers.md"
    text = page.read_text("utf-8")

    def printed(quote: re.Match[str]) -> str:
        command, file, *flags = shlex.split(quote["words"])
        return quote[1] + falter(command, str(root / file), *flags).out + quote["end"]

    assert len(SLOWLY.findall(text)) == 1
    kept_or_equal(page, text, SLOWLY.sub(printed, text))
