"""Figures of many performances: the rows that `figures` draws, read out of ensembles. Altair is imported when a figure is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import numpy

from falter.explore.branching import Way, ways
from falter.explore.intervals import wilson
from falter.explore.records import Flags, Numbers
from falter.explore.report import clock, percent
from falter.figures.branches import branches as drawn_branches
from falter.figures.look import dressed, titled
from falter.figures.pictures import NothingToDrawError
from falter.figures.shares import Bar, bars
from falter.figures.times import Group, dots
from falter.figures.varied import Spot, check_room, varied
from falter.model.constants import CONSTANTS

if TYPE_CHECKING:
    from falter.explore.ensemble import Ensemble
    from falter.explore.sweep import Sweep

KINDS: Final = ("all", "endings", "branches", "hesitation", "times", "knew")
"""What can be drawn of an ensemble; of a sweep, its one figure."""
NAMED: Final = 7
"""Endings that have a line of their own; of more, the rarest are drawn as one."""
MINUTE: Final = 60.0
OTHERS: Final = "others"


def plot(one: Ensemble, kind: str = "all") -> Any:
    """A chart of an ensemble: one of `KINDS`. Raises ValueError for another word, NothingToDrawError for what it has nothing of."""
    import altair

    if kind not in KINDS:
        raise ValueError(f"kind of plot() must be one of {', '.join(KINDS)}; got {kind!r}")
    if not len(one):
        raise NothingToDrawError("none of the performances counts")
    if kind == "all":
        return dressed(altair.vconcat(*panels(one), spacing=34).resolve_scale(color="independent"))
    return dressed(DRAWN[kind](one))


def panels(one: Ensemble) -> Iterator[Any]:
    """One figure of each kind, of which it has anything."""
    for kind in KINDS[1:]:
        with suppress(NothingToDrawError):
            yield DRAWN[kind](one)


def endings(one: Ensemble) -> Any:
    """The share of each ending."""
    found = [
        Bar(name, *share, percent(share.share) if share.share else f"none; under {percent(one.never_bound)}")
        for name, share in one.endings().items()
    ]
    return bars(found, titled(f"How {one.tables.scene.title} ends", counted(one)))


def hesitation(one: Ensemble) -> Any:
    """For how long somebody hesitated before the first act that cannot be undone, by the ending. Raises NothingToDrawError."""
    groups = by_ending(one, one.runs.hesitation)
    if not groups:
        raise NothingToDrawError("in none of the performances is anything done that cannot be undone")
    return dots(
        groups,
        titled(f"How long they hesitated before what cannot be undone{by(groups)}", DOTTED),
        "story time from when it was open, or since the doer's last act (min:s)",
    )


def times(one: Ensemble) -> Any:
    """How long the performances of each ending lasted."""
    groups = by_ending(one, one.runs.seconds)
    return dots(groups, titled(f"How long it lasted{by(groups)}", DOTTED), "story time at the close (min:s)")


def knew(one: Ensemble) -> Any:
    """What people took to be so at the end. Raises NothingToDrawError where nobody wonders anything."""
    found = [Bar(name, *share, percent(share.share)) for name, share in one.knew().items()]
    if not found:
        raise NothingToDrawError("nobody in the scene wonders anything")
    return bars(found, titled("What is taken to be so at the end, and by whom", counted(one)))


def by(groups: Sequence[Group]) -> str:
    """What the rows of a figure are."""
    return ", by the ending" if len(groups) > 1 else ""


def branches(one: Ensemble) -> Any:
    """How the stories branch on the way to their endings. Raises NothingToDrawError where they do not, or what was done went to a file."""
    try:
        found = ways(one)
    except ValueError as error:
        raise NothingToDrawError(str(error)) from None
    if not any(acts for acts, _ in found):
        raise NothingToDrawError("no act before the story is settled tells anything of how it ends")
    names = kept_of({name: share.share for name, share in one.endings().items()})
    merged: Counter[Way] = Counter()
    for (acts, ending), count in found.items():
        merged[acts, ending if ending in names else OTHERS] += count
    return drawn_branches(merged, names, titled(f"How {one.tables.scene.title} branches", *BRANCHED))


BRANCHED: Final = (
    "the acts that endings differ most by, in the order in which they were first begun, till it was settled",
    "the wider a band, the more performances; at the right, how those that went this way ended",
)
DRAWN: Final = {"endings": endings, "branches": branches, "hesitation": hesitation, "times": times, "knew": knew}
DOTTED: Final = "a dot is one in twenty of the performances that ended so, of fewer one of them; the darker half were the quicker"


def by_ending(one: Ensemble, seconds: Numbers) -> list[Group]:
    """A time of each run that has it, by the ending, the most frequent first."""
    found = []
    for name, _ in sorted(one.endings().items(), key=lambda pair: -pair[1].share):
        these = of_ending(one, name) & ~numpy.isnan(seconds)
        if these.any():
            found.append(Group(name, seconds[these], middle_of(seconds[these])))
    return found


def middle_of(seconds: Numbers) -> str:
    """The median, and of how many."""
    middle = float(numpy.median(seconds))
    return f"median {f'{middle:.1f} s' if middle < MINUTE else clock(middle)}, of {len(seconds):,}"


def of_ending(one: Ensemble, name: str) -> Flags:
    """Which runs count and came to this ending."""
    return numpy.asarray(one.counted & (one.runs.ending == one.names.index(name)))


def plot_sweep(sweep: Sweep, kind: str = "endings") -> Any:
    """The shares of the endings against what was varied. Raises ValueError for another kind, and for more than there is room for."""
    if kind not in ("endings", "all"):
        raise ValueError(f"kind of plot() of what was varied must be endings; got {kind!r}")
    axes = axes_of(sweep)
    check_room([len({dict(one.point)[name] for one in sweep.points}) for name in axes])
    if not axes:
        return plot(sweep.points[0], "endings")
    if not any(len(one) for one in sweep.points):
        raise NothingToDrawError("none of the performances counts")
    names = named(sweep)
    spots = [Spot(dict(one.point), bars_at(one, names)) for one in sweep.points if len(one)]
    runs = sorted({len(one) for one in sweep.points if len(one)})
    few = f"{runs[0]:,}" if len(runs) == 1 else f"{runs[0]:,} to {runs[-1]:,}"
    below = f"{few} performances at each point, seed {sweep.points[0].seed}; {sure(sweep, spots, len(axes) != 2)}"
    what = " and ".join(axes) if len(axes) < 3 else "what was varied"
    return dressed(varied(spots, axes, titled(f"How {sweep.points[0].tables.scene.title} ends, by {what}", below)))


def sure(sweep: Sweep, spots: list[Spot], banded: bool) -> str:
    """What is said of the intervals: that the bands are these, or how wide they are."""
    level = f"{100.0 * sweep.points[0].level:g} % interval"
    if banded:
        return f"bands are {level}s"
    worst = max((bar.high - bar.low) / 2.0 for spot in spots for bar in spot.bars)
    return f"no share is off by more than {percent(worst)} or so ({level})"


def axes_of(sweep: Sweep) -> dict[str, str]:
    """What was varied over several values, each with what its axis is called."""
    values: dict[str, set[float]] = {}
    for one in sweep.points:
        for name, value in one.point:
            values.setdefault(name, set()).add(value)
    return {name: axis_of(name) for name, several in values.items() if len(several) > 1}


def axis_of(quantity: str) -> str:
    """A quantity with its unit."""
    if quantity in CONSTANTS:
        unit = CONSTANTS[quantity].unit
        return f"{quantity} ({unit})" if unit not in ("", "1") else quantity
    return f"{quantity} (s)" if quantity.endswith(".within") else f"{quantity} (strength)"


def named(sweep: Sweep) -> list[str]:
    """The endings that have a line of their own."""
    most: dict[str, float] = {}
    for one in sweep.points:
        for name, share in one.endings().items():
            most[name] = max(most.get(name, 0.0), share.share)
    return kept_of(most)


def kept_of(shares: dict[str, float]) -> list[str]:
    """The endings that occur, in their order; of more than `NAMED` and one, the most frequent, and `OTHERS`."""
    found = [name for name, share in shares.items() if share > 0.0]
    if len(found) <= NAMED + 1:
        return found
    kept = sorted(found, key=lambda name: -shares[name])[:NAMED]
    return [*(name for name in found if name in kept), OTHERS]


def bars_at(one: Ensemble, names: list[str]) -> list[Bar]:
    """The shares of these endings at one point; `OTHERS` is all the rest."""
    shares = one.endings()
    found = [Bar(name, *(shares[name] if name in shares else wilson(0, len(one), one.level))) for name in names if name != OTHERS]
    if OTHERS in names:
        rest = sum(int(of_ending(one, name).sum()) for name in shares if name not in names)
        found.append(Bar(OTHERS, *wilson(rest, len(one), one.level)))
    return found


def counted(one: Ensemble) -> str:
    """Of how many performances, and how sure."""
    left = f"; {one.passed_over:,} that do not meet what must be are left out" if one.passed_over else ""
    return f"{len(one):,} performances, seed {one.seed}; lines are {100.0 * one.level:g} % intervals{left}"
