"""Why nothing happened for a while: the facade over `explain`."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from falter.api.asked import Time, time_of
from falter.api.why import places_of
from falter.diagnostics.unfit import UnfitError
from falter.explain.lulls.held import HeldBack
from falter.explain.lulls.held_record import record
from falter.explain.lulls.held_told import told
from falter.explain.lulls.longest import Lull, between, lulls
from falter.explain.lulls.spanning import held_back
from falter.explain.wording import Place
from falter.narrate.timeline import clock
from falter.performance.trace import Trace

if TYPE_CHECKING:
    from falter.api.run import Run


ABOUT = 0.1
"""s: a stretch no farther off than this is the lull that is meant."""


ACTS = "ask why something was done, with `--act`, or `why` in Python"
"""What to ask of a performance in which somebody always did something."""


class NoSuchLullError(UnfitError):
    """Something was done then."""

    OF = "begun"


@dataclass(frozen=True)
class Nothing:
    """Why nobody did anything for a while."""

    trace: Trace
    lull: Lull
    people: tuple[HeldBack, ...]
    """Each one who was there."""
    place: Place

    def told(self, everything: bool = False) -> str:
        """What held each one back, and what ended it."""
        return told(self.trace, self.lull, self.people, self.place, everything)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        return record(self.trace, self.lull, self.people)

    def __repr__(self) -> str:
        return f"<Nothing from {clock(self.lull.begun)} to {clock(self.lull.ended)}>"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.told())}</pre>"


def longest(run: Run) -> tuple[Lull, ...]:
    """The lulls of a performance, the longest first."""
    return tuple(sorted(lulls(run.trace), key=lambda one: -one.seconds))


def nothing(run: Run, begun: Time | None = None, ended: Time | None = None) -> Nothing:
    """Why nobody did anything from one time to another, in s; in the lull about a time; in the longest lull.

    Raises NoSuchLullError, with lulls that there are, where something was done.
    """
    if begun is None and ended is not None:
        raise NoSuchLullError("lacks the time when it began", "write both times", "ended")
    from_, to = (None if time is None else time_of(time, NoSuchLullError, of) for time, of in ((begun, "begun"), (ended, "ended")))
    lull = _asked(run, from_, to)
    return Nothing(run.trace, lull, held_back(run.trace, lull), places_of(run))


def _asked(run: Run, begun: float | None, ended: float | None) -> Lull:
    known, last = longest(run), begun if ended is None else ended
    if last is not None and last > run.seconds + ABOUT:
        raise NoSuchLullError(f"is past the end of this performance: {clock(last)}", f"it ends at {clock(run.seconds)}: {offered(known)}")
    if begun is None:
        if not known:
            raise NoSuchLullError("finds no lull in this performance", ACTS)
        return known[0]
    if ended is None:
        found = next((lull for lull in known if lull.begun <= begun <= lull.ended), None)
        if found is None:
            raise NoSuchLullError(f"is a time when something is being done: {clock(begun)}", offered(known))
        return found
    near = next((lull for lull in known if abs(lull.begun - begun) <= ABOUT and abs(lull.ended - ended) <= ABOUT), None)
    if near is not None:
        return near
    if begun >= ended:
        raise NoSuchLullError(f"is no stretch of this performance: {clock(begun)}-{clock(ended)}", offered(known))
    if between(run.trace, begun, ended):
        raise NoSuchLullError(f"is a stretch in which something was done: {clock(begun)}-{clock(ended)}", offered(known))
    return Lull(begun, ended, None)


def offered(known: tuple[Lull, ...]) -> str:
    """The longest lulls, to write instead."""
    if not known:
        return ACTS
    return f"write one of the longest: {', '.join(f'`{clock(lull.begun)}-{clock(lull.ended)}`' for lull in known[:3])}"
