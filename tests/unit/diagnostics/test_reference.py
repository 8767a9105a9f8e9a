"""`docs/reference/faults.md` is made from the pages. `FALTER_ACCEPT=1` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

from falter.diagnostics.page import codes, page
from falter.diagnostics.reference import FAMILIES, family, reference

DOCUMENT = Path(__file__).parents[3] / "docs" / "reference" / "faults.md"


def test_the_document_is_in_step() -> None:
    if os.environ.get("FALTER_ACCEPT"):
        DOCUMENT.parent.mkdir(parents=True, exist_ok=True)
        DOCUMENT.write_text(reference(), encoding="utf-8", newline="\n")
    assert DOCUMENT.read_text(encoding="utf-8") == reference()


def test_every_code_has_its_entry() -> None:
    text = reference()
    for code in codes():
        assert text.count(f"\n### {code} {page(code).slug}\n") == 1


def test_every_family_has_codes() -> None:
    assert {family(code) for code in codes()} == set(FAMILIES.values())
