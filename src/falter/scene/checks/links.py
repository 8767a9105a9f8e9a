"""Links: that each joins two places, that somebody can be at each end, and that who is to be kept on one can be on it."""

from __future__ import annotations

from math import hypot

from falter.model.constants import NEAR
from falter.model.scene import Link
from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report


def check_links(cast: Cast, report: Report) -> None:
    """Links, the moves that work them, the orders to keep somebody on one."""
    links = {link.id: link for link in cast.scene.links}
    for i, link in enumerate(cast.scene.links):
        one, other = link.between
        if one == other:
            report.add("FAL3531", ("links", i), [one], ["to"], id=link.id, mark=one)
        elif one in cast.spots and other in cast.spots:
            bare = next((mark for mark in link.between if not any(_may_be_at(cast, who, mark) for who in cast.ids)), None)
            if bare is not None:
                report.add("FAL3532", ("links", i), [bare], [link.id], id=link.id, mark=bare)
    for p, person in enumerate(cast.scene.people):
        for i, order in enumerate(person.orders):
            if order.keeps is None or order.keeps[1] not in links or order.keeps[0] not in cast.people:
                continue
            kept, id_ = order.keeps
            if kept == person.id or not _may_be_on(cast, kept, links[id_]) or not _may_be_on(cast, person.id, links[id_]):
                reason = f"`{kept}` cannot be kept on it by himself" if kept == person.id else _never(cast, kept, person.id, links[id_])
                report.add("FAL3533", ("people", p, "orders", i), [id_], ["on"], id=id_, reason=reason)
    for each in cast.made:
        if each.move.opens is not None and each.move.closes is not None:
            report.add("FAL3534", each.path, ["closes"], ("may", each.move.id), id=each.move.id)


def _never(cast: Cast, kept: str, keeper: str, link: Link) -> str:
    who = kept if not _may_be_on(cast, kept, link) else keeper
    return f"`{who}` is never within {NEAR:g} m of an end of it"


def _may_be_on(cast: Cast, who: str, link: Link) -> bool:
    return any(_may_be_at(cast, who, mark) for mark in link.between)


def _may_be_at(cast: Cast, who: str, mark: str) -> bool:
    """Could someone be at a mark? Whoever walks, comes in, or stands at no mark, could."""
    person = cast.people[who]
    if not cast.here(who):
        return False
    places = [person.at, person.arrives.mark if person.arrives else None]
    places += [each.move.returns.mark for each in cast.leaving(who) if each.move.returns]
    if cast.walks(who) or mark not in cast.spots or not any(place in cast.spots for place in places):
        return True
    return any(
        hypot(cast.spots[place][0] - cast.spots[mark][0], cast.spots[place][1] - cast.spots[mark][1]) <= NEAR
        for place in places
        if place is not None and place in cast.spots
    )
