"""Why somebody felt what he felt, and what of it showed: the facade over `explain`."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from falter.api.asked import Time, time_in
from falter.api.why import places_of, steps_there, while_there
from falter.diagnostics.nearest import offer
from falter.diagnostics.unfit import UnfitError
from falter.explain.minds.felt import Felt, peak, strongest, why_felt
from falter.explain.minds.felt_record import record
from falter.explain.minds.felt_told import told
from falter.explain.wording import Place
from falter.model.words import EMOTIONS, FELT_WORDS
from falter.narrate.timeline import clock

if TYPE_CHECKING:
    from falter.api.run import Run


OFFERED = 3
"""Feelings that are offered where none is named."""


class NoSuchFeelingError(UnfitError):
    """Nobody of that name, or no such feeling."""

    OF = "feeling"


@dataclass(frozen=True)
class Feeling:
    """Why one person felt something at a time."""

    felt: Felt
    place: Place

    def told(self, everything: bool = False) -> str:
        """How strongly, what it is owed to, and what of it shows."""
        return told(self.felt, self.place, everything)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        return record(self.felt)

    def __repr__(self) -> str:
        return f"<Feeling of {self.felt.person}, {self.felt.word} at {clock(self.felt.t)}>"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.told())}</pre>"


def felt(run: Run, feeling: str, at: Time | None = None) -> Feeling:
    """Why a person felt something at a time, in s, or when he felt it most: `KYLO grief`. Raises NoSuchFeelingError with the nearest."""
    if not isinstance(feeling, str):
        raise NoSuchFeelingError(f"must be a text; got {feeling!r}", "write it as in `KYLO grief`")
    person, _, word = feeling.strip().replace(".", " ").partition(" ")
    if person not in run.people:
        raise NoSuchFeelingError(f"names nobody of this scene: `{person}`", offer(person, run.people))
    if not word:
        raise NoSuchFeelingError(f"names a person, and no feeling: `{person}`", f"say which feeling, as in {_strongest(run, person)}")
    if word not in FELT_WORDS:
        raise NoSuchFeelingError(f"names no feeling: `{word}`", offer(word, FELT_WORDS))
    there = steps_there(run, person, NoSuchFeelingError)
    t = strongest(run.trace, person, word, there) if at is None else time_in(run, at, NoSuchFeelingError)
    while_there(run, person, t, NoSuchFeelingError)
    return Feeling(why_felt(run.trace, person, word, t), places_of(run))


def _strongest(run: Run, person: str) -> str:
    """What somebody felt most in the performance: "`KYLO fear`, `KYLO grief`"."""
    there = steps_there(run, person, NoSuchFeelingError)
    peaks = {word: peak(run.trace, person, word, there) for word in EMOTIONS}
    most = sorted(peaks, key=lambda word: -peaks[word])[:OFFERED]
    return ", ".join(f"`{person} {word}`" for word in most)
