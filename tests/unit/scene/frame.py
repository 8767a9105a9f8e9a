"""A small scene to put lines into, and what comes of reading it."""

from __future__ import annotations

from falter.model.scene import Scene
from falter.scene import Reading, read

FRAME = """falter 1
scene The Office
place a room, dark: strongly
  mark door
  mark desk, 6 m from door
KYLO "the knight", he
  at door
HUX "the general", he
  at desk
SNOKE "the leader", he, away
KYLO may strike "brings it down" on HUX, kills
KYLO may light "lights the blade" threatens HUX
"""


def reading(*lines: str) -> Reading:
    """The frame with lines at its end."""
    return read(FRAME + "".join(f"{line}\n" for line in lines), "office.falter")


def scene(*lines: str) -> Scene:
    """The scene of the frame with these lines, which must be without fault."""
    found = reading(*lines)
    assert found.faults.found == []
    assert found.scene is not None
    return found.scene


def codes(*lines: str) -> list[str]:
    """The codes of the faults in these lines, in the order found."""
    return [fault.code for fault in reading(*lines).faults.found]


def told(*lines: str) -> list[tuple[str, str]]:
    """Code and text of each fault in these lines."""
    found = reading(*lines)
    text = found.faults.source.text
    return [(fault.code, text[fault.span.start : fault.span.end] if fault.span else "") for fault in found.faults.found]
