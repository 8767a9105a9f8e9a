"""Names: each used one is declared, each declared one is declared once, and one name means one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from falter.diagnostics.nearest import offer
from falter.diagnostics.source import Path
from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report
from falter.scene.checks.used import used
from falter.scene.checks.walk import Named
from falter.scene.meant import of_a_state

CODES: Final = {
    "person": "FAL2001",
    "move": "FAL2002",
    "mark": "FAL2003",
    "covering": "FAL2004",
    "memory": "FAL2005",
    "fact": "FAL3401",
    "thing": "FAL3411",
    "spot": "FAL3412",
    "link": "FAL3530",
}
TWICE: Final = {"person": "FAL2007", "mark": "FAL2009", "memory": "FAL2011", "detail": "FAL2012"}
DECLARE: Final = {
    "person": 'open the person: `{id} "the …", they`',
    "move": 'write the move: `{who} may {id} "…"`',
    "mark": "write under the place: `mark {id}`",
    "covering": "let somebody wear it: `wears {id} over face strongly`",
    "thing": 'declare it: `thing {id} "the …", on …`',
    "spot": "write under the place: `mark {id}`; or declare a thing that stays on its mark: `thing {id}, on …`",
    "fact": 'declare it: `fact {id} "…"`',
    "link": "declare it: `link {id}, … to …, carries voice`",
    "memory": 'give the memory: `remembers {id} "…"`',
}


def check_names(cast: Cast, report: Report) -> None:
    """Names that nothing declares, each told once with all its places; names declared twice, or for two things."""
    known = {
        "person": cast.ids,
        "move": [*cast.moves, *cast.turns],
        "mark": cast.marks,
        "covering": list(cast.coverings),
        "thing": [thing.id for thing in cast.scene.things],
        "spot": [*cast.marks, *(thing.id for thing in cast.scene.things)],
        "fact": [fact.id for fact in cast.scene.facts],
        "link": [link.id for link in cast.scene.links],
        "memory": [memory.id for person in cast.scene.people for memory in person.memories],
    }
    unknown: dict[tuple[str, str], list[Named]] = {}
    for name in used(cast.scene):
        if name.id not in known[name.kind] and name.id not in report.unread.doubtful:
            unknown.setdefault((name.kind, name.id), []).append(name)
    for (kind, _), names in unknown.items():
        _tell(cast, report, names, known[kind])
    check_twice(cast, report)


def _tell(cast: Cast, report: Report, names: list[Named], known: list[str]) -> None:
    first = names[0]
    lines = report.lines([name.path for name in names[1:]], first.path)
    declare = DECLARE[first.kind].format(id=first.id, who=cast.ids[0] if cast.ids else "SOMEONE")
    code, also = CODES[first.kind], _also(lines, len(names))
    fix = _state(first) or (f"{offer(first.id, known)}; or {declare}" if known else declare)
    spoken = first.after == ("{",)
    span = report.quoted(first.path, first.id) if spoken else report.span(first.path, [first.id], first.after)
    report.name(code, span, first.path, id=first.id, also=also, fix=fix)


def _state(named: Named) -> str | None:
    """What to write where a word for how somebody is stands in a condition: `if ANNA tired`, `if angry`."""
    if named.kind != "move" or "clauses" not in named.path:
        return None
    return of_a_state(named.id)


def _also(lines: list[str], count: int) -> str:
    if not lines:
        return f" ({count} times)" if count > 1 and not lines else ""
    shown = " and ".join([", ".join(lines[:-1]), lines[-1]] if len(lines) > 1 else lines)
    return f" (also on line{'s' if len(lines) > 1 else ''} {shown})"


def _declared(cast: Cast) -> Iterator[tuple[str, str, Path]]:
    """Kind, id and path of everything that has an id of its own."""
    scene = cast.scene
    for i, person in enumerate(scene.people):
        yield "person", person.id, ("people", i)
        for m, memory in enumerate(person.memories):
            yield "memory", memory.id, ("people", i, "memories", m)
    for i, mark in enumerate(scene.place.marks if scene.place else ()):
        yield "mark", mark.id, ("place", "marks", i)
    for i, thing in enumerate(scene.things):
        yield "thing", thing.id, ("things", i)
    for i, fact in enumerate(scene.facts):
        yield "fact", fact.id, ("facts", i)
    for i, link in enumerate(scene.links):
        yield "link", link.id, ("links", i)
    for i, detail in enumerate(scene.details):
        yield "detail", detail.id, ("details", i)
    for i, happening in enumerate(scene.happenings):
        yield "happening", happening.id, ("happenings", i)
    for i, later in enumerate(scene.laters):
        yield "time", later.id, ("laters", i)
    for name, shared in cast.moves.items():
        yield "move", name, shared[0].path


def check_twice(cast: Cast, report: Report) -> None:
    """Names declared twice, or for two things."""
    first: dict[str, tuple[str, Path]] = {}
    details: dict[str, tuple[str, Path]] = {}
    for kind, name, path in _declared(cast):
        # A detail may be the look of a mark or a thing, and is called what that is called.
        ids = details if kind == "detail" else first
        if name not in ids:
            ids[name] = (kind, path)
            continue
        other, where = ids[name]
        place = report.earlier(where, path)
        after = ("may",) if kind == "move" else ()
        code = TWICE.get(kind, "FAL2010") if kind == other else "FAL2010"
        report.add(code, path, [name], after, id=name, place=place, kind=kind, other=other)
    _moves_twice(cast, report)


def _moves_twice(cast: Cast, report: Report) -> None:
    """Several people may each have a move of one id; nobody may have two."""
    for name, shared in cast.moves.items():
        for i, each in enumerate(shared):
            doers = set(cast.doers(each.move))
            for earlier in shared[:i]:
                both = [who for who in cast.ids if who in doers and who in cast.doers(earlier.move)]
                if both:
                    place = report.earlier(earlier.path, each.path)
                    report.add("FAL2008", each.path, [name], ["may"], id=name, who=both[0], place=place)
                    break
