"""The order in which acts are told: by when they began. Speech is heard from its first word, and told when its last one is known.

What was done, or came about, while someone was speaking waits until his words are told, and with it all that came of it. Never looks
ahead: that somebody speaks is known when he begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from falter.narrate.beats import Acts, Arrives, Beat, Happens, Passes
from falter.narrate.moves import is_spoken
from falter.narrate.reaching import told_step

if TYPE_CHECKING:
    from falter.performance.event import Event
    from falter.performance.view import View

HAIR: Final = 1e-9
NEVER: Final = 1 << 60


@dataclass
class Floor:
    """The speech that was perceived, what of it has been told, and what waits for the rest."""

    view: View
    speeches: list[Event]
    told: set[int] = field(default_factory=set)
    waiting: list[Beat] = field(default_factory=list)

    def waits(self, beat: Beat, at: int) -> bool:
        """Had somebody begun to speak before this was begun, whose words are still to be told at step `at`?

        A thought waits for nobody, nor a gesture for its doer's own words: they are told gesture first.
        """
        if not isinstance(beat, Acts | Arrives | Happens | Passes) or (isinstance(beat, Acts) and beat.act.inner):
            return False
        doer, began = (beat.act.who, beat.act.t - HAIR) if isinstance(beat, Acts) else ("", beat.t - HAIR)
        before = (event for event in self.speeches if event.t < began and event.who != doer)
        return any(event.index not in self.told and told_step(event, self.view.dt) >= at for event in before)

    def released(self, at: int) -> Iterator[Beat]:
        """What waits no longer: what comes before all that waits, and speech that was begun before it."""
        while (place := self._next(at)) is not None:
            beat = self.waiting.pop(place)
            if isinstance(beat, Acts):
                self.told.add(beat.act.index)
            yield beat

    def _next(self, at: int) -> int | None:
        for place, beat in enumerate(self.waiting):
            if (place == 0 or isinstance(beat, Acts)) and not self.waits(beat, at):
                return place
        return None


def in_order(view: View, beats: Iterator[Beat], until: int | None) -> Iterator[Beat]:
    """The beats up to step `until`, if it is given, each act behind the speech that was under way when it began.

    Where the telling leaves this mind, what still waits is told first; what waits for words that are not over at the end of a view is not
    told yet.
    """
    floor = Floor(view, [event for event in view.events if is_spoken(view.scene, event)])
    now = 0
    for beat in beats:
        if until is not None and beat.step >= until:
            break
        now = max(now, beat.step)
        floor.waiting.append(beat)
        yield from floor.released(now)
    yield from floor.released(view.steps if until is None else NEVER)
