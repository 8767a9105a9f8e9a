"""Verbs: tables of forms a reader can check against a dictionary."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falter.text.inflect import base, conjugate, inflect, left_in_the_present, marked_only, uninflectable
from falter.text.irregular import IRREGULAR

PAST = {
    "goes": "went", "says": "said", "does": "did", "has": "had", "is": "was", "lies": "lay", "lays": "laid",
    "ties": "tied", "tries": "tried", "plays": "played", "stops": "stopped", "looks": "looked", "waits": "waited",
    "opens": "opened", "admits": "admitted", "prefers": "preferred", "travels": "travelled", "reveals": "revealed",
    "quits": "quit", "equips": "equipped", "kneels": "knelt", "leaps": "leapt", "puts": "put", "lets": "let",
    "reads": "read", "hurries": "hurried", "catches": "caught", "watches": "watched", "passes": "passed",
    "focuses": "focused", "fixes": "fixed", "echoes": "echoed", "aches": "ached", "frees": "freed",
    "picnics": "picnicked", "withdraws": "withdrew", "shows": "showed", "cannot": "could not", "will": "would",
    "must": "had to", "doesn't": "didn't", "isn't": "wasn't", "unfastens": "unfastened", "fastens": "fastened",
    "steadies": "steadied", "forgets": "forgot", "strides": "strode", "swallows": "swallowed", "offers": "offered",
    "half-rises": "half-rose", "bows": "bowed", "hums": "hummed", "buttons": "buttoned", "quarrels": "quarrelled",
    "shrugs": "shrugged", "listens": "listened", "sets": "set", "gets": "got", "dies": "died", "whispers": "whispered",
    "murmurs": "murmured", "grips": "gripped",
}  # fmt: skip

GERUND = {
    "stops": "stopping", "goes": "going", "dies": "dying", "takes": "taking", "sees": "seeing", "is": "being",
    "begins": "beginning", "opens": "opening", "puts": "putting", "comes": "coming", "singes": "singeing",
    "kneels": "kneeling", "lies": "lying", "has": "having",
}  # fmt: skip

TEXTS = {
    "turns and goes": "turned and went",
    "gets up and [goes]": "got up and went",
    "looks up and [says] nothing": "looked up and said nothing",
    "slowly turns and then goes out": "slowly turned and then went out",
    "does not move": "did not move",
    "takes bread and leaves on the plate": "took bread and leaves on the plate",
    "[hastes=hasted] away": "hasted away",
    "finds that he [is] there": "found that he was there",
    "bends, straightens, and walks": "bent, straightened, and walked",
    "waits, hands folded, and listens": "waited, hands folded, and listens",
    "waits, arms, legs, all of him still": "waited, arms, legs, all of him still",
    "counts, and [loses] the count": "counted, and lost the count",
    "stands": "stood",
}


@pytest.mark.parametrize(("present", "past"), PAST.items())
def test_past(present: str, past: str) -> None:
    assert inflect(present, "past") == past


@pytest.mark.parametrize(("present", "gerund"), GERUND.items())
def test_gerund(present: str, gerund: str) -> None:
    assert inflect(present, "gerund") == gerund


@pytest.mark.parametrize(("present", "past"), TEXTS.items())
def test_text(present: str, past: str) -> None:
    assert conjugate(present, "past") == past


def test_other_forms_of_a_text() -> None:
    assert conjugate("brings it down", "base") == "bring it down"
    assert conjugate("brings it down", "gerund") == "bringing it down"
    assert conjugate("brings it down", "participle") == "brought it down"
    assert conjugate("brings it down", "present") == "brings it down"


def test_agreement_with_they() -> None:
    assert conjugate("turns and goes", "present", plural=True) == "turn and go"
    assert conjugate("is here", "past", plural=True) == "were here"
    assert marked_only("They [have=had] gone and nobody [knows].", "past") == "They had gone and nobody knew."


def test_every_irregular_verb_is_told_as_the_table_says() -> None:
    assert len(IRREGULAR) >= 200
    for verb, row in IRREGULAR.items():
        third = {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(verb)
        third = third or (
            verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + ("es" if verb[-2:] in ("sh", "ch") else "s")
        )
        assert (base(third), inflect(third, "past")) == (verb, row.past), third


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("turns and goes", []),
        ("{turns|goes} away", []),
        ("{&turns|go} away", ["go"]),
        ("bring it down", ["bring"]),
        ("his hand falls", ["his"]),
        ("moving off", ["moving"]),
        ("turns, [went] out", ["went"]),
        ("[hastes=hasted] off, [went=went] out", []),
        ("{!laughs}", []),
        ("42", ["42"]),
    ],
)
def test_what_cannot_be_inflected(text: str, found: list[str]) -> None:
    assert uninflectable(text) == found


@given(st.text())
def test_any_text_is_judged_and_none_breaks_it(text: str) -> None:
    assert isinstance(uninflectable(text), list)
    assert isinstance(conjugate(text, "past"), str)


def test_it_starts_without_the_arithmetic() -> None:
    code = "import sys, falter.text.inflect; print('numpy' in sys.modules, 'rich' in sys.modules)"
    path = os.pathsep.join(sys.path)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": path})
    assert done.stdout.split() == ["False", "False"]


LEFT = {
    "moves the salt and laughs": ["laughs"],
    "sits down across from him, and moves the salt": ["moves"],
    "bends, straightens and walks": ["straightens"],
    "crosses his arms and laughs": ["laughs"],
    "turns, picks up the cup, laughs": ["picks", "laughs"],
    "{lifts a hand|moves the salt and laughs}": ["laughs"],
    "moves the salt and [laughs]": [],
    "takes bread and leaves on the plate": [],
    "opens doors and shutters": [],
    "waits, hands folded": [],
    "counts sheep, goats, cows": [],
    "looks up, as one does who has stood there, and has been forgotten": [],
    "turns and goes": [],
}


@pytest.mark.parametrize(("text", "words"), LEFT.items())
def test_a_verb_that_nothing_inflects_is_seen(text: str, words: list[str]) -> None:
    assert left_in_the_present(text) == words
