"""What is behind a motive's pull: its line in the scene, what is felt, what was brought to mind, and what was behind those.

A motive pulls with `w g (1 + κ)` (docs/mind.md 3): its weight, the gain that feelings give it, what cues add. Of its pull, what it would
be without cues and feelings is its own, owed to what raised its weight: of itself what the scene gives it, else what was done (a
question, a deed that moved a tie), or that somebody is at hand (`standing`). The rest is the cues' and the feelings', and theirs is
shared out among what raised them, as far as that has not faded. A tendency (to attack, to flee, to stay, to atone) has its weight from a
feeling, so that all of it is the feeling's. What the will to live gains by a danger is owed to what somebody is taken to mean.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from falter.explain.standing import BEGINNING, Standing
from falter.explain.standing import ITSELF as ITSELF
from falter.explain.standing import Cause as Cause
from falter.kernel.contagion import TAKEN_ON
from falter.mind.attention import attended_use
from falter.mind.deliberation import relative_use, use
from falter.mind.feeling import relax
from falter.model.words import EMOTIONS, INCIDENTS, MOTIVES
from falter.numeric.mode import Floats, Ints
from falter.tables import columns as at
from falter.tables.tables import Tables

QUIET: Final = {
    *("undertone", "falters", "unanswered", "tires", "reads", "misses", "misreads", "lies", "barred", "lapses", "freezes", "thaws"),
    *("hollow", "urge", "wavers", "both know", "last reading", "cut off", "tie moves", "touched"),
}
"""Kinds of incident that raise no feeling and bring nothing to mind, or no more than the act does that they come of."""
STIRRING: Final = frozenset(row for row, kind in enumerate(INCIDENTS) if kind not in QUIET)
FELT_TO: Final = frozenset(list(MOTIVES).index(kind) for kind in ("attack", "flee", "still", "atone"))
"""Kinds of motive whose weight is a feeling's."""
OBEY: Final = list(MOTIVES).index("obey")
LIVE: Final = list(MOTIVES).index("live")
NOTICES: Final = list(INCIDENTS).index("notices")
ARRIVES: Final = list(INCIDENTS).index("arrives")
DONE_TO_ONE: Final = frozenset((list(INCIDENTS).index("probe noticed"),))
"""Kinds of incident that stir the one they befell alone: who did it to him only knows of it."""
OUTLOOK: Final[Cause] = ("outlook", -1)
"""What a feeling rises by where nothing was done just then: what is hoped and feared had come to look otherwise."""
CAUGHT: Final[Cause] = ("caught", -1)
"""The same of a feeling that was caught from those about."""
OWN: Final = frozenset((ITSELF, OUTLOOK, CAUGHT))
"""What is behind something where nothing that happened is."""
LEAST: Final = 1e-6
HAIR: Final = 1e-3
"""Part of a feeling by which what it is owed to may have changed before that is reckoned anew."""


class Source(NamedTuple):
    """Where a term of a preference comes from.

    `kind`: "motive", or "start", "chance", "rivals". Of a motive, `by` is how: "itself", "waiting" (doing nothing would cost),
    "feeling" (the emotion `what`), "mind" (it was brought to mind), "reading" (by what somebody is taken to mean there is something to
    lose); `cause` is what was behind that.
    """

    kind: str
    motive: int = -1
    by: str = ""
    what: int = -1
    cause: Cause = ITSELF


Shares = tuple[tuple[Cause, float], ...]
"""What something is owed to, each cause with its share; they add up to 1."""
OWED_TO_NOBODY: Final[Shares] = ((ITSELF, 1.0),)


