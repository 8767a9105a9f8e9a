"""Why somebody believed what he did: the facade over `explain`."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from falter.api.asked import Time, time_in
from falter.api.why import places_of, steps_there, while_there
from falter.diagnostics.nearest import listed, offer
from falter.diagnostics.unfit import UnfitError
from falter.explain.minds.believed import Believed, why_believed, wonders
from falter.explain.minds.believed_record import record
from falter.explain.minds.believed_told import told
from falter.explain.wording import Place
from falter.narrate.timeline import clock

if TYPE_CHECKING:
    from falter.api.run import Run


OF_ANOTHER = ("thinks", "knows")
"""Words of conditions that say what somebody takes to be so."""


class NoSuchBeliefError(UnfitError):
    """Nobody of that name, or nothing that he has a belief about."""

    OF = "belief"


@dataclass(frozen=True)
class Belief:
    """Why one person believed something at a time."""

    believed: Believed
    place: Place

    def told(self, everything: bool = False) -> str:
        """At what odds, and what each thing seen, heard and missed did to them."""
        return told(self.believed, self.place, everything)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        return record(self.believed)

    def __repr__(self) -> str:
        return f"<Belief of {self.believed.person}, {self.believed.label} at {clock(self.believed.t)}>"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.told())}</pre>"


def believed(run: Run, belief: str, at: Time | None = None) -> Belief:
    """Why a person believed something at a time, in s, or at the last: `HUX: KYLO loves HUX`, `KYLO: hour`.

    Raises NoSuchBeliefError with the nearest.
    """
    if not isinstance(belief, str):
        raise NoSuchBeliefError(f"must be a text; got {belief!r}", "write it as in `HUX: KYLO loves HUX`")
    person, colon, what = (part.strip() for part in belief.partition(":"))
    first, _, rest = person.partition(" ")
    if not colon and first in run.people:
        known = _known(run, first)
        fix = f"write `{first}: {rest}`" if rest in known else f"write it as in `{first}: {(known or ['…'])[0]}`"
        raise NoSuchBeliefError(f"lacks a colon between who and what: `{person}`", fix)
    if person not in run.people:
        raise NoSuchBeliefError(f"names nobody of this scene: `{person}`", offer(person, [f"{one}: …" for one in run.people]))
    known = _known(run, person)
    if what not in known:
        raise _not_wondered(run, person, what, known)
    there = steps_there(run, person, NoSuchBeliefError)
    t = there[-1] * run.trace.dt if at is None else time_in(run, at, NoSuchBeliefError)
    while_there(run, person, t, NoSuchBeliefError)
    return Belief(why_believed(run.trace, person, what, t), places_of(run))


def _not_wondered(run: Run, person: str, what: str, known: list[str]) -> NoSuchBeliefError:
    """What is asked is no belief that can be asked about, or none that somebody has."""
    if {*run.trace.tables.names.things, *OF_ANOTHER} & set(what.split()):
        can = f", as in {listed(known)}" if known else f"; here is neither for {person}"
        return NoSuchBeliefError(
            f"asks where a thing is taken to be, or what another thinks, of which nothing can be told: `{what}`",
            f"ask about what a `wonders` line says, or whether a fact is so{can}",
        )
    return NoSuchBeliefError(
        f"names nothing that {person} wonders: `{what}`",
        offer(what, known, f"write a line for {person} into the scene, as in `wonders if KYLO means to strike: barely`"),
    )


def _known(run: Run, person: str) -> list[str]:
    """What somebody has a belief about."""
    return [*wonders(run.trace, person), *run.trace.tables.names.facts]
