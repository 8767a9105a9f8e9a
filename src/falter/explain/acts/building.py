"""How a preference built up: what each motive fed it and by what, what chance gave, what other acts held down, what was forgotten.

`dP = (drift − leak·P − hindrance) dt + noise` (docs/mind.md 4) is a sum, and after a step the state holds every term of it. Followed from
step to step, the terms are sorted by where they come from. Of each source there are two figures, both in √s: what it *gave*, the plain sum
of its terms, and what of that was *left* at the end, after all that faded and was taken back since. Over all sources what is left adds up
to the preference; what was given does, with what was forgotten, set back and capped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from math import sqrt

from falter.explain.acts.causes import OWED_TO_NOBODY, Causes, Shares, Source
from falter.explain.again import watched_again
from falter.explain.standing import ITSELF
from falter.kernel.race import crossed
from falter.numeric.draws import now_word
from falter.numeric.mode import Floats, Ints
from falter.performance.perform import Watch
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.tables import Tables

CHANCE = Source("chance")
RIVALS = Source("rivals")
START = Source("start")
ROUNDING = 1e-9
"""√s: a preference this near to where it was followed to has not been moved by anything else."""
TINY = 1e-100
"""A factor below which what it is of is worked out, lest it vanish."""


@dataclass
class Built:
    """One preference as it had built up, since its act last began from nothing."""

    since: float
    """s of story time."""
    gave: dict[Source, float] = field(default_factory=dict)
    left: dict[Source, float] = field(default_factory=dict)
    forgotten: float = 0.0
    """What leaked away, at most 0 for a preference above 0."""
    set_back: float = 0.0
    """What was taken at once: by an act of his own, by freezing."""
    capped: float = 0.0
    """What was cut off while hands or voice were not free."""
    felt: dict[int, Shares] = field(default_factory=dict)
    """What each emotion was owed to as it began, by emotion; those that nothing had raised are left out."""

    @property
    def preference(self) -> float:
        """Where it stands, in √s."""
        return sum(self.left.values())


@dataclass
class Due:
    """What one source gave and what is left of it, as long as it is owed to the same causes in the same shares."""

    shares: Shares
    gave: float = 0.0
    left: float = 0.0
    """In parts of the build's `scale`."""


class Build:
    """One preference while it builds up. What all sources lost alike is kept as one factor, and causes are told apart when they change."""

    def __init__(self, since: float, felt: dict[int, Shares] | None = None) -> None:
        self.since = since
        self.felt = felt or {}
        self.preference = 0.0
        """Where it stands, in √s."""
        self.forgotten = self.set_back = self.capped = 0.0
        self._scale = 1.0
        self._gave: dict[Source, float] = {}
        self._left: dict[Source, float] = {}
        self._due: dict[Source, Due] = {}

    def feed(self, source: Source, amount: float, shares: Shares = OWED_TO_NOBODY) -> None:
        """One term of one step, owed to causes in these shares."""
        due = self._due.get(source)
        if due is None or due.shares is not shares:
            if due is not None:
                self._book(source, due)
            due = self._due[source] = Due(shares)
        due.gave += amount
        due.left += amount / self._scale
        self.preference += amount

    def shrink(self, factor: float) -> float:
        """What is left of every source becomes so much of it; returns what that changed."""
        before = self.preference
        self.preference *= factor
        self._scale *= factor
        if abs(self._scale) < TINY:
            self._rescale()
        return self.preference - before

    def kept(self) -> Built:
        """As it stands, by every source and cause."""
        for source, due in self._due.items():
            self._book(source, due)
        self._due.clear()
        left = {source: amount * self._scale for source, amount in self._left.items()}
        return Built(self.since, dict(self._gave), left, self.forgotten, self.set_back, self.capped, self.felt)

    def _book(self, source: Source, due: Due) -> None:
        """To each cause its share."""
        for cause, share in due.shares:
            owed = source if cause == ITSELF else source._replace(cause=cause)
            self._gave[owed] = self._gave.get(owed, 0.0) + due.gave * share
            self._left[owed] = self._left.get(owed, 0.0) + due.left * share

    def _rescale(self) -> None:
        for source in self._left:
            self._left[source] *= self._scale
        for due in self._due.values():
            due.left *= self._scale
        self._scale = 1.0


