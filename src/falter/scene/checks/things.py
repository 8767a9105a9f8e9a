"""Things: each is in one place that stays where it is, and what is done with one can be done."""

from __future__ import annotations

from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report


def check_things(cast: Cast, report: Report) -> None:
    """What things are put at stays; what is given goes to somebody; an act does one thing with one thing; nobody handles inwardly."""
    things = {thing.id: thing for thing in cast.scene.things}
    moved = {held for each in cast.made for held in (each.move.gives, each.move.grabs, each.move.puts and each.move.puts[0])}
    for i, thing in enumerate(cast.scene.things):
        where = thing.where or ""
        if where in things and thing.preposition != "held by" and (where in moved or things[where].where not in cast.marks):
            report.add("FAL3413", ("things", i), [where], (thing.preposition or "",), id=thing.id, place=where)
    for each in cast.made:
        move, after = each.move, ("may", each.move.id)
        done = [
            word
            for word, held in (("grabs", move.grabs), ("gives", move.gives), ("puts", move.puts), ("searches", move.searches))
            if held is not None
        ]
        if len(done) > 1:
            report.add("FAL3414", each.path, [done[1]], after, id=move.id, one=done[0], two=done[1])
        if done and move.inner:
            report.add("FAL3415", each.path, ["inner"], after, id=move.id, word=done[0])
        if move.gives is not None and move.target not in cast.people:
            somebody = next((who for who in cast.ids if who not in move.who), "SOMEBODY")
            report.add("FAL3416", each.path, ["gives"], after, id=move.id, thing=move.gives, somebody=somebody)
        place = move.puts[2] if move.puts is not None else ""
        if place in things and (place in moved or things[place].where not in cast.marks):
            report.add("FAL3413", each.path, [place], (*after, "puts"), id=move.puts[0] if move.puts else "", place=place)
