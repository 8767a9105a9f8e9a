"""Conditions on feelings and sights: what nothing can bring about yet, and whose condition it is."""

from __future__ import annotations

import pytest

from tests.unit.scene_checks.gate import GATE, told


def test_who_sees_may_be_meant_in_a_sees_line() -> None:
    _, said = told(GATE.replace("  at gate\n", '  at gate\n  sees BEN "a shape" when ignored\n'))
    assert "write `when ANNA ignored` if it is about the one who sees" in said


@pytest.mark.parametrize("condition", ["feels hope", "shows hate", "feels hope or if hope rises"])
def test_a_feeling_that_nothing_brings_about_yet(condition: str) -> None:
    assert "FAL6019" in told(GATE.replace("  at gate\n", f'  at gate\n  thinks "So." when {condition}\n'))[0]


@pytest.mark.parametrize(
    "lines",
    [
        '  at gate\n  mood hope: barely, hate: barely\n  thinks "So." when feels hope and shows hate\n',
        '  at gate\n  thinks "So." when not feels hope and feels grief\n',
    ],
)
def test_a_feeling_that_a_mood_sets_can_be_felt(lines: str) -> None:
    assert "FAL6019" not in told(GATE.replace("  at gate\n", lines))[0]


def test_a_feeling_that_is_dwelt_on_can_be_felt() -> None:
    text = GATE.replace("  at gate\n", '  at gate\n  thinks "So." when feels hate\n').replace(
        "BEN may go", 'ANNA may brood "broods" inner, dwells on hate\nBEN may go'
    )
    assert "FAL6019" not in told(text)[0]
