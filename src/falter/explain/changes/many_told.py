"""What became of many performances with something changed, told; and as plain values."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import Field

from falter.explain.changes.gone import GoneRecord, gone_record, gone_told
from falter.explain.paragraph import of_html
from falter.explore.report import columns, interval, percent
from falter.model.record import Record

if TYPE_CHECKING:
    from falter.explain.changes.many import Ending, WhatIfMany
    from falter.explore.intervals import Change, Share

WIDTH: Final = 100
FEW: Final = 8
"""Ways of turning that are told."""


class IntervalRecord(Record):
    """A share of performances, or by how much one is more than another, with its interval."""

    value: Annotated[float, Field(description="a share in [0, 1]; a difference in [−1, 1]")]
    low: Annotated[float, Field(description="in the same units")]
    high: Annotated[float, Field(description="in the same units")]


class EndingRecord(Record):
    """An ending: its share as written, with the change, and the difference, run against run."""

    name: Annotated[str, Field(description="`without what must be` of performances that the change keeps from meeting it")]
    as_written: IntervalRecord
    changed: IntervalRecord
    change: IntervalRecord


class FlipRecord(Record):
    """Performances that end otherwise."""

    as_written: str
    changed: str
    runs: Annotated[int, Field(description="how many")]


class WhatIfManyRecord(Record):
    """What would have become of many performances, had something been different, each under its own luck."""

    kind: Literal["what if, many"]
    scene: Annotated[str, Field(description="the scene's title")]
    change: Annotated[str, Field(description="what was different, in words")]
    gone: GoneRecord
    seed: Annotated[int, Field(description="the seed of all of them")]
    runs: Annotated[int, Field(description="performances that both have, and that meet what must be as written")]
    compared: Annotated[int, Field(description="those of them in which every act could be done that was to be; all, where none was")]
    level: Annotated[float, Field(description="how often an interval holds the true value")]
    flipped: Annotated[IntervalRecord, Field(description="the share of those compared that ends otherwise")]
    endings: tuple[EndingRecord, ...]
    flips: Annotated[tuple[FlipRecord, ...], Field(description="the most frequent first")]


def told(many: WhatIfMany) -> str:
    """How many end otherwise, each ending before and after, and what turned into what."""
    if not len(many.compared):
        return f"{gone_told(many.gone)}{_opening(many)}\n"
    parts = [f"{gone_told(many.gone)}{_opening(many)}\n", _table(many)]
    if many.flips():
        parts.append(columns([("what became of them", "performances"), *_flips(many)]))
    return "\n".join(parts)


def record(many: WhatIfMany) -> dict[str, Any]:
    """As plain values."""
    return WhatIfManyRecord(
        kind="what if, many",
        scene=many.written.tables.scene.title,
        change=many.change,
        gone=gone_record(many.gone),
        seed=many.written.seed,
        runs=len(many.runs),
        compared=len(many.compared),
        level=many.written.level,
        flipped=_interval(many.flipped),
        endings=tuple(_ending(one) for one in many.endings()),
        flips=tuple(FlipRecord(as_written=one.written, changed=one.changed, runs=one.runs) for one in many.flips()),
    ).model_dump(mode="json")


def html(many: WhatIfMany) -> str:
    """For a notebook."""
    head, *rows = _rows(many) if len(many.compared) else [()]
    cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    titles = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    turned = columns([("what became of them", "performances"), *_flips(many)]) if many.flips() else ""
    gone = gone_told(many.gone).strip()
    return (f"<p>{of_html(gone)}</p>" if gone else "") + (
        f"<p>{of_html(_opening(many))}</p><table><thead><tr>{titles}</tr></thead><tbody>{cells}</tbody></table><pre>{escape(turned)}</pre>"
    )


def _opening(many: WhatIfMany) -> str:
    """What was compared, and how many of them end otherwise."""
    count, change = len(many.runs), f" {many.change}" if many.change else ""
    runs, each = ("performance", "") if count == 1 else ("performances", "each ")
    what = f"{count:,} {runs} as written, and {each}again{change}, under the same luck."
    if many.as_if:
        what += f" It could be done in {len(many.compared):,} of them." if len(many.compared) else " In none of them could it be done."
    return textwrap.fill(f"{what} {_turned(many)}".strip(), WIDTH)


def _turned(many: WhatIfMany) -> str:
    """How many of those compared end otherwise."""
    turned, share = sum(one.runs for one in many.flips()), many.flipped
    if not turned:
        return "None ends otherwise." if len(many.compared) else ""
    of = "Of those, " if many.as_if else ""
    return f"{of}{turned:,} end{'s' if turned == 1 else ''} otherwise: {percent(share.share)} ({interval(share)})."


def _table(many: WhatIfMany) -> str:
    return columns(_rows(many))


def _rows(many: WhatIfMany) -> list[tuple[str, ...]]:
    """Each ending before and after, what changed most first."""
    endings = sorted((one for one in many.endings() if one.written.share or one.changed.share), key=lambda one: -abs(one.change.change))
    level = f"{100.0 * many.written.level:g} % interval"
    rows = [(one.name, percent(one.written.share), percent(one.changed.share), signed(one.change), span(one.change)) for one in endings]
    return [("ending", "as written", "then", "change", level), *rows]


def _flips(many: WhatIfMany) -> list[tuple[str, str]]:
    flips = many.flips()
    rest = sum(one.runs for one in flips[FEW:])
    others = [("in other ways", f"{rest:,}")] if rest else []
    return [*((f"{one.written} -> {one.changed}", f"{one.runs:,}") for one in flips[:FEW]), *others]


def signed(change: Change) -> str:
    """A difference of shares, for people.

    >>> from falter.explore.intervals import Change
    >>> signed(Change(0.127, 0.1, 0.15)), signed(Change(-0.03, -0.05, -0.01))
    ('+12.7', '−3.0')
    """
    return f"{100.0 * change.change:+.1f}".replace("-", "−")


def span(change: Change) -> str:
    """Its interval, for people.

    >>> from falter.explore.intervals import Change
    >>> span(Change(0.127, -0.1, 0.15))
    '−10.0 to +15.0'
    """
    return f"{100.0 * change.low:+.1f} to {100.0 * change.high:+.1f}".replace("-", "−")


def _interval(one: Share | Change) -> IntervalRecord:
    return IntervalRecord(value=one[0], low=one.low, high=one.high)


def _ending(one: Ending) -> EndingRecord:
    return EndingRecord(name=one.name, as_written=_interval(one.written), changed=_interval(one.changed), change=_interval(one.change))
