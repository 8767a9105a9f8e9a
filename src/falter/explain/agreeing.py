"""Verbs of our own sentences that agree with who does it: of one person first, and in the plural for a group, and for one called *they*.

What was done agrees by itself (`beat_words`).
"""

from __future__ import annotations

import re
from typing import Final

from falter.model.scene import Scene
from falter.narrate.pronouns import name, several
from falter.text.inflect import inflect

QUOTED: Final = re.compile("(“[^”]*”)")
"""What people said stands as they said it."""


def agreeing(text: str, scene: Scene) -> str:
    """The text with verbs put into the plural behind *they* and behind the names of groups; what is quoted is left alone."""
    groups = [name(person) for person in scene.people if several(person)]
    subject = re.compile(rf"\b((?:{'|'.join([*map(re.escape, groups), 'they', 'They'])})[ \n](?:rather |not )?)([a-z]+s)\b")
    parts = QUOTED.split(text)
    return "".join(part if part.startswith("“") else subject.sub(_plural, part) for part in parts)


def _plural(found: re.Match[str]) -> str:
    verb = found[2]
    return found[1] + ("were" if verb == "was" else inflect(verb, "present", plural=True) or verb)
