"""One level further down, and what is said of a lie, of what was misread or overheard; and why something was never open, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from falter.api.run import Run
from falter.api.scene import load, parse
from falter.explain.acts.deeper import deeper
from falter.explain.acts.heading import took_so_much
from falter.explain.acts.recalled import cue_of
from falter.explain.acts.threshold import Factor, Taken
from falter.explain.wording import Wording
from falter.kernel.conditions import TORN
from falter.tables import columns as at
from tests.laws.planted.shape import CALM, HEAD
from tests.unit.explain.test_deciding import SCENES, explained


def run_of(body: str, seed: int = 1) -> Run:
    return parse(HEAD + CALM + body).perform(seed)


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("a memory that angers", "cue", "brought on by Ben being there"),
        pytest.param("an insult that angers", "act", "first of all his wish to insult", marks=pytest.mark.slow),
        ("what he takes up is for the wood", "shown", "most of all by this: Ben takes up the axe"),
        pytest.param("a threat that is none", "shown", "as she had thought from the start", marks=pytest.mark.slow),
    ],
)
def test_what_was_behind_a_cause_is_told_where_all_is_asked_for(name: str, kind: str, told: str) -> None:
    performed = [parse(SCENES[name].text).perform(seed) for seed in (2, 3)]
    runs = [one for one in performed if SCENES[name].act.split()[1] in [event.move for event in one.events]]
    found = [each for one in runs for why in [one.why(SCENES[name].act)] for each in deeper(why.why, Wording(one.trace, "ANNA"))]
    assert any(each.kind == kind and each.told.startswith(told) for each in found), [each.told for each in found]
    assert any(told in one.why(SCENES[name].act).told(everything=True) for one in runs)
    assert all("and behind that" not in one.why(SCENES[name].act).told() for one in runs)


def test_as_values_it_is_there_where_all_is_asked_for() -> None:
    one = explained("a memory that angers")
    assert one.record()["deeper"] is None
    record = one.record(everything=True)
    assert record["deeper"][0]["what"] == "person BEN"
    assert record["deeper"][0]["cause"] in [each["cause"] for each in record["causes"]]


REMINDED = """ANNA "the girl", she
  remembers fair "Somebody [laughs]." with BEN, feels joy, woken by {cue}
  wants to wait: wholly
BEN "the boy", he
  wants to call: wholly
BEN may call to ANNA, again
  says "Are you coming in, or shall I shut the door?"
BEN may nod "nods" to ANNA, once
ANNA may wait "waits" again
closes at 1 min
set recall_rate 2
set recall_threshold -3
"""


@pytest.mark.parametrize(("cue", "kind", "move"), [("voice", "voice", "call"), ("call", "move", "call")])
def test_a_memory_was_brought_on_by_the_act_that_was_its_cue(cue: str, kind: str, move: str) -> None:
    trace = run_of(REMINDED.format(cue=cue)).trace
    recalls = [one for one in trace.incidents if one.kind == "recalls"]
    assert recalls
    found = cue_of(trace, recalls[0])
    assert found.kind == kind
    event = trace.events[found.cause[1]]
    assert (event.who, event.move) == ("BEN", move)
    assert event.lands <= recalls[0].t


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a lie believed", "which was a lie, and she believed it"),
        ("a word not meant for her", "and was overheard"),
        ("a face that is put on", "she saw sadness in Ben that was not there"),
        ("what he takes up is for the wood", "she thought that Ben meant to strike, which was not so"),
    ],
)
def test_of_a_lie_and_of_what_was_misread_it_is_said(name: str, told: str) -> None:
    assert told in " ".join(explained(name, 2).told().split())


def test_what_was_true_is_not_called_a_lie_nor_misread() -> None:
    for name in ("the truth", "a threat that is one"):
        told = explained(name, 2).told()
        assert "a lie" not in told and "which was not so" not in told


SHUT = """ANNA "the girl", she
BEN "the boy", he
  wants to call: wholly
BEN may call "calls" to ANNA, once
ANNA may sing "sings" once, if frozen
ANNA may speak to BEN, once
  says "Then go." if frozen
part after sing
  ANNA may rest "rests" once
closes at 1 min
"""


@pytest.mark.parametrize(
    ("move", "told"),
    [
        ("speak", "`frozen` never held (line 16)"),
        ("rest", "its part was not open (line 17)"),
    ],
)
def test_what_kept_it_shut_is_named_with_its_line(move: str, told: str) -> None:
    found = run_of(SHUT).why_not(move)
    assert told in found.told()
    assert found.record()["shut_by"]


def test_what_the_author_closed_is_said_with_its_line() -> None:
    body = """ANNA "the girl", she
  wants to sing: somewhat
ANNA may sing "sings" once
happens bell "A bell [rings]." in 3 s
never sing after bell
closes at 20 s
set theta0 9
"""
    assert "From 0:03.0 on the author had closed it (line 14)." in " ".join(run_of(body).why_not("sing").told().split())


def test_what_was_behind_is_said_with_what_was_nearer_and_what_it_took() -> None:
    body = """ANNA "the girl", she
  wants to go: barely
  wants to sit: strongly
BEN "the boy", he
ANNA may go "goes" cannot be undone
ANNA may sit "sits" again
closes at 20 s
set theta0 9
"""
    told = " ".join(run_of(body).why_not("go").told().split())
    assert "She was nearer then to something else, sit." in told
    assert "It cannot be undone, and she was not of one mind: it took" in told


def test_who_was_torn_as_a_line_takes_the_word_is_said_to_have_been() -> None:
    trace = run_of('ANNA "the girl", she\nANNA may sing "sings" once\ncloses at 9 s\n').trace
    wording = Wording(trace, "ANNA")
    for conflict, told in ((TORN - 0.01, "She was not of one mind"), (TORN, "She was torn over it")):
        taken = Taken(1.0, (Factor(("torn", -1), 1.0 + trace.tables.packed.tf[at.K_KAPPA_C] * conflict),), 1e9)
        assert next(took_so_much(taken, trace, wording, lambda _path: "")).startswith(f"{told}: it took ")


def test_what_somebody_would_know_or_hide_of_a_fact_is_told_in_the_authors_words() -> None:
    wording = Wording(load(Path(__file__).parents[3] / "scenes" / "the-broken-vase.falter").perform(1).trace, "TOM")
    assert wording.labelled("know cat-broke") == "wanting to know if it is so: “The cat broke the vase”"
    assert wording.labelled("secrecy tom-broke") == "keeping “Tom broke the vase” hidden"
    assert wording.labelled("know LOTTIE") == "wanting to know of Lottie"
