"""Tilts of people's luck: as interventions, how likely a run was under them against without, and which ones fit runs best.

A tilt gives the noise of an act a drift, one for each quarter of its threshold that the act may stand in. Kernel side: `kernel.tilting`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

import numpy

from falter.diagnostics.unfit import UnfitError
from falter.explore.records import Labels, Numbers
from falter.kernel.interventions import TILT
from falter.performance.perform import Intervention
from falter.tables import columns as at
from falter.tables.act_names import row_called
from falter.tables.tables import Tables

QUARTERS: Final = 4
CLEAR: Final = 16.0
"""How much better runs must be told by a drift than without, as twice the difference of log likelihoods, for the drift to be kept: by
chance 1 in 16,000 is, where there is none (χ² with one degree of freedom)."""
MOST: Final = 6.0
"""1/√s: no tilt is steeper."""
GRAIN: Final = 2
"""Decimals a tilt is rounded to, so that it can be typed."""

Tilt = tuple[float, float, float, float]
"""A drift for each quarter of the threshold, in 1/√s."""
Tilts = Mapping[int, Tilt]
"""By the row of the act."""
Tilted = tuple[str, Sequence[float], float | None]
"""A tilt as it is named: the act, one drift or four, and until when, in s."""


def rows_of(tilts: Tilts, end: int | None = None) -> tuple[Intervention, ...]:
    """The interventions that tilt luck from the first step until step `end`, if any; with no tilt, one that changes nothing and has noise
    summed up."""
    rows = [Intervention(0, TILT, quarter, act, drift) for act, tilt in tilts.items() for quarter, drift in enumerate(tilt) if drift]
    over = [] if end is None else [Intervention(end, TILT, -1, 0)]
    return (*(rows or [Intervention(0, TILT, 0, 0)]), *over)


def log_ratio(sums: Numbers, tilts: Tilts, dt: float) -> Numbers:
    """Of each run, by how much its noise is likelier under the tilts than without, as a logarithm: `Σ(μz − μ²/2)` (Girsanov 1960)."""
    total = numpy.zeros(len(sums))
    steps, noise = parts(sums)
    for act, tilt in tilts.items():
        drift = numpy.array(tilt)
        total += numpy.sqrt(dt) * noise[:, act] @ drift - 0.5 * dt * steps[:, act] @ (drift * drift)
    return total


def fitted(sums: Numbers, weights: Numbers, dt: float, dropped: float = CLEAR) -> dict[int, Tilt]:
    """The tilts under which weighted runs are likeliest: the mean of the noise in each quarter. Drifts that are not clear are left out.

    It is the step of the cross-entropy method (Rubinstein & Kroese 2004, ch. 5) for these tilts.
    """
    share = weights / weights.sum()
    steps, noise = parts(numpy.tensordot(share, sums, axes=1)[None])
    runs = 1.0 / float((share * share).sum())
    mean = noise[0] / numpy.maximum(steps[0], 1e-9)
    clear = runs * steps[0] * mean * mean > dropped
    drifts = numpy.clip(numpy.where(clear, mean / numpy.sqrt(dt), 0.0), -MOST, MOST).round(GRAIN)
    return {int(act): typed(drifts[act]) for act in numpy.flatnonzero(drifts.any(axis=1))}


def typed(drifts: Numbers) -> Tilt:
    """As it is typed: rounded, and no −0."""
    first, second, third, fourth = (round(float(drift), GRAIN) + 0.0 for drift in drifts)
    return first, second, third, fourth


def parts(sums: Numbers) -> tuple[Numbers, Numbers]:
    """Of each run and act, by quarter: how many draws, and their sum."""
    first, second = at.TILTING_STEPS, at.TILTING_NOISE
    return sums[:, :, first : first + QUARTERS], sums[:, :, second : second + QUARTERS]


class TiltError(UnfitError):
    """A tilt that was written is none of this scene; `fix` says what to write."""

    OF = "tilts"


def called(tilts: Tilts, tables: Tables) -> dict[str, Tilt]:
    """Tilts by the names of their acts: `KYLO.strike.HUX`."""
    acts = Labels(tables).acts
    return {acts[act].replace(" ", "."): tilt for act, tilt in tilts.items()}


def interventions_of(tilted: Sequence[Tilted], tables: Tables) -> tuple[Intervention, ...]:
    """The interventions of tilts as they are named; they end with the one that ends last. Raises TiltError."""
    found = dict(_named(name, drifts, tables) for name, drifts, _ in tilted)
    ends = [until for _, _, until in tilted if until is not None]
    return rows_of(found, end_of(max(ends) if ends else None, float(tables.packed.tf[at.K_DT])))


def _named(name: str, drifts: Sequence[float], tables: Tables) -> tuple[int, Tilt]:
    row = row_called(Labels(tables).acts, name, TiltError)
    four = tuple(drifts) * (QUARTERS if len(drifts) == 1 else 1)
    if len(four) != QUARTERS or not all(-MOST <= drift <= MOST for drift in four):
        raise TiltError(f"takes one number or four from -{MOST:g} to {MOST:g}", f"write it as in `{name}=0,0,.5,1`")
    return row, (four[0], four[1], four[2], four[3])


def end_of(until: float | None, dt: float) -> int | None:
    """The first step that is not tilted, where tilts last `until` then, in s."""
    return None if until is None else max(1, ceil(until / dt))


def written(name: str, tilt: Tilt, until: float | None = None) -> str:
    """A tilt as one types it.

    >>> written("KYLO.strike.HUX", (0.0, 0.5, 1.25, 1.25), 60.0)
    'KYLO.strike.HUX=0,0.5,1.25,1.25 until 60'
    """
    drifts = tilt[:1] if len(set(tilt)) == 1 else tilt
    return f"{name}={','.join(f'{drift:g}' for drift in drifts)}{'' if until is None else f' until {until!r}'.removesuffix('.0')}"


def read_tilt(text: str) -> Tilted:
    """The inverse of `written`. Raises TiltError."""
    head, _, until = text.partition(" until ")
    name, _, drifts = head.partition("=")
    try:
        seconds = float(until) if until else None
        if seconds is None or 0.0 < seconds < float("inf"):
            return name.strip(), tuple(float(drift) for drift in drifts.split(",")), seconds
    except ValueError:
        pass
    raise TiltError(f"must be an act and its drifts; got `{text}`", "write it as in `KYLO.strike.HUX=0,0,.5,1`")
