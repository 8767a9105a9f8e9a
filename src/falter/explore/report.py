"""Ensembles as plain values, as CSV, and as a table to read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from falter.explore.ensemble import Ensemble
from falter.explore.intervals import Share
from falter.explore.sweep import Sweep

ENDING_COLUMNS = ("ending", "share", "low", "high", "runs", "median")


def record(found: Ensemble | Sweep, seconds: float) -> dict[str, Any]:
    """As plain values; `seconds` is how long it took to perform. Of a sweep, a list under `points`, each with its `at`."""
    if isinstance(found, Sweep):
        points = [{"at": dict(one.point), **_record(one)} for one in found.points]
        return {"runs": sum(len(one) for one in found.points), "seconds": seconds, "points": points}
    return {**_record(found), "seconds": seconds}


def _record(one: Ensemble) -> dict[str, Any]:
    return {
        "scene": one.tables.scene.title,
        "runs": len(one),
        "passed_over": one.passed_over,
        "seed": one.seed,
        "level": one.level,
        "endings": {name: share._asdict() for name, share in one.endings().items()},
        "lasted": {name: times._asdict() for name, times in one.seconds().items()},
        "deeds": {name: times._asdict() for name, times in one.deeds().items()},
        "hesitation": {name: times._asdict() for name, times in one.hesitation().items()},
        "knew": {name: share._asdict() for name, share in one.knew().items()},
        "never": {"acts": one.never(), "bound": one.never_bound},
    }


def as_csv(found: Ensemble | Sweep) -> str:
    """A line an ending, of a sweep at each point; what was varied stands in columns of its own."""
    ensembles = found.points if isinstance(found, Sweep) else (found,)
    varied = [name for name, _ in ensembles[0].point] if ensembles else []
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow([*varied, *ENDING_COLUMNS])
    for one in ensembles:
        lasted = one.seconds()
        for name, share in one.endings().items():
            lines.writerow([*(value for _, value in one.point), name, *share, lasted[name].runs, lasted[name].median])
    return text.getvalue()


def as_table(found: Ensemble | Sweep) -> str:
    """For a person at a terminal."""
    return _sweep_table(found) if isinstance(found, Sweep) else _ensemble_table(found)


def _ensemble_table(one: Ensemble) -> str:
    parts = [columns([("ending", "share", _level(one), "lasted", "half of them"), *_endings(one)])]
    if one.deeds():
        parts.append(columns([("what cannot be undone", "runs", "begun at", "hesitated", "half of them"), *_deeds(one)]))
    if one.knew():
        parts.append(columns([("at the end", "share", _level(one)), *_knew(one)]))
    never, bound = one.never(), f"under {percent(one.never_bound)} of performances have it"
    parts.append(f"never performed ({bound}): {', '.join(never)}\n" if never else "every act of the scene was performed\n")
    if one.passed_over:
        parts.insert(0, f"{one.passed_over} of {len(one.runs)} do not meet what must be, and are left out\n")
    return "\n".join(parts)


def _endings(one: Ensemble) -> Iterable[tuple[str, ...]]:
    lasted = one.seconds()
    for name, share in sorted(one.endings().items(), key=lambda pair: -pair[1].share):
        times = lasted[name]
        half = f"{clock(times.lower)}–{clock(times.upper)}" if times.runs else ""
        yield (name, percent(share.share), interval(share), clock(times.median), half)


def _deeds(one: Ensemble) -> Iterable[tuple[str, ...]]:
    held = one.hesitation()
    for act, times in sorted(one.deeds().items(), key=lambda pair: -pair[1].runs):
        yield (act, str(times.runs), clock(times.median), f"{held[act].median:.1f} s", f"{held[act].lower:.1f}–{held[act].upper:.1f} s")


def _knew(one: Ensemble) -> Iterable[tuple[str, ...]]:
    for about, share in one.knew().items():
        yield (about, percent(share.share), interval(share))


def _sweep_table(sweep: Sweep) -> str:
    """A line a point: the values, then the share of each ending that occurs anywhere."""
    names = [name for name, share in _all_endings(sweep) if share > 0.0]
    lines: list[tuple[str, ...]] = [(*(name for name, _ in sweep.points[0].point), *names)]
    for values, shares in sweep.endings():
        found = (percent(shares[name].share) if name in shares else "" for name in names)
        lines.append((*(f"{value:g}" for value in values.values()), *found))
    worst = max((share.high - share.low) / 2.0 for _, shares in sweep.endings() for share in shares.values())
    return columns(lines) + f"\nno share is off by more than {percent(worst)} or so ({_level(sweep.points[0])})\n"


def _all_endings(sweep: Sweep) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    for _, shares in sweep.endings():
        for name, share in shares.items():
            found[name] = max(found.get(name, 0.0), share.share)
    return list(found.items())


def _level(one: Ensemble) -> str:
    return f"{100.0 * one.level:g} % interval"


def interval(share: Share) -> str:
    """An interval for people.

    >>> interval(Share(0.3, 0.2, 0.4))
    '20.0–40.0 %'
    """
    return f"{100.0 * share.low:.1f}–{percent(share.high)}"


def percent(share: float) -> str:
    """A share for people.

    >>> percent(0.2834), percent(0.00006)
    ('28.3 %', '0.006 %')
    """
    return f"{100.0 * share:.1f} %" if share >= 0.001 or share == 0.0 else f"{100.0 * share:.1g} %"


def clock(seconds: float | None) -> str:
    """Story time in minutes and seconds.

    >>> clock(240.6)
    '4:01'
    """
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def columns(lines: Sequence[Sequence[str]], left: int = 1) -> str:
    """Lines in columns: the first `left` of them aligned to the left, the others to the right."""
    widths = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))]
    laid = []
    for line in lines:
        cells = [cell.ljust(width) if k < left else cell.rjust(width) for k, (cell, width) in enumerate(zip(line, widths, strict=True))]
        laid.append("  ".join(cells).rstrip())
    return "\n".join(laid) + "\n"
