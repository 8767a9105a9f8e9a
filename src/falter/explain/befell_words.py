"""What is said of what befell somebody: by kind of incident, of whom it befell (`he`, `his` as one says it again), whom and what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from falter.model.people import Person
from falter.narrate.pronouns import PRONOUN_CASES
from falter.performance.event import Incident

BEFELL: Final[dict[str, str]] = {
    "recalls": "{what} came back to {him}",
    "slips": "{who} let {what} slip",
    "notices": "{he} noticed {whom}",
    "arrives": "{who} came in",
    "realises": "{he} came to think: {what}",
    "learns": "{he} came to know {what}",
    "sees through": "{he} saw through the lie, {what}",
    "overhears": "{he} overheard {what}",
    "finds": "{he} found {what}",
    "finds gone": "{he} found {what} gone",
    "freezes": "{he} froze at what {whom} did",
    "thaws": "{he} could move again",
    "catches": "{he} caught the mood about, {what}",
    "probe noticed": "{he} felt {whom} reach into {his} mind",
    "happens": "{what} came about",
    "later": "time passed",
    "in the open": "{he} asked {whom} outright",
}


def befell(one: Incident, told: Mapping[str, str], person: Person | None, by_name: bool = True) -> str:
    """What befell a person, with the names of who, whom and what: `Ben noticed Lottie`, or `he noticed Lottie`."""
    cases = PRONOUN_CASES[person.pronoun if person else "it"]
    he, him = (told["who"], told["who"]) if by_name else (cases["subject"], cases["object"])
    return BEFELL[one.kind].format(**told, he=he, him=him, his=cases["possessive"])
