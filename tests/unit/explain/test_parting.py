"""Two performances under the same luck: where they part, and what the one came to of what the other did."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from falter.api.scene import Scene, load, parse
from falter.explain.acts.why import why
from falter.explain.changes.parting import pairs_of
from falter.explain.changes.removing import Without
from falter.explain.changes.removing_told import both_true
from falter.explain.standing import ITSELF
from falter.explore.varying import VaryError
from falter.model.quantities import quantities
from falter.narrate.timeline import clock
from falter.scene.without import WithoutError, without

SCENES = Path(__file__).parents[3] / "scenes"
PROPOSAL = SCENES / "a-proposal.falter"
STRANGER = """
STRANGER "a passer-by", he
  at road
STRANGER may cough "coughs", again
"""
WAVING = """falter 1
scene Waving
place a yard
  mark road
ANNA "the girl", she
  wants to wave: strongly
  wants to hide: somewhat
ANNA may wave "waves"
ANNA may hide "hides"
closes at 1 min
ends waved if after wave; else not
"""


@pytest.fixture(scope="module")
def proposal() -> Scene:
    return load(PROPOSAL)


def test_a_change_that_changes_nothing_is_identical_to_the_last_bit() -> None:
    scene = parse(WAVING)
    found = scene.whatif(3, {"ANNA.wants.wave": _quantity(scene)["ANNA.wants.wave"]})
    assert found.parting.identical
    assert not found.parting.parted
    assert found.told().startswith("Nothing comes of it")


def test_a_change_that_moves_no_act_is_told_as_that_and_not_as_nothing() -> None:
    """Hardly another mood, and she waves and hides at the same moments, or almost."""
    scene = parse(WAVING.replace('"the girl", she', '"the girl", she\n  mood joy: barely'))
    found = scene.whatif(3, {"ANNA.mood.joy": 0.11})
    assert not found.parting.parted and not found.parting.identical
    said = "Nothing that anybody does comes of it: with Anna's mood of joy at 0.11, the same is done, each act within 1 s of when it was"
    assert " ".join(found.told().split()).startswith(said) and max(map(len, found.told().splitlines())) <= 96


def test_headings_of_two_lines_shift_no_row() -> None:
    found = parse(WAVING).whatif(8, {"ANNA.wants.wave": 0.0, "ANNA.wants.hide": 0.9})
    lines = found.told().splitlines()
    rules = [line for line in lines if line.startswith("---")]
    assert len(rules) == 1 and rules[0].count("-") == 2 * 47
    heading = lines[lines.index("") + 1 : lines.index(rules[0])]
    assert len(heading) == 2 and heading[0].startswith("as written ") and heading[1].startswith(" " * 49)


def test_where_one_act_is_all_that_differs_it_is_said() -> None:
    """She waves and hides; a cough in between that is cut short stirs nobody."""
    scene = parse(WAVING + STRANGER.replace("again", "once"))
    cough = next(event for event in scene.perform(5).events if event.who == "STRANGER")
    found = scene.whatif(5, without_events=[cough.t])
    assert found.parting.nothing_else
    assert "Nothing else differs: it ends " in " ".join(found.told().split()) and len(found.told().splitlines()) <= 4
    assert "Nothing else differs" in found._repr_html_() and "<table>" not in found._repr_html_()
    other = scene.whatif(5, {"ANNA.wants.wave": 0.0})
    assert other.parting.parted and not other.parting.nothing_else and "Nothing else" not in other.told()


def test_an_end_that_comes_at_another_time_is_a_difference() -> None:
    """She hides after that, or has nothing left to do."""
    closes = WAVING.replace("closes at 1 min", "closes 3 s after wave or at 1 min")
    for text, words in (
        (closes, "As written it ends waved at {}; with the change it ends waved at 10:00.0."),
        (closes.replace('"hides"', '"hides" if 20 s after wave'), "as written it is over by then, at {}."),
    ):
        found = parse(text).whatif(8, without="closes")
        said = " ".join(found.told().split())
        assert (found.written.ending, found.changed.ending) == ("waved", "waved")
        assert found.parting.parted and not found.parting.nothing_else
        assert words.format(clock(found.written.seconds)) in said and "comes of it" not in said and "10:00.0 ends waved" in said


def _quantity(scene: Scene) -> dict[str, float]:
    return {name: one.value for name, one in quantities(scene.model).items()}


def test_a_person_who_has_nothing_to_do_with_it_shifts_no_act_of_hers() -> None:
    alone, beside = parse(WAVING).perform(5), parse(WAVING + STRANGER).perform(5)
    hers = [(event.move, event.t) for event in beside.events if event.who == "ANNA"]
    assert hers == [(event.move, event.t) for event in alone.events]


def test_without_what_she_wants_she_does_not_do_it_and_how_near_she_came_is_said() -> None:
    scene = parse(WAVING.replace("1 min", "15 s"))
    found = scene.whatif(8, {"ANNA.wants.wave": 0.0})
    having, event, lacking = found.parting.first or pytest.fail("they part")
    assert (having, event.move) == (found.written.trace, "wave")
    assert lacking is found.changed.trace
    missed = found.parting.missed
    assert missed is not None
    assert missed.open
    assert missed.share < 1.0
    assert f"{100 * missed.share:.0f} % of what it takes" in found.told()


def test_up_to_where_they_part_the_same_is_done(proposal: Scene) -> None:
    found = proposal.whatif(2, without=(), values={next(name for name in _quantity(proposal) if ".loves." in name): 0.0})
    parting = found.parting
    left, right = parting.events
    assert parting.t is not None and parting.shared > 0
    assert all((one.who, one.move) == (other.who, other.move) for one, other in parting.pairs)
    assert all(min(one.t, other.t) <= parting.t for one, other in parting.pairs)
    assert {*left} == {one for one, _ in parting.pairs} | {*parting.rest[0]}
    assert {*right} == {other for _, other in parting.pairs} | {*parting.rest[1]}
    assert found.record()["shared_acts"] == parting.shared


def test_in_which_order_two_acts_come_within_a_second_parts_nobody() -> None:
    wave, hide = parse(WAVING).perform(2).events
    ones = (replace(wave, t=2.0), replace(hide, t=2.4))
    swapped = (replace(hide, t=1.6), replace(wave, t=2.9))
    assert pairs_of(ones, swapped) == ((ones[1], swapped[0]), (ones[0], swapped[1]))
    late = (replace(hide, t=1.6), replace(wave, t=3.1))
    assert pairs_of(ones, late) == ((ones[1], late[0]),)


def test_what_the_other_does_later_is_said_with_how_much_later() -> None:
    found = parse(WAVING).whatif(2, {"ANNA.wants.wave": 0.0})
    waves = next(event for event in found.changed.trace.events if event.move == "wave")
    assert found.parting.comes == waves
    assert found.parting.missed is None
    assert found.record()["comes_at"] == waves.t
    later = waves.t - found.written.trace.events[0].t
    assert f"with the change it comes {later:.0f} s later, at 0:{waves.t:.1f}." in " ".join(found.told().split())


def test_nothing_changed_is_told_so() -> None:
    assert parse(WAVING).whatif(3, {}).told().startswith("Nothing is changed: the same is done, and it ends ")


def test_that_an_act_comes_sooner_without_what_spoke_for_it_is_accounted_for() -> None:
    """Seed 3: less is done before she hides, and so she hides sooner; taken for the act itself, it had been held back."""
    found = parse(WAVING).whatif(3, {"ANNA.wants.wave": 0.0})
    trace = found.written.trace
    explained = why(trace, next(event for event in trace.events if event.move == "hide"))
    sooner = Without(explained, explained.parts[0], ITSELF, 0.5, found.changed.trace)
    assert sooner.effect == "sooner"
    assert both_true(sooner) == " (it had held it back before it spoke for it)"
    assert both_true(replace(sooner, share=-0.5)) == ""


def test_a_line_is_left_out_with_all_that_stands_under_it() -> None:
    text = "A one\n  b two\n    c three\n  d four\nE five\n  b six\n"
    assert without(text, "b two") == "A one\n  d four\nE five\n  b six\n"
    assert without(text, "A b") == "A one\n  d four\nE five\n  b six\n"
    assert without(text, "E five") == "A one\n  b two\n    c three\n  d four\n"


def test_what_begins_no_line_or_several_is_said_with_what_to_write() -> None:
    text = "A one\n  b two\nE five\n  b six\n"
    with pytest.raises(WithoutError, match="begins 2 lines") as several:
        without(text, "b")
    assert several.value.fix == "write one of `A b two`, `E b six`"
    with pytest.raises(WithoutError, match="begins no line") as none:
        without(text, "b tow")
    assert none.value.fix == "write `b two`"
    with pytest.raises(WithoutError, match="begins 2 lines: `E`") as spaced:
        without("A one\n\nE five\n  b six\n\nF ten\n", "E")
    assert spaced.value.fix == "write one of `E five`, `E b six`", "no empty line is one to leave out"


def test_a_line_cannot_be_left_out_where_it_is_not_plain_what_becomes_of_another() -> None:
    with pytest.raises(WithoutError, match="ANNA wants to wave: strongly") as error:
        parse(WAVING).whatif(1, without=["ANNA may wave"])
    assert error.value.fix == "leave that out as well: `--without 'ANNA wants to wave: strongly'`"


def test_a_quantity_that_is_not_there_is_said() -> None:
    with pytest.raises(VaryError, match=r"ANNA\.wants\.wav"):
        parse(WAVING).whatif(1, {"ANNA.wants.wav": 0.5})


def test_of_an_act_that_both_begin_it_is_said_what_became_of_it(proposal: Scene) -> None:
    event = proposal.perform(2).events[0]
    told = proposal.whatif(2, without_events=[event.t]).told()
    assert "; with the change it is cut short." in " ".join(told.split())
