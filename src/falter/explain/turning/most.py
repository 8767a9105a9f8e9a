"""Whether a performance turned at one moment more than at all others, clear of luck."""

from __future__ import annotations

from math import sqrt

from falter.explain.turning.points import Codes, Turn, TurningPoints
from falter.explore.intervals import z_of
from falter.explore.records import Numbers


def turned_most(found: TurningPoints) -> bool:
    """Is the largest change larger than that of every other turn, as far as counting can tell?

    All are counted with the same lucks, so that two are compared luck by luck; of shares of those that meet what must be, by the delta
    method. The level is Bonferroni's for all that it is compared with.
    """
    first, *others = (_change(found, turn) for turn in found.sharpest)
    reach = z_of(1.0 - (1.0 - found.level) / max(1, len(others))) / sqrt(found.runs)
    return all(first[0] - size > reach * float((first[1] - by_luck).std()) for size, by_luck in others)


def _change(found: TurningPoints, turn: Turn) -> tuple[float, Numbers]:
    """How large a turn's largest change is, and how each luck bears on that."""
    code, sign = found.names.index(turn.swings[0].ending), 1.0 if turn.swings[0].change.change > 0.0 else -1.0
    before, after = (_share(found.again[number], code) for number in (turn.number - 1, turn.number))
    return sign * (after[0] - before[0]), sign * (after[1] - before[1])


def _share(codes: Codes, code: int) -> tuple[float, Numbers]:
    """The share of an ending, of those that meet what must be, and how each luck bears on it."""
    met = codes >= 0
    share = float((codes[met] == code).mean())
    return share, ((codes == code) - share * met) / float(met.mean())
