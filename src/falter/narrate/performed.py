"""What a telling needs of a trace. The narrator of prose reads views alone; the other forms may read every act."""

from __future__ import annotations

from typing import Protocol

from falter.model.scene import Scene
from falter.performance.event import Event, Incident
from falter.performance.view import View


class Performed(Protocol):
    """One performance, done or so far."""

    @property
    def scene(self) -> Scene: ...

    @property
    def seed(self) -> int: ...
    @property
    def run(self) -> int: ...

    @property
    def ending(self) -> str: ...

    @property
    def passed_over(self) -> int: ...

    @property
    def seconds(self) -> float:
        """Its length, in s of story time."""

    @property
    def events(self) -> tuple[Event, ...]: ...

    @property
    def incidents(self) -> tuple[Incident, ...]: ...

    def view(self, person: str) -> View:
        """What this person can know of it."""
