"""Scene → tables: pure, in the order that later rows need earlier ones. Expects a scene that the checks have passed."""

from __future__ import annotations

from collections.abc import Callable

from falter.diagnostics.source import Path, Places
from falter.model.conditions import Atom, Condition
from falter.model.constants import CONSTANTS, DEEDS, LIKELY
from falter.model.looks import LOOKS
from falter.model.people import Wonder
from falter.model.scene import Scene
from falter.model.words import EMOTIONS, FAMILIES, MEANINGS, PAD
from falter.numeric.arithmetic import sqrt
from falter.tables.acts import Act, Acts, acts_of, channels_of
from falter.tables.conditions import Conditions
from falter.tables.facts import add_facts
from falter.tables.following import exp, log
from falter.tables.glances import add_glances, resolve_shown
from falter.tables.links import add_links
from falter.tables.memories import add_memories
from falter.tables.motives import Motive, add_motives, motives_of
from falter.tables.names import Names
from falter.tables.people import add_people
from falter.tables.readings import add_reading, join_mutual, readings_of, wonder_of
from falter.tables.rows import NEVER, Packed, Row, Rows, pack
from falter.tables.tables import Tables
from falter.tables.things import add_things
from falter.tables.turns import add_turns


def kept(seconds: float, half_life: float) -> float:
    """Share of an excess left after `seconds`: `2^(−t/h)`; all of it where the half-life is infinite.

    >>> kept(60.0, float("inf"))
    1.0
    """
    return exp(-log(2.0) * seconds / half_life)


Packing = Callable[[Rows, list[float]], Packed]
"""What lays gathered rows out."""
PAIR_OF_ACTS = Row("")
CAPACITY = 256
INCIDENTS_AN_EVENT = 4
"""Room for incidents, in rows an event row."""
LIMIT = 600.0
"""s: when a scene without `closes` closes."""


def compile_scene(scene: Scene, places: Places | None = None, capacity: int = CAPACITY, packing: Packing = pack) -> Tables:
    """Flat tables of a scene; each row carries the model path and, where the scene was read from text, the span of its line.

    Raises `CollisionError` when two draws share an address.
    """
    rows, names = Rows(), Names(scene)
    labels = {path: Row("", path, span) for path, span in (places or {}).items()}
    constants = {name: constant.default for name, constant in CONSTANTS.items()} | dict(scene.constants)
    conditions = Conditions(rows, names)
    _add_fixed(rows, names, scene, constants, capacity)
    person_paths: dict[str, Path] = {person.id: ("people", index) for index, person in enumerate(scene.people)}
    add_people(rows, names, scene, person_paths, labels, constants)
    _add_moves(rows, names, scene)
    add_things(rows, names, scene)
    add_facts(rows, names, scene)
    add_links(rows, names, scene)
    seconds = max(1, round(constants["refresh"] / constants["dt"])) * constants["dt"]
    add_memories(rows, names, constants, person_paths, labels, kept(seconds, constants["cue_fades"]))
    motives = [motives_of(person, names, constants, person_paths[person.id]) for person in names.people]
    acts = [acts_of(owner, names, _move_paths(scene)) for owner in range(len(names.people))]
    _add_minds(rows, names, conditions, constants, labels, motives, acts)
    _add_readings(rows, names, constants, person_paths, labels, motives, acts)
    add_glances(rows, names, constants)
    narrated = _add_words(rows, names, conditions, scene, labels, person_paths)
    add_turns(rows, names, conditions, scene, labels)
    _add_closings(rows, names, conditions, scene, labels)
    _resolve_wonders(rows, names, conditions)
    resolve_shown(rows)
    return Tables(
        scene=scene,
        names=names,
        labels=rows.labels,
        packed=packing(rows, list(constants.values())),
        narrated=narrated,
        capacity=capacity,
        places=places or {},
    )


