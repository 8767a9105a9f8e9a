"""Rows for what comes about of itself: happenings, arrivals, returns. Knows when and where, not what it leads to."""

from __future__ import annotations

from typing import Final

from falter.diagnostics.source import Path
from falter.model.conditions import Atom, Clause, Condition
from falter.model.constants import CONSTANTS
from falter.model.moves import Meant
from falter.model.people import Arrival
from falter.model.scene import Happening, Later, Scene
from falter.model.words import MEANINGS
from falter.tables.conditions import Conditions
from falter.tables.names import Names
from falter.tables.rows import Row, Rows

EVENT: Final = 0
ARRIVAL: Final = 1
RETURN: Final = 2
LATER: Final = 3


def add_turns(rows: Rows, names: Names, conditions: Conditions, scene: Scene, labels: dict[Path, Row]) -> None:
    """A row for each, in the order of their ids: the order of lines carries no meaning."""
    happenings = sorted(enumerate(scene.happenings), key=lambda one: one[1].id)
    for index, happening in happenings:
        path = ("happenings", index)
        _add_happening(rows, names, conditions, happening, labels.get(path, Row("", path)))
    for index, later in sorted(enumerate(scene.laters), key=lambda one: one[1].id):
        path = ("laters", index)
        _add_later(rows, names, conditions, later, labels.get(path, Row("", path)), scene)
    for person in names.people:
        if person.arrives is not None:
            _add_coming(rows, names, ARRIVAL, names.person[person.id], person.arrives, -1)
    for act, values in enumerate(rows.values["act"]):
        owner, move = values["OWNER"], names.moves[int(str(values["MOVE"]))]
        if move.returns is not None:
            _add_coming(rows, names, RETURN, int(str(owner)), move.returns, act)


def _add_happening(rows: Rows, names: Names, conditions: Conditions, happening: Happening, place: Row) -> None:
    clauses = conditions.compile((happening.when,), -1, place) if happening.when else (0, 0)
    rows.add(
        "turn",
        Row(happening.id, place.path, place.span),
        KIND=EVENT,
        MOVE=names.move[happening.id],
        PERSON=-1,
        MARK=names.marks.get(happening.at or "", -1),
        ARMS=-1,
        WORDING=_meaning_of(rows, names, happening.means, place),
        CLAUSES=clauses[0],
        CLAUSES_END=clauses[1],
        EARLIEST=happening.earliest or 0.0,
        LATEST=happening.latest if happening.latest is not None else (happening.earliest or 0.0),
        DARK=happening.dark if happening.dark is not None else -1.0,
        WHEN=names.addresses.give(happening.id, "happens"),
    )


def _add_later(rows: Rows, names: Names, conditions: Conditions, later: Later, place: Row, scene: Scene) -> None:
    """Time passed over: after its act, at its condition, or else in a lull."""
    held = [Condition(clauses=(Clause(atoms=(Atom(word="done", move=later.after),)),))] if later.after else []
    held += [later.when] if later.when else []
    if not held:
        lull = (dict(scene.constants)).get("later_lull", CONSTANTS["later_lull"].default)
        held = [Condition(clauses=(Clause(atoms=(Atom(word="lull", amount=lull),)),))]
    clauses = conditions.compile(tuple(held), -1, place)
    rows.add(
        "turn",
        Row(later.id, place.path, place.span),
        KIND=LATER,
        MOVE=names.move[later.id],
        PERSON=-1,
        MARK=-1,
        ARMS=-1,
        WORDING=-1,
        CLAUSES=clauses[0],
        CLAUSES_END=clauses[1],
        DARK=-1.0,
        PASSES=later.passes,
        WHEN=names.addresses.give(later.id, "later"),
    )


def _meaning_of(rows: Rows, names: Names, means: tuple[Meant, ...], place: Row) -> int:
    """What it means to those who perceive it, as a wording of no act's; -1 nothing."""
    if not means:
        return -1
    first = rows.count("meaning")
    for meant in means:
        rows.add(
            "meaning",
            Row(meant.word, place.path, place.span),
            WORD=list(MEANINGS).index(meant.word),
            PERSON=names.person.get(meant.object or "", -1),
            FEELING=names.emotions.get(meant.object or "", -1),
        )
    return rows.add("wording", place, ACT=-1, MEANINGS=first, MEANINGS_END=rows.count("meaning"))


def _add_coming(rows: Rows, names: Names, kind: int, person: int, arrival: Arrival, act: int) -> None:
    key = names.key_of(names.people[person])
    move = names.move_key(names.moves[int(str(rows.values["act"][act]["MOVE"]))].id) if act >= 0 else "-"
    rows.add(
        "turn",
        Row(f"{names.people[person].id} {'returns' if act >= 0 else 'arrives'}"),
        KIND=kind,
        MOVE=-1,
        PERSON=person,
        MARK=names.marks.get(arrival.mark, -1),
        ARMS=act,
        WORDING=-1,
        EARLIEST=arrival.earliest,
        LATEST=arrival.latest,
        DARK=-1.0,
        WHEN=names.addresses.give(key, "comes", move),
    )
