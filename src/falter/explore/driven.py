"""What an ending goes with and what follows from what, as plain values and as a table to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy

from falter.explore.decisive import Driver, asked_for, drivers, share_then
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import Change
from falter.explore.report import clock, columns, percent

HEAD = ("before it was decided", "begun at", "runs", "after it", "as far without it", "points")


def act_record(found: Ensemble, ending: str, without: Mapping[str, Ensemble]) -> dict[str, Any]:
    """As plain values: every act that is told of, clear or not, and what was performed without some."""
    return {
        "kind": "drivers",
        "scene": found.tables.scene.title,
        "ending": ending,
        "runs": len(found),
        "seed": found.seed,
        "level": found.level,
        "share": share_of(found, ending),
        "acts": [
            {
                **one._asdict(),
                "after": one.after._asdict(),
                "otherwise": one.otherwise._asdict(),
                "change": one.change._asdict(),
            }
            for one in drivers(found, ending)
        ],
        "without": [
            {"act": act, "share": share_then(found, other, ending)._asdict(), "change": found.paired(other, ending)._asdict()}
            for act, other in without.items()
        ],
    }


def act_table(found: Ensemble, ending: str, without: Mapping[str, Ensemble]) -> str:
    """For a person at a terminal: only acts that are told from no change."""
    level = f"{100.0 * found.level:g} % interval"
    share = found.endings().get(ending)
    head = f"{ending}: {percent(share.share)} of {len(found)} performances\n" if share else f"{ending}: none of {len(found)} performances\n"
    told = drivers(found, ending)
    clear = [one for one in told if one.clear]
    lines = [
        (
            one.act,
            clock(one.begun),
            str(one.runs),
            percent(one.after.share),
            percent(one.otherwise.share),
            points(one.change),
            span(one.change),
        )
        for one in clear
    ]
    parts = [head]
    if lines:
        parts.append(columns([(*HEAD, level), *lines]))
    parts.append(_of_how_many(len(clear), len(told)))
    if without:
        never = [
            (act, percent(share_then(found, other, ending).share), *_change(found.paired(other, ending))) for act, other in without.items()
        ]
        parts.append(columns([("never open", f"{ending} then", "points", level), *never]))
    elif clear:
        parts.append(f'what goes together need not follow: see `--without "{_worth_blocking(found, clear)}"`\n')
    return "\n".join(parts)


def _worth_blocking(found: Ensemble, clear: list[Driver]) -> str:
    """Of the acts told from no change the one with the greatest; one that no ending asks for, if there is any."""
    endings = numpy.any([asked_for(found, name) for name in found.names], axis=0)
    asked = {act for act, is_asked in zip(found.labels.acts, endings, strict=True) if is_asked}
    return max(clear, key=lambda one: (one.act not in asked, abs(one.change.change))).act


def share_of(found: Ensemble, ending: str) -> dict[str, float]:
    """An ending's share as plain values; of one that no run came to, nothing."""
    share = found.endings().get(ending)
    return share._asdict() if share else {"share": 0.0, "low": 0.0, "high": found.never_bound}


def points(change: Change) -> str:
    """A difference of shares in hundredths, with its sign.

    >>> points(Change(-0.1234, -0.2, 0.0))
    '−12.3'
    """
    return _signed(change.change)


def span(change: Change) -> str:
    """From where to where it may be."""
    return f"{_signed(change.low)} to {_signed(change.high)}"


def _change(change: Change) -> tuple[str, str]:
    return points(change), span(change)


def _signed(share: float) -> str:
    return f"{100.0 * share:+.1f}".replace("-", "−")


def _of_how_many(clear: int, told: int) -> str:
    if not told:
        return "no act was begun before it was decided\n"
    return f"{clear or 'none'} of {told} acts told from no change\n"