class Faded:
    """Something that rises by causes and fades: what share of it is still owed to each. Fading takes from all alike; what keeps it up makes
    good what fades."""

    def __init__(self) -> None:
        self.stands = 0.0
        self.shares: Shares = OWED_TO_NOBODY
        """The same object until the shares have changed by more than `HAIR`."""
        self._left: dict[Cause, float] = {}
        self._changed = 0.0

    def follow(self, value: float, causes: list[Cause]) -> None:
        """It stands at `value` now; whatever it rose by is owed to `causes`, alike."""
        if value > self.stands + LEAST:
            for cause in causes or [ITSELF]:
                self._left[cause] = self._left.get(cause, 0.0) + (value - self.stands) / max(len(causes), 1)
            self._changed = 1.0
        elif self.stands > 0.0:
            self._keep(max(value, 0.0) / self.stands)
        self._stand_at(value)

    def relaxed(self, value: float, base: float, keeper: Cause) -> None:
        """It has come nearer to `base`, at which this keeps it up, and stands at `value` now."""
        kept = (value - base) / (self.stands - base) if self.stands != base else 1.0
        made_good = base * (1.0 - kept)
        self._keep(kept)
        if made_good > 0.0:
            self._left[keeper] = self._left.get(keeper, 0.0) + made_good
            self._changed += made_good / max(value, LEAST)
        self._stand_at(value)

    def _keep(self, share: float) -> None:
        for cause in self._left:
            self._left[cause] *= share

    def _stand_at(self, value: float) -> None:
        self.stands = value
        if self._changed > HAIR:
            self._changed = 0.0
            self._left = {cause: left for cause, left in self._left.items() if left > LEAST}
            total = sum(self._left.values())
            if total > 0.0:
                shares = tuple((cause, left / total) for cause, left in self._left.items())
                self.shares = shares if len(shares) > 1 or shares[0][0] != ITSELF else OWED_TO_NOBODY


class Pull(NamedTuple):
    """A part of a drift, in √s per s: where it comes from but for the causes behind it, and what it is owed to."""

    source: Source
    shares: Shares
    amount: float


