"""What is said of what befell somebody: by kind of incident, of whom it befell (`he`), whom and what it is about."""

from __future__ import annotations

from typing import Final

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
    "tie moves": "{he} no longer {what} {whom} as before",
}
