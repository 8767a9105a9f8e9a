"""What a scene may not say of minds: each slip has a code of its own, told where it stands, with a page that says why and what to type."""

from __future__ import annotations

import pytest

from falter.api.check import check_text
from falter.diagnostics.page import page, severity
from falter.diagnostics.render import render
from tests.unit.scene_checks.gate import GATE


@pytest.mark.parametrize(
    ("line", "code", "at"),
    [
        ("ANNA loves BEN: 1.2", "FAL1402", "1.2"),
        ("ANNA loves BEN: -.2", "FAL1402", "-.2"),
        ("ANNA mood grief: 20", "FAL1402", "20"),
        ("ANNA may wave comforts BEN (cherish +1.5)", "FAL1609", "+1.5"),
        ("ANNA mood ennui: .5", "FAL1406", "ennui"),
        ("ANNA may brood inner, dwells on ennui", "FAL1406", "ennui"),
        ("ANNA wears hood over tail wholly", "FAL1407", "tail"),
        ("link phone, gate to road, carries scent", "FAL1407", "scent"),
        ('ANNA remembers it "Warm." with BEN, feels love, woken by touch', "FAL3602", "it"),
        ('ANNA remembers it "Warm." with BEN, feels love, woken by twilight', "FAL3601", "twilight"),
        ("ANNA may reach on BEN, probes, inner", "FAL3201", "probes"),
        ("ANNA wonders how BEN trusts ANNA: .5", "FAL3302", "wonders"),
        ("ANNA knows broke", "FAL3401", "broke"),
        ("ANNA may say-it to BEN, tells broke", "FAL3401", "broke"),
        ("ANNA wonders if broke: .5", "FAL3401", "broke"),
        ("must go before go", "FAL3511", "go"),
        ("set dt 0.9", "FAL2802", "0.9"),
        ("set memory_age 2000000000", "FAL1608", "2000000000"),
    ],
)
def test_each_slip_has_its_code_and_its_place(line: str, code: str, at: str) -> None:
    found = check_text(f"{GATE}{line}\n", "gate.falter")
    (fault,) = [each for each in found.found if severity(each.code) == "error"]
    text = found.source.text
    assert fault.span is not None
    assert (fault.code, text[fault.span.start : fault.span.end].split()[0]) == (code, at), render(found)
    assert found.source.place(fault.span.start)[0] == len(GATE.splitlines()) + 1
    told = page(code)
    assert told.why and told.fix and f"error[{code}]" in render(found)


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ('BEN may run "runs" leavs', "write `leaves`"),
        ("ANNA abhors lies: strongly", "write `denies`"),
        ('BEN may cry "cries" if ANNA sad', "`shows sadness`"),
        ('BEN may cry "cries" if angry', "`feels anger`"),
        ('BEN may cry "cries" if ANNA is angry', "`shows anger`"),
        ('BEN may cry "cries" when asked', "write `if`"),
        ('BEN may cry "cries" unless asked', "write `if not`"),
        ('BEN may lie "lies" lies to ANNA', "write `denies`"),
        ('BEN may hug "hugs her" on ANNA, hugs', "write `touches`"),
        ("closes when ANNA leaves", "write `gone`"),
        ("ANNA likes BEN: strongly", "write `loves`"),
        ('BEN may cry "cries" if ANNA tired', "there is no condition for that"),
        ('BEN may cry "cries" if ANNA weary', "there is no condition for that"),
    ],
)
def test_what_was_meant_is_offered(line: str, fix: str) -> None:
    """A word is offered that begins as the slip does, or says the same; how somebody is, in a condition, is no move that was forgotten."""
    found = check_text(f"{GATE}{line}\n", "gate.falter")
    first = next(each for each in found.found if severity(each.code) == "error")
    assert fix in render(found), first
