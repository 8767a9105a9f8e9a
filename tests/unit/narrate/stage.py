"""A stage without an engine: random but plausible performances of a scene, to try the telling on.

People act at random among the moves whose conditions hold, feelings wander, and everything a view must answer is kept a step
at a time. No claim about minds is made here; the telling must be sound whatever happens on it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from falter.model.conditions import Atom, Condition
from falter.model.moves import Move
from falter.model.people import Person
from falter.model.scene import Scene
from falter.model.words import EMOTION_ALIASES
from falter.narrate.moves import move_of
from falter.performance.event import Event, Incident
from falter.performance.view import Attended, Body

FELT = ("love", "fear", "distress", "hurt", "anger", "remorse")


@dataclass
class Moment:
    """How things stand at one step."""

    distance: float
    felt: dict[tuple[str, str], float]
    attended: dict[str, Attended]
    conflict: dict[str, float]
    leading: dict[str, tuple[str | None, float]]
    odds: dict[tuple[str, int], float]
    owes: dict[str, float]
    """Since when, by debtor."""
    owed: dict[str, float]
    noticed: frozenset[tuple[str, str]]
    dead: frozenset[str]
    gone: frozenset[str]
    off: frozenset[tuple[str, str]]
    done: dict[str, float]
    last: float


@dataclass
class Stage:
    """One random performance; offers what a trace offers."""

    scene: Scene
    seed: int
    seconds: float = 90.0
    passed_over: int = 0
    run: int = 0
    dt: float = 0.1
    ending: str = "standoff"
    events: tuple[Event, ...] = ()
    incidents: tuple[Incident, ...] = ()
    moments: list[Moment] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.moments:
            _play(self)

    def view(self, person: str) -> StageView:
        """What one person can know, and the whole length of it."""
        return StageView(self, person, len(self.moments))


def _play(stage: Stage) -> None:
    luck = random.Random(stage.seed)
    people = [person for person in stage.scene.people if not person.away]
    now = Moment(
        distance=6.0,
        felt={(person.id, emotion): 0.2 * luck.random() for person in people for emotion in FELT},
        attended={person.id: Attended("obey", None) for person in people},
        conflict={person.id: 0.3 for person in people},
        leading={person.id: (None, 0.0) for person in people},
        odds={(person.id, number): wonder.strength for person in people for number, wonder in enumerate(person.wonders)},
        owes={},
        owed={},
        noticed=frozenset((person.id, other.id) for person in people if not person.busy for other in people if other != person),
        dead=frozenset(),
        gone=frozenset(),
        off=frozenset(),
        done={},
        last=0.0,
    )
    busy = {person.id: 2.0 + 3 * luck.random() for person in people}
    counts: dict[tuple[str, str, int], int] = {}
    events: list[Event] = []
    for step in range(int(stage.seconds / stage.dt)):
        now = _drift(stage, people, now, step, luck)
        for person in people:
            t = step * stage.dt
            if t < busy[person.id] or person.id in now.dead | now.gone:
                continue
            act = _act(stage, person, now, step, len(events), counts, luck)
            busy[person.id] = t + 1.5
            if act is not None:
                events.append(act)
                busy[person.id] = act.ends + luck.expovariate(0.25)
                now = _land(stage, now, act)
        stage.moments.append(now)
    stage.events = tuple(events)
    stage.seconds = len(stage.moments) * stage.dt


def _drift(stage: Stage, people: list[Person], now: Moment, step: int, luck: random.Random) -> Moment:
    def wander(value: float, size: float) -> float:
        return min(1.0, max(0.0, value + luck.gauss(0, size)))

    attended, leading = dict(now.attended), dict(now.leading)
    motives = ("obey", "cherish", "redress", "safety", "secrecy", "answer", "live", "know", "still", "atone", "flee")
    for person in people:
        if luck.random() < stage.dt / 3.0:
            attended[person.id] = Attended(luck.choice(motives), None)
        move, share = leading[person.id]
        if move is None or luck.random() < stage.dt / 4.0:
            own = [candidate.id for candidate in stage.scene.moves if not candidate.who or person.id in candidate.who]
            move, share = luck.choice(own), 0.4
        leading[person.id] = move, wander(share, 0.05)
    noticed = now.noticed
    for person in people:
        for other in people:
            if person != other and (person.id, other.id) not in noticed and luck.random() < stage.dt / 10:
                noticed |= {(person.id, other.id)}
    return Moment(
        distance=now.distance,
        felt={key: wander(value, 0.015) for key, value in now.felt.items()},
        attended=attended,
        conflict={key: wander(value, 0.03) for key, value in now.conflict.items()},
        leading=leading,
        odds={key: wander(value, 0.012) for key, value in now.odds.items()},
        owes=now.owes,
        owed=now.owed,
        noticed=noticed,
        dead=now.dead,
        gone=now.gone,
        off=now.off,
        done=now.done,
        last=now.last,
    )


def _act(
    stage: Stage, person: Person, now: Moment, step: int, index: int, counts: dict[tuple[str, str, int], int], luck: random.Random
) -> Event | None:
    part = next((part for part in stage.scene.parts if part.after in now.done), None)
    moves = part.moves if part else stage.scene.moves
    t = step * stage.dt
    open_ = []
    for move in moves:
        mine = not move.who or person.id in move.who
        if not mine or not _holds(stage, move.needs, person.id, step, now, move) or (move.only_once and move.id in now.done):
            continue
        for number, wording in enumerate(move.wordings):
            if (move.again or (person.id, move.id, number) not in counts) and _holds(stage, wording.when, person.id, step, now, move):
                open_.append((move, number))
                break
    if not open_:
        return None
    move, number = luck.choice(open_)
    wording = move.wordings[number]
    lasts = move.takes or max(1.5, 0.3 * len(wording.text.split()))
    use = counts.get((person.id, move.id, number), 0)
    counts[person.id, move.id, number] = use + 1
    lands = t + (move.lands or (lasts if wording.kind == "says" else lasts / 2))
    target = (
        move.target
        if move.target != "asker"
        else next((other.id for other in stage.scene.people if other != person and not other.away), None)
    )
    heard = (
        (person.id,)
        if move.inner
        else tuple(other.id for other in stage.scene.people if not other.away and other.id not in now.dead | now.gone)
    )
    cut = not move.inner and luck.random() < 0.03
    if cut:
        (lasts,) = (0.6 * (lands - t),)
    text_id = f"{move.id}/{number}"
    return Event(index, t, lands, t + lasts, person.id, move.id, target, number, use, text_id, move.inner, cut, heard, 1.0, False, "obey")


def _land(stage: Stage, now: Moment, act: Event) -> Moment:
    if act.cut:
        return now
    move = move_of(stage.scene, act.who, act.move)
    meant = {meaning.word for meaning in (*move.means, *move.wordings[act.wording].means)}
    if move.towards in ("toward", "from"):
        now.distance = max(0.4, now.distance + (move.step or 2.0) * (-1 if move.towards == "toward" else 1))
    other = act.to if act.to in {person.id for person in stage.scene.people} else None
    if other and meant & {"asks", "asks intent"}:
        now.owes, now.owed = {**now.owes, other: act.lands}, {**now.owed, act.who: act.lands}
    if "answers" in meant:
        now.owes = {who: since for who, since in now.owes.items() if who != act.who}
        now.owed = {who: since for who, since in now.owed.items() if who == act.who}
    if "kills" in meant and other:
        now.dead |= {other}
    if "dies" in meant:
        now.dead |= {act.who}
    if "leaves" in meant:
        now.gone |= {act.who}
    now.off |= {(act.who, thing) for thing in move.drops}
    if not act.inner:
        now.noticed |= {(watcher, act.who) for watcher in act.heard_by if watcher != act.who}
        now.last = act.ends
    now.done = {**now.done, act.move: act.lands}
    return now


def _holds(stage: Stage, condition: Condition, subject: str, step: int, now: Moment, move: Move | None = None) -> bool:
    if not condition.clauses:
        return True
    return any(
        all(_atom(stage, atom, atom.subject or subject, step, now, move) != atom.negated for atom in clause.atoms)
        for clause in condition.clauses
    )


def _atom(stage: Stage, atom: Atom, subject: str, step: int, now: Moment, move: Move | None) -> bool:
    t = step * stage.dt
    emotion = EMOTION_ALIASES.get(atom.name or "", atom.name or "")
    felt = now.felt.get((subject, emotion), 0.0)
    match atom.word:
        case "noticed":
            return (subject, atom.person) in now.noticed
        case "noticed by":
            return (atom.person, subject) in now.noticed
        case "suspects":
            return any(odds >= 0.5 for (who, number), odds in now.odds.items() if who == subject and _wonders(stage, who, number, "means"))
        case "believes":
            return any(odds >= 0.6 for (who, number), odds in now.odds.items() if who == subject and _wonders(stage, who, number, "tie"))
        case "doubts":
            return any(odds <= 0.4 for (who, number), odds in now.odds.items() if who == subject and _wonders(stage, who, number, "tie"))
        case "near":
            return now.distance <= 1.5
        case "within":
            return now.distance <= (atom.amount or 0)
        case "asked":
            return subject in now.owes
        case "ignored":
            return t - now.owed.get(subject, t) > 4.0
        case "feels":
            return felt >= 0.3
        case "shows":
            return felt >= 0.35
        case "rises":
            return felt >= 0.3 and step % 97 < 30
        case "torn":
            return now.conflict.get(subject, 0.0) >= 0.6
        case "attends":
            return subject in now.attended and now.attended[subject].motive == atom.name
        case "done":
            return atom.move in now.done
        case "since":
            return atom.move in now.done and t - now.done[atom.move] >= (atom.amount or 0)
        case "gone":
            return subject in now.gone
        case "dead":
            return subject in now.dead
        case "here":
            return subject not in now.dead | now.gone
        case "wears":
            return (subject, atom.name) not in now.off
        case "dark":
            return True
        case "lull":
            return t - now.last >= (atom.amount or 0)
        case _:
            return False


def _wonders(stage: Stage, who: str, number: int, about: str) -> bool:
    person = next(person for person in stage.scene.people if person.id == who)
    return person.wonders[number].about == about


@dataclass
class StageView:
    """One person's view of a stage, up to `steps`."""

    stage: Stage
    person: str
    steps: int

    @property
    def scene(self) -> Scene:
        return self.stage.scene

    @property
    def seed(self) -> int:
        return self.stage.seed

    @property
    def dt(self) -> float:
        return self.stage.dt

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(event for event in self.stage.events if self.person in event.heard_by and event.t < self.steps * self.dt)

    @property
    def incidents(self) -> tuple[Incident, ...]:
        return tuple(incident for incident in self.stage.incidents if self.person in incident.known_to)

    def _at(self, step: int) -> Moment:
        assert 0 <= step < self.steps, "a teller looked ahead"
        return self.stage.moments[step]

    def here(self, step: int) -> bool:
        return self.person not in self._at(step).dead | self._at(step).gone

    def felt(self, step: int, emotion: str) -> float:
        return self._at(step).felt.get((self.person, EMOTION_ALIASES.get(emotion, emotion)), 0.0)

    def body(self, step: int) -> Body:
        return Body(65.0, 14.0, 0.0)

    def pace(self, step: int) -> float:
        return 1.0

    def felt_time(self, step: int) -> float:
        return step * self.dt

    def attended(self, step: int) -> Attended:
        return self._at(step).attended[self.person]

    def conflict(self, step: int) -> float:
        return self._at(step).conflict[self.person]

    def leading(self, step: int) -> tuple[str | None, float]:
        return self._at(step).leading[self.person]

    def odds(self, step: int, wonder: int) -> float:
        return self._at(step).odds[self.person, wonder]

    def owes(self, step: int) -> float | None:
        since = self._at(step).owes.get(self.person)
        return None if since is None else max(0.0, step * self.dt - since)

    def owed(self, step: int) -> float | None:
        since = self._at(step).owed.get(self.person)
        return None if since is None else max(0.0, step * self.dt - since)

    def noticed(self, step: int, other: str) -> bool:
        return (self.person, other) in self._at(step).noticed

    def distance(self, step: int, other: str) -> float | None:
        return self._at(step).distance if self.noticed(step, other) else None

    def shown(self, step: int, other: str, emotion: str) -> float:
        return self._at(step).felt.get((other, EMOTION_ALIASES.get(emotion, emotion)), 0.0)

    def gone(self, step: int, other: str) -> bool:
        return other in self._at(step).gone

    def dead(self, step: int, other: str) -> bool:
        return other in self._at(step).dead

    def holds(self, step: int, words: int) -> bool:
        line = next(person for person in self.scene.people if person.id == self.person).words[words]
        subject = line.person if line.kind == "sees" and line.person else self.person
        return _holds(self.stage, line.when, subject, step, self._at(step))

    def detail_holds(self, step: int, detail: int) -> bool:
        return _holds(self.stage, self.scene.details[detail].when, self.person, step, self._at(step))

    def wearing(self, step: int, other: str, thing: str) -> bool:
        return (other, thing) not in self._at(step).off
