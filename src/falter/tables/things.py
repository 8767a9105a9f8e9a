"""Rows for things: the spots where they can be, where each is, and where each person takes it to be, and takes others to."""

from __future__ import annotations

from falter.model.people import Person
from falter.model.scene import Scene, Thing
from falter.tables.names import Names, fixed_things
from falter.tables.people import lay_marks
from falter.tables.rows import Row, Rows

NOWHERE = -1


def add_things(rows: Rows, names: Names, scene: Scene) -> None:
    """Spots, things and whereabouts. What lies open is seen when the performance begins; only what one knows stands here."""
    laid = lay_marks(scene.place.marks if scene.place else ())
    for mark in names.marks:
        rows.add("spot", Row(mark), X=laid[mark][0], Y=laid[mark][1])
    declared = {thing.id: thing for thing in scene.things}
    for id_ in fixed_things(scene):
        x, y = laid[declared[id_].where or ""]
        rows.add("spot", Row(id_), X=x, Y=y)
    things = [declared[id_] for id_ in names.things]
    for thing in things:
        rows.add("thing", Row(thing.id), **_where(thing, names))
    for one in names.people:
        for other in names.people:
            for thing in things:
                known = one is other and (thing.id in one.knows or _has(one, thing))
                where = _where(thing, names) if known else {"SPOT": NOWHERE, "BY": NOWHERE}
                rows.add("whereabouts", Row(f"{one.id} of {other.id} {thing.id}"), **where)


def _where(thing: Thing, names: Names) -> dict[str, int]:
    if thing.preposition == "held by":
        return {"SPOT": NOWHERE, "BY": names.person.get(thing.where or "", NOWHERE)}
    return {"SPOT": names.spots.get(thing.where or "", NOWHERE), "BY": NOWHERE, "HIDDEN": int(thing.preposition not in (None, "on"))}


def _has(person: Person, thing: Thing) -> bool:
    return thing.preposition == "held by" and thing.where == person.id
