"""Text that varies: ink's four forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.text.variants import readings, vary

FORMS = [
    ("{a|b|c}", ["a", "b", "c", "c", "c"]),
    ("{&a|b}", ["a", "b", "a", "b", "a"]),
    ("{!a|b}", ["a", "b", "", "", ""]),
    ("takes {a|another} step to {HUX}", ["takes a step to {HUX}", "takes another step to {HUX}", "takes another step to {HUX}"]),
    ("{once {a|b}|twice}", ["once a", "twice", "twice"]),
    ("no braces", ["no braces", "no braces"]),
]


@pytest.mark.parametrize(("text", "told"), FORMS)
def test_forms_by_use(text: str, told: list[str]) -> None:
    assert [vary(text, use) for use in range(len(told))] == told


def test_a_shuffle_is_the_same_for_the_same_seed_and_goes_through_all() -> None:
    first = [vary("{~a|b|c}", use, 7, "x") for use in range(60)]
    assert first == [vary("{~a|b|c}", use, 7, "x") for use in range(60)]
    assert set(first) == {"a", "b", "c"}
    assert first != [vary("{~a|b|c}", use, 8, "x") for use in range(60)]
    assert first != [vary("{~a|b|c}", use, 7, "y") for use in range(60)]


def test_readings_hold_every_alternative() -> None:
    assert readings("{a|b} and {&c|d|e} for {HUX}") == ["a and c for {HUX}", "b and d for {HUX}", "b and e for {HUX}"]


@given(st.text(alphabet="ab{}|&!~ H"), st.integers(0, 5))
def test_no_text_breaks_it(text: str, use: int) -> None:
    assert isinstance(vary(text, use), str)
    assert readings(text)
