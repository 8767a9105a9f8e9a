"""A performance that somebody holds the reins of. The same step as any other; what is done by hand goes in as interventions.

Knows no words and no files: `save` gives a record, `restore` takes one.
"""

from __future__ import annotations

import hashlib
from typing import Final, NamedTuple

from falter.kernel.interventions import ACT
from falter.performance.perform import BUFFER_FULL, Intervention, intervention_rows, ready_advance
from falter.performance.trace import ending_name
from falter.tables import columns as at
from falter.tables.acts import CHANNEL_BITS
from falter.tables.compile import compile_scene
from falter.tables.rows import floats_of, ints_of
from falter.tables.tables import Tables

KEEP_EVERY: Final = 50
"""Steps from one snapshot to the next: going back replays at most so many."""


class Saved(NamedTuple):
    """A session as a record: the digest of its tables, what went in, and where it stands. Enough to go on to the last bit."""

    digest: str
    capacity: int
    """Acts there is room for: more than the tables were made with, where the room had to be enlarged."""
    seed: int
    luck: int
    step: int
    interventions: tuple[Intervention, ...]
    branches: tuple[tuple[int, int], ...]
    """(step, luck): from that step on the draws were those of another luck."""
    ints: bytes
    floats: bytes


class OpenAct(NamedTuple):
    """An act that may be done now: by whom, which move, to whom."""

    person: str
    move: str
    to: str | None
    row: int


