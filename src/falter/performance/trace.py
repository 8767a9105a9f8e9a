"""The trace of one performance: every act, and the state of every mind at every step. The only object a teller or a scientist needs."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, cast

from falter.files import read_file, write_file
from falter.kernel import conditions
from falter.model.scene import Scene
from falter.model.words import DISPLAY_CHANNELS, EMOTIONS, FAMILIES, INCIDENTS, TIES
from falter.numeric.mode import Floats, Ints
from falter.performance.event import Event, Incident
from falter.performance.mindview import MindView
from falter.tables import columns as at
from falter.tables.tables import Tables

if TYPE_CHECKING:
    from falter.performance.perform import Intervention

MOOD_COLUMNS = {"pleasure": at.PERSON_MOOD, "arousal": at.PERSON_MOOD + 1, "dominance": at.PERSON_MOOD + 2}
BODY_COLUMNS = {
    "arousal": at.PERSON_AROUSAL,
    "heart": at.PERSON_HEART,
    "breath": at.PERSON_BREATH,
    "tremor": at.PERSON_TREMOR,
    "effort": at.PERSON_EFFORT,
}
UNDECIDED = "undecided"
CLOSED = "closed"


class StateRow(NamedTuple):
    """One value of one mind at one step; `line` is the offset span's line in the scene's source, None if it was not read from text.

    `kind`: `felt` and `shown` (name: the emotion; in [0, 1]), `attended` (name: the motive; its share of attention, in [0, 1]),
    `mood` (name: pleasure, arousal, dominance; in [-1, 1]), `body` (name: arousal and tremor in [0, 1], heart and breath a minute,
    effort in [0, 1]), `preference` and `threshold` (name: the act; √s), `belief` (name: what is wondered; in [0, 1]).
    """

    step: int
    t: float
    person: str
    kind: str
    name: str
    value: float
    path: tuple[str | int, ...]
    span: tuple[int, int] | None


class Trace:
    """One performance. Times in s of story time; steps run from 0 to `steps - 1`, `dt` s each."""

    def __init__(
        self,
        tables: Tables,
        seed: int,
        run: int,
        luck: int,
        steps: int,
        ints: array[int],
        floats: array[float],
        last_ints: array[int],
        last_floats: array[float],
        interventions: Sequence[Intervention] = (),
    ) -> None:
        self.tables = tables
        self.seed = seed
        self.run = run
        self.luck = luck
        self.steps = steps
        self.ints = ints
        self.floats = floats
        self.last_ints = last_ints
        """The untraced sections of the state at the end, the events among them."""
        self.last_floats = last_floats
        self.interventions = tuple(interventions)
        """What was done to it by hand: with these it comes out the same again."""
        self._ints: Ints = memoryview(ints)
        self._floats = cast("Floats", memoryview(floats))

    @property
    def scene(self) -> Scene:
        """The scene performed."""
        return self.tables.scene

    @property
    def dt(self) -> float:
        """Length of a step, in s."""
        return self.tables.packed.tf[at.K_DT]

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Ids, in the scene's order."""
        return tuple(person.id for person in self.scene.people)

    def si(self, step: int) -> Ints:
        """The traced integers of the state after a step."""
        wide = self.tables.packed.si_traced
        return self._ints[step * wide : (step + 1) * wide]

    def sf(self, step: int) -> Floats:
        """The traced floats of the state after a step."""
        wide = self.tables.packed.sf_traced
        return self._floats[step * wide : (step + 1) * wide]

    @property
    def ending(self) -> str:
        """The ending's name; `closed` in a scene that names none, `undecided` where none held."""
        return ending_name(self.scene, self.si(self.steps - 1)[self.tables.packed.ti[at.SI_RUN] + at.RUN_ENDING])

    @property
    def passed_over(self) -> int:
        """How many performances came before it that did not meet what the scene says must be; 0 where it says nothing."""
        return self.run if self.scene.musts else 0

    @property
    def seconds(self) -> float:
        """Story time at the close, in s."""
        return float(self.sf(self.steps - 1)[self.tables.packed.ti[at.SF_RUN] + at.RUN_T])

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every act, in the order begun."""
        ti = self.tables.packed.ti
        count = self.si(self.steps - 1)[ti[at.SI_RUN] + at.RUN_EVENTS]
        return tuple(self._event(index) for index in range(count))

    def _event(self, index: int) -> Event:
        packed = self.tables.packed
        i = packed.ti[at.SI_EVENT] - packed.si_traced + index * at.SI_EVENT_SIZE
        f = packed.ti[at.SF_EVENT] - packed.sf_traced + index * at.SF_EVENT_SIZE
        ints, floats = self.last_ints[i : i + at.SI_EVENT_SIZE], self.last_floats[f : f + at.SF_EVENT_SIZE]
        return event_of(self.tables, ints, floats, index, self.seconds)

    def begun_in(self, event: Event) -> int:
        """The step in which an act was begun; its time alone does not say, of one begun just between two."""
        count = self.tables.packed.ti[at.SI_RUN] + at.RUN_EVENTS
        return next(step for step in range(max(0, int(event.t / self.dt) - 1), self.steps) if self.si(step)[count] > event.index)

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """What befell people and was no act, in order of time."""
        packed = self.tables.packed
        ti = packed.ti
        count = self.si(self.steps - 1)[ti[at.SI_RUN] + at.RUN_INCIDENTS]
        made = []
        for index in range(count):
            i = ti[at.SI_INCIDENT] - packed.si_traced + index * at.SI_INCIDENT_SIZE
            f = ti[at.SF_INCIDENT] - packed.sf_traced + index * at.SF_INCIDENT_SIZE
            ints, floats = self.last_ints[i : i + at.SI_INCIDENT_SIZE], self.last_floats[f : f + at.SF_INCIDENT_SIZE]
            made.append(incident_of(self.tables, ints, floats, index))
        return tuple(made)

    def save(self, path: str | PurePath) -> None:
        """Keep the performance in a file, whole or not at all. Raises WriteError."""
        from falter.performance.tracefile import to_bytes

        write_file(str(path), to_bytes(self))

    @classmethod
    def load(cls, path: str | PurePath) -> Trace:
        """A performance kept with `save`, readable without performing it again. Raises OSError and TraceFileError."""
        from falter.performance.tracefile import from_bytes

        return from_bytes(read_file(str(path)))

    def view(self, person: str) -> MindView:
        """What one person can know of the performance, and nothing else. Raises KeyError for a person the scene has not."""
        return MindView(self, person)

    def states(self) -> Iterator[StateRow]:
        """Every value of every mind at every step, each with the place of the line it comes from."""
        for step in range(self.steps):
            for person in self.people:
                yield from self._states_of(step, person)

    def _states_of(self, step: int, person: str) -> Iterator[StateRow]:
        tables, packed = self.tables, self.tables.packed
        ti, si, sf = packed.ti, self.si(step), self.sf(step)
        row = tables.names.person[person]
        t = step * self.dt
        base = ti[at.TI_PERSON] + row * at.TI_PERSON_SIZE

        def made(kind: str, section: str, number: int, name: str, value: float) -> StateRow:
            label = tables.labels[section][number]
            return StateRow(step, t, person, kind, name, value, label.path, label.span)

        for index, emotion in enumerate(EMOTIONS):
            feeling = row * len(EMOTIONS) + index
            yield made("felt", "feeling", feeling, emotion, conditions.felt(ti, sf, row, index))
            yield made("shown", "feeling", feeling, emotion, conditions.most_shown(ti, packed.tf, si, sf, row, index))
        mine = ti[at.SF_PERSON] + row * at.SF_PERSON_SIZE
        for kind, columns in (("mood", MOOD_COLUMNS), ("body", BODY_COLUMNS)):
            for name, column in columns.items():
                yield made(kind, "person", row, name, sf[mine + column])
        attended = si[ti[at.SI_PERSON] + row * at.SI_PERSON_SIZE + at.PERSON_ATTENDED]
        if attended >= 0:
            drive = sf[ti[at.SF_PERSON] + row * at.SF_PERSON_SIZE + at.PERSON_DRIVE]
            part = sf[ti[at.SF_MOTIVE] + attended * at.SF_MOTIVE_SIZE + at.MOTIVE_SHARE]
            yield made("attended", "motive", attended, tables.labels["motive"][attended].label, part / drive if drive else 0.0)
        for act in range(ti[base + at.PERSON_ACTS], ti[base + at.PERSON_ACTS_END]):
            if si[ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_OPEN]:
                floats = ti[at.SF_ACT] + act * at.SF_ACT_SIZE
                name = tables.labels["act"][act].label
                yield made("preference", "act", act, name, sf[floats + at.ACT_P])
                yield made("threshold", "act", act, name, sf[floats + at.ACT_THETA])
        for wonder in range(ti[base + at.PERSON_WONDERS], ti[base + at.PERSON_WONDERS_END]):
            about = tables.labels["wonder"][wonder].label
            yield made("belief", "wonder", wonder, about, sf[ti[at.SF_WONDER] + wonder * at.SF_WONDER_SIZE + at.WONDER_NOW])
        for wonder in range(ti[at.N_WONDER]):
            if ti[ti[at.TI_WONDER] + wonder * at.TI_WONDER_SIZE + at.WONDER_ACTOR] == row:
                reader = tables.names.people[ti[ti[at.TI_WONDER] + wonder * at.TI_WONDER_SIZE + at.WONDER_READER]].id
                about = f"{reader} takes it that {tables.labels['wonder'][wonder].label}"
                yield made("belief", "wonder", wonder, about, sf[ti[at.SF_WONDER] + wonder * at.SF_WONDER_SIZE + at.WONDER_THEIRS])


def ending_name(scene: Scene, code: int) -> str:
    """The name of the ending that a performance's code stands for; `closed` in a scene that names none, `undecided` where none held."""
    if not scene.endings:
        return CLOSED
    return scene.endings[code].name if code < len(scene.endings) else UNDECIDED


