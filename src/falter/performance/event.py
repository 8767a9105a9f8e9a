"""What happened: the acts of one performance, and what befell people in it, as records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """One act, as done.

    Times are in s of story time from the start. `who`, `to` and `move` are ids of the scene; `to` is a person, a mark
    or None. `wording` indexes `Move.wordings`; `use` counts the earlier acts with this same wording.
    """

    index: int
    t: float
    """When it began; at the close where that was in the step it closed in."""
    lands: float
    """When it takes effect; before that it can be cut off."""
    ends: float
    who: str
    move: str
    to: str | None
    wording: int
    use: int
    text_id: str
    """`scene/move/variant`, `scene/PERSON-move/variant` where several moves share the id; never a hash of the words."""
    inner: bool
    cut: bool
    """Stopped before it landed: it had no effect, and what was cut off was not heard."""
    heard_by: tuple[str, ...]
    """Who perceived it, the doer included, in the scene's order."""
    waited: float
    """s since the doer could first have done it (it was open), or since his last act, whichever is later."""
    late: bool
    """It settled an answer that was overdue."""
    cause: str
    """The motive that weighed most for it, as a motive kind and its object: `obey strike`, `cherish HUX`."""
    author: float = 0.0
    """Share of the threshold, in [0, 1), that the author's `leans` gave and that had not leaked away yet."""
    serves: bool = True
    """The act serves its cause. Else it only goes less against it than what else was open, as doing nothing would."""


@dataclass(frozen=True)
class Incident:
    """Something that befell someone and was no act: noticed, recalled, let slip. `kind` is one of `model.words.INCIDENTS`."""

    index: int
    t: float
    """s of story time."""
    kind: str
    who: str
    """Whom it befell, by id; "" for nobody in particular."""
    whom: str | None
    """Whom it is about."""
    what: str | None
    """What it is about, as the kind says: an emotion, a memory, a tie."""
    known_to: tuple[str, ...]
    """Who knows of it, in the scene's order."""
    amount: float
    """How much, as the kind says; 0 where it says nothing."""
    channel: str | None = None
    """The display channel it showed on, where it showed."""
    cause: int | None = None
    """The act that brought it about, as an index of the events; None where none did, or where it was not perceived."""
