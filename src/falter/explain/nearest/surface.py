"""How likely something is around a point, learnt from all that was tried there: a response surface (Box & Wilson 1951).

The log odds are taken for a quadratic of how far each strength is moved, fitted by maximum likelihood to what was counted, points weighing
the less the farther they are from where one looks; a small ridge (Hoerl & Kennard 1970) keeps it finite where few points are.
Counts of a hundred performances each are thereby as good as thousands at one point.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Final

import numpy

from falter.explore.records import Numbers

RIDGE_BENT: Final = 0.05
"""What a squared bend counts against the likelihood, in units of log odds per squared unit of way."""
RIDGE_SLOPE: Final = 0.005
"""What a squared slope counts against it."""
ROUNDS: Final = 50
SETTLED: Final = 1e-9
FAR: Final = 3.0
"""Points farther off than so many widths are left out."""
HALF: Final = 0.5
"""Added to either count where a share is none or all, as log odds have no value there (Haldane 1956)."""


@dataclass(frozen=True)
class Surface:
    """Log odds as a quadratic of the offsets of some strengths."""

    weights: Numbers

    def log_odds(self, offsets: Numbers) -> Numbers:
        """At some offsets, a row a point."""
        return numpy.asarray(features(offsets) @ self.weights)

    def share(self, offset: Numbers) -> float:
        """How likely it is taken to be at one point."""
        return 1.0 / (1.0 + float(numpy.exp(-self.log_odds(offset[None])[0])))


def logit(share: float) -> float:
    """Log odds of a share strictly between 0 and 1.

    >>> round(logit(0.75), 4)
    1.0986
    """
    return log(share / (1.0 - share))


def features(offsets: Numbers) -> Numbers:
    """1, each offset, and each product of two.

    >>> features(numpy.array([[2.0, 3.0]])).tolist()
    [[1.0, 2.0, 3.0, 4.0, 6.0, 9.0]]
    """
    count = offsets.shape[1]
    products = [offsets[:, j] * offsets[:, k] for j in range(count) for k in range(j, count)]
    return numpy.column_stack([numpy.ones(len(offsets)), offsets, *products])


def fitted(offsets: Numbers, hits: Numbers, of: Numbers, around: Numbers, width: float) -> Surface:
    """The surface around a point: points weigh exp(−½ (d/width)²), d how far off they are."""
    squared = ((offsets - around) ** 2).sum(axis=1)
    near = (squared <= (FAR * width) ** 2) & (of > 0)
    weigh = numpy.exp(-0.5 * squared[near] / width**2)
    rows, hits, of = features(offsets[near]), hits[near] * weigh, of[near] * weigh
    count = offsets.shape[1]
    ridge = numpy.diag([0.0] + [RIDGE_SLOPE] * count + [RIDGE_BENT] * (rows.shape[1] - count - 1))
    weights = numpy.zeros(rows.shape[1])
    if len(rows):
        weights[0] = logit((float(hits.sum()) + HALF) / (float(of.sum()) + 2.0 * HALF))
        ridge[0, 0] = 1e-6
    for _ in range(ROUNDS if len(rows) else 0):
        share = 1.0 / (1.0 + numpy.exp(-numpy.clip(rows @ weights, -30.0, 30.0)))
        slope = rows.T @ (hits - of * share) - ridge @ weights
        bend = (rows * (of * share * (1.0 - share))[:, None]).T @ rows + ridge
        step = numpy.linalg.solve(bend, slope)
        weights = weights + step / max(1.0, float(numpy.abs(step).max()) / 4.0)
        if float(numpy.abs(step).max()) < SETTLED:
            break
    return Surface(weights)
