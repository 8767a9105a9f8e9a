from falter.scene import read
from falter.scene.printer import plain, print_scene
from tests.unit.scene.frame import FRAME, scene

LINES = (
    "HUX may go leaves, needs within 1.5 m, after light, if torn or if alone",
    "HUX may stay stays, needs within 1.5 m, after light, if torn",
    "closes 90 s after strike or at 2 h",
    "expect gone .5..7 %",
)


def test_strengths_are_words_only_where_exactly_equal() -> None:
    text = print_scene(scene("KYLO loves HUX: .7", "KYLO hates HUX: .71", "KYLO fears HUX: 0", "KYLO trusts HUX: .2 to .95"))
    assert "  loves HUX: strongly\n  hates HUX: .71\n  fears HUX: 0\n  trusts HUX: .2 to wholly\n" in text


def test_conditions_are_printed_as_one_would_write_them() -> None:
    text = print_scene(scene(*LINES))
    assert "HUX may stay, stays, needs within 1.5 m, after light, if torn\n" in text
    assert "if within 1.5 m and after light and torn or if within 1.5 m and after light and alone\n" in text
    assert "closes 90 s after strike or at 2 h\n" in text
    assert "expect gone .5..7 %\n" in text


def test_printing_is_stable() -> None:
    once = print_scene(scene(*LINES))
    again = read(once, "a").scene
    assert again is not None
    assert print_scene(again) == once


def test_a_title_is_quoted_only_where_it_must_be() -> None:
    assert plain("The General's Office") == "The General's Office"
    assert plain("a // b") == '"a // b"'
    assert plain('a "b"') == '"a \\"b\\""'
    assert plain("a room, dark and cold", place=True) == '"a room, dark and cold"'


def test_the_frame_is_printed_in_blocks() -> None:
    text = print_scene(scene())
    assert text.startswith(FRAME.split("KYLO", 1)[0])
    assert '\n\nKYLO "the knight", he\n  at door\n\nHUX ' in text
