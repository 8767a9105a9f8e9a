"""What of all that is varied decides an ending: the effects of each quantity, as plain values and as a table to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from falter.diagnostics.source import Places
from falter.explore.decisive import code_among
from falter.explore.design import BLOCKS, RUNS, Range, Stopped, blocks_for, design_of, perform_design
from falter.explore.effects import Effects, effects
from falter.explore.intervals import LEVEL, Share
from falter.explore.report import columns, percent
from falter.explore.tasks import Told
from falter.model.scene import Scene
from falter.performance.batch import endings_of

FEWEST = 8
"""Whole blocks of what was interrupted that anything is told of."""


class Effect(NamedTuple):
    """One quantity: over which range, what part it decides of what is decided at all, and where it leads."""

    name: str
    least: float
    most: float
    first: Share
    """By itself."""
    total: Share
    """With all others."""
    low: Share
    """The ending's share in the lowest third of the range."""
    high: Share
    """In the highest."""


@dataclass(frozen=True)
class Deciding:
    """What decides an ending of a scene, over ranges of what is varied."""

    title: str
    ending: str
    seed: int
    ranges: tuple[Range, ...]
    effects: Effects
    level: float = LEVEL

    @property
    def runs(self) -> int:
        """Performances in all."""
        return self.effects.blocks * RUNS * (len(self.ranges) + 2)

    def quantities(self) -> list[Effect]:
        """Each quantity varied; what decides most with all others stands first."""
        found = zip(self.ranges, self.effects.first, self.effects.total, self.effects.low, self.effects.high, strict=True)
        each = [Effect(*one, first, total, low, high) for one, first, total, low, high in found]
        return sorted(each, key=lambda one: -one.total.share)


class Cut(KeyboardInterrupt):
    """Somebody has had enough; `found` is what the blocks performed by then say, None of too few."""

    def __init__(self, found: Deciding | None) -> None:
        super().__init__()
        self.found = found


def decided(
    scene: Scene, places: Places, ending: str, ranges: Sequence[Range], runs: int | None, seed: int, jobs: int, told: Told = lambda _: None
) -> Deciding:
    """What decides an ending, from at most so many performances. Raises MissingExtraError, Cut, and ValueError for too few."""
    code = code_among(endings_of(scene), ending)
    blocks = BLOCKS if runs is None else blocks_for(runs, len(ranges))
    design = design_of(ranges, blocks, seed)
    try:
        came = perform_design(scene, places, design, code, seed, jobs, told)
    except Stopped as stopped:
        came = stopped.came
        part = Deciding(scene.title, ending, seed, tuple(ranges), effects(came, design.bases[: len(came)])) if len(came) >= FEWEST else None
        raise Cut(part) from None
    return Deciding(scene.title, ending, seed, tuple(ranges), effects(came, design.bases))


def record(found: Deciding) -> dict[str, Any]:
    """As plain values. Effects are as they were estimated; one that is none may come out under 0."""
    return {
        "kind": "drivers, varied",
        "scene": found.title,
        "ending": found.ending,
        "runs": found.runs,
        "seed": found.seed,
        "level": found.level,
        "share": found.effects.share._asdict(),
        "decided": found.effects.decided._asdict(),
        "told": found.effects.told,
        "quantities": [
            {key: value._asdict() if isinstance(value, Share) else value for key, value in one._asdict().items()}
            for one in found.quantities()
        ],
    }


def table(found: Deciding) -> str:
    """For a person at a terminal.

    >>> ten = Share(0.1, 0.0, 0.2)
    >>> effects = Effects(64, ten, Share(0.1, 0.05, 0.2), (Share(-0.01, -0.1, 0.2),), (ten,), (ten,), (ten,))
    >>> print(table(Deciding("", "lied", 1, (Range("x", 0.0, 1.0),), effects)))
    lied: 10.0 % of 3072 performances over all that is varied
    what is varied decides 10 % of it, luck the rest (95 % interval 5–20 %)
    <BLANKLINE>
    of what it decides  alone  95 % interval  with the others  95 % interval  lowest third  highest
    x                     0 %         0–20 %             10 %         0–20 %        10.0 %   10.0 %
    <BLANKLINE>
    """
    share, level = found.effects.share, f"{100.0 * found.level:g} % interval"
    head = f"{found.ending}: {percent(share.share)} of {found.runs} performances over all that is varied\n"
    if not found.effects.told:
        return f"{head}\nnothing varied decides anything of it that can be told from luck; take more performances, or a wider range\n"
    part = f"what is varied decides {_whole(found.effects.decided)} of it, luck the rest ({level} {_between(found.effects.decided)})\n"
    heads = ("of what it decides", "alone", level, "with the others", level, "lowest third", "highest")
    lines = [
        (
            one.name,
            _whole(one.first),
            _between(one.first),
            _whole(one.total),
            _between(one.total),
            percent(one.low.share),
            percent(one.high.share),
        )
        for one in found.quantities()
    ]
    return f"{head}{part}\n{columns([heads, *lines])}"


def _whole(part: Share) -> str:
    return f"{100.0 * min(1.0, max(0.0, part.share)):.0f} %"


def _between(part: Share) -> str:
    low, high = (100.0 * min(1.0, max(0.0, end)) for end in (part.low, part.high))
    return f"{low:.0f}–{high:.0f} %"
