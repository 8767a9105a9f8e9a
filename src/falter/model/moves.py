"""What people may do, and the words it is told in."""

from __future__ import annotations

from typing import Literal

from falter.model.conditions import Condition
from falter.model.people import Arrival, Felt
from falter.model.record import Metres, Name, Record, Seconds


class Effect(Record):
    """A number that overrides a meaning word's default: `(cherish +.4, obey -.2)`; value in [-1, 1]."""

    motive: str
    value: float


class Meant(Record):
    """`threatens HUX`, `reveals love`, `comforts (cherish +.2)`, `means threatens TOM if by MOTHER`."""

    word: str
    object: str | None = None
    """A person, an emotion, a memory or a fact, as the word needs; None means the move's target."""
    effects: tuple[Effect, ...] = ()
    by: str | None = None
    """Only when this person does it."""


class Utterance(Record):
    """One wording of a move: what is said or done. `kind` None is the text on the move's own line."""

    kind: Literal["says", "does"] | None = None
    text: str
    tone: str | None = None
    feels: tuple[Felt, ...] = ()
    when: Condition = Condition()
    means: tuple[Meant, ...] = ()


class Move(Record):
    """What someone may do; done, it is an act."""

    who: tuple[str, ...] = ()
    """Person ids; empty means anyone."""
    id: Name
    once: str | None = None
    """The id before a renaming; it keeps the move's luck."""
    towards: Literal["to", "on", "toward", "from"] | None = None
    """How the target is meant: spoken to, done on, walked to, walked from."""
    target: str | None = None
    """A person, or a mark for `toward` and `from`. None: nobody in particular."""
    wordings: tuple[Utterance, ...] = ()
    inner: bool = False
    aside: bool = False
    again: bool = False
    """May be done any number of times; its texts start over."""
    only_once: bool = False
    lasting: bool = False
    """`cannot be undone`."""
    leans: float = 0.0
    """Starting preference as a share of the threshold, in [0, 1)."""
    takes: Seconds | None = None
    lands: Seconds | None = None
    step: Metres | None = None
    """For `toward` and `from`: metres a time."""
    uses: tuple[str, ...] = ()
    """Act channels; empty means the defaults of its wordings and meanings."""
    returns: Arrival | None = None
    """`returns door in 2..5 min`, of a move that leaves."""
    drops: tuple[str, ...] = ()
    dons: tuple[str, ...] = ()
    puts: tuple[str, str, str] | None = None
    """Thing, preposition, place."""
    gives: str | None = None
    grabs: str | None = None
    """`grabs THING`: takes a thing in hand."""
    searches: str | None = None
    """`searches PLACE`: finds what is in, under or behind it."""
    opens: str | None = None
    """`opens LINK`."""
    closes: str | None = None
    """`closes LINK`."""
    tells: tuple[str, ...] = ()
    means: tuple[Meant, ...] = ()
    needs: Condition = Condition()
    """`needs within 1.5 m`, `after light`, `if …`: all of them must hold."""
