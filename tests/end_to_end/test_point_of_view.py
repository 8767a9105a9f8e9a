"""Told close to one mind, nothing is told that it could not know.

Everything in a trace that KYLO cannot perceive, feel or believe is drawn anew at random, at every step: what others feel, want, reckon,
have open and are about to do; where those are whom he has not noticed; their inner moves; who else heard what, and why it was done; the
ending. What he perceives stays: who is there, where they are, what they wear, what shows on them, what was done before him. His prose
must stay the same to the last byte.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable, Iterator

import pytest

from falter.kernel import conditions
from falter.narrate import prose
from falter.performance import Trace, perform
from falter.performance.mindview import MindView
from falter.tables import columns as at
from falter.tables.layout import SECTIONS, UNTRACED
from tests.performing import whole_scene

HERE, DEAD = 0, 3
KNOWN_OF_OTHERS = {"person": {"PRESENCE", "X", "Y"}, "cover": {"ON"}}
"""What is known of someone noticed; a feeling is known as far as it shows."""
OWNERS: dict[str, Callable[[Trace, int], int]] = {
    "person": lambda trace, row: row,
    "feeling": lambda trace, row: row // trace.tables.packed.ti[at.N_EMOTION],
    "motive": lambda trace, row: of(trace, at.TI_MOTIVE, at.TI_MOTIVE_SIZE, row, at.MOTIVE_OWNER),
    "act": lambda trace, row: of(trace, at.TI_ACT, at.TI_ACT_SIZE, row, at.ACT_OWNER),
    "wording": lambda trace, row: OWNERS["act"](trace, of(trace, at.TI_WORDING, at.TI_WORDING_SIZE, row, at.WORDING_ACT)),
    "pair": lambda trace, row: row // trace.tables.packed.ti[at.N_PERSON],
    "cover": lambda trace, row: of(trace, at.TI_COVER, at.TI_COVER_SIZE, row, at.COVER_OWNER),
    "read": lambda trace, row: of(trace, at.TI_READ, at.TI_READ_SIZE, row, at.READ_READER),
}
"""Whose a row of a section is. Rows of sections that are not here are nobody's to see."""
PUBLIC = {"run": {"T", "STATUS", "EVENTS"}}


def of(trace: Trace, base: int, size: int, row: int, column: int) -> int:
    ti = trace.tables.packed.ti
    return ti[ti[base] + row * size + column]


def base_of(trace: Trace, block: str, section: str) -> int:
    return trace.tables.packed.ti[getattr(at, f"{block.upper()}_{section.upper()}")]


def cells(trace: Trace, block: str) -> Iterator[tuple[str, int, str, int]]:
    """Every cell of a row of a trace: section, row, column, place."""
    for section in SECTIONS:
        if section.name in UNTRACED or not section.size(block):
            continue
        place = base_of(trace, block, section.name)
        for row in range(trace.tables.packed.ti[getattr(at, f"N_{section.name.upper()}")]):
            for column in section.columns:
                if column.block == block:
                    for _ in range(column.width):
                        yield section.name, row, column.name, place
                        place += 1