class Causes:
    """Follows what raised every feeling of some people, and what brought each of their motives to mind."""

    def __init__(self, tables: Tables, people: Collection[int]) -> None:
        self.tables = tables
        self.people = tuple(people)
        ti = tables.packed.ti
        self.felt = {person * len(EMOTIONS) + emotion: Faded() for person in people for emotion in range(len(EMOTIONS))}
        bases = [ti[at.TI_PERSON] + person * at.TI_PERSON_SIZE for person in people]
        own = (range(ti[base + at.PERSON_MOTIVES], ti[base + at.PERSON_MOTIVES_END]) for base in bases)
        self.cued = {motive: Faded() for motives in own for motive in motives}
        self.weighed = {motive: Faded() for motive in self.cued}
        self.standing = Standing(tables, people)
        self._menaces: dict[Cause, Shares] = {}
        self._lately: dict[int, tuple[float, list[Cause]]] = {}
        self._caught: dict[tuple[int, int], float] = {}
        """What each had caught of each family of feelings when that last rose."""
        self._kept_by: dict[int, tuple[float, Cause]] = {}
        self._gains = {motive: self._gains_of(motive) for motive in self.cued}
        self._incidents = 0
        self._events = 0
        self._under_way: set[int] = set()

    def watch(self, si: Ints, sf: Floats) -> None:
        """The state after a step."""
        ti = self.tables.packed.ti
        stirring = self._stirring(si, sf)
        if sf[ti[at.SF_RUN] + at.RUN_T] == 0.0:
            stirring = {}
        self.standing.watch(si, sf, stirring)
        self._note_stirring(sf, stirring)
        for cell, felt in self.felt.items():
            stands = sf[ti[at.SF_FEELING] + cell * at.SF_FEELING_SIZE + at.FEELING_FELT]
            if stands != felt.stands:
                self._follow_feeling(si, sf, cell, felt, stands)
        for motive, cued in self.cued.items():
            row = ti[at.SF_MOTIVE] + motive * at.SF_MOTIVE_SIZE
            if sf[row + at.MOTIVE_CUE] != cued.stands:
                cued.follow(sf[row + at.MOTIVE_CUE], stirring.get(self._owner(motive), []))
            weighed = self.weighed[motive]
            if sf[row + at.MOTIVE_W] != weighed.stands:
                weighed.follow(sf[row + at.MOTIVE_W], self._weighted(motive, stirring))

    def feelings(self, person: int) -> dict[int, Shares]:
        """What each of a person's feelings is owed to now, by emotion; those that nothing has raised are left out."""
        cells = ((emotion, self.felt[person * len(EMOTIONS) + emotion].shares) for emotion in range(len(EMOTIONS)))
        return {emotion: shares for emotion, shares in cells if shares is not OWED_TO_NOBODY}

    def _owner(self, motive: int) -> int:
        ti = self.tables.packed.ti
        return ti[ti[at.TI_MOTIVE] + motive * at.TI_MOTIVE_SIZE + at.MOTIVE_OWNER]

    def _note_stirring(self, sf: Floats, stirring: dict[int, list[Cause]]) -> None:
        """What stirred whom last, and until when that tells: what it changed of the prospects is felt a refresh later."""
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        until = sf[ti[at.SF_RUN] + at.RUN_T] + tf[at.K_REFRESH]
        self._lately |= {person: (until, causes) for person, causes in stirring.items()}

    def _follow_feeling(self, si: Ints, sf: Floats, cell: int, felt: Faded, stands: float) -> None:
        """One feeling through a step: what raised it at once, and then how far it came nearer to what keeps it up."""
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        person, emotion = divmod(cell, len(EMOTIONS))
        if sf[ti[at.SF_RUN] + at.RUN_T] == 0.0:
            felt.follow(stands, [ITSELF])
            return
        base = sf[ti[at.SF_FEELING] + cell * at.SF_FEELING_SIZE + at.FEELING_BASE]
        excess, rise = tf[ti[at.TF_EMOTION] + emotion * at.TF_EMOTION_SIZE + at.EMOTION_KEPT], tf[ti[at.TF_RUN] + at.RUN_RISE_KEPT]
        if abs(stands - relax(felt.stands, base, excess, rise)) > LEAST:
            moved = base + (stands - base) / (excess if stands > base else rise)
            felt.follow(moved, self._raised(si, sf, person, emotion, moved - felt.stands))
        felt.relaxed(stands, base, self._keeper(si, sf, cell, base))

    def _raised(self, si: Ints, sf: Floats, person: int, emotion: int, risen: float) -> list[Cause]:
        """What raised a feeling at once: another's, as far as it was caught; what stirred it; or how things had come to look."""
        if emotion in TAKEN_ON:
            ti, family = self.tables.packed.ti, TAKEN_ON.index(emotion)
            now = sf[ti[at.SF_PERSON] + person * at.SF_PERSON_SIZE + at.PERSON_CAUGHT + family]
            caught, self._caught[person, family] = now - self._caught.get((person, family), 0.0), now
            if caught > risen / 2.0 > 0.0:
                return [CAUGHT]
        until, causes = self._lately.get(person, (-1.0, []))
        if sf[self.tables.packed.ti[at.SF_RUN] + at.RUN_T] <= until:
            return causes
        menace = self.standing.menace(si, sf, person) if emotion == at.FEELS_FEAR else ITSELF
        return [menace if menace != ITSELF else OUTLOOK]

    def _keeper(self, si: Ints, sf: Floats, cell: int, base: float) -> Cause:
        """What keeps a feeling up, worked out anew where that has changed."""
        if base == 0.0:
            return ITSELF
        if self._kept_by.get(cell, (-1.0, ITSELF))[0] != base:
            self._kept_by[cell] = (base, self.standing.keeper(si, sf, *divmod(cell, len(EMOTIONS))))
        return self._kept_by[cell][1]

    def _weighted(self, motive: int, stirring: dict[int, list[Cause]]) -> list[Cause]:
        """What made a motive weigh more in this step: what was done, or else, of an order, that its giver is at hand."""
        ti = self.tables.packed.ti
        table, owner = ti[at.TI_MOTIVE] + motive * at.TI_MOTIVE_SIZE, self._owner(motive)
        done = [cause for cause in stirring.get(owner, []) if cause[0] == "act"]
        if done:
            return done
        if ti[table + at.MOTIVE_KIND] == OBEY:
            return [self.standing.came.get((owner, ti[table + at.MOTIVE_OBJECT]), ITSELF)]
        return []

    def _gains_of(self, motive: int) -> list[tuple[int, float, int]]:
        """Each emotion that sharpens a motive: its row, by how much, and the cell of the state where it is felt."""
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        table = ti[at.TI_MOTIVE] + motive * at.TI_MOTIVE_SIZE
        person, found = ti[table + at.MOTIVE_OWNER], []
        for row in range(ti[table + at.MOTIVE_GAINS], ti[table + at.MOTIVE_GAINS_END]):
            emotion = ti[ti[at.TI_GAIN] + row * at.TI_GAIN_SIZE + at.GAIN_FEELING]
            cell = ti[at.SF_FEELING] + (person * len(EMOTIONS) + emotion) * at.SF_FEELING_SIZE + at.FEELING_FELT
            found.append((emotion, tf[ti[at.TF_GAIN] + row * at.TF_GAIN_SIZE + at.GAIN_SLOPE], cell))
        return found

    def _stirring(self, si: Ints, sf: Floats) -> dict[int, list[Cause]]:
        """By person, what took effect before him or befell him in this step."""
        found: dict[int, list[Cause]] = {}
        for known, cause in (*self._landed(si, sf), *self._befell(si, sf)):
            for person in self.people:
                if known >> person & 1:
                    found.setdefault(person, []).append(cause)
        return found

    def _landed(self, si: Ints, sf: Floats) -> Iterator[tuple[int, Cause]]:
        """The acts that took effect in this step, each with the mask of who perceived it."""
        ti = self.tables.packed.ti
        count = si[ti[at.SI_RUN] + at.RUN_EVENTS]
        self._under_way.update(range(self._events, count))
        self._events = count
        for event in sorted(self._under_way):
            row = ti[at.SI_EVENT] + event * at.SI_EVENT_SIZE
            cut = si[row + at.EVENT_CUT] == 1
            if cut or sf[ti[at.SF_EVENT] + event * at.SF_EVENT_SIZE + at.EVENT_LANDS] <= sf[ti[at.SF_RUN] + at.RUN_T]:
                self._under_way.discard(event)
                if not cut:
                    yield si[row + at.EVENT_HEARD], ("act", event)

    def _befell(self, si: Ints, sf: Floats) -> Iterator[tuple[int, Cause]]:
        """What befell somebody in this step, with the mask of whom it can stir: who knows of it, or everybody where it is nobody's."""
        ti = self.tables.packed.ti
        count = si[ti[at.SI_RUN] + at.RUN_INCIDENTS]
        came: set[int] = set()
        for incident in range(self._incidents, count):
            row = ti[at.SI_INCIDENT] + incident * at.SI_INCIDENT_SIZE
            early = si[row + at.INCIDENT_KIND] == NOTICES and sf[ti[at.SF_RUN] + at.RUN_T] < BEGINNING
            if si[row + at.INCIDENT_KIND] in STIRRING and not early:
                who = si[row + at.INCIDENT_WHO]
                if si[row + at.INCIDENT_KIND] == ARRIVES:
                    came.add(who)
                elif si[row + at.INCIDENT_KIND] == NOTICES and si[row + at.INCIDENT_WHOM] in came:
                    continue
                known = 0 if si[row + at.INCIDENT_KIND] in DONE_TO_ONE else si[row + at.INCIDENT_SEEN]
                yield (known | 1 << who if who >= 0 else -1), ("incident", incident)
        self._incidents = count

    def pulls(self, si: Ints, sf: Floats, person: int, act: int, drift: float) -> list[Pull]:
        """The drift of an act by where it comes from; the parts add up to it."""
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        base = ti[at.TI_PERSON] + person * at.TI_PERSON_SIZE
        first, end = ti[base + at.PERSON_MOTIVES], ti[base + at.PERSON_MOTIVES_END]
        drive = sf[ti[at.SF_PERSON] + person * at.SF_PERSON_SIZE + at.PERSON_DRIVE]
        attended = si[ti[at.SI_PERSON] + person * at.SI_PERSON_SIZE + at.PERSON_ATTENDED]
        use = ti[at.SF_USE] + ti[ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_USE] - first
        psi = tf[at.K_PSI] if attended >= 0 else 0.0
        pulling: list[tuple[int, float, float]] = []
        for motive in range(first, end):
            x = sf[use + motive]
            if x != 0.0:
                share = sf[ti[at.SF_MOTIVE] + motive * at.SF_MOTIVE_SIZE + at.MOTIVE_SHARE]
                heed = attended_use(share / drive if drive > 0.0 else 0.0, float(motive == attended), psi)
                pulling.append((motive, x, heed))
        total = sum(x * heed for _, x, heed in pulling)
        scale = drift / total if total != 0.0 else 0.0
        part = 1.0 / max(1, si[ti[at.SI_PERSON] + person * at.SI_PERSON_SIZE + at.PERSON_OPEN])
        return [
            found
            for motive, x, heed in pulling
            for by, shares, of in self._ways(si, sf, person, act, motive, x, part)
            if of != 0.0
            for found in self._behind(sf, person, motive, by, shares, of * heed * scale)
        ]

    def _ways(self, si: Ints, sf: Floats, person: int, act: int, motive: int, x: float, part: float) -> list[tuple[str, Shares, float]]:
        """How a motive comes by its use of an act: because doing nothing would cost, by what somebody is taken to mean, of itself."""
        waiting, owed = self._waiting(sf, motive, part), self.weighed[motive].shares
        ways = [("waiting", owed, waiting), ("itself", owed, x - waiting)]
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        if ti[ti[at.TI_MOTIVE] + motive * at.TI_MOTIVE_SIZE + at.MOTIVE_KIND] == LIVE:
            safe = tf[ti[at.TF_MOTIVE] + motive * at.TF_MOTIVE_SIZE + at.MOTIVE_P0]
            if sf[ti[at.SF_MOTIVE] + motive * at.SF_MOTIVE_SIZE + at.MOTIVE_P] < safe - LEAST:
                read = x - self._use_at(si, sf, person, act, motive, part, safe)
                ways[1] = ("itself", owed, x - waiting - read)
                ways.append(("reading", self._menaced(si, sf, person), read))
        return ways

    def _menaced(self, si: Ints, sf: Floats, person: int) -> Shares:
        """What he takes to endanger him; the same object until that changes."""
        menace = self.standing.menace(si, sf, person)
        return self._menaces.setdefault(menace, ((menace, 1.0),))

    def _use_at(self, si: Ints, sf: Floats, person: int, act: int, motive: int, part: float, prospect: float) -> float:
        """What an act would mean to a motive now, beside the others, if its prospect were another."""
        ti, tf = self.tables.packed.ti, self.tables.packed.tf
        base = ti[at.TI_PERSON] + person * at.TI_PERSON_SIZE
        found, total = 0.0, 0.0
        for one in range(ti[base + at.PERSON_ACTS], ti[base + at.PERSON_ACTS_END]):
            state = ti[at.SI_ACT] + one * at.SI_ACT_SIZE
            if si[state + at.ACT_OPEN] == 1:
                worth = ti[ti[at.TI_WORDING] + si[state + at.ACT_NEXT] * at.TI_WORDING_SIZE + at.WORDING_WORTH]
                row = worth + motive - ti[base + at.PERSON_MOTIVES]
                u = use(tf[ti[at.TF_WORTH] + row * at.TF_WORTH_SIZE + at.WORTH_V], prospect)
                total += u
                found = u if one == act else found
        idle = sf[ti[at.SF_MOTIVE] + motive * at.SF_MOTIVE_SIZE + at.MOTIVE_IDLE]
        return relative_use(found, total, idle, part)

    def _waiting(self, sf: Floats, motive: int, part: float) -> float:
        """What doing nothing would cost, as far as it speaks for any one act."""
        idle = sf[self.tables.packed.ti[at.SF_MOTIVE] + motive * at.SF_MOTIVE_SIZE + at.MOTIVE_IDLE]
        return relative_use(0.0, 0.0, idle, part)

    def _behind(self, sf: Floats, person: int, motive: int, by: str, shares: Shares, pull: float) -> Iterator[Pull]:
        """A motive's pull: what is its own, what cues added, what feelings made of it."""
        ti = self.tables.packed.ti
        row = ti[at.SF_MOTIVE] + motive * at.SF_MOTIVE_SIZE
        gain, cue = sf[row + at.MOTIVE_G], sf[row + at.MOTIVE_CUE]
        own = pull / (gain * (1.0 + cue))
        if ti[ti[at.TI_MOTIVE] + motive * at.TI_MOTIVE_SIZE + at.MOTIVE_KIND] in FELT_TO:
            emotion = ti[ti[at.TI_MOTIVE] + motive * at.TI_MOTIVE_SIZE + at.MOTIVE_FEELING]
            yield self._felt(person, motive, emotion, own)
        else:
            yield Pull(Source("motive", motive, by), shares, own)
        if cue > 0.0:
            yield Pull(Source("motive", motive, "mind"), self.cued[motive].shares, own * cue)
        if gain != 1.0:
            yield from self._sharpened(sf, person, motive, pull - pull / gain)

    def _sharpened(self, sf: Floats, person: int, motive: int, amount: float) -> Iterator[Pull]:
        """What feelings made of a pull, by the feelings."""
        parts = [(emotion, slope * sf[cell]) for emotion, slope, cell in self._gains[motive] if sf[cell] != 0.0]
        total = sum(part for _, part in parts)
        if total == 0.0:
            yield Pull(Source("motive", motive, "itself"), OWED_TO_NOBODY, amount)
            return
        for emotion, part in parts:
            yield self._felt(person, motive, emotion, amount * part / total)

    def _felt(self, person: int, motive: int, emotion: int, amount: float) -> Pull:
        """What a feeling did, by what raised it."""
        return Pull(Source("motive", motive, "feeling", emotion), self.felt[person * len(EMOTIONS) + emotion].shares, amount)
