"""Why nothing happened: for each person who is there in a lull, what came nearest to being done, what pulled for it and against it.

Between the beginning and the end of a stretch, a preference moves by what every motive fed it, by luck, by what rivals held down, by what
was forgotten, set back or capped; followed as in `explain.lulls.spanning`, these add up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from falter.explain.acts.why import Part
from falter.kernel.conditions import TORN
from falter.mind.freezing import BEGINS
from falter.numeric.mode import Floats, Ints
from falter.performance.trace import Trace
from falter.tables import columns as at

Verdict = Literal["frozen", "nothing", "taken", "torn", "waiting", "against", "weak", "coming"]
"""What held somebody back: he stood frozen; nothing was open to him; hands or voice were not free; as much spoke against it as for it;
he waited for an answer; more spoke against it; too little for it; it was on its way."""
End = Literal["carried", "asked for", "slipped"]
"""How an act came to end a lull: it was carried to what it takes; it was asked of the performance; it slipped out, for no reason."""
MOST: Final = 0.5
"""Share of a lull from which on something is what it was about."""
HALFWAY: Final = 0.5
"""Share of its threshold that motives must have moved an act by, one way or the other, for that not to be little."""


@dataclass(frozen=True)
class HeldAct:
    """One act in a lull, in √s. `began`, what `parts` gave, `forgotten`, `set_back` and `capped` add up to `ended`."""

    label: str
    """`KYLO strike HUX`."""
    lasting: bool
    """It cannot be undone."""
    nearest: float
    """Share of its threshold that it came to at most."""
    t: float
    """When, in s."""
    conflict: float
    """How torn he was over it, on the average while it was open, in [0, 1)."""
    blocked: float
    """Share of the time it was open in which hands or voice were not free for it."""
    threshold: float
    """At that time, in √s."""
    since: float
    """From when on it is followed: the beginning of the lull, or when it opened; s."""
    began: float
    ended: float
    parts: tuple[Part, ...]
    """What each motive, luck and rivals gave."""
    forgotten: float
    set_back: float
    capped: float
    end: End | None
    """How it came to end the lull; None where it did not."""
    rose: float | None
    """s: since when it had risen from nothing to being done, where it was carried there; the beginning, if it was above nothing then."""
    carried: tuple[Part, ...]
    """What each motive, luck and rivals gave it in that rise."""

    def __repr__(self) -> str:
        return f"<HeldAct {self.label}, at most {100.0 * self.nearest:.0f} % of what it takes>"

    @property
    def pro(self) -> float:
        """All that motives gave it."""
        return sum(part.share for part in self.parts if part.motive >= 0 and part.share > 0.0)

    @property
    def con(self) -> float:
        """All that motives took from it."""
        return -sum(part.share for part in self.parts if part.motive >= 0 and part.share < 0.0)

    @property
    def stronger(self) -> float:
        """All that moved it the way it was moved harder, luck and rivals among it."""
        return max(sum(part.share for part in self.parts if part.share > 0.0), -sum(part.share for part in self.parts if part.share < 0.0))

    @property
    def torn(self) -> bool:
        """Was he torn over it, as a condition of a line takes the word?"""
        return self.conflict >= TORN


@dataclass(frozen=True)
class HeldBack:
    """One person in a lull."""

    trace: Trace
    person: str
    steps: range
    acts: tuple[HeldAct, ...]
    """What came nearest to being done, then what he was most torn over, if that is another."""

    def __repr__(self) -> str:
        return f"<HeldBack {self.person}, {self.verdict}>"

    def _share(self, holds: Callable[[Ints, Floats], bool]) -> float:
        return sum(holds(self.trace.si(step), self.trace.sf(step)) for step in self.steps) / len(self.steps)

    @property
    def _ints(self) -> int:
        return self.trace.tables.packed.ti[at.SI_PERSON] + self.trace.tables.names.person[self.person] * at.SI_PERSON_SIZE

    @cached_property
    def frozen(self) -> float:
        """Share of the lull in which he stood frozen."""
        row = self.trace.tables.names.person[self.person]
        cell = self.trace.tables.packed.ti[at.SF_PERSON] + row * at.SF_PERSON_SIZE + at.PERSON_FROZEN
        return self._share(lambda _, sf: sf[cell] >= BEGINS)

    def _mostly(self, column: int) -> str | None:
        """Whom a column names for most of the lull."""
        rows = [self.trace.si(step)[self._ints + column] for step in self.steps]
        most = max(set(rows), key=rows.count)
        return self.trace.tables.names.people[most].id if most >= 0 and rows.count(most) >= MOST * len(rows) else None

    @cached_property
    def waits_for(self) -> str | None:
        """Whose answer he waited for, most of the time."""
        return self._mostly(at.PERSON_DEBTOR)

    @cached_property
    def owes(self) -> str | None:
        """To whom he owed an answer, most of the time."""
        return self._mostly(at.PERSON_CREDITOR)

    @cached_property
    def inward(self) -> tuple[int, ...]:
        """What he did inwardly meanwhile, by the events' indices."""
        begun, ended = self.steps.start * self.trace.dt, self.steps.stop * self.trace.dt
        return tuple(one.index for one in self.trace.events if one.inner and one.who == self.person and begun <= one.t < ended)

    @cached_property
    def act(self) -> HeldAct | None:
        """The act that the lull was about for him: the one he was torn over most, where he was torn; else what came nearest."""
        torn = [act for act in self.acts if act.torn]
        return max(torn, key=lambda act: act.conflict) if torn else next(iter(self.acts), None)

    @cached_property
    def verdict(self) -> Verdict:
        """What held him back."""
        act = self.act
        if self.frozen >= MOST:
            return "frozen"
        if act is None:
            return "nothing"
        if act.blocked >= MOST:
            return "taken"
        if act.torn:
            return "torn"
        return "waiting" if self.waits_for else _decided(act)


def _decided(act: HeldAct) -> Verdict:
    """What held him back from an act that he was not torn over."""
    if max(act.pro, act.con) < HALFWAY * act.threshold:
        return "weak"
    if act.con > act.pro:
        return "against"
    return "coming"
