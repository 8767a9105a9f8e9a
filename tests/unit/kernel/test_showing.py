"""What shows, channel by channel: hiding, coverings, being alone, and what holding down costs."""

from __future__ import annotations

import pytest

from falter.kernel.showing import CONTROLLED, shown_on
from falter.mind.display import CONTROL, EXPRESSION
from falter.model.looks import LOOKS
from falter.model.words import EMOTIONS, FAMILIES
from falter.performance import Trace, perform
from falter.tables import columns as at
from tests.performing import float_at, row_of, tables_of

SCENE = """falter 1
scene The Wake
place a room
  mark door
  mark chair, 2 m from door
ANNA "the widow", she
  at door
  mood {mood}
  copes by nothing
  {line}
BEN "the brother", he
  at {where}
ANNA may nod "nods" to BEN, once
closes at 1 min
"""
FACE, HANDS, BREATH = at.ON_FACE, at.ON_HANDS, at.ON_BREATH


def wake(line: str = "tempo even", mood: str = "fear: strongly", where: str = "chair") -> Trace:
    return perform(tables_of(SCENE.format(line=line, mood=mood, where=where)), 1)


def shows(trace: Trace, step: int, channel: int, family: int = at.SHOWS_FEAR) -> float:
    packed = trace.tables.packed
    return shown_on(packed.ti, packed.tf, trace.si(step), trace.sf(step), row_of(trace.tables, "person", "ANNA"), channel, family)


def test_every_emotion_looks_like_something() -> None:
    assert set(LOOKS) == set(EMOTIONS)
    assert all(looks and set(looks) <= set(FAMILIES) for looks in LOOKS.values())
    assert all(0.0 < much <= 1.0 for looks in LOOKS.values() for much in looks.values())


def test_what_there_is_to_control() -> None:
    assert pytest.approx(sum(out * held for out, held in zip(EXPRESSION, CONTROL, strict=True))) == CONTROLLED


def test_a_feeling_let_be_shows_by_its_channel() -> None:
    trace = wake()
    for channel, out in enumerate(EXPRESSION):
        assert shows(trace, 1, channel) == pytest.approx(0.7 * out)
    assert shows(trace, 1, FACE, at.SHOWS_JOY) == 0.0


def test_hidden_it_leaves_the_face_before_the_breath() -> None:
    trace = wake("hides fear")
    assert shows(trace, 1, FACE) == pytest.approx(0.7 * 0.9 * 0.1, rel=0.15)  # a second of effort has told already
    assert shows(trace, 1, BREATH) == pytest.approx(0.7 * 0.5 * 0.8, rel=0.05)


def test_a_covering_takes_its_share_of_its_channel() -> None:
    trace = wake("wears veil over face wholly")
    assert shows(trace, 1, FACE) == pytest.approx(0.7 * 0.9 * 0.05)
    assert shows(trace, 1, HANDS) == pytest.approx(0.7 * 0.5)


def test_holding_down_costs_and_letting_be_does_not() -> None:
    assert float_at(wake("hides fear"), 1, "person", "ANNA", "EFFORT") == pytest.approx(0.7)
    assert float_at(wake("hides fear"), 599, "person", "ANNA", "RESERVE") < 0.75
    assert float_at(wake(), 599, "person", "ANNA", "RESERVE") == 1.0


def test_with_the_reserve_low_more_leaks() -> None:
    trace = wake("hides fear")
    assert shows(trace, 599, FACE) > 1.5 * shows(trace, 1, FACE)
    assert float_at(trace, 599, "feeling", "ANNA fear", "FELT") == pytest.approx(0.7)


FAR = SCENE.replace("  mark door\n", "  mark door\n  mark hill, 900 m from door\n")
LINE = FAR.replace('ANNA "the widow"', 'link wire, door to hill, carries voice\nANNA "the widow"')


@pytest.mark.parametrize(("text", "where", "held"), [(FAR, "hill", False), (FAR, "chair", True), (LINE, "hill", True)])
def test_company_is_who_could_see_or_hear_one(text: str, where: str, held: bool) -> None:
    """Nine hundred metres off nobody is; on an open line he is as good as there, though all that comes through is the voice."""
    trace = perform(tables_of(text.format(line="hides fear", mood="fear: strongly", where=where)), 1)
    assert trace.view("ANNA").noticed(0, "BEN")
    assert (float_at(trace, 1, "person", "ANNA", "EFFORT") > 0.0) == held
    assert (shows(trace, 1, FACE) < 0.2) == held
