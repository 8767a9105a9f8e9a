"""What a person carries in: ties, orders, wants, norms, what they wonder, what they wear."""

from __future__ import annotations

from falter.diagnostics.nearest import listed
from falter.diagnostics.source import Path
from falter.model.people import Order, Person, Promise, Want, Wonder
from falter.scene.checks.cast import Cast
from falter.scene.checks.possible import Possible
from falter.scene.checks.report import Report
from falter.scene.checks.walk import means


def check_ties(cast: Cast, possible: Possible, report: Report) -> None:
    """The lines under each person."""
    for i, person in enumerate(cast.scene.people):
        path = ("people", i)
        _ties(person, path, report)
        for o, order in enumerate(person.orders):
            if order.by == person.id:
                report.add("FAL2103", (*path, "orders", o), [person.id], ["by"], id=person.id, move=order.move or "…")
            _deed(cast, possible, report, person, (*path, "orders", o), order, "is ordered")
        for w, want in enumerate(person.wants):
            _deed(cast, possible, report, person, (*path, "wants", w), want, "wants")
        for p, promise in enumerate(person.promises):
            _deed(cast, possible, report, person, (*path, "promises", p), promise, "promises")
            if promise.unless is None and promise.within == 0.0:
                report.add("FAL3520", (*path, "promises", p), ["within"], id=person.id, move=promise.move)
        _repeated(person, path, report)
        _norms(cast, person, path, report)
        for w, wonder in enumerate(person.wonders):
            _wonder(cast, report, person, (*path, "wonders", w), wonder)
        _sights(person, path, report)
        _coverings(person, path, report)


def _ties(person: Person, path: Path, report: Report) -> None:
    seen: dict[tuple[str, str], int] = {}
    for t, tie in enumerate(person.ties):
        here = (*path, "ties", t)
        if tie.person == person.id:
            report.add("FAL2101", here, [person.id], [tie.word], id=person.id, word=tie.word)
        elif (tie.word, tie.person) in seen:
            place = report.earlier((*path, "ties", seen[tie.word, tie.person]), here)
            report.add("FAL2102", here, [tie.word, tie.person], id=person.id, word=tie.word, person=tie.person, place=place)
        seen.setdefault((tie.word, tie.person), t)


def _deed(cast: Cast, possible: Possible, report: Report, person: Person, path: Path, deed: Order | Promise | Want, verb: str) -> None:
    """An order or a want: the move is the person's, and has the target that is named."""
    if deed.move is None or deed.move not in cast.moves or deed.move in report.unread.doubtful:
        return
    if any(who not in cast.people for each in cast.moves[deed.move] for who in each.move.who):
        return
    own = [each for each in cast.moves[deed.move] if person.id in cast.doers(each.move)]
    if not own:
        may = [who for each in cast.moves[deed.move] for who in each.move.who]
        report.add("FAL2104", path, [deed.move], ["to"], id=person.id, move=deed.move, verb=verb, may=listed(may) if may else "nobody")
    elif deed.target is not None and deed.target in cast.people and not any(deed.target in cast.targets(each.move) for each in own):
        target = own[0].move.target
        has = f"is done to `{target}`" if target else "is done to nobody"
        fix = f"write `{deed.move} {target}`" if target in cast.people else f"write `{deed.move}` alone"
        given = {"id": person.id, "move": deed.move, "target": deed.target, "verb": verb}
        report.add("FAL2105", path, [deed.target], ["to", deed.move], has=has, fix=fix, **given)
    elif isinstance(deed, Order) and deed.within == 0.0:
        report.add("FAL2106", path, ["within"], [deed.move], id=person.id, move=deed.move)


def _repeated(person: Person, path: Path, report: Report) -> None:
    """The same order, or the same wonder, twice."""
    orders = [(order.by, order.move, order.target) for order in person.orders]
    for o, key in enumerate(orders):
        if key in orders[:o]:
            here = (*path, "orders", o)
            place = report.earlier((*path, "orders", orders.index(key)), here)
            report.add("FAL2107", here, ["ordered"], what=f"the order to {key[1]}", id=person.id, place=place)
    asked = [(w.about, w.person, w.move, w.target, w.tie, w.other, w.fact) for w in person.wonders]
    for w, about in enumerate(asked):
        if about in asked[:w]:
            here = (*path, "wonders", w)
            place = report.earlier((*path, "wonders", asked.index(about)), here)
            report.add("FAL2107", here, ["wonders"], what="the same wonder", id=person.id, place=place)


def _norms(cast: Cast, person: Person, path: Path, report: Report) -> None:
    for n, norm in enumerate(person.norms):
        if not any(means(each.move, norm.meaning) for each in cast.made) and norm.meaning not in report.unread.doubtful:
            word = "abhors" if norm.against else "honours"
            report.add("FAL2108", (*path, "norms", n), [norm.meaning], [word], id=person.id, word=word, meaning=norm.meaning)


def _wonder(cast: Cast, report: Report, person: Person, path: Path, wonder: Wonder) -> None:
    if wonder.person == person.id:
        report.add("FAL2109", path, [person.id], ["wonders"], id=person.id)
    elif wonder.about == "tie" and wonder.person is not None and wonder.person == wonder.other:
        report.add("FAL2110", path, [wonder.person], [wonder.person], person=wonder.person, tie=wonder.tie or "", id=person.id)
    elif wonder.about == "means" and wonder.move in cast.moves and wonder.person in cast.people:
        if wonder.move in report.unread.doubtful:
            return
        may = [who for each in cast.moves[wonder.move] for who in each.move.who or cast.ids]
        if wonder.person not in may and all(who in cast.people for who in may):
            given = {"person": wonder.person, "move": wonder.move, "id": person.id}
            report.add("FAL2111", path, [wonder.person], ["if"], may=listed(may) or "nobody", **given)


def _sights(person: Person, path: Path, report: Report) -> None:
    for w, words in enumerate(person.words):
        if words.kind == "sees" and words.person == person.id:
            report.add("FAL2112", (*path, "words", w), [person.id], ["sees"], id=person.id)


def _coverings(person: Person, path: Path, report: Report) -> None:
    things = [covering.thing for covering in person.wears]
    for c, covering in enumerate(person.wears):
        channels = [hidden.channel for hidden in covering.over]
        for channel in dict.fromkeys(channels):
            if channels.count(channel) > 1:
                report.add("FAL2113", (*path, "wears", c), [channel], ["over", channel], thing=covering.thing, channel=channel)
        if covering.thing in things[:c]:
            here = (*path, "wears", c)
            place = report.earlier((*path, "wears", things.index(covering.thing)), here)
            report.add("FAL2114", here, [covering.thing], ["wears"], thing=covering.thing, id=person.id, place=place)
