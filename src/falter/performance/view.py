"""What one person of a performance can know, and nothing else: the only door between a trace and a teller close to a mind."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from falter.model.scene import Scene
from falter.performance.event import Event, Incident


class Attended(NamedTuple):
    """The motive in mind: its kind (`model.words.MOTIVES`) and its object's id (a person, move, emotion or None)."""

    motive: str
    object: str | None


class Body(NamedTuple):
    """A body: heart beats and breaths a minute, shaking of the hands in [0, 1]."""

    heart: float
    breath: float
    tremor: float


class View(Protocol):
    """What `person` perceives, feels and believes, step by step. Steps run from 0 to `steps - 1`, `dt` s each.

    A view of a prefix of a performance is the prefix of the view.
    """

    scene: Scene
    person: str
    seed: int
    steps: int
    dt: float

    @property
    def events(self) -> tuple[Event, ...]:
        """The acts perceived, own inner moves included, others' never; `heard_by`, `waited` and `cause` of others' acts are blanked
        (`()`, time since the last perceived event, `""`), and `late` unless this one waited. An own act was heard by those noticed."""

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """What befell the person, or others to this one's knowledge, in order of time; `known_to` is blanked.

        A misreading is a reading to him whose it is; how much another is moved by what befell him shows only where it can be perceived.
        """

    def here(self, step: int) -> bool:
        """Is the person in the scene and alive?"""

    def felt(self, step: int, emotion: str) -> float:
        """Own feeling in [0, 1]; emotion as in `model.words.EMOTIONS` or an alias."""

    def body(self, step: int) -> Body:
        """Own heart, breath and hands."""

    def attended(self, step: int) -> Attended:
        """What is in mind."""

    def conflict(self, step: int) -> float:
        """C of the leading act, in [0, 1): `2 min(pro, con) / (pro + con + ½)`, highest when what speaks for and against it are equal.

        It stays below 1, and nears it as both grow.
        """

    def leading(self, step: int) -> tuple[str | None, float]:
        """The move nearest its threshold, and how near, as a share in [0, 1]; (None, 0) when none is open."""

    def odds(self, step: int, wonder: int) -> float:
        """Own belief about `Person.wonders[wonder]`, in [0, 1]: the odds that it is meant, or the strength expected of the tie."""

    def pace(self, step: int) -> float:
        """Felt seconds in a second, at least 1."""

    def felt_time(self, step: int) -> float:
        """s since the start as the person felt them go by."""

    def owes(self, step: int) -> float | None:
        """s for which an answer has been owed, None if none is."""

    def owed(self, step: int) -> float | None:
        """s for which the person has waited for an answer, None if not waiting."""

    def noticed(self, step: int, other: str) -> bool:
        """Does the person know that the other is there?"""

    def distance(self, step: int, other: str) -> float | None:
        """m to someone noticed and here, else None."""

    def shown(self, step: int, other: str, emotion: str) -> float:
        """How much of an emotion the person can see on the other, in [0, 1]; 0 for someone not noticed."""

    def reads(self, step: int, other: str) -> tuple[str | None, float]:
        """The family of feeling believed most in the other (`model.words.FAMILIES`), and how far, in [0, 1].

        (None, 0) for nothing in particular, and for someone whose feelings are not read.
        """

    def gone(self, step: int, other: str) -> bool:
        """Has the other left, as far as the person perceived?"""

    def dead(self, step: int, other: str) -> bool:
        """Is the other dead, as far as the person perceived?"""

    def holds(self, step: int, words: int) -> bool:
        """Does the condition of `Person.words[words]` hold now?"""

    def detail_holds(self, step: int, detail: int) -> bool:
        """Does the condition of `Scene.details[detail]` hold now?"""

    def episode(self, step: int, memory: str) -> Event | None:
        """The act, of those perceived, that a memory laid down in this performance is of; None for one written down."""

    def wearing(self, step: int, other: str, thing: str) -> bool:
        """Is a covering on, as far as the person perceived?"""
