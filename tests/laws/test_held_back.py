"""Law 9 in the general's office: the longer the knight holds back with the blade lit, the more the general takes himself to be loved.

100 performances (runs 0–99 of seed 719). In each, from the moment the blade is lit, the knight does nothing for two minutes; the general
does what he does. The estimate, of a tie in [0, 1], is read off at once and after 30, 60 and 120 s; 50 performances or more last so
long. An estimate that moved by luck alone would be higher afterwards in half of them; in more than .72 of 50, by luck, less than once in
a thousand times. That it moves up says that the prior, .5 when he comes in, is below the point of balance.
"""

from __future__ import annotations

from functools import cache

import numpy
import pytest
from numpy.typing import NDArray

from falter.performance import Intervention, perform
from falter.performance.perform import compiled_advance
from tests.performing import SCENES, float_at, tables_of

SEED, RUNS = 719, 100
AFTER = (0, 30, 60, 120)
NOTHING = -1


@cache
def estimates(constants: str = "") -> NDArray[numpy.float64]:
    """A row a performance: how strong the general takes the tie to be, `AFTER` s of nothing."""
    text = (SCENES / "the-generals-office.falter").read_text("utf-8")
    tables = tables_of(text + constants)
    compiled_advance()
    knight = tables.names.person["KYLO"]
    rows = []
    for run in range(RUNS):
        lit = [event.lands for event in perform(tables, SEED, run).events if event.move == "light" and not event.cut]
        if not lit:
            continue
        step = round(lit[0] / 0.1) + 1
        held = perform(tables, SEED, run, interventions=[Intervention(k, 1, knight, NOTHING) for k in range(step, step + 1210)])
        if held.steps > step + 1200:
            rows.append([float_at(held, step + 10 * seconds, "wonder", "KYLO loves HUX", "NOW") for seconds in AFTER])
    assert len(rows) >= 0.5 * RUNS
    return numpy.array(rows)


def higher(found: NDArray[numpy.float64]) -> list[float]:
    """In which share of the performances the estimate is higher than when the blade was lit."""
    return [float((found[:, column] > found[:, 0]).mean()) for column in range(1, len(AFTER))]


def printed(name: str, found: NDArray[numpy.float64]) -> None:
    print(f"\n{name}, {len(found)} performances; s: quarter, half, three quarters")
    for seconds, column in zip(AFTER, found.T, strict=True):
        print(f"{seconds:>4}: " + "  ".join(f"{value:.3f}" for value in numpy.quantile(column, (0.25, 0.5, 0.75))))
    print("higher than at once:", [round(share, 3) for share in higher(found)])


@pytest.mark.slow
def test_the_longer_he_holds_back_the_higher_the_estimate() -> None:
    found = estimates()
    printed("as people are", found)
    assert all(share > 0.72 for share in higher(found))
    quarters = numpy.quantile(found, (0.25, 0.5, 0.75), axis=0)
    assert (quarters[:, 1:] > quarters[:, :1]).all()
    assert (numpy.diff(quarters[1]) > -0.02).all()


@pytest.mark.slow
def test_it_is_the_delay_that_is_read() -> None:
    found, without = estimates(), estimates("\nset delay_weight 0\n")
    printed("where delay says nothing", without)
    moved = [float(numpy.median(rows[:, -1] - rows[:, 0])) for rows in (found, without)]
    print("median rise in two minutes:", [round(value, 3) for value in moved])
    assert moved[0] > moved[1] + 0.03