class Scramble:
    """A copy of a trace in which all that one person cannot know is random."""

    def __init__(self, trace: Trace, person: str, seed: int) -> None:
        self.trace = trace
        self.me = trace.tables.names.person[person]
        self.chance = random.Random(seed)
        self.ints, self.floats = array("q", trace.ints), array("d", trace.floats)
        self.changed = 0

    def made(self) -> Trace:
        old = self.trace
        for block, target in (("si", self.ints), ("sf", self.floats)):
            wide = len(target) // old.steps
            table = list(cells(old, block))
            for step in range(old.steps):
                for section, row, column, place in table:
                    if section != "feeling" and not self.known(step, section, row, column):
                        self.put(target, step * wide + place, block)
        for step in range(old.steps):
            self.scramble_feelings(step)
        last_ints, last_floats = self.events()
        return Trace(old.tables, old.seed, old.run, old.luck, old.steps, self.ints, self.floats, last_ints, last_floats)

    def put(self, target: array[int] | array[float], place: int, block: str) -> None:
        target[place] = self.chance.randrange(4) if block == "si" else self.chance.uniform(0.0, 5.0)
        self.changed += 1

    def noticed(self, step: int, other: int) -> bool:
        pair = self.me * self.trace.tables.packed.ti[at.N_PERSON] + other
        return bool(self.trace.si(step)[base_of(self.trace, "si", "pair") + pair * at.SI_PAIR_SIZE + at.PAIR_NOTICED])

    def presence(self, step: int, other: int) -> int:
        return int(self.trace.si(step)[base_of(self.trace, "si", "person") + other * at.SI_PERSON_SIZE + at.PERSON_PRESENCE])

    def known(self, step: int, section: str, row: int, column: str) -> bool:
        if section in PUBLIC:
            return column in PUBLIC[section]
        if section not in OWNERS:
            return False
        owner = OWNERS[section](self.trace, row)
        if owner == self.me:
            return True
        if section == "pair":
            return row % self.trace.tables.packed.ti[at.N_PERSON] == self.me and self.noticed(step, owner)
        if column in ("X", "Y") and self.presence(step, owner) not in (HERE, DEAD):
            return False
        return column in KNOWN_OF_OTHERS.get(section, ()) and self.noticed(step, owner)

    def scramble_feelings(self, step: int) -> None:
        """Others feel something else that is hidden otherwise, so that the same shows to one who sees them; to others, anything."""
        trace, packed = self.trace, self.trace.tables.packed
        ti, wide = packed.ti, packed.sf_traced
        sf = memoryview(self.floats)[step * wide : (step + 1) * wide]
        for person in range(ti[at.N_PERSON]):
            if person == self.me:
                continue
            hides = ti[at.SF_PERSON] + person * at.SF_PERSON_SIZE + at.PERSON_HIDES
            for emotion in range(ti[at.N_EMOTION]):
                row = ti[at.SF_FEELING] + (person * ti[at.N_EMOTION] + emotion) * at.SF_FEELING_SIZE
                for column in (at.FEELING_BASE, at.FEELING_BEFORE):
                    sf[row + column] = self.chance.random()
                sf[hides + emotion] = self.chance.uniform(-4.0, 1.0)  # below 0: shown more than felt, so that the feeling may be a hint
                sf[row + at.FEELING_FELT] = 1.0
                self.changed += 1
                if not self.noticed(step, person) or self.presence(step, person) != HERE:
                    sf[row + at.FEELING_FELT] = self.chance.random()
                    continue
                si = trace.si(step)
                seen = conditions.most_shown(ti, packed.tf, si, trace.sf(step), person, emotion)
                reach = conditions.most_shown(ti, packed.tf, si, sf, person, emotion)
                sf[row + at.FEELING_FELT] = seen / reach if reach > 0.0 else self.chance.random()

    def events(self) -> tuple[array[int], array[float]]:
        """Acts he did not perceive become others; of those he did, why, for whom else and after how long is drawn anew."""
        trace, packed = self.trace, self.trace.tables.packed
        ints, floats = array("q", trace.last_ints), array("d", trace.last_floats)
        owners = [OWNERS["act"](trace, act) for act in range(packed.ti[at.N_ACT])]
        for index, event in enumerate(trace.events):
            i = packed.ti[at.SI_EVENT] - packed.si_traced + index * at.SI_EVENT_SIZE
            f = packed.ti[at.SF_EVENT] - packed.sf_traced + index * at.SF_EVENT_SIZE
            if owners[ints[i + at.EVENT_ACT]] == self.me:
                continue
            mine = 1 << self.me
            ints[i + at.EVENT_HEARD] = (ints[i + at.EVENT_HEARD] & mine) | (self.chance.getrandbits(len(trace.people)) & ~mine)
            ints[i + at.EVENT_CAUSE] = self.chance.randrange(packed.ti[at.N_MOTIVE])
            floats[f + at.EVENT_WAITED] = self.chance.uniform(0.0, 60.0)
            if not ints[i + at.EVENT_HEARD] & mine:
                act = self.chance.choice([act for act, owner in enumerate(owners) if owner != self.me])
                ints[i + at.EVENT_ACT] = act
                ints[i + at.EVENT_WORDING] = of(trace, at.TI_ACT, at.TI_ACT_SIZE, act, at.ACT_WORDINGS)
                ints[i + at.EVENT_AIM] = self.chance.randrange(-1, len(trace.people))
                for column in (at.EVENT_T, at.EVENT_LANDS, at.EVENT_ENDS):
                    floats[f + column] = self.chance.uniform(0.0, event.ends + 60.0)
            self.changed += 1
        return ints, floats


OFFICE, FOREST = "the-generals-office", "the-huntsman"
CASES = [(OFFICE, "KYLO", 1), (OFFICE, "HUX", 7), (FOREST, "HUNTSMAN", 3)]


@pytest.mark.parametrize(("name", "person", "run"), CASES)
def test_what_one_cannot_know_does_not_touch_the_prose(name: str, person: str, run: int) -> None:
    trace = perform(whole_scene(name), 5, run)
    told = str(prose(trace, pov=person))
    scramble = Scramble(trace, person, run)
    other = scramble.made()
    print(f"{name}, close to {person}, run {run}: {scramble.changed} values drawn anew, {len(told)} characters the same")
    assert scramble.changed > 100 * trace.steps
    assert str(prose(other, pov=person)) == told
    assert other.ints != trace.ints
    assert other.floats != trace.floats


def felt_of_another(patch: pytest.MonkeyPatch) -> None:
    """The view reads what the other feels for what he shows."""

    def shown(view: MindView, step: int, other: str, emotion: str) -> float:
        names = view._tables.names
        return float(conditions.felt(view._ti, view._trace.sf(step), names.person[other], names.emotions[emotion]))

    patch.setattr(MindView, "shown", shown)


def another_mind(patch: pytest.MonkeyPatch) -> None:
    """The view reads another's row for its own."""
    own = MindView._float
    patch.setattr(MindView, "_float", lambda view, step, column: own(MindView(view._trace, "HUX"), step, column))


def every_act(patch: pytest.MonkeyPatch) -> None:
    """The view has every act, heard or not."""
    patch.setattr(MindView, "events", property(lambda view: view._trace.events))


def told(trace: Trace, person: str) -> str:
    """The prose close to a mind; for a mind that was scrambled it may be told of moves that are not his."""
    try:
        return str(prose(trace, pov=person))
    except ValueError:
        return "nonsense"


LEAKS = [("KYLO", felt_of_another), ("KYLO", another_mind), ("HUX", every_act)]


@pytest.mark.parametrize(("person", "leak"), LEAKS)
def test_a_view_that_leaks_is_caught(person: str, leak: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above would fail in one of three runs at least. Close to the other mind, too, the scrambled trace is told otherwise."""
    other = "HUX" if person == "KYLO" else "KYLO"
    traces = [perform(whole_scene(OFFICE), 5, run) for run in (1, 2, 3)]
    scrambled = [Scramble(trace, person, 1).made() for trace in traces]
    assert all(told(mixed, other) != told(trace, other) for mixed, trace in zip(scrambled, traces, strict=True))
    leak(monkeypatch)
    assert any(told(mixed, person) != told(trace, person) for mixed, trace in zip(scrambled, traces, strict=True))
