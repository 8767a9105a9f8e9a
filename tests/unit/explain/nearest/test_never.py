"""What an ending waits on that nobody does: all that one way to it asks for, and only where every way waits on something."""

from __future__ import annotations

import pytest

import falter
from falter.explain.nearest.ground import Ground
from falter.explain.nearest.holding import Fresh
from falter.explain.nearest.never import undone

BOAT = """falter 1
scene Boat
place a shore
set dt .5
RUI "the fisher", he
IDA "the girl", she
  wants to call: strongly
RUI may cast-off "casts off" cannot be undone, if 59 s after call
RUI may wave "waves" if 59 s after call
IDA may call "calls" to RUI, once
closes at 1 min
ends gone {when}; else still
"""


@pytest.mark.parametrize(
    ("when", "waits"),
    [
        ("if cast-off and wave", (("cast-off", "wave"),)),
        ("if cast-off or if wave", (("cast-off",), ("wave",))),
        ("if call and cast-off", (("cast-off",),)),
        ("if cast-off and wave or if wave", (("wave",),)),
        ("if call and not wave or if cast-off", ()),
        ("if not wave or if cast-off", ()),
    ],
)
def test_it_waits_on_all_of_one_way_and_on_nothing_where_a_way_waits_on_none(when: str, waits: object) -> None:
    scene = falter.parse(BOAT.format(when=when), "boat.falter")
    found = undone(Ground(scene.model, scene.places, ()), "ending=gone", Fresh("ending=gone", 0.5, 1, 40, 1, lambda _count: None))
    assert found == waits


@pytest.mark.parametrize("word", ["and", "or if"])
def test_it_is_told_whether_both_are_needed_or_either_is_enough(word: str) -> None:
    scene = falter.parse(BOAT.format(when=f"if cast-off {word} wave"), "boat.falter")
    told = scene.smallest("ending=gone", budget=1_000, runs=20).told()
    assert told.endswith(f": it waits on `cast-off` {word[:3].strip()} `wave`, which nobody does as written.\n")
