"""What is said of what befell somebody: by kind of incident, of whom it befell (`he`, `his` as one says it again), whom and what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from falter.model.people import Person
from falter.narrate.pronouns import PRONOUN_CASES, possessive
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
    "touched": "{he} was touched by {whom}",
    "freezes": "{he} froze at what {whom} did",
    "thaws": "{he} could move again",
    "catches": "{he} caught the mood about, {what}",
    "probe noticed": "{he} felt {whom} reach into {his} mind",
    "happens": "{what} came about",
    "later": "time passed",
    "in the open": "{he} asked {whom} outright",
    "tie moves": "{whose} {what} {whom} {moved}",
}
TIE_NOUNS: Final[dict[str, str]] = {
    "loves": "love of",
    "hates": "hatred of",
    "hurt by": "hurt at",
    "fears": "fear of",
    "respects": "respect for",
    "owes": "debt to",
    "trusts": "trust in",
    "familiar with": "familiarity with",
}


def befell(one: Incident, told: Mapping[str, str], person: Person | None, by_name: bool = True) -> str:
    """What befell a person, with the names of who, whom and what: `Ben noticed Lottie`, or `he noticed Lottie`; `his love of Nora grew`."""
    moved = {"what": TIE_NOUNS[one.what or ""], "moved": "grew" if one.amount > 0.0 else "lessened"} if one.kind == "tie moves" else {}
    cases = PRONOUN_CASES[person.pronoun if person else "it"]
    his, who = cases["possessive"], told["who"]
    he, him, whose = (who, who, possessive(who)) if by_name else (cases["subject"], cases["object"], his)
    return BEFELL[one.kind].format(**{**told, **moved}, he=he, him=him, his=his, whose=whose)
