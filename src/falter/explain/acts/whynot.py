"""Why somebody did not do something: it was never open, and what kept it shut; or it was, and how near it came, and what held it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from falter.explain.acts.building import Crossing, followed
from falter.explain.acts.shutting import Shut, shut, shut_by
from falter.explain.acts.threshold import Taken, taken
from falter.explain.acts.when_open import Span, open_at, open_spans
from falter.explain.acts.why import Part, parts_of
from falter.kernel.freezing import held_still
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.tables import Tables


@dataclass(frozen=True)
class WhyNot:
    """One act that a performance lacks. Shares are of its threshold, and add up to how near it came."""

    trace: Trace
    act: int
    """Its row."""
    nearest: Crossing | None
    """When it came nearest, or how it stood then; None where it was never, or not then, open for as long as it takes to think of it."""
    at: float | None = None
    """The time asked about, in s; None where it is about the whole performance."""
    others: tuple[str, ...] = ()
    """What else fits the question, by label, and came less near."""

    def __repr__(self) -> str:
        return f"<WhyNot {self.label}, at most {100.0 * self.share:.0f} % of what it takes>"

    @property
    def label(self) -> str:
        """`KYLO strike HUX`."""
        return self.trace.tables.labels["act"][self.act].label

    @cached_property
    def open(self) -> float:
        """For how long it was open, in s."""
        ti = self.trace.tables.packed.ti
        cell = ti[at.SI_ACT] + self.act * at.SI_ACT_SIZE + at.ACT_OPEN
        return min(self.trace.seconds, self.trace.dt * sum(self.trace.si(step)[cell] for step in range(self.trace.steps)))

    @property
    def share(self) -> float:
        """Of what it takes, the most that had gathered."""
        return self.nearest.preference / self.nearest.threshold if self.nearest else 0.0

    @property
    def stopped(self) -> str:
        """What stopped it where enough had gathered: "frozen", or "taken", as hands or voice were; "" where too little had."""
        if self.nearest is None or self.share < 1.0:
            return ""
        ti = self.trace.tables.packed.ti
        owner = ti[ti[at.TI_ACT] + self.act * at.TI_ACT_SIZE + at.ACT_OWNER]
        frozen = held_still(ti, self.trace.sf(round(self.nearest.t / self.trace.dt)), owner)
        return "frozen" if frozen & ti[ti[at.TI_ACT] + self.act * at.TI_ACT_SIZE + at.ACT_CHANNELS] else "taken"

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What had gathered then, and what held it back."""
        return parts_of(self.trace.tables, self.nearest, self.nearest.threshold) if self.nearest else ()

    @cached_property
    def shut(self) -> Shut:
        """What kept it shut for as long as it was, or then."""
        return shut(self.trace, self.act) if self.at is None else shut_by(self.trace, self.act, self.step)

    @property
    def step(self) -> int:
        """The step asked about, or in which it came nearest."""
        t = self.at if self.at is not None else self.nearest.t if self.nearest else 0.0
        return min(round(t / self.trace.dt), self.trace.steps - 1)

    @property
    def open_then(self) -> bool:
        """Was it open at the time asked about?"""
        return open_at(self.trace, self.act, self.step)

    @cached_property
    def spans(self) -> list[Span]:
        """When it was open."""
        return open_spans(self.trace, [self.act])

    @cached_property
    def taken(self) -> Taken | None:
        """What it would have taken when it came nearest."""
        return taken(self.trace, self.nearest) if self.nearest else None

    @property
    def ahead(self) -> str:
        """What its doer was nearer to doing then, by its move; "" where nothing was."""
        if self.nearest is None:
            return ""
        ti, si = self.trace.tables.packed.ti, self.trace.si(round(self.nearest.t / self.trace.dt))
        owner = ti[ti[at.TI_ACT] + self.act * at.TI_ACT_SIZE + at.ACT_OWNER]
        leading = si[ti[at.SI_PERSON] + owner * at.SI_PERSON_SIZE + at.PERSON_LEADING]
        return self.trace.tables.labels["act"][leading].label.split(" ")[1] if leading not in (-1, self.act) else ""


def why_not(trace: Trace, act: int, t: float | None = None) -> WhyNot:
    """Why the act of a row was not done in a performance, or not at a time of it, in s. Performs it again to see."""
    label = trace.tables.labels["act"][act].label

    def row(tables: Tables) -> list[int]:
        return [[one.label for one in tables.labels["act"]].index(label)]

    only = None if t is None else min(round(t / trace.dt), trace.steps - 1)
    return WhyNot(trace, act, followed(trace, row, only).nearest.get(act), t)


def nearest_of(trace: Trace, acts: Sequence[int], t: float | None = None) -> WhyNot:
    """Why none of some acts was done: that of the one that came nearest, which names the others."""
    found = [why_not(trace, act, t) for act in acts]
    most = max(found, key=lambda one: (one.nearest is not None, one.share, one.open))
    return replace(most, others=tuple(one.label for one in found if one is not most))
