"""The scene: the one model behind text, YAML, JSON and the Python builder."""

from __future__ import annotations

from typing import Final, Literal

from falter.model.conditions import Condition
from falter.model.moves import Meant, Move
from falter.model.people import Person
from falter.model.record import Metres, Name, Record, Seconds, Strength


class Reach(Record):
    """`6 m from door`."""

    metres: Metres
    mark: str


class Mark(Record):
    """`mark desk "the desk", 6 m from door`."""

    id: Name
    called: str | None = None
    reaches: tuple[Reach, ...] = ()


class Place(Record):
    """`place an office at night, dark: strongly`. `dark` in [0, 1]: 0 is day."""

    text: str
    dark: Strength = 0.0
    marks: tuple[Mark, ...] = ()


class Close(Record):
    """`close to HUX from light`: whose mind the telling keeps to, from which act on (None: the start)."""

    person: str
    after: str | None = None


class Elision(Record):
    """`strike elided "Afterwards,"`: the act itself is not told."""

    move: str
    text: str | None = None


class Told(Record):
    """`told close to KYLO, past; close to HUX from light; strike elided "Afterwards,"`."""

    close: tuple[Close, ...] = ()
    tense: Literal["past", "present"] = "past"
    elided: tuple[Elision, ...] = ()


class Detail(Record):
    """`detail papers "Reports lay in drifts." again "…" last "…"`: a thing the narrator may look at; it comes back altered."""

    id: Name
    first: str
    again: tuple[str, ...] = ()
    last: str | None = None
    when: Condition = Condition()


class Thing(Record):
    """`thing VASE "the vase", on hall-table`; `held by ANNA` (`preposition` "held by")."""

    id: Name
    called: str | None = None
    preposition: str | None = None
    where: str | None = None


class Link(Record):
    """`link phone, van to bank, closed, carries voice, breath somewhat`."""

    id: Name
    between: tuple[str, str]
    closed: bool = False
    """At the start."""
    carries: tuple[tuple[str, Strength], ...]


class Fact(Record):
    """`fact broke "Tom broke the vase", true`."""

    id: Name
    text: str
    true: bool = True


class Happening(Record):
    """`happens lights "White light [fills] the windows." in 4..9 min, dark: barely`, or `when lull 20 s`."""

    id: Name
    text: str
    at: str | None = None
    """The mark it is at; who is too far from it perceives nothing. None: everybody in the scene does."""
    earliest: Seconds | None = None
    latest: Seconds | None = None
    when: Condition | None = None
    dark: Strength | None = None
    """Darkness from then on."""
    means: tuple[Meant, ...] = ()


class Later(Record):
    """`later 20 min "Toward four," after hang-up`, or `when alone`; without either it comes in a lull."""

    id: Name = "later"
    passes: Seconds
    text: str | None = None
    after: str | None = None
    when: Condition | None = None


class Part(Record):
    """`part after strike`, `part roof after hang-up`: moves that open once the act is done. The others close, but for those of `anyone`."""

    id: Name | None = None
    after: str
    moves: tuple[Move, ...] = ()


class Never(Record):
    """`never kiss after strike`."""

    move: str
    after: str


class Must(Record):
    """`must unmask before strike`, `must unmask`."""

    move: str
    before: str | None = None


class Closing(Record):
    """One way the performance closes: `30 s after strike` (`after` and `seconds`), `when KYLO gone` (`when`) or `at 12 min` (`at`)."""

    after: str | None = None
    seconds: Seconds | None = None
    when: Condition | None = None
    at: Seconds | None = None


class Ending(Record):
    """`ends killed if HUX dead`; the one without a condition is the `else`."""

    name: Name
    when: Condition = Condition()


class Expectation(Record):
    """`expect killed 30..70 %` (an ending), `expect every move performed` (`ending` None)."""

    ending: str | None = None
    least: float = 0.0
    most: float = 100.0


class Aim(Record):
    """`aim spared 30..45 %`: what tuning is to reach."""

    ending: str
    least: float
    most: float


CAST_FIELDS: Final = frozenset(("falter", "uses", "people", "things", "facts"))
"""What a cast may say: a file that others use, and that is no scene itself."""


class Scene(Record):
    """A whole scene. Order of people and moves carries no meaning but in print."""

    falter: Literal[1] = 1
    title: str
    place: Place | None = None
    told: Told = Told()
    tempo: Literal["slow", "even", "quick"] = "even"
    uses: tuple[str, ...] = ()
    constants: tuple[tuple[str, float], ...] = ()
    """`set theta0 2.5`: constants of the mind overridden for this scene."""
    people: tuple[Person, ...] = ()
    things: tuple[Thing, ...] = ()
    links: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    details: tuple[Detail, ...] = ()
    moves: tuple[Move, ...] = ()
    parts: tuple[Part, ...] = ()
    happenings: tuple[Happening, ...] = ()
    laters: tuple[Later, ...] = ()
    nevers: tuple[Never, ...] = ()
    musts: tuple[Must, ...] = ()
    closings: tuple[Closing, ...] = ()
    endings: tuple[Ending, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    aims: tuple[Aim, ...] = ()

    @property
    def is_cast(self) -> bool:
        """Is this a cast for scenes to use, and nothing to perform?"""
        rest = (name for name in Scene.model_fields if name not in CAST_FIELDS and name != "title")
        return not self.title and all(getattr(self, name) == Scene.model_fields[name].default for name in rest)

    def all_moves(self) -> tuple[Move, ...]:
        """The moves of the scene and of its parts."""
        return self.moves + tuple(move for part in self.parts for move in part.moves)
