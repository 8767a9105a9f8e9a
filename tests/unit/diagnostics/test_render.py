"""A fault as it is read: the right place, carets under the right columns, nothing told twice."""

from __future__ import annotations

from falter.diagnostics.fault import Fault, Faults
from falter.diagnostics.render import WIDTH, columns, render, visible
from falter.diagnostics.source import Source, Span


def faulted(text: str, *words: str) -> Faults:
    """Faults about words of a text."""
    faults = Faults(Source("a.falter", text))
    for word in words:
        at = text.index(word)
        faults.add("FAL2001", Span(at, at + len(word)), id=word, also="", fix="write `HUX`")
    return faults


def shown(text: str, word: str) -> tuple[str, str]:
    """The source line and the caret line of a fault about a word."""
    lines = render(faulted(text, word)).splitlines()
    return lines[1], lines[2]


def test_the_whole_form() -> None:
    assert render(faulted("falter 1\nKYLO loves HUXX: strongly\n", "HUXX")) == (
        "a.falter:2:12: error[FAL2001]: there is no person `HUXX`\n"
        "   2 | KYLO loves HUXX: strongly\n"
        "     |            ^^^^\n"
        "why: A person's name means something only where a line opens that person; the line may stand anywhere in the file.\n"
        "fix: write `HUX`\n"
        "\n"
        "1 error\n"
    )


def test_nothing_to_tell() -> None:
    assert render(Faults(Source("a.falter", "falter 1\n"))) == ""


def test_carets_stand_under_wide_letters() -> None:
    line, carets = shown("門の番人 HUXX\n", "HUXX")
    assert carets.count("^") == 4
    assert carets.index("^") == columns(line[: line.index("HUXX")])
    assert carets.index("^") == len("   1 | ") + 9


def test_carets_under_combining_marks_and_tabs() -> None:
    line, carets = shown("e\u0301\tHUXX\n", "HUXX")
    assert carets.index("^") == len("   1 | ") + 1 + 4
    assert "\t" not in line


def test_a_long_line_is_cut_around_its_caret() -> None:
    line, carets = shown("x" * 500 + " HUXX " + "y" * 500 + "\n", "HUXX")
    assert columns(line) <= WIDTH + len("   1 | ") + 1
    assert line[carets.index("^") : carets.rindex("^") + 1] == "HUXX"
    assert line.endswith("…")
    assert line.startswith("   1 | …")


def test_a_span_wider_than_the_screen_is_cut() -> None:
    text = "z" * 400
    line, carets = shown(text + "\n", text)
    assert columns(line) <= WIDTH + len("   1 | ") + 1
    assert len(carets) == len(line)


def test_a_span_over_several_lines_ends_with_its_line() -> None:
    text = "one HUXX\ntwo\n"
    faults = Faults(Source("a.falter", text))
    faults.add("FAL2001", Span(4, len(text)), id="HUXX", also="", fix="")
    assert render(faults).splitlines()[2] == "     |     ^^^^"


def test_the_end_of_a_text_has_a_place() -> None:
    faults = Faults(Source("a.falter", "falter 1\n"))
    faults.add("FAL2224", Span(9, 9), id="HUXX")
    assert render(faults).startswith("a.falter:2:1: ")
    assert not [line for line in render(faults).splitlines() if line != line.rstrip()]


def test_sorted_by_place_and_each_stretch_told_once() -> None:
    faults = faulted("AA BB CC\n", "CC", "AA", "AA")
    faults.add("FAL2002", Span(0, 2), id="AA", also="", fix="")
    text = render(faults)
    assert [line.split(": ")[0] for line in text.splitlines() if "FAL" in line] == ["a.falter:1:1", "a.falter:1:7"]
    assert text.endswith("\n2 errors\n")


def test_errors_and_warnings_are_counted_apart() -> None:
    faults = faulted("AA BB\n", "AA")
    faults.add("FAL2224", Span(3, 5), id="BB")
    assert render(faults).endswith("\n1 error, 1 warning\n")


def test_without_a_text_the_path_stands_in() -> None:
    faults = Faults(Source("a.yaml", ""))
    faults.add("FAL2001", None, path=("people", 10, "ties", 2), id="HUXX", also="", fix="")
    faults.add("FAL2001", None, path=("people", 9), id="HUXX", also="", fix="")
    text = render(faults)
    assert text.index("a.yaml: people[9]: error") < text.index("a.yaml: people[10].ties[2]: error")


def test_without_a_place_only_the_name() -> None:
    faults = Faults(Source("lost.falter", ""))
    faults.add("FAL5001", None, name="lost.falter")
    assert render(faults).startswith("lost.falter: error[FAL5001]: there is no file `lost.falter`\n")


def test_what_was_written_cannot_steer_the_terminal() -> None:
    text = "a\x1b[2Jb\u202ec HUXX\n"
    assert visible(text) == "a<1B>[2Jb<202E>c HUXX<0A>"
    assert "\x1b" not in render(faulted(text, "HUXX"))
    assert "\x1b" not in render(Faults(Source("a", ""), [Fault("FAL2001", None, {"id": "\x1b[2J"})]))


def test_colour_adds_only_colour() -> None:
    faults = faulted("AA BB\n", "BB")
    plain, bright = render(faults), render(faults, colour=True)
    assert "\x1b[1;31m" in bright
    for code in ("\x1b[1;31m", "\x1b[1;33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"):
        bright = bright.replace(code, "")
    assert bright == plain
