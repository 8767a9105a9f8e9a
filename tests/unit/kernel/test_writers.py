"""Which functions write a column, read off their syntax trees: by the index itself, by names, out of loops; and not what only reads it."""

from __future__ import annotations

import pytest

from tests.writers import untold, writers, writes


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("sf[row + FEELING_FELT] = 1.0", True),
        ("at = row + FEELING_FELT\n    sf[at] = sf[at] + 1.0", True),
        ("first = ti[SF_FEELING] + FEELING_FELT\n    for at in range(first, first + 3):\n        sf[at] = 0.0", True),
        ("at = FEELING_FELT\n    row = at + 3\n    sf[row] = 0.0", True),
        ("sf[row + FEELING_BASE] = sf[row + FEELING_FELT]", False),
        ("felt = sf[row + FEELING_FELT]\n    sf[row + FEELING_BASE] = felt", False),
        ("which = si[FEELING_FELT]\n    sf[which] = 0.0", False),
        ("return sf[row + FEELING_FELT]", False),
    ],
)
def test_what_writes_a_column(body: str, found: bool) -> None:
    assert writes(f"def one(ti, sf, row):\n    {body}\n", "FEELING_FELT") is found


def test_who_is_reached_without_what_is_known() -> None:
    assert writers("MOTIVE_CUE") == {"appraise.bring_to_mind", "feelings.fade_cues"}
    assert untold(["feelings.fade_cues"], []) == ["feelings.fade_cues"]
    assert untold(["feelings.fade_cues"], ["feelings.fade_cues"]) == []
    assert untold(["appraise.add_feeling", "feelings.fade_cues"], ["settling.settle"]) == ["appraise.add_feeling"]
