"""What a scene's author expects of it, held against many performances: it passes, it fails, or so many cannot tell.

A verdict is given only where an interval allows it. Where it does not, the runs are doubled up to a bound; the interval's error is shared
out among the looks taken on the way (Bonferroni), so that looking again does not make a wrong verdict likelier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from falter.diagnostics.source import Path
from falter.explore.ensemble import Ensemble
from falter.explore.growing import Growing
from falter.explore.intervals import LEVEL, Share, wilson
from falter.explore.tasks import Told
from falter.model.scene import Aim, Expectation, Scene
from falter.tables.tables import Tables

Verdict = Literal["pass", "fail", "cannot tell"]
TIMES: Final = 8
"""How many times as many performances are made as asked for, before it is left at «cannot tell»."""


@dataclass(frozen=True)
class Held:
    """One line of the author's, and what the performances say of it."""

    path: Path
    """Of the line in the model."""
    words: str
    """As it is written: `expect killed 30..70 %`."""
    verdict: Verdict
    runs: int
    """Performances that it was judged by."""
    share: Share | None = None
    """Of the ending; None where the line is about moves."""
    never: tuple[Path, ...] = ()
    """The moves that no performance has."""
    bound: float = 0.0
    """The share of performances that each of those is under."""
    moves: int = 0
    """Moves of the scene, where the line is about them."""


def looks(runs: int, most: int) -> list[int]:
    """After how many performances a verdict is tried.

    >>> looks(1000, 5000)
    [1000, 2000, 4000, 5000]
    """
    found = [runs]
    while found[-1] < most:
        found.append(min(2 * found[-1], most))
    return found


def held(tables: Tables, seed: int, runs: int, most: int, jobs: int, told: Told, level: float = LEVEL) -> list[Held]:
    """Every `expect` line of the scene, in order, judged by `runs` performances, and by up to `most` where those cannot tell.

    A verdict on a line is wrong in at most 1 − `level` of such tests.
    """
    lines = [(("expectations", k), one) for k, one in enumerate(tables.scene.expectations)]
    return _until_told(Growing(tables, seed, jobs, told), lines, looks(runs, most), level)


def reached(tables: Tables, seed: int, runs: int, most: int, jobs: int, told: Told, level: float = LEVEL) -> list[Held]:
    """Every `aim` line likewise."""
    lines = [(("aims", k), one) for k, one in enumerate(tables.scene.aims)]
    return _until_told(Growing(tables, seed, jobs, told), lines, looks(runs, most), level)


Lines = Sequence[tuple[Path, Expectation | Aim]]


def _until_told(growing: Growing, lines: Lines, at: list[int], level: float) -> list[Held]:
    each = 1.0 - (1.0 - level) / len(at)
    told: dict[int, Held] = {}
    for look, runs in enumerate(at):
        if len(told) == len(lines):
            break
        ensemble = growing.upto(runs)
        for k, (path, line) in enumerate(lines):
            if k not in told:
                found = judged(ensemble, path, line, each, last=look == len(at) - 1)
                if found.verdict != "cannot tell" or look == len(at) - 1:
                    told[k] = found
    return [told[k] for k in range(len(lines))]


def judged(ensemble: Ensemble, path: Path, line: Expectation | Aim, level: float, last: bool) -> Held:
    """One line, by the runs there are; of moves that no run has one can say so only at the `last` look."""
    if line.ending is None:
        own, undone = undone_moves(ensemble)
        verdict: Verdict = "pass" if not undone else "fail" if last else "cannot tell"
        return Held(path, "expect every move performed", verdict, len(ensemble), None, undone, ensemble.never_bound, own)
    count = round(ensemble.endings()[line.ending].share * len(ensemble)) if line.ending in ensemble.endings() else 0
    share = wilson(count, len(ensemble), level)
    words = f"{'aim' if isinstance(line, Aim) else 'expect'} {line.ending} {line.least:g}..{line.most:g} %"
    return Held(path, words, verdict_on(share, line.least / 100.0, line.most / 100.0), len(ensemble), share)


def verdict_on(share: Share, least: float, most: float) -> Verdict:
    """Does the whole interval lie within the range, or all of it outside?

    >>> verdict_on(Share(0.4, 0.35, 0.45), 0.3, 0.7), verdict_on(Share(0.3, 0.2, 0.4), 0.3, 0.7)
    ('pass', 'cannot tell')
    """
    if least <= share.low and share.high <= most:
        return "pass"
    return "fail" if share.high < least or most < share.low else "cannot tell"


def undone_moves(ensemble: Ensemble) -> tuple[int, tuple[Path, ...]]:
    """How many moves the scene has, and those of them that no run has, whoever might do them; by their paths, in the scene's order."""
    times = dict.fromkeys(move_paths(ensemble.tables.scene), 0)
    for row, count in zip(ensemble.tables.labels["act"], ensemble.counts.times.tolist(), strict=True):
        if row.path in times:
            times[row.path] += count
    return len(times), tuple(path for path, count in times.items() if count == 0)


def move_paths(scene: Scene) -> Iterator[Path]:
    """Where each move of the scene's own stands in the model."""
    yield from (("moves", k) for k in range(len(scene.moves)))
    yield from (("parts", p, "moves", k) for p, part in enumerate(scene.parts) for k in range(len(part.moves)))
