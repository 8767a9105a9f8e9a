"""What a scene with a planted cause is."""

from __future__ import annotations

from typing import NamedTuple

from tests.performing import without

HEAD = """falter 1
scene Planted
place a yard
set dt .25
"""
CALM = without("coping", "leak", "missed acts", "ambient mood")
"""No slips, nothing missed, no ways of coping of one's own: what is planted stands alone."""


class Planted(NamedTuple):
    """A small scene in which it is known why something is done."""

    name: str
    cause: str
    """As `explain.first` calls it."""
    act: str
    text: str
    bare: str
    """The same scene without the cause."""


def planted(name: str, cause: str, act: str, body: str, *less: tuple[str, str], head: str = HEAD + CALM) -> Planted:
    """A scene, and the scene with some of its text replaced, so that the cause is gone."""
    bare = body
    for old, new in less:
        assert bare.count(old) == 1, (name, old)
        bare = bare.replace(old, new)
    return Planted(name, cause, act, head + body, head + bare)
