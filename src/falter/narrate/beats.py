"""Beats: what a telling is made of. A beat is something that changed for the one whose mind it is; most steps have none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from falter.performance.event import Event

Level = Literal["flat", "seems", "perhaps"]
Quiet = Literal["plain", "owing", "waiting"]


@dataclass(frozen=True)
class Beat:
    """Something to tell, perhaps. `conflict` in [0, 1] sets how many words the moment may have."""

    step: int
    t: float
    """s of story time."""
    conflict: float


@dataclass(frozen=True)
class Opens(Beat):
    """The telling begins, in this mind."""

    person: str
    first: bool
    """The performance begins too."""
    others: tuple[str, ...]
    """Who is known to be there."""


@dataclass(frozen=True)
class Acts(Beat):
    """An act, own or perceived."""

    act: Event
    turn: bool
    """The scene turns with it: it cannot be undone, or harms, threatens, spares, confesses."""
    lasting: bool
    """It cannot be undone."""
    unheard: bool = False
    """Said aside to one who is out of earshot of it."""
    unasked: bool = False
    """It answers what the one whose mind it is did not hear asked."""


@dataclass(frozen=True)
class Silence(Beat):
    """Nothing has been done for a while. Told once, however long it lasts."""

    kind: Quiet
    """Nobody owes; the one whose mind it is owes an answer; or waits for one."""
    words: tuple[int, ...]
    """`waits` lines of the person's that hold."""
    bereft: bool = False
    """Someone in sight is dead, who would not have spoken."""


@dataclass(frozen=True)
class Notices(Beat):
    """Someone is noticed."""

    other: str
    heard: bool = False
    """By ear: it is too far to see."""


@dataclass(frozen=True)
class Happens(Beat):
    """Something happens that is nobody's act."""

    happening: int


@dataclass(frozen=True)
class Passes(Beat):
    """Time is passed over."""

    later: int


@dataclass(frozen=True)
class Arrives(Beat):
    """Somebody comes in, or back, and is seen to."""

    other: str
    back: bool
    """He had been here before."""
    text: str | None
    """The author's words for it, the doer left out."""


@dataclass(frozen=True)
class Freezes(Beat):
    """The one whose mind it is is stopped dead by what another does."""

    other: str
    words: tuple[int, ...]
    """Lines about being frozen that hold."""


@dataclass(frozen=True)
class Befalls(Beat):
    """Something befalls the one whose mind it is that is no act: see `befalling.TOLD_AS`."""

    kind: str
    other: str | None
    what: str | None
    """The feeling seen or taken on, the tie that moves, or the motive that urges."""
    once: str | None
    """The feeling that was seen in the other before, where it is another now."""
    ill: bool
    """The touch is unwelcome, or the tie grows less."""
    level: Level
    words: tuple[int, ...]
    """Lines of the author's about it that hold."""
    faint: bool = False
    """The feeling that is seen shows no more than a little."""


@dataclass(frozen=True)
class Within(Beat):
    """A `thinks` or `senses` line holds, and has held long enough to be more than a flicker."""

    words: int


@dataclass(frozen=True)
class Sees(Beat):
    """A `sees` line holds."""

    words: int
    other: str


@dataclass(frozen=True)
class Realises(Beat):
    """What a person wonders about has crossed .3, .6 or .9, upwards or back."""

    wonder: int
    level: Level
    fading: bool
    words: tuple[int, ...]
    """`thinks` lines that are about this belief and hold."""


@dataclass(frozen=True)
class Remains(Beat):
    """What one is left with of a tie of another's that one wondered about."""

    wonder: int
    level: Level
    doubted: bool
    """It is not believed."""
    ended: bool
    """The other is dead or gone."""
    words: tuple[int, ...]
    """`thinks` lines that are about this belief and hold."""


Learning = Literal["learns-so", "learns-not", "sees-through", "overhears", "finds", "finds-gone"]


@dataclass(frozen=True)
class Learns(Beat):
    """A fact has become certain to someone, or a lie has been seen through."""

    kind: Learning
    other: str | None
    """From whom."""
    words: tuple[int, ...]
    """`thinks` lines that are about this fact and hold."""


@dataclass(frozen=True)
class Recalls(Beat):
    """A memory came unasked: one written down, or something that was done a while ago."""

    memory: str
    act: Event | None = None
    """What was done, where it is of this performance."""


@dataclass(frozen=True)
class Nears(Beat):
    """An act all but happened, and did not."""

    move: str
    words: tuple[int, ...]


@dataclass(frozen=True)
class Slips(Beat):
    """A feeling held down got away from someone for a moment."""

    who: str
    emotion: str
    channel: str
    words: tuple[int, ...]
    """Lines of the author's about that feeling that hold."""


@dataclass(frozen=True)
class Sounds(Beat):
    """Something was heard in a voice: a feeling under the tone that was meant, or that it broke off."""

    who: str
    family: str | None
    """None: it broke off."""
    act: int
    """The speech it was heard in, as its index in the view."""
    words: tuple[int, ...]
    """`sees` lines about such a feeling that hold."""


@dataclass(frozen=True)
class Rests(Beat):
    """Nothing presses: the eye may rest on something. `details` are those whose condition holds."""

    details: tuple[int, ...]


@dataclass(frozen=True)
class Closes(Beat):
    """The performance is over."""

    here: bool
    """Is the one whose mind it is still there to see it?"""
