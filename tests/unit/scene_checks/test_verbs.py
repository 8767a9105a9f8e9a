"""What stands in brackets must be a verb that can follow the tense, also where the sentence has a subject of its own."""

from __future__ import annotations

import pytest

from tests.unit.scene_checks.gate import GATE, told

AT = "  at gate\n"
LINES = {
    "a memory": '  remembers the-wall "A wall {} by." woken by near\n',
    "a thought": '  thinks "It {} late." when feels fear\n',
    "a sight": '  sees BEN "the road {} behind him" again "his coat {} open" when shows fear\n',
}


@pytest.mark.parametrize("line", LINES.values(), ids=list(LINES))
def test_a_word_in_brackets_is_a_verb(line: str) -> None:
    def codes(word: str) -> list[str]:
        assert AT in GATE
        return [code for code in told(GATE.replace(AT, AT + line.replace("{}", word), 1))[0] if code == "FAL2323"]

    assert codes("[lay]")
    assert codes("[lies]") == [] and codes("[are]") == [] and codes("[blue=lay]") == []
