"""What can be varied, as typed and as given in Python."""

from __future__ import annotations

import numpy
import pytest

import falter
from falter.explore.varying import POINTS, VaryError, given, points, varied

SCENE = falter.parse('falter 1\nscene A\nANNA she\n  loves BEN: somewhat\nBEN he\nANNA may wait "waits"\ncloses at 1 s\n').model


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ANNA.loves.BEN=0..1/3", (0.0, 0.5, 1.0)),
        ("ANNA.loves.BEN = barely, wholly", (0.15, 0.95)),
        ("ANNA.loves.BEN=barely..wholly/2", (0.15, 0.95)),
        ("ANNA.loves.BEN=.3", (0.3,)),
        ("theta0=1,2,4", (1.0, 2.0, 4.0)),
    ],
)
def test_values_as_typed(text: str, values: tuple[float, ...]) -> None:
    assert varied(text, SCENE).values == values


def test_a_range_has_its_ends_and_round_numbers_between() -> None:
    values = varied("ANNA.loves.BEN=0..1", SCENE).values
    assert (len(values), values[0], values[3], values[-1]) == (POINTS, 0.0, 0.3, 1.0)


@pytest.mark.parametrize(
    ("text", "says", "fix"),
    [
        ("ANNA.love.BEN=0..1", "`ANNA.love.BEN`", "write `ANNA.loves.BEN`"),
        ("CARL=1", "`CARL`", "write one of `ANNA.loves.BEN`"),
        ("ANNA.loves.BEN=0..1.5", "out of the range", "stay within 0..1"),
        ("theta0=99", "out of the range", "stay within 0.05..20"),
        ("ANNA.loves.BEN=1..0", "run upward", "write `0..1`"),
        ("ANNA.loves.BEN=1..1", "run upward", "write `1`"),
        ("ANNA.loves.BEN=0..1/1", "two values or more", "0..1/11"),
        ("ANNA.loves.BEN=strong", "`strong`", "stay within 0..1"),
        ("ANNA.loves.BEN=nan", "out of the range", "stay within 0..1"),
        ("ANNA.loves.BEN", "its values", "KYLO.loves.HUX=0..1"),
    ],
)
def test_what_cannot_be_varied_is_said_with_what_to_write(text: str, says: str, fix: str) -> None:
    with pytest.raises(VaryError) as error:
        varied(text, SCENE)
    assert says in str(error.value)
    assert fix in error.value.fix


def test_values_as_given_in_python() -> None:
    name = "ANNA.loves.BEN"
    for values, expected in (
        ((0, 1), tuple(k / 10 for k in range(11))),
        ([0.1, 0.2], (0.1, 0.2)),
        ((0.1, 0.2, 0.3), (0.1, 0.2, 0.3)),
        (numpy.array([0.5, 0.25]), (0.5, 0.25)),
        ("0..1/3", (0.0, 0.5, 1.0)),
        ("wholly", (0.95,)),
        (0.4, (0.4,)),
    ):
        assert given({name: values}, SCENE)[0].values == expected
    with pytest.raises(VaryError, match="needs values"):
        given({name: None}, SCENE)


def test_of_several_every_combination() -> None:
    two = (varied("ANNA.loves.BEN=0,1", SCENE), varied("gain=1,2,3", SCENE))
    made = points(two)
    assert len(made) == 6
    assert made[1] == (("ANNA.loves.BEN", 0.0), ("gain", 2.0))
    assert points(()) == ((),)