def _add_fixed(rows: Rows, names: Names, scene: Scene, constants: dict[str, float], capacity: int) -> None:
    limit = max([closing.at for closing in scene.closings if closing.at is not None], default=LIMIT)
    dark = scene.place.dark if scene.place else 0.0
    every = max(1, round(constants["refresh"] / constants["dt"]))
    seconds = every * constants["dt"]
    rows.add(
        "run",
        Row(scene.title),
        CLOSE=NEVER,
        ENDING=len(scene.endings),
        CAPACITY=capacity,
        ROOM=INCIDENTS_AN_EVENT * capacity,
        EVERY=every,
        READ_EVERY=max(1, round(constants["read_every"] / constants["dt"])),
        RISE_KEPT=exp(-seconds / constants["rise"]),
        RECENT_KEPT=exp(-seconds / constants["recent"]),
        HOLLOW_KEPT=kept(seconds, constants["hollow_half_life"]),
        CUE_KEPT=kept(seconds, constants["cue_half_life"]),
        HOMING=exp(-log(20.0) * seconds / constants["mood_home"]),
        SECONDS=seconds,
        DARKNESS=dark,
        LIMIT=limit,
    )
    for word, emotion in EMOTIONS.items():
        looks = [LOOKS[word].get(family, 0.0) for family in FAMILIES]
        pad = PAD[word]
        length = sqrt(pad[0] * pad[0] + pad[1] * pad[1] + pad[2] * pad[2])
        still = kept(seconds, emotion.half_life)
        rows.add("emotion", Row(word), HALF_LIFE=emotion.half_life, KEPT=still, LOOKS=looks, PAD=list(pad), LENGTH=length)
    for word in MEANINGS:
        good, worthy = DEEDS[word]
        rows.add("word", Row(word), GOOD=good, WORTHY=worthy, LIKELY=LIKELY.get(word, 1.0))
    from falter.tables.people import lay_marks

    laid = lay_marks(scene.place.marks if scene.place else ())
    for mark in names.marks:
        rows.add("mark", Row(mark), X=laid[mark][0], Y=laid[mark][1])
    rows.fill("event", Row(""), capacity)
    rows.fill("incident", Row(""), INCIDENTS_AN_EVENT * capacity)


def _move_paths(scene: Scene) -> dict[int, Path]:
    """Where each move record stands in the model."""
    paths: dict[int, Path] = {id(move): ("moves", index) for index, move in enumerate(scene.moves)}
    for p, part in enumerate(scene.parts):
        paths |= {id(move): ("parts", p, "moves", index) for index, move in enumerate(part.moves)}
    return paths


def _add_moves(rows: Rows, names: Names, scene: Scene) -> None:
    scenes = {id(move) for move in scene.all_moves()}
    part_of = {id(move): index for index, part in enumerate(scene.parts) for move in part.moves}
    for move in names.moves:
        rows.add(
            "move",
            Row(move.id),
            FIRST=NEVER,
            LATEST=NEVER,
            PART=part_of.get(id(move), -1),
            STANDING=int(not move.who or (move.who != ("",) and id(move) not in scenes)),
            TALLY=names.move[move.id],
            **_nevers(rows, names, scene, move.id),
        )
    for i, must in enumerate(scene.musts):
        before = names.move.get(must.before or "", -1)
        rows.add("must", Row(f"must {must.move}", ("musts", i)), MOVE=names.move[must.move], BEFORE=before)
    for part in scene.parts:
        rows.add("part", Row(part.id or f"after {part.after}"), AFTER=names.move.get(part.after, -1))


def _nevers(rows: Rows, names: Names, scene: Scene, move: str) -> dict[str, int]:
    """Rows for what a move may not be done after."""
    first = rows.count("never")
    for i, never in enumerate(scene.nevers):
        if never.move == move:
            rows.add("never", Row(f"never {move} after {never.after}", ("nevers", i)), AFTER=names.move[never.after])
    return {"NEVERS": first, "NEVERS_END": rows.count("never")}


def _add_minds(
    rows: Rows,
    names: Names,
    conditions: Conditions,
    constants: dict[str, float],
    labels: dict[Path, Row],
    motives: list[list[Motive]],
    acts: list[list[Act]],
) -> None:
    adder = Acts(rows, names, conditions, constants, labels)
    for owner in range(len(names.people)):
        first, end = add_motives(rows, names, owner, motives[owner], labels)
        for row, motive in enumerate(motives[owner], first):
            if motive.unless is not None:
                clauses = conditions.compile((motive.unless,), owner, labels.get(motive.path, Row("", motive.path)))
                rows.set("motive", row, CLAUSES=clauses[0], CLAUSES_END=clauses[1])
        act_first, act_end = adder.add(owner, acts[owner], motives[owner], first)
        square = rows.count("rivalry")
        masks = [channels_of(act.move) for act in acts[owner]]
        for one in masks:
            for other in masks:
                if one & other:
                    rows.add("rivalry", PAIR_OF_ACTS, SHARED=1)
                else:
                    rows.fill("rivalry", PAIR_OF_ACTS, 1)
        rows.set("person", owner, MOTIVES=first, MOTIVES_END=end, ACTS=act_first, ACTS_END=act_end, RIVALRY=square)


