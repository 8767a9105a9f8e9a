"""The performance as plain values, for programs: what `--as json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from falter.narrate.script import wording_of
from falter.narrate.variants import vary

if TYPE_CHECKING:
    from falter.narrate.performed import Performed
    from falter.performance.event import Event


def as_json(trace: Performed) -> dict[str, Any]:
    """Scene, seed, ending, length in s, and every act in order of its beginning."""
    return {
        "scene": trace.scene.title,
        "seed": trace.seed,
        "ending": trace.ending,
        "seconds": round(trace.seconds, 3),
        "events": [_event(trace, event) for event in sorted(trace.events, key=lambda event: (event.t, event.index))],
    }


def _event(trace: Performed, event: Event) -> dict[str, Any]:
    wording = wording_of(trace.scene, event)
    return {
        "t": round(event.t, 3),
        "lands": round(event.lands, 3),
        "ends": round(event.ends, 3),
        "who": event.who,
        "move": event.move,
        "to": event.to,
        "text": vary(wording.text, event.use, trace.seed, event.text_id),
        "said": wording.kind == "says",
        "tone": wording.tone,
        "id": event.text_id,
        "inner": event.inner,
        "cut": event.cut,
        "late": event.late,
        "heard_by": list(event.heard_by),
        "waited": round(event.waited, 3),
        "cause": event.cause,
    }
