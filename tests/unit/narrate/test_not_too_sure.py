"""What is made of another is told as sure as it is believed, as strong as it shows, and of a blank face not at all."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from falter.model.people import Words
from falter.narrate.beats import Befalls, Remains
from falter.narrate.befalling import Befallen, befallings
from falter.narrate.learning import learnings
from falter.narrate.phrasebook import EVERY, phrasebook
from falter.performance.event import Incident
from tests.unit.narrate.test_telling import sentences, stage


def looking(shown: float, *read: tuple[str, float]) -> list[Befalls]:
    """The beats of readings of WIT by ODA, of these families and this sure, of a face that shows so much."""
    me = stage("ferry", 0).scene.people[0]
    incidents = tuple(Incident(i, 5.0 + i, "reads", "ODA", "WIT", what, (), sure) for i, (what, sure) in enumerate(read))
    view = SimpleNamespace(
        person="ODA", dt=0.1, incidents=incidents, shown=lambda *_: shown, holds=lambda *_: False, conflict=lambda _: 0.5, scene=None
    )
    return list(befallings(cast(Any, view), me, Befallen(), 0.0, 400))


def kinds(beat: Befalls) -> set[str]:
    return {sentence.origin.split("/")[1] for seed in range(EVERY) for sentence in sentences(stage("ferry", seed), beat)}


def test_of_a_blank_face_nothing_is_told() -> None:
    assert looking(0.05, ("anger", 0.95)) == []
    assert len(looking(0.2, ("anger", 0.95))) == 1


@pytest.mark.parametrize(
    ("shown", "sure", "found"),
    [
        (0.8, 0.95, {"seen", "seen-anger"}),
        (0.2, 0.95, {"traces"}),
        (0.8, 0.7, {"seems", "seems-anger"}),
        (0.2, 0.7, {"seems", "seems-anger"}),
    ],
)
def test_it_is_told_as_sure_as_it_is_believed_and_as_strong_as_it_shows(shown: float, sure: float, found: set[str]) -> None:
    (beat,) = looking(shown, ("anger", sure))
    assert kinds(beat) == found


@pytest.mark.parametrize(("sure", "found"), [(0.95, "seen-anew"), (0.7, "seems-anew")])
def test_a_second_reading_is_hedged_where_it_is_not_sure(sure: float, found: str) -> None:
    _, beat = looking(0.8, ("sadness", 0.7), ("anger", sure))
    assert found in kinds(beat)
    assert not {"seen-anew", "seems-anew"} - {found} & kinds(beat)
    for seed in range(EVERY):
        for sentence in sentences(stage("ferry", seed), beat):
            assert "grief" not in sentence.text or sentence.origin.startswith(f"phrasebook/{found}/")


def test_gladness_taken_for_tenderness_is_no_news() -> None:
    assert len(looking(0.8, ("tenderness", 0.95), ("joy", 0.95))) == 1
    assert len(looking(0.8, ("tenderness", 0.95), ("anger", 0.95))) == 2


def test_the_author_s_own_line_about_such_a_face_is_left_to_say_it() -> None:
    """The ferrywoman has a line for when the boy shows grief, and none for anger."""
    (grief,) = looking(0.8, ("sadness", 0.95))
    assert kinds(grief) == set()
    assert any(isinstance(line, Words) and line.kind == "sees" for line in stage("ferry", 0).scene.people[0].words)


def test_nobody_is_named_in_a_thought_of_his_own() -> None:
    """*The boy loved her*: it is the ferrywoman who thinks it."""
    texts = []
    for seed in range(EVERY):
        for level in ("flat", "seems"):
            for ended in (False, True):
                beat = Remains(100, 10.0, 0.5, 1, cast(Any, level), False, ended, ())
                texts += [sentence.text for sentence in sentences(stage("ferry", seed), beat)]
    assert len(texts) > EVERY / 4
    assert all("ferrywoman" not in text.lower() and "her" in text for text in texts), texts


def test_a_lie_about_what_one_knows_is_no_discovery() -> None:
    incident = Incident(0, 5.0, "sees through", "ODA", "WIT", "sent", (), 0.0)
    view = cast(Any, SimpleNamespace(incidents=(incident,), dt=0.1, holds=lambda *_: False, conflict=lambda _: 0.5))
    me = stage("ferry", 0).scene.people[0]
    assert len(list(learnings(view, me, 52, 5))) == 1
    assert list(learnings(view, me.model_copy(update={"knows": ("sent",)}), 52, 5)) == []


def test_the_words_for_little_are_not_the_words_for_much() -> None:
    much, little = phrasebook()["what-is-felt"], phrasebook()["what-is-felt-faintly"]
    assert set(much) == set(little)
    assert not set(much.values()) & set(little.values())
