"""Closing and endings: the performance closes, each ending can come about, and one always does."""

from __future__ import annotations

from falter.diagnostics.nearest import offer
from falter.model.conditions import Clause
from falter.model.scene import Ending
from falter.scene.checks.cast import Cast
from falter.scene.checks.conditions import against, excused
from falter.scene.checks.possible import WAITS, Bar, Possible
from falter.scene.checks.report import Report
from falter.scene.checks.walk import phrase, written


def check_endings(cast: Cast, possible: Possible, report: Report) -> None:
    """`closes`, `ends` and `expect`."""
    _closings(cast, report)
    _names(cast, report)
    for i, ending in enumerate(cast.scene.endings):
        _leads(cast, possible, report, i, ending)
    _expectations(cast, report)


def _closings(cast: Cast, report: Report) -> None:
    for i, closing in enumerate(cast.scene.closings):
        if closing.at == 0.0:
            report.add("FAL2601", ("closings", i))
        if closing.after is None and closing.seconds is None and closing.when is None and closing.at is None:
            report.add("FAL2602", ("closings", i))
    if cast.scene.closings and all(closing.at is None for closing in cast.scene.closings) and not report.unread.doubtful & {"closes"}:
        report.add("FAL2603", ("closings", 0))


def _names(cast: Cast, report: Report) -> None:
    endings = cast.scene.endings
    names = [ending.name for ending in endings]
    rest = next((i for i, ending in enumerate(endings) if not ending.when.clauses), None)
    for i, ending in enumerate(endings):
        path = ("endings", i)
        if ending.name in names[:i]:
            place = report.earlier(("endings", names.index(ending.name)), path)
            report.add("FAL2604", path, [ending.name], name=ending.name, place=place)
        elif rest is not None and i > rest:
            report.add("FAL2605", path, [ending.name], name=ending.name, rest=endings[rest].name)
        elif any(ending.when == earlier.when for earlier in endings[:i] if earlier.when.clauses):
            first = next(earlier for earlier in endings[:i] if earlier.when == ending.when)
            report.add("FAL2606", path, [ending.name], name=ending.name, first=first.name)
    if endings and rest is None and "else" not in report.unread.doubtful:
        report.add("FAL2607", ("endings", len(endings) - 1), [names[-1]])


def _leads(cast: Cast, possible: Possible, report: Report, i: int, ending: Ending) -> None:
    """An ending none of whose clauses can come to hold; a clause that can't beside one that can is told as a condition."""
    barred = [_barred(possible, report, clause) for clause in ending.when.clauses]
    found = [(c, *which) for c, which in enumerate(barred) if which is not None]
    all_barred = bool(found) and len(found) == len(barred)
    for c, a, bar in found[:1] if all_barred else found:
        atom = ending.when.clauses[c].atoms[a]
        path = ("endings", i, "when", "clauses", c, "atoms", a)
        code = "FAL2608" if all_barred else bar.code
        report.once(code, path, written(atom), name=ending.name, atom=phrase(atom), reason=bar.reason, fix=bar.fix)


def _barred(possible: Possible, report: Report, clause: Clause) -> tuple[int, Bar] | None:
    """The first atom of a clause that can never hold, and why; what another fault already tells is left out."""
    if next(against(clause, None), None):
        return None
    for a, atom in enumerate(clause.atoms):
        bar = possible.atom(atom, ())
        if bar is not None:
            return None if bar.code == WAITS or excused(bar, report) else (a, bar)
    return None


def _expectations(cast: Cast, report: Report) -> None:
    names = [ending.name for ending in cast.scene.endings] or ["closed"]
    known = [*names, *([] if any(not ending.when.clauses for ending in cast.scene.endings) else ["undecided"])]
    seen: list[str] = []
    for i, expected in enumerate(cast.scene.expectations):
        path = ("expectations", i)
        if expected.ending is None:
            continue
        name = expected.ending
        if name not in known and name not in report.unread.doubtful:
            report.add("FAL2609", path, [name], name=name, offer=offer(name, known))
        elif expected.most > 100.0 or expected.least > expected.most:
            report.add("FAL2610", path, [name], name=name, least=f"{expected.least:g}", most=f"{expected.most:g}")
        elif name in seen:
            report.add("FAL2611", path, [name], name=name)
        seen.append(name)
    _sum(cast, report)


def _sum(cast: Cast, report: Report) -> None:
    """Shares that can't all be met: the least come to more than 100 %, or all endings' most to less."""
    each = {expected.ending: expected for expected in cast.scene.expectations if expected.ending is not None}
    least = sum(expected.least for expected in each.values())
    most = sum(expected.most for expected in each.values())
    last = len(cast.scene.expectations) - 1
    endings = cast.scene.endings
    if least > 100.0:
        report.add("FAL2612", ("expectations", last), total=f"{least:g}", side="least", bound="more")
    elif most < 100.0 and any(not ending.when.clauses for ending in endings) and {ending.name for ending in endings} <= set(each):
        report.add("FAL2612", ("expectations", last), total=f"{most:g}", side="most", bound="less")
