"""People, what ties them, and what each carries into the scene."""

from __future__ import annotations

from typing import Literal

from falter.model.conditions import Condition
from falter.model.record import Metres, Name, Record, Seconds, Strength

Pronoun = Literal["he", "she", "they", "it"]


class Felt(Record):
    """An emotion in the writer's word; `strength` None where only the emotion is named."""

    emotion: str
    strength: Strength | None = None


class Hidden(Record):
    """`channel` of a person, hidden by a covering to this degree."""

    channel: str
    strength: Strength


class Covering(Record):
    """`wears mask over face wholly, voice somewhat`."""

    thing: Name
    over: tuple[Hidden, ...]


class DisplayRule(Record):
    """`plays down anger: somewhat`, `plays up grief: strongly`, `masks hurt with joy` (`by` is joy), `feigns joy: strongly`.

    `strength`: how far the display is held down or played up, or how strongly it is feigned; a mask is held down wholly.
    """

    rule: Literal["plays down", "plays up", "masks", "feigns"]
    emotion: str
    by: str | None = None
    strength: Strength = 1.0


class Tie(Record):
    """`loves HUX: strongly, hidden "because"`. `upto` makes the strength a range for tuning."""

    word: str
    person: str
    strength: Strength
    upto: Strength | None = None
    hidden: bool = False
    because: str | None = None

    @property
    def performed(self) -> float:
        """The strength it is performed with: of a range, the middle."""
        return self.strength if self.upto is None else 0.5 * (self.strength + self.upto)


class Order(Record):
    """`ordered by SNOKE to strike HUX: wholly, within 10 min`; `keeps` is `to keep VARGA on phone`."""

    by: str
    move: str | None = None
    target: str | None = None
    keeps: tuple[str, str] | None = None
    strength: Strength
    within: Seconds | None = None
    because: str | None = None


class Norm(Record):
    """`abhors kills: strongly`, `honours obeys: somewhat`: a norm against, or for, what a meaning word says."""

    against: bool
    meaning: str
    strength: Strength


class Want(Record):
    """`wants to leave: somewhat`, `wants to strike HUX: barely`."""

    move: str
    target: str | None = None
    strength: Strength


class Promise(Record):
    """`promises shoot unless CAR here within 10 min`."""

    move: str
    target: str | None = None
    unless: Condition | None = None
    within: Seconds | None = None
    strength: Strength = 0.7


class Power(Record):
    """`can probe: strongly`."""

    word: Literal["probe"]
    strength: Strength


class Memory(Record):
    """`remembers nights "…" with HUX, feels love, woken by near, voice, touch`."""

    id: Name
    text: str
    with_: str | None = None
    feels: tuple[Felt, ...] = ()
    woken: tuple[str, ...] = ()


class Knowing(Record):
    """`knows TOM knows broke`: that another knows a fact, and it oneself."""

    person: str
    fact: str


class Wonder(Record):
    """`wonders if KYLO means to strike: barely` (`about` "means"), `wonders how KYLO loves HUX: somewhat` (`about` "tie"),
    `wonders if broke: barely` (`about` "fact"). `strength` is the odds, or the expected strength, at the start."""

    about: Literal["means", "tie", "fact"]
    person: str | None = None
    move: str | None = None
    target: str | None = None
    tie: str | None = None
    other: str | None = None
    fact: str | None = None
    strength: Strength


class Words(Record):
    """Words of the author's for an inner state or a sight: `thinks "…" when …`, `senses "…" when …`, `waits "…"`,
    `sees HUX "…" when …` (`person`). The condition is judged for the one whose line it is, but a `sees` line's for the one seen."""

    kind: Literal["thinks", "senses", "waits", "sees"]
    text: str
    person: str | None = None
    when: Condition = Condition()
    again: tuple[str, ...] = ()
    last: str | None = None


class Arrival(Record):
    """`away, arrives door in 2..5 min "comes in with the cold"`."""

    mark: str
    earliest: Seconds
    latest: Seconds
    text: str | None = None
    """How it is told, in the present tense, without the one who comes."""


class Person(Record):
    """One person, or a group of `count` people with one mind."""

    id: Name
    called: str | None = None
    """What the narrator may call him, as in «the knight»."""
    once: str | None = None
    """The id before a renaming; it keeps the person's luck."""
    pronoun: Pronoun = "they"
    count: int = 1
    away: bool = False
    arrives: Arrival | None = None
    at: str | None = None
    beside: str | None = None
    """`at 1 m from HUX`: the person measured from."""
    apart: Metres | None = None
    busy: bool = False
    tempo: Literal["slow", "even", "quick"] = "even"
    wears: tuple[Covering, ...] = ()
    moods: tuple[Felt, ...] = ()
    ties: tuple[Tie, ...] = ()
    orders: tuple[Order, ...] = ()
    norms: tuple[Norm, ...] = ()
    wants: tuple[Want, ...] = ()
    promises: tuple[Promise, ...] = ()
    powers: tuple[Power, ...] = ()
    hides: tuple[str, ...] = ()
    """Emotions whose display is held down."""
    shows: tuple[DisplayRule, ...] = ()
    """What else is done with the display of a feeling."""
    copes: tuple[str, ...] | None = None
    """The ways of coping this person has; None: all of them. `copes by nothing` is ()."""
    knows: tuple[str, ...] = ()
    """Facts of which the person knows how they stand."""
    knows_of: tuple[Knowing, ...] = ()
    memories: tuple[Memory, ...] = ()
    wonders: tuple[Wonder, ...] = ()
    words: tuple[Words, ...] = ()
