"""`falter whatif`, as one types it."""

from __future__ import annotations

import json
from pathlib import Path

from falter.diagnostics import exits
from tests.end_to_end.shell import falter

LETTER = str(Path(__file__).parents[2] / "scenes" / "ladder" / "01-the-letter.falter")


def test_two_performances_stand_beside_each_other() -> None:
    said = falter("whatif", LETTER, "--seed", "3", "--set", "BEN.respects.ANNA=0")
    assert said.code == exits.FINE, said.err
    assert "as written" in said.out
    assert "with BEN.respects.ANNA 0" in said.out
    assert said.out.count(" ends ") == 2


def test_as_values_it_says_when_they_part_and_how_each_ends() -> None:
    said = falter("whatif", LETTER, "--seed", "3", "--set", "BEN.respects.ANNA=0", "--as", "json")
    found = json.loads(said.out)
    assert {"kind", "change", "seed", "parted_at", "shared_acts", "first", "missed", "as_written", "changed"} == found.keys()
    assert found["as_written"]["ending"]
    assert found["changed"]["acts"]


def test_what_cannot_be_changed_is_refused_with_what_to_write() -> None:
    assert "BEN.respects.ANNA" in falter("whatif", LETTER, "--set", "BEN.respect.ANNA=0").err
    assert "stay within 0..1" in falter("whatif", LETTER, "--set", "BEN.respects.ANNA=2").err
    assert "--vary" in falter("whatif", LETTER, "--set", "BEN.respects.ANNA=0..1").err
    assert "begins no line" in falter("whatif", LETTER, "--without", "nothing like it").err
    assert falter("whatif", LETTER).code == exits.USAGE
