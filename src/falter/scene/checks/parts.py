"""Parts and the telling: who is left to act after an act, and whose mind the telling keeps to."""

from __future__ import annotations

from falter.diagnostics.nearest import listed
from falter.model.scene import Part
from falter.scene.checks.cast import Cast
from falter.scene.checks.possible import Possible
from falter.scene.checks.report import Report
from falter.scene.checks.walk import Made, means


def check_parts(cast: Cast, possible: Possible, report: Report) -> None:
    """Parts that are empty, that wait for their own moves, or whose people are dead or gone by then."""
    for p, part in enumerate(cast.scene.parts):
        if not part.moves:
            report.add("FAL2401", ("parts", p), ["part"], act=part.after)
        elif any(move.id == part.after for move in part.moves):
            report.add("FAL2402", ("parts", p), [part.after], ["after"], id=part.after)
    for each in cast.made:
        if each.part is not None:
            _survives(cast, each, each.part, report)
        else:
            _waits_for_own_end(cast, each, report)


def _survives(cast: Cast, each: Made, part: Part, report: Report) -> None:
    """Is anybody who may do a part's move alive and in the scene once the part opens?"""
    doers = cast.doers(each.move)
    lost = [why for who in doers if (why := _lost(cast, part.after, who))]
    if doers and len(lost) == len(doers):
        report.add("FAL2403", each.path, [doers[0]], id=each.move.id, who=listed(doers), act=part.after, why_not=lost[0])


def _lost(cast: Cast, after: str, who: str) -> str:
    """What the act `after` surely does to a person: the words for it, or nothing."""
    acts = [each.move for each in cast.moves.get(after, [])]
    if acts and all(any((meant.object or move.target) == who for meant in means(move, "kills")) for move in acts):
        return f"`{after}` kills `{who}`"
    if acts and all(cast.doers(move) == [who] and means(move, "dies") for move in acts):
        return f"by `{after}`, `{who}` dies"
    if acts and all(cast.doers(move) == [who] and means(move, "leaves") and move.returns is None for move in acts):
        return f"by `{after}`, `{who}` leaves"
    return ""


def _waits_for_own_end(cast: Cast, each: Made, report: Report) -> None:
    """A move whose every way waits for an act that takes its doer out of the scene, or its life."""
    doers = cast.doers(each.move)
    clauses = each.move.needs.clauses
    if not clauses or not doers:
        return
    for who in doers:
        for clause in clauses:
            if not any(atom.word in ("done", "since") and not atom.negated and _lost(cast, atom.move or "", who) for atom in clause.atoms):
                return
    atom = next(atom for atom in clauses[0].atoms if atom.word in ("done", "since") and _lost(cast, atom.move or "", doers[0]))
    why = _lost(cast, atom.move or "", doers[0])
    path = (*each.path, "needs")
    report.add("FAL2403", path, [atom.move or ""], ("may", each.move.id), id=each.move.id, who=listed(doers), act=atom.move, why_not=why)


def check_told(cast: Cast, report: Report) -> None:
    """Whose mind the telling keeps to: somebody who is there, one at a time."""
    seen: list[str | None] = []
    for i, close in enumerate(cast.scene.told.close):
        path = ("told", "close", i)
        if close.person in cast.people and not cast.here(close.person):
            report.add("FAL2501", path, [close.person], ["close to"], id=close.person)
        if close.after in seen:
            since = f"`{close.after}`" if close.after else "the start"
            before = [cast.scene.told.close[i - 1].person] if i else []
            report.add("FAL2502", path, [close.person], ["close to", *before], since=since, person=close.person)
        seen.append(close.after)
