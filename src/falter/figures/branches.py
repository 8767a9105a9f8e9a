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
BETWEEN: Final = (140, 300)
"""Least and most pixels from one step to the next."""
LETTER: Final = 6.3
"""Pixels of a letter of a label, about."""
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
    between = between_of(tree)
    wide, high = last * between + CAP, HIGH + GAP * (len(list(trunk.leaves())) - 1)
    scale = altair.Scale(domain=[0.0, high], nice=False, reverse=True)
    x = altair.X("x:Q", axis=None, scale=altair.Scale(domain=[0.0, wide], nice=False))
    y, foot = altair.Y("top:Q", axis=None, scale=scale), altair.Y2("foot:Q")
    key = altair.Legend(
        title=None, orient="top", direction="horizontal", symbolType="square", symbolOpacity=1.0, labelLimit=LONGEST, offset=10
    )
    colour = altair.Color("ending:N", scale=coloured(list(endings)), legend=key)
    hover = [altair.Tooltip(f"{field}:N") for field in ("way", "ending", "performances")]
    flow = altair.Chart(table(list(bands(tree, last, between)))).mark_area(opacity=0.55)
    caps = (
        altair.Chart(table(list(ends(tree, last * between))))
        .mark_rect(opacity=1.0)
        .encode(x, y, colour, altair.X2("x2:Q"), foot, tooltip=hover)
    )
    box = altair.Chart(table(boxes(tree, between))).mark_rect(color=INK, opacity=1.0).encode(x, y, altair.X2("x2:Q"), foot)
    named = altair.Chart(table(labels(tree, last, between, high))).encode(x, altair.Y("y:Q", axis=None, scale=scale), altair.Text("said:N"))
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


def bands(tree: Laid, last: int, between: float, way: str = "") -> Iterator[dict[str, Any]]:
    """The edges of every band: from each branch to those that go out from it, and from where a way ends straight to the last column."""
    branch, at = tree.branch, tree.place.top
    left = branch.step * between
    if not tree.children:
        for ending, place in parts(branch.endings, tree.place).items():
            about = {"ending": ending, "band": f"{way} to {ending}", "way": way or "all", "performances": branch.endings[ending]}
            yield from ({"x": x, "top": place.top, "foot": place.foot, **about} for x in (left, last * between))
    for child in tree.children:
        whole = child.branch.runs / branch.runs * (tree.place.foot - tree.place.top)
        further = f"{way}, {child.branch.name}" if way else child.branch.name
        starts, stops = parts(child.branch.endings, Place(at, at + whole)), parts(child.branch.endings, child.place)
        at += whole
        for ending, start in starts.items():
            about = {"ending": ending, "band": f"{further} as {ending}", "way": further, "performances": child.branch.endings[ending]}
            yield from ({**about, **edge} for edge in bent(start, stops[ending], left, between))
        yield from bands(child, last, between, further)


def bent(start: Place, stop: Place, left: float, between: float) -> Iterator[dict[str, float]]:
    """The edges of a band from one column to the next: level at both ends."""
    for bend in range(BENDS + 1):
        along = bend / BENDS
        slope = along * along * (3.0 - 2.0 * along)
        top, foot = (one + slope * (other - one) for one, other in zip(start, stop, strict=True))
        yield {"x": left + along * between, "top": top, "foot": foot}


def ends(tree: Laid, left: float) -> Iterator[dict[str, Any]]:
    """The endings of each way in their full colours."""
    for one in tree.all():
        if not one.children:
            for ending, place in parts(one.branch.endings, one.place).items():
                about = {"ending": ending, "way": one.branch.name, "performances": one.branch.endings[ending]}
                yield {"x": left, "x2": left + CAP, "top": place.top, "foot": place.foot, **about}


def boxes(tree: Laid, between: float) -> list[dict[str, float]]:
    """A stroke where something was done."""
    kept = [one for one in tree.all() if one.branch.name != NOTHING]
    return [
        {"x": one.branch.step * between, "x2": one.branch.step * between + BOX, "top": one.place.top, "foot": one.place.foot}
        for one in kept
    ]


def labels(tree: Laid, last: int, between: float, high: float) -> list[dict[str, Any]]:
    """What each branch is called, with its share of all; and at the end of each way how it ends, with the shares of that way."""
    found = []
    for step in range(1, last):
        column = [one for one in tree.all() if one.branch.step == step and one.branch.name not in (START, NOTHING)]
        said = [called(one, tree) for one in column]
        found += beside(column, said, step * between + BOX + 5, high)
    leaves = [one for one in tree.all() if not one.children]
    return [*found, *beside(leaves, [ended(one.branch.endings) for one in leaves], last * between + CAP + 6, high)]


def called(one: Laid, tree: Laid) -> str:
    """A branch with its share of all."""
    return f"{one.branch.name}, {whole(one.branch.runs / tree.branch.runs)}"


def between_of(tree: Laid) -> float:
    """Room from one step to the next for the longest label."""
    longest = max((len(called(one, tree)) for one in tree.all() if one.branch.name not in (START, NOTHING)), default=0)
    return min(max(longest * LETTER + BOX + 12.0, BETWEEN[0]), BETWEEN[1])


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
