"""`falter whatif --find`, as one types it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from falter.cli import explore
from falter.diagnostics import exits
from tests.end_to_end.shell import falter

LETTER = str(Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter")
BOAT = """falter 1
scene Boat
place a shore
  mark boat
RUI "the fisher", he
  at boat
  loves IDA: strongly
IDA "the girl", she
  at boat
  wants to call: somewhat
RUI may cast-off "casts off" if 59.9 s after call
RUI may mend "mends the net" again
IDA may call "calls" to RUI, insults
closes at 1 min
ends gone if cast-off; called if call; else still
"""
FIND = ("whatif", LETTER, "--find", "ending=owned", "--budget", "1000", "--runs", "200", "--vary", "BEN.*")


def test_it_names_the_change_its_chance_and_how_to_see_it() -> None:
    said = falter(*FIND)
    assert said.code == exits.FINE, said.err
    assert said.out.startswith("owned: as written ")
    assert "Ben's respect for Anna from wholly to " in said.out
    assert "of 200 fresh performances" in said.out
    shown = next(line.strip() for line in said.out.splitlines() if line.strip().startswith("falter whatif"))
    assert falter(*shlex.split(shown)[1:]).code == exits.FINE


def test_as_values_each_change_is_told_in_numbers() -> None:
    found = json.loads(falter(*FIND, "--as", "json").out)
    assert found["kind"] == "nearest"
    first = found["alternatives"][0]
    assert first["changes"][0]["name"] == "BEN.respects.ANNA"
    assert first["fresh"]["share"] >= 0.5
    assert first["way"] == abs(first["changes"][0]["value"] - 0.95)


def test_no_more_is_performed_than_a_bar_says_and_an_interrupt_says_of_what_it_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fresh performances come on top of the budget, nobody knows how many; here somebody has had enough of them."""
    bars: list[int | None] = []

    @contextmanager
    def bar(total: int | None) -> Iterator[Callable[[int], None]]:
        done = count(50, 50)

        def told(_count: int) -> None:
            if next(done) == 200:
                raise KeyboardInterrupt

        bars.append(total)
        yield told

    monkeypatch.setattr(explore, "progress", bar)
    said = falter(*FIND, "--jobs", "1")
    assert (bars, said.code) == ([None], exits.INTERRUPTED)
    assert "[interrupted after 0 performances of the search; this is what was found by then]" in said.err


def test_what_cannot_be_looked_for_is_refused_with_what_to_write() -> None:
    assert "lied" in falter("whatif", LETTER, "--find", "ending=lie").err
    assert "BEN.respects.ANNA" in falter("whatif", LETTER, "--find", "ending=lied", "--vary", "BEN.respect.ANNA").err
    for share in ("2", "90%", "much"):
        said = falter("whatif", LETTER, "--find", "ending=lied", "--share", share).err
        assert f"`--share` must lie between 0 and 1, as in .9; got `{share}`" in said and "type one that is" in said
    assert "does not go with `--find`" in falter("whatif", LETTER, "--find", "ending=lied", "--set", "BEN.respects.ANNA=0").err
    assert "goes only with `--find`" in falter("whatif", LETTER, "--set", "BEN.respects.ANNA=0", "--keep", "BEN.*").err


def test_where_nothing_ever_leads_there_no_change_is_told_but_what_it_waits_on(tmp_path: Path) -> None:
    """He may cast off a minute after she called, and it is over by then."""
    scene = tmp_path / "boat.falter"
    scene.write_text(BOAT)
    said = falter("whatif", str(scene), "--find", "ending=gone", "--budget", "1000", "--runs", "100", "--jobs", "1")
    assert said.code == exits.FAILED, said.err
    assert said.out.endswith("\nNothing that was tried ever led there: it waits on `cast-off`, which nobody does as written.\n")
    assert " 0 % (" in said.out.splitlines()[0] and len(said.out.splitlines()) == 3
