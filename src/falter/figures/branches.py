"""How stories branch: a tree that flows from all performances, by what was done first, next and then, to how they ended.

The width of a band is the share of the performances that went that way, its colour their ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from falter.figures.labels import apart
from falter.figures.look import INK, LONGEST, coloured, table
from falter.figures.tree import NOTHING, START, Laid, Place, Way, grown, laid

HIGH: Final = 380
"""Pixels that all performances are high together."""
GAP: Final = 13
BETWEEN: Final = 185
"""Pixels from one step to the next."""
BOX: Final = 6
CAP: Final = 16
"""Pixels of the full colours at the end."""
BENDS: Final = 14
"""Points that a band's edge is drawn through."""
LABEL: Final = 14
FEW: Final = 10
"""Performances of a way whose endings are not told as shares: they would be by chance."""
SAID: Final = 3
"""Endings of a way that are said at its end, at most."""


def branches(ways: Mapping[Way, int], endings: Sequence[str], title: Any) -> Any:
    """The flow of so many performances that went each way; `endings` in the order of their colours, from top to bottom."""
    import altair

    trunk = grown(ways, endings)
    tree = laid(trunk, HIGH / trunk.runs, GAP)
    last = max(one.branch.step for one in tree.all()) + 1
    wide, high = last * BETWEEN + CAP, HIGH + GAP * (len(list(trunk.leaves())) - 1)
    scale = altair.Scale(domain=[0.0, high], nice=False, reverse=True)
    x = altair.X("x:Q", axis=None, scale=altair.Scale(domain=[0.0, wide], nice=False))
    y, foot = altair.Y("top:Q", axis=None, scale=scale), altair.Y2("foot:Q")
    key = altair.Legend(
        title=None, orient="top", direction="horizontal", symbolType="square", symbolOpacity=1.0, labelLimit=LONGEST, offset=10
    )
    colour = altair.Color("ending:N", scale=coloured(list(endings)), legend=key)
    hover = [altair.Tooltip(f"{field}:N") for field in ("way", "ending", "performances")]
    flow = altair.Chart(table(list(bands(tree, last)))).mark_area(opacity=0.55)
    caps = altair.Chart(table(list(ends(tree, last)))).mark_rect(opacity=1.0).encode(x, y, colour, altair.X2("x2:Q"), foot, tooltip=hover)
    box = altair.Chart(table(boxes(tree))).mark_rect(color=INK, opacity=1.0).encode(x, y, altair.X2("x2:Q"), foot)
    named = altair.Chart(table(labels(tree, last, high))).encode(x, altair.Y("y:Q", axis=None, scale=scale), altair.Text("said:N"))
    halo = named.mark_text(align="left", fontSize=11.5, stroke="white", strokeWidth=3, strokeJoin="round", opacity=0.8)
    text = named.mark_text(align="left", fontSize=11.5, color=INK)
    drawn = flow.encode(x, y, foot, colour, detail="band:N", tooltip=hover)
    return altair.layer(drawn, caps, box, halo, text).properties(width=wide, height=high, title=title)


def parts(counts: Mapping[str, int], place: Place) -> dict[str, Place]:
    """A place shared out among endings, in their order."""
    scale = (place.foot - place.top) / sum(counts.values())
    found, at = {}, place.top
    for ending, count in counts.items():
        found[ending] = Place(at, at + count * scale)
        at = found[ending].foot
    return found


def bands(tree: Laid, last: int, way: str = "") -> Iterator[dict[str, Any]]:
    """The edges of every band: from each branch to those that go out from it, and from where a way ends straight to the last column."""
    branch, at = tree.branch, tree.place.top
    left = branch.step * BETWEEN
    if not tree.children:
        for ending, place in parts(branch.endings, tree.place).items():
            about = {"ending": ending, "band": f"{way} to {ending}", "way": way or "all", "performances": branch.endings[ending]}
            yield from ({"x": x, "top": place.top, "foot": place.foot, **about} for x in (left, last * BETWEEN))
    for child in tree.children:
        whole = child.branch.runs / branch.runs * (tree.place.foot - tree.place.top)
        further = f"{way}, {child.branch.name}" if way else child.branch.name
        starts, stops = parts(child.branch.endings, Place(at, at + whole)), parts(child.branch.endings, child.place)
        at += whole
        for ending, start in starts.items():
            about = {"ending": ending, "band": f"{further} as {ending}", "way": further, "performances": child.branch.endings[ending]}
            yield from ({**about, **edge} for edge in bent(start, stops[ending], left))
        yield from bands(child, last, further)


def bent(start: Place, stop: Place, left: float) -> Iterator[dict[str, float]]:
    """The edges of a band from one column to the next: level at both ends."""
    for bend in range(BENDS + 1):
        along = bend / BENDS
        slope = along * along * (3.0 - 2.0 * along)
        top, foot = (one + slope * (other - one) for one, other in zip(start, stop, strict=True))
        yield {"x": left + along * BETWEEN, "top": top, "foot": foot}


def ends(tree: Laid, last: int) -> Iterator[dict[str, Any]]:
    """The endings of each way in their full colours."""
    for one in tree.all():
        if not one.children:
            for ending, place in parts(one.branch.endings, one.place).items():
                about = {"ending": ending, "way": one.branch.name, "performances": one.branch.endings[ending]}
                yield {"x": last * BETWEEN, "x2": last * BETWEEN + CAP, "top": place.top, "foot": place.foot, **about}


def boxes(tree: Laid) -> list[dict[str, float]]:
    """A stroke where something was done."""
    kept = [one for one in tree.all() if one.branch.name != NOTHING]
    return [
        {"x": one.branch.step * BETWEEN, "x2": one.branch.step * BETWEEN + BOX, "top": one.place.top, "foot": one.place.foot}
        for one in kept
    ]


def labels(tree: Laid, last: int, high: float) -> list[dict[str, Any]]:
    """What each branch is called, with its share of all; and at the end of each way how it ends, with the shares of that way."""
    found = []
    for step in range(1, last):
        column = [one for one in tree.all() if one.branch.step == step and one.branch.name not in (START, NOTHING)]
        said = [f"{one.branch.name}, {whole(one.branch.runs / tree.branch.runs)}" for one in column]
        found += beside(column, said, step * BETWEEN + BOX + 5, high)
    leaves = [one for one in tree.all() if not one.children]
    return [*found, *beside(leaves, [ended(one.branch.endings) for one in leaves], last * BETWEEN + CAP + 6, high)]


def beside(column: Sequence[Laid], said: Sequence[str], x: float, high: float) -> list[dict[str, Any]]:
    """Labels in the middle of their branches, moved apart where they would lie on each other."""
    middles = apart([0.5 * (one.place.top + one.place.foot) for one in column], LABEL, high)
    return [{"x": x, "y": y, "said": text} for y, text in zip(middles, said, strict=True)]


def ended(endings: Mapping[str, int]) -> str:
    """The most frequent endings of a way; of one that hardly any went, nothing."""
    total = sum(endings.values())
    if total < FEW:
        return ""
    most = sorted(endings, key=lambda name: -endings[name])[:SAID]
    return ", ".join(f"{whole(endings[name] / total)} {name}" for name in most if endings[name] >= 0.1 * total)


def whole(share: float) -> str:
    """A share in whole hundredths.

    >>> whole(0.304), whole(0.001)
    ('30 %', 'under 1 %')
    """
    return f"{100.0 * share:.0f} %" if share >= 0.005 else "under 1 %"