def event_of(tables: Tables, ints: Sequence[int], floats: Sequence[float], index: int, seconds: float) -> Event:
    """The record of an event's row, of a performance that closed at `seconds` s.

    What began in the step that it closed in began as it closed: the step is `dt` s long, and the close is where it starts.
    """
    row = tables.packed.ti[at.TI_ACT] + ints[at.EVENT_ACT] * at.TI_ACT_SIZE
    names, ti = tables.names, tables.packed.ti
    move = names.moves[ti[row + at.ACT_MOVE]]
    wording = ints[at.EVENT_WORDING] - ti[row + at.ACT_WORDINGS]
    cause, aim, heard = ints[at.EVENT_CAUSE], ints[at.EVENT_AIM], ints[at.EVENT_HEARD]
    on_mark = move.target if move.target in names.marks else None
    who = names.people[ti[row + at.ACT_OWNER]].id
    known_by = move.id if len(names.moves_of(move.id)) == 1 else f"{who}-{move.id}"
    return Event(
        index=index,
        t=min(floats[at.EVENT_T], seconds),
        lands=floats[at.EVENT_LANDS],
        ends=min(floats[at.EVENT_ENDS], seconds) if floats[at.EVENT_LANDS] > seconds else floats[at.EVENT_ENDS],
        who=who,
        move=move.id,
        to=names.people[aim].id if aim >= 0 else on_mark,
        wording=wording,
        use=ints[at.EVENT_USE],
        text_id=f"{slug(tables.scene.title)}/{known_by}/{wording + 1}",
        inner=move.inner,
        cut=bool(ints[at.EVENT_CUT]) or floats[at.EVENT_LANDS] > seconds,
        heard_by=tuple(person.id for person in tables.scene.people if heard >> names.person[person.id] & 1),
        waited=floats[at.EVENT_WAITED],
        late=bool(ints[at.EVENT_LATE]),
        cause=tables.labels["motive"][cause].label if cause >= 0 else "",
        author=floats[at.EVENT_AUTHOR],
        serves=cause < 0 or _serves(ti, tables.packed.tf, ints[at.EVENT_ACT], ints[at.EVENT_WORDING], cause),
    )


