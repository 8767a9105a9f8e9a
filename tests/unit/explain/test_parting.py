"""Two performances under the same luck: where they part, and what the one came to of what the other did."""

from __future__ import annotations

from pathlib import Path

import pytest

from falter.api.scene import Scene, load, parse
from falter.explore.varying import VaryError
from falter.model.quantities import quantities
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


def _quantity(scene: Scene) -> dict[str, float]:
    return {name: one.value for name, one in quantities(scene.model).items()}


def test_a_person_who_has_nothing_to_do_with_it_shifts_no_act_of_hers() -> None:
    alone, beside = parse(WAVING).perform(5), parse(WAVING + STRANGER).perform(5)
    hers = [(event.move, event.t) for event in beside.events if event.who == "ANNA"]
    assert hers == [(event.move, event.t) for event in alone.events]


def test_without_what_she_wants_she_does_not_do_it_and_how_near_she_came_is_said() -> None:
    scene = parse(WAVING)
    found = scene.whatif(2, {"ANNA.wants.wave": 0.0})
    having, event, lacking = found.parting.first or pytest.fail("they part")
    assert (having, event.move) == (found.written.trace, "wave")
    assert lacking is found.changed.trace
    missed = found.parting.missed
    assert missed is not None
    assert missed.open
    assert missed.share < 1.0
    assert f"{100 * missed.share:.0f} % of what it takes" in found.told()


def test_up_to_where_they_part_the_same_is_done(proposal: Scene) -> None:
    found = proposal.whatif(2, without=(), values={next(iter(_quantity(proposal))): 0.0})
    parting = found.parting
    left, right = parting.events
    assert all((one.who, one.move) == (other.who, other.move) for one, other in zip(left[: parting.shared], right, strict=False))
    assert parting.t is None or all(event.t <= parting.t + 1.0 for event in left[: parting.shared])
    assert found.record()["shared_acts"] == parting.shared


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
