"""Pronouns by case, and what the narrator may call a person."""

from __future__ import annotations

from typing import Final, Literal

from falter.model.people import Person

Case = Literal["subject", "object", "possessive", "reflexive"]

PRONOUN_CASES: Final[dict[str, dict[Case, str]]] = {
    "he": {"subject": "he", "object": "him", "possessive": "his", "reflexive": "himself"},
    "she": {"subject": "she", "object": "her", "possessive": "her", "reflexive": "herself"},
    "they": {"subject": "they", "object": "them", "possessive": "their", "reflexive": "themselves"},
    "it": {"subject": "it", "object": "it", "possessive": "its", "reflexive": "itself"},
}


def name(person: Person) -> str:
    """A person's name, from the id: `FATHER-TWO` is told as *Father-Two*."""
    return "-".join(part.capitalize() for part in person.id.replace("_", "-").split("-"))


def epithet(person: Person) -> str:
    """What the narrator calls a person where a pronoun will not do: the scene's `called`, or the name."""
    return person.called or name(person)


def several(person: Person) -> bool:
    """Is this more than one, so that the verb behind the name stands in the plural: a group, or *they* who are called by a plural?"""
    return person.count > 1 or (person.pronoun == "they" and (person.called or "").endswith("s"))


def possessive(noun: str) -> str:
    """*the knight's*, *the Jones'*.

    >>> possessive("the knight"), possessive("the guards")
    ("the knight's", "the guards'")
    """
    return noun + ("'" if noun.endswith("s") and noun.islower() else "'s")
