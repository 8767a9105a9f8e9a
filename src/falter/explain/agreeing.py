"""Verbs that agree with who does it: told of one person first, and put into the plural for a group, and for one called *they*."""

from __future__ import annotations

import re
from typing import Final

from falter.model.scene import Scene
from falter.narrate.pronouns import name

IRREGULAR: Final = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go"}
NO_VERBS: Final = ("always", "perhaps", "this", "as", "less", "his")
QUOTED: Final = re.compile("(“[^”]*”)")
"""What people said stands as they said it."""


def agreeing(text: str, scene: Scene) -> str:
    """The text with verbs put into the plural behind *they* and behind the names of groups; what is quoted is left alone."""
    groups = [name(person) for person in scene.people if person.count > 1]
    subject = re.compile(rf"\b({'|'.join([*map(re.escape, groups), 'they', 'They'])})([ \n](?:rather |not )?)([a-z]+s)\b")
    parts = QUOTED.split(text)
    return "".join(part if part.startswith("“") else subject.sub(_plural, part) for part in parts)


def _plural(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}{plural(found[3])}"


def plural(verb: str) -> str:
    """A verb of the third person, in the plural.

    >>> plural("feels"), plural("was"), plural("watches"), plural("tries")
    ('feel', 'were', 'watch', 'try')
    """
    if verb in IRREGULAR or verb in NO_VERBS:
        return IRREGULAR.get(verb, verb)
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("shes", "ches", "sses", "xes", "zes")) else verb.removesuffix("s")
