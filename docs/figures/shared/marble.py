"""Sally and Anne: a marble that is moved while the one who put it away is out, or while she watches."""

from __future__ import annotations

from docs.figures.shared.directed import directed
from falter.performance import Trace
from falter.pipeline import check_scene, compile_scene, read_scene
from falter.tables import columns as at

ROOM = """falter 1
scene The Marble
place a nursery
  mark room
  mark basket, 5 m from room
  mark box, 5 m from room, 10 m from basket
  mark garden, 100 m from room
thing MARBLE "the marble", held by SALLY
SALLY "Sally", she
  at basket
ANNE "Anne", she
  at room
SALLY may put-by "puts the marble in the basket" puts MARBLE in basket
SALLY may go-out "goes out to play" toward garden, 200 m
SALLY may come-back "comes in" toward room, 200 m
SALLY may look "goes to look for her marble" toward MARBLE, 10 m
SALLY may take "puts in her hand" grabs MARBLE
SALLY may wait "waits" to ANNE, again
ANNE may step-up "goes to the basket" toward basket, 10 m
ANNE may take-it "takes the marble" grabs MARBLE
ANNE may cross "crosses the room" toward box, 20 m
ANNE may stash "puts it in the box" puts MARBLE in box
closes at {end} s
"""
PUT = {1.0: "SALLY put-by"}
MOVED = {16.0: "ANNE step-up basket", 20.0: "ANNE take-it", 24.0: "ANNE cross box", 28.0: "ANNE stash"}
FALSE = {4.0: "SALLY go-out garden", 36.0: "SALLY come-back room", 40.0: "SALLY look MARBLE"}
TRUE = {4.0: "SALLY come-back room", 36.0: "SALLY wait ANNE", 40.0: "SALLY look MARBLE"}


def played(scene: str, cues: dict[float, str], end: int) -> Trace:
    """The scene until its end, in s, with these acts and no others."""
    reading = read_scene(scene.replace("{end}", str(end)), "marble.falter")
    return directed(compile_scene(check_scene(reading), reading.places), cues, end)


def spot_of(trace: Trace, one: str, other: str, thing: str, step: int = -1) -> str | None:
    """Where the one takes the other to think the thing is, at the end."""
    tables = trace.tables
    label = f"{one} of {other} {thing}"
    row = [found.label for found in tables.labels["whereabouts"]].index(label)
    state = trace.si(trace.steps - 1 if step < 0 else step)
    spot = state[tables.packed.ti[at.SI_WHEREABOUTS] + row * at.SI_WHEREABOUTS_SIZE + at.WHEREABOUTS_SPOT]
    return tables.labels["spot"][spot].label if spot >= 0 else None