def _add_readings(
    rows: Rows,
    names: Names,
    constants: dict[str, float],
    paths: dict[str, Path],
    labels: dict[Path, Row],
    motives: list[list[Motive]],
    acts: list[list[Act]],
) -> None:
    for owner, person in enumerate(names.people):
        first, asks = rows.count("read"), rows.count("wonder")
        for reading in readings_of(person, names):
            actor = names.person[reading.actor.id]
            add_reading(rows, names, reading, motives[actor], len(acts[actor]), constants, paths[person.id], labels)
        rows.set("person", owner, READS=first, READS_END=rows.count("read"), WONDERS=asks, WONDERS_END=rows.count("wonder"))
    join_mutual(rows, names)


def _add_words(
    rows: Rows, names: Names, conditions: Conditions, scene: Scene, labels: dict[Path, Row], paths: dict[str, Path]
) -> dict[tuple[str, int], tuple[int, int]]:
    """Clauses of the narrator's words and details, keyed by (person id or "", index)."""
    narrated = {}
    for person in scene.people:
        for index, words in enumerate(person.words):
            path = (*paths[person.id], "words", index)
            subject = names.person[words.person] if words.person in names.person else names.person[person.id]
            narrated[person.id, index] = conditions.compile(
                (_as_seen(words.when) if words.kind == "sees" else words.when,),
                subject,
                labels.get(path, Row("", path)),
                names.person[person.id],
            )
    for index, detail in enumerate(scene.details):
        path = ("details", index)
        narrated["", index] = conditions.compile((detail.when,), -1, labels.get(path, Row("", path)))
    return narrated


def _as_seen(condition: Condition) -> Condition:
    """Of another one sees what shows, not what is felt."""
    clauses = tuple(
        clause.model_copy(
            update={"atoms": tuple(atom.model_copy(update={"word": "shows"}) if atom.word == "feels" else atom for atom in clause.atoms)}
        )
        for clause in condition.clauses
    )
    return condition.model_copy(update={"clauses": clauses})


def _add_closings(rows: Rows, names: Names, conditions: Conditions, scene: Scene, labels: dict[Path, Row]) -> None:
    for index, closing in enumerate(scene.closings):
        label = labels.get(("closings", index), Row("", ("closings", index)))
        clauses = conditions.compile((closing.when,), -1, label) if closing.when else (0, 0)
        move = names.move.get(closing.after or "", -1)
        seconds = closing.at if closing.at is not None else (closing.seconds or 0.0)
        rows.add(
            "closing",
            Row(f"closing {index}", label.path, label.span),
            MOVE=move,
            CLAUSES=clauses[0],
            CLAUSES_END=clauses[1],
            SECONDS=seconds,
        )
    for index, ending in enumerate(scene.endings):
        label = labels.get(("endings", index), Row("", ("endings", index)))
        clauses = conditions.compile((ending.when,), -1, label)
        rows.add("ending", Row(ending.name, label.path, label.span), CLAUSES=clauses[0], CLAUSES_END=clauses[1])


def _resolve_wonders(rows: Rows, names: Names, conditions: Conditions) -> None:
    """Atoms about what someone wonders get the row of that wonder; one who does not wonder has -1, and the atom never holds."""
    for at, atom, whose in conditions.waiting:
        rows.set("atom", at, A=next((row for row, wonder in _wonders(rows, names, whose) if _means(atom, wonder)), -1))


def _wonders(rows: Rows, names: Names, whose: int) -> list[tuple[int, Wonder]]:
    return [(row, wonder_of(rows, names, row)) for row in range(rows.count("wonder")) if rows.whole("wonder", row, "READER") == whose]


def _means(atom: Atom, wonder: Wonder) -> bool:
    """Is the atom about this wonder?"""
    if atom.person != wonder.person:
        return False
    if atom.word == "suspects":
        return wonder.about == "means" and wonder.move == atom.move and atom.other in (None, wonder.target)
    return wonder.about == "tie" and wonder.tie == atom.name and wonder.other == atom.other
