"""Rows for people: their place, ties, coverings, feelings at the start."""

from __future__ import annotations

from math import sqrt
from typing import Final

from falter.diagnostics.source import Path
from falter.model.constants import TEMPI
from falter.model.people import Person
from falter.model.scene import Mark, Scene
from falter.model.words import DISPLAY_CHANNELS, EMOTIONS, PAD
from falter.tables.adding import added
from falter.tables.names import Names
from falter.tables.rows import NEVER, Row, Rows, Value

TIE_COLUMN: Final = {
    "loves": "LOVES",
    "hates": "HATES",
    "hurt by": "HURT",
    "fears": "FEARS",
    "respects": "RESPECTS",
    "owes": "OWES",
    "trusts": "TRUSTS",
    "familiar with": "FAMILIAR",
}
"""In the order of the tie words: step code finds the column of one by its place in that list."""
FAR_APART: Final = 3.0
"""m between people of whom the scene doesn't say where they are."""


def lay_marks(marks: tuple[Mark, ...]) -> dict[str, tuple[float, float]]:
    """Places of the marks in the plane, in m: the one that measures from none is the origin, one distance goes straight on, two meet
    where their circles cross. The order of the marks changes nothing.

    >>> from falter.model.scene import Reach
    >>> lay_marks((Mark(id="desk", reaches=(Reach(metres=6, mark="door"),)), Mark(id="door")))
    {'door': (0.0, 0.0), 'desk': (6.0, 0.0)}
    """
    laid: dict[str, tuple[float, float]] = {}
    waiting = list(marks)
    while waiting:
        ready = [mark for mark in waiting if all(reach.mark in laid for reach in mark.reaches)]
        for mark in ready or waiting[:1]:
            laid[mark.id] = _lay(mark, laid)
            waiting.remove(mark)
    return laid


def _lay(mark: Mark, laid: dict[str, tuple[float, float]]) -> tuple[float, float]:
    known = [(laid[reach.mark], reach.metres) for reach in sorted(mark.reaches, key=lambda reach: reach.mark) if reach.mark in laid]
    if not known:
        return 0.0, 0.0
    if len(known) == 1:
        (x, y), metres = known[0]
        return x + metres, y
    return _where_circles_meet(*known[0], *known[1])