class Session:
    """One performance, from its start. `luck` in [0, 2³²) is another draw of chance under the same seed.

    >>> # session.advance(10.0); session.act("HUX", "rise"); session.rewind(5.0)
    """

    def __init__(self, tables: Tables, seed: int = 0, luck: int = 0) -> None:
        self.seed = seed
        self.interventions: list[Intervention] = []
        self.branches: list[tuple[int, int]] = [(0, luck)]
        self._begin(tables)

    def _begin(self, tables: Tables) -> None:
        """Stand at the start, with what was done by hand and the branches kept."""
        self.tables = tables
        packed = tables.packed
        self._ti, self._tf, self._tu = packed.ti, packed.tf, packed.tu
        self._kept: dict[int, tuple[bytes, bytes]] = {}
        self._set(0, packed.si.tobytes(), packed.sf.tobytes())
        self._keep()

    @property
    def t(self) -> float:
        """Story time, in s."""
        return self.step * self._tf[at.K_DT]

    @property
    def closed(self) -> bool:
        """Has the performance closed?"""
        return self._si[self._ti[at.SI_RUN] + at.RUN_STATUS] != 0

    @property
    def ending(self) -> str | None:
        """The ending's name, None while it goes on; `closed` in a scene that names none, `undecided` where none held."""
        return ending_name(self.tables.scene, self._si[self._ti[at.SI_RUN] + at.RUN_ENDING]) if self.closed else None

    @property
    def events(self) -> int:
        """Acts begun so far."""
        return self._si[self._ti[at.SI_RUN] + at.RUN_EVENTS]

    def state(self) -> tuple[bytes, bytes]:
        """The whole state, integers and floats, as bytes: equal states are equal to the last bit."""
        return self._si.tobytes(), self._sf.tobytes()

    def open_acts(self, person: str) -> list[OpenAct]:
        """What a person may do now: open, not in hand, on channels that are free; nothing after the close.

        Raises KeyError for a person the scene has not.
        """
        row = self.tables.names.person[person]
        if self.closed:
            return []
        base = self._ti[at.TI_PERSON] + row * at.TI_PERSON_SIZE
        count = self._si[self._ti[at.SI_PERSON] + row * at.SI_PERSON_SIZE + at.PERSON_OPEN]
        listed = self._ti[at.SI_LIST] + self._ti[base + at.PERSON_ACTS]
        return [self._open(person, self._si[listed + k]) for k in range(count) if self._free(row, self._si[listed + k])]

    def _free(self, person: int, act: int) -> bool:
        """Is the act not in hand, and no channel of it in use at the coming step?"""
        in_hand = self._si[self._ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_PENDING] >= 0
        channels = self._ti[self._ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_CHANNELS]
        return not in_hand and not channels & self._taken(person)

    def _taken(self, person: int) -> int:
        """Mask of the act channels in use now. PERSON_TAKEN is of the last step, before what was begun in it."""
        free = self._ti[at.SF_PERSON] + person * at.SF_PERSON_SIZE + at.PERSON_FREE
        return sum(bit for channel, bit in enumerate(CHANNEL_BITS.values()) if self._sf[free + channel] > self.t)

    def _open(self, person: str, act: int) -> OpenAct:
        move = self.tables.names.moves[self._ti[self._ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_MOVE]]
        aim = self._si[self._ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_AIM]
        return OpenAct(person, move.id, self.tables.names.people[aim].id if aim >= 0 else None, act)

    def advance(self, seconds: float) -> int:
        """Go on for `seconds` s of story time, or until it closes; returns how many acts were begun. Raises ValueError if seconds < 0."""
        if not seconds >= 0.0:
            raise ValueError(f"seconds must be 0 or more; got {seconds!r}")
        before = self.events
        self._go_to(self.step + round(seconds / self._tf[at.K_DT]))
        return self.events - before

    def act(self, person: str, move: str, to: str | None = None) -> None:
        """The person does this in the coming step.

        Raises ValueError after the close, and, naming what may be done, for what may not be done now.
        """
        if self.closed:
            raise ValueError(f"act() must come before the close; the performance closed at {self.t:.1f} s")
        options = self.open_acts(person)
        chosen = next((act for act in options if act.move == move and to in (None, act.to)), None)
        if chosen is None:
            names = ", ".join(sorted({act.move for act in options})) or "nothing"
            raise ValueError(f"move must be one that {person} may do now ({names}); got {move!r}")
        self.interventions.append(Intervention(self.step, ACT, self.tables.names.person[person], chosen.row))
        self._go_to(self.step + 1)

    def rewind(self, t: float) -> None:
        """Go back to story time t, and forget what was done by hand after it. Raises ValueError outside [0, now]."""
        step = round(t / self._tf[at.K_DT])
        if not 0 <= step <= self.step:
            raise ValueError(f"t must be in [0, {self.t:.1f}] s; got {t!r}")
        self.interventions = [row for row in self.interventions if row.step < step]
        self.branches = [branch for branch in self.branches if branch[0] <= step]
        nearest = max(kept for kept in self._kept if kept <= step)
        self._kept = {kept: state for kept, state in self._kept.items() if kept <= nearest}
        self._set(nearest, *self._kept[nearest])
        self._go_to(step)

    def fork(self, luck: int) -> Session:
        """A copy that goes on from here with other luck; this one is left as it is."""
        other = self.restore(self.tables, self.save())
        if other.branches[-1][0] == self.step:
            other.branches.pop()
        other.branches.append((self.step, luck))
        return other

    def save(self) -> Saved:
        """The session as a record."""
        done, branches = tuple(self.interventions), tuple(self.branches)
        digest, luck = digest_of(self.tables), self.branches[0][1]
        return Saved(digest, self.tables.capacity, self.seed, luck, self.step, done, branches, *self.state())

    @classmethod
    def restore(cls, tables: Tables, saved: Saved) -> Session:
        """The session again. Raises ValueError if it was saved from other tables."""
        if saved.capacity != tables.capacity:
            tables = compile_scene(tables.scene, tables.places, saved.capacity)
        if saved.digest != digest_of(tables):
            raise ValueError("saved must be of this scene, as it is; it was saved from another")
        made = cls(tables, saved.seed, saved.luck)
        made.interventions = list(saved.interventions)
        made.branches = list(saved.branches)
        made._set(saved.step, saved.ints, saved.floats)
        made._keep()
        return made

    def _set(self, step: int, ints: bytes, floats: bytes) -> None:
        self.step = step
        self._si, self._sf = ints_of(ints), floats_of(floats)

    def _keep(self) -> None:
        self._kept[self.step] = self.state()

    def _go_to(self, target: int) -> None:
        """Steps up to `target`, or to the close. Where there is no room for another act, room is made and all is done over."""
        while self.step < target and not self.closed:
            ahead = [step for step, _ in self.branches if step > self.step]
            stop = min(target, (self.step // KEEP_EVERY + 1) * KEEP_EVERY, *ahead)
            self._run_to(stop)
            if self._si[self._ti[at.SI_RUN] + at.RUN_STATUS] == BUFFER_FULL:
                self._begin(compile_scene(self.tables.scene, self.tables.places, 2 * self.tables.capacity))
            elif self.step % KEEP_EVERY == 0:
                self._keep()

    def _run_to(self, stop: int) -> None:
        luck = max(branch for branch in self.branches if branch[0] <= self.step)[1]
        ii, i_f = intervention_rows(self.interventions)
        blocks = (self._ti, self._tf, self._tu, self._si, self._sf)
        self.step = ready_advance()(*blocks, ii, i_f, self.seed, 0, luck, self.step, stop - self.step)


def digest_of(tables: Tables) -> str:
    """What a saved session is bound to: every cell of the tables."""
    hashed = hashlib.blake2b(digest_size=16)
    for block in tables.packed[:5]:
        hashed.update(block.tobytes())
    return hashed.hexdigest()
