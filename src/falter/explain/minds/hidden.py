"""What shows of a feeling at a moment, channel by channel, and what keeps the rest from showing: a rule of display, what is worn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from falter.diagnostics.source import Path
from falter.kernel.conditions import alone, held_down, open_channel
from falter.mind.display import shown
from falter.model.words import DISPLAY_CHANNELS, EMOTIONS
from falter.performance.trace import Trace
from falter.tables import columns as at


class Channel(NamedTuple):
    """One channel of display; all in parts of what is felt. `let_be − held − covered` is what shows."""

    name: str
    let_be: float
    """What would show if it were let be, and nothing worn."""
    held: float
    """What is held down of that; below 0 where it is played up."""
    covered: float
    """What is worn hides of what is left."""

    @property
    def shows(self) -> float:
        """What others can see or hear of it."""
        return self.let_be - self.held - self.covered


@dataclass(frozen=True)
class Display:
    """How one person displays one feeling at a step."""

    trace: Trace
    person: str
    emotion: int
    step: int

    @property
    def _row(self) -> int:
        return self.trace.tables.names.person[self.person]

    @property
    def grip(self) -> float:
        """Of the control over display, the share that is exercised: less with strength spent, none when alone."""
        cell = self.trace.tables.packed.ti[at.SF_PERSON] + self._row * at.SF_PERSON_SIZE + at.PERSON_GRIP
        return self.trace.sf(self.step)[cell]

    @property
    def alone(self) -> bool:
        """Does he think himself alone, where nobody holds anything down?"""
        packed = self.trace.tables.packed
        return bool(alone(packed.ti, packed.tf, self.trace.si(self.step), self.trace.sf(self.step), self._row))

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Face, voice, body, hands, breath and gaze."""
        packed = self.trace.tables.packed
        held = held_down(packed.ti, packed.tf, self.trace.sf(self.step), self._row, self.emotion)
        made = []
        for row, name in enumerate(DISPLAY_CHANNELS):
            bare = 1.0 - open_channel(packed.ti, packed.tf, self.trace.si(self.step), self._row, row)
            free, ruled = shown(1.0, row, 0.0, 0.0), shown(1.0, row, held, 0.0)
            made.append(Channel(name, free, free - ruled, ruled - shown(1.0, row, held, bare)))
        return tuple(made)

    @cached_property
    def rule(self) -> Path:
        """The line of the scene that says what is done with its display; () where none does."""
        index = next(row for row, person in enumerate(self.trace.scene.people) if person.id == self.person)
        person, emotions = self.trace.scene.people[index], self.trace.tables.names.emotions
        hides = [("people", index, "hides", one) for one, word in enumerate(person.hides) if emotions[word] == self.emotion]
        others = [("people", index, "shows", one) for one, rule in enumerate(person.shows) if emotions[rule.emotion] == self.emotion]
        return next(iter(hides + others), ())

    @property
    def mask(self) -> str | None:
        """The feeling that is put on in its place."""
        cell = self.trace.tables.packed.ti[at.SI_PERSON] + self._row * at.SI_PERSON_SIZE + at.PERSON_MASKED + self.emotion
        row = self.trace.si(self.step)[cell]
        return list(EMOTIONS)[row] if row >= 0 else None

    @property
    def worn(self) -> tuple[str, ...]:
        """What he wears now that covers anything."""
        packed, state = self.trace.tables.packed, self.trace.si(self.step)
        row = packed.ti[at.TI_PERSON] + self._row * at.TI_PERSON_SIZE
        covers = range(packed.ti[row + at.PERSON_COVERS], packed.ti[row + at.PERSON_COVERS_END])
        on = [cover for cover in covers if state[packed.ti[at.SI_COVER] + cover * at.SI_COVER_SIZE + at.COVER_ON] == 1]
        return tuple(self.trace.tables.labels["cover"][cover].label.split(" ")[1] for cover in on)

    @property
    def slips(self) -> tuple[tuple[float, str], ...]:
        """When it got away from him until now, in s, and on which channel."""
        until, word = self.step * self.trace.dt, list(EMOTIONS)[self.emotion]
        slips = [one for one in self.trace.incidents if one.kind == "slips" and one.who == self.person and one.what == word]
        return tuple((one.t, one.channel or "") for one in slips if one.t <= until)
