"""What is said of what befell somebody: by kind of incident, of whom it befell (`he`), whom and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
    "catches": "{he} caught the mood about, {what}",
    "probe noticed": "{he} felt {whom} reach into {his} mind",
    "happens": "{what} came about",
    "later": "time passed",
    "in the open": "it was asked outright",
    "tie moves": "{his} {what} {whom} {moved}",
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


def befell(one: Incident, told: Mapping[str, str], pronouns: Mapping[str, str]) -> str:
    """What befell somebody, with the names of who, whom and what, and his pronouns: `he noticed Lottie`; `his love of Nora grew`."""
    moved = {"what": TIE_NOUNS[one.what or ""], "moved": "grew" if one.amount > 0.0 else "lessened"} if one.kind == "tie moves" else {}
    return BEFELL.get(one.kind, one.kind).format(**{**told, **moved}, **pronouns)
