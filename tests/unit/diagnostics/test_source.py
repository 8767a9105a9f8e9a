"""Offsets, lines and columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from falter.diagnostics.source import Source

TEXTS = st.text("ab\n\r字", max_size=40)


@given(TEXTS, st.data())
def test_every_offset_has_its_place(text: str, data: st.DataObject) -> None:
    source = Source("a", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.place(offset)
    assert line == text.count("\n", 0, offset) + 1
    assert text[offset - column + 1 : offset] == text[:offset].rpartition("\n")[2]


@given(TEXTS)
def test_lines_are_those_of_the_text(text: str) -> None:
    source = Source("a", text)
    lines = [source.line(number + 1) for number in range(len(source.starts))]
    assert lines == [line.rstrip("\r") for line in text.split("\n")]
