"""Conditions: each says whose it is, no clause contradicts itself, and each can come to hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from falter.diagnostics.source import Path
from falter.model.conditions import Atom, Clause
from falter.scene.checks.cast import Cast
from falter.scene.checks.possible import NEAR, WAITS, Bar, Possible
from falter.scene.checks.report import Report
from falter.scene.checks.walk import Judged, Made, conditions, is_of_a_fact, phrase, written

NOBODYS: Final = frozenset({"done", "since", "dark", "light", "lull"})
"""Words whose condition needs no subject."""
NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "noticed": ("person",), "noticed by": ("person",),
    "suspected by": ("person",), "believed by": ("person",), "near": ("person",), "suspects": ("person", "move"),
    "believes": ("person", "name", "other"), "doubts": ("person", "name", "other"), "at": ("name",), "feels": ("name",),
    "shows": ("name",), "rises": ("name",), "slips": ("name",),
    "attends": ("name",), "wears": ("name",), "done": ("move",), "since": ("move", "amount"),
    "lull": ("amount",), "sees": ("name",), "holds": ("name",), "thinks": ("name", "other"), "within": ("amount",),
}  # fmt: skip
"""What each word can't do without."""
LIVING: Final = frozenset(
    {"feels", "shows", "rises", "slips", "torn", "attends", "asked", "ignored", "noticed", "suspects", "believes", "doubts"}
    | {"heart races", "breath short", "hands shake", "frozen"}
)
"""Words that hold of nobody who is dead."""
PAIRS: Final = (frozenset({"dead", "here"}), frozenset({"gone", "here"}), frozenset({"dark", "light"}))
"""Words that exclude each other for one subject."""


class Against(NamedTuple):
    """Two atoms of one clause that can't both hold, and why."""

    one: Atom
    two: Atom
    why: str
    at: int
    """The place of `two` in the clause."""


def check_conditions(cast: Cast, possible: Possible, report: Report) -> None:
    """Every condition but those of the endings, which have a fault of their own when nothing leads to them."""
    for judged in conditions(cast.scene):
        for path, clause in judged.clauses():
            sound = _complete(cast, judged, path, clause, report) and not _contradicts(cast, judged, path, clause, report)
            if sound and judged.kind != "ending":
                _holds(cast, possible, judged, path, clause, report)
    _waiting_in_a_ring(cast, possible, report)


def subjects(cast: Cast, judged: Judged) -> list[str]:
    """Who a condition may be about where no person stands before an atom."""
    if judged.own is not None:
        return [judged.own]
    return [who for who in cast.doers(judged.made.move) if cast.here(who)] if judged.made is not None else []


def _complete(cast: Cast, judged: Judged, path: Path, clause: Clause, report: Report) -> bool:
    """Does every atom have what its word needs, and a subject?"""
    fine = True
    for a, atom in enumerate(clause.atoms):
        here = (*path, "atoms", a)
        needed = ("name",) if is_of_a_fact(atom) or (atom.word == "near" and atom.name is not None) else NEEDS.get(atom.word, ())
        lacks = [field for field in needed if getattr(atom, field) is None]
        if lacks:
            report.add("FAL2319", here, [atom.word], word=atom.word, lacks=" and ".join(lacks))
        elif judged.kind in ("ending", "closing", "happening") and atom.subject is None and atom.word not in NOBODYS:
            report.add("FAL2311", here, written(atom), atom=phrase(atom), kind=_line(judged), somebody=_somebody(cast))
        elif atom.word == "within" and atom.person is None and (judged.made is None or judged.made.move.target is None):
            report.add("FAL2313", here, ["within"], amount=f"{atom.amount:g}", somebody=_somebody(cast))
        elif atom.subject is not None and atom.subject == atom.person:
            report.add("FAL2314", here, written(atom), atom=phrase(atom), who=atom.subject)
        else:
            continue
        fine = False
    return fine


def _somebody(cast: Cast) -> str:
    """A person to put into an example."""
    return cast.ids[-1] if cast.ids else "SOMEBODY"


def _line(judged: Judged) -> str:
    return {"ending": "`ends`", "closing": "`closes`"}.get(judged.kind, "`happens`")


def _contradicts(cast: Cast, judged: Judged, path: Path, clause: Clause, report: Report) -> bool:
    own = subjects(cast, judged)
    found = next(against(clause, own[0] if len(own) == 1 else None), None)
    if found is None:
        return False
    here = (*path, "atoms", found.at)
    words = written(found.two)
    at = ["not", *words] if found.two.negated else words
    report.add("FAL2301", here, at, one=phrase(found.one), two=phrase(found.two), reason=found.why)
    return True


def against(clause: Clause, own: str | None) -> Iterator[Against]:
    """The pairs of atoms in a clause that can't both hold."""
    atoms = [atom.model_copy(update={"subject": atom.subject or own}) for atom in clause.atoms]
    for j, two in enumerate(atoms):
        for i, one in enumerate(atoms[:j]):
            why = _clash(one, two)
            if why:
                yield Against(clause.atoms[i], clause.atoms[j], why, j)


