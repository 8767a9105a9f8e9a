"""What holds of every telling: it never looks ahead, and it never tells what its mind cannot know."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from falter.narrate import prose
from falter.narrate.closeness import beats
from falter.narrate.phrasebook import phrasebook
from falter.narrate.prose import paragraphs
from falter.narrate.teller import begin
from falter.narrate.telling import tell_all
from falter.performance.view import Attended
from tests.unit.narrate.scenes import FERRY, TABLE, scene
from tests.unit.narrate.stage import Stage

SCENES = st.sampled_from([scene(FERRY), scene(TABLE)])
SEEDS = st.integers(0, 10_000)


@settings(max_examples=20, deadline=None)
@given(SCENES, SEEDS, st.integers(0, 200))
def test_the_prose_of_a_prefix_is_a_prefix_of_the_prose(written, seed: int, k: int) -> None:  # type: ignore[no-untyped-def]
    played = Stage(written, seed, seconds=40.0)
    teller = begin(written, seed, written.told.tense, phrasebook(), written.told.close[0].person)
    run = list(beats(played))
    whole = str(paragraphs(tell_all(teller, run)))
    assert whole.startswith(str(paragraphs(tell_all(teller, run[:k]))))


@settings(max_examples=20, deadline=None)
@given(SCENES, SEEDS)
def test_what_cannot_be_known_changes_no_byte(written, seed: int) -> None:  # type: ignore[no-untyped-def]
    played = Stage(written, seed, seconds=40.0)
    pov = written.told.close[0].person
    scrambled = deepcopy(played)
    scrambled.events = tuple(
        event
        if pov in event.heard_by
        else replace(event, move="swallow" if event.inner else event.move, wording=0, cause="nonsense", waited=99.0)
        for event in played.events
    )
    for moment in scrambled.moments:
        for other in (person.id for person in written.people if person.id != pov and not person.away):
            moment.attended[other] = Attended("flee", None)
            moment.conflict[other] = 1.0 - moment.conflict[other]
            moment.leading[other] = (None, 0.0)
            for key in moment.odds:
                if key[0] == other:
                    moment.odds[key] = 1.0 - moment.odds[key]
    assert scrambled.moments != played.moments
    assert str(prose(scrambled, pov=pov)) == str(prose(played, pov=pov))