def _serves(ti: Ints, tf: Floats, act: int, wording: int, motive: int) -> bool:
    """Is the act, in this wording, worth anything to a motive of its doer's?"""
    owner = ti[at.TI_PERSON] + ti[ti[at.TI_ACT] + act * at.TI_ACT_SIZE + at.ACT_OWNER] * at.TI_PERSON_SIZE
    row = ti[ti[at.TI_WORDING] + wording * at.TI_WORDING_SIZE + at.WORDING_WORTH] + motive - ti[owner + at.PERSON_MOTIVES]
    return tf[ti[at.TF_WORTH] + row * at.TF_WORTH_SIZE + at.WORTH_V] > 0.0


KINDS = tuple(INCIDENTS)


def incident_of(tables: Tables, ints: Sequence[int], floats: Sequence[float], index: int) -> Incident:
    """The record of an incident's row."""
    people, kind = tables.names.people, KINDS[ints[at.INCIDENT_KIND]]
    whom, known = ints[at.INCIDENT_WHOM], ints[at.INCIDENT_SEEN]
    return Incident(
        index=index,
        t=floats[at.INCIDENT_T],
        kind=kind,
        who=people[ints[at.INCIDENT_WHO]].id if ints[at.INCIDENT_WHO] >= 0 else "",
        whom=people[whom].id if whom >= 0 else None,
        what=_thing_of(tables, INCIDENTS[kind].what, ints[at.INCIDENT_WHAT]),
        known_to=tuple(person.id for person in tables.scene.people if known >> tables.names.person[person.id] & 1),
        amount=floats[at.INCIDENT_AMOUNT],
        channel=tuple(DISPLAY_CHANNELS)[ints[at.INCIDENT_CHANNEL] - 1] if ints[at.INCIDENT_CHANNEL] > 0 else None,
        cause=ints[at.INCIDENT_CAUSE] if ints[at.INCIDENT_CAUSE] >= 0 else None,
    )


def _thing_of(tables: Tables, section: str | None, row: int) -> str | None:
    if section is None or row < 0:
        return None
    lists = {"emotions": tuple(EMOTIONS), "display channels": tuple(DISPLAY_CHANNELS), "families": tuple(FAMILIES), "ties": tuple(TIES)}
    return lists[section][row] if section in lists else tables.labels[section][row].label


def slug(title: str) -> str:
    """A title as an id: lower case, hyphens.

    >>> slug("The General's Office")
    'the-generals-office'
    """
    kept = "".join(letter if letter.isalnum() else " " for letter in title.lower().replace("'", "").replace("’", ""))
    return "-".join(kept.split())