def _where_circles_meet(a: tuple[float, float], ra: float, b: tuple[float, float], rb: float) -> tuple[float, float]:
    """The crossing of two circles on the left of a→b; the nearest point between them if they do not cross."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    gap = sqrt(dx * dx + dy * dy)
    if gap == 0.0:
        return a[0] + ra, a[1]
    along = (ra * ra - rb * rb + gap * gap) / (2.0 * gap)
    aside = sqrt(max(0.0, ra * ra - along * along))
    return a[0] + (along * dx - aside * dy) / gap, a[1] + (along * dy + aside * dx) / gap


def places_of(scene: Scene, names: Names) -> list[tuple[float, float]]:
    """Where each person of `names.people` starts."""
    marks = lay_marks(scene.place.marks) if scene.place else {}
    found: dict[str, tuple[float, float]] = {}
    for index, person in enumerate(sorted(scene.people, key=lambda one: names.person[one.id])):
        found[person.id] = marks.get(person.at or "", (FAR_APART * index, 0.0) if not marks or person.at is None else (0.0, 0.0))
    placed = {person.id for person in scene.people if person.beside is None}
    waiting = [person for person in scene.people if person.beside is not None]
    while ready := [person for person in waiting if person.beside in placed]:
        for person in ready:
            x, y = found[person.beside or ""]
            found[person.id] = (x + (person.apart or 0.0), y)
            placed.add(person.id)
            waiting.remove(person)
    return [found[person.id] for person in names.people]


def add_people(
    rows: Rows, names: Names, scene: Scene, places: dict[str, Path], labels: dict[Path, Row], constants: dict[str, float]
) -> None:
    """A row for each person with what needs no other rows, their feelings, coverings and ties; the rest is set later."""
    where = places_of(scene, names)
    for row, person in enumerate(names.people):
        key = names.key_of(person)
        place = labels.get(places[person.id], Row(person.id, places[person.id]))
        covers = _add_covers(rows, names, person, places[person.id], labels)
        rows.add(
            "person",
            Row(person.id, place.path, place.span),
            COVERS=covers[0],
            COVERS_END=covers[1],
            AWAY=int(person.away),
            BUSY=int(person.busy),
            X0=where[row][0],
            Y0=where[row][1],
            COUNT=float(person.count),
            TEMPER=TEMPI[person.tempo] * TEMPI[scene.tempo],
            **_display(person, names),
            RESERVE=1.0,
            GRIP=1.0,
            HOME=(home := _home(person, names)),
            MOOD=home,
            VIGOUR=1.0,
            HEART=constants["heart_rest"],
            BREATH=constants["breath_rest"],
            PACE=1.0,
            IN_VAIN=-1.0,
            SLIPPED=-NEVER,
            SLIP_ON=[names.addresses.give(key, "slip on", channel) for channel in DISPLAY_CHANNELS],
            ATTEND=names.addresses.give(key, "attend"),
            TURN=names.addresses.give(key, "turn"),
            LAPSE=names.addresses.give(key, "lapse"),
            ELSEWHERE=names.addresses.give(key, "elsewhere"),
            PROBES=max((power.strength for power in person.powers), default=0.0),
            RECALL=names.addresses.give(key, "recall"),
            PRESENCE=int(person.away),
            ATTENDED=-1,
            CREDITOR=-1,
            DEBTOR=-1,
            QUESTION=-1,
            BUSY_NOW=int(person.busy),
            STALE=1,
            LEADING=-1,
            CHOSEN=-1,
            X=where[row][0],
            Y=where[row][1],
            NEXT_LAND=NEVER,
            ASKED=NEVER,
            OWED=NEVER,
        )
        _add_feelings(rows, names, person, place)
        for channel in DISPLAY_CHANNELS:
            rows.add("display", Row(f"{person.id} {channel}", place.path, place.span))
    _add_pairs(rows, names, labels)


def _home(person: Person, names: Names) -> list[float]:
    """Temperament: where the emotions of the `mood` lines lie together, each by its strength; never farther out than they are."""
    felt = [(names.emotions[mood.emotion], mood.strength if mood.strength is not None else 0.5) for mood in person.moods]
    whole = max(1.0, added(strength for _, strength in felt))
    places = list(PAD.values())
    return [added(strength * places[emotion][axis] for emotion, strength in felt) / whole for axis in range(3)]


def _display(person: Person, names: Names) -> dict[str, Value]:
    """What is done with the display of each emotion; how far it can be done is a constant of the mind."""
    hides, poses, masked = [0.0] * len(EMOTIONS), [0.0] * len(EMOTIONS), [-1.0] * len(EMOTIONS)
    for word in person.hides:
        hides[names.emotions[word]] = 1.0
    for shown in person.shows:
        emotion = names.emotions[shown.emotion]
        if shown.rule == "feigns":
            poses[emotion] = shown.strength
        elif shown.by is not None:
            hides[emotion], masked[emotion] = 1.0, names.emotions[shown.by]
        else:
            hides[emotion] = shown.strength if shown.rule == "plays down" else -shown.strength
    return {"HIDES": hides, "POSES": poses, "MASKED": [int(row) for row in masked], "MASKS": sum(row >= 0 for row in masked)}


def _add_covers(rows: Rows, names: Names, person: Person, path: Path, labels: dict[Path, Row]) -> tuple[int, int]:
    first = rows.count("cover")
    for index, covering in sorted(enumerate(person.wears), key=lambda one: one[1].thing):
        over = {hidden.channel: hidden.strength for hidden in covering.over}
        label = labels.get((*path, "wears", index), Row(covering.thing))
        row = rows.add(
            "cover",
            Row(f"{person.id} {covering.thing}", label.path, label.span),
            OWNER=names.person[person.id],
            OVER=[over.get(channel, 0.0) for channel in DISPLAY_CHANNELS],
            ON=1,
        )
        names.covers[person.id, covering.thing] = row
    return first, rows.count("cover")


def _add_feelings(rows: Rows, names: Names, person: Person, place: Row) -> None:
    mood = [0.0] * len(EMOTIONS)
    for felt in person.moods:
        mood[names.emotions[felt.emotion]] = felt.strength if felt.strength is not None else 0.5
    for emotion, value in zip(EMOTIONS, mood, strict=True):
        slip = names.addresses.give(names.key_of(person), "slip", emotion)
        label = Row(f"{person.id} {emotion}", place.path, place.span)
        rows.add("feeling", label, MOOD=value, FELT=value, BASE=value, BEFORE=value, SLIP=slip)


def _add_pairs(rows: Rows, names: Names, labels: dict[Path, Row]) -> None:
    for one in names.people:
        for other in names.people:
            held = {tie.word: tie.performed for tie in one.ties if tie.person == other.id}
            start = [held.get(word, 0.0) for word in TIE_COLUMN]
            ties = dict(zip(TIE_COLUMN.values(), start, strict=True))
            # someone who is not busy has seen who is there; the busy one has to notice
            seen = int(one is other or not (one.busy or one.away or other.away))
            draw = names.addresses.give(names.key_of(one), "notice", names.key_of(other))
            caught = names.addresses.give(names.key_of(one), "catch", names.key_of(other))
            label = Row(f"{one.id} of {other.id}")
            rows.add("pair", label, NOTICE=draw, CATCH=caught, NOTICED=seen, KNOWN=int(other.away), START=start, NOTED=start, **ties)