@dataclass(frozen=True)
class Crossing:
    """An act that was begun: how it came to that. Or one that was not, when it came nearest."""

    event: int
    """Its index among the events; −1 where it was not begun."""
    t: float
    """At the end of the step, in s."""
    act: int
    """Its row."""
    build: Built
    preference: float
    """As it crossed, which is the threshold; of one that was not begun, at the end of the step. In √s."""
    threshold: float
    """√s."""
    beyond: float = 0.0
    """How far the step went on after that, in √s; below 0, it fell back. That is chance's, and not in the build."""


class Following:
    """Follows the preferences of some acts through a performance, by their rows; `crossings` grows by each of them that is begun."""

    def __init__(self, tables: Tables, acts: Collection[int], trace: Trace, only: int | None = None) -> None:
        self.tables = tables
        self.trace = trace
        self.only = only
        """The step in which alone it is noted how near an act came; every one if None."""
        self.builds: dict[int, Build] = {}
        self.crossings: list[Crossing] = []
        self.nearest: dict[int, Crossing] = {}
        """Of each act, when it came nearest its threshold without being begun."""
        self._of: dict[int, list[int]] = {}
        for act in sorted(acts):
            owner = tables.packed.ti[tables.packed.ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER]
            self._of.setdefault(owner, []).append(act)
        self.causes = Causes(tables, self._of)
        self._stood: dict[int, float] = {}
        """Where each preference stood as the step began, in √s."""
        self._seen = 0

    def watch(self, si: Ints, sf: Floats) -> None:
        """The state after a step."""
        self.causes.watch(si, sf)
        ahead = {act: self._follow(si, sf, person, act) for person in self._of for act in self._raced(si, person)}
        begun = self._note_events(si, sf, ahead)
        for act in ahead:
            if act not in begun:
                self._note_nearest(sf, act, ahead[act])
            self._settle(sf, act)

    def _raced(self, si: Ints, person: int) -> Iterator[int]:
        """The acts of a person that the race moved on in this step."""
        ti = self.tables.packed.ti
        here = si[ti[at.SI_PERSON] + person * at.SI_PERSON_SIZE + at.PERSON_PRESENCE] == 0
        for act in self._of[person]:
            state = ti[at.SI_ACT] + act * at.SI_ACT_SIZE
            if here and si[state + at.ACT_OPEN] == 1 and si[state + at.ACT_READY] == 1:
                yield act
            else:
                self.builds.pop(act, None)

    def _follow(self, si: Ints, sf: Floats, person: int, act: int) -> float:
        """One preference through one step: to where it stood at the end of it, before anything was begun."""
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        row = ti[at.SF_ACT] + act * at.SF_ACT_SIZE
        dt, leak = tf[at.K_DT], tf[at.K_LEAK]
        drift, ahead = sf[row + at.ACT_DRIFT], sf[row + at.ACT_AHEAD]
        chance = sf[row + at.ACT_NOISE_NOW] * sqrt(dt)
        rivals = -tf[at.K_INHIBITION] * sf[row + at.ACT_HINDRANCE] * dt
        before = (ahead - drift * dt - chance - rivals) / (1.0 - leak * dt)
        build = self._from(person, act, before, sf[row + at.ACT_SINCE])
        self._stood[act] = before
        build.forgotten += build.shrink(1.0 - leak * dt)
        for source, shares, pull in self.causes.pulls(si, sf, person, act, drift):
            build.feed(source, pull * dt, shares)
        build.feed(RIVALS, rivals)
        build.feed(CHANCE, chance)
        return ahead

    def _from(self, person: int, act: int, before: float, since: float) -> Build:
        """Where the preference stood as the step began: as it was left, or moved since, or begun anew."""
        build = self.builds.get(act)
        if build is None or build.since != since:
            build = self.builds[act] = Build(since, self.causes.feelings(person))
            build.feed(START, before)
        stood = build.preference
        if abs(before - stood) > ROUNDING:
            build.set_back += build.shrink(before / stood) if stood != 0.0 else 0.0
            if abs(before - build.preference) > ROUNDING:
                build.feed(START, before - build.preference)
        return build

    def _note_events(self, si: Ints, sf: Floats, ahead: dict[int, float]) -> set[int]:
        """The acts begun in this step."""
        ti = self.tables.packed.ti
        events = range(self._seen, si[ti[at.SI_RUN] + at.RUN_EVENTS])
        begun = {event: si[ti[at.SI_EVENT] + event * at.SI_EVENT_SIZE + at.EVENT_ACT] for event in events}
        for event, act in begun.items():
            if act in ahead and self._crossed(si, sf, act, ahead[act]):
                self.crossings.append(self._as_it_crossed(sf, event, act, ahead[act]))
        self._seen = events.stop
        return set(begun.values())

    def _as_it_crossed(self, sf: Floats, event: int, act: int, ahead: float) -> Crossing:
        """What was there at the moment within the step: how the path went on from there was chance."""
        crossing = self._crossing(sf, event, act, ahead)
        beyond = ahead - crossing.threshold
        for of in (crossing.build.gave, crossing.build.left):
            of[CHANCE] = of.get(CHANCE, 0.0) - beyond
        return replace(crossing, preference=crossing.threshold, beyond=beyond)

    def _crossed(self, si: Ints, sf: Floats, act: int, ahead: float) -> bool:
        """Did the preference reach its threshold in this step? What slips out for no reason, or is commanded, is begun without."""
        packed, trace = self.tables.packed, self.trace
        theta = sf[packed.ti[at.SF_ACT] + act * at.SF_ACT_SIZE + at.ACT_THETA]
        now = now_word(trace.seed, trace.run, round(sf[packed.ti[at.SF_RUN] + at.RUN_T] / packed.tf[at.K_DT]), trace.luck)
        return crossed(packed.ti, packed.tf, packed.tu, si, act, theta, self._stood[act], ahead, now)

    def _note_nearest(self, sf: Floats, act: int, ahead: float) -> None:
        """Whether an act has never been as near its threshold."""
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        theta, best = sf[ti[at.SF_ACT] + act * at.SF_ACT_SIZE + at.ACT_THETA], self.nearest.get(act)
        if self.only is not None and round(sf[ti[at.SF_RUN] + at.RUN_T] / tf[at.K_DT]) != self.only:
            return
        if theta > 0.0 and (best is None or ahead * best.threshold > best.preference * theta):
            self.nearest[act] = self._crossing(sf, -1, act, ahead)

    def _crossing(self, sf: Floats, event: int, act: int, ahead: float) -> Crossing:
        ti, kept = self.tables.packed.ti, self.builds[act].kept()
        return Crossing(event, sf[ti[at.SF_RUN] + at.RUN_T], act, kept, ahead, sf[ti[at.SF_ACT] + act * at.SF_ACT_SIZE + at.ACT_THETA])

    def _settle(self, sf: Floats, act: int) -> None:
        """What the step left: held at what may be held while blocked, set back by what was begun."""
        build, stands = self.builds[act], sf[self.tables.packed.ti[at.SF_ACT] + act * at.SF_ACT_SIZE + at.ACT_P]
        stood = build.preference
        if abs(stands - stood) > ROUNDING and stood != 0.0:
            build.capped += build.shrink(stands / stood)


def followed(trace: Trace, acts: Callable[[Tables], Collection[int]], only: int | None = None) -> Following:
    """A performance performed again, with some of its acts followed. Raises NotTheSameError where it does not come out the same."""
    made: list[Following] = []

    def watch(tables: Tables) -> Watch:
        made.append(Following(tables, acts(tables), trace, only))
        return made[-1].watch

    watched_again(trace, watch)
    return made[-1]


def crossings(trace: Trace) -> list[Crossing]:
    """How each act came to be begun, in the order begun. Performs it again to see; acts that no race decided are left out."""
    return followed(trace, lambda tables: range(len(tables.labels["act"]))).crossings
