"""Pronouns: who *he* is."""

from __future__ import annotations

import pytest

from falter.model.people import Person
from falter.narrate.discourse import Discourse, Naming, in_speech
from falter.narrate.pronouns import PRONOUN_CASES, epithet, name

HUX = Person(id="HUX", called="the general", pronoun="he")
KYLO = Person(id="KYLO", called="the knight", pronoun="he")
MARA = Person(id="MARA", pronoun="she")
ALL = Discourse(people=(HUX, KYLO, MARA))


def said(discourse: Discourse, subject: str, text: str) -> tuple[str, Discourse]:
    names = Naming(discourse)
    told = f"{names.as_subject(subject)} {names.fill(text)}"
    return told, discourse.told(names.subject, frozenset(names.mentioned))


def test_names() -> None:
    assert epithet(HUX) == "the general"
    assert epithet(MARA) == "Mara"
    assert name(Person(id="FATHER-TWO")) == "Father-Two"
    assert in_speech("Look at {HUX}, {MARA}. {HUX's} hat.", (HUX, MARA)) == "Look at Hux, Mara. Hux's hat."


@pytest.mark.parametrize("pronoun", ["he", "she", "they", "it"])
def test_every_pronoun_has_four_cases(pronoun: str) -> None:
    assert set(PRONOUN_CASES[pronoun]) == {"subject", "object", "possessive", "reflexive"}


def test_two_of_one_pronoun() -> None:
    told, after = said(ALL, "KYLO", "looked at {HUX}")
    assert told == "the knight looked at the general"
    told, after = said(after, "KYLO", "touched {HUX}")
    assert told == "he touched the general", "the subject goes on; the other must be named beside it"
    told, after = said(after.paragraph(), "HUX", "pushed {KYLO} away with {HUX's} hand, and {KYLO} let {HUX}")
    assert told == "the general pushed him away with his hand, and the knight let him"


def test_two_of_two_pronouns() -> None:
    told, after = said(ALL, "MARA", "looked at {HUX}")
    assert told == "Mara looked at the general"
    told, after = said(after, "MARA", "touched {HUX}")
    assert told == "she touched him"
    told, after = said(after.paragraph(), "HUX", "let {MARA}")
    assert told == "he let her"


def test_a_pronoun_is_not_carried_far() -> None:
    _, after = said(ALL, "HUX", "stood")
    far = after.paragraph().told("MARA", frozenset()).paragraph()
    assert said(far, "HUX", "sat")[0] == "the general sat"


def test_oneself() -> None:
    assert said(ALL, "MARA", "looked at {MARA} in the glass, at {MARA's} hands")[0] == "Mara looked at herself in the glass, at her hands"