def _clash(one: Atom, two: Atom) -> str:
    """Why two atoms can't both hold; empty where they can."""
    if one.negated != two.negated and one.model_copy(update={"negated": two.negated}) == two:
        return "the one is the other denied"
    if one.subject == two.subject and one.person == two.person and one.word in ("near", "within") and two.word in ("near", "within"):
        return _distances(one, two)
    if one.negated or two.negated or one.subject != two.subject:
        return ""
    pair = frozenset({one.word, two.word})
    if pair in PAIRS or ("dead" in pair and pair & LIVING):
        return "no one can be both"
    if pair == {"believes", "doubts"} and (one.person, one.name, one.other) == (two.person, two.name, two.other):
        return "one holds at .6 and more, the other at .4 and less"
    return "nobody is in two places" if pair == {"at"} and one.name != two.name else ""


def _distances(one: Atom, two: Atom) -> str:
    near, far = (two, one) if one.negated else (one, two)
    if near.negated or not far.negated:
        return ""
    least, most = _metres(far), _metres(near)
    return f"who is within {most:g} m is within {least:g} m" if most <= least else ""


def _metres(atom: Atom) -> float:
    return NEAR if atom.word == "near" else atom.amount or 0.0


def _holds(cast: Cast, possible: Possible, judged: Judged, path: Path, clause: Clause, report: Report) -> None:
    own = subjects(cast, judged)
    for a, atom in enumerate(clause.atoms):
        here = (*path, "atoms", a)
        bar = possible.atom(atom, own, judged.made if judged.kind in ("move", "wording") else None)
        if bar is not None and bar.code != WAITS and not excused(bar, report):
            report.once(bar.code, here, written(atom), atom=phrase(atom), reason=bar.reason, fix=_mended(cast, judged, atom, bar))
        elif bar is None:
            _lifeless(judged, here, atom, own, report)
            _everywhere(cast, judged, here, atom, report)


def _mended(cast: Cast, judged: Judged, atom: Atom, bar: Bar) -> str:
    """What to type instead; in a `sees` line the condition may have been meant of the one who sees."""
    if judged.kind != "sees" or atom.subject is not None or bar.code not in ("FAL2304", "FAL2305"):
        return bar.fix
    sees = cast.scene.people[int(judged.path[1])].id
    return f"write `when {sees} {phrase(atom)}` if it is about the one who sees; or {bar.fix}"


def _lifeless(judged: Judged, here: Path, atom: Atom, own: list[str], report: Report) -> None:
    """A doer who must be dead or gone to do it."""
    if judged.made is None or atom.negated:
        return
    if atom.word in ("dead", "gone") and own and (atom.subject is None or own == [atom.subject]):
        report.add("FAL2315", here, written(atom), atom=phrase(atom), id=judged.made.move.id, who=own[0])


def _everywhere(cast: Cast, judged: Judged, here: Path, atom: Atom, report: Report) -> None:
    """A distance that nobody here can exceed: all marks lie within it, and nobody walks away from anybody."""
    if atom.word != "within" or len(cast.spots) < 2 or any(each.move.towards == "from" for each in cast.made):
        return
    if any(person.at is None for person in cast.scene.people if not person.away):
        return
    if (atom.amount or 0.0) >= cast.widest:
        report.add("FAL2317", here, written(atom), atom=phrase(atom), widest=f"{cast.widest:g}")


DEEDS: Final = frozenset({"FAL2302", "FAL2303", "FAL2304", "FAL2305", "FAL2310"})
"""Bars that a move would lift."""
CARRIED: Final = frozenset({"FAL2306", "FAL2307", "FAL2308", "FAL2309", "FAL2310", "FAL2312", "FAL3404"})
"""Bars that a line under a person would lift."""


def excused(bar: Bar, report: Report) -> bool:
    """May a line that could not be read be what lifts the bar?"""
    return (bar.code in DEEDS and report.unread.deeds) or (bar.code in CARRIED and report.unread.people)


def _waiting_in_a_ring(cast: Cast, possible: Possible, report: Report) -> None:
    """Moves that wait for each other, or for themselves; what only waits for such a ring is left out."""
    waits: dict[str, set[str]] = {}
    for each in cast.made:
        if each.move.id not in possible.doable and possible.able(each):
            waits.setdefault(each.move.id, set()).update(_awaited(possible, each))
    for each in cast.made:
        ring = _ring(waits, each.move.id)
        if ring and each.move.id == min(ring):
            told = " waits for ".join(f"`{name}`" for name in [*ring, ring[0]])
            path: Path = (*each.path, "needs")
            report.add("FAL2316", path, [ring[1 % len(ring)]], ("may", each.move.id), id=each.move.id, ring=told)


def _awaited(possible: Possible, each: Made) -> set[str]:
    """Moves that can never be done and that this one can't do without; empty if something else bars it too."""
    found = set()
    if each.part is not None and each.part.after not in possible.doable:
        if any(move.id == each.part.after for move in each.part.moves):
            return set()
        found.add(each.part.after)
    for clause in each.move.needs.clauses:
        for atom in clause.atoms:
            bar = possible.atom(atom, possible.able(each), each)
            if bar is not None and bar.code == WAITS and atom.word in ("done", "since") and atom.move is not None:
                found.add(atom.move)
            elif bar is not None:
                return set()
    return found


def _ring(waits: dict[str, set[str]], start: str) -> list[str]:
    """The shortest way from a move through what it waits for back to itself."""
    ways = [[start]]
    seen = set()
    while ways:
        way = ways.pop(0)
        for name in sorted(waits.get(way[-1], ())):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []
