"""Ways through a story as a tree: from all performances, by what was done first, next and then. It knows nothing of how it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

THIN: Final = 0.03
"""Branches that are less than this share of all performances are drawn as one, where there are several beside each other."""
WIDE: Final = 0.1
"""Branches that are less than this share of all performances are not divided further."""
START, NOTHING, REST = "", "–", "other ways"

Way = tuple[tuple[str, ...], str]
"""What was done, in its order, and the ending."""


class Branch(NamedTuple):
    """What was done at a step, how the performances that did it ended, and what they did next; `NOTHING` where they did nothing more."""

    name: str
    step: int
    endings: dict[str, int]
    children: tuple[Branch, ...] = ()

    @property
    def runs(self) -> int:
        """How many performances."""
        return sum(self.endings.values())

    def leaves(self) -> Iterator[Branch]:
        """Where the ways end, from top to bottom."""
        for child in self.children:
            yield from child.leaves()
        if not self.children:
            yield self


class Place(NamedTuple):
    """From where to where something reaches, in pixels from the top."""

    top: float
    foot: float


class Laid(NamedTuple):
    """A branch in its place, and those that go out from it."""

    branch: Branch
    place: Place
    children: tuple[Laid, ...]

    def all(self) -> Iterator[Laid]:
        """This one, and all that go out from it."""
        yield self
        for child in self.children:
            yield from child.all()


def grown(ways: Mapping[Way, int], endings: Sequence[str], name: str = START, step: int = 0, whole: int = 0) -> Branch:
    """The tree of so many performances that went each way; branches that end alike beside each other, by the order of `endings`.

    `whole` is how many performances there are in all; the ways themselves, where it is not said.
    """
    total = sum(ways.values())
    whole = whole or total
    ended: Counter[str] = Counter()
    following: dict[str, Counter[Way]] = {}
    for (acts, ending), count in ways.items():
        ended[ending] += count
        following.setdefault(acts[step] if len(acts) > step else NOTHING, Counter())[acts, ending] += count
    counts = {ending: ended[ending] for ending in endings if ended[ending]}
    if set(following) <= {NOTHING} or total < WIDE * whole:
        return Branch(name, step, counts)
    thin = [act for act, part in following.items() if part.total() < THIN * whole]
    if len(thin) > 1:
        rest: Counter[Way] = Counter()
        for act in thin:
            for (acts, ending), count in following.pop(act).items():
                rest[acts[:step], ending] += count
        following[REST] = rest
    rank = {ending: number for number, ending in enumerate(endings)}
    children = [grown(part, endings, act, step + 1, whole) for act, part in following.items()]
    children.sort(key=lambda one: (sum(rank[ending] * count for ending, count in one.endings.items()) / one.runs, one.name))
    return Branch(name, step, counts, tuple(children))


def laid(branch: Branch, scale: float, gap: float, top: float = 0.0) -> Laid:
    """The tree with a place for every branch: leaves below each other, and what they go out from in the middle of them."""
    if not branch.children:
        return Laid(branch, Place(top, top + branch.runs * scale), ())
    children: list[Laid] = []
    at = top
    for child in branch.children:
        children.append(laid(child, scale, gap, at))
        at += room(child, scale, gap) + gap
    middle = 0.5 * (top + at - gap)
    half = 0.5 * branch.runs * scale
    return Laid(branch, Place(middle - half, middle + half), tuple(children))


def room(branch: Branch, scale: float, gap: float) -> float:
    """Pixels that a branch needs with all that go out from it."""
    return branch.runs * scale + gap * (len(list(branch.leaves())) - 1)
