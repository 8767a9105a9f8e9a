"""The look of figures: nobody needs the colours."""

from __future__ import annotations

from itertools import combinations

import pytest

from falter.figures.look import DASHES, FAINT, INK, LOOK, PALETTE, SHAPES, coloured, dashed

LEAST = 7.0
"""Steps of lightness (CIE L*, 0 to 100) by which two greys are told apart with ease; one is about the least that anybody sees."""


def lightness(colour: str) -> float:
    """How light a colour is once it is grey: CIE L* of its luminance by Rec. 709, from 0 to 100."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(colour)]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116.0 * luminance ** (1.0 / 3.0) - 16.0 if luminance > 0.008856 else 903.3 * luminance


def channels(colour: str) -> list[float]:
    """Red, green and blue, from 0 to 1."""
    return [int(colour[at : at + 2], 16) / 255.0 for at in (1, 3, 5)]


def test_lightness_is_that_of_known_greys() -> None:
    assert lightness("#ffffff") == pytest.approx(100.0, abs=0.01)
    assert lightness("#777777") == pytest.approx(50.0, abs=0.5)  # the middle grey of CIE L* is sRGB 119
    assert lightness("#000000") == 0.0


@pytest.mark.parametrize("pair", list(combinations(PALETTE, 2)))
def test_any_two_colours_are_told_apart_in_grey(pair: tuple[str, str]) -> None:
    assert abs(lightness(pair[0]) - lightness(pair[1])) >= LEAST


def test_no_colour_is_lost_on_white() -> None:
    assert max(map(lightness, PALETTE)) < 80.0
    assert max(lightness(INK), lightness(FAINT)) < 60.0
    assert LOOK["background"] == "white"


def test_a_category_has_a_dash_and_a_shape_of_its_own_too() -> None:
    assert len({tuple(dash) for dash in DASHES}) == len(PALETTE) == len(set(SHAPES)) == len(DASHES)


def test_beyond_the_palette_no_two_have_both_colour_and_dash_in_common() -> None:
    names = [f"ending {number}" for number in range(3 * len(PALETTE))]
    given = list(zip(coloured(names)["range"], map(tuple, dashed(names)["range"]), strict=True))
    assert len(set(given)) == len(names)
