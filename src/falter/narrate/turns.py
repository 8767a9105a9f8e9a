"""From a view to the beats of what came about of itself: what happened, and who was seen to come in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from falter.narrate.beats import Arrives, Beat, Happens, Passes

if TYPE_CHECKING:
    from falter.model.people import Arrival
    from falter.model.scene import Scene
    from falter.performance.event import Incident
    from falter.performance.view import View


@dataclass
class Turned:
    """How far one's incidents have been gone through, and whom one saw come in."""

    told: int = 0
    seen: set[str] = field(default_factory=set)


def turns(view: View, turned: Turned, step: int) -> Iterator[Beat]:
    """Beats of what has come about since the last look."""
    incidents = view.incidents
    while turned.told < len(incidents) and incidents[turned.told].t <= step * view.dt:
        incident = incidents[turned.told]
        turned.told += 1
        at = round(incident.t / view.dt)
        if view.here(at):
            yield from _beat(view, turned, incident, at)


def _beat(view: View, turned: Turned, incident: Incident, at: int) -> Iterator[Beat]:
    t, conflict = at * view.dt, view.conflict(at)
    if incident.kind == "happens":
        number = next(i for i, happening in enumerate(view.scene.happenings) if happening.id == incident.what)
        yield Happens(at, t, conflict, number)
    elif incident.kind == "later":
        yield Passes(at, t, conflict, next(i for i, later in enumerate(view.scene.laters) if later.id == incident.what))
    elif incident.kind == "arrives" and incident.who != view.person:
        turned.seen.add(incident.who)
        coming = _coming(view.scene, incident.who, bool(incident.amount))
        yield Arrives(at, t, conflict, incident.who, bool(incident.amount), coming.text if coming else None)


def _coming(scene: Scene, who: str, back: bool) -> Arrival | None:
    """The line that somebody comes in by."""
    if not back:
        return next(person.arrives for person in scene.people if person.id == who)
    return next((move.returns for move in scene.all_moves() if move.returns and (not move.who or who in move.who)), None)
