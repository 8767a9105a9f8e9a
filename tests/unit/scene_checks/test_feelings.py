"""Conditions on feelings and sights: every feeling can come about, and whose condition it is."""

from __future__ import annotations

import pytest

from tests.unit.scene_checks.gate import GATE, told


def test_who_sees_may_be_meant_in_a_sees_line() -> None:
    _, said = told(GATE.replace("  at gate\n", '  at gate\n  sees BEN "a shape" when ignored\n'))
    assert "write `when ANNA ignored` if it is about the one who sees" in said


@pytest.mark.parametrize("condition", ["feels hope", "shows hate", "feels disappointment or if hope rises"])
def test_every_feeling_can_be_felt(condition: str) -> None:
    assert not told(GATE.replace("  at gate\n", f'  at gate\n  thinks "So." when {condition}\n'))[0]
