"""A line left out with what needs it: conditions that never hold, that always hold, and lines of which nothing is left."""

from __future__ import annotations

import pytest

from falter.api.scene import parse
from falter.scene.leaving import left_out
from falter.scene.without import WithoutError

SCENE = """falter 1
scene The Gate
place a gate
  mark gate
told close to ANNA; close to BEN from shout
fact late "It is late"
thing KEY "the key", on gate
ANNA "the guard", she
  at gate
  knows late
  remembers snow "Snow on the gate." woken by gate, BEN, late-ask
  remembers fire "A fire." woken by BEN, shut-snow
  thinks "Snow." when recalls snow and after kneel
  thinks "No snow." when not recalls snow and after kneel
  thinks "Neither." when after kneel and not recalls snow
  thinks "Either." when recalls snow or if recalls fire and not recalls snow or if after kneel
BEN "the stranger", he
  at gate
  wants to kneel: strongly
ANNA may shut-snow "looks away" inner, shuts out snow
ANNA may shout "shouts" to BEN, threatens, if not recalls snow
ANNA may late-ask "asks" to BEN, asks, if after shut-snow
  says "Well?" if recalls snow
  says "Who's there?"
ANNA may tell "tells him" to BEN, tells late
BEN may kneel "kneels" submits, if not after tell and not after shut-snow
BEN may take "takes it" grabs KEY
closes 20 s after kneel or 30 s after tell or at 2 min
ends told if after tell; shouted if after shout; else quiet
expect told 10..90 %; shouted 0..50 %
"""


@pytest.fixture(scope="module")
def text() -> str:
    return parse(SCENE).text()


def test_a_memory_goes_with_what_recalls_it(text: str) -> None:
    short = left_out(text, ["ANNA remembers snow"])
    assert "snow" not in short.text.replace("No snow.", "")
    assert 'thinks "No snow." when after kneel\n' in short.text
    assert 'thinks "Neither." when after kneel\n' in short.text
    assert 'thinks "Either." when recalls fire or if after kneel\n' in short.text
    assert "woken by BEN\n" in short.text
    assert 'ANNA may shout "shouts" to BEN, threatens\n' in short.text
    assert "late-ask" not in short.text.replace("woken by", ""), "it comes after what is gone"
    assert any(line.startswith("ANNA may shut-snow") for line in short.lines)
    assert 'ANNA thinks "Snow." when recalls snow and after kneel' in short.lines
    assert parse(short.text).perform(1).ending


def test_a_fact_goes_with_who_knows_and_tells_it_and_with_ways_to_end(text: str) -> None:
    short = left_out(text, ["fact late"])
    assert "ANNA knows late" in short.lines
    assert any(line.startswith("ANNA may tell") for line in short.lines)
    assert "closes 20 s after kneel or at 2 min\n" in short.text
    assert "ends shouted if after shout; else quiet\n" in short.text
    assert "expect shouted 0..50 %\n" in short.text
    assert "if not after shut-snow" in short.text
    assert "told if after tell (ends)" in short.conditions
    assert parse(short.text).perform(1).ending


def test_the_telling_loses_what_never_comes(text: str) -> None:
    short = left_out(text, ["ANNA may shout"])
    assert "told close to ANNA\n" in short.text
    assert "ends told if after tell; else quiet\n" in short.text


def test_nothing_is_lost_where_nothing_needs_it(text: str) -> None:
    short = left_out(text, ["thing KEY", "BEN may take"])
    assert (short.lines, short.conditions) == ((), ())


def test_a_wish_for_what_is_gone_is_left_to_the_author(text: str) -> None:
    with pytest.raises(WithoutError, match="BEN wants to kneel: strongly") as error:
        left_out(text, ["BEN may kneel"])
    assert "--without 'BEN wants to kneel: strongly'" in error.value.fix
    assert "kneel" not in left_out(text, ["BEN may kneel", "BEN wants to kneel"]).text


def after_snow(text: str, old: str, new: str) -> list[str]:
    """The lines of the scene that are new without the memory of the snow, where one of its lines reads otherwise."""
    short = left_out(parse(text.replace(old, new)).text(), ["ANNA remembers snow"])
    parse(short.text)
    return [line for line in short.text.splitlines() if line not in text.splitlines()]


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        ("if not recalls snow or if near BEN", ""),
        ("if near BEN or if not recalls snow", ""),
        ("if recalls snow and near BEN or if not recalls snow", ""),
        ("if near BEN and not recalls snow or if after kneel", ", if near BEN or if after kneel"),
        ("if after kneel or if not recalls snow and near BEN", ", if after kneel or if near BEN"),
    ],
)
def test_what_always_holds_in_one_way_is_no_condition(text: str, condition: str, left: str) -> None:
    assert f'ANNA may shout "shouts" to BEN, threatens{left}' in after_snow(text, "if not recalls snow", condition)


def test_an_ultimatum_that_would_lapse_at_once_is_left_to_the_author(text: str) -> None:
    mind = "  promises shout unless {} within 2 min: wholly"
    with pytest.raises(WithoutError, match="ANNA promises shout unless near BEN or if not recalls snow"):
        after_snow(text, "  knows late", mind.format("near BEN or if not recalls snow"))
    both = after_snow(text, "  knows late", mind.format("near BEN and not recalls snow"))
    assert mind.format("near BEN") in both, "its time and its strength are no part of the condition"


def test_what_has_no_other_time_to_come_is_left_to_the_author(text: str) -> None:
    bell = 'happens bell "A bell [rings]." {}when not ANNA recalls snow\nfact late'
    assert 'happens bell "A bell [rings]." in 3..5 s' in after_snow(text, "fact late", bell.format("in 3..5 s, "))
    for line in (bell.format(""), 'later noon 20 s "Noon." when not ANNA recalls snow\nfact late'):
        with pytest.raises(WithoutError, match="not plain"):
            after_snow(text, "fact late", line)


@pytest.mark.parametrize(
    ("closes", "left"),
    [
        ("when not BEN near ANNA or 20 s after late-ask", "when not BEN near ANNA"),
        ("when BEN near ANNA and not ANNA recalls snow or 20 s after kneel", "when BEN near ANNA or 20 s after kneel"),
        ("when ANNA recalls snow or if BEN near ANNA or at 2 min", "when BEN near ANNA or at 2 min"),
    ],
)
def test_one_way_to_close_ends_where_the_next_begins(text: str, closes: str, left: str) -> None:
    assert f"closes {left}" in after_snow(text, "20 s after kneel or 30 s after tell or at 2 min", closes)


@pytest.mark.parametrize("line", ["scene", "falter 1"])
def test_what_no_scene_can_be_without_is_not_left_out(text: str, line: str) -> None:
    with pytest.raises(WithoutError, match=f"cannot leave out `{line}`, for then the .*; leave out another line"):
        left_out(text, [line])
